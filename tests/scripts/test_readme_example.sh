#!/bin/sh
# The example in scenarios/README.md is a scenario: without its comments it loads and plays.
. "$SOURCE_DIR/tests/scripts/command.sh"

sed -n '/^```jsonc$/,/^```$/p' "$top/scenarios/README.md" | sed '1d;$d; s|  *// .*$||' >two-mills.json
[ "$(wc -l <two-mills.json)" -ge 30 ] || fail 'no example'
expect 0 check two-mills.json
[ "$(grep -c 'warning T018' out)" -eq "$(grep -c 'warning' out)" ] || fail 'more than short endings'
expect 0 run two-mills.json --games 200 --format json
says out '"games":200'
! grep -o '"endings":{[^}]*}' out | grep -q ':0' || fail "an ending that no game reaches: $(cat out)"
expect 0 check --sources two-mills.json
says out '/rules/rain'
