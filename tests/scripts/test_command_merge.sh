#!/bin/sh
# --shard and merge: any split, in any order and by any number of jobs, is the run in one piece to the
# byte; parts that are lost, damaged, doubled or of another run are refused by name.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

# split N FORMAT ARGUMENT...: N parts of a run in part-1 ... part-N
split() {
    count=$1
    shift
    rm -f part-*
    for i in $(seq "$count"); do
        expect 0 run "$@" --shard "$i/$count" --jobs $((i % 3 + 1))
        silent err
        mv out "part-$i"
    done
}

# every form, every kind of run, several splits, the parts backwards
vary='--vary trust=20,60 --vary seat.us=random,tit-for-tat'
for format in text json jsonl csv table; do
    # shellcheck disable=SC2086
    for how in '' '--counts --set crisis=20 --without F31' "$vary" "$vary --pair --counts"; do
        expect 0 run pentagon-2012 --games 23 --seed 5 $how --format $format
        mv out whole
        for count in 1 2 7 23; do
            split $count pentagon-2012 --games 23 --seed 5 $how --format $format
            # shellcheck disable=SC2046
            expect 0 merge $(ls -r part-*)
            same out whole
            silent err
        done
    done
done

# no scenario is needed, nor the folder it lay in; a name that wants quoting
cp "$top/tests/scenarios/small.json" .
split 3 ./small.json --games 9 --format json --set '/x-note="a, \"b\""'
expect 0 run ./small.json --games 9 --format json --set '/x-note="a, \"b\""'
mv out whole
rm small.json
expect 0 merge part-1 part-2 part-3
same out whole

# a part is the result of its own games, and its sums are those of the whole
split 4 pentagon-2012 --games 10 --format json
for i in 1 2 3 4; do
    python3 -c 'import json, sys; p = json.load(open(sys.argv[1])); print(p["games"], p["decisions"])' part-$i
done | awk '{ g += $1; d += $2 } END { print g, d }' >sums
expect 0 merge part-2 part-4 part-3 part-1
python3 -c 'import json; p = json.load(open("out")); print(p["games"], p["decisions"])' >whole
same sums whole

# what is expected of the whole, merge answers
expect 0 merge part-* --expect 'games==10'
expect 1 merge part-* --expect 'games>10'
expect 2 merge part-* --expect 'gamse>10'
silent out
expect 2 run pentagon-2012 --games 9 --shard 1/3 --expect 'games>1'
says err 'merge is asked'

refused() {
    fragment=$1
    shift
    expect 2 merge "$@"
    silent out
    says err "$fragment"
}

# lost shards are named, and counted for a script
split 9 pentagon-2012 --games 20 --format csv
refused '4 of 9 shards are missing: 1 4-5 9' part-2 part-3 part-6 part-7 part-8
expect 1 merge --missing part-2 part-3 part-6 part-7 part-8
[ "$(tr '\n' ' ' <out)" = '1 4 5 9 ' ] || fail 'the numbers of lost shards'
expect 0 merge --missing part-*
silent out
cp part-3 twice
refused 'part-3 and twice are both shard 3' part-* twice

# a damaged part, wherever the damage is, is never counted
cp part-5 good
sed '2s/,/;/' good >part-5
refused 'part-5 is no part, or it is damaged' part-*
sed '$s/"games":2/"games":3/' good >part-5
refused 'part-5 is no part, or it is damaged' part-*
head -c -1 good >part-5
refused 'part-5 is no part, or it is damaged' part-*
head -n 2 good >part-5
refused 'part-5 is no part, or it is damaged' part-*
: >part-5
refused 'part-5 is no part, or it is damaged' part-*
head -c 30000 /dev/zero | tr '\0' '[' >part-5
refused 'part-5 is no part, or it is damaged' part-*
expect 1 merge --missing part-*
[ "$(cat out)" = 5 ] || fail 'the damaged shard'
says err 'part-5 is no part'
refused 'cannot be read' part-1 nowhere
refused 'is no regular file' part-1 /dev/null
refused 'no part is named'
cp good part-5
expect 0 merge part-*

# parts of other runs: each says in what
other() {
    what=$1
    shift
    expect 0 run "$@" --shard 2/9
    mv out stranger
    refused "differ in $what" part-1 stranger
}
base='pentagon-2012 --games 20 --format csv'
# shellcheck disable=SC2086
{
    other seed $base --seed 2
    other games pentagon-2012 --games 21 --format csv
    other format pentagon-2012 --games 20 --format json
    other scenario_hash $base --set trust=36
    other scenario_hash $base --seat us=greedy
    other without $base --without F31
    other counts $base --counts
    other scenario was-it-you --games 20 --format csv
}
expect 0 run pentagon-2012 --games 20 --format csv --shard 2/8
mv out stranger
refused 'differ in shards' part-1 stranger

# a program that errs is no part of a whole
cat >sleeper.sh <<'EOF'
#!/bin/sh
exit 0
EOF
chmod +x sleeper.sh
BACKCHANNEL_BOT_INIT_MS=200 expect 2 run pentagon-2012 --games 2 --seat us=./sleeper.sh --shard 1/2
says err 'no part of a whole'
expect 2 run pentagon-2012 --games 2 --shard 1/3
expect 2 run pentagon-2012 --games 2 --shard 0/2
