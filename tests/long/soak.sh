#!/bin/sh
# 100,000 games saved and resumed before every decision, with all that must hold asserted after it
set -eu

jobs=$(getconf _NPROCESSORS_ONLN)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for share in $(seq "$jobs"); do
    PROOF_GAMES=100000 SOAK_SHARE=$share/$jobs "${BUILD_DIR:?}/tests/test_soak" >"$work/$share" 2>&1 &
    echo $! >>"$work/workers"
done
status=0
while read -r worker; do
    wait "$worker" || status=1
done <"$work/workers"
cat "$work"/[0-9]*
exit $status
