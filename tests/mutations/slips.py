"""Slips an author makes: one edit of a scenario, the place where it must be found, and what must be
suggested. Each maker takes a Subject and a random.Random and gives a Slip or None."""
import json
import re

from jsontext import read


class Subject:
    def __init__(self, name, text):
        self.name, self.text, self.root = name, text, read(text)
        self.values = list(self.root.walk())
        self.collections = {child.key: [item.key for item in child.children]
                            for child in self.root.children if child.kind == 'object'}


class Slip:
    """places: offsets in `text` of which one must be reported; word: the suggestion, or None for
    any; ends: the place may be anything from the first to the last offset of `places`."""

    def __init__(self, kind, text, places, word=None, ends=False, path=None):
        self.kind, self.text, self.word, self.ends, self.path = kind, text, word, ends, path
        self.places = [places] if isinstance(places, int) else sorted(places)


def edit(subject, start, end, new):
    return subject.text[:start] + new + subject.text[end:]


def pick(random, values):
    values = list(values)
    return random.choice(values) if values else None


# ---- words misspelt ----

def misspell(word, random):
    """A word with one slip of the finger in it."""
    letters = [i for i, c in enumerate(word) if c.isalpha()]
    for _ in range(20):
        at = random.choice(letters)
        how = random.randrange(5)
        c = word[at]
        if how == 0 and at + 1 < len(word):
            out = word[:at] + word[at + 1] + c + word[at + 2:]
        elif how == 1 and len(word) > 3:
            out = word[:at] + word[at + 1:]
        elif how == 2:
            out = word[:at] + c + word[at:]
        elif how == 3:
            out = word[:at] + chr((ord(c.lower()) - 97 + 1) % 26 + 97) + word[at + 1:]
        else:
            out = word[:at] + c.upper() + word[at + 1:]
        if out != word and out[0].isalpha():
            return out
    return word + 'x'


# ---- what is what in a scenario ----

ID_VALUES = {'beat', 'kind', 'ref', 'appears', 'needs', 'promise', 'break', 'calendar', 'beats',
             'order', 'fact', 'answer', 'victim', 'culprit', 'incident', 'mandate', 'ending'}
ENUMS = {'by', 'family', 'see', 'per', 'show', 'good', 'reset', 'from', 'tells', 'claim', 'role',
         'at', 'of', 'each'}
IN_CONDITION = {'when', 'says', 'kept', 'prudent', 'grave'}


def in_condition(value):
    path = value.path()
    at = max((i for i, key in enumerate(path) if key in IN_CONDITION), default=None)
    if at is None or (path[at] == 'kept' and path[0] != 'mandates'):
        return False
    return len(path) > at + 1


def in_texts(value):
    path = value.path()
    if in_condition(value) or 'fact' in path or path[-1:] == ('when',):
        return False
    return (path[0] in ('text', 'dates', 'words') or 'text' in path or 'speech' in path or
            'title' in path or 'note' in path or 'marks' in path or 'bands' in path)


def is_note(value):
    return any(isinstance(key, str) and (key.startswith('x-') or key in ('$schema', 'why'))
               for key in value.path())


def is_id_key(value):
    """The key is an id defined here, or refers to one."""
    path = value.path()
    above = path[-2] if len(path) > 1 else None
    return ((len(path) == 2 and path[0] in DEFINING) or refers_by_key(value) or
            above in ('start', 'utility') and path[-1] not in ('base', 'per', 'min', 'max'))


DEFINING = {'rounds', 'beats', 'parties', 'others', 'meters', 'culprits', 'moves', 'agreements',
            'promises', 'rules', 'kinds', 'incidents', 'mandates', 'endings', 'advisers',
            'characters', 'sources', 'words', 'facts'}
NAMED = {'rounds', 'beats', 'parties', 'others', 'meters', 'culprits', 'moves', 'agreements',
         'promises', 'kinds', 'sources', 'words'}
BY_KEY = {'do', 'else', 'per', 'culprits', 'truth', 'speech', 'answers', 'lines', 'belief', 'weighs',
          'start'}


