#!/bin/sh
# The engine knows no scenario: outside comments no string of game/ is an id of a shipped scenario, and
# no word there is the name of a country or capital of one, or an id of several words.
set -eu

top=${SOURCE_DIR:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
cd "$top"
exec python3 - <<'END'
import glob
import json
import os
import re
import sys

# Strings that are somebody's id by accident, and what they are here.
ALLOWED = {
    'pentagon-2012': 'the scenario that is played unless another is named',
    'was-it-you': 'the tutorial, which the title of the window offers',
    'us': 'what a file says, a word of the format',
    'not-us': 'likewise',
    'check': 'a verb of the command line',
    'summit': 'the name of a screen',
    'findings': 'a key of check --format json',
    'balanced': 'a character of the planner; scenarios give it a title by its name',
    'envoy': 'a difficulty of the planner',
    'step': 'an icon',
    'orders': 'a key of debrief --format json',
    'evidence': 'a key of study --format json',
}
NAMES_ALLOWED = {
    'Chinese': 'the script, in which fonts have characters or lack them',
}
COLLECTIONS = ['parties', 'others', 'rounds', 'beats', 'meters', 'culprits', 'moves', 'agreements',
               'promises', 'rules', 'kinds', 'incidents', 'mandates', 'endings', 'advisers',
               'characters', 'sources', 'words']


def words_of_the_format(node, found):
    """The keys that the schema names, and the words it lists."""
    if isinstance(node, dict):
        found.update(node.get('properties', {}))
        found.update(word for word in node.get('enum', []) if isinstance(word, str))
        node = node.values()
    if not isinstance(node, str) and hasattr(node, '__iter__'):
        for one in node:
            words_of_the_format(one, found)


def scenarios():
    for path in sorted(glob.glob('scenarios/*.json')):
        if '.' not in os.path.basename(path)[:-5]:
            with open(path, encoding='utf-8') as file:
                yield json.load(file)


def names_of(scenario):
    """Capitalised words of countries, capitals and adjectives."""
    for collection in ('parties', 'others'):
        for actor in scenario.get(collection, {}).values():
            for key in ('country', 'capital', 'adjective'):
                yield from re.findall(r'\b[A-Z][A-Za-z]+\b', str(actor['text'].get(key, '')))


def code_of(text):
    """The text with every comment blank, on the lines it had; includes left out."""
    text = re.sub(r'/\*.*?\*/|("(?:\\.|[^"\\])*")',
                  lambda m: m.group(1) or '\n' * m.group(0).count('\n'), text, flags=re.S)
    return re.sub(r'(?m)^#include .*$', '', text)


def look(path, text, ids, names):
    for number, line in enumerate(code_of(text).split('\n'), 1):
        for string in re.findall(r'"((?:\\.|[^"\\])*)"', line):
            pieces = [] if ' ' in string else re.split(r'[^A-Za-z0-9-]+', string)
            for piece in pieces:
                if piece in ids:
                    yield '%s:%d: "%s" is an id of a scenario' % (path, number, piece)
        for word in re.findall(r'[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*', line):
            if word in names or ('-' in word and word in ids):
                yield '%s:%d: %s is of a scenario' % (path, number, word)


with open('scenarios/scenario.schema.json', encoding='utf-8') as file:
    known = set()
    words_of_the_format(json.load(file), known)
shipped = list(scenarios())
ids = {id for one in shipped for c in COLLECTIONS for id in one.get(c, {})}
ids |= {one['id'] for one in shipped}
ids -= known | set(ALLOWED)
names = {name for one in shipped for name in names_of(one)} - set(NAMES_ALLOWED)
party = next(iter(shipped[0]['parties']))
meter = next(m for m in shipped[0]['meters'] if m in ids)
move = next(m for m in shipped[0]['moves'] if m in ids)
name = sorted(names)[0]

# the control: planted faults are found, and a comment is none
planted = 'if (is("%s.%s")) {\n    say("Now %s."); /* %s */\n}\nput("%s");' % (
    meter, party, name, name, move)
found = list(look('planted', planted, ids | {party}, names))
wrong = [] if len(found) == 4 else ['of 4 planted faults these were found: %s' % found]

files = [os.path.join(folder, name) for folder, _, inside in os.walk('game')
         for name in inside if name.endswith(('.c', '.h'))]
for path in sorted(files):
    with open(path, encoding='utf-8') as file:
        wrong += look(path, file.read(), ids, names)
if len(files) < 100 or len(ids) < 50 or len(names) < 4:
    wrong.append('too little was looked at')
print('\n'.join(wrong) or '%d files, %d ids, %d names: nothing' % (len(files), len(ids), len(names)))
sys.exit(1 if wrong else 0)
END
