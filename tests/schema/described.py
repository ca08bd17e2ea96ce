"""described.py: every key of the schemas has a sentence, and their examples and defaults fit them."""
import re
import sys

import jsonschema

from schema import Schema, join

wrong = []
counted = 0


def filled(value):
    """What is offered to an author, with the words that stand there first."""
    if isinstance(value, dict):
        return {filled(k): filled(v) for k, v in value.items()}
    if isinstance(value, list):
        return [filled(v) for v in value]
    return re.sub(r'\$\{\d+[:|]([^},|]*)[^}]*\}', r'\1', value) if isinstance(value, str) else value


for file in ('scenario', 'translation', 'tests'):
    schema = Schema(file)
    for name, key, node, _ in schema.keys():
        counted += 1
        here = f'{file}: {join(name, key)}'
        text = schema.follow(node)[0].get('description', '')
        if len(text) < 10 or not re.match(r'[A-Z0-9].*[.:]', text):
            wrong.append(f'{here} has no sentence: {text!r}')
        if '$ref' in node and 'description' in node and \
                'description' in schema.follow({'$ref': node['$ref']})[0]:
            wrong.append(f'{here}: editors show the sentence of its reference, not its own')
        if 'enum' in node and len(node['enum']) > 1 and \
                len(node.get('enumDescriptions', [])) != len(node['enum']):
            wrong.append(f'{here}: not a sentence for every word')
        plain = {**schema.root, **node, '$defs': schema.root['$defs']}
        plain = {k: v for k, v in plain.items() if k in node or k in ('$schema', '$defs')}
        validator = jsonschema.Draft202012Validator(plain)
        values = node.get('examples', []) + ([node['default']] if 'default' in node else [])
        wrong += [f'{here}: {value!r} does not fit' for value in values
                  if not validator.is_valid(value)]
        if not values and 'enum' not in node and schema.follow(node)[0].get('type') not in (
                'object', 'array', None):
            wrong.append(f'{here}: no example')
    for name, node in schema.root.get('$defs', {}).items():
        for one in node.get('defaultSnippets', []):
            part = {'$ref': '#/$defs/' + name, '$defs': schema.root['$defs']}
            for error in jsonschema.Draft202012Validator(part).iter_errors(filled(one['body'])):
                wrong.append(f'{file}: {name}: what is offered does not fit: {error.message[:200]}')
if counted < 200:
    wrong.append(f'{counted} keys: too few')
print('\n'.join(wrong) or f'{counted} keys, each with a sentence')
sys.exit(1 if wrong else 0)
