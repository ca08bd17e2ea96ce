"""Characters that control a terminal or turn a line around, wherever a stranger can put them: none comes
out as it is, on stdout or stderr, in a file or in a page.

    poison.py PROGRAM SCENARIO
"""
import copy
import glob
import json
import os
import re
import stat
import subprocess
import sys
import tempfile

UNSAFE = re.compile('[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]')
POISON = '\x1b[31m\u202e\x9b\u2066\x7f\u2028\u200f\x08'
NAME = 'a' + POISON.replace('/', '') + '\r\t'  # of a file
MARKUP = '<script>x</script>&"\'--><!--]]>'

BOT = '''#!/usr/bin/env python3
import json, sys
poison = {poison!r}
sys.stderr.write(poison + "\\n")
for line in sys.stdin:
    message = json.loads(line)
    if message["t"] == "hello":
        answer = {{"t": "ready", "name": poison, "version": poison}}
    elif message["t"] == "decide":
        print(json.dumps({{"t": "log", "text": poison}}))
        first = message["legal"][0]["move"]
        answer = {{"t": "move", "id": message.get("id"), "move": {move}, "why": {{"text": poison, "belief": poison}}}}
    else:
        continue
    print(json.dumps(answer), flush=True)
'''


class Poisoned:
    def __init__(self, program):
        self.program, self.runs, self.wrong, self.accepted, self.escaped = program, 0, [], 0, 0

    def look(self, what, data):
        try:
            text = data.decode('utf-8')
        except UnicodeDecodeError as error:
            self.wrong.append(f'{what}: {error}')
            return
        found = UNSAFE.search(text)
        self.escaped += '\\u001b' in text
        if found:
            self.wrong.append(f'{what}: U+{ord(found[0]):04X} in {text[max(0, found.start() - 60):found.end() + 9]!r}')

    def run(self, *arguments, text='', environment=None, codes=(0, 1, 2, 3)):
        self.runs += 1
        done = subprocess.run([self.program, *arguments], input=text.encode(), capture_output=True, timeout=60,
                              env=dict(os.environ, **(environment or {})))
        what = ' '.join(arguments)
        if done.returncode not in codes:
            self.wrong.append(f'{what!r}: exit {done.returncode}, not {codes}, {done.stderr[-300:]!r}')
        self.look(f'{what!r} (out)', done.stdout)
        self.look(f'{what!r} (err)', done.stderr)
        return done


def strings(value, path=()):
    """Every place of a string: those of the keys as (path, True)."""
    if isinstance(value, str):
        yield path, False
    elif isinstance(value, dict):
        for key, child in value.items():
            yield path + (key,), True
            yield from strings(child, path + (key,))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from strings(child, path + (index,))


def poisoned(value, path, key, poison=POISON):
    """A copy with one string, or key, that ends in poison."""
    whole = copy.deepcopy(value)
    node = whole
    for step in path[:-1]:
        node = node[step]
    if key:
        members = [(one + poison if one == path[-1] else one, child) for one, child in node.items()]
        node.clear()
        node.update(members)
    else:
        node[path[-1]] += poison
    return whole


def write(path, value, ascii_only=True):
    with open(path, 'w', encoding='utf-8') as file:
        file.write(value if isinstance(value, str) else json.dumps(value, ensure_ascii=ascii_only))


def verbs(test, path):
    """Everything that is done with a scenario."""
    test.run('play', '--text', path, '--seed', '1', text='1\nwhy\nledger\ntable\nhelp\nwhy move\n1\n1\n')
    test.run('play', path, '--minister', 'random')
    test.run('run', path, '--games', '2', '--transcripts', 'games')
    for one in sorted(glob.glob('games/*')):
        for verb in (['replay'], ['explain'], ['explain', '--format', 'json'], ['debrief'], ['debrief', '--format', 'html'],
                     ['debrief', '--format', 'json']):
            test.run(*verb, '--scenario', path, one)
        os.remove(one)
    for verb in (['graph'], ['texts', '--lang', 'fr'], ['check', '--sources'], ['check', '--format', 'json']):
        test.run(verb[0], path, *verb[1:])


