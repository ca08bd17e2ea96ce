#!/bin/sh
# Writes the list of everything the programs say, for translators, from any folder.
#
#   sh game/pot.sh [FILE]      assets/po/backchannel.pot unless said otherwise
set -eu

out=${1:-assets/po/backchannel.pot}
case $out in /*) ;; *) out=$PWD/$out ;; esac
cd "$(dirname -- "$0")/.."
[ $# -gt 0 ] || out=assets/po/backchannel.pot
find game/minister game/match game/command game/window -name '*.c' | LC_ALL=C sort |
    xgettext --files-from=- --language=C --from-code=UTF-8 --keyword=_ --keyword=N_ \
        --keyword=ngettext:1,2 --add-comments=TRANSLATORS --package-name=backchannel \
        --sort-by-file -o "$out"