def refers_by_key(value):
    path = value.path()
    if value.key is None or len(path) < 2:
        return False
    if in_condition(value) and path[-1] != 'not':
        return True
    if len(path) == 2:
        return path[0] == 'belief'
    if path[-2] in BY_KEY:
        return True
    return len(path) > 3 and path[-3] == 'times'


def refers(value):
    """A string that is an id defined elsewhere."""
    path = value.path()
    if value.kind != 'string' or len(path) < 1 or in_texts(value):
        return False
    names = [key for key in path if isinstance(key, str)]
    return names[-1] in ID_VALUES and not (names[-1] == 'culprit' and 'tiers' in path)


# ---- slips of JSON ----

def comma_missing(s, r):
    v = pick(r, (v for v in s.values if v.after is not None and s.text[v.after] == ','))
    return Slip('comma missing', edit(s, v.after, v.after + 1, ''), [v.end, v.after], path=v.path())


def comma_trailing(s, r):
    v = pick(r, (v for v in s.values if v.after is not None and s.text[v.after] != ','))
    return Slip('comma trailing', edit(s, v.end, v.end, ','), v.end, path=v.path())


def comma_twice(s, r):
    v = pick(r, (v for v in s.values if v.after is not None and s.text[v.after] == ','))
    return Slip('comma twice', edit(s, v.after, v.after, ','), v.after + 1, path=v.path())


def comma_other(s, r):
    v = pick(r, (v for v in s.values if v.after is not None and s.text[v.after] == ','))
    other = r.choice(';.:')
    if other == '.' and v.kind == 'number':
        other = ';'
    return Slip('comma ' + other, edit(s, v.after, v.after + 1, other), v.after, path=v.path())


def comma_leading(s, r):
    v = pick(r, (v for v in s.values if v.children))
    return Slip('comma leading', edit(s, v.start + 1, v.start + 1, ','), v.start + 1, path=v.path())


def keyed(s, r):
    return pick(r, (v for v in s.values if v.key is not None))


def colon_missing(s, r):
    v = keyed(s, r)
    return Slip('colon missing', edit(s, v.key_end, v.key_end + 1, ''), v.key_end, path=v.path())


def colon_other(s, r):
    v = keyed(s, r)
    return Slip('colon other', edit(s, v.key_end, v.key_end + 1, r.choice(['=', ',', ' =>', '::'])),
                [v.key_end, v.key_end + 1], path=v.path())


def quote_key_open(s, r):
    v = keyed(s, r)
    return Slip('quote of key, opening', edit(s, v.key_start, v.key_start + 1, ''), v.key_start,
                path=v.path())


def quote_key_close(s, r):
    v = keyed(s, r)
    return Slip('quote of key, closing', edit(s, v.key_end - 1, v.key_end, ''), v.key_end - 1,
                path=v.path())


def stringed(s, r):
    return pick(r, (v for v in s.values if v.kind == 'string'))


def quote_open(s, r):
    v = stringed(s, r)
    return Slip('quote, opening', edit(s, v.start, v.start + 1, ''), v.start, path=v.path())


def quote_close(s, r):
    v = stringed(s, r)
    return Slip('quote, closing', edit(s, v.end - 1, v.end, ''), v.end - 1, path=v.path())


def quote_inside(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'string' and v.end - v.start > 12))
    at = s.text.find(' ', v.start)
    if at < 0 or at > v.end:
        return None
    return Slip('quote inside', edit(s, at, at + 1, ' "'), [at + 1, at + 2], ends=True, path=v.path())


def quote_single(s, r):
    v = stringed(s, r)
    return Slip('quotes single', edit(s, v.start, v.end, "'" + s.text[v.start + 1:v.end - 1] + "'"),
                v.start, path=v.path())


def quote_single_key(s, r):
    v = keyed(s, r)
    return Slip('quotes of key single', edit(s, v.key_start, v.key_end, "'" + v.key + "'"),
                v.key_start, path=v.path())