def try_scenario(test, scenario):
    """Each string and each key: refused, or shown so that it does nothing."""
    seen = set()
    for path, key in strings(scenario):
        sort = tuple('*' if isinstance(one, int) else one for one in path[-2:]) + (key,)
        if sort in seen:
            continue
        seen.add(sort)
        write('small.json', poisoned(scenario, path, key), len(seen) % 2 == 0)
        done = test.run('check', 'small.json', codes=(0, 1))
        if done.returncode == 0:
            test.accepted += 1
            verbs(test, 'small.json')
        elif len(seen) % 8 == 0:
            test.run('check', '--format', 'json', 'small.json', codes=(1,))
            test.run('play', '--text', 'small.json', codes=(2,))


def try_names(test, scenario):
    write(NAME + '.json', scenario)
    test.run('check', NAME + '.json', codes=(0,))
    verbs(test, NAME + '.json')
    test.run('run', './' + NAME + '.json', '--transcripts', NAME)
    test.run('play', '--text', './' + NAME + '.json', '--save', NAME + '.jsonl', text='1\nsave ' + NAME + '\nnot a move ' + POISON + '\n')
    test.run('play', '--text', '--resume', NAME + '.jsonl', text='1\n')
    test.run('texts', NAME + '.json', '--lang', 'fr', '--out', NAME + '.fr.json')
    bytes_name = 'b\udcff\udc9b\udce2.json'  # bytes that are no UTF-8
    write(bytes_name, scenario)
    for verb in (['check'], ['check', '--format', 'json'], ['play', '--text'], ['run'], ['graph'], ['replay'], ['explain']):
        test.run(*verb, bytes_name)
        test.run(*verb, './' + bytes_name + bytes_name)
    os.makedirs(NAME + 'folder')
    for verb in ('check', 'play', 'run', 'study', 'graph', 'replay', 'explain', 'debrief', 'new', 'texts', 'tournament', 'merge', 'selfcheck',
                 'ministers', 'scenarios', POISON, '--' + POISON, '-' + POISON):
        for word in (NAME, './' + NAME, NAME + '.json', './missing' + NAME + '.json', '--' + POISON, '--format', '--lang'):
            test.run(verb, word, codes=(0, 1, 2, 3))
    for option in ('--side', '--minister', '--seed', '--game', '--lang', '--save', '--resume', '--from'):
        test.run('play', '--text', option, POISON, codes=(0, 2, 3))
    for option in ('--games', '--seed', '--jobs', '--seat', '--format', '--vary', '--set', '--shard', '--expect', '--without'):
        test.run('run', NAME + '.json', option, POISON, codes=(0, 2, 3))
        test.run('run', NAME + '.json', option, 'east=' + POISON, codes=(0, 2, 3))


def try_bots(test, path):
    for name, move in (('./bot', 'first'), ('./bad', '"' + 'x" + poison'), ('./' + NAME, 'first')):
        write(name, BOT.format(poison=POISON, move=move))
        os.chmod(name, stat.S_IRWXU)
        test.run('selfcheck', name, codes=(0,) if move == 'first' and name == './bot' else (0, 1, 2))
        test.run('run', path, '--games', '2', '--seat', 'west=' + name, '--transcripts', 'games')
        test.run('run', path, '--games', '2', '--seat', 'west=' + name, '--format', 'text')
        test.run('tournament', path, name, 'random', '--games', '2')
        test.run('play', '--text', path, '--minister', name, '--save', 'bot.jsonl', text='1\n1\nledger\n')
        for one in sorted(glob.glob('games/*')) + ['bot.jsonl']:
            with open(one, 'rb') as file:
                test.look(f'transcript of {name!r}', file.read())
            for verb in (['replay'], ['explain'], ['debrief'], ['debrief', '--format', 'html']):
                test.run(*verb, '--scenario', path, one)
            os.remove(one)


