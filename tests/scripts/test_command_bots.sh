#!/bin/sh
# Programs as ministers: the samples play and keep the protocol, the messages fit their schemas,
# people are told of faults, and selfcheck says no where it should.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"
. "$top/tests/scripts/bots.sh"

examples=$top/game/minister/examples

# ---- the samples ----

# With -std=c11 alone, as somebody who copies it would have it, and every warning.
${CC:-cc} -std=c11 -Wall -Wextra -Werror -O1 -o tit_for_tat_c "$examples/tit_for_tat.c"
ln -s "$examples/tit_for_tat.py" tit_for_tat_py
samples='tit_for_tat_c tit_for_tat_py'
if command -v jq >/dev/null; then
    ln -s "$examples/tit_for_tat.sh" tit_for_tat_sh
    samples="$samples tit_for_tat_sh"
else
    echo 'jq is not installed: the sample in sh is not tried'
fi
for sample in $samples; do
    expect 0 run pentagon-2012 --games 4 --seed 3 --seat us=./"$sample" --seat china=generous \
        --format json --transcripts "by-$sample"
    silent err
    [ "$(faults)" = 0 ] || fail "$sample faults"
    sed 's/tit_for_tat_[a-z]*//' out >"result-$sample"
    says "by-$sample/pentagon-2012-3-0.jsonl" "\"by\":\"./$sample\""
    # all of them play the same, and a replay needs none of them
    same "result-$sample" result-tit_for_tat_c
    (cd / && "$program" replay "$work/by-$sample/pentagon-2012-3-3.jsonl") >/dev/null ||
        fail "the replay of $sample"
    expect 0 selfcheck ./"$sample"
    if grep -q FAILED out; then fail "selfcheck of $sample"; fi
    says out 'keeps the protocol'
done
expect 0 selfcheck ./tit_for_tat_c --format json
says out '"failed":0'
for seat in us china; do
    says out "plays pentagon-2012 as $seat"
done

# written down or not, and game by game, the same
expect 0 run "$small" --games 5 --seed 6 --seat west=./tit_for_tat_py --format jsonl
mv out bare
expect 0 run "$small" --games 5 --seed 6 --seat west=./tit_for_tat_py --format jsonl --transcripts d
same out bare
expect 0 run "$small" --games 2 --seat west=./tit_for_tat_c --seat east=./tit_for_tat_py
says out 'faults of ./tit_for_tat_c for west: 0'

# ---- every message fits its schema ----

cat >spy <<'END'
#!/bin/sh
tee -a "$0.in" | ./tit_for_tat_py | tee -a "$0.out"
END
chmod +x spy
expect 0 run pentagon-2012 --games 3 --seed 8 --seat china=./spy
expect 0 run neighbours --games 3 --seed 8 --seat veldt=./spy
expect 0 run "$small" --games 20 --seed 8 --seat east=./spy
if "$python" -c 'import jsonschema' 2>/dev/null; then
    "$python" - "$top" spy.in spy.out >out 2>err <<'END' || fail 'messages and schemas'
import collections
import glob
import json
import os
import re
import sys
import jsonschema

top, *sessions = sys.argv[1:]
folder = os.path.join(top, 'game/minister')
validator = {}
for path in glob.glob(os.path.join(folder, 'schemas/*.schema.json')):
    with open(path, encoding='utf-8') as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator[os.path.basename(path).split('.')[0]] = jsonschema.Draft202012Validator(schema)
seen = collections.Counter()
wrong = []

def check(where, message):
    seen[message['t']] += 1
    for error in validator[message['t']].iter_errors(message):
        wrong.append(f"{where}: {message['t']}{error.json_path[1:]}: {error.message[:200]}")

for session in sessions:
    with open(session, encoding='utf-8') as file:
        for line in file:
            check(session, json.loads(line))
if set(seen) != set(validator) - {'log'} or seen['decide'] < 100:
    wrong.append(f'not every message was seen: {dict(seen)}')

