#!/bin/sh
# check --tests: every shipped scenario has tests and keeps them; a test that is not kept says where,
# what was expected and what was, and how to see its game; files of tests are no scenarios.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

shipped=0
for scenario in "$top"/scenarios/*.json; do
    name=$(basename "$scenario" .json)
    case $name in *.*) continue ;; esac
    [ -f "$top/scenarios/$name.tests.json" ] || fail "$name has no tests"
    expect 0 check --strict --tests "$name"
    says err 'failed: 0'
    grep -q 'tests: [1-9]' err || fail "$name: no test was played"
    shipped=$((shipped + 1))
done
[ "$shipped" -ge 4 ] || fail "only $shipped scenarios"

# by its own name a file of tests is looked at alone, and played where that is asked for
expect 0 check "$top/scenarios/was-it-you.tests.json"
says err 'was-it-you.tests.json: nothing to find fault with'
expect 0 check --tests "$top/scenarios/was-it-you.tests.json"
says err 'failed: 0'
expect 0 scenarios
if grep -q 'tests' out; then fail 'a file of tests is listed as a scenario'; fi

# everything a test can say
cp "$top/tests/scenarios/small.json" .
cat >small.tests.json <<'END'
{
  "format": 1,
  "scenario": "small",
  "tests": {
    "one-game": {
      "about": "East is scripted, west plays by itself.",
      "seed": 7, "game": 3,
      "seats": { "west": "tit-for-tat" },
      "otherwise": { "reply": ["own-up", "search"], "pact": { "east": "beacon" } },
      "steps": [
        { "expect": { "round": 1, "calm": "1..99", "incident": { "not": "wreck" }, "mandate.east": ["rich", "friend"] } },
        { "round": 2, "beat": "pact", "offers": { "with": ["none", "beacon"], "without": ["ferry", "beacon+ferry"] } },
        { "when": { "severe": true }, "expect": { "round": "3..4" } },
        { "ending": { "not": "war" }, "expect": { "round": 4 } }
      ]
    },
    "the-game-that-is-meant": {
      "steps": [
        { "given": { "victim": "east", "guilty": true, "culprit": "fleet" }, "offers": ["ask", "wait", "forget"], "play": "wait", "does": { "favour.own": -2 } },
        { "side": "west", "beat": "reply", "given": { "file": "us" }, "offers": { "with": "own-up" }, "play": "own-up", "does": { "calm": "1..", "favour.west": "..-1" } },
        { "round": 2, "side": "west", "expect": { "favour.west": "..38" } }
      ]
    },
    "a-changed-scenario": {
      "set": { "/meters/calm/start": 10, "/moves/charge/when/round": "1.." },
      "steps": [
        { "expect": { "calm": "..12" }, "offers": { "with": "charge" }, "play": "charge", "does": { "calm": "..-1", "alarm": "1.." } },
        { "beat": "pact", "offers": ["none"] }
      ]
    },
    "an-error-put-in": { "set": { "/meters/calm/start": 140 }, "findings": ["S012"] },
    "sound": { "findings": [] }
  }
}
END
expect 0 check --strict --tests small.json
says err 'tests: 5, failed: 0'
silent out
expect 0 check --tests --format json small.json
python3 - out <<'PYTHON' || fail 'the JSON'
import json
import sys
result = json.load(open(sys.argv[1], encoding='utf-8'))
assert result['findings'] == []
assert [t['id'] for t in result['tests']] == [
    'one-game', 'the-game-that-is-meant', 'a-changed-scenario', 'an-error-put-in', 'sound']
assert all(t['passed'] and t['scenario'] == 'small.json' for t in result['tests'])
assert result['tests'][0]['seed'] == 7 and result['tests'][0]['game'] == 3
assert result['tests'][0]['ending'] and result['tests'][1]['ending'] is None
PYTHON
mv out first
expect 0 check --tests --format json small.json
same out first

# the games are written down, and replay with the scenario they were played with
expect 0 check --tests --transcripts games small.json
[ "$(find games -name '*.jsonl' | wc -l)" -eq 3 ] || fail 'not three games'
expect 0 replay games/small.one-game.jsonl --scenario small.json
expect 0 replay games/small.the-game-that-is-meant.jsonl --scenario small.json
expect 2 replay games/small.a-changed-scenario.jsonl --scenario small.json
expect 0 replay games/small.a-changed-scenario.jsonl --scenario games/small.a-changed-scenario.json

# the decisions of a minister are those of a run of that seed and game
expect 0 run small.json --seed 7 --games 4 --seat west=tit-for-tat --transcripts run
grep '"t":"game"' games/small.one-game.jsonl | grep -q '"seed":7,"game":3' || fail 'another game'
[ "$(sed -n 1p run/small-7-3.jsonl | grep -o '"meters":.*')" = \
    "$(sed -n 1p games/small.one-game.jsonl | grep -o '"meters":.*')" ] || fail 'another start'

# one that is not kept: place, what was expected, what was, and a command that works as it stands
sed 's/"favour.west": "..38"/"favour.west": "61.."/' small.tests.json >changed
mv changed small.tests.json
expect 1 check --tests small.json
line=$(grep -n '61\.\.' small.tests.json | cut -d : -f 1)
column=$(sed -n "${line}s/\"61.*//p" small.tests.json | awk '{ print length($0) + 1 }')
says out "small.tests.json:$line:$column: error S080: the-game-that-is-meant, game "
says out '"favour.west" is '
says out '^ expected: "61.."'
says err 'tests: 5, failed: 1'
[ "$(grep -c '^backchannel' out)" -eq 1 ] || fail 'not one line for one game'
grep '^backchannel' out >again.sh
rm -r games
backchannel() { "$program" "$@"; }
# shellcheck disable=SC1091
(set +e && . ./again.sh) >replayed 2>err || fail 'the command to see it'
says replayed 'Round 2'
expect 1 check --tests --format json small.json
says out '"id":"the-game-that-is-meant","passed":false'
says out '"id":"sound","passed":true'
says out '"expected":"\"61..\""'

# where there are none it is said, and that is no failure; without --tests they are left alone
expect 1 check small.json --tests small.tests.json
mv small.tests.json away.json
expect 0 check --tests small.json
says err 'there are no tests: small.tests.json is missing'
mv away.json small.tests.json
echo '{' >small.tests.json
expect 0 check small.json
expect 1 check --tests small.json
says out J021
expect 1 check small.tests.json
says out J021
cp small.tests.json other.tests.json
expect 1 check other.tests.json
expect 2 check small.json --transcripts games
says err '--transcripts needs --tests'
expect 2 check --tests --sources small.json
code=0
"$program" check --tests --transcripts /dev/null/games pentagon-2012 >out 2>err || code=$?
[ "$code" -eq 3 ] || fail "a folder that cannot be made: $code"
