#!/bin/sh
# run on several cores, --set, --vary, --pair, --counts: the same bytes for any number of jobs; a
# cell is the run of its own rules and seats; figures that agree with the single games; tables that
# Python reads as they are; wrong words.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

games=61
vary='--vary trust=20,60 --vary seat.us=random,generous --set /meters/crisis/start=20'

# the same bytes for any number of jobs: rows in their order, sums, transcripts
for format in text json jsonl csv table; do
    # shellcheck disable=SC2086
    for how in "--counts" "$vary" "$vary --pair --counts"; do
        expect 0 run pentagon-2012 --games $games --seed 3 $how --format $format --jobs 1
        mv out one
        for jobs in 2 7; do
            expect 0 run pentagon-2012 --games $games --seed 3 $how --format $format --jobs $jobs
            same out one
            silent err
        done
        expect 0 run pentagon-2012 --games $games --seed 3 $how --format $format
        same out one
    done
done
for jobs in 1 3; do
    # shellcheck disable=SC2086
    expect 0 run pentagon-2012 --games 5 $vary --pair --jobs $jobs --transcripts games-$jobs
done
diff -r games-1 games-3 || fail 'transcripts differ'
[ "$(find games-1 -name '*.jsonl' | wc -l)" -eq 20 ] || fail 'a transcript a game and cell'

# what was changed lies beside the games: they replay
expect 0 replay games-1/cell-3/pentagon-2012-1-4.jsonl
grep -q '"start": 60' games-1/cell-3/pentagon-2012.json || fail 'the scenario that was played'
head -n 1 games-1/cell-3/pentagon-2012-1-4.jsonl |
    grep -qF '"set":{"/meters/crisis/start":20,"/meters/trust/start":60}' || fail 'what was changed'
sed '1s/"set":{[^}]*}/"set":7/' games-1/cell-3/pentagon-2012-1-4.jsonl >games-1/cell-3/wrong.jsonl
expect 1 replay games-1/cell-3/wrong.jsonl
says out 'set'

# a cell is the run of its own rules and seats; cell 0 comes first, the last key changes fastest
# shellcheck disable=SC2086
expect 0 run pentagon-2012 --games $games $vary --pair --counts --format json
mv out cells.json
cell=0
for trust in 20 60; do
    for us in random generous; do
        expect 0 run pentagon-2012 --games $games --set trust=$trust --set crisis=20 \
            --seat us=$us --counts --format json
        python3 - out cells.json $cell <<'EOF' || fail "cell $cell is another run"
import json, sys
alone, cells = (json.load(open(name)) for name in sys.argv[1:3])
cell = cells["cells"][int(sys.argv[3])]
assert cell.pop("cell") == int(sys.argv[3])
assert list(cell.pop("vary")) == ["/meters/trust/start", "seat.us"]
for key in ("scenario", "seed", "set"):
    alone.pop(key)
assert alone == cell, (alone, cell)
assert cells["set"] == {"/meters/crisis/start": 20}
EOF
        cell=$((cell + 1))
    done
done
# without --pair each cell has games of its own, game k of a run being game k of `run` still
# shellcheck disable=SC2086
expect 0 run pentagon-2012 --games 3 $vary --format jsonl
grep '"cell":2' out | sed 's/"cell".*"ending"/"ending"/' >third
expect 0 run pentagon-2012 --games 9 --set trust=60 --set crisis=20 --format jsonl
sed -n 7,9p out >expected
same third expected

# every figure a second time, from the single games; CSV, JSON and JSON lines as Python reads them
# shellcheck disable=SC2086
for format in csv json jsonl table; do
    expect 0 run pentagon-2012 --games $games $vary --pair --counts --format $format
    mv out pair.$format
done
# shellcheck disable=SC2086
for format in csv json; do
    expect 0 run pentagon-2012 --games $games $vary --format $format
    mv out apart.$format
done
python3 "$top/tests/scripts/experiment.py" figures . || fail 'the figures'

# counts of moves and incidents are those of the transcripts, meters those of their lines
expect 0 run pentagon-2012 --games 6 --seat us=greedy --counts --format json --transcripts counted
python3 "$top/tests/scripts/experiment.py" counts out counted || fail 'the counts'

