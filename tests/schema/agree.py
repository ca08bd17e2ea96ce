"""agree.py PROGRAM: does the schema say of every key what the program says?

Each key of the schema is tried in a scenario that ships, or in tests/scenarios/small.json, or the
template: an unknown key beside it, a wrong type, numbers, words and lengths within and beyond its
limits, itself left out, its default written down. What `check` finds is held against the schema, so
that a key, a limit, a word or a default that only one of the two knows is a failure."""
import copy
import glob
import json
import os
import subprocess
import sys
import tempfile

from schema import TOP, Schema, get, join, put

PROGRAM = sys.argv[1]
schema = Schema()
wrong = []
tried = 0


def load(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


paths = sorted(glob.glob(os.path.join(TOP, 'scenarios', '*.json')))
paths = [p for p in paths if '.' not in os.path.basename(p)[:-5]]
paths += [os.path.join(TOP, p) for p in ('tests/scenarios/small.json', 'assets/template.json')]
paths.sort(key=os.path.getsize)
documents = [load(path) for path in paths]
folder = tempfile.TemporaryDirectory()
work = os.path.join(folder.name, 'tried.json')


def write(document):
    with open(work, 'w', encoding='utf-8') as file:
        json.dump(document, file)


def findings(document):
    """What `check` finds: a list of findings."""
    write(document)
    done = subprocess.run([PROGRAM, 'check', '--format', 'json', work], capture_output=True,
                          text=True, timeout=60)
    if done.returncode not in (0, 1):
        raise SystemExit(f'check ended with {done.returncode}: {done.stderr}')
    return json.loads(done.stdout)['findings']


def rules_hash(document):
    """The hash of the rules, or None where there are errors."""
    write(document)
    done = subprocess.run([PROGRAM, 'run', work, '--games', '1', '--format', 'json'],
                          capture_output=True, text=True, timeout=60)
    return json.loads(done.stdout)['scenario_hash'] if done.returncode == 0 else None


def changed(document, pointer, value):
    """A copy with another value at a place, of which only that branch is new."""
    new = copy.copy(document)
    at, node = new, document
    tokens = [t.replace('~1', '/').replace('~0', '~') for t in pointer.split('/')[1:]]
    for token in tokens[:-1]:
        node = node[int(token)] if isinstance(node, list) else node[token]
        inner = copy.copy(node)
        if isinstance(at, list):
            at[int(token)] = inner
        else:
            at[token] = inner
        at = inner
    put(at, '/' + pointer.rsplit('/', 1)[1], value)
    return new


# ---- where every object is: the first place of the smallest file, the one with most keys ----

places = {}  # name of an object -> (document, pointer)
for document in documents:
    best = {}
    for pointer, value, node, name in schema.walk(document):
        if 'properties' in node and isinstance(value, dict):
            if name not in best or len(value) > len(get(document, best[name])):
                best[name] = pointer
    for name, pointer in best.items():
        places.setdefault(name, (document, pointer))
for name in sorted(set(schema.objects()) - set(places)):
    wrong.append(f'{name}: no scenario that ships has one')


# ---- the keys of each object, from what the program says of one it does not know ----

for name, (document, pointer) in places.items():
    if name == 'do':
        continue  # besides these it takes the names of meters
    document = changed(document, pointer + '/zzzz', 0)
    keys = set(schema.objects()[name]['properties']) - {'$schema'}
    said = [f for f in findings(document) if f['pointer'] == pointer + '/zzzz']
    tried += 1
    if [f['code'] for f in said] != ['S004']:
        wrong.append(f'{name}: an unknown key is no S004: {said}')
    else:
        known = set(said[0]['expected'].removeprefix('one of ').split(', '))
        if known != keys:
            wrong.append(f'{name}: only the schema knows {sorted(keys - known)}, '
                         f'only the program {sorted(known - keys)}')


# ---- one key ----

def try_value(what, document, pointer, value, code):
    """The code that a value must have at its place, or None: then none of type, range or word."""
    global tried
    tried += 1
    found = findings(changed(document, pointer, value))
    here = {f['code'] for f in found if f['pointer'] == pointer}
    if code is None and here & {'S001', 'S002', 'S003'}:
        wrong.append(f'{what}: {json.dumps(value)[:60]} is refused: {here}')
    elif code is not None and code not in here:
        wrong.append(f'{what}: {json.dumps(value)[:60]} is {here or "fine"}, not {code}')
    return [f for f in found if f['pointer'] == pointer and f['code'] == code]


def try_size(what, document, pointer, node, value):
    """The least and most of a list, made of what is there."""
    least, most = node.get('minItems', 0), node['maxItems']
    full = (value * (most + 1))[:most] if value else []
    if full:
        try_value(what, document, pointer, full, None)
        try_value(what, document, pointer, full + value[:1], 'S002')
    if least > 0:
        try_value(what, document, pointer, full[:least - 1], 'S002')


def try_count(what, document, pointer, node, value):
    """The most members of an object that takes any ids, made of one that is there."""
    global tried
    tried += 1
    one = next(iter(value.values()))
    many = {**value, **{f'zz-{n}': one for n in range(node['maxProperties'] + 1 - len(value))}}
    found = findings(changed(document, pointer, many))
    here = {f['code'] for f in found if f['pointer'] == pointer}
    if 'S009' not in here:
        wrong.append(f'{what}: {len(many)} members are {here or "fine"}, not S009')


def try_key(what, document, pointer, node, required):
    value = get(document, pointer)
    options = [one for one, _ in schema.branches(node, '')]
    types = {one['type'] for one in options if 'type' in one}
    if 'const' not in node:
        odd = 7 if not types & {'integer'} and 'enum' not in node else True
        if types != {'boolean'} or odd != True:
            try_value(what, document, pointer, odd, 'S001')
    for one in options:
        if one.get('type') == 'integer':
            for number, code in ((one['minimum'], None), (one['minimum'] - 1, 'S002'),
                                 (one['maximum'], None), (one['maximum'] + 1, 'S002')):
                try_value(what, document, pointer, number, code)
        if one.get('type') == 'array' and isinstance(value, list) and 'maxItems' in one:
            try_size(what, document, pointer, one, value)
        if one.get('maxProperties', 0) > 2 and 'propertyNames' not in one and value:
            try_count(what, document, pointer, one, value)
    if '$ref' in node and node['$ref'].endswith('/id') and what != 'id':
        try_value(what, document, pointer, 'zzzz', 'S008')
    if 'enum' in node:
        for word in node['enum']:
            try_value(what, document, pointer, word, None)
        said = try_value(what, document, pointer, 'zzzz', 'S003')
        known = [f['expected'].removeprefix('one of ').split(', ') for f in said]
        if known != [node['enum']] and sorted(sum(known, [])) != sorted(node['enum']):
            wrong.append(f'{what}: the words are {known}, not {node["enum"]}')
    try_presence(what, document, pointer, node, required)


def try_presence(what, document, pointer, node, required):
    global tried
    tried += 1
    parent, key = pointer.rsplit('/', 1)
    without = changed(document, pointer, None)
    missing = [f for f in findings(without) if f['code'] == 'S005' and f['pointer'] == parent
               and f'"{key}"' in f['message']]
    if bool(missing) != required and not (missing and 'x-required' in node):
        wrong.append(f'{what}: ' + ('may be left out' if required else 'may not be left out'))
    if 'default' in node:
        written = rules_hash(changed(document, pointer, node['default']))
        left_out = rules_hash(without)
        if written and left_out and written != left_out:
            wrong.append(f'{what}: left out is not {node["default"]}')


for name, key, node, required in schema.keys():
    if name in places and key != '$schema':
        document, pointer = places[name]
        pointer += '/' + key
        if key not in get(document, pointer.rsplit('/', 1)[0]):
            if 'examples' not in node:
                wrong.append(f'{join(name, key)}: nobody has it, and it has no example')
                continue
            document = changed(document, pointer, node['examples'][0])
        try_key(join(name, key), document, pointer, node, required)

print('\n'.join(wrong) or f'{len(places)} objects, {len(schema.keys())} keys, {tried} trials: agreed')
sys.exit(1 if wrong else 0)
