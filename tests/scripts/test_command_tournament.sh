#!/bin/sh
# tournament: the sums of `run` with the same seats and seed, added up a second time; the same bytes
# for any number of jobs; three forms that agree; wrong words.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

names='tit-for-tat greedy random'
games=12

# every row of the table is what run tells of that pair and seat, to the last bit
# shellcheck disable=SC2086
expect 0 tournament pentagon-2012 $names --games $games --seed 5 --format csv
silent err
mv out table
[ "$(wc -l <table)" -eq 19 ] || fail 'a row a minister, seat and opponent and one above'
[ "$(awk -F, '{ print NF }' table | sort -u | wc -l)" -eq 1 ] || fail 'rows of one length'
head -n 1 table | grep -q '^minister,seat,opponent,games,decisions,mean,ci95,sum,breakdown,.*,hash$' ||
    fail 'the columns'
for us in $names; do
    for china in $names; do
        expect 0 run pentagon-2012 --games $games --seed 5 --seat us="$us" --seat china="$china" \
            --format json
        mv out run.json
        expect 0 run pentagon-2012 --games $games --seed 5 --seat us="$us" --seat china="$china" \
            --format jsonl
        for seat in us china; do
            if [ $seat = us ]; then row=$us,us,$china; else row=$china,china,$us; fi
            mean=$(sed "s/.*\"$seat\":{\"minister\":\"[^\"]*\",\"utility\":{\"mean\":\\([-0-9.]*\\),\"ci95\":\\([0-9.]*\\)}.*/\\1,\\2/" run.json)
            sum=$(sed "s/.*\"utility\":{[^}]*\"$seat\":\\([-0-9.]*\\).*/\\1/" out |
                awk '{ s += $1 } END { printf "%.1f", s }')
            endings=$(sed 's/.*"endings":{\([^}]*\)}.*/\1/; s/"[^"]*"://g' run.json)
            hash=$(sed 's/.*"hash":"\([0-9a-f]*\)".*/\1/' run.json)
            echo "$row,$games,$(number run.json decisions),$mean,$sum,$endings,$hash" >>expected
        done
    done
done
sed 1d table | sort >rows
sort expected >sorted
same rows sorted

# the same bytes for any number of jobs, with progress or without; another seed gives others
for format in text csv json; do
    for jobs in 1 2 7; do
        # shellcheck disable=SC2086
        expect 0 tournament pentagon-2012 $names --games 9 --jobs $jobs --format $format
        [ $jobs -eq 1 ] || same out first
        mv out first
    done
    # shellcheck disable=SC2086
    expect 0 tournament pentagon-2012 $names --games 9 --jobs 3 --quiet --format $format
    same out first
    # shellcheck disable=SC2086
    expect 0 tournament pentagon-2012 $names --games 9 --seed 2 --format $format
    if cmp -s out first; then fail "another seed gives the same $format"; fi
done

# in the order they are named, the same of each
expect 0 tournament pentagon-2012 random greedy tit-for-tat --games $games --seed 5 --format csv
sed 1d out | sort >again
same again rows

# a name alone plays itself, on the small scenario too; nothing is ahead of nothing
small=$top/tests/scenarios/small.json
for format in text csv json; do
    expect 0 tournament "$small" random --games 1 --format $format
done
says out '"differences":[]'
expect 0 tournament "$small" random --games 40
if grep -q significant out; then grep -q 'significantly ahead of' out || fail 'one alone'; fi

# without a name: everyone but the planner, in tables of at most 100 columns
expect 0 ministers
sed 's/ .*//' out | grep -v '^planner' | sort >listed
expect 0 tournament "$small" --games 2 --format csv
sed 1d out | sed 's/,.*//' | sort -u >played
same played listed
expect 0 tournament "$small" --games 2
wide=$(awk '{ gsub(/±/, "+"); if (length($0) > 100) print }' out)
[ -z "$wide" ] || fail "too wide: $wide"
says out 'with fewer than 30 games'

# the object, and every mean of several pairs, out of its parts
if command -v python3 >/dev/null; then
    # shellcheck disable=SC2086
    expect 0 tournament pentagon-2012 $names always-accuse --games 40 --seed 5 --format json
    for us in $names always-accuse; do
        for china in $names always-accuse; do
            "$program" run pentagon-2012 --games 40 --seed 5 --seat us="$us" --seat china="$china" \
                --format jsonl >"$us,$china.jsonl"
        done
    done
    python3 "$top/tests/scripts/tournament.py" out >told || fail "$(cat told)"
fi

# programs: the same for any number of jobs, faults too; what differs from run is the name alone
cp "$top/game/minister/examples/tit_for_tat.py" bot
printf '#!/bin/sh\nread -r line\n' >quitter
chmod +x bot quitter
if command -v python3 >/dev/null; then
    expect 0 tournament "$small" ./bot ./quitter random --games 6 --jobs 1 --format json
    says err './quitter was at fault: it '
    mv out first
    expect 0 tournament "$small" ./bot ./quitter random --games 6 --jobs 3 --format json
    same out first
    sed 's/{"rank"/\n&/g' out | grep '"minister":"./bot"' | grep -q '"faults":0}' || fail 'a fault of ./bot'
    # each luck begins without faults: three on each seat forfeit it
    sed 's/{"rank"/\n&/g' out | grep '"minister":"./quitter"' | grep -q '"faults":36}' || fail 'faults'
    expect 0 run "$small" --games 6 --seat east=./bot --seat west=random --format json
    sed 's/.*"hash"/"hash"/' out >sums
    grep -qF "$(cat sums)" first || fail 'run differs'
    expect 0 tournament "$small" ./quitter random --games 2
    says out 'faults of ./quitter: 12'
fi

# wrong FRAGMENT WORDS: exit 2, the fragment on stderr, nothing on stdout
wrong() {
    fragment=$1
    shift
    expect 2 tournament "$@"
    silent out
    says err "$fragment"
}
wrong 'no scenario is named'
wrong 'did you mean "pentagon-2012"' pentagon-2021 random
wrong 'random is named twice' pentagon-2012 random greedy random
wrong './none' pentagon-2012 random ./none
wrong 'tit-for-tat' pentagon-2012 tit-for-tart
wrong 'not a whole number from 1 to 30000' pentagon-2012 random --games 0
wrong 'not a whole number' pentagon-2012 random --games 30001
wrong 'not a whole number' pentagon-2012 random --jobs 0
wrong 'not a whole number' pentagon-2012 random --jobs 257
wrong 'not a whole number' pentagon-2012 random --seed -1
wrong 'is none of' pentagon-2012 random --format jsonl
wrong 'did you mean --games' pentagon-2012 random --game 3
wrong 'takes no value' pentagon-2012 random --quiet=yes
expect 0 tournament --help
says out 'Holm'

# a stream that refuses
if [ -e /dev/full ]; then
    for format in text csv json; do
        code=0
        "$program" tournament "$small" random --games 2 --format $format >/dev/full 2>err || code=$?
        [ "$code" -eq 3 ] || fail "a full disk: exit $code"
    done
fi
