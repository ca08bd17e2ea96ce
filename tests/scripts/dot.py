"""Reads the DOT language as its grammar has it, strictly; every name must be quoted. Prints a line
`node NAME`, `edge FROM TO LABEL` or `cluster NAME` for each; fails where the text is no graph, names a
node twice or ties what there is not. Without an argument it tries itself on graphs that are none."""
import re
import sys

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|->|[{}\[\];,=]|[A-Za-z_][A-Za-z0-9_]*|-?(?:\d+\.?\d*|\.\d+)|\s+')


class Bad(Exception):
    pass


class Graph:
    def __init__(self, text):
        self.tokens, at = [], 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if match is None:
                raise Bad('no word of the language: ' + text[at:at + 30])
            if not match.group().isspace():
                self.tokens.append(match.group())
            at = match.end()
        self.at, self.nodes, self.edges, self.clusters = 0, [], [], []
        self.take('digraph')
        self.name()
        self.statements()
        if self.at != len(self.tokens):
            raise Bad('text after the graph')
        if len(set(self.nodes)) != len(self.nodes) or len(set(self.clusters)) != len(self.clusters):
            raise Bad('a name stands twice')
        for start, end, _ in self.edges:
            if start not in self.nodes or end not in self.nodes:
                raise Bad('a tie of what is not there: %s %s' % (start, end))

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ''

    def take(self, *wanted):
        token = self.peek()
        if token == '' or (wanted and token not in wanted):
            raise Bad('%s instead of %s' % (token or 'the end', ' or '.join(wanted)))
        self.at += 1
        return token

    def name(self):
        token = self.take()
        if token[0] != '"':
            raise Bad('not in quotation marks: ' + token)
        return re.sub(r'\\(["\\])', r'\1', token[1:-1])

    def attributes(self):
        found = {}
        self.take('[')
        while self.peek() != ']':
            key = self.take()
            self.take('=')
            value = self.take()
            if key in '{}[];,=' or value in '{}[];,=' or value == '->':
                raise Bad('a wrong attribute %s = %s' % (key, value))
            found[key] = value
            if self.peek() != ']':
                self.take(',')
        self.take(']')
        return found

    def statements(self):
        self.take('{')
        while self.peek() != '}':
            self.statement()
        self.take('}')

    def statement(self):
        word = self.peek()
        if word == 'subgraph':
            self.take()
            self.clusters.append(self.name())
            self.statements()
            return
        if word in ('node', 'edge'):
            self.take()
            self.attributes()
        elif word[:1] == '"':
            self.thing()
        else:
            if not word.isidentifier():
                raise Bad('%s begins nothing' % (word or 'the end'))
            self.take()
            self.take('=')
            self.take()
        self.take(';')

    def thing(self):
        name = self.name()
        if self.peek() == '->':
            self.take()
            end = self.name()
            self.edges.append((name, end, self.attributes().get('label', '""')[1:-1]))
        else:
            self.nodes.append(name)
            self.attributes()


def try_self():
    good = 'digraph "g" { node [a=1]; subgraph "c" { label="x"; "a \\"b\\"" [l="\\n"]; } "a \\"b\\"" -> "a \\"b\\"" []; }'
    assert Graph(good).edges == [('a "b"', 'a "b"', '')]
    for bad in ('', 'digraph "g" {', good + '}', good.replace('];', ']', 1), good.replace('\\n"', '\\n'),
                good.replace('subgraph "c" {', 'subgraph "c"'), good.replace('"g"', 'g-h'),
                'digraph "g" { "a" []; "a" []; }', 'digraph "g" { "a" []; "a" -> "b" []; }',
                'digraph "g" { a-b []; }', 'digraph "g" { "a" [x y]; }'):
        try:
            Graph(bad)
        except Bad:
            continue
        raise SystemExit('taken for a graph: ' + bad)


def main():
    if len(sys.argv) < 2:
        return try_self()
    with open(sys.argv[1], encoding='utf-8') as file:
        try:
            graph = Graph(file.read())
        except Bad as why:
            sys.exit('%s: %s' % (sys.argv[1], why))
    for name in graph.nodes:
        print('node', name)
    for start, end, label in graph.edges:
        print('edge', start, end, label)
    for name in graph.clusters:
        print('cluster', name)


main()
