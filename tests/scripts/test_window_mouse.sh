#!/bin/sh
# A whole game by mouse alone, from the title over the ending and the debrief back to the title; on the
# way settings are changed, the game is saved under another name, left and gone on with.
. "${SOURCE_DIR:?}/tests/scripts/window.sh"
. "$SOURCE_DIR/tests/scripts/mouse.sh"
open_display

# What a decision can be made with, in reading order: not what asks why, opens the menu or advises.
choices() {
    sed -n 's/^[*>] \([0-9,]*\) \(.*\)$/\1 \2/p' "$screen" |
        grep -v -E 'Why\?$|^[0-9,]* (the menu|Diplomat|Intelligence|Home affairs)$' |
        awk '{ split($1, b, ","); if (b[3] > 0 && b[4] > 0) {
                   print int(b[1] + b[3] / 2), int(b[2] + b[4] / 2) } }' || true
}

# Another of them each time, so that all are pressed in the end; now and then what lies below is
# looked at, or what lies above again.
turn=0
wheel=5
choose() {
    if [ $((turn % 4)) -eq 3 ]; then
        xdotool mousemove 640 420 click --repeat 8 --delay 5 $wheel
        wheel=$((9 - wheel))
        settle
    fi
    choices >choices.txt
    count=$(wc -l <choices.txt)
    turn=$((turn + 1))
    if [ "$count" -eq 0 ]; then # they are about to move
        sleep 0.2
        return
    fi
    # shellcheck disable=SC2046 # two numbers
    click $(sed -n "$((turn % count + 1))p" choices.txt)
    settle
}

play --seed 3 --save mouse.jsonl --words words
settle

# ---- settings: text, theme and language, and back to what they were ----

press Settings
press 'Theme: Dark'
shown 'Theme: Light'
press 'Size of the text: 100 %'
shown 'Size of the text: 110 %'
press 'Motion:'
shown 'Motion: None'
press 'Language:'
press 'Language:'
shown '简体中文'
shows 'Language' && fail 'the screen is still in English'
press '.*简体中文'
shown 'Language:'
press 'Back'
grep -q '"theme": *"light"' config/backchannel/settings.json || fail 'the theme is not kept'
grep -q '"still": *true' config/backchannel/settings.json || fail 'the motion is not kept'

# ---- a class word cannot be clicked, everything else of a new game can ----

press 'New game'
press 'Difficulty:'
press 'You are:'
press 'Back'

# ---- the first decisions ----

press 'Take the call'
press 'Open the first file'
until_true 50 test -s mouse.jsonl || fail 'the game is not saved when it begins'
made() { [ "$(decisions mouse.jsonl)" -ge "$1" ]; }
steps=0
while ! made 3; do
    steps=$((steps + 1))
    [ $steps -le 300 ] || fail "$(decisions mouse.jsonl) decisions after 300 clicks"
    tap 'Play it' || choose
done

# ---- why, the menu, every page of it, and back ----

press 'Trust: .*Why\?'
shown Back
press Back
press 'the menu'
for page in 'Case files' 'Agreements and promises' 'Ledger:' 'Why:' 'Settings' 'Keys'; do
    press "$page"
    press Back
    shown 'The game waits'
done
cp mouse.jsonl before.jsonl
press 'Save under another name'
press 'Save'
shown 'Saved: '
[ "$(find data/backchannel -name '*.jsonl' | wc -l)" -eq 1 ] || fail 'no copy under a name'
"$program" replay data/backchannel/*.jsonl >replayed || fail "the copy: $(cat replayed)"

# ---- left for the title, and gone on with ----

shows 'The game waits' || press 'the menu'
press 'Save, and to the title'
shown 'Take the call'
cmp -s mouse.jsonl before.jsonl || fail 'leaving has changed the game'
press 'Saved games'
copy=$(find data/backchannel -name '*.jsonl')
name=${copy##*/}
press "${name%.jsonl}"
shows 'Take the call' && fail 'the copy is not gone on with'

# ---- on to the ending ----

steps=0
while ! over "$copy"; do
    steps=$((steps + 1))
    [ $steps -le 1500 ] || fail "no ending after $steps clicks"
    runs || fail 'the window is gone'
    tap 'Play it' || choose
done
cmp -s mouse.jsonl before.jsonl || fail 'the copy was played into the game'
until shows 'The debrief: '; do choose; done
wheel_to 'The debrief: '

# ---- the debrief, written down; back to the title; and out ----

press 'The debrief: '
shown 'Write it down' # it takes a moment to be told
press 'Write it down'
shown 'Written: '
page=${copy%.jsonl}.html
test -s "$page" || fail 'no debrief in a file'
wheel_to 'Play on from here'
press Back
wheel_to 'Back to the title'
press 'Back to the title'
shown 'Take the call'
press Quit
ended 0
[ ! -s err ] || fail 'something was said on stderr'
"$program" replay "$copy" >replayed || fail "the game does not replay: $(cat replayed)"
