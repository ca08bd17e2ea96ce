#!/bin/sh
# Records the games of this folder anew, after a change of play or of a scenario that is meant. When
# the rules have changed, raise ENGINE_VERSION (game/match/transcript.h) first, so that older saves
# are refused instead of diverging.
#
#   sh tests/transcripts/update.sh [PROGRAM]     PROGRAM: build/backchannel unless said
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$here/../..
program=${1:-$top/build/backchannel}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

record() { # record NAME SCENARIO SEED FIRST SECOND: a game between two ministers
    "$program" run "$2" --seed "$3" --seat "$4" --seat "$5" --transcripts "$work/games" >"$work/out"
    mv "$work"/games/*.jsonl "$here/$1.jsonl"
    echo "$1"
}

# a person, who takes the first decision back
undone() { # undone NAME SCENARIO SEED
    { echo 1; echo undo; yes 2 | head -n 300; } |
        "$program" play --text "$2" --seed "$3" --minister soft-line --save "$here/$1.jsonl" \
            >"$work/out" 2>&1
    echo "$1"
}

main=$top/scenarios/pentagon-2012.json
record main-random "$main" 1 us=random china=random
record main-kind "$main" 2 us=generous china=tit-for-tat
record main-kind-and-hard "$main" 3 us=always-cooperate china=hard-line
record main-charges "$main" 4 us=always-accuse china=hard-line
record main-denials "$main" 5 us=always-deny china=always-deny
record main-planners "$main" 6 us=planner china=planner:balanced:easy
undone main-undone "$main" 7

small=$top/tests/scenarios/small.json
record small-random "$small" 1 east=random west=random
record small-planner "$small" 2 east=planner west=greedy
undone small-undone "$small" 3
