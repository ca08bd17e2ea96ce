"""reference.py [write]: the tables of scenarios/README.md, made from the schemas.

What a key is, its type, range, default and example are those of the schema; the codes of what can be
wrong with it are those of its type, and those that stand at such a place in tests/bad_scenarios.
Without `write` the README is compared, and 1 returned where it is another."""
import glob
import json
import os
import re
import sys

from schema import TOP, Schema, join

README = os.path.join(TOP, 'scenarios', 'README.md')
BEGIN, END = '<!-- the tables: begin -->', '<!-- the tables: end -->'
schema = Schema()
objects = schema.objects()

# what a value is called that has a section of its own, and where that is
KINDS = {
    'id': ('id', '#kinds-of-value'), 'text': ('text', '#texts'), 'when': ('condition', '#conditions'),
    'amount': ('amount', '#amounts'), 'chance': ('amount', '#amounts'), 'rows': ('rows', '#kinds-of-value'),
    'habit': ('habit', '#kinds-of-value'), 'facts': ('facts', '#facts'), 'per': ('terms', '#amounts'),
    'ids': ('id', '#kinds-of-value'), 'utility': ('amount', '#utility-object'),
}


# ---- the codes of what goes wrong, by where it did in tests/bad_scenarios ----

ALTERNATIVES = {'not', 'amount-object', 'utility-object', 'variant', 'level', 'weight', 'do'}


def owner(pointer):
    """The key that a pointer is about, as (object, key), or (object, '') for all of one."""
    tokens = pointer.split('/')[1:]
    for end in range(len(tokens), 0, -1):
        parents = schema.at('/'.join([''] + tokens[:end - 1])) - ALTERNATIVES
        named = [p for p in parents if tokens[end - 1] in objects.get(p, {}).get('properties', {})]
        if named:
            return min(named), tokens[end - 1]
        whole = [p for p in schema.at('/'.join([''] + tokens[:end])) - ALTERNATIVES if p in objects]
        if whole:
            return min(whole), '' if end == len(tokens) else None
    return '', ''


def met():
    """(object, key) -> codes."""
    found = {}
    for path in glob.glob(os.path.join(TOP, 'tests', 'bad_scenarios', '*.expected')):
        with open(path, encoding='utf-8') as file:
            for line in file:
                match = re.match(r'[\w-]+\.json:\d+:\d+: \w+ ([A-Z]\d{3}): .*\((/\S*)\)$', line)
                if match:
                    found.setdefault(owner(match[2]), set()).add(match[1])
    return found


MET = met()
ANYWHERE = {'S001', 'S002', 'S003', 'S004', 'S005', 'S006', 'S007', 'S009', 'S013'}
LENGTHS = {f'T0{n}' for n in range(10, 20)} | {'T022'}


def kind_of(node):
    return KINDS.get(node.get('$ref', '').rsplit('/', 1)[-1], (None, None))[0]


def of_kind(kind):
    """The codes of every value of a kind: those that were met, wherever they stand."""
    if kind == 'id':
        return {'S006', 'S007', 'S008', 'S060'}
    found = set()
    for name, key, node, _ in schema.keys():
        if kind_of(node) == kind:
            found |= MET.get((name, key), set())
    found -= ANYWHERE
    if kind == 'text':
        return {one for one in found if one[0] == 'T'} - LENGTHS
    if kind == 'amount':
        return {'S002', 'S020', 'S021', 'S022', 'S026', 'S030'}
    return found | {'condition': {'S002'}, 'facts': {'S002'}}.get(kind, set())


def codes_of(name, key, node, required):
    kind = kind_of(node)
    codes = set(node.get('x-findings', []))
    codes |= MET.get((name, key), set()) - {'S004', 'S006', 'S007', 'S009', 'S013', 'S060'}
    if kind in ('condition', 'text', 'amount'):
        codes -= of_kind(kind) | {'S020', 'S021', 'S022', 'S031'}
    options = [one for one, _ in schema.branches(node, '')]
    if 'const' not in node:
        codes.add('S001')
    if kind == 'id':
        codes.add('S006' if (name, key) == ('', 'id') else 'S008')
    if any(one.get('type') in ('integer', 'array') for one in options) and \
            kind not in ('condition', 'text'):
        codes.add('S002')
    if any(one.get('maxProperties', 0) > 1 for one in options) and kind != 'condition':
        codes.add('S009')
    if 'enum' in node:
        codes.add('S003')
    if required:
        codes.add('S005')
    more = {'text': ['`T001`–`T006`'], 'condition': ['`S020`–`S025`', '`S031`'],
            'amount': ['`S020`–`S022`', '`S030`']}
    return ', '.join([f'`{code}`' for code in sorted(codes)] + more.get(kind, []))


# ---- what a value is ----

def code(value):
    return f'`{json.dumps(value, ensure_ascii=False)}`'.replace('|', '\\|')


def size(least, most):
    return f'{most}' if least == most else f'{least}–{most}' if least else f'up to {most}'


