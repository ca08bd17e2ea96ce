#!/bin/sh
# `study` finds what is planted, with a game that shows it and that `replay` opens; its answer is the
# same with any number of jobs; `--strict` is what bars say.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

template="$top/assets/template.json"
plant() { # plant FAULT: studies the template with it: NAME.out, NAME.study/
    name=$(printf '%s' "$1" | tr _ -)
    python3 "$top/tests/scripts/plant.py" "$template" "$1" "$name.json"
    expect 0 study "$name.json" --budget 20 --format json --evidence "$name.study"
    cp out "$name.out"
}

# ---- usage ----

expect 2 study
expect 2 study no-such-scenario
expect 2 study "$template" --budget 0
expect 2 study "$template" --format xml
expect 0 study --help
says out --strict

# ---- what is planted is found, and only there ----

for fault in nothing unreachable_ending hidden_ending dead_incident dead_row dominant_move recipe \
    side_advantage leak; do
    plant $fault
done
python3 - <<'PYTHON'
import json
import os
import subprocess

NAMES = ['nothing', 'unreachable-ending', 'hidden-ending', 'dead-incident', 'dead-row',
         'dominant-move', 'recipe', 'side-advantage', 'leak']
studies = {name: json.load(open(name + '.out', encoding='utf-8')) for name in NAMES}


def verdict(name, figure):
    return studies[name]['figures'][figure]['verdict']


def evidence(name, shows):
    found = [e for e in studies[name]['evidence'] if e['shows'] == shows]
    assert len(found) == 1, (name, shows, [e['shows'] for e in studies[name]['evidence']])
    with open(os.path.join(name + '.study', found[0]['file']), encoding='utf-8') as file:
        return found[0], [json.loads(line) for line in file]


def missing(name):
    return {m['what']: m for m in studies[name]['coverage']['missing']}


# (where, the figure that is missed there and not in the template as it is)
for name, figure in [('unreachable-ending', 'unseen.endings'), ('dead-incident', 'unseen.incidents'),
                     ('dead-row', 'unseen.rows'), ('dominant-move', 'best.complain'),
                     ('recipe', 'recipe'), ('side-advantage', 'side-advantage.scripts'),
                     ('side-advantage', 'side-advantage.planner'), ('leak', 'guilt-readable')]:
    assert verdict(name, figure) == 'missed', (name, figure, studies[name]['figures'][figure])
    assert verdict('nothing', figure) != 'missed', (figure, studies['nothing']['figures'][figure])
    assert not studies[name]['fine'] and studies[name]['missed'] > 0

# never reached, however many tried; or reached by search, and the game ends there
assert missing('nothing') == {}, missing('nothing')
for name, what in [('unreachable-ending', 'ending planted'), ('dead-incident', 'incident planted'),
                   ('dead-row', 'row 1 of rule planted')]:
    assert missing(name)[what] == {'what': what, 'reached': False, 'tries': 800}, missing(name)
assert missing('hidden-ending')['ending planted']['reached']
assert verdict('hidden-ending', 'unseen.endings') == 'fine'
about, lines = evidence('hidden-ending', 'ending planted')
assert lines[-1]['t'] == 'end' and lines[-1]['ending'] == 'planted', lines[-1]
moves = [line['move'] for line in lines if line['t'] == 'move']
assert moves == about['moves'] and about['decision'] == len(moves)
for ending in studies['hidden-ending']['coverage']['ministers'], \
        studies['hidden-ending']['coverage']['random']:
    assert ending['endings']['planted'] == 0 and ending['games'] > 100

# the games are of what they show
about, lines = evidence('dominant-move', 'best.complain')
move = [line for line in lines if line['t'] == 'move'][about['decision'] - 1]
assert move['beat'] == 'answer', move
about, lines = evidence('recipe', 'recipe')
assert about['seats']['birch'].startswith('planner') and about['seats']['alder'] == 'person'
mine = [line['move'] for line in lines
        if line['t'] == 'move' and line['party'] == 'alder' and line['beat'] == 'opening']
