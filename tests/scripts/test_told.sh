#!/bin/sh
# What is told of a game, while it is played and afterwards, is to the letter what is on record.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

mkdir again
sh "$top/tests/told/update.sh" "$program" "$work/again" >out 2>err || fail 'it was not told again'
if ! command -v msgfmt >/dev/null; then rm again/*zh_CN*; fi # there are no catalogues
count=0
for record in again/*; do
    name=${record##*/}
    if ! cmp -s "$top/tests/told/$name" "$record"; then
        echo 'If this change of what is told is meant, record it anew: sh tests/told/update.sh'
        diff "$top/tests/told/$name" "$record" | cut -c 1-300 | head -n 6
        fail "$name"
    fi
    count=$((count + 1))
done
[ "$count" -ge 20 ] || fail "only $count records"
