#!/bin/sh
# Holds the sources to cppcheck; what is passed over, and why, stands in cppcheck.txt. Skipped where
# it is missing. Plants a fault and expects it found.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$top"
command -v cppcheck >/dev/null 2>&1 || { echo 'cppcheck is not installed'; exit 77; }

check() { # check [OPTION...] FILE...
    cppcheck --std=c11 --enable=warning,performance,portability --quiet --error-exitcode=1 \
        --template='{file}:{line}: {id}: {message}' -j "$(getconf _NPROCESSORS_ONLN)" "$@"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '%s\n' 'int planted(void);' 'int planted(void)' '{' '    int at[2] = { 0, 0 };' \
    '    return at[2];' '}' >"$work/bad.c"
if check "$work/bad.c" >"$work/found" 2>&1 || ! grep -q arrayIndexOutOfBounds "$work/found"; then
    echo 'the planted fault was not found'
    cat "$work/found"
    exit 1
fi
check --suppressions-list=tests/cppcheck.txt -I game game
