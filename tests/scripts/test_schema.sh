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


def bad_files(folder, validator):
    """Of a folder of wrong files: none fits but those whose meaning alone is wrong."""
    with open(f'{folder}/meaning_only.txt', encoding='utf-8') as file:
        meaning_only = {line.strip() for line in file if line.strip() and not line.startswith('#')}
    names = {os.path.basename(path)[:-5] for path in glob.glob(f'{folder}/*.json')}
    names = {name for name in names if '.' not in name}  # the others are translations
    for name in sorted(names):
        if name.startswith('j0'):
            continue
        if fits(f'{folder}/{name}.json', validator) != (name in meaning_only):
            wrong.append(f'{name}: ' + ('fits no longer' if name in meaning_only else
                                        'fits the schema and is not in meaning_only.txt'))
    wrong.extend(f'{name}: listed, but there is no such file' for name in sorted(meaning_only - names))
    return names


bad = bad_files('tests/bad_scenarios', validator)

# the tests of a scenario
with open('scenarios/tests.schema.json', encoding='utf-8') as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
tests = jsonschema.Draft202012Validator(schema)
good_tests = glob.glob('scenarios/*.tests.json')
wrong += [f'{path} does not fit the schema' for path in good_tests if not fits(path, tests)]
bad_tests = bad_files('tests/bad_tests', tests)
if len(good_tests) < 4 or len(bad_tests) < 20:
    wrong.append('too few files of tests')

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
if len(good) < 2 or len(bad) < 50:
    wrong.append('too few files')
print('\n'.join(wrong) or f'{len(good)} good, {len(bad)} bad, {len(found)} translations, '
      f'{len(good_tests)} good and {len(bad_tests)} bad files of tests: agreed')
sys.exit(1 if wrong else 0)
END
