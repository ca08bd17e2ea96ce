#!/bin/sh
# Recorded games: every hash still matches; a record that was changed is named where it was.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

count=0
for record in "$top"/tests/transcripts/*.jsonl; do
    id=${record##*/}
    id=${id%%.*}
    scenario=$top/scenarios/$id.json
    [ -f "$scenario" ] || scenario=$top/tests/scenarios/$id.json
    code=0
    "$program" replay --scenario "$scenario" "$record" >out 2>err || code=$?
    if [ "$code" -ne 0 ]; then
        echo 'If this change of the rules or of the scenario is meant, record the games anew:'
        echo 'sh tests/transcripts/update.sh (its first lines say when to raise ENGINE_VERSION)'
        fail "exit $code: ${record##*/}"
    fi
    says out 'all the same'
    count=$((count + 1))
done
[ "$count" -ge 18 ] || fail "only $count recorded games"

expect 0 run pentagon-2012 --games 1 --seed 21 --transcripts games
record=games/pentagon-2012-21-0.jsonl

# diverges NUMBER FIELD SED: the record changed by sed differs at that decision and field
diverges() {
    sed "$3" $record >changed.jsonl
    if cmp -s changed.jsonl $record; then fail "nothing changed by $3"; fi
    expect 1 replay changed.jsonl
    says out "decision $1 differs: $2 "
    silent err
}
diverges 5 meters.trust '/"n":5,/s/"trust":[0-9]*/"trust":777/'
diverges 9 hash '/"n":9,/s/"hash":"[0-9a-f]*"/"hash":"0123456789abcdef"/'
diverges 7 party '/"n":7,/s/"party":"[a-z]*"/"party":"nobody"/'
diverges 4 n '/"n":4,/s/"n":4,/"n":44,/'
diverges 6 round '/"n":6,/s/"round":[0-9]*/"round":11/'
last=$(grep -c '"t":"move"' $record)
diverges "$last" ending '/"t":"end"/s/"ending":"[a-z-]*"/"ending":"somewhere-else"/'
says out somewhere-else

# ministers are asked again: one that would not have moved so, and one who does not sit there
expect 0 run pentagon-2012 --games 1 --seed 6 --seat us=tit-for-tat --seat china=planner \
    --transcripts asked
games=asked/pentagon-2012-6-0.jsonl
expect 0 replay $games
sed 's/"tit-for-tat"/"hard-line"/g' $games >changed.jsonl
expect 1 replay changed.jsonl
says out 'differs: move by hard-line is recorded as '
sed 's/"planner"/"always-accuse"/g' $games >changed.jsonl
expect 1 replay changed.jsonl
says out 'differs: move by always-accuse is recorded as '
sed '1s/"tit-for-tat"/"hard-line"/' $games >changed.jsonl
expect 1 replay changed.jsonl
says out 'differs: by is recorded as tit-for-tat, replayed as hard-line'

# a move of another beat is no move of this one; one of no beat is no transcript of this scenario
sed '/"n":1,/s/"move":"[a-z-]*"/"move":"accept"/' $record >changed.jsonl
expect 1 replay changed.jsonl
says out 'decision 1 differs: move is recorded as accept, replayed as not allowed now'
sed '/"n":1,/s/"move":"[a-z-]*"/"move":"no-such-move"/' $record >changed.jsonl
expect 2 replay changed.jsonl

# another move leads elsewhere: that decision, or the first that no longer fits, is named
changed=0
for move in ask share protest name play-down; do
    sed "/\"n\":1,/s/\"move\":\"[a-z-]*\"/\"move\":\"$move\"/" $record >changed.jsonl
    if cmp -s changed.jsonl $record; then continue; fi
    expect 1 replay changed.jsonl
    says out 'decision 1 differs'
    changed=$((changed + 1))
done
[ "$changed" -ge 4 ] || fail 'the first move was not one of an opening'
