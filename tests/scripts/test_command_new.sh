#!/bin/sh
# `new` writes a scenario that nothing is wrong with, that can be played to each of its endings, and
# that its author can change at once; it writes over nothing.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

template="$top/assets/template.json"
expect 0 new my-first
says out my-first.json
says out 'backchannel check my-first.json'
silent err
expect 0 check --strict my-first.json
says err 'nothing to find fault with'
silent out

# it is the template but for its id and the place of the schema, which is there
diff "$template" my-first.json >changed || :
[ "$(grep -c '^>' changed)" -eq 2 ] || fail "more is changed: $(cat changed)"
grep -q '^>   "id": "my-first",' changed || fail 'its id'
schema=$(sed -n 's/^  "$schema": "\(.*\)",$/\1/p' my-first.json)
[ -f "$schema" ] || fail "no schema: $schema"
if /usr/bin/python3 -c 'import jsonschema' 2>/dev/null; then
    /usr/bin/python3 - "$schema" my-first.json <<'PYTHON' || fail 'it does not fit the schema'
import json
import sys
import jsonschema
schema, scenario = (json.load(open(path, encoding='utf-8')) for path in sys.argv[1:])
jsonschema.Draft202012Validator(schema).validate(scenario)
PYTHON
fi

# what the template promises
python3 - my-first.json <<'PYTHON' || fail 'the template lacks something'
import json
import sys
s = json.load(open(sys.argv[1], encoding='utf-8'))
assert 4 <= len(s['calendar']) <= 6 and len(s['incidents']) >= 4
assert len(s['agreements']) == 2 and len(s['endings']) >= 3
for beat, is_beat in s['beats'].items():
    if 'pick' not in is_beat:
        families = [m['family'] for m in s['moves'].values() if m['beat'] == beat]
        assert all(families.count(f) >= 2 for f in ('cooperate', 'accuse', 'deny')), beat
PYTHON

# every ending is met, every move made and every incident drawn in a thousand games
expect 0 run my-first.json --games 1000 --format json --transcripts games
says out '"games":1000'
grep -o '"endings":{[^}]*}' out >endings
[ "$(grep -o '"[a-z-]*":[0-9]*' endings | wc -l)" -ge 3 ] || fail 'too few endings'
if grep -q ':0[,}]' endings; then fail "an ending is never met: $(cat endings)"; fi
python3 - my-first.json games <<'PYTHON' || fail 'something is never met'
import glob
import json
import sys
s = json.load(open(sys.argv[1], encoding='utf-8'))
made = set()
for path in glob.glob(sys.argv[2] + '/*.jsonl'):
    for line in open(path, encoding='utf-8'):
        made.update(json.loads(line).get('move', '').split('+'))
missing = {m for m in s['moves'] if 'each' not in s['moves'][m]} | set(s['agreements'])
missing -= made
assert not missing, missing
PYTHON

# played in text, to the end
yes 1 | head -n 60 >in
expect 0 play my-first.json --text --seed 7 --minister tit-for-tat --save game.jsonl
says out 'On paper: you choose what to sign'
grep -q '"t":"end"' game.jsonl || fail 'the game has no end'
grep -q '[{}]' out && fail 'a slot stands open'
rm in
expect 0 replay game.jsonl

# changed by its author: another text is the same scenario, a slip is found
sed 's/Ask them quietly/Write a letter/' my-first.json >mine.json
mv mine.json my-first.json
expect 0 check --strict my-first.json
expect 0 replay game.jsonl
cp my-first.json kept

# nothing is written over, by whatever name it lies there
expect 2 new my-first
says err 'my-first.json is there already'
silent out
same my-first.json kept
ln -s nowhere linked.json
expect 2 new linked
says err 'is there already'
[ ! -e nowhere ] || fail 'a link was followed'
mkdir folder.json
expect 2 new folder

for name in '' My-first my_first 1st ../my-first my-first.json a/b \
    'a-name-of-more-than-forty-letters-is-too-long'; do
    expect 2 new "$name"
    says err 'is no name for a scenario'
    silent out
done
expect 2 new
says err 'has no name'
expect 2 new one two
says err 'one word too many'
[ ! -e one.json ] || fail 'something was written'
expect 2 new --force my-second
[ ! -e my-second.json ] || fail 'something was written'

# where nothing can be written
if [ "$(id -u)" -ne 0 ]; then
    mkdir closed
    chmod 555 closed
    (cd closed && "$program" new mine >/dev/null 2>&1) && fail 'written' || [ $? -eq 3 ] || fail 'not 3'
fi

# of an installed program the data may lie elsewhere; a template that is broken is said
mkdir -p data/assets
echo '{' >data/assets/template.json
BACKCHANNEL_DATA=$work/data "$program" new broken >out 2>err && fail 'a broken template'
says err J021
[ ! -e broken.json ] || fail 'something was written'
