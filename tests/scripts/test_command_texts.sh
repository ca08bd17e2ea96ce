#!/bin/sh
# Translations: `texts` lists every text of a scenario and keeps what is translated; `check` tells what
# is missing, stale or wrong, with its place; `play --lang` reads nothing but the translation, and the
# game is the same game.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

small="$top/tests/scenarios/small.json"
cp "$small" small.json

# edit FILE STATEMENTS: changes a JSON file by Python; d is the document, t its texts by pointer
cat >edit.py <<'PYTHON'
import json
import sys


class Texts:
    """The texts of a translation: { "from", "to" } by JSON pointer, in the order of the file."""
    def __init__(self, document):
        self.found = {}
        self.walk(document, '')

    def walk(self, node, pointer):
        if isinstance(node, dict) and isinstance(node.get('from'), str):
            self.found[pointer] = node
            return
        members = enumerate(node) if isinstance(node, list) else node.items()
        for key, value in members:
            place = '%s/%s' % (pointer, key)
            if isinstance(value, (dict, list)):
                self.walk(value, place)

    def __getitem__(self, pointer):
        return self.found[pointer]

    def values(self):
        return self.found.values()


def read(path):
    return json.load(open(path, encoding='utf-8'))


if __name__ == '__main__':
    path, statements = sys.argv[1:]
    d = read(path)
    t = Texts(d)
    exec(statements)
    json.dump(d, open(path, 'w', encoding='utf-8'), ensure_ascii=False, indent=2)
PYTHON
edit() { python3 edit.py "$@" || fail "edit $*"; }
translate='[e.update(to="«" + e["from"] + "»") for e in t.values() if not e["to"]]'

# ---- the list ----

expect 0 texts small.json --lang fr
says err 'translated 0, to be looked at again 0, missing'
cp out list
expect 0 texts --lang=fr small.json --out small.fr.json
silent out
same small.fr.json list
PYTHONPATH=. python3 - small.json small.fr.json <<'PYTHON' || fail 'the list is not that of the scenario'
import sys

from edit import Texts, read

scenario, listed = read(sys.argv[1]), read(sys.argv[2])
assert listed['language'] == 'fr' and listed['id'] == 'small'
# the schema of translations lies beside that of scenarios
assert listed['$schema'] == scenario['$schema'].replace('scenario.schema', 'translation.schema')


# every string below a key that holds texts, in the order of the file, but words of conditions
def walk(node, pointer, inside, found):
    if isinstance(node, str):
        if inside:
            found.append((pointer, node))
    elif isinstance(node, (dict, list)):
        members = node.items() if isinstance(node, dict) else enumerate(node)
        for key, value in members:
            if key not in ('when', 'fact', 'role', 'at'):
                text = key in ('text', 'speech', 'dates', 'words', 'marks', 'bands', 'note')
                text = text or (key == 'title' and '/sources/' in pointer)
                walk(value, '%s/%s' % (pointer, key), inside or text, found)


found = []
walk({k: v for k, v in scenario.items() if not k.startswith(('x-', '$'))}, '', False, found)
texts = [(p, e['from']) for p, e in Texts(listed).found.items()]
assert found == texts, set(found) ^ set(texts)
PYTHON

# of the scenario itself only errors are told here
expect 2 texts "$top/tests/bad_scenarios/s040-in-two-kinds.json" --lang fr
says err S040
# and what is to be told of it, check tells once, not once more for each translation
cp "$top/tests/bad_scenarios/s063-never.json" .
expect 0 texts s063-never.json --lang fr --out s063-never.fr.json
expect 0 check s063-never.json
says out 's063-never.fr.json:'
[ "$(grep -c 'warning S063' out)" -eq "$(grep -c 'warning S063' "$top/tests/bad_scenarios/s063-never.expected")" ] ||
    fail 'a warning is told twice'

# ---- what is missing ----

