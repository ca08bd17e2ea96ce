"""Files of 1 MiB that are wrong as often as can be: each is decided, within 128 MiB.

    mad.py PROGRAM SCENARIO [sanitized]

Prints how long the slowest took. Memory is bounded but where the program is `sanitized`: then it needs
more for itself.
"""
import copy
import itertools
import json
import os
import random
import resource
import subprocess
import sys
import tempfile

SIZE = 1 << 20
MOST_BYTES = 128 << 20
VALUES = 65000


def repeated(text, times=None):
    return (text * (times or SIZE // len(text) + 1))[:SIZE]


def texts():
    """What is hardly JSON."""
    for one in ['[', '{"a":', '[{"":', '"', '"\n', '1', '1.', '-', ',', ':', ']', '[{', '[1}', '\n', ' ', '\0', '\x1b', '//', '#', '.', '"a',
                '" ', '"a" ', "{'a':1,", '["a" "b"],\n', '{\n', '  {\n  "a": [\n', '“', 'x ', '\\']:
        yield repeated(one)
    for begin, one, end in [('{', '"a":1,', '"a":1}'), ('[', '0,', '0]'), ('[', 'x,', '0]'), ('{', '"a",', '0}'), ('{', '"a":', '0}'),
                            ('{\n', '"a": 1\n', '}'), ('{\n', '"a": [1\n', '}'), ('[', '\n{"a":1}', ']'), ('"', 'a', '"'), ('"', '\\u0041', '"'),
                            ('"', '\\', '"'), ('"', '中', '"'), ('{"', 'a', '":1}'), ('[', '1', ']'), ('{\n', '  "k": "v",\n', '}')]:
        yield begin + one * ((SIZE - 64) // len(one.encode())) + end
    yield '{' + ','.join(['"a":1'] * VALUES) + '}'
    yield '{' + ','.join(f'"k{n}":1' for n in range(VALUES)) + '}'
    yield '{' + ','.join(f'"k{n // 2}":1' for n in range(VALUES)) + '}'
    yield '{"a":' * 60 + '{' + ','.join(['"a":1'] * VALUES) + '}' + '}' * 60
    dice = random.Random(1)
    for letters in ['[]{},:"', '[]{},:"a1 \n', '{}":,a\n ', '"\\\n a,', '[],1\n ']:
        yield ''.join(dice.choices(letters, k=SIZE))


def containers(value, path=()):
    if isinstance(value, (dict, list)):
        yield path
        for key, child in value.items() if isinstance(value, dict) else enumerate(value):
            yield from containers(child, path + (key,))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def count(value):
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(count(child) for child in children)


def filled(scenario, path):
    """The scenario with one container filled up to what a file may hold."""
    whole = copy.deepcopy(scenario)
    node = at(whole, path)
    sample = copy.deepcopy(next(iter(node.values() if isinstance(node, dict) else node), 1))
    size = len(json.dumps(sample, separators=(',', ':'))) + 12
    times = min((SIZE - len(json.dumps(whole))) // size, (VALUES - count(whole)) // count(sample))
    if isinstance(node, list):
        node += [sample] * times
    else:
        node.update((f'k{n}', sample) for n in range(times))
    return json.dumps(whole, separators=(',', ':'))


def scenarios(scenario):
    """JSON that is no scenario: each sort of object and list of one, filled; each sort of text, as long as can be."""
    seen = set()
    for path in containers(scenario):
        sort = tuple('*' if isinstance(key, int) else key for key in path[-1:])
        if sort not in seen:
            seen.add(sort)
            yield filled(scenario, path)
    for one in ['a', 'a ', '{us} ', '0..1 ', '{', '.']:
        for path in [('id',), ('text', 'title'), ('text', 'briefing'), ('moves', 'charge', 'when', 'question.family')]:
            whole = copy.deepcopy(scenario)
            if path[-1] in at(whole, path[:-1]):
                at(whole, path[:-1])[path[-1]] = repeated(one)[:SIZE - 64000]
                yield json.dumps(whole, separators=(',', ':'))


def bounded():
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))


def decide(program, path, bound):
    """The exit code, and the seconds of work."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        code = subprocess.run([program, 'check', path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              preexec_fn=bound, timeout=200).returncode
    except subprocess.TimeoutExpired:
        code = 'does not end'
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return code, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    program, scenario = sys.argv[1:3]
    bound = None if sys.argv[3:] == ['sanitized'] else bounded
    with open(scenario, encoding='utf-8') as file:
        small = json.load(file)
    tried, slowest, wrong = 0, 0.0, []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'mad.json')
        for text in itertools.chain(texts(), scenarios(small)):
            data = text.encode()[:SIZE]
            with open(path, 'wb') as file:
                file.write(data)
            code, seconds = decide(program, path, bound)
            tried += 1
            slowest = max(slowest, seconds)
            if code != 1:
                wrong.append(f'{data[:50]!r}... and {data[-20:]!r}: {code}')
    print(f'{tried} files of up to 1 MiB, {slowest:.2f} s at most')
    if wrong or tried < 150:
        sys.exit('\n'.join(wrong[:10]) or 'too few were tried')


main()
