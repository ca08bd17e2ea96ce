#!/bin/sh
# Records the games of this folder anew, after a change of play that is meant. Raise ENGINE_VERSION
# (game/match/transcript.h) first, so that older saves are refused instead of diverging.
#
#   sh tests/transcripts/update.sh [PROGRAM]     PROGRAM: build/backchannel unless said
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
program=${1:-$here/../../build/backchannel}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

record() { # record NAME SEED US CHINA
    "$program" run "$here/../../scenarios/pentagon-2012.json" --seed "$2" --seat "us=$3" \
        --seat "china=$4" --transcripts "$work" >/dev/null
    mv "$work/pentagon-2012-$2-0.jsonl" "$here/$1.jsonl"
    echo "$1"
}

record random 1 random random
record kind-meets-kind 2 generous tit-for-tat
record kind-meets-hard 3 always-cooperate hard-line
record charges 4 always-accuse hard-line
record denials 5 always-deny always-deny
record planners 6 planner planner

# a person, with something taken back
(echo 1; echo undo; yes 2 | head -n 300) |
    XDG_DATA_HOME=$work "$program" play --text --seed 7 --minister soft-line \
        --save "$here/undone.jsonl" "$here/../../scenarios/pentagon-2012.json" >/dev/null
echo undone