expect 0 check small.json
missing=$(grep -c '"to": ""' small.fr.json)
last=$(grep -c '' small.fr.json)
says out "small.fr.json:$last:1: warning T030: $missing of $missing texts are not translated, the first at line 9: /text/title"
[ "$(grep -c warning out)" -eq 1 ] || fail 'what waits together is not told once'
expect 1 check --strict small.json
edit small.fr.json "$translate; del d['text']['aim'], d['dates']; t['/moves/ask/text/title']['to'] = ''"
expect 0 check small.json
[ "$(grep -c 'small.fr.json.*warning' out)" -eq 1 ] || fail 'one warning'
says out "warning T030: 6 of $missing texts are not translated, the first at line 6: /text/aim"
cp small.fr.json gaps.fr.json
edit small.fr.json "$translate; d['text']['aim'] = '{own.contry}'"
expect 1 check small.json
[ "$(tail -n 3 out | grep -c 'T030: 4 of')" -eq 1 ] || fail 'what is missing is not told last'
says out 'error T004'
edit small.fr.json "d['text']['aim'] = 'Calme'; d['dates'] = ['1', '2', '3', '']"
expect 0 check small.json
says out 'T030: this text is not translated (/dates/3)'
edit small.fr.json "d['dates'].pop()"
expect 0 check small.json
says out 'T030: /dates/3 is not translated (/dates)'
mv gaps.fr.json small.fr.json
expect 0 play small.json --text --seed 1 --lang fr
says out '«Two islands»'
says out 'Calm below forty, and one agreement'
expect 0 texts small.json --lang fr --out small.fr.json
says err 'to be looked at again 0, missing 6'
grep -n '«Two islands»' small.fr.json >kept || fail 'a translation is lost'
edit small.fr.json "$translate"
expect 0 check --strict small.json
says err 'nothing to find fault with'

# ---- notes of the writer's own ----

edit small.fr.json "d['x-terms'] = {'rock \"x\"': ['écueil', 1.5]}; d['\$schema'] = 's.json'"
expect 0 check --strict small.json
expect 0 texts small.json --lang fr --out small.fr.json
cp small.fr.json once
expect 0 texts small.json --lang fr --out small.fr.json
same small.fr.json once
edit small.fr.json "assert d['x-terms'] == {'rock \"x\"': ['écueil', 1.5]} and d['\$schema'] == 's.json'"

# ---- what has changed since ----

sed 's/"title": "Cut nets"/"title": "Torn nets"/; s/"It was not us.", /"Not we.", "It was not us.", /' \
    small.json >new.json
mv new.json small.json
expect 0 check small.json
line=$(grep -n '"from": "Cut nets"' small.fr.json | cut -d: -f1)
says out "small.fr.json:$line:19: warning T031: the text has changed since it was translated from this"
says out 'a translation of: Torn nets'
expect 1 check --strict small.json
# what is stale is not read, and what has moved is kept
expect 0 play small.json --text --seed 1 --lang fr
expect 0 texts small.json --lang fr --out small.fr.json
says err 'to be looked at again 1, missing 1'
PYTHONPATH=. python3 - small.fr.json <<'PYTHON' || fail 'stale and moved texts'
import sys

from edit import Texts, read

t = Texts(read(sys.argv[1]))
assert t['/incidents/nets/text/title'] == {
    'from': 'Torn nets', 'was': 'Cut nets', 'to': '«Cut nets»'}
assert t['/moves/not-us/text/speech/0'] == {'from': 'Not we.', 'to': ''}
assert t['/moves/not-us/text/speech/1']['to'] == '«It was not us.»'
PYTHON
expect 0 check small.json
says out '"was": "Cut nets"'
expect 0 texts small.json --lang fr
same out small.fr.json
edit small.fr.json "del t['/incidents/nets/text/title']['was']; $translate"
expect 0 check --strict small.json
# a text that is no more
edit small.json "del d['moves']['ask']['text']['line']"
expect 0 check small.json
says out 'warning T032: the scenario has no text at this place (/moves/ask/text/line)'
expect 0 texts small.json --lang fr --out small.fr.json
says err 'left out, of texts that are no more: 1'
expect 0 check --strict small.json

# ---- what is wrong ----

cp small.fr.json good
edit small.fr.json "t['/text/aim']['to'] = 'Calm for {own.contry}'"
expect 1 check small.json
says out 'small.fr.json:'
says out 'error T004: the slot {own.contry}'
expect 2 play small.json --text --lang fr
silent out
says err T004
expect 0 play small.json --text --seed 1
for wrong in 't["/text/aim"]["to"] = 5' 't["/text/aim"]["txt"] = ""' 'del t["/text/aim"]["to"]' \
    'd["text"]["aim"] = 5' 'd["text"] = "x" * 2001' 'd["id"] = 5' 'd["format"] = 2' \
    'd["format"] = "1"' 'd["language"] = "chinese"'; do
    cp good small.fr.json
    edit small.fr.json "$wrong"
    expect 1 check small.json
    says out 'small.fr.json:'
    expect 2 play small.json --text --lang fr
    cp small.fr.json before
    expect 2 texts small.json --lang fr --out small.fr.json
    same small.fr.json before
