#!/bin/sh
# A sample of what the program does under valgrind: no error, nothing left that was not freed.
#
#   sh tests/valgrind.sh PROGRAM
set -eu

program=$1
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$top"
command -v valgrind >/dev/null 2>&1 || { echo 'valgrind is not installed'; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work" XDG_CONFIG_HOME="$work" HOME="$work"
unset DISPLAY WAYLAND_DISPLAY

look() { # look CODE WORD...: ends with CODE, and valgrind finds nothing
    code=$1
    shift
    status=0
    valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
        --errors-for-leak-kinds=definite,indirect "$program" "$@" >"$work/out" 2>"$work/err" ||
        status=$?
    if [ "$status" -ne "$code" ]; then
        echo "exit code $status, not $code: $*"
        cat "$work/err"
        exit 1
    fi
    echo "fine under valgrind: $*"
}

small=tests/scenarios/small.json
look 0 check scenarios/pentagon-2012.json
look 1 check tests/bad_scenarios/s001-types.json
look 1 check tests/bad_scenarios/j020-not-json.json
look 0 run "$small" --games 20 --seat west=tit-for-tat
look 0 run "$small" --games 1 --seat west=planner:balanced:easy
look 0 graph assets/template.json
printf '1\n1\nwhy\nledger\nundo\n1\n' >"$work/moves"
look 0 play assets/template.json --text --seed 1 --minister random --save "$work/a.jsonl" <"$work/moves"
look 0 play assets/template.json --text --resume "$work/a.jsonl" --save "$work/b.jsonl" <"$work/moves"
look 0 replay "$work/b.jsonl" --scenario assets/template.json
look 0 debrief "$work/b.jsonl" --scenario assets/template.json
look 0 explain "$work/b.jsonl" --scenario assets/template.json
