#!/bin/sh
# debrief: the same bytes from the same transcript, HTML that needs nothing else, JSON with its
# keys, a sheet for a class, and what it refuses.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

small="$top/tests/scenarios/small.json"
mkdir games
# record NAME SCENARIO SEED SEAT...: a game in games/NAME.jsonl
record() {
    name=$1 scenario=$2 seed=$3
    shift 3
    rm -rf recorded
    expect 0 run "$scenario" --games 1 --seed "$seed" "$@" --transcripts recorded --quiet
    mv recorded/*.jsonl "games/$name.jsonl"
}
record main pentagon-2012 7 --seat us=generous --seat china=hard-line
record ruined pentagon-2012 3 --seat us=always-accuse --seat china=always-accuse
record small "$small" 7
cp "$small" games/small.json # found beside the transcript

# a person's game, with something taken back after it was answered
printf '1\n1\n1\n1\nundo\nundo\nundo\n2\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n' >in
expect 0 play --text --seed 5 --minister tit-for-tat --save games/person.jsonl
rm in

xml() { # well-formed, and nothing that is fetched or run
    if grep -Eqi '<script|<link|<img|<iframe|src=|href=|url\(|@import|https?:' "$1"; then
        fail "$1 needs something else"
    fi
    command -v python3 >/dev/null || return 0
    python3 - "$1" <<'EOF' || fail "$1 is not as it should be"
import sys
import xml.etree.ElementTree as tree

root = tree.parse(sys.argv[1]).getroot()
assert root.tag == "html" and root.get("lang") == "en"
assert len(list(root.iter("h1"))) == 1 and len(list(root.iter("h2"))) >= 3
for table in root.iter("table"):
    assert table.find("caption") is not None and table.find("thead") is not None
    assert all(head.get("scope") in ("col", "row") for head in table.iter("th"))
    width = len(table.find("thead").find("tr"))
    assert all(len(row) == width for row in table.iter("tr"))
for picture in root.iter("svg"):
    assert picture.get("role") == "img"
    assert picture.find("title").text and picture.find("desc").text
style = root.find("head").find("style").text
assert "prefers-color-scheme:dark" in style and "@media print" in style
EOF
}

for game in main ruined small person; do
    for format in md html json; do
        expect 0 debrief --format $format games/$game.jsonl
        silent err
        mv out $game.$format
        cp games/$game.jsonl games/copy.jsonl
        expect 0 debrief games/copy.jsonl --format $format
        same out $game.$format
    done
    xml $game.html
    [ "$(wc -l <$game.json)" -eq 1 ] || fail 'more than one line of JSON'
    for key in scenario scenario_hash seed game word side hindsight ending sentence sides believed \
        year lines commitments cases said true ordered came_out grave_night turning_points \
        questions history; do
        says $game.json "\"$key\":"
    done
    says $game.md '## What you believed, what was so'
    says $game.md '## Said and true'
    says $game.md '## Four questions'
    [ "$(grep -c 'backchannel play --resume FILE --from' $game.md)" -eq \
        "$(grep -o '"best_other":' $game.json | wc -l)" ] || fail 'where to play on from'
done
expect 0 debrief games/main.jsonl
same out main.md

# markdown: every row of a table has as many cells as its head
awk -F ' [|] ' '/^\|/ { if (!n) n = NF; else if (NF != n && !/^\|-/) exit 1; next } { n = 0 }' main.md ||
    fail 'a table with uneven rows'

# from either chair; the person's unless said otherwise
says main.json '"side":"us","person":false,"hindsight":false'
says person.json '"side":"us","person":true,"hindsight":true'
says person.md 'With hindsight'
expect 0 debrief games/main.jsonl --side china
says out 'Minister of National Defense'
says ruined.md 'It broke in'

# what is offered can be done
number=$(sed -n 's/.*--from \([0-9]*\)`.*/\1/p' person.md | head -n 1)
if [ -n "$number" ]; then
    cp games/person.jsonl again.jsonl
    expect 0 play --text --resume again.jsonl --from "$number"
fi

# every difference that is told lies outside its interval
if command -v python3 >/dev/null; then
    python3 - main.json ruined.json small.json person.json <<'EOF' || fail 'turning points'
import json
import sys

for name in sys.argv[1:]:
    game = json.load(open(name))
    points = game["turning_points"]
    assert len(points) <= 3
    for point in points:
        known, was = point["known"], point["was"]
        assert abs(known["mean"]) > known["ci95"] and abs(was["mean"]) > was["ci95"]
        assert (known["mean"] > 0) == (point["judgement"] == "good")
        assert (was["mean"] > 0) == (point["luck"] == "good")
    assert len(game["questions"]) == 4
    for side in game["sides"].values():
        believed = side["believed"]
        assert sum(t["cases"] for t in believed["tenths"]) == believed["cases"]
    for case in game["cases"]:
        assert case["victim"] != case["suspect"]
EOF
fi

# ---- at the edges ----

# edge NAME SCRIPT: a game in games/NAME.jsonl of the small scenario, changed by a script of sed
edge() {
    sed "s/\"id\": \"small\"/\"id\": \"$1\"/; $2" "$small" >"games/$1.json"
    if cmp -s "$small" "games/$1.json"; then fail "$1 is the small scenario"; fi
    record "$1" "games/$1.json" 3
    for format in md html json; do
        expect 0 debrief --format $format "games/$1.jsonl"
        mv out "$1.$format"
    done
    xml "$1.html"
}
edge summits 's/"calendar": .*/"calendar": ["council", "council", "council", "council"],/; /^  "severe":/d'
says summits.md 'Nothing of what came up has a source'
if grep -q 'Who says it' summits.md; then fail 'a list of no sources'; fi
says summits.md 'there was nothing to find out'
edge at-once 's/"alarm": "100.."/"alarm": "0.."/' # over before the first decision
says at-once.md 'It broke in'
if grep -q 'Nobody struck you' at-once.md; then fail 'somebody did'; fi
expect 0 debrief --class games/at-once.jsonl
if grep -q '^|.*Decision' out; then fail 'a table of no decisions'; fi
edge long "s/\"title\": \"Calm\"/\"title\": \"$(printf '静%.0s' $(seq 100))\"/"
says long.html ' goes from '
if grep -q 'x[89a-f][0-9a-f]' long.html; then fail 'half a character'; fi
edge marks "s/Cut nets/Cut \& <b>nets<\/b>/; s/Eastholm/East < \\\\\"holm\\\\\"/"
says marks.md 'Cut \& \<b\>nets\</b\>'
if grep -q '<b>' marks.html; then fail 'a name is taken for a mark'; fi

# a number below nought is drawn as low as it is: 50 of -100 to 100 at three quarters of the height
edge below 's|"range": .0, 100., "gain": .120, -1., "loss": .40, 1.|"range": [-100, 100]|'
says below.html 'points="301.8,62.0 '
if grep -q '>-100<' below.html; then fail 'a scale, where the lines have not the same'; fi
# a date is named where it begins, if there is room for all; else the rounds are numbered
short=$(printf 'x%.0s' $(seq 24)) long=$(printf 'x%.0s' $(seq 30))
edge short-dates "s/\"Summer\"/\"$short\"/; s/\"Winter\"/\"Autumn\"/"
says short-dates.html "text-anchor=\"middle\">$short</text>"
[ "$(grep -c 'text-anchor="middle">Autumn</text>' short-dates.html)" -eq 1 ] || fail 'a date twice'
edge long-dates "s/\"Summer\"/\"$long\"/; s/\"Winter\"/\"Autumn\"/"
for number in 1 2 3 4; do says long-dates.html "text-anchor=\"middle\">$number</text>"; done

# ---- a class ----

for minister in generous hard-line soft-line random greedy; do
    record class-$minister pentagon-2012 5 --seat us=$minister --seat china=generous
done
expect 0 debrief --class games/class-*.jsonl
silent err
says out 'class word: '
says out '5 games of one seed'
says out 'divided most'
says out '◀'
mv out class.md
expect 0 debrief --class games/class-*.jsonl
same out class.md
expect 0 debrief --class --format html games/class-*.jsonl
mv out class.html
xml class.html
expect 0 debrief --class --format json games/class-*.jsonl
for key in word games endings parted most_divided_round decisions divided choices questions; do
    says out "\"$key\":"
done
says out '"games":5,"endings":{'
expect 0 debrief --class games/class-random.jsonl
says out '1 game of one seed'

cp games/class-random.jsonl games/class-twin.jsonl
expect 0 debrief --class games/class-random.jsonl games/class-twin.jsonl
says out 'All went the same way to the end.'
expect 0 debrief --class games/class-random.jsonl games/class-generous.jsonl
if grep -q 'All went the same way to the end' out; then fail 'two games are one'; fi

# other seeds, games and scenarios do not mix
expect 2 debrief --class games/class-random.jsonl games/main.jsonl
says err 'are not of one class'
silent out
expect 2 debrief --class games/class-random.jsonl games/small.jsonl
says err 'are not of one class'

# ---- what is refused ----

expect 2 debrief
says err 'no transcript is named'
expect 2 debrief games/main.jsonl games/small.jsonl
says err '--class'
expect 2 debrief missing.jsonl
expect 2 debrief --format pdf games/main.jsonl
expect 2 debrief --side nobody games/main.jsonl
expect 2 debrief --scenario "$small" games/main.jsonl
silent out
sed '/"n":5,/s/"trust":[0-9]*/"trust":777/' games/main.jsonl >changed.jsonl
expect 1 debrief changed.jsonl
says err 'decision 5 differs'
silent out
expect 0 debrief --help
says out '--class'
