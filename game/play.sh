#!/bin/sh
# Installs what is missing, builds and starts the game, from any folder.
#
#   sh game/play.sh [flags of "backchannel play"]
#
# There is a window where there is a display, text in a terminal without one, and with neither a
# demonstration. All that is not the game goes to standard error.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
program=$top/build/backchannel

sh "$top/game/setup.sh" build play </dev/null

if [ ! -w "$top" ] || { [ -e "$top/build" ] && [ ! -w "$top/build" ]; }; then
    if [ ! -x "$program" ]; then
        printf '%s\n' "$top cannot be written to: build as its owner, or in a copy of your own." >&2
        exit 3
    fi
else
    sh "$top/game/build.sh" build programs </dev/null >&2
fi

exec "$program" play "$@"