def quote_none_key(s, r):
    v = keyed(s, r)
    return Slip('quotes of key none', edit(s, v.key_start, v.key_end, v.key), v.key_start,
                path=v.path())


def quote_curly(s, r):
    v = stringed(s, r)
    first, last = r.choice(['“”', '„“', '«»', '‘’', '``', '”"'])
    return Slip('quotes curly', edit(s, v.start, v.end, first + s.text[v.start + 1:v.end - 1] + last),
                v.start, path=v.path())


def quote_curly_key(s, r):
    v = keyed(s, r)
    first, last = r.choice(['“”', '„“', '«»', '``'])
    return Slip('quotes of key curly', edit(s, v.key_start, v.key_end, first + v.key + last),
                v.key_start, path=v.path())


def quote_words(s, r):
    """Some words of a text in quotation marks of their own."""
    v = pick(r, (v for v in s.values if v.kind == 'string' and in_texts(v)))
    words = [m for m in re.finditer(r'[A-Za-z]+', s.text[v.start:v.end])]
    if not words:
        return None
    first, last = sorted([r.choice(words), r.choice(words)], key=lambda m: m.start())
    old = s.text[v.start + first.start():v.start + last.end()]
    if '{' in old or '}' in old or '"' in old:
        return None
    at = v.start + first.start()
    return Slip('quotes inside', edit(s, at, v.start + last.end(), '"' + old + '"'), at, path=v.path())


def dash_for_minus(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'number' and s.text[v.start] == '-'))
    return v and Slip('dash for minus', edit(s, v.start, v.start + 1, r.choice('−–—‐')), v.start,
                      path=v.path())


def blank_other(s, r):
    v = keyed(s, r)
    at = r.choice([v.key_start, v.key_end, v.end])
    return Slip('blank other', edit(s, at, at, r.choice('\u00a0\u200b\u202f\u3000\ufeff')), at,
                path=v.path())


def full_width(s, r):
    v = pick(r, (v for v in s.values if v.key is not None and v.after is not None and
                 s.text[v.after] == ','))
    at, new = r.choice([(v.key_end, '：'), (v.after, '，')])
    return Slip('full width', edit(s, at, at + 1, new), at, path=v.path())


def containers(s):
    return [v for v in s.values if v.kind in ('object', 'array') and v.parent is not None]


def run_of(text, at, chars):
    """The stretch around `at` of nothing but these characters and white space."""
    first = last = at
    while first > 0 and text[first - 1] in chars + ' \n':
        first -= 1
    while last < len(text) and text[last] in chars + ' \n':
        last += 1
    return [first, last]


def bracket_open_missing(s, r):
    v = pick(r, containers(s))
    text = edit(s, v.start, v.start + 1, '')
    # of two brackets side by side nobody can tell which one is gone
    near = [v.start - (s.text[v.start - 1] == '['), v.start, v.start + (text[v.start] == '[')]
    return Slip('bracket missing, opening ' + v.kind, text, near, path=v.path())


def bracket_close_missing(s, r):
    v = pick(r, containers(s))
    text = edit(s, v.end - 1, v.end, '')
    return Slip('bracket missing, closing ' + v.kind, text, run_of(text, v.end - 1, ']},'), ends=True,
                path=v.path())


def bracket_close_twice(s, r):
    v = pick(r, containers(s))
    text = edit(s, v.end, v.end, s.text[v.end - 1])
    return Slip('bracket twice, closing ' + v.kind, text, run_of(text, v.end, ']},'), ends=True,
                path=v.path())


def bracket_open_twice(s, r):
    v = pick(r, containers(s))
    text = edit(s, v.start, v.start, s.text[v.start])
    return Slip('bracket twice, opening ' + v.kind, text, [v.start, v.start + 1], path=v.path())


def bracket_close_other(s, r):
    v = pick(r, containers(s))
    text = edit(s, v.end - 1, v.end, {'}': ']', ']': '}'}.get(s.text[v.end - 1]) if r.random() < .7 else ')')
    return Slip('bracket other, closing ' + v.kind, text, v.end - 1, path=v.path())


