#!/bin/sh
# backchannel-window --watch: the scenario is changed while it is played; the game that is saved is at
# the same decision of the changed one; a file with errors leaves it as it was.
. "${SOURCE_DIR:?}/tests/scripts/window.sh"
open_display

cp "$SOURCE_DIR/tests/scenarios/small.json" .
change() {
    sed "$1" small.json >small.json.new
    ! cmp -s small.json small.json.new || fail "nothing changes: $1"
    mv small.json.new small.json
}
hash_of() { sed -n '1s/.*"scenario_hash":"\([0-9a-f]*\)".*/\1/p' game.jsonl; }
has_changed() { [ "$(hash_of)" != "$1" ]; }
starts_at() { sed -n 1p game.jsonl | grep -q "\"calm\":$1"; }
has_moved() { [ "$(decisions game.jsonl)" -gt "$1" ]; }

play --watch --seed 3 --minister always-deny --save game.jsonl small.json
key Return
sleep 0.3
key Return
until_true 50 test -s game.jsonl || fail 'the game is not saved when it begins'
until_true 50 starts_at 50 || fail 'it does not begin as the file says'
sleep 1
for press in 1 Return; do
    key $press
    sleep 0.3
done
until_true 50 has_moved 0 || fail 'no decision'
before=$(hash_of)
made=$(decisions game.jsonl)

# saved: the same decisions, of other rules
change 's/"start": 50, "range"/"start": 60, "range"/'
until_true 50 has_changed "$before" || fail 'the file is not read again'
until_true 50 starts_at 60 || fail 'not with what it says now'
[ "$(decisions game.jsonl)" -eq "$made" ] || fail "$(decisions game.jsonl) decisions, not $made"
"$program" replay game.jsonl --scenario small.json >replayed || fail "$(cat replayed)"

# errors lie over the game; it goes on with what it was
before=$(hash_of)
change 's/"calm": {/"calm" {/'
sleep 1
runs || fail 'the window is gone'
key Escape
sleep 0.3
change 's/"calm" {/"calm": {/; s/"start": 60, "range"/"start": 70, "range"/'
until_true 50 starts_at 70 || fail 'the mended file is not read'

# played on, and left
presses=0
while ! has_moved "$made" && [ $presses -lt 40 ]; do
    presses=$((presses + 1))
    key 1
    sleep 0.2
    key Return
    sleep 0.2
done
has_moved "$made" || over game.jsonl || fail 'it does not go on'
xdotool search --name '^Backchannel$' windowquit 2>/dev/null || key Escape
sleep 0.5
if runs; then kill "$game"; fi
wait "$game" 2>/dev/null || true
game=
"$program" replay game.jsonl --scenario small.json >replayed || fail "$(cat replayed)"

# what does not go together
code=0
"$window" --watch --screenshot x.png small.json 2>err || code=$?
[ "$code" -eq 2 ] || fail "a picture: exit $code"
code=0
"$window" --watch --resume game.jsonl 2>err || code=$?
[ "$code" -eq 2 ] || fail "no scenario named: exit $code"
echo '{' >broken.json
code=0
"$window" --watch broken.json 2>err || code=$?
[ "$code" -eq 2 ] && grep -q J021 err || fail "broken from the start: exit $code"
