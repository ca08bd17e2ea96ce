#!/bin/sh
# The same seed gives the same bytes: twice from one program, and from programs built differently.
#
#   sh tests/same_bytes.sh PROGRAM PROGRAM...
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

play() { # play PROGRAM SEED: games between random ministers, one with a planner in it, an experiment
    # with every figure, on cores that are as many as there are; a tournament
    "$1" run pentagon-2012 --games 200 --seed "$2" --format json
    "$1" run pentagon-2012 --games 1 --seed "$2" --seat us=planner --format jsonl
    "$1" run pentagon-2012 --games 100 --seed "$2" --vary trust=20,60 --vary seat.us=random,generous \
        --pair --counts --format table
    "$1" run pentagon-2012 --games 100 --seed "$2" --vary trust=20,60
    "$1" tournament pentagon-2012 --games 40 --seed "$2" random tit-for-tat generous --format json
}

play "$1" 7 >"$work/first"
[ -s "$work/first" ] || { echo "$1 printed nothing"; exit 1; }
play "$1" 8 >"$work/other"
if cmp -s "$work/first" "$work/other"; then
    echo 'another seed gives the same bytes: this comparison could not fail'
    exit 1
fi

status=0
for program; do
    if ! play "$program" 7 >"$work/again"; then
        echo "$program failed"
        status=1
    elif ! cmp -s "$work/first" "$work/again"; then
        echo "$program differs from $1:"
        diff "$work/first" "$work/again" | head -n 10
        status=1
    else
        echo "$program: the same bytes"
    fi
done
exit "$status"