def bracket_open_other(s, r):
    v = pick(r, (v for v in containers(s) if v.children))
    text = edit(s, v.start, v.start + 1, '[' if v.kind == 'object' else '{')
    return Slip('bracket other, opening ' + v.kind, text, v.start, path=v.path())


def word_wrong(s, r):
    v = pick(r, (v for v in s.values if v.kind in ('bool', 'number')))
    word = r.choice(['True', 'yes', 'FALSE', 'None', 'nil', 'ture'])
    return Slip('word', edit(s, v.start, v.end, word), v.start, path=v.path())


def number_wrong(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'number'))
    old = s.text[v.start:v.end]
    new = r.choice(['0' + old.lstrip('-') + '1', '+' + old, '.5', '5.', '0x1F', '1e', '--1', '- 1',
                    '½', old + 'x', old + '%', '1_000', '#5'])
    return Slip('number ' + new, edit(s, v.start, v.end, new), [v.start, v.start + len(new)],
                ends=True, path=v.path())


def comment(s, r):
    v = keyed(s, r)
    new = r.choice(['// later\n', '/* later */ ', '# later\n'])
    return Slip('comment', edit(s, v.key_start, v.key_start, new), v.key_start, path=v.path())


def control_raw(s, r):
    v = stringed(s, r)
    return Slip('control, raw', edit(s, v.start + 1, v.start + 1, r.choice('\t\n\x07')), v.start + 1,
                path=v.path())


def escape_wrong(s, r):
    v = stringed(s, r)
    return Slip('escape', edit(s, v.start + 1, v.start + 1, r.choice(['\\x', "\\'", '\\u12g4', '\\ '])),
                v.start + 1, path=v.path())


def surrogate(s, r):
    v = stringed(s, r)
    return Slip('surrogate', edit(s, v.start + 1, v.start + 1, '\\ud83d'), v.start + 1, path=v.path())


def cut_off(s, r):
    v = pick(r, s.values[1:])
    text = s.text[:v.end].rstrip() + '\n'
    return Slip('cut off', text, [len(text) - 1, len(text)], path=v.path())


def goes_on(s, r):
    text = s.text.rstrip() + '\n' + r.choice(['}', ']', '{}', ',', 'x'])
    return Slip('goes on', text, len(text) - 1 - (text.endswith('{}')), path=())


def key_twice(s, r):
    v = keyed(s, r)
    copy = ', ' + s.text[v.key_start:v.end]
    return Slip('key twice', edit(s, v.end, v.end, copy), v.end + 2, path=v.path())


# ---- slips of structure ----

def key_misspelt(s, r):
    v = pick(r, (v for v in s.values if v.key is not None and not is_id_key(v) and not is_note(v) and
                 len(v.key) > 1))
    wrong = misspell(v.key, r)
    if v.parent.member(wrong):
        return None
    return Slip('key misspelt', edit(s, v.key_start + 1, v.key_end - 1, wrong), v.key_start, v.key,
                path=v.path())


def key_unknown(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'object' and v.children and not is_note(v) and
                 not any(key in DEFINING for key in v.path()[-1:])))
    return Slip('key unknown', edit(s, v.start + 1, v.start + 1, '"zzqq": 1, '), v.start + 1,
                path=v.path())


