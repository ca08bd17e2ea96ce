#!/bin/sh
# Records the games of this folder anew, after a change of play or of a scenario that is meant. When
# the rules have changed, raise ENGINE_VERSION (game/match/transcript.h) first, so that older saves
# are refused instead of diverging.
#
#   sh tests/transcripts/update.sh [PROGRAM [FOLDER]]
#
# PROGRAM: build/backchannel unless said. FOLDER: this one, whose recorded games are then replaced.
# Of each shipped scenario and the small one of the tests: a game between each of eight pairs of
# ministers, in SCENARIO.PAIR.jsonl, and one of a person who takes the first decision back.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(CDPATH='' cd -- "$here/../.." && pwd)
program=${1:-$top/build/backchannel}
folder=${2:-$here}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/new"

record() { # record PAIR SEED FIRST SECOND: a game of $scenario between two ministers
    "$program" run "$scenario" --seed "$2" --seat "$first=$3" --seat "$second=$4" \
        --transcripts "$work/games" >"$work/out"
    mv "$work"/games/*.jsonl "$work/new/$id.$1.jsonl"
}

record_all() {
    record random-random 1 random random
    record generous-and-tit-for-tat 2 generous tit-for-tat
    record planner-and-tit-for-tat 3 planner tit-for-tat
    record greedy-and-hard-line 4 greedy hard-line
    record always-accuse-and-planner 5 always-accuse planner
    record always-cooperate-and-soft-line 6 always-cooperate soft-line
    record always-deny-and-family-random 7 always-deny family-random
    record two-planners 8 planner planner:balanced:easy
    { echo 1; echo undo; yes 2 | head -n 300; } |
        "$program" play --text "$scenario" --seed 9 --minister soft-line \
            --save "$work/new/$id.undone.jsonl" >"$work/out" 2>&1
}

for scenario in "$top"/scenarios/*.json "$top"/tests/scenarios/small.json; do
    case ${scenario##*/} in *.*.json) continue ;; esac
    id=$(basename "$scenario" .json)
    # the first two keys of an object are what a line of jsonl has under "utility"
    parties=$("$program" run "$scenario" --format jsonl |
        sed 's/.*"utility":{"\([^"]*\)":[^,]*,"\([^"]*\)":.*/\1 \2/')
    first=${parties% *} second=${parties#* }
    record_all
    echo "$id"
done
rm -f "$folder"/*.jsonl
chmod 644 "$work"/new/*.jsonl
mv "$work"/new/*.jsonl "$folder"
