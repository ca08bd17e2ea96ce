#!/bin/sh
# The schemas of scenarios/ agree with the program file by file: good scenarios fit, and those in
# tests/bad_scenarios do not, but for faults of meaning, which no schema sees. Those are listed in
# tests/bad_scenarios/meaning_only.txt and must fit. Translations likewise. Each key has a sentence.
# test_schema_keys.sh tries them key by key.
set -eu

top=${SOURCE_DIR:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
python=/usr/bin/python3
if ! "$python" -c 'import jsonschema' 2>/dev/null; then
    echo 'python3-jsonschema is not installed'
    exit 77
fi
cd "$top"
"$python" tests/schema/described.py
exec "$python" - <<'END'
import glob
import json
import os
import sys
import jsonschema

with open('scenarios/scenario.schema.json', encoding='utf-8') as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
with open('tests/bad_scenarios/meaning_only.txt', encoding='utf-8') as file:
    meaning_only = {line.strip() for line in file if line.strip() and not line.startswith('#')}
with open('scenarios/translation.schema.json', encoding='utf-8') as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
translations = jsonschema.Draft202012Validator(schema)
wrong = []


def fits(path, validator=validator):
    with open(path, encoding='utf-8') as file:
        return validator.is_valid(json.load(file))


good = glob.glob('tests/scenarios/*.json')
good += [path for path in glob.glob('scenarios/*.json') if '.' not in os.path.basename(path)[:-5]]
for path in good:
    if not fits(path):
        error = next(validator.iter_errors(json.load(open(path, encoding='utf-8'))))
        wrong.append(f'{path} does not fit the schema: {error.json_path}: {error.message[:200]}')
bad = {os.path.basename(path)[:-5] for path in glob.glob('tests/bad_scenarios/*.json')}
bad = {name for name in bad if '.' not in name}  # the others are translations
for name in sorted(bad):
    if name.startswith('j0'):
        continue
    if fits(f'tests/bad_scenarios/{name}.json') != (name in meaning_only):
        wrong.append(f'{name}: ' + ('fits no longer' if name in meaning_only else
                                    'fits the schema and is not in meaning_only.txt'))

# of a translation the schema sees what check calls an error of type, of keys or of size
found = glob.glob('scenarios/*.*.json') + glob.glob('tests/bad_scenarios/*.*.json')
found = [path for path in found if not path.endswith(('.schema.json', '.tests.json'))]
for path in found:
    said = glob.glob(path.split('.')[0] + '.expected')
    lines = open(said[0], encoding='utf-8').read().splitlines() if said else []
    lines = [line for line in lines if line.startswith(os.path.basename(path) + ':')]
    bad_shape = any(' error S00' in line for line in lines)
    if fits(path, translations) == bad_shape:
        wrong.append(f'{path}: the schema of translations says otherwise than check')
if len(found) < 2:
    wrong.append('too few translations')
wrong += [f'{name}: listed, but there is no such file' for name in sorted(meaning_only - bad)]
if len(good) < 2 or len(bad) < 50:
    wrong.append('too few files')
print('\n'.join(wrong) or f'{len(good)} good, {len(bad)} bad, {len(found)} translations: agreed')
sys.exit(1 if wrong else 0)
END