REQUIRED = {
    (): ['format', 'id', 'text', 'calendar', 'rounds', 'beats', 'parties', 'moves', 'endings',
         'culprits', 'trace', 'kinds', 'incidents'],
    ('text',): ['title', 'briefing', 'aim'],
    ('rounds', 0): ['beats', 'text'], ('rounds', 0, 'text'): ['title'],
    ('beats', 0): ['by', 'text'], ('beats', 0, 'text'): ['title'],
    ('parties', 0): ['color', 'text'], ('parties', 0, 'color'): ['dark', 'light'],
    ('parties', 0, 'text'): ['title', 'country', 'capital', 'adjective'],
    ('others', 0): ['text'], ('others', 0, 'text'): ['country'],
    ('meters', 0): ['start', 'range', 'text'], ('meters', 0, 'text'): ['title'],
    ('culprits', 0): ['from', 'guilty', 'text'], ('culprits', 0, 'text'): ['title'],
    ('trace',): ['confidence', 'tiers'], ('trace', 'tiers', 0): ['tells', 'accuracy', 'text'],
    ('moves', 0): ['beat', 'family', 'text'], ('moves', 0, 'text'): ['title'],
    ('moves', 0, 'effects', 0): ['do'],
    ('agreements', 0): ['text'], ('promises', 0): ['text'],
    ('rules', 0): ['at'], ('kinds', 0): ['text'],
    ('incidents', 0): ['kind', 'severity', 'culprits', 'source', 'text'],
    ('incidents', 0, 'source'): ['ref', 'claim'],
    ('incidents', 0, 'text'): ['title', 'dispatch', 'trace', 'headline', 'truth'],
    ('incidents', 0, 'text', 'trace'): ['low', 'medium', 'high'],
    ('incidents', 0, 'text', 'headline'): ['home', 'abroad'],
    ('mandates', 0): ['kept', 'utility', 'text'], ('mandates', 0, 'text'): ['title', 'line'],
    ('endings', 0): ['utility', 'text'], ('endings', 0, 'text'): ['title', 'text'],
    ('goals', 0): ['when', 'text'],
    ('advisers', 0): ['text'], ('advisers', 0, 'text'): ['title', 'lines'],
    ('characters', 0): ['text'], ('characters', 0, 'text'): ['title', 'manner'],
    ('sources', 0): ['title'], ('facts', 0): ['role', 'text'],
    ('severe',): ['window'], ('settle',): ['at'],
    ('exposure', 0): ['chance'],
}


def required(value):
    path = value.path()
    for form, keys in REQUIRED.items():
        if len(form) == len(path) and all(a == 0 and isinstance(a, int) or a == b
                                          for a, b in zip(form, path)):
            return keys
    return []


def without(s, value):
    """The text without a member, its comma included."""
    siblings = value.parent.children
    index = siblings.index(value)
    if index + 1 < len(siblings):
        return edit(s, value.key_start, siblings[index + 1].key_start, '')
    if index > 0:
        return edit(s, siblings[index - 1].end, value.end, '')
    return edit(s, value.key_start, value.end, '')


def key_missing(s, r):
    v = pick(r, (v for v in s.values if v.key is not None and v.key in required(v.parent)))
    return Slip('key missing', without(s, v), v.parent.start, path=v.path())


def truth_missing(s, r):
    v = pick(r, (v for v in s.values if len(v.path()) == 5 and v.path()[3] == 'truth'))
    return v and Slip('truth missing', without(s, v), v.parent.start, path=v.path())


OTHER = {
    'number': ['"12"', 'true', 'null', '[3, 4, 5, 6, 7]', '{}', '2.5', '1e2', '""'],
    'string': ['12', 'true', 'null', '{}', '{ "en": "x" }', '[]', '[[]]'],
    'bool': ['"true"', '7', 'null', '[]', '{}', '"yes"'],
    'array': ['{}', '"x"', '3', 'null', 'true'],
    'object': ['[]', '"x"', '3', 'null', 'true', '[{}]'],
}


def type_wrong(s, r):
    v = pick(r, (v for v in s.values[1:] if v.kind in OTHER and not is_note(v)))
    new = r.choice(OTHER[v.kind])
    if in_condition(v) and new in ('12', 'true', '7') or new == '"x"' and in_texts(v):
        return None  # that would be right
    if new == '3' and (v.parent.key in ('do', 'else') or v.key in ('chance', 'utility', 'set') or
                       'times' in v.path() or 'habit' in v.path()):
        return None
    places = [v.start, v.start + 1] if new in ('[[]]', '[{}]') else v.start
    return Slip(f'type {v.kind} {new}', edit(s, v.start, v.end, new), places, path=v.path())


