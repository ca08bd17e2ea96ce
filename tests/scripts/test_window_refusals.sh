#!/bin/sh
# What the window refuses: a sentence, and the exit code that goes with it.
set -eu

window=${BACKCHANNEL_WINDOW:?}
top=${SOURCE_DIR:?}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
unset DISPLAY WAYLAND_DISPLAY BACKCHANNEL_DATA SDL_VIDEODRIVER
export XDG_DATA_HOME="$work/data" LC_ALL=C.UTF-8

fail() {
    printf 'FAILED: %s\n' "$*"
    sed 's/^/    err: /' err | head -n 20
    exit 1
}

# refuses CODE TEXT ARGUMENT...: exits with the code and says the text on stderr
refuses() {
    wanted=$1
    text=$2
    shift 2
    code=0
    timeout 60 "$window" "$@" >out 2>err </dev/null || code=$?
    [ "$code" -eq "$wanted" ] || fail "exit $code, not $wanted: $*"
    grep -qF -e "$text" err || fail "not said: $text"
}

# prints TEXT ARGUMENT...: exits with 0 and prints the text
prints() {
    text=$1
    shift
    timeout 60 "$window" "$@" >out 2>err </dev/null || fail "exit $?: $*"
    grep -qF -e "$text" out || fail "not printed: $text"
}

# no display; it says what to do instead
refuses 3 --text
refuses 3 --text --seed 4

# no fonts
printf '<?xml version="1.0"?><fontconfig><cachedir>%s/cache</cachedir></fontconfig>\n' "$work" >fonts.conf
export FONTCONFIG_FILE="$work/fonts.conf"
refuses 3 font --screenshot a.png
refuses 3 fonts-noto-cjk --screenshot a.png --lang zh_CN
[ ! -e a.png ] || fail 'a picture without letters'
unset FONTCONFIG_FILE

# wrong words
refuses 2 --help --no-such-flag
refuses 2 --help --seed
refuses 2 --help --seed x
refuses 2 --help --seed 99999999999999999999
refuses 2 --help --size 12
refuses 2 --help --size 9999x9999
refuses 2 --help --text-scale 99
refuses 2 --help --theme blue
refuses 2 --help --lang french
refuses 2 --help --lang xx
refuses 2 'can be read in en' --lang xx
refuses 2 --list-screens --screenshot a.png --screen nowhere
refuses 2 --screenshot --screen table
refuses 2 'one scenario' pentagon-2012 pentagon-2012
refuses 2 'brings its own' --resume a.jsonl --seed 1
refuses 2 'needs --resume' --from 2
refuses 2 'number of a decision' --resume a.jsonl --from 0
refuses 2 'us' --side nobody
refuses 2 'minister' --minister nobody

# wrong scenarios and saves
refuses 2 S008 "$top/tests/bad_scenarios/s008-unknown-ids.json"
refuses 2 J020 "$top/tests/bad_scenarios/j020-not-json.json"
refuses 2 error no-such-scenario
refuses 2 error missing.json
printf 'not a save\n' >bad.jsonl
cp bad.jsonl bad.before
refuses 2 bad.jsonl --resume bad.jsonl
cmp -s bad.jsonl bad.before || fail 'a damaged save was touched'
refuses 2 missing.jsonl --resume missing.jsonl
refuses 2 bad.jsonl --save bad.jsonl
cmp -s bad.jsonl bad.before || fail 'a file that is no game was written over'
refuses 3 no/such/folder --save no/such/folder/a.jsonl
refuses 3 --text --seed 4 --save one.jsonl # no display, but a game to be gone on with
refuses 2 'may not name' --resume one.jsonl --from 1 --save one.jsonl
refuses 2 'only 0 decisions' --resume one.jsonl --from 1 --save two.jsonl
[ ! -e two.jsonl ] || fail 'a branch that cannot be was saved'
sed '1s/"seats":{[^}]*}/"seats":{"us":"person","china":"person"}/' one.jsonl >two.jsonl
refuses 2 'both chairs' --resume two.jsonl
refuses 3 picture --screenshot no/such/folder/a.png

# what it prints
prints 'usage: backchannel-window' --help
prints 'backchannel-window ' --version
prints table --list-screens

# a picture of every screen, without a display; twice the same bytes
"$window" --list-screens >screens
while read -r screen; do
    for i in 1 2; do
        "$window" --screenshot "$screen.$i.png" --screen "$screen" 2>err || fail "no $screen"
    done
    cmp -s "$screen.1.png" "$screen.2.png" || fail "$screen is another picture each time"
    [ "$(wc -c <"$screen.1.png")" -gt 10000 ] || fail "$screen is empty"
done <screens
for options in '--size 1920x1080' '--size 1024x640 --text-scale 200' '--theme light' '--side china'; do
    # shellcheck disable=SC2086
    "$window" --screenshot a.png $options 2>err || fail "no picture with $options"
done
