#!/bin/sh
# Programs that misbehave, each in its own way (tests/bots/misbehave.py): the game goes on to its end,
# the seat has as many faults as it should, each on record, and nothing is left running.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"
. "$top/tests/scripts/bots.sh"

"$python" "$misbehave" --list >ways
[ "$(wc -l <ways)" -ge 60 ] || fail 'too few ways to misbehave'
while read -r name low high init move <&3; do
    ln -s "$misbehave" "$name"
    BACKCHANNEL_BOT_INIT_MS=$init BACKCHANNEL_BOT_MOVE_MS=$move \
        timeout 30 "$program" run "$small" --games 2 --seat east=./"$name" --format json \
        --transcripts games </dev/null >out 2>err || fail "$name: exit $?"
    n=$(faults)
    { [ "$n" -ge "$low" ] && [ "$n" -le "$high" ]; } || fail "$name: faults $n, not $low to $high"
    # every fault is a default on record, and the seat is forfeited at the third
    defaults=$(cat games/*.jsonl | grep -c '"by":"default"') || :
    if [ "$n" -lt 3 ]; then
        [ "$defaults" -eq "$n" ] || fail "$name: defaults $defaults, faults $n"
        says out '"forfeited":false'
    else
        [ "$defaults" -ge 3 ] || fail "$name: defaults $defaults"
        says out '"forfeited":true'
        cat games/*.jsonl | awk -v own="\"by\":\"./$name\"" '
            /"by":"default"/ { n++ }
            n >= 3 && index($0, own) { exit 1 }' || fail "$name: plays on after three faults"
    fi
    for game in games/*.jsonl; do
        expect 0 replay "$game" --scenario "$small"
    done
    rm -r games
    all_gone "$name"
done 3<ways
