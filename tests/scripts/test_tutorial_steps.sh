#!/bin/sh
# The tutorial of scenarios/README.md, followed to the letter in an empty folder: its commands print what
# it says, its snippets go where it says, and the game it ends with has every ending and nothing amiss.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

: >out
: >err
mkdir empty
follow() { python3 "$top/tests/scripts/tutorial.py" "$1" "$program" "$work/$2" >out 2>err; }
follow "$top/scenarios/README.md" empty || fail 'the tutorial cannot be followed'
cat out

# what was made can be played to each of its endings, the new one among them
cp empty/my-first.json .
expect 0 check --strict my-first.json
expect 0 run my-first.json --games 5000 --seat alder=random --seat birch=tit-for-tat --format json
says out '"one-railway":'
if grep -o '"endings":{[^}]*}' out | grep -q ':0[,}]'; then fail 'an ending is never met'; fi

# faults that are planted are found: a command that prints something else, a line that is not there
for fault in 's/errors: 1, warnings: 0/errors: 2, warnings: 0/' 's/^"title": "Ask them quietly",/"title": "Ask",/' \
    's/put: .moves after share/put: \/rules after week-passes/' 's/^backchannel check my-first.json/& --stricter/'; do
    rm -rf broken
    mkdir broken
    sed "$fault" "$top/scenarios/README.md" >broken.md
    if follow broken.md broken; then fail "not found: $fault"; fi
done