done
cp good small.fr.json
edit small.fr.json 'd["id"] = "other"; d["language"] = "de"'
expect 0 check small.json
[ "$(grep -c 'warning S011' out)" -eq 2 ] || fail 'of another scenario, into another language'
cp good small.fr.json
sed 's/"small"/"small",,/' good >small.fr.json
expect 1 check small.json
says out J020
cp good small.fr.json

# by hand: what is plain is a translation too; what is misspelt is told once
cat >small.fr.json <<'JSON'
{ "text": { "title": "Deux îles", "briefing": [null, "Restez calmes."] },
  "mvoes": { "ask": { "text": { "title": "Poser une question", "line": "Rien" } } } }
JSON
expect 0 check small.json
says out '2:3: warning T032: the scenario has no text at this place (/mvoes)'
says out 'did you mean "moves"?'
[ "$(grep -c T032 out)" -eq 1 ] || fail 'told more than once'
expect 0 play small.json --text --seed 1 --lang fr
says out 'Deux îles'
says out 'You are the'
says out 'Restez calmes.'
cp good small.fr.json

# a translation can be named itself; the scenario's own findings are not its own
expect 0 check --strict small.fr.json ./small.fr.json
says err './small.fr.json: nothing to find fault with'
edit small.fr.json "t['/text/aim']['to'] = ''"
expect 1 check --strict "$work/small.fr.json"
[ "$(grep -c warning out)" -eq 1 ] || fail 'one is missing'
cp small.fr.json alone.fr.json
expect 1 check alone.fr.json
says out S005
cp good small.fr.json

# ---- what is shipped lacks nothing ----

for translation in "$top"/scenarios/*.??_??.json; do
    expect 0 check --strict "$translation"
done

# ---- every text is read, and the game is the same ----

for name in pentagon-2012 neighbours; do
    cp "$top/scenarios/$name.json" .
    expect 0 texts $name.json --lang eo --out $name.eo.json
    edit $name.eo.json "$translate"
    expect 0 check --strict $name.json
    yes 1 | head -n 80 >in
    expect 0 play $name.json --text --seed 3 --minister tit-for-tat --save plain.jsonl
    cp out plain
    expect 0 play $name.json --text --seed 3 --minister tit-for-tat --save said.jsonl --lang eo
    rm in
    same plain.jsonl said.jsonl
    sed 's|«||g; s|»||g' out >bare
    same bare plain
    grep -c '«' out >count
    [ "$(cat count)" -ge 100 ] || fail "only $(cat count) lines are translated"
done

# a game goes on in another language
: >in
expect 0 play small.json --text --seed 1 --save half.jsonl
expect 0 play --text --resume half.jsonl --lang fr
says out '«'

BACKCHANNEL_DATA=$work "$program" scenarios >out
if grep -q '\.eo\|small.fr' out; then fail 'a translation among the scenarios'; fi

# ---- refusals ----

expect 2 play small.json --text --lang de
says err 'neither the program nor the scenario'
says err 'can be read in en, fr'
expect 2 play small.json --text --lang french
says err 'is no language'
expect 2 play small.json --text --lang ../fr
expect 2 texts small.json
says err '--lang is missing'
expect 2 texts --lang fr
says err 'no scenario is named'
expect 2 texts small.json --lang FR
expect 2 texts small.json small.json --lang fr
expect 2 texts no-such-scenario --lang fr
cp small.json before
expect 2 texts small.json --lang fr --out small.json
same small.json before
expect 2 texts small.json --lang de --out small.fr.json
says err 'into another language'
same small.fr.json good
expect 2 texts neighbours.json --lang fr --out small.fr.json
says err 'of another scenario'
same small.fr.json good
mkdir folder
expect 2 texts small.json --lang de --out folder
expect 3 texts small.json --lang de --out no/such/folder.json
