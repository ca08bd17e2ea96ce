"""tutorial.py README PROGRAM FOLDER: follows the tutorial to the letter.

In the README, a block of `sh` is run in the folder; a block of `text` after it is what it must print,
where a line of `…` stands for any lines and a `…` in a line for anything. Comments of HTML say what
the reader does by hand with the next block of JSON:

    <!-- from --> … <!-- to -->        these bytes become those
    <!-- put: /moves after share -->   these members go there (or before)
    <!-- file: my-first.tests.json --> this is a file of that name
    <!-- type: 1 | quit -->            lines that are typed into the next command
"""
import json
import os
import re
import subprocess
import sys

readme, program, folder = sys.argv[1:]
scenario = os.path.join(folder, 'my-first.json')


def wrong(sentence):
    sys.exit(f'FAILED: {sentence}')


def blocks(text):
    """(comment before it or '', language, content, line) of each block."""
    comment = ''
    lines = iter(enumerate(text.split('\n'), 1))
    for number, line in lines:
        if line.startswith('<!-- ') and line.endswith(' -->'):
            comment = line[5:-4]
        elif re.fullmatch('```[a-z]+', line):
            content = []
            for _, inner in lines:
                if inner == '```':
                    break
                content.append(inner)
            yield comment, line[3:], '\n'.join(content), number
            comment = ''


def run(command, typed):
    environment = {**os.environ, 'PATH': os.path.dirname(program) + ':' + os.environ['PATH'],
                   'XDG_DATA_HOME': os.path.join(folder, '.saves')}
    for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'BACKCHANNEL_DATA'):
        environment.pop(name, None)
    done = subprocess.run(['sh', '-ec', command], cwd=folder, env=environment, text=True, timeout=100,
                          input='\n'.join(typed) + '\n', capture_output=True)
    if done.returncode not in (0, 1):
        wrong(f'{command}: exit {done.returncode}: {done.stderr[-300:]}')
    return done.stdout + done.stderr  # on a terminal what is counted comes last, too


def must_print(said, wanted, line):
    pattern = ''
    for part in wanted.split('\n'):
        pattern += '(?:.*\n)*?' if part == '…' else \
            '.*'.join(re.escape(piece) for piece in part.split('…')) + '\n'
    if not re.fullmatch(pattern, said):
        wrong(f'line {line}: not what is printed, which is\n{said[:3000]}')


def change(old, new, line):
    with open(scenario, encoding='utf-8') as file:
        text = file.read()
    if text.count(old) != 1:
        wrong(f'line {line}: {old!r} stands there {text.count(old)} times')
    with open(scenario, 'w', encoding='utf-8') as file:
        file.write(text.replace(old, new))


def put_members(where, snippet, line):
    """Puts lines after or before a member, as they are: with the comma that belongs there."""
    pointer, side, beside = where.split()
    with open(scenario, encoding='utf-8') as file:
        lines = file.read().split('\n')
    start = lines.index(f'  "{pointer[1:]}": {{')
    first = next(i for i in range(start, len(lines)) if lines[i].startswith(f'    "{beside}": '))
    last = first
    while lines[last] not in ('    },', '    }') and not (last == first and lines[last][-2:] == '},'):
        last += 1
    new = ['    ' + one for one in snippet.split('\n')]
    at = first if side == 'before' else last + 1
    lines[at:at] = new
    with open(scenario, 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines))
    try:
        json.loads('\n'.join(lines))
    except ValueError as error:
        wrong(f'line {line}: {error}')


def main():
    with open(readme, encoding='utf-8') as file:
        text = file.read()
    text = text[:text.index('\n## A whole scenario')]
    done, old, commands = None, None, 0
    for comment, language, content, line in blocks(text):
        kind, _, rest = comment.partition(': ')
        if language == 'sh':
            done = None
            done = run(content, rest.split(' | ') if kind == 'type' else [])
            commands += 1
        elif language == 'text':
            must_print(done, content, line)
        elif kind == 'from':
            old = content
        elif kind == 'to':
            change(old, content, line)
        elif kind == 'file':
            with open(os.path.join(folder, rest), 'w', encoding='utf-8') as file:
                file.write(content + '\n')
        elif kind == 'put':
            put_members(rest, content, line)
        else:
            wrong(f'line {line}: what is this block for?')
    if commands < 12:
        wrong(f'only {commands} commands')
    print(f'{commands} commands')


main()
