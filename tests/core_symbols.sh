#!/bin/sh
# Lists what libcore needs from outside and holds it to tests/core_symbols.txt: no printing, files,
# clock, luck or memory of the system's. Then adds an object that breaks this and expects it found.
#
#   sh tests/core_symbols.sh libcore.a
set -eu

tests=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
library=$1

# Prints the symbols that the archive leaves undefined and may not; fails if there is one.
check() {
    {
        sed 's/^/allowed /' "$tests/core_symbols.txt"
        nm -P --defined-only "$1" | awk 'NF > 1 {print "allowed", $1}'
        nm -P --undefined-only "$1" | awk 'NF > 1 {print "needed", $1}'
    } | awk '
        $1 == "allowed" { allowed[$2] = 1; next }
        !($2 in allowed) && !seen[$2]++ { print "libcore may not need " $2; wrong = 1 }
        END { exit wrong }'
}

[ -n "$(nm -P --defined-only "$library")" ] || { echo "$library defines nothing"; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$library" "$work/libcore.a"
cat >"$work/bad.c" <<'END'
#include <stdlib.h>
#include <time.h>
long planted(void);
long planted(void) { return (long)time(NULL) + rand(); }
END
"${CC:-cc}" -c "$work/bad.c" -o "$work/bad.o"
ar r "$work/libcore.a" "$work/bad.o"
if check "$work/libcore.a" >"$work/found"; then
    echo 'the planted calls were not found'
    exit 1
fi
grep -q 'may not need rand$' "$work/found"
grep -q 'may not need time$' "$work/found"

check "$library"
