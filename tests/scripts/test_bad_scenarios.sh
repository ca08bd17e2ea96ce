#!/bin/sh
# Every wrong scenario in tests/bad_scenarios gets exactly the findings written beside it, and every
# code of a finding is tried there and explained in scenarios/README.md.
#
#   sh tests/scripts/test_bad_scenarios.sh [write]    write: takes what is found as what is expected
set -eu

top=${SOURCE_DIR:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
program=${BACKCHANNEL:-$top/build/backchannel}
[ -x "$program" ] || { echo "no program to test: $program"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$top/tests/bad_scenarios"
wrong=0

say() {
    printf '%s\n' "$*"
    wrong=1
}

# Exit codes: 1 where a finding is an error, 0 where all are warnings, never anything else.
check_one() { # check_one FILE
    name=${1%.json}
    code=0
    "$program" check "$1" >"$work/found" 2>"$work/said" || code=$?
    if [ "${mode:-}" = write ]; then
        cp "$work/found" "$name.expected"
    fi
    diff -u "$name.expected" "$work/found" || say "$name: other findings than expected"
    expected=0
    if grep -q ': error [JST][0-9]*: ' "$name.expected"; then expected=1; fi
    [ "$code" -eq "$expected" ] || say "$name: exit $code, expected $expected"
    [ -s "$work/found" ] || say "$name: nothing was found"
}

# The same findings as JSON: one object, as many findings as the text has.
check_json() { # check_json FILE
    "$program" check "$1" --format json >"$work/json" 2>/dev/null || true
    lines=$(grep -c ': \(error\|warning\) [JST][0-9]*: ' "${1%.json}.expected")
    count=$(grep -o '"code":' "$work/json" | wc -l)
    [ "$lines" -eq "$count" ] || say "$1: $lines findings in text, $count in JSON"
}

mode=${1:-}
files=0
for file in *.json; do
    case $file in *.*.json) continue ;; esac # a translation, looked at with its scenario
    check_one "$file"
    check_json "$file"
    files=$((files + 1))
done
[ "$files" -gt 50 ] || say "only $files files"

for code in $(grep -o '^[ST][0-9][0-9][0-9]' "$top/assets/findings.txt"); do
    grep -q "$code: " ./*.expected ../bad_tests/*.expected || say "$code is tried by no file"
    grep -q "\`$code\`" "$top/scenarios/README.md" || say "$code is not in scenarios/README.md"
done
for code in $(grep -oh '[ST][0-9][0-9][0-9]: ' ./*.expected | sort -u); do
    grep -q "^${code%:}  " "$top/assets/findings.txt" || say "${code%:} is not in assets/findings.txt"
done

# a scenario nobody has, by id: named, with the nearest one that there is
code=0
(cd "$top" && BACKCHANNEL_DATA=$top/tests "$program" check smal) >"$work/found" 2>&1 || code=$?
grep -q 'J001' "$work/found" && grep -q 'did you mean "small"' "$work/found" && [ $code -eq 1 ] ||
    say "smal: $(cat "$work/found") (exit $code)"

exit $wrong