# what the protocol shows is what is said; the start is shortened there
with open(os.path.join(folder, 'PROTOCOL.md'), encoding='utf-8') as file:
    shown = [line[2:] for line in re.findall(r'^[<>] {.*}$', file.read(), re.M)]
if len(shown) < 6:
    wrong.append('PROTOCOL.md shows no session')
for line in shown:
    message = json.loads(line.replace('"scenario":{...}', '"scenario":null'))
    if message['t'] != 'start':
        check('PROTOCOL.md', message)

# a schema that lets everything pass would be none
for name, validate in validator.items():
    if validate.is_valid({'t': 'other'}) or validate.is_valid([]):
        wrong.append(f'{name}: anything fits')
print('\n'.join(wrong[:20]))
sys.exit(1 if wrong else 0)
END
else
    echo 'python3-jsonschema is not installed: the schemas are not tried'
fi

# ---- what people are told ----

for name in unknown-move behaves crlf two-answers floods-stderr hangs-at-hello ignores-quit \
    fails-at-quit old-id illegal-move garbage dies-at-start; do
    ln -s "$misbehave" "$name"
done
BACKCHANNEL_BOT_MOVE_MS=2000
export BACKCHANNEL_BOT_MOVE_MS
yes 1 | head -n 60 >in
expect 0 play "$small" --text --side west --seed 4 --minister ./unknown-move --save faulty.jsonl
says err './unknown-move, fault 1 of 3: it chose '
says err 'the seat is forfeited'
says faulty.jsonl '"by":"default"'
expect 0 replay faulty.jsonl --scenario "$small"
expect 0 play "$small" --text --side west --seed 4 --minister ./behaves --save fine.jsonl
if grep -q 'fault' err; then fail 'a fault of one that behaves'; fi
says fine.jsonl '"by":"./behaves"'
expect 0 run "$small" --games 2 --seat east=./unknown-move
says out 'faults of ./unknown-move for east: 3; it chose '
rm in
expect 0 play "$small" --seed 4 --minister ./two-answers # a demonstration: one program a seat
silent err
all_gone 'one of two'

# a saved game starts no program that is not named again
printf '1\n1\nquit\n' >in
expect 0 play "$small" --text --side west --seed 4 --minister ./behaves --save half.jsonl
expect 2 play "$small" --resume half.jsonl --text
says err '--minister ./behaves'
expect 2 play "$small" --resume half.jsonl --text --minister ./crlf
[ ! -e "$BOT_PIDS" ] || all_gone 'one that was not named'
expect 0 play "$small" --resume half.jsonl --text --minister ./behaves
if grep -q 'fault' err; then fail 'a fault after going on'; fi
rm in
all_gone 'one that went on'

# its standard error goes where one wants it
BACKCHANNEL_BOT_LOG=$work/log expect 0 run "$small" --seat east=./floods-stderr
says log 'thinking...'

# ---- what is refused ----

for verb in "run $small --seat east=./missing" "play $small --text --minister ./missing" \
    'selfcheck ./missing' "run $small --seat east=./" 'selfcheck missing' 'selfcheck' \
    'selfcheck ./a ./b' 'selfcheck ./behaves --format xml'; do
    # shellcheck disable=SC2086
    expect 2 $verb
    [ -s err ] || fail "$verb: no sentence"
    silent out
done
says err 'xml'
echo 'no interpreter is named here' >no-format
expect 2 run "$small" --seat east=./no-format
says err 'Permission denied'
chmod +x no-format
expect 2 run "$small" --seat east=./no-format
says err 'cannot be started'
expect 2 selfcheck ./no-format

# ---- selfcheck says no ----

BACKCHANNEL_BOT_MOVE_MS=300
for name in hangs-at-hello two-answers ignores-quit fails-at-quit old-id illegal-move garbage; do
    BACKCHANNEL_BOT_INIT_MS=2000 expect 1 selfcheck ./$name
    says out 'FAILED'
    says out 'does not keep the protocol'
done
BACKCHANNEL_BOT_INIT_MS=300 expect 1 selfcheck ./dies-at-start --format json
says out '"ok":false'
says out '"scene":"ready"'
all_gone 'one that selfcheck tried'
