#!/bin/sh
# run --expect: figures of the result, compared to the last digit; a wrong path is told before a game
# is played.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"
cp "$top/tests/scenarios/small.json" .

# try CODE EXPECTATION
try() {
    expect "$1" run small.json --games 40 --format json --expect "$2"
}

# the figures that are true of these games
expect 0 run small.json --games 40 --format json
cp out plain
decisions=$(number out decisions)
ending=$(sed 's/.*"endings":{\([^}]*\)}.*/\1/' out | tr ',' '\n' | sed 's/"//g' |
    awk -F: '$2 > most { most = $2; is = $1 ":" $2 } END { print is }')
id=${ending%:*}
count=${ending#*:}
[ "$count" -gt 0 ] && [ "$count" -lt 40 ] || fail "no ending to ask for: $ending"

# each sign on either side of the figure and on it; the result is printed all the same
for pair in '>= 0 0 1' '<= 1 0 0' '== 1 0 1' '> 0 1 1' '< 1 1 0'; do
    # shellcheck disable=SC2086
    set -- $pair
    try "$2" "decisions $1 $((decisions - 1))"
    same out plain
    try "$3" "decisions$1$decisions"
    try "$4" "  decisions  $1  $((decisions + 1))  "
done
try 1 "endings.$id > $count"
says err "endings.$id is $count"
same out plain

# shares are fractions: 2.5 % of 40 games is one game, not a hair more
share=$(awk "BEGIN { printf \"%.1f\", $count * 2.5 }")
try 0 "endings.$id == $share%"
try 0 "endings.$id >= $share %"
try 1 "endings.$id > $share%"
says err "is $count of 40"
try 1 "endings.$id >= ${share}00001%"
try 0 "endings.$id < ${share}00001%"

# numbers with decimals, and below zero
mean=$(sed 's/.*"west":{[^}]*"mean":\([-0-9.]*\).*/\1/' plain)
try 0 "seats.west.utility.mean == $mean"
try 1 "seats.west.utility.mean > $mean"
try 0 'seats.east.utility.mean > -1000.5'
try 1 'seats.east.utility.mean < -1000'

# several: all are told
expect 1 run small.json --games 40 --quiet --expect 'games < 40' --expect 'games == 40' \
    --expect 'decisions < 3'
[ "$(grep -c 'does not hold' err)" -eq 2 ] || fail 'not two'
says err 'games is 40'
for format in text jsonl csv; do
    expect 1 run small.json --games 3 --format $format --expect 'games > 3'
    expect 0 run small.json --games 3 --format $format --expect 'games > 2'
done

# what cannot be asked is told before the first game, with what was meant
for wrong in 'gmaes > 1' 'endings.nowhere > 1' 'endings > 1' 'games.more > 1' 'hash == 1' \
    'scenario == 1' 'decisions > 1%' 'games' 'games 40' 'games = 40' 'games => 40' 'games >' \
    'games > forty' 'games > 4e1' 'games > 1.' 'games > .5' 'games > 0.1234567' '> 3' '' \
    'endings.. > 1' 'games > 1234567890123' 'games > 3 4' "endings.$id > 1001%"; do
    try 2 "$wrong"
    silent out
done
try 2 'gmaes > 1'
says err 'did you mean games?'
try 2 'seats.eats.utility.mean > 1'
says err 'did you mean east?'
expect 2 run small.json --expect
