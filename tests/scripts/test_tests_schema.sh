#!/bin/sh
# scenarios/tests.schema.json agrees with the program: the tests of the shipped scenarios fit it, and
# what is in tests/bad_tests does not, but for faults of meaning, which no schema sees. Those are
# listed in tests/bad_tests/meaning_only.txt and must fit. Every key has a description.
set -eu

top=${SOURCE_DIR:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
python=/usr/bin/python3
if ! "$python" -c 'import jsonschema' 2>/dev/null; then
    echo 'python3-jsonschema is not installed'
    exit 77
fi
cd "$top"
exec "$python" - <<'END'
import glob
import json
import os
import sys
import jsonschema

with open('scenarios/tests.schema.json', encoding='utf-8') as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
with open('tests/bad_tests/meaning_only.txt', encoding='utf-8') as file:
    meaning_only = {line.strip() for line in file if line.strip() and not line.startswith('#')}
wrong = []


def described(part, path):
    for key, value in part.get('properties', {}).items():
        if value is not False and 'description' not in value:
            wrong.append(f'{path}/{key} has no description')
    for key, value in part.items():
        if isinstance(value, dict):
            described(value, f'{path}/{key}')


def errors(path):
    with open(path, encoding='utf-8') as file:
        return [f'{e.json_path}: {e.message[:150]}' for e in validator.iter_errors(json.load(file))]


described(schema, '')
good = glob.glob('scenarios/*.tests.json')
for path in good:
    wrong += [f'{path} does not fit the schema: {error}' for error in errors(path)[:1]]
bad = {os.path.basename(path)[:-5] for path in glob.glob('tests/bad_tests/*.json')}
for name in sorted(bad):
    if name.startswith('j0'):
        continue
    fits = not errors(f'tests/bad_tests/{name}.json')
    if fits != (name in meaning_only):
        wrong.append(f'{name}: ' + ('fits no longer' if name in meaning_only else
                                    'fits the schema and is not in meaning_only.txt'))
wrong += [f'{name}: listed, but there is no such file' for name in sorted(meaning_only - bad)]
if len(good) < 4 or len(bad) < 20:
    wrong.append('too few files')
print('\n'.join(wrong) or f'{len(good)} good, {len(bad)} bad: agreed')
sys.exit(1 if wrong else 0)
END