def try_transcript(test, path):
    """Every string of a saved game."""
    test.run('play', '--text', path, '--save', 'game.jsonl', text='1\n' * 60, codes=(0,))
    with open('game.jsonl', encoding='utf-8') as file:
        lines = [json.loads(line) for line in file]
    seen = set()
    for number, line in enumerate(lines):
        for where, key in strings(line):
            sort = (line['t'], key) + tuple('*' if isinstance(one, int) else one for one in where)
            if sort in seen:
                continue
            seen.add(sort)
            changed = lines[:number] + [poisoned(line, where, key)] + lines[number + 1:]
            write('changed.jsonl', ''.join(json.dumps(one, separators=(',', ':')) + '\n' for one in changed))
            for verb in ('replay', 'explain', 'debrief'):
                test.run(verb, '--scenario', path, 'changed.jsonl')
            test.run('play', '--text', path, '--resume', 'changed.jsonl')
    for number in range(0, 3):
        changed = [json.dumps(one, separators=(',', ':')) for one in lines]
        changed[number] += POISON
        write('changed.jsonl', '\n'.join(changed) + '\n')
        test.run('replay', '--scenario', path, 'changed.jsonl', codes=(2,))


def try_translation(test, scenario, path):
    test.run('texts', path, '--lang', 'fr', '--out', 'small.fr.json', codes=(0,))
    with open('small.fr.json', encoding='utf-8') as file:
        french = json.load(file)
    for where, key in list(strings(french))[::7]:
        write('small.fr.json', poisoned(french, where, key))
        test.run('check', path)
        test.run('play', '--text', path, '--lang', 'fr', text='1\n')
    os.remove('small.fr.json')


def try_surroundings(test, path):
    for name in ('HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'LANG', 'LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'BACKCHANNEL_DATA', 'TMPDIR', 'TERM',
                 'PATH', 'COLUMNS', 'TZ'):
        for value in (POISON, os.path.abspath(NAME), 'fr_' + POISON):
            test.run('play', '--text', path, text='1\n', environment={name: value})
            test.run('play', '--text', 'no-such', environment={name: value})


def try_markup(test, scenario):
    """What means something in HTML, SVG or DOT does not, in a page or a graph."""
    whole = copy.deepcopy(scenario)
    whole['text']['title'] = MARKUP
    for kind in ('moves', 'incidents', 'agreements', 'endings', 'meters', 'parties', 'rounds', 'culprits'):
        for one in whole.get(kind, {}).values():
            if isinstance(one.get('text', {}).get('title'), str):
                one['text']['title'] = MARKUP
    write('small.json', whole)
    test.run('check', 'small.json', codes=(0,))
    test.run('run', 'small.json', '--games', '3', '--transcripts', 'games', codes=(0,))
    shown = 0
    for one in sorted(glob.glob('games/*')):
        page = test.run('debrief', '--format', 'html', '--scenario', 'small.json', one, codes=(0,)).stdout.decode()
        shown += page.count('&lt;script')
        if '<script' in page or 'script>x' in page or '<!--]]' in page:
            test.wrong.append('markup gets into the page')
    if shown == 0:
        test.wrong.append('the title stands in no page')
    for of in ('', 'endings'):
        graph = test.run('graph', 'small.json', *(['--of', of] if of else []), codes=(0,)).stdout.decode()
        if re.search(r'(?<!\\)"[^"\\]*<script>x</script>&"\'', graph):
            test.wrong.append('a quotation mark gets into the graph')


def main():
    test = Poisoned(os.path.abspath(sys.argv[1]))
    with open(sys.argv[2], encoding='utf-8') as file:
        scenario = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.environ.update(HOME=folder, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)
        try_scenario(test, scenario)
        write('small.json', scenario)
        for part in (try_bots, try_transcript, try_surroundings):
            part(test, 'small.json')
        try_translation(test, scenario, 'small.json')
        try_names(test, scenario)
        try_markup(test, scenario)
        os.chdir('/')
    print(f'{test.runs} runs; {test.escaped} times it is written out; {test.accepted} places of a scenario show nothing of it')
    control = Poisoned('')
    control.look('', POISON.encode())
    if len(control.wrong) != 1 or test.escaped < 100:
        sys.exit('what is looked for is not found')
    if test.wrong:
        sys.exit('\n'.join(test.wrong[:15] + [f'{len(test.wrong)} in all']))


main()