def value_of(node):
    """In words."""
    if 'x-value' in node:
        return node['x-value']
    kind, place = KINDS.get(node.get('$ref', '').rsplit('/', 1)[-1], (None, None))
    if kind is not None:
        return f'[{kind}]({place})'
    plain, name = schema.follow(node)
    if 'enum' in plain:
        return ', '.join(code(word) for word in plain['enum'])
    if 'const' in plain:
        return code(plain['const'])
    if plain.get('type') == 'boolean':
        return '`true`, `false`'
    if plain.get('type') == 'integer':
        return f'{plain["minimum"]} to {plain["maximum"]}'.replace('-', '−')
    if plain.get('type') == 'string':
        pattern = plain.get('pattern', '')
        return '`#` and six digits' if pattern.startswith('^#') else 'string'
    if plain.get('type') == 'array':
        what = '[value, text]' if 'prefixItems' in plain['items'] else value_of(plain['items'])
        return f'list of {size(plain.get("minItems", 0), plain["maxItems"])}: {what}'
    if name:
        return f'[{name}](#{name})'
    if plain.get('type') == 'object':
        return map_of(plain)
    if 'oneOf' in plain:
        return ', or '.join(value_of(one) for one in plain['oneOf'])
    return '[moment](#rule)'


def map_of(node):
    inner = [value for pattern, value in node.get('patternProperties', {}).items() if pattern != '^x-']
    inner += [node['additionalProperties']] if isinstance(node.get('additionalProperties'), dict) else []
    if not inner:
        return 'object'
    least, most = node.get('minProperties', 0), node.get('maxProperties')
    count = f' of {size(least, most)}' if most else ''
    return f'object{count}: {value_of(inner[0])} by id'


def default_of(node, required):
    need = node.get('x-required')
    if required or need:
        return '**required**' + (f' {need}' if need else '')
    return code(node['default']) if 'default' in node else ''


# ---- tables ----

def words_of(node):
    pairs = zip(node.get('enum', []), node.get('enumDescriptions', []))
    return ''.join(f' `{word}`: {text[0].lower() + text[1:]}' for word, text in pairs)


def rows(name, prefix=''):
    for key, node in objects[name]['properties'].items():
        required = key in objects[name].get('required', [])
        text = (schema.follow(node)[0]['description'] + words_of(node)).replace('|', '\\|')
        example = code(node['examples'][0]) if 'examples' in node else ''
        below = join(name, key)
        is_own = 'properties' in node
        value = 'object, below' if is_own else value_of(node)
        yield (f'| `{prefix}{key}` | {text} | {value} | {default_of(node, required)} | {example} | '
               f'{codes_of(name, key, node, required)} |')
        if is_own:
            yield from rows(below, f'{prefix}{key}.')
        elif below + '.*' in objects:
            yield from rows(below + '.*', f'{prefix}{key}.ID.')


def members_row(name):
    """Of an object that takes names besides its keys: what stands behind them."""
    node = objects[name].get('additionalProperties')
    if isinstance(node, dict):
        found = ', '.join(f'`{one}`' for one in ['S001', 'S002'] + node['x-findings'])
        yield (f'| METER | {node["description"]} | {value_of(node)} |  | '
               f'{", ".join(code(one) for one in node["examples"])} | {found} |')


HEAD = '| key | what it is | value | default | example | finding |\n|---|---|---|---|---|---|'


def section(name):
    node = objects[name]
    whole = sorted(MET.get((name, ''), set()) - (ANYWHERE - {'S007'}) - {'S060'})
    lines = [f'### {name or "the whole"}', '']
    about = [] if name == '' else [node['title'] + '.'] if 'title' in node else []
    if whole:
        about.append('Findings about all of one: ' + ', '.join(f'`{c}`' for c in whole) + '.')
    lines += [' '.join(about), ''] if about else []
    return lines + [HEAD] + list(rows(name)) + list(members_row(name)) + ['']


FIRST = ['', 'round', 'beat', 'party', 'other', 'meter', 'culprit', 'trace', 'tier', 'belief', 'kind',
         'incident', 'move', 'agreement', 'promise', 'rule', 'row', 'effect', 'do', 'level',
         'amount-object', 'weight', 'not', 'variant', 'exposure', 'settle', 'mandate', 'ending',
         'utility-object', 'caution', 'goal', 'adviser', 'character', 'source', 'fact']


def kinds():
    said = {'id': 'a string of small letters, digits and hyphens that begins with a letter, up to 40 '
                  'bytes; what it stands for must be in the file, and be used by '
                  'something',
            'text': 'a string, or a list of variants: see [Texts](#texts)',
            'condition': 'an object, or a list of up to 16: see [Conditions](#conditions)',
            'amount': '−1000 to 1000 (a chance: 0 to 100), or an object with terms: see '
                      '[Amounts](#amounts)',
            'rows': 'a list of up to 64 of [row](#row)',
            'habit': '0 to 100, or a list of 1–6 of [weight](#weight) and numbers: the first that '
                     'holds counts',
            'facts': 'a list of up to 32 ids of `facts`: see [Facts](#facts)'}
    lines = ['### Kinds of value', '', '| value | what it is | finding |', '|---|---|---|']
    for kind, text in said.items():
        codes = of_kind(kind)
        lines.append(f'| {kind} | {text} | ' + ', '.join(f'`{c}`' for c in sorted(codes | {"S001"}))
                     + ' |')
    return lines + ['']


def tables():
    return '\n'.join(sum((section(name) for name in FIRST), []) + kinds())


def main():
    with open(README, encoding='utf-8') as file:
        text = file.read()
    before, rest = text.split(BEGIN)
    old, after = rest.split(END)
    new = '\n' + tables()
    if sys.argv[1:] == ['write']:
        with open(README, 'w', encoding='utf-8') as file:
            file.write(before + BEGIN + new + END + after)
    elif old != new:
        print('scenarios/README.md is not what the schema says: python3 tests/schema/reference.py write')
        sys.exit(1)
    else:
        print(f'{new.count(chr(10) + "| `")} keys are told as the schema has them')


if __name__ == '__main__':
    main()
