#!/bin/sh
# Facts: `check --sources` lists each with what carries it; `run --without` plays as if one were not
# known, and every fact of the main scenario that has a part in play changes a thousand games.
. "$SOURCE_DIR/tests/scripts/command.sh"

main="$top/scenarios/pentagon-2012.json"
small="$top/tests/scenarios/small.json"

# ---- the list ----

expect 0 check --sources "$small"
cat >wanted <<END
F1  card  Nets were cut at night.
    $small:247  incident  /incidents/nets
F2  card  Nobody saw by whom.
    $small:247  incident  /incidents/nets
facts: 2, rule 0, card 2, setting 0, editorial 0; carried in 2 places
END
line=$(grep -n '"nets": {' "$small" | cut -d: -f1)
sed -i "s/:247  /:$line  /" wanted
same out wanted
silent err
expect 0 check --sources --format json "$small"
carrier="{\"pointer\":\"/incidents/nets\",\"line\":$line,\"column\":5,\"kind\":\"incident\"}"
printf '{"facts":[%s,%s]}\n' \
    "{\"id\":\"F1\",\"role\":\"card\",\"text\":\"Nets were cut at night.\",\"carriers\":[$carrier]}" \
    "{\"id\":\"F2\",\"role\":\"card\",\"text\":\"Nobody saw by whom.\",\"carriers\":[$carrier]}" >wanted
same out wanted

# what nothing carries is no answer, unless it is editorial; findings go to stderr
loose="$top/tests/bad_scenarios/s062-fact-not-carried.json"
expect 1 check --sources "$loose"
says out 'F2  setting  The table is round.'
says out "$loose:4  text  /text/briefing/0"
says out '    carried by nothing'
says out '    The text is not.'
[ "$(grep -c 'carried by nothing' out)" -eq 2 ] || fail 'two facts are carried by nothing'
says err 'S062'
expect 1 check --sources "$top/tests/bad_scenarios/s008-facts.json"
silent out
says err 'S008'

# ---- without ----

expect 0 run "$small" --games 300 --format json
cp out with
expect 0 run "$small" --games 300 --format json --without F1
says out '"set":{},"without":["F1"],"games":300'
expect 0 run "$small" --games 300 --without F1 --without F2
says out 'without the fact F1'
says out 'without the fact F2'
expect 2 run "$small" --without f2
says err 'small names no fact f2; did you mean F2?'
silent out
expect 2 run "$small" --without F1 --transcripts games
says err 'leaves no transcripts'
[ ! -e games ] || fail 'a folder was made'

# A fact in play changes the games; one that only texts and people carry cannot, and is named.
expect 0 check --sources "$main"
cp out sources
ids=$(sed -n 's/^\([A-Za-z][A-Za-z0-9-]*\)  \(rule\|card\)  .*/\1/p' sources)
[ "$(grep -c '^    "F[0-9]*": {' "$main")" -eq "$(grep -c '^F[0-9]*  ' sources)" ] ||
    fail 'not every fact of the file is listed'
[ "$(echo "$ids" | wc -l)" -ge 35 ] || fail 'too few facts'
expect 0 run "$main" --games 1000 --format json
grep -o '"hash":"[0-9a-f]*"' out >with
for id in $ids; do
    sed -n "/^$id  /,/^[^ ]/p" sources | sed '1d;$d' >carriers
    if grep -qvE '  (text|party|other|adviser|character|source|round)  ' carriers; then
        expect 0 run "$main" --games 1000 --format json --without "$id"
        grep -o '"hash":"[0-9a-f]*"' out >without
        ! cmp -s with without || fail "$id changes nothing in a thousand games: $(cat carriers)"
    else
        grep -q '  text  ' carriers || fail "$id is neither in play nor said"
        echo "only said: $id"
    fi
done