# a word is a string, a list is one value, a value may be of any kind
expect 0 run pentagon-2012 --set /agreements/hotline/when/trust=40.. --format json
says out '"set":{"/agreements/hotline/when/trust":"40.."}'
expect 0 run pentagon-2012 --vary '/meters/orders-given/start=[0, 1],2' --format json
says out '"vary":{"/meters/orders-given/start":[[0,1],2]}'
expect 0 run pentagon-2012 --vary '/agreements/hotline/when={},{"trust":"60..", "crisis":"..50"}' \
    --format csv
[ "$(python3 -c 'import csv; print([len(r) for r in csv.reader(open("out"))].count(len(next(csv.reader(open("out"))))))')" -eq 3 ] ||
    fail 'a quoted value is one field'

# what is expected of a cell
# shellcheck disable=SC2086
expect 0 run pentagon-2012 --games $games $vary --expect 'cells.3.endings.breakdown<=100%' \
    --expect 'cells.0.games==61' --expect 'differences.0.utility.us.mean > -999'
expect 1 run pentagon-2012 --games 4 --vary trust=20,60 --expect 'cells.1.games>4'
expect 2 run pentagon-2012 --games 4 --vary trust=20,60 --expect 'cells.2.games>4'

# wrong words
wrong() {
    fragment=$1
    shift
    expect 2 run pentagon-2012 "$@"
    silent out
    says err "$fragment"
}
wrong 'did you mean "/meters/trust/start"?' --set /meters/trst/start=3
wrong 'did you mean "/meters/trust/start"?' --set /meters/trust/strat=3
wrong '300 is above the limit 100 (/meters/trust/start)' --set trust=300
wrong 'so changed the scenario cannot be played: /meters/trust/start=300' --vary trust=30,300
wrong 'did you mean trust?' --set trst=3
wrong 'did you mean seat.us?' --vary seatus=random
wrong 'no JSON pointer' --set seat.us=random
wrong 'KEY=VALUE is expected' --set trust
wrong 'is no JSON value' --set trust=
wrong 'is no JSON value' --set 'trust=[1'
wrong 'a value is missing' --vary trust=3,
wrong 'stands there twice' --vary trust=3,3
wrong 'varied already' --vary trust=3,4 --vary /meters/trust/start=5,6
wrong 'already used' --set trust=3 --vary trust=3,4
wrong 'lies within another' --set trust=3 --set '/meters/trust={}'
wrong 'did you mean us?' --vary seat.uss=random
wrong "did you mean 'random'?" --vary seat.us=randm
wrong '--pair compares' --pair

# cells lie side by side only where their names are the same
python3 - "$top/tests/scenarios/small.json" >both <<'EOF'
import json, sys
one = json.load(open(sys.argv[1]))["incidents"]
two = {"gong" if key == "bell" else key: value for key, value in one.items()}
print("/incidents=" + json.dumps(one) + "," + json.dumps(two))
EOF
expect 2 run "$top/tests/scenarios/small.json" --vary "$(cat both)"
says err 'must have the same names throughout'

# progress: on a terminal with its rate and the time left, wiped at the end; else not a byte
cat >terminal.py <<'EOF'
import os, pty, subprocess, sys
mine, theirs = pty.openpty()
run = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=theirs)
os.close(theirs)
while True:
    try:
        bytes_read = os.read(mine, 1000)
    except OSError:
        break
    if not bytes_read:
        break
    sys.stdout.buffer.write(bytes_read)
sys.exit(run.wait())
EOF
if python3 -c 'import pty; pty.openpty()' 2>err; then
    python3 terminal.py "$program" run pentagon-2012 --games 3000 --format json >out || fail 'on a terminal'
    tr '\r' '\n' <out >lines
    grep -Eq '^[0-9]+ of 3000, [0-9]+ a second, about [0-9]+ s left +$' lines || fail 'the progress'
    tail -n 1 lines | grep -Eq '^ *$' || fail 'the line is wiped'
    python3 terminal.py "$program" run pentagon-2012 --games 3000 --format json --quiet >out ||
        fail 'on a terminal, quiet'
    silent out
else # a machine without terminals has nobody to show it to
    says err 'pty'
fi
