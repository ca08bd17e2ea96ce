#!/bin/sh
# Text play through a pipe: to an ending, out of the middle and back again.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

# to an ending, from both chairs, by numbers
for side in us china; do
    yes 1 | head -n 200 >in
    expect 0 play --text --seed 3 --side $side --save $side.jsonl
    says out 'The end: '
    says $side.jsonl '"t":"end"'
    says $side.jsonl "\"$side\":\"person\""
    expect 0 replay $side.jsonl
done
if cmp -s us.jsonl china.jsonl; then fail 'both chairs are the same game'; fi

# what a player is told: the part played, all of a bet, what was signed and ordered, the score
(echo table; echo help; yes 1 | head -n 3; echo ledger; echo 2; yes 2 | head -n 200) >in
expect 0 play --text --seed 3 --side us --save told.jsonl
says out 'Opening: you were struck'
says out 'Answer: they ask you'
says out 'Reaction: you decide what the answer is worth'
says out 'If it was us'
says out 'the truth comes out'
says out 'A bet: the lines under a choice'
says out 'Round 1, May: '
says out 'only what both of you choose, unseen, is signed'
says out 'contact+experts: Contact point, Experts’ group'
says out 'Signed: '
says out 'What was ordered in private:'
says out 'Your score: '
says out 'Their score: '
# the incident in full once a round, and where it is asked for
told=$(grep -c '^Trace, confidence' out)
rounds=$(grep -c ': you were struck$' out)
[ "$told" -le "$((rounds + 1))" ] || fail "the trace is told $told times in $rounds incidents"

# the same input, the same bytes
yes 2 | head -n 300 >in
expect 0 play --text --seed 8 --save a.jsonl
cp out first
expect 0 play --text --seed 8 --save b.jsonl
same out first
same a.jsonl b.jsonl
if grep -q "$escape" out; then fail 'an escape in the text'; fi

# what can be typed
printf '%s\n' help ledger undo '' 'no such thing' ledgre 99 0 -1 save 'save kept.jsonl' \
    "${escape}[2J" quit 1 >in
expect 0 play --text --seed 3
says out 'save FILE'
says out 'nothing to take back'
says out 'did you mean ledger'
says out '99 is no choice'
says out '\u001b'
says out 'Saved: kept.jsonl'
says err 'saved: '
if grep -q "$escape" out; then fail 'an escape came through'; fi
place=$(sed -n 's/^The game is saved: //p' err)
case $place in "$work/data/backchannel/"*) ;; *) fail "saved at $place" ;; esac
expect 0 replay "$place"
same "$place" kept.jsonl

# the end of input saves; the game goes on where it was, and ends as it would have
yes 1 | head -n 200 >in
expect 0 play --text --seed 11 --save whole.jsonl
for decisions in 0 1 4; do
    yes 1 | head -n $decisions >in
    expect 0 play --text --seed 11 --save part.jsonl
    says err part.jsonl
    if grep -q '"t":"end"' part.jsonl; then fail 'already over'; fi
    cp part.jsonl part.before
    yes 1 | head -n 200 >in
    expect 0 play --text --resume part.jsonl --save rest.jsonl
    same part.jsonl part.before
    same rest.jsonl whole.jsonl
done
: >in
expect 0 play --text --resume whole.jsonl
says out 'The end: '

# what was taken back is in the record, and does not change what follows
(echo 1; echo undo; yes 1 | head -n 200) >in
expect 0 play --text --seed 11 --save undone.jsonl
says undone.jsonl '"t":"undo","to":'
expect 0 replay undone.jsonl
tail -n 1 undone.jsonl | sed 's/,"hindsight":true//' >out
[ "$(cat out)" = "$(tail -n 1 whole.jsonl)" ] || fail 'undo changed the game'

# why: a number, a side, a title, a beginning; what is not known, and what there is
small=$top/tests/scenarios/small.json
yes 1 | head -n 4 >in
printf '%s\n' 'why alarm' 'why favour.east' 'why favour' 'why Calm all' 'why ala' 'why b' \
    'why loot.west' 'why case' 'why nothing-such' 'why beac' why >>in
