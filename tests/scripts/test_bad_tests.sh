#!/bin/sh
# Every wrong file of tests in tests/bad_tests gets exactly the findings written beside it, be it
# wrong by itself or by what its games come to.
#
#   sh tests/scripts/test_bad_tests.sh [write]    write: takes what is found as what is expected
set -eu

top=${SOURCE_DIR:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
program=${BACKCHANNEL:-$top/build/backchannel}
[ -x "$program" ] || { echo "no program to test: $program"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$top/tests/scenarios/small.json" "$work"
cd "$work"
wrong=0

say() {
    printf '%s\n' "$*"
    wrong=1
}

files=0
for file in "$top"/tests/bad_tests/*.json; do
    name=$(basename "$file" .json)
    cp "$file" small.tests.json
    code=0
    "$program" check --tests small.json >found 2>said || code=$?
    sed -n '/^to see the game:/q; p' found >findings
    if [ "${1:-}" = write ]; then
        cp findings "${file%.json}.expected"
    fi
    diff -u "${file%.json}.expected" findings || say "$name: other findings than expected"
    expected=0
    if grep -q ': error ' "${file%.json}.expected"; then expected=1; fi
    [ "$code" -eq "$expected" ] || say "$name: exit $code, expected $expected"
    grep -q "$(echo "$name" | cut -c 1-4 | tr js JS): " "${file%.json}.expected" ||
        say "$name: its code is not found"
    "$program" check --tests small.tests.json >again 2>/dev/null || true
    cmp -s found again || say "$name: other findings when the file itself is named"
    "$program" check small.json >found 2>&1 || say "$name: the scenario is blamed"
    "$program" check --tests --format json small.json >json 2>/dev/null || true
    lines=$(grep -c ': \(error\|warning\) [JS][0-9]*: ' "${file%.json}.expected")
    count=$(grep -o '"code":' json | wc -l)
    [ "$lines" -eq "$count" ] || say "$name: $lines findings in text, $count in JSON"
    files=$((files + 1))
done
[ "$files" -gt 20 ] || say "only $files files"
exit $wrong
