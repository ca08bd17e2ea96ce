#!/bin/sh
# Recorded games: played again by the same ministers with the same seeds, they are the same files byte
# for byte.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

mkdir again
sh "$top/tests/transcripts/update.sh" "$program" "$work/again" >out 2>err ||
    fail 'the games were not recorded again'
count=0
for record in "$top"/tests/transcripts/*.jsonl again/*.jsonl; do
    name=${record##*/}
    if ! cmp -s "$top/tests/transcripts/$name" "again/$name"; then
        echo 'If this change of the rules or of the scenario is meant, record the games anew:'
        echo 'sh tests/transcripts/update.sh (its first lines say when to raise ENGINE_VERSION)'
        diff "$top/tests/transcripts/$name" "again/$name" | cut -c 1-200 | head -n 4
        fail "$name"
    fi
    count=$((count + 1))
done
[ "$count" -ge 36 ] || fail "only $count recorded games"
for undone in "$top"/tests/transcripts/*.undone.jsonl; do
    says "$undone" '"t":"undo"'
done