def number_huge(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'number' and not is_note(v)))
    new = r.choice(['100000', '-100000', '99999999999999999999', '-20001'])
    return Slip('number huge', edit(s, v.start, v.end, new), v.start, path=v.path())


def pair_swapped(s, r):
    def fits(v):
        return (v.kind == 'array' and v.key in ('range', 'severity', 'window') and
                len(v.children) == 2 and 'per' not in v.path())
    v = pick(r, (v for v in s.values if fits(v)))
    a, b = json.loads(s.text[v.start:v.end])
    return a != b and Slip('pair swapped', edit(s, v.start, v.end, f'[{b}, {a}]'), v.start,
                           path=v.path())


def pair_short(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'array' and 'per' not in v.path() and v.key in (
        'range', 'severity', 'window', 'gain', 'loss', 'confidence', 'accuracy')))
    numbers = json.loads(s.text[v.start:v.end])
    numbers = numbers[:-1] if r.random() < .5 else numbers + [1]
    return Slip('pair short', edit(s, v.start, v.end, json.dumps(numbers)), v.start, path=v.path())


def range_wrong(s, r):
    def fits(v):
        return v.kind == 'string' and '..' in s.text[v.start:v.end] and in_condition(v)
    v = pick(r, (v for v in s.values if fits(v)))
    old = s.text[v.start + 1:v.end - 1]
    low, high = old.split('..')
    new = r.choice([old.replace('..', '.'), old.replace('..', '...'), old.replace('..', '-'),
                    old.replace('..', ' .. '), old.replace('..', '…'), 'x' + old, '..', '5000..',
                    '..5000', '>' + (low or high), (high or low) + '..' + str(int(low or high) - 1),
                    '', old.replace('..', ' to '), old + '%'])
    return Slip('range ' + new, edit(s, v.start + 1, v.end - 1, new), v.start, path=v.path())


def reference_misspelt(s, r):
    v = pick(r, (v for v in s.values if refers(v)))
    old = s.text[v.start + 1:v.end - 1]
    wrong = misspell(old, r)
    if any(wrong in ids for ids in s.collections.values()) or len(old) < 4 or old in s.collections.get(
            'facts', []):
        return None  # of ids as short as those of facts several are as near
    return Slip('reference misspelt', edit(s, v.start + 1, v.end - 1, wrong), v.start, old,
                path=v.path())


def reference_nowhere(s, r):
    v = pick(r, (v for v in s.values if refers(v)))
    return Slip('reference nowhere', edit(s, v.start + 1, v.end - 1, 'zzqq'), v.start, path=v.path())


def reference_key_misspelt(s, r):
    v = pick(r, (v for v in s.values if refers_by_key(v) and not is_note(v)))
    parts = v.key.split('.')
    at = r.randrange(len(parts))
    if len(parts[at]) < 2:
        return None
    old, parts[at] = parts[at], misspell(parts[at], r)
    wrong = '.'.join(parts)
    if v.parent.member(wrong) or any(parts[at] in ids for ids in s.collections.values()):
        return None
    return Slip('reference by key misspelt', edit(s, v.key_start + 1, v.key_end - 1, wrong),
                v.key_start, v.key, path=v.path())


def reference_key_nowhere(s, r):
    v = pick(r, (v for v in s.values if refers_by_key(v) and not is_note(v)))
    return Slip('reference by key nowhere', edit(s, v.key_start + 1, v.key_end - 1, 'zzqq'),
                v.key_start, path=v.path())


def enum_misspelt(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'string' and v.key in ENUMS and not in_texts(v) and
                 not in_condition(v)))
    old = s.text[v.start + 1:v.end - 1]
    return Slip('word misspelt', edit(s, v.start + 1, v.end - 1, misspell(old, r)), v.start, old,
                path=v.path())


def enum_nowhere(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'string' and v.key in ENUMS and not in_texts(v) and
                 not in_condition(v)))
    return Slip('word nowhere', edit(s, v.start + 1, v.end - 1, 'zzqq'), v.start, path=v.path())


