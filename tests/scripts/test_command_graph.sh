#!/bin/sh
# `graph` writes DOT that is well formed, with every element once, and the ties that the rules make.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

dot="$top/tests/scripts/dot.py"
small="$top/tests/scenarios/small.json"
python3 "$dot"

read_graph() { # read_graph WORDS: what is in the picture, in $work/graph
    expect 0 graph "$@"
    silent err
    python3 "$dot" out >graph || fail "no graph: $*"
    if command -v dot >/dev/null; then
        dot -Tsvg out >/dev/null 2>err || fail "dot refuses it: $*"
    fi
}

# of every scenario the whole: each incident, kind, move, agreement, promise and ending once
for scenario in "$small" "$top"/scenarios/*.json; do
    case ${scenario##*/} in *.*.json) continue ;; esac
    for what in incidents moves agreements endings rules all; do
        read_graph "$scenario" --of $what
    done
    python3 - "$scenario" graph <<'PYTHON'
import json
import sys

scenario = json.load(open(sys.argv[1], encoding='utf-8'))
lines = open(sys.argv[2], encoding='utf-8').read().splitlines()
names = {'kinds': 'kind', 'incidents': 'incident', 'moves': 'move', 'agreements': 'commitment',
         'promises': 'commitment', 'endings': 'ending'}
wanted = {'node %s/%s' % (names[c], id) for c in names for id in scenario.get(c, {})}
drawn = {line for line in lines if line[:5] == 'node ' and line[:11] != 'node meter/'}
assert wanted == drawn, sorted(wanted ^ drawn)
clusters = {'cluster cluster/beat/' + id for id in scenario['beats']}
assert clusters <= set(lines), clusters - set(lines)
PYTHON
done

# the ties, and what is no tie
read_graph "$small"
cp out whole
for tie in 'move/search commitment/report gives' 'move/scorn commitment/ferry breaks' \
    'commitment/beacon commitment/ferry needed by' 'move/sign commitment/beacon signs' \
    'meter/favour ending/lost-seat ' 'kind/theft move/scorn ' 'meter/calm commitment/beacon '; do
    grep -qxF "edge $tie" graph || fail "missing: $tie"
done
for tie in 'meter/boats ending' 'move/ask commitment' 'commitment/ferry commitment' 'move/ask meter'; do
    if grep -q "^edge $tie" graph; then fail "too much: $tie"; fi
done
expect 0 graph --of=all "$small"
same out whole

read_graph "$small" --of moves
for tie in 'move/ask meter/calm +' 'move/ask meter/favour -' 'move/send meter/boats +' \
    'move/hold meter/boats =' 'move/charge meter/loot +/-'; do
    grep -qxF "edge $tie" graph || fail "missing: $tie"
done
# what comes later is not at once
if grep -q 'move/send meter/loot\|move/forget meter/loot' graph; then fail 'a delayed row'; fi
read_graph "$small" --of endings
if grep -q 'node move/' graph; then fail 'a move among endings'; fi
# an ending that counts agreements is tied to each, not to promises
[ "$(grep -c '^edge commitment/.* ending/' graph)" -eq 2 ] || fail "agreements that an ending counts"
read_graph "$small" --of incidents
grep -qxF 'edge incident/nets rule/news ' graph || fail 'the rule that names an incident'

# a text with quotation marks and backslashes stays a text
sed 's/"title": "Cut nets"/"title": "Cut \\"nets\\" \\\\"/' "$small" >small.json
read_graph small.json
says out '[label="Cut \"nets\" \\\nnets"'

# refusals
expect 2 graph
says err 'no scenario is named'
expect 2 graph "$small" pentagon-2012
expect 2 graph "$small" --of endigns
says err 'did you mean endings'
expect 2 graph no-such-scenario
says err J001
expect 2 graph "$top/tests/bad_scenarios/s004-unknown-keys.json"
silent out
says err S004
