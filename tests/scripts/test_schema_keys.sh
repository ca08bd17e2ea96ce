#!/bin/sh
# scenarios/scenario.schema.json and the program know the same keys, limits, words and defaults: each
# key is tried (tests/schema/agree.py). Then five faults are planted in the schema, to be found.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

: >out
: >err
agree() { python3 "$top/tests/schema/agree.py" "$program" >out 2>err; }
agree || fail 'schema and program do not agree'
cat out

mkdir schemas
python3 - "$top/scenarios/scenario.schema.json" schemas/scenario.schema.json <<'PYTHON'
import json
import sys
schema = json.load(open(sys.argv[1], encoding='utf-8'))
keys = {name: part.get('properties') for name, part in schema['$defs'].items()}
del keys['meter']['reset']
keys['ending']['mood'] = {'type': 'string', 'examples': ['sad']}
keys['incident']['weight']['maximum'] = 99
keys['culprit']['file']['default'] = 5
keys['tier']['tells']['enum'].append('colour')
json.dump(schema, open(sys.argv[2], 'w', encoding='utf-8'))
PYTHON
export SCHEMAS="$work/schemas"
if agree; then fail 'planted faults are not found'; fi
for said in "meter: only the schema knows \\[\\], only the program \\['reset'\\]" \
    "ending: only the schema knows \\['mood'\\]" 'incident.weight: 100 is fine, not S002' \
    'tier.tells: "colour" is refused' 'culprit.file: left out is not 5'; do
    grep -q "$said" out || fail "not found: $said"
done
