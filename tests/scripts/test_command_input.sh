#!/bin/sh
# Files that are missing, damaged or no files at all: findings with their place, nothing started.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

: >empty.json
printf '{"format": 1,\n  "id": "malformed",,\n}\n' >malformed.json
printf '{"id": "\377\376"}\n' >bytes.json
printf '{"format": 1, "id": "wrong", "no-such-key": 3}\n' >wrong.json
head -c 1100000 /dev/zero | tr '\0' ' ' >huge.json
mkdir folder.json
mkfifo pipe.json

# bad FILE CODE: check says it and answers 1; every other verb says the same and answers 2
bad() {
    expect 1 check "$1"
    says out "$2"
    grep -v '^errors' out >checked
    expect 1 check --format json "$1"
    says out '"findings":[{"code":"'
    expect 2 run "$1"
    silent out
    same err checked
    expect 2 play --text "$1"
    silent out
    same err checked
}
bad ./missing.json J001
bad folder.json J002
bad pipe.json J002
bad huge.json J003
bad empty.json J004
bad bytes.json bytes.json:1:9
bad malformed.json malformed.json:2:21
bad wrong.json 'no-such-key'
expect 1 check no-such-scenario
says out no-such-scenario

# several at once: all their findings, in order
expect 1 check malformed.json pentagon-2012 wrong.json
grep -n 'malformed.json:2' out >first
grep -n 'wrong.json:1' out >second
[ "$(head -n 1 first | cut -d: -f1)" -lt "$(head -n 1 second | cut -d: -f1)" ] || fail 'the order'
expect 0 check pentagon-2012
silent out
expect 0 check pentagon-2012 "$top/scenarios/pentagon-2012.json" --format json
[ "$(cat out)" = '{"findings":[]}' ] || fail 'no findings are an empty list'

# warnings are errors under --strict only
sed 's/"id": "pentagon-2012"/"id": "pentagon-2013"/' "$top/scenarios/pentagon-2012.json" >other.json
expect 0 check other.json
says out warning
expect 1 check --strict other.json

# transcripts
expect 0 run pentagon-2012 --transcripts games
game=games/pentagon-2012-1-0.jsonl
expect 0 replay "$game"
for file in empty.json huge.json malformed.json folder.json pipe.json missing.jsonl; do
    expect 2 replay "$file"
    silent out
    [ -s err ] || fail "nothing said about $file"
    expect 2 play --text --resume "$file"
    silent out
done
head -c 3000 "$game" >cut.jsonl
cp cut.jsonl before
expect 2 replay cut.jsonl
says err 'cut off'
expect 2 play --text --resume cut.jsonl --save cut.jsonl
same cut.jsonl before

# the same rules are not at hand: said, not guessed
sed '1s/"scenario_hash":"[0-9a-f]*"/"scenario_hash":"0000000000000000"/' "$game" >foreign.jsonl
expect 2 replay foreign.jsonl
says err 0000000000000000
sed '1s/"scenario":"pentagon-2012"/"scenario":"elsewhere"/' "$game" >unknown.jsonl
expect 2 replay unknown.jsonl
says err elsewhere
expect 2 replay --scenario wrong.json "$game"
says err no-such-key

# a transcript names its scenario by an id, never by a path
cp "$top/scenarios/pentagon-2012.json" here.json
for path in /etc/passwd ../pentagon-2012 ./here.json here.json '' Pentagon "$(printf '%064d' 7)"; do
    sed "1s|\"scenario\":\"pentagon-2012\"|\"scenario\":\"$path\"|" "$game" >path.jsonl
    expect 2 replay path.jsonl
    silent out
    if grep -qF -e passwd -e 'J0' -e 'no such scenario' err; then fail "looked for: $path"; fi
done

# a scenario is found by its id, beside the transcript, or as told
mkdir -p data/scenarios beside
sed 's/"id": "pentagon-2012"/"id": "moved"/' "$top/scenarios/pentagon-2012.json" >moved.json
expect 0 run ./moved.json --transcripts moved
moved=moved/moved-1-0.jsonl
expect 2 replay "$moved"
expect 0 replay --scenario moved.json "$moved"
cp moved.json moved/
expect 0 replay "$moved"
rm moved/moved.json
cp moved.json data/scenarios/
BACKCHANNEL_DATA=$work/data
export BACKCHANNEL_DATA
expect 0 replay "$moved"
expect 0 run moved
expect 0 scenarios
says out moved

# a minister that is not known here cannot go on
printf '1\n' >in
expect 0 play --text --save kept.jsonl
sed '1s/"china":"[a-z:]*"/"china":"nobody-we-know"/' kept.jsonl >stranger.jsonl
expect 2 play --text --resume stranger.jsonl
says err nobody-we-know
expect 0 replay stranger.jsonl
