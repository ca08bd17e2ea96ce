#!/bin/sh
# Records anew what the screens of the window say, after a change of them that is meant; then read
# the difference.
#
#   sh tests/golden/update.sh [BUILD]
#
# BUILD: the folder in which the tests were built, build unless said. LANGUAGE/SCREEN.txt is the
# screen as text, without a place, size or colour; pictures/ holds some as pictures.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
build=${1:-$here/../../build}
export SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy SDL_RENDER_DRIVER=software LC_ALL=C.UTF-8
for program in golden pictures; do
    [ -x "$build/tests/test_window_$program" ] || { echo "not built: test_window_$program"; exit 1; }
done
rm -f "$here"/en/*.txt "$here"/zh_CN/*.txt "$here"/pictures/*.png
"$build/tests/test_window_golden" "$here"
"$build/tests/test_window_pictures" "$here/pictures"
