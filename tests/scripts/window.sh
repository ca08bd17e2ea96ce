# Shared by the tests that drive the window, which source it: a display of their own.
set -eu

window=${BACKCHANNEL_WINDOW:?}
program=${BACKCHANNEL:?}
for tool in Xvfb xdotool; do
    command -v $tool >/dev/null 2>&1 || { echo "$tool is not installed"; exit 77; }
done
work=$(mktemp -d)
cd "$work"
unset DISPLAY WAYLAND_DISPLAY BACKCHANNEL_DATA SDL_VIDEODRIVER
export SDL_AUDIODRIVER=dummy
export XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" LC_ALL=C.UTF-8
server=
game=

clean() {
    [ -z "$game" ] || kill "$game" 2>/dev/null || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap clean EXIT

fail() {
    printf 'FAILED: %s\n' "$*"
    [ ! -s err ] || sed 's/^/    err: /' err | head -n 20
    exit 1
}

# Starts an X server on the first display that is free.
open_display() {
    Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3>display >/dev/null 2>&1 &
    server=$!
    until_true 100 test -s display || fail 'no X server'
    DISPLAY=:$(cat display)
    export DISPLAY
}

# until_true TENTHS COMMAND...: tries again until it is true, or that many tenths of a second passed
until_true() {
    left=$1
    shift
    until "$@"; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 0.1
    done
}

has_window() { xdotool search --name '^Backchannel$' >id 2>/dev/null && [ -s id ]; }

# play ARGUMENT...: starts the game and waits for its window
play() {
    "$window" "$@" >out 2>err &
    game=$!
    until_true 100 has_window || fail 'no window'
    xdotool mousemove 2 2
    sleep 0.5
}

key() { xdotool key --clearmodifiers "$@"; }
click() { xdotool mousemove "$1" "$2" click 1; }
runs() { kill -0 "$game" 2>/dev/null; }
gone() { ! runs; }

# How many decisions of a person a save has; whether the game in it is over.
decisions() { grep -c '"by":"person"' "$1" 2>/dev/null || true; }
over() { tail -n 1 "$1" 2>/dev/null | grep -q '"t":"end"'; }

# ended CODE: the window has gone by itself
ended() {
    until_true 50 gone || fail 'the window is still there'
    code=0
    wait "$game" || code=$?
    game=
    [ "$code" -eq "$1" ] || fail "exit $code, not $1"
}
