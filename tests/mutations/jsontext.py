"""A JSON text with the place of every value and key, for edits that keep everything else as it is."""
import re

_SPACE = re.compile(r'[ \t\r\n]*')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_SCALAR = re.compile(r'-?[0-9][0-9.eE+-]*|true|false|null')


class Value:
    """start and end: of the value; key_start and key_end: of the key with its quotes, or None."""

    def __init__(self, parent, key, key_start, key_end):
        self.parent, self.key, self.key_start, self.key_end = parent, key, key_start, key_end
        self.children = []
        self.kind = self.start = self.end = None
        self.after = None  # where the comma or bracket behind it stands

    def path(self):
        """Keys and indices from the root."""
        if self.parent is None:
            return ()
        here = self.key if self.key is not None else self.parent.children.index(self)
        return self.parent.path() + (here,)

    def member(self, key):
        return next((child for child in self.children if child.key == key), None)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


class _Reader:
    def __init__(self, text):
        self.text, self.at = text, 0

    def skip(self):
        self.at = _SPACE.match(self.text, self.at).end()

    def value(self, parent, key=None, key_start=None, key_end=None):
        out = Value(parent, key, key_start, key_end)
        self.skip()
        out.start = self.at
        first = self.text[self.at]
        if first in '{[':
            out.kind = 'object' if first == '{' else 'array'
            self.container(out)
        else:
            match = (_STRING if first == '"' else _SCALAR).match(self.text, self.at)
            self.at = match.end()
            out.kind = {'"': 'string', 't': 'bool', 'f': 'bool', 'n': 'null'}.get(first, 'number')
        out.end = self.at
        return out

    def container(self, out):
        close = '}' if out.kind == 'object' else ']'
        self.at += 1
        self.skip()
        while self.text[self.at] != close:
            key = key_start = key_end = None
            if out.kind == 'object':
                match = _STRING.match(self.text, self.at)
                key, key_start, key_end = match.group()[1:-1], self.at, match.end()
                self.at = self.text.index(':', key_end) + 1
            child = self.value(out, key, key_start, key_end)
            out.children.append(child)
            self.skip()
            child.after = self.at
            if self.text[self.at] == ',':
                self.at += 1
                self.skip()
        self.at += 1


def read(text):
    return _Reader(text).value(None)


def place(text, offset):
    """Line and column of an offset, both from 1."""
    line = text.count('\n', 0, offset)
    return line + 1, offset - (text.rfind('\n', 0, offset) + 1) + 1
