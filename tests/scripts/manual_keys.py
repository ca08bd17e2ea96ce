"""Holds a page of the manual to the table of commands: manual_keys.py INPUT.C SETTINGS.C PAGE

Each command stands in an entry of its own or with its like, by its name in the settings, with what it
does and its keys; each setting is named. Prints what is missing."""
import re
import sys

source, settings, page = (open(name, encoding='utf-8').read() for name in sys.argv[1:])
WORDS = {'RETURN': 'Enter', 'ESCAPE': 'Esc', 'PAGEUP': 'Page Up', 'PAGEDOWN': 'Page Down',
         'UP': 'arrows', 'DOWN': 'arrows', 'LEFT': 'arrows', 'RIGHT': 'arrows'}

table = re.search(r'bindings\[INPUT_NAMED\] = \{(.*?)\n\};', source, re.S).group(1)
rows = re.findall(r'"([a-z-]+)",\s*N_\("(.*?)"\),\s*(\w+),\s*(\w+) \}', table)
assert len(rows) == table.count('[INPUT_') > 10

# an entry as it is read: no macros, no quotation marks, one blank between words
keys = page.replace('\\-', '-').replace('\\~', ' ').split('.SH KEYS')[1].split('.SH ')[0]
entries = [re.sub(r'\.[BRI]+ |"', '', entry) for entry in keys.split('.TP\n')[1:]]
entries = [' '.join(re.sub(r'\[ *([a-z-]+) *\]', r'[\1]', e).split()) for e in entries]

missing = []
for name, title, *codes in rows:
    entry = ' '.join(e for e in entries if f'[{name}]' in e)
    words = [title] + [WORDS.get(c[5:], c[5:].capitalize()) for c in codes if c != '0']
    missing += [f'{name}: {word}' for word in words if word not in entry]

names = re.search(r'keys\[\] = \{(.*?)\}', settings, re.S).group(1)
missing += [name for name in re.findall(r'"(\w+)"', names) if f'.IR {name} ' not in page]
print('\n'.join(missing), end='')
sys.exit(bool(missing))