def id_misspelt(s, r):
    """Where an id is defined: it is found there if it is named more than once."""
    v = pick(r, (v for v in s.values if len(v.path()) == 2 and v.path()[0] in NAMED and
                 len(v.key) > 3))
    wrong = misspell(v.key, r).lower()
    named = len(re.findall('["{.]' + re.escape(v.key) + '["}.]', s.text))
    if wrong == v.key or named < 2 or any(wrong in ids for ids in s.collections.values()):
        return None
    text = edit(s, v.key_start + 1, v.key_end - 1, wrong)
    if named == 2:  # named once: either of the two may be the one that is wrong
        other = text.find('"' + v.key + '"')
        return other >= 0 and Slip('id misspelt', text, [v.key_start, other], path=v.path())
    return Slip('id misspelt', text, v.key_start, v.key, path=v.path())


def id_wrong(s, r):
    v = pick(r, (v for v in s.values if len(v.path()) == 2 and v.path()[0] in DEFINING))
    wrong = r.choice([v.key + ' b', v.key + '_b', v.key + '.b', '', '1' + v.key, v.key + 'é', '-' + v.key,
                      'x' * 41])
    return Slip('id wrong', edit(s, v.key_start + 1, v.key_end - 1, wrong), v.key_start,
                path=v.path())


def reference_other(s, r):
    """An id of another collection: it exists, and is of no use here."""
    v = pick(r, (v for v in s.values if refers(v)))
    old = s.text[v.start + 1:v.end - 1]
    home = next((ids for ids in s.collections.values() if old in ids), [])
    other = pick(r, (one for name in ('meters', 'culprits', 'endings', 'rules')
                     for one in s.collections[name] if one not in home))
    if any(other in s.collections.get(name, []) for name in ('moves', 'beats', 'kinds')):
        return None
    return Slip('reference of another kind', edit(s, v.start + 1, v.end - 1, other), v.start,
                path=v.path())


def side_missing(s, r):
    v = pick(r, (v for v in s.values if refers_by_key(v) and v.key.count('.') == 1 and
                 v.key.split('.')[1] in ('own', 'other', 'victim', 'suspect')))
    bare = v.key.split('.')[0]
    if v.parent.member(bare) or v.parent.key == 'weighs':
        return None
    return Slip('side missing', edit(s, v.key_start + 1, v.key_end - 1, bare), v.key_start,
                path=v.path())


def side_too_many(s, r):
    shared = [v.key for v in s.root.member('meters').children if not v.member('per')]
    v = pick(r, (v for v in s.values if refers_by_key(v) and v.key in shared and
                 v.parent.key != 'weighs'))
    return Slip('side too many', edit(s, v.key_end - 1, v.key_end - 1, '.own'), v.key_start, v.key,
                path=v.path())


def element_twice(s, r):
    def fits(v):
        return v.parent and v.parent.kind == 'array' and v.parent.key in (
            'fact', 'beats', 'answer', 'not') and v.kind == 'string'
    v = pick(r, (v for v in s.values if fits(v)))
    copy = ', ' + s.text[v.start:v.end]
    return Slip('element twice', edit(s, v.end, v.end, copy), v.end + 2, path=v.path())


LIMITS = {'chance': (0, 100), 'in': (1, 12), 'file': (0, 100), 'weight': (0, 100), 'due': (0, 24),
          'pick': (0, 3), 'lie': (0, 1000), 'suspicion': (-90, 400), 'patience': (50, 100),
          'keep': (0, 100), 'share': (0, 100), 'below': (1, 100), 'above': (1, 100), 'habit': (0, 100),
          'confidence': (-2, 2)}


def number_beyond(s, r):
    """Just outside what is allowed."""
    v = pick(r, (v for v in s.values if v.kind == 'number' and v.key in LIMITS and
                 not in_condition(v) and v.path()[0] != 'exposure' and
                 v.parent.key not in ('do', 'else', 'per')))
    low, high = LIMITS[v.key]
    return Slip('number beyond', edit(s, v.start, v.end, str(r.choice([low - 1, high + 1]))), v.start,
                path=v.path())


