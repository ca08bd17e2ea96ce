#!/bin/sh
# Guilt cannot be read: what the victim of an incident sees change up to the end of it says no more
# about who did it than what was traced and said. In a scenario that leaks it does.
# GUILT_ROWS: how many incidents of random play are looked at (20,000).
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

rows=${GUILT_ROWS:-20000}
look() { # look SCENARIO at-most|at-least POINTS [--leak]
    code=0
    "${BUILD_DIR:?}/tests/guilt-rows" "$1" "$rows" 1 ${4:+"$4"} >rows.csv 2>err || code=$?
    if [ "$code" -eq 3 ]; then
        echo "${1##*/}: every truth is out by the end of its round"
        return
    fi
    [ "$code" -eq 0 ] || fail "no rows of $1"
    looked=$1
    python3 "$top/tests/guilt/auc.py" rows.csv "$2" "$3" >out 2>err || fail "$1 $4"
    echo "${1##*/} ${4:-}: $(cat out)"
}

: >in
looked=
for scenario in "$top"/scenarios/*.json; do
    case ${scenario##*/} in *.*.json) continue ;; esac
    look "$scenario" at-most 0.02 ''
done
look "${looked:?}" at-least 0.10 --leak
