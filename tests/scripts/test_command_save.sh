#!/bin/sh
# Where games are saved: at every decision, in the usual place or the one named, and over nothing
# else; and how the program ends when it is at fault itself.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

# refuses CODE FRAGMENT PATH: nothing is begun, and what lies at the path stays as it is
refuses() {
    printf '1\n1\n' >in
    expect "$1" play --text --seed 3 --save "$3"
    silent out
    says err "$2"
    [ "$(wc -l <err)" -eq 1 ] || fail "said more than once: $3"
    expect "$1" play --save "$3"
    silent out
}
printf 'notes of my own\n' >notes
printf '{"t":"move"}\n' >other.jsonl
cp notes notes.before
mkfifo pipe
ln -s notes link
mkdir folder
refuses 2 'not written over' notes
refuses 2 'not written over' other.jsonl
same notes notes.before
refuses 3 'not an ordinary file' pipe
refuses 3 'not an ordinary file' link
refuses 3 'not an ordinary file' folder
refuses 3 'not an ordinary file' /dev/null
refuses 3 'cannot be written' no/such/folder/game.jsonl
[ -p pipe ] && [ -L link ] && [ -c /dev/null ] || fail 'something was replaced'
same notes notes.before

# the same in the middle of a game
printf 'save notes\nsave pipe\nsave fine.jsonl\nsave fine.jsonl\n' >in
expect 0 play --text --seed 3
says err 'notes is not written over'
says err 'pipe cannot be written'
[ "$(grep -c 'Saved: fine.jsonl' out)" -eq 2 ] || fail 'a game over its older self'
same notes notes.before

# over an empty file and over a game
: >empty
printf '1\n' >in
expect 0 play --text --seed 3 --save empty
expect 0 replay empty
expect 0 play --text --seed 4 --save empty
says empty '"seed":4'

# without a name: in the usual place, from the first decision on
rm -rf data
mkfifo slow
"$program" play --text --seed 3 <slow >out 2>err &
player=$!
exec 9>slow
lines() { cat data/backchannel/*.jsonl 2>/dev/null | wc -l; }
# waits COUNT: until the saved game has that many lines at least
waits() {
    tries=0
    while [ "$(lines)" -lt "$1" ] && [ $tries -lt 100 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    [ "$(lines)" -ge "$1" ] || fail "only $(lines) lines are saved"
}
waits 1
before=$(lines)
echo 1 >&9
waits $((before + 1))
silent err
kill -TERM $player
code=0
wait $player || code=$?
exec 9>&-
[ "$code" -eq 0 ] || fail "stopped: exit $code"
[ "$(grep -c 'The game is saved: ' err)" -eq 1 ] || fail 'the path is said once'
place=$(sed -n 's/^The game is saved: //p' err)
expect 0 replay "$place"

# to its end as well
yes 1 | head -n 200 >in
expect 0 play --text --seed 3
place=$(sed -n 's/^The game is saved: //p' err)
says "$place" '"t":"end"'

# a disk that begins to refuse: said once, and at the end
if [ "$(id -u)" -ne 0 ]; then
    mkdir closing
    "$program" play --text --seed 3 --save closing/game.jsonl <slow >out 2>err &
    player=$!
    exec 9>slow
    tries=0
    while [ ! -s closing/game.jsonl ] && [ $tries -lt 100 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    chmod a-w closing
    printf '1\n1\n1\n1\n1\n' >&9
    exec 9>&-
    code=0
    wait $player || code=$?
    chmod u+w closing
    [ "$code" -eq 3 ] || fail "a disk that refuses: exit $code"
    [ "$(grep -c 'cannot be written' err)" -eq 2 ] || fail 'said once and at the end'
fi

# a demonstration is saved where that is asked for
: >in
expect 0 play --save shown.jsonl
says out 'The end: '
says shown.jsonl '"t":"end"'
expect 0 replay shown.jsonl

# two persons cannot both sit at one keyboard
printf '1\n' >in
expect 0 play --text --seed 3 --save one.jsonl
sed '1s/"seats":{[^}]*}/"seats":{"us":"person","china":"person"}/' one.jsonl | head -n 1 >two.jsonl
: >in
expect 0 replay two.jsonl
expect 2 play --text --resume two.jsonl
silent out
says err 'both chairs'

# after a decision is taken back, its morning is told again
yes 1 | head -n 6 >in
expect 0 play --text --seed 3
mornings=$(grep -c 'Why the numbers moved' out)
at=0
decisions=0
while [ $at -eq 0 ] && [ $decisions -lt 6 ]; do
    decisions=$((decisions + 1))
    yes 1 | head -n $decisions >in
    expect 0 play --text --seed 3
    at=$(grep -c 'Why the numbers moved' out) || :
done
[ "$mornings" -gt 0 ] && [ "$at" -eq 1 ] || fail 'no morning in six decisions'
(cat in; echo undo; echo 1) >undone
mv undone in
expect 0 play --text --seed 3
[ "$(grep -c 'Why the numbers moved' out)" -eq 2 ] || fail 'the morning after an undo is not told'

# a game that is over before its first decision tells its ending
sed -e 's/"id": "small"/"id": "over"/' \
    -e 's/"when": \[{ "alarm": "100.." }, { "calm": "..0" }\]/"when": { "calm": "..99" }/' \
    "$top/tests/scenarios/small.json" >over.json
: >in
expect 0 play ./over.json --save over.jsonl
says out 'The end: War'
expect 0 replay --scenario ./over.json over.jsonl
expect 0 play --text ./over.json
says out 'The end: War'
expect 0 play --text ./over.json --resume over.jsonl
says out 'The end: War'
expect 0 run ./over.json --games 2 --format jsonl
says out '"decisions":0'

# a bug of the program is exit 4 and a sentence, not a signal
rm -f out
"$program" play --text --seed 3 <slow >out 2>err &
player=$!
exec 9>slow
tries=0
while [ ! -s out ] && [ $tries -lt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
kill -ABRT $player
code=0
wait $player || code=$?
exec 9>&-
[ "$code" -eq 4 ] || fail "a bug: exit $code"
says err 'a bug of the program'
