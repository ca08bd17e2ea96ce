#!/bin/sh
# Nothing is known by its name: a scenario in which every id has been given another name at random
# passes `check` and plays the same games to the same ends. RENAME_GAMES: how many (10,000).
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

games=${RENAME_GAMES:-10000}
mkdir renamed
: >in

# play FILE PARTY PARTY CHARACTER: what comes of it, every value but names: sums, endings in order, hashes
play() {
    for seats in 'random random' 'generous random' 'tit-for-tat generous' 'random hard-line'; do
        first=${seats% *} second=${seats#* }
        expect 0 run "$1" --games "$games" --seed 12 --seat "$2=$first" --seat "$3=$second" \
            --format json
        sed 's/"scenario":"[^"]*",//; s/"[^"]*"://g' out
    done
    expect 0 run "$1" --games 2 --seed 3 --seat "$2=planner:$4:easy" --format json
    sed 's/"scenario":"[^"]*",//; s/"minister":"[^"]*",//g; s/"[^"]*"://g' out
}

# the parties and the last character, as they are called in that column of the map
ids() {
    awk -v at="$1" '$1 == "parties" { print $at } $1 == "characters" { last = $at }
        END { print last }' map
}

tried=0
for scenario in "$top"/scenarios/*.json "$top"/tests/scenarios/*.json; do
    case ${scenario##*/} in *.*.json) continue ;; esac
    rm -f renamed/*
    python3 "$top/tests/rename/rename.py" "$scenario" renamed "$tried" >map ||
        fail "$scenario was not renamed"
    copy=$(echo renamed/*.json)

    # another file: no id is what it was, but for the one move that the format names
    awk '$2 == $3 && $0 != "moves none none"' map >kept
    silent kept
    awk '{ print $2 }' map | sort -u >old
    awk '$3 != "none" { print $3 }' map | sort -u >new
    comm -12 old new >both
    silent both
    [ "$(wc -l <new)" -ge 40 ] || fail "only $(wc -l <new) ids in $scenario"

    # as good as the first: the same findings, none of them an error
    expect 0 check "$scenario"
    sed -n 's/.*\(error\|warning\) \([A-Z][0-9]*\):.*/\2/p' out | sort >findings
    expect 0 check "$copy"
    sed -n 's/.*\(error\|warning\) \([A-Z][0-9]*\):.*/\2/p' out | sort >findings-renamed
    same findings findings-renamed

    # shellcheck disable=SC2046  # three ids
    play "$scenario" $(ids 2) >played
    # shellcheck disable=SC2046
    play "$copy" $(ids 3) >played-renamed
    same played played-renamed
    [ "$(grep -c '"[0-9a-f]\{16\}"}$' played)" -eq 5 ] || fail 'not five runs were compared'
    tried=$((tried + 1))
done
[ "$tried" -ge 2 ] || fail "only $tried scenarios"

# the control: in a copy where one number differs as well, the games differ
python3 - "$copy" <<'END'
import json
import sys

with open(sys.argv[1], encoding='utf-8') as file:
    scenario = json.load(file)
for incident in scenario['incidents'].values():
    incident['severity'] = [incident['severity'][1]] * 2
with open(sys.argv[1], 'w', encoding='utf-8') as file:
    json.dump(scenario, file)
END
# shellcheck disable=SC2046
play "$copy" $(ids 3) >played-changed
if cmp -s played played-changed; then fail 'a changed rule plays the same games'; fi
echo "$tried scenarios, $games games"
