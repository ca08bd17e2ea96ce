#!/bin/sh
# Records anew what is told of recorded games, after a change that is meant; then read the difference.
#
#   sh tests/told/update.sh [PROGRAM [FOLDER]]
#
# PROGRAM: build/backchannel unless said. FOLDER: this one. The games are those of tests/transcripts:
# when they are recorded anew, this has to be, too.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(CDPATH='' cd -- "$here/../.." && pwd)
program=${1:-$top/build/backchannel}
folder=${2:-$here}
small=$top/tests/scenarios/small.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 XDG_DATA_HOME="$work" XDG_CONFIG_HOME="$work"
rm -f "$folder"/*.txt "$folder"/*.md "$folder"/*.html "$folder"/*.json "$folder"/*.jsonl

# tell NAME VERB GAME WORD...: what a verb prints of a game, in NAME
tell() {
    name=$1 verb=$2 game=$3
    shift 3
    case $game in small.*) set -- --scenario "$small" "$@" ;; esac
    "$program" "$verb" "$top/tests/transcripts/$game.jsonl" "$@" >"$folder/$name"
}

# the page afterwards, in every form and from both chairs
for game in pentagon-2012.two-planners neighbours.planner-and-tit-for-tat \
    rose-garden-2015.always-accuse-and-planner was-it-you.undone small.greedy-and-hard-line; do
    tell "debrief-$game.md" debrief $game
done
tell debrief-other.md debrief pentagon-2012.planner-and-tit-for-tat --side china
tell debrief-person.md debrief small.undone --side west
tell debrief.html debrief pentagon-2012.two-planners --format html
tell debrief-small.html debrief small.random-random --format html
tell debrief.json debrief neighbours.greedy-and-hard-line --format json
tell debrief-zh_CN.md debrief neighbours.undone --lang zh_CN

# every number, decision by decision
tell explain.txt explain pentagon-2012.two-planners
tell explain-side.txt explain neighbours.always-accuse-and-planner --side serrana
tell explain-small.txt explain small.generous-and-tit-for-tat
tell explain.json explain was-it-you.planner-and-tit-for-tat --format json

# a class: five games of one seed
for minister in generous hard-line soft-line random greedy; do
    "$program" run neighbours --games 1 --seed 5 --seat "veldt=$minister" \
        --transcripts "$work/class" --quiet >"$work/out"
    mv "$work"/class/*.jsonl "$work/$minister.jsonl"
done
for format in md html json; do
    "$program" debrief --class --format $format "$work"/*.jsonl >"$folder/class.$format"
done

# the game itself, as text: all that can be asked, then on to the end
# play NAME SCENARIO WORD...: a game played by the lines of $work/in
play() {
    name=$1
    shift
    "$program" play --text "$@" --save "$work/game" <"$work/in" >"$folder/$name" 2>"$work/out"
    rm "$work/game"
}
{
    printf '%s\n' help table why 'why trust' 1 'why move' 'why case' 2 ledger 'why trust all' 1 \
        table undo 2 rewind 'why crisis all' 1 1 2 ledger 'why standing'
    yes 1 | head -n 100
} >"$work/in"
play play.txt pentagon-2012 --seed 3 --minister tit-for-tat
yes "$(printf '%s\n' 'why belief' 'why case' 2 'why move' 1)" | head -n 400 >"$work/in"
play play-other.txt neighbours --seed 4 --minister hard-line --side serrana
{
    printf '%s\n' 3 table 'why move' 1 2 1 3 1 2 1 1 3
    yes 1 | head -n 100
} >"$work/in"
play play-zh_CN.txt rose-garden-2015 --seed 6 --minister greedy --lang zh_CN