def default_missing(s, r):
    v = pick(r, (v for v in s.values if v.key == 'default'))
    beat = v.parent.member('beat')
    name = s.text[beat.start + 1:beat.end - 1]
    text = without(s, v)
    at = read(text).member('beats').member(name).key_start
    return Slip('default missing', text, [at, v.parent.start], path=v.path())


def default_twice(s, r):
    v = pick(r, (v for v in s.root.member('moves').children if not v.member('default') and
                 not v.member('when') and not v.member('again') and not v.member('each')))
    text = edit(s, v.start + 1, v.start + 1, ' "default": true,')
    beat = s.text[v.member('beat').start:v.member('beat').end]
    defaults = [one.member('default').start for one in read(text).member('moves').children
                if one.member('default') and text[one.member('beat').start:one.member('beat').end] == beat]
    return Slip('default twice', text, defaults, path=v.path())


def slot_closed_only(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'string' and in_texts(v) and
                 '{' in s.text[v.start:v.end]))
    at = s.text.index(r.choice('{}'), v.start)
    left = s.text.rindex('{', v.start, at) if s.text[at] == '}' else s.text.index('}', at) - 1
    return Slip('slot half', edit(s, at, at + 1, ''), left, path=v.path())


# ---- slips in texts ----

def text(s, r):
    return pick(r, (v for v in s.values if v.kind == 'string' and in_texts(v) and not is_note(v)))


def text_with(kind, new):
    def make(s, r):
        v = text(s, r)
        make.__name__ = kind.replace(' ', '_')
        return Slip(kind, edit(s, v.start + 1, v.end - 1, new(s.text[v.start + 1:v.end - 1], r)),
                    v.start, path=v.path())
    return make


text_empty = text_with('text empty', lambda old, r: '')
text_blank = text_with('text blank', lambda old, r: ' ')
text_long = text_with('text long', lambda old, r: 'word ' * 500)
text_control = text_with('text control', lambda old, r: old + r.choice(
    ['\\u0007', '\\n', '\\t', '\\u202e', '\\u001b[31m', '\u202e', '\\u200f']))


def text_slot(s, r):
    v = text(s, r)
    slot = r.choice(
        ['{zzqq}', '}', '{own.zzqq}', '{zzqq.country}', '{own}', '{}', '{own.country', '{own.country.title}',
         '{ own.country }', '{Own.country}', '{%s}', '{{own.country}}', '{{own.country}'])
    return Slip('slot unknown', edit(s, v.end - 1, v.end - 1, slot), v.end - 1, path=v.path())


def slot_misspelt(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'string' and in_texts(v) and
                 '{' in s.text[v.start:v.end]))
    at = s.text.index('{', v.start) + 1
    end = s.text.index('}', at)
    old = s.text[at:end]
    parts = old.split('.')
    part = r.randrange(len(parts))
    if len(parts[part]) < 3:
        return None
    parts[part] = misspell(parts[part], r)
    return Slip('slot misspelt', edit(s, at, end, '.'.join(parts)), at - 1, '{%s}' % old, path=v.path())


def color(s, r):
    v = pick(r, (v for v in s.values if v.key in ('dark', 'light')))
    old = s.text[v.start + 1:v.end - 1]
    return Slip('colour', edit(s, v.start + 1, v.end - 1, r.choice(
        ['red', '', old[1:], old + '0', old[:-1], old.upper(), '#gggggg', '#abc'])), v.start,
                path=v.path())


def too_many(s, r):
    v = pick(r, (v for v in s.values if v.kind == 'array' and v.children and not is_note(v)))
    last = s.text[v.children[-1].start:v.children[-1].end]
    return Slip('too many', edit(s, v.end - 1, v.end - 1, (', ' + last) * 300), [v.start, v.end],
                ends=True, path=v.path())


MAKERS = [value for name, value in list(globals().items())
          if callable(value) and getattr(value, '__code__', None) is not None and
          value.__code__.co_varnames[:2] == ('s', 'r') and name not in
          ('keyed', 'stringed', 'text')]
