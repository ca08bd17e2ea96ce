#!/bin/sh
# The same bytes whatever surrounds the program: language, numbers, time zone, umask, closed streams; and
# two that save to one file never mix.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

small=$top/tests/scenarios/small.json
run_all() { # run_all NAME: what is printed and written, in folders of that name
    "$program" run "$small" --games 6 --seed 2 --format json --transcripts "$1" >"$1.json" 2>"$1.err"
    "$program" run pentagon-2012 --games 2 --format text >>"$1.json" 2>>"$1.err"
}
run_all plain
[ "$(cat plain/*.jsonl | wc -l)" -gt 20 ] || fail 'nothing is played'
(
    LC_ALL=C LANG='' LANGUAGE='' TZ=Asia/Kathmandu
    export LC_ALL LANG LANGUAGE TZ
    umask 077
    run_all bare <&-
)
(
    unset LC_ALL HOME
    LANG=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8 TZ=':no/such' COLUMNS=-1 TERM=dumb
    export LANG LC_NUMERIC TZ COLUMNS TERM
    umask 0
    run_all odd
)
env -i "$program" run "$small" --games 6 --seed 2 --format json >empty.json 2>empty.err
for other in bare odd; do
    same plain.json $other.json
    for game in plain/*.jsonl; do
        same "$game" "$other/$(basename "$game")"
    done
done
head -n 1 plain.json >first
same first empty.json

# a saved game is for its owner only, whatever the umask
(
    umask 0
    printf '1\n' | "$program" play --text "$small" --save own.jsonl >out 2>err
)
[ "$(stat -c %a own.jsonl)" = 600 ] || fail "own.jsonl: $(stat -c %a own.jsonl)"

# no stream is there at all
code=0
"$program" play --text "$small" --save closed.jsonl <&- >&- 2>&- || code=$?
[ "$code" -le 3 ] || fail "closed streams: exit $code"
if [ -e closed.jsonl ]; then expect 0 replay --scenario "$small" closed.jsonl; fi

# the output is full, or nobody reads it
code=0
"$program" graph "$small" >/dev/full 2>err || code=$?
[ "$code" -eq 3 ] || fail "a full output: exit $code"
says err 'could not be written'

# two at once: the file is always one of theirs, whole
yes 1 | head -n 30 >in
twice() {
    for seed in 1 2 3 4 5 6; do
        "$program" play --text "$small" --seed "$1$seed" --save both.jsonl <in >/dev/null 2>"said.$1" || :
    done
}
printf '1\n' | "$program" play --text "$small" --seed 11 --save both.jsonl >/dev/null 2>&1
twice 1 &
one=$!
twice 2 &
two=$!
looked=0
while kill -0 $one 2>/dev/null || kill -0 $two 2>/dev/null; do
    cp both.jsonl seen.jsonl
    "$program" replay --scenario "$small" seen.jsonl >out 2>err || fail 'a mixture was seen'
    looked=$((looked + 1))
done
wait $one $two
[ "$looked" -gt 0 ] || fail 'nobody looked'
[ -z "$(find . -name '.saving-*')" ] || fail 'something is left over'
