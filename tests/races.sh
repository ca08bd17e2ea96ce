#!/bin/sh
# The verbs that share work out over threads, in a program built with the thread sanitizer: no race,
# and the same bytes as with one job. Exit 77: the compiler has no such sanitizer.
#
#   sh tests/races.sh PROGRAM
set -eu

program=$1
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$top"
nm "$program" | grep -q __tsan_ || { echo "$program has no thread sanitizer"; exit 77; }
export TSAN_OPTIONS=halt_on_error=1:exitcode=66
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

compare() { # compare WORD...: the same with one job and with four
    "$program" "$@" --jobs 1 >"$work/one" || { echo "failed: $*"; exit 1; }
    "$program" "$@" --jobs 4 >"$work/four" || { echo "failed with four jobs: $*"; exit 1; }
    [ -s "$work/one" ]
    cmp "$work/one" "$work/four"
    echo "no race: $*"
}

small=tests/scenarios/small.json
compare tournament "$small" --games 24 --seed 3 --format json random tit-for-tat generous
compare tournament "$small" --games 4 --seed 3 --format json random planner:balanced:easy
compare study "$small" --budget 1 --format json
if "$program" run --help | grep -q -- --jobs; then
    compare run "$small" --games 40 --seed 3 --format json
fi