assert mine and set(mine) == {'hum'}, mine
assert 'opening: hum' in studies['recipe']['figures']['recipe']['note']
assert 'move counter' in studies['leak']['figures']['guilt-readable']['note']
about, lines = evidence('leak', 'guilt-readable')
assert 'counter' in [line['move'] for line in lines if line['t'] == 'move']

# all of them replay
count = 0
for name in NAMES:
    for e in studies[name]['evidence']:
        path = os.path.join(name + '.study', e['file'])
        subprocess.run([os.environ['BACKCHANNEL'], 'replay', path, '--scenario', name + '.json'],
                       check=True, stdout=subprocess.DEVNULL)
        head = json.loads(open(path, encoding='utf-8').readline())
        assert (head['seed'], head['game'], head['seats']) == (e['seed'], e['game'], e['seats'])
        count += 1
assert count > 40, count

# ---- the shape of the answer ----

whole = studies['nothing']
assert list(whole) == ['scenario', 'scenario_hash', 'seed', 'budget', 'fine', 'missed', 'unsure',
                       'figures', 'coverage', 'evidence'], list(whole)
for name, figure in whole['figures'].items():
    assert list(figure) == ['value', 'ci95', 'unit', 'least', 'most', 'verdict', 'note'], name
    low = -1e9 if figure['least'] is None else figure['least']
    high = 1e9 if figure['most'] is None else figure['most']
    inside = low <= figure['value'] <= high
    near = low <= figure['value'] + figure['ci95'] and figure['value'] - figure['ci95'] <= high
    barred = figure['least'] is not None or figure['most'] is not None
    wanted = 'none' if not barred else 'fine' if inside else 'unsure' if near else 'missed'
    assert figure['verdict'] == wanted, (name, figure)
assert whole['missed'] == sum(f['verdict'] == 'missed' for f in whole['figures'].values())
scenario = json.load(open('nothing.json', encoding='utf-8'))
for play in 'random', 'ministers':
    met = whole['coverage'][play]
    assert set(met['incidents']) == set(scenario['incidents'])
    assert set(met['moves']) == set(scenario['moves'])
    assert set(met['endings']) == set(scenario['endings'])
    assert sum(met['endings'].values()) == met['games']
for play in 'random', 'family-random', 'scripts', 'planner':
    shares = [whole['figures'][f'endings.{play}.{id}']['value'] for id in scenario['endings']]
    assert abs(sum(shares) - 100) < 0.01, (play, shares)
PYTHON

# ---- the same whoever does the work, in whatever order ----

expect 0 study nothing.json --budget 5 --format json --jobs 1 --evidence one
silent err
cp out one.out
expect 0 study nothing.json --budget 5 --format json --jobs 3 --evidence three
same out one.out
diff -r one three >/dev/null || fail 'other evidence with other jobs'
expect 0 study nothing.json --budget 5 --format json --seed 2
if cmp -s out one.out; then fail 'the seed changes nothing'; fi

# ---- bars ----

python3 "$top/tests/scripts/plant.py" "$template" bars bars.json
expect 1 study bars.json --budget 5 --strict
says out 'rounds.scripts'
says out LOOK
expect 0 study bars.json --budget 5
expect 0 study bars.json --budget 5 --format json
grep -q '"near-ties":{[^}]*"verdict":"none"' out || fail 'a bar that is false is a bar'
# bars are no rules: a game is the same with them
python3 - <<'PYTHON'
import json
import subprocess
import os
hashes = set()
for bars in {}, {'rounds.scripts': '1..2'}:
    scenario = json.load(open('bars.json', encoding='utf-8'))
    scenario['study'] = bars
    json.dump(scenario, open('bars.json', 'w', encoding='utf-8'))
    out = subprocess.run([os.environ['BACKCHANNEL'], 'run', 'bars.json', '--format', 'json'],
                         check=True, capture_output=True).stdout
    hashes.add(json.loads(out)['scenario_hash'])
assert len(hashes) == 1, hashes
PYTHON

# ---- text ----

expect 0 study nothing.json --budget 5
says out 'Endings, per cent'
says out '█'
LC_ALL=C
export LC_ALL
expect 0 study nothing.json --budget 5
if grep -q '[^ -~]' out; then fail 'not plain in a plain locale'; fi
says out '##'
