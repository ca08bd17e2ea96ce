#!/bin/sh
# A whole game in the window by keyboard, and the first rounds of another by mouse; what was saved
# replays and can be gone on with.
. "${SOURCE_DIR:?}/tests/scripts/window.sh"
open_display

# ---- three presses lead to the first decision, and play nothing ----

play --seed 3 --save keys.jsonl
key Return
sleep 0.3
key Return
until_true 50 test -s keys.jsonl || fail 'the game is not saved when it begins'
sleep 1
key Return
sleep 0.3
[ "$(decisions keys.jsonl)" -eq 0 ] || fail 'the third press has made a decision'

# ---- cards by number, a decision taken back, the menu ----

key 2
sleep 0.2
key Return
sleep 0.2
key Return
played() { [ "$(decisions keys.jsonl)" -ge 1 ]; }
until_true 50 played || fail 'a card by its number is not played'
key u
taken_back() { grep -q '"t":"undo"' keys.jsonl; }
until_true 50 taken_back || fail 'U takes nothing back'
for page in F1 l y Escape; do
    key $page
    sleep 0.2
    key Escape
    sleep 0.2
done
runs || fail 'Esc has ended the game'

# ---- on to the ending ----

presses=0
while ! over keys.jsonl; do
    presses=$((presses + 1))
    [ $presses -le 400 ] || fail 'no ending after 400 presses'
    runs || fail 'the window is gone'
    key Return
    sleep 0.05
done
for press in Return Return Return; do
    sleep 0.3
    key $press
done
sleep 0.3
key Escape
sleep 0.3
if runs; then key Escape; fi
ended 0
[ ! -s err ] || fail 'something was said on stderr'
"$program" replay keys.jsonl >replayed || fail "the game does not replay: $(cat replayed)"

# ---- by mouse: the title's button, the briefing's, then cards ----

play --seed 3 --save mouse.jsonl
click 640 419
sleep 0.3
click 640 643
until_true 50 test -s mouse.jsonl || fail 'no game by mouse'
sleep 1
# Two clicks down along a column until somebody has decided: the first opens a card, the second
# plays it; at a summit they mark a clause and take it back, and the button is below.
# A click on a number on the way asks why; the last one is on the way back from that, and on nothing
# else.
sweep() { # sweep X
    y=350
    while [ $y -le 580 ] && [ "$(decisions mouse.jsonl)" -eq "$before" ]; do
        click "$1" $y
        click "$1" $y
        sleep 0.05
        y=$((y + 22))
    done
    click 1250 40
}

click 450 78 # why trust is what it is, and back: by keys, by mouse
sleep 0.3
key Escape
sleep 0.3
click 450 78
sleep 0.3
click 1250 40
sleep 0.3
rounds=0
while [ "$(decisions mouse.jsonl)" -lt 6 ]; do
    rounds=$((rounds + 1))
    [ $rounds -le 20 ] || fail "$(decisions mouse.jsonl) decisions by mouse, no more"
    before=$(decisions mouse.jsonl)
    for x in 820 500 180; do sweep $x; done
    sleep 0.8
    click 640 607 # on from a morning
    sleep 0.3
done
xdotool mousemove 2 2
key Escape
sleep 0.3
kill -TERM "$game"
ended 0
"$program" replay mouse.jsonl >replayed || fail "the game does not replay: $(cat replayed)"
cp mouse.jsonl mouse.before

# ---- it goes on where it was ----

play --resume mouse.jsonl --save rest.jsonl
for press in Return Return Return Return; do
    key $press
    sleep 0.3
done
kill -TERM "$game"
ended 0
cmp -s mouse.jsonl mouse.before || fail 'resuming has changed the file'
"$program" replay rest.jsonl >replayed || fail "the game does not replay: $(cat replayed)"

# ---- it is left at its third decision for another one ----

play --resume mouse.jsonl --from 3 --save branch.jsonl
for press in Return Return Return Return Return Return; do
    key $press
    sleep 0.3
done
kill -TERM "$game"
ended 0
cmp -s mouse.jsonl mouse.before || fail 'branching has changed the file'
grep -q '"branch":{"from":3,' branch.jsonl || fail 'a branch is not marked'
"$program" replay branch.jsonl >replayed || fail "the branch does not replay: $(cat replayed)"
