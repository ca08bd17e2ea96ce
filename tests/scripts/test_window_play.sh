#!/bin/sh
# A whole game in the window by keyboard, and one left in the middle; what was saved replays and can
# be gone on with.
. "${SOURCE_DIR:?}/tests/scripts/window.sh"
open_display

# ---- three presses lead to the first decision, and play nothing ----

play --seed 3 --save keys.jsonl --words words
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
# a last morning perhaps, the ending, the debrief, and the title
while ! grep -q 'Take the call' words; do
    presses=$((presses + 1))
    [ $presses -le 420 ] || fail 'no title after the ending'
    key Return
    sleep 0.6
done
key Escape # leads to Quit
sleep 0.6
key Escape
ended 0
[ ! -s err ] || fail 'something was said on stderr'
"$program" replay keys.jsonl >replayed || fail "the game does not replay: $(cat replayed)"

# ---- another one is left in the middle, and closed from outside ----

play --seed 3 --save half.jsonl
presses=0
while [ "$(decisions half.jsonl)" -lt 6 ]; do
    presses=$((presses + 1))
    [ $presses -le 200 ] || fail 'no six decisions after 200 presses'
    key Return
    sleep 0.1
done
key Escape
sleep 0.3
kill -TERM "$game"
ended 0
"$program" replay half.jsonl >replayed || fail "the game does not replay: $(cat replayed)"
cp half.jsonl half.before

# ---- it goes on where it was ----

play --resume half.jsonl --save rest.jsonl
for press in Return Return Return Return; do
    key $press
    sleep 0.3
done
kill -TERM "$game"
ended 0
cmp -s half.jsonl half.before || fail 'resuming has changed the file'
"$program" replay rest.jsonl >replayed || fail "the game does not replay: $(cat replayed)"

# ---- it is left at its third decision for another one ----

play --resume half.jsonl --from 3 --save branch.jsonl
for press in Return Return Return Return Return Return; do
    key $press
    sleep 0.3
done
kill -TERM "$game"
ended 0
cmp -s half.jsonl half.before || fail 'branching has changed the file'
grep -q '"branch":{"from":3,' branch.jsonl || fail 'a branch is not marked'
"$program" replay branch.jsonl >replayed || fail "the branch does not replay: $(cat replayed)"
