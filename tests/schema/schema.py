"""schema.py: a JSON Schema of scenarios/ as its keys: what reference.py writes down and agree.py tries.

A key has a name: the definition it stands in and the way from there, such as `meter.range` or
`incident.text.trace.low`. The members of objects keyed by id are `*`. The top of the file is `""`,
so that its keys are named `calendar` and `text.title`."""
import json
import os
import re

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Schema:
    """One schema file."""

    def __init__(self, name='scenario'):
        folder = os.environ.get('SCHEMAS') or os.path.join(TOP, 'scenarios')
        path = os.path.join(folder, name + '.schema.json')
        with open(path, encoding='utf-8') as file:
            self.root = json.load(file)

    def follow(self, node, name=''):
        """A node behind its references, with what stands beside them, and its name: a definition
        with keys of its own is a place of its own."""
        while '$ref' in node:
            target = node['$ref'].rsplit('/', 1)[1]
            beside = {key: value for key, value in node.items() if key != '$ref'}
            node = {**self.root['$defs'][target], **beside}
            if 'properties' in self.root['$defs'][target]:
                name = target
        return node, name

    def branches(self, node, name):
        """Everything a node may be: itself, or each of its alternatives."""
        node, name = self.follow(node, name)
        found = [(node, name)]
        for part in node.get('oneOf', []) + node.get('anyOf', []):
            if set(part) - {'required', 'not'}:
                found += self.branches(part, name)
        return found

    def child(self, pairs, token):
        """What a member or an element may be, of a value that may be any of these."""
        found = []
        for node, at in pairs:
            patterns = [p for p in node.get('patternProperties', {}) if p != '^x-']
            if token in node.get('properties', {}):
                found += self.branches(node['properties'][token], join(at, token))
            elif any(re.search(p, token) for p in patterns):
                found += self.branches(node['patternProperties'][patterns[0]], join(at, '*'))
            elif isinstance(node.get('additionalProperties'), dict):
                found += self.branches(node['additionalProperties'], join(at, '*'))
            elif token.isdigit() and int(token) < len(node.get('prefixItems', [])):
                found += self.branches(node['prefixItems'][int(token)], at)
            elif token.isdigit() and isinstance(node.get('items'), dict):
                found += self.branches(node['items'], at)
        return found

    def at(self, pointer):
        """Names of the key that a JSON pointer leads to; the nearest one that is known."""
        now = [(self.root, '')]
        for token in pointer.split('/')[1:]:
            found = self.child(now, token.replace('~1', '/').replace('~0', '~'))
            if not found:
                break
            now = found
        return {name for _, name in now}

    def objects(self):
        """Every object with keys of its own: name -> node."""
        found = {'': self.root}
        for definition, node in self.root.get('$defs', {}).items():
            if 'properties' in node:
                found[definition] = node
        for name, node in list(found.items()):
            self._inside(node, name, found)
        return found

    def _inside(self, node, name, found):
        for key, value in node['properties'].items():
            for one, at in self.branches(value, join(name, key)):
                inner = one
                if 'patternProperties' in one and 'properties' not in one:
                    pattern = next((p for p in one['patternProperties'] if p != '^x-'), None)
                    if pattern is None:
                        continue
                    inner, at = self.follow(one['patternProperties'][pattern], join(at, '*'))
                if 'properties' in inner and at not in found:
                    found[at] = inner
                    self._inside(inner, at, found)

    def keys(self):
        """Every key: (name of its object, key, node as written, is it required)."""
        return [(name, key, value, key in node.get('required', []))
                for name, node in self.objects().items()
                for key, value in node['properties'].items()]

    def walk(self, value, pairs=None, pointer=''):
        """The parts of a document that fits: (pointer, value, node, name)."""
        pairs = [(self.root, '')] if pairs is None else pairs
        pairs = [(node, name) for node, name in pairs if fits(node, value)]
        for node, name in pairs:
            yield pointer, value, node, name
        members = value.items() if isinstance(value, dict) else []
        members = enumerate(value) if isinstance(value, list) else members
        for key, inner in members:
            if not str(key).startswith(('x-', '$')):
                escaped = str(key).replace('~', '~0').replace('/', '~1')
                yield from self.walk(inner, self.child(pairs, str(key)), pointer + '/' + escaped)


def join(name, key):
    return key if name == '' else name + '.' + key


def fits(node, value):
    """Could the value be this, by its type and its keys?"""
    types = {dict: 'object', list: 'array', str: 'string', bool: 'boolean', int: 'integer'}
    if 'enum' in node:
        return value in node['enum']
    if 'const' in node:
        return value == node['const'] and isinstance(value, type(node['const']))
    if isinstance(value, dict) and 'properties' in node:
        known = [key for key in value if key in node['properties'] or key.startswith(('x-', '$'))]
        closed = node.get('additionalProperties') is False
        needs = [one['required'] for one in node.get('oneOf', []) if 'required' in one]
        if set(node.get('required', [])) - set(value) or closed and len(known) < len(value):
            return False
        if needs and not any(set(one) <= set(value) for one in needs):
            return False
    return node.get('type') == types[type(value)]


def get(document, pointer):
    for token in pointer.split('/')[1:]:
        token = token.replace('~1', '/').replace('~0', '~')
        document = document[int(token)] if isinstance(document, list) else document[token]
    return document


def put(document, pointer, value):
    """Sets a member or an element; None takes a member out."""
    parent, token = pointer.rsplit('/', 1)
    token = token.replace('~1', '/').replace('~0', '~')
    holder = get(document, parent)
    if isinstance(holder, list):
        holder[int(token)] = value
    elif value is None:
        holder.pop(token, None)
    else:
        holder[token] = value
