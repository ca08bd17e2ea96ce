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

# Some kernels now and then lay a program where this sanitizer cannot watch it: then once more.
run() { # run OUT WORD...
    out=$1
    shift
    for try in 1 2 3 4 5 6 7 8; do
        if "$program" "$@" >"$out" 2>"$work/err"; then return 0; fi
        grep -q 'unexpected memory mapping' "$work/err" || break
        echo "try $try: nowhere to watch from" >&2
    done
    cat "$work/err"
    echo "failed: $*"
    exit 1
}

compare() { # compare WORD...: the same with one job and with four
    run "$work/one" "$@" --jobs 1
    run "$work/four" "$@" --jobs 4
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
