#!/bin/sh
# run: the same bytes from the same seed, sums that agree with the single games, and streams that
# refuse.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

seats='--seat us=generous --seat china=hard-line'

# twice the same, another seed another
for format in text json jsonl csv; do
    # shellcheck disable=SC2086
    expect 0 run pentagon-2012 --games 50 --seed 9 $seats --format $format
    mv out first
    # shellcheck disable=SC2086
    expect 0 run pentagon-2012 --games 50 --seed 9 $seats --format $format
    same out first
    silent err
    # shellcheck disable=SC2086
    expect 0 run pentagon-2012 --games 50 --seed 10 $seats --format $format
    if cmp -s out first; then fail "another seed gives the same $format"; fi
done

# no locale changes a byte
LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8 LANGUAGE=de \
    "$program" run pentagon-2012 --games 5 --format json >german
expect 0 run pentagon-2012 --games 5 --format json
same german out

# the object of contracts
for key in scenario scenario_hash seed set games decisions endings seats minister utility mean ci95 \
    hash; do
    says out "\"$key\":"
done
says out '"scenario":"pentagon-2012"'
says out '"us":{"minister":"random"'
grep -Eq '"hash":"[0-9a-f]{16}"\}$' out || fail 'the hash'

# the sums are those of the games, however they are counted
expect 0 run pentagon-2012 --games 40 --format json
[ "$(number out games)" -eq 40 ] || fail 'games'
decisions=$(number out decisions)
endings=$(sed 's/.*"endings":{\([^}]*\)}.*/\1/' out | tr ',' '\n' | awk -F: '{ n += $2 } END { print n }')
[ "$endings" -eq 40 ] || fail "endings add up to $endings"
mean=$(sed 's/.*"us":{"minister":"random","utility":{"mean":\([-0-9.]*\).*/\1/' out)
expect 0 run pentagon-2012 --games 40 --format jsonl
[ "$(wc -l <out)" -eq 40 ] || fail 'a line a game'
sed 's/.*"decisions":\([0-9]*\).*"us":\([-0-9.]*\).*/\1 \2/' out |
    awk -v decisions="$decisions" -v mean="$mean" '
    { d += $1; u += $2 }
    END {
        difference = u / NR - mean
        if (d != decisions || difference > 0.0001 || difference < -0.0001) {
            print d " decisions, mean " u / NR; exit 1
        }
    }' || fail "the sums of the single games differ from $decisions and $mean"
expect 0 run pentagon-2012 --games 40 --format csv
[ "$(wc -l <out)" -eq 41 ] || fail 'a row a game and one above'
[ "$(awk -F, '{ print NF }' out | sort -u | wc -l)" -eq 1 ] || fail 'rows of one length'

# every number of a line of JSON is a column of the table, and the other way round
expect 0 run pentagon-2012 --format csv
head -n 1 out | tr ',' '\n' | grep -v '^utility' | sort >columns
expect 0 run pentagon-2012 --format jsonl
sed 's/"utility":{[^}]*},//; s/"meters":{\([^}]*\)}/\1/; s/[{}"]//g' out | tr ',' '\n' >pairs
sed 's/:.*//' pairs | sort >keys
same keys columns
expect 0 run pentagon-2012 --format json
[ "$(grep -o '"ci95":0.0000' out | wc -l)" -eq 2 ] || fail 'one game has no spread'

# written down or not, the games are the same; every transcript replays
for who in random planner generous; do
    expect 0 run pentagon-2012 --games 2 --seed 4 --seat china=$who --format jsonl
    mv out bare
    expect 0 run pentagon-2012 --games 2 --seed 4 --seat china=$who --format jsonl --transcripts $who
    same out bare
    for game in 0 1; do
        expect 0 replay $who/pentagon-2012-4-$game.jsonl
        hash=$(sed -n "$((game + 1))s/.*\"hash\":\"\\([0-9a-f]*\\)\"}\$/\\1/p" bare)
        says out "$hash"
    done
done

# game k of a run is game k of play, decision for decision
expect 0 run pentagon-2012 --games 3 --seed 6 --seat us=random --seat china=tit-for-tat \
    --transcripts games
record=games/pentagon-2012-6-2.jsonl
sed -n 's/.*"party":"us","move":"\([^"]*\)".*/\1/p' $record >in
expect 0 play --text --seed 6 --game 2 --minister tit-for-tat --save played.jsonl
grep -o '"hash":"[0-9a-f]*"' $record >recorded
grep -o '"hash":"[0-9a-f]*"' played.jsonl >replayed
same recorded replayed

# streams that refuse
: >in
if [ -e /dev/full ]; then
    for format in text json jsonl csv; do
        code=0
        "$program" run pentagon-2012 --games 300 --format $format >/dev/full 2>err || code=$?
        [ "$code" -eq 3 ] || fail "a full disk: exit $code"
    done
    code=0
    "$program" --help >/dev/full 2>err || code=$?
    [ "$code" -eq 3 ] || fail "help to a full disk: exit $code"
fi
{ code=0; "$program" run pentagon-2012 --games 3000 --format jsonl 2>err || code=$?; echo $code >code; } |
    head -n 1 >out
[ "$(cat code)" -eq 3 ] || fail "a reader that goes away: exit $(cat code)"
code=0
"$program" run pentagon-2012 >&- 2>err || code=$?
[ "$code" -eq 3 ] || fail "a closed output: exit $code"
expect 3 run pentagon-2012 --transcripts /dev/null/games
expect 3 run pentagon-2012 --transcripts "$program"
