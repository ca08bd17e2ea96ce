#!/bin/sh
# At every system call of a save the program is killed, or the call fails, once or from there on; and
# a disk that is full.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

: >out
: >err
"${CC:-cc}" -std=c11 -Wall -Wextra -Werror -O1 -shared -fPIC -o faults.so "$top/tests/faults/faults.c" \
    -ldl || fail 'the library does not build'
python3 "$top/tests/faults/saves.py" "$program" "$work/faults.so" "$top/tests/scenarios/small.json"

# a disk of 64 KiB, where one can be had
mkdir disk
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=64k none disk 2>/dev/null; then
    trap 'umount "$work/disk"; rm -rf "$work"' EXIT
    printf '1\n1\n' >in
    expect 0 play --text --seed 3 --save disk/game.jsonl
    cp disk/game.jsonl before
    head -c 100000 /dev/zero >disk/rest 2>/dev/null || :
    yes 1 | head -n 200 >in
    expect 3 play --text --resume disk/game.jsonl --save disk/game.jsonl
    says err 'cannot be written'
    expect 0 replay disk/game.jsonl
    same disk/game.jsonl before
    expect 3 play --text --seed 3 --save disk/new.jsonl
    says err 'cannot be written'
    [ "$(find disk -type f | wc -l)" -eq 2 ] || fail 'something is left on the disk'
else
    echo 'no small disk can be had here: the calls that fail stand for it'
fi
