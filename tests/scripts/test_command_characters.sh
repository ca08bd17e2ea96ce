#!/bin/sh
# Characters and difficulties: found by name, refused by name, played as they are, and read about.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

# listed: of the main scenario, or of the one that is named
expect 0 ministers
for name in balanced hawk legalist bridge-builder opportunist; do
    grep -Eq "^planner:$name +The .+\. .+\.$" out || fail "no line on $name"
done
for name in easy normal hard envoy; do
    grep -Eq "^planner:balanced:$name +.{10,}" out || fail "no line on $name"
done
cp out main
expect 0 ministers neighbours
grep '^planner:hawk' out >theirs
if grep -qF "$(cat theirs)" main; then fail 'two scenarios, the same hawk'; fi
expect 0 ministers "$top/tests/scenarios/small.json"
says out 'planner:hawk'
if grep -q legalist out; then fail 'somebody else'"'"'s legalist'; fi
expect 2 ministers no-such-scenario
silent out
expect 2 ministers pentagon-2012 neighbours
silent out

# refused: exit 2, the near name, and nothing begun
refused() { # refused TEXT WORDS...
    text=$1
    shift
    expect 2 "$@"
    silent out
    says err "$text"
}
hwak="no character is called 'hwak'; did you mean 'hawk'?"
refused "$hwak" play --text --minister planner:hwak
refused "$hwak" play --text --minister planner:hwak:easy neighbours
refused "$hwak" run pentagon-2012 --seat us=planner:hwak
refused "$hwak" tournament pentagon-2012 random planner:hwak
refused "no character is called 'legalist'" run "$top/tests/scenarios/small.json" \
    --seat east=planner:legalist
refused "did you mean 'easy'" run pentagon-2012 --seat us=planner:hawk:esay
refused "no character is called ''" run pentagon-2012 --seat us=planner:

# played: the same game again, and not that of another character
for name in hawk bridge-builder; do
    expect 0 run pentagon-2012 --games 2 --seed 5 --seat us=planner:$name:easy \
        --seat china=tit-for-tat --transcripts . --format json
    says out "\"minister\":\"planner:$name:easy\""
    mv out $name
    mv pentagon-2012-5-0.jsonl $name.jsonl
    expect 0 replay $name.jsonl
done
grep -o '"hash":"[0-9a-f]*"' hawk | tail -n 1 >hash
if grep -qFf hash bridge-builder; then fail 'hawk and bridge-builder end alike'; fi

# a game told as another's is not what that one would have played
sed 's/planner:hawk:easy/planner:bridge-builder:easy/g' hawk.jsonl >told.jsonl
expect 1 replay told.jsonl

# nor does it belong to a scenario in which the character is after something else
mkdir changed
sed '/"hawk": {/,/"text"/s/"suspicion": [0-9]*/"suspicion": 1/' \
    "$top/scenarios/pentagon-2012.json" >changed/pentagon-2012.json
expect 0 check changed/pentagon-2012.json
expect 2 replay hawk.jsonl --scenario changed/pentagon-2012.json

# read about: who sits there, and its own manner before each of its words
yes 1 | head -n 120 >in
expect 0 play --text --seed 3 --side us --minister planner:hawk:easy --save played.jsonl
says out 'Opposite you: The firm one.'
python3 - "$top/scenarios/pentagon-2012.json" out <<'END'
import json
import sys

characters = json.load(open(sys.argv[1], encoding='utf-8'))['characters']
lines = open(sys.argv[2], encoding='utf-8').read().splitlines()
own = set(characters['hawk']['text']['manner'])
others = {line for name in characters if name != 'hawk' for line in characters[name]['text']['manner']}
words = [line for line, before in zip(lines[1:], lines) if before in own and line[:5] == 'They ']
assert len(words) >= 5, f'{len(words)} words with a manner'
assert not others & set(lines), 'another character at the table'
assert sum(line in own for line in lines) == len(words), 'a manner without words'
END

# who has no character has no such line
: >in
expect 0 play --text --seed 3 --side us --minister tit-for-tat --save none.jsonl
if grep -q 'Opposite you' out; then fail 'a script with a character'; fi