expect 0 play "$small" --text --seed 11 --minister generous
says out 'Alarm: '
says out 'The tide turns. It drifts toward 25 every round: 1/2 of the way from below, 1/4 from above.'
says out ', theirs: '
says out ': not known yet'
says out 'Who did it is not known yet.'
says out 'several things begin with b'
says out 'nothing here is called nothing-such'
says out 'Beacon: not in force'
says out 'You can ask about:'
says out '    alarm: Alarm'
says out '    Round 1, Spring, from '
# what a number is: once, above its causes, though two sides have it
line="$(python3 -c 'import json, sys
print(json.load(open(sys.argv[1]))["meters"]["standing"]["text"]["line"])' "$top/scenarios/pentagon-2012.json")"
printf 'why standing\n' >in
expect 0 play pentagon-2012 --text --seed 7 --minister generous
[ "$(grep -cF "    $line" out)" -eq 1 ] || fail 'a number does not say once what it is'
says out 'Standing at home, theirs: '
# the causes are those of the ledger
printf 'why alarm all\nledger\n' >asked
(yes 1 | head -n 4; cat asked) >in
expect 0 play "$small" --text --seed 11 --minister generous
sed -n '/^Alarm: /,/^$/p' out | grep '^        ' | sed 's/^ *//' >asked
sed -n '/^Round 1, Spring: /,$p' out >ledger
[ "$(wc -l <asked)" -ge 3 ] || fail 'no causes'
while read -r cause; do says ledger "$cause"; done <asked

# taking back: free while nothing more is known; else the game is with hindsight, told once
printf '%s\n' rewind 'rewind 1' 1 1 rewind 'rewind 2' 'rewind x' 'rewind 9' undo quit >in
expect 0 play "$small" --text --seed 3 --save rewound.jsonl
says out 'There is nothing to take back.'
grep -q '^1  Round 1, Spring. .*: ' out || fail 'decisions are not listed'
[ "$(grep -c 'played with hindsight' out)" -eq 1 ] || fail 'hindsight is told once'
says out 'With hindsight: '
says out 'one of your decisions, 1 to 1'
[ "$(grep -c '"t":"undo"' rewound.jsonl)" -eq 2 ] || fail 'two were taken back'
yes 1 | head -n 200 >in
expect 0 play "$small" --text --resume rewound.jsonl --save ended.jsonl
says out 'With hindsight: '
says ended.jsonl '"hindsight":true}'
expect 0 replay --scenario "$small" ended.jsonl

# a disk that refuses
yes 1 | head -n 3 >in
expect 3 play --text --save no/such/folder/game.jsonl
silent out
says err 'cannot be written'
if [ -e /dev/full ]; then
    code=0
    "$program" play --text --save full.jsonl <in >/dev/full 2>err || code=$?
    [ "$code" -eq 3 ] || fail "a full disk: exit $code"
fi

# asked to stop by a signal, it saves
mkfifo slow
"$program" play --text --seed 3 --save stopped.jsonl <slow >out 2>err &
player=$!
exec 9>slow
echo 1 >&9
tries=0
while [ ! -s stopped.jsonl ] && [ $tries -lt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
kill -TERM $player
code=0
wait $player || code=$?
exec 9>&-
[ "$code" -eq 0 ] || fail "stopped: exit $code"
expect 0 replay stopped.jsonl

# neither display nor terminal: a demonstration to the ending
: >in
expect 0
says out 'The end: '
mv out first
expect 0 play
same out first
expect 0 play --seed 2 --minister generous
if cmp -s out first; then fail 'another seed tells the same story'; fi
[ "$(grep -c '^Why the numbers moved' first)" -eq 12 ] || fail 'a morning is told twice, or not at all'

# with a display the window beside the program takes over, with the same words; --text stays here
mkdir bin
cp "$program" bin/backchannel
printf '#!/bin/sh\nprintf "window"; printf " <%%s>" "$@"\n' >bin/backchannel-window
chmod +x bin/backchannel-window
window() { DISPLAY=:99 bin/backchannel "$@" <in >out 2>err || fail "exit $?: $*"; }
window
[ "$(cat out)" = 'window <>' ] || [ "$(cat out)" = window ] || fail 'no window'
window play small.json --seed 4 --side 'x y'
[ "$(cat out)" = 'window <small.json> <--seed> <4> <--side> <x y>' ] || fail 'other words'
window --text --seed 4
says out 'Seed 4'
rm bin/backchannel-window
window --seed 4
says out 'The end: '
code=0
DISPLAY=:99 bin/backchannel play --sed 4 >out 2>err || code=$?
[ "$code" -eq 2 ] || fail 'wrong words are told before any window'
