#!/bin/sh
# play --watch in text: the scenario is changed while it is played; the game is played again up to
# where it stood, says what differs first, goes on as it was while the file has errors, and is saved
# as a game of the changed scenario.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"
unset LANGUAGE

cp "$top/tests/scenarios/small.json" first.json
player=
trap '[ -z "$player" ] || kill "$player" 2>/dev/null || :; rm -rf "$work"' EXIT

# start ARGUMENT...: a game of a fresh small.json that reads the lines of tell
start() {
    cp first.json small.json
    rm -f lines && mkfifo lines
    timeout 60 "$program" play small.json --watch "$@" <lines >out 2>err &
    player=$!
    exec 3>lines
}
tell() { printf '%s\n' "$@" >&3; }

# until_says FILE N TEXT: waits until a text has been said so many times
until_says() {
    left=150
    until [ "$(grep -cF -e "$3" "$1" || :)" -ge "$2" ]; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || fail "not $2 times in $1: $3"
        sleep 0.1
    done
}

# ends CODE: the input is over, the program ends
ends() {
    exec 3>&-
    code=0
    wait "$player" || code=$?
    player=
    [ "$code" -eq "$1" ] || fail "exit $code, not $1"
}

# change SED: writes the scenario anew in the way of many editors: another file takes its name
change() {
    sed "$1" small.json >small.json.new
    ! cmp -s small.json small.json.new || fail "nothing changes: $1"
    mv small.json.new small.json
}

start --text --seed 5 --minister always-deny --save game.jsonl
until_says out 1 'Round 1'
until_says out 1 'Calm 50'

# another start: the first decision differs already, and the table is shown anew
change 's/"start": 50, "range"/"start": 60, "range"/'
until_says out 1 'Reloaded. From decision 1 on it differs: calm 60, was 50.'
until_says out 1 'Calm 60'

# it goes on; a change that is felt later only says where
tell ask
until_says out 1 'Round 2'
change 's/"do": { "calm": 1, "favour.own": -1 }/"do": { "calm": 9, "favour.own": -1 }/'
until_says out 2 'Reloaded'
grep 'Reloaded' out | tail -n 1 | grep -q 'From decision [2-4] on it differs: .*calm' || fail 'what differs'

# a text that changes changes nothing else
change 's/"title": "Calm"/"title": "Stillness"/'
until_says out 1 'Reloaded. Nothing differs up to here, decision '
until_says out 1 'Stillness '

# errors are told with their place, once; the old game goes on meanwhile
cp small.json good.json
change 's/"beat": "question", "family": "cooperate"/"beat": "qestion", "family": "cooperate"/'
until_says out 1 'small.json has errors. The game goes on with what it was.'
until_says err 1 'did you mean "question"?'
says err 'small.json:'
sleep 0.5
[ "$(grep -c 'has errors' out)" -eq 1 ] || fail 'told twice'
tell table
sleep 0.3
# half a file, as it is while it is written, and then the whole: read when it is whole
head -c 2000 good.json >small.json
sleep 0.3
cat good.json >small.json
until_says out 2 'Reloaded. Nothing differs up to here'

# gone for a moment
mv small.json away.json
sleep 0.4
sed 's/"title": "Stillness"/"title": "Quiet water"/' away.json >small.json
until_says out 1 'Quiet water '
tell quit
ends 0
says err 'The game is saved: game.jsonl'

# what is saved is a game of the changed scenario, of which ministers are asked from there on only
expect 0 replay game.jsonl --scenario small.json
grep '"t":"game"' game.jsonl | grep -q '"branch":{"from":[0-9]*,"hash":"[0-9a-f]*","rules":"[0-9a-f]*"}' ||
    fail 'no word of the rules it began with'
expect 2 replay game.jsonl --scenario first.json

# and can be gone on with, watched again
expect 2 play --watch --text --resume game.jsonl
says err '--watch with --resume needs the SCENARIO, too'
cp small.json first.json
start --resume game.jsonl --save game.jsonl
until_says out 1 'Quiet water '
change 's/"title": "Quiet water"/"title": "Flat water"/'
until_says out 1 'Flat water '
ends 0
expect 0 replay game.jsonl --scenario small.json

# a move that is no longer possible: the game stands there
cp "$top/tests/scenarios/small.json" first.json
start --seed 5 --minister always-deny --save other.jsonl
until_says out 1 'Round 1'
tell wait
until_says out 1 'Wait a day'
sleep 0.3
tell forget
until_says out 1 'Round 2'
change 's/"beat": "question", "family": "deny", "again": true,/"beat": "question", "family": "deny", "again": true, "when": { "round": "3.." },/'
until_says out 1 'Reloaded'
says out 'wait, can no longer be made: the game stands there.'
says out 'Decision 1'
tell quit
ends 0
expect 0 replay other.jsonl --scenario small.json
[ "$(grep -c '"t":"move"' other.jsonl)" -le 1 ] || fail 'it stands further on'

# rules under which the ministers would have chosen otherwise: their old choices stand, and replay
cp "$top/tests/scenarios/small.json" first.json
start --seed 3 --minister random --save random.jsonl
until_says out 1 'Round 1'
tell 1 1 1
until_says out 1 'Round 2'
sleep 0.3
cp random.jsonl before.jsonl
change 's/"start": \[20, 25\]/"start": [33, 37]/'
until_says out 1 'Reloaded. From decision 1 on it differs: alarm 3'
tell 1
sleep 0.5
tell quit
ends 0
expect 0 replay random.jsonl --scenario small.json
sed -n 's/.*"move":"\([^"]*\)".*/\1/p' before.jsonl >moves
sed -n 's/.*"move":"\([^"]*\)".*/\1/p' random.jsonl | head -n "$(wc -l <moves)" >again
same moves again

# from the start it must be without errors
echo '{' >broken.json
expect 2 play --watch --text broken.json
says err J021
expect 2 play --watch --text nowhere.json
expect 2 play --watch --text no-such-scenario
