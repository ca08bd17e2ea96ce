#!/bin/sh
# Holds the sources to the house style: .clang-format (version 14, where it is installed), no tabs
# or trailing spaces, no file above 600 lines, no paths of one machine.
#
#   sh tests/style.sh [fix]      fix: formats the sources in place
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
clang_format=$(command -v clang-format-14 || command -v clang-format || true)

sources() {
    for folder in game tests; do
        [ ! -d $folder ] || find $folder -type f \( -name '*.c' -o -name '*.h' \) -print0
    done
}

texts() {
    find . \( -path ./build -o -path ./.git \) -prune -o -type f ! -name '*.png' -print0
}

can_format() { [ -n "$clang_format" ] && "$clang_format" --version | grep -q 'version 14\.'; }

format() { can_format || return 0; sources | xargs -0 -r "$clang_format" --style=file "$@"; }

# Prints what matches a pattern in the files named on standard input; fails if anything does.
refuse() { # refuse WHAT PATTERN
    found=$(xargs -0 -r grep -nEI -e "$2" /dev/null || true)
    [ -n "$found" ] || return 0
    printf '%s\n' "$found" | sed "s|\$|    <- $1|"
    return 1
}

# Checks everything below the current folder, and says all that is wrong.
check() {
    wrong=0
    format --dry-run --Werror || wrong=1
    tab=$(printf '\t')
    sources | refuse 'a tab' "$tab" || wrong=1
    sources | refuse 'spaces at the end' ' $' || wrong=1
    texts | refuse 'a path of one machine' \
        '(^|[^[:alnum:]_./])/([r]oot|[w]ork|[h]ome/[a-z]+|[U]sers/[A-Za-z]+)/' || wrong=1
    sources | xargs -0 -r wc -l | awk '
        $2 != "total" && $1 > 600 { print $2 ": " $1 " lines, 600 are the most"; wrong = 1 }
        END { exit wrong }' || wrong=1
    return $wrong
}

if [ "${1:-}" = fix ]; then
    can_format || { echo 'clang-format 14 is not installed'; exit 3; }
    cd "$top"
    format -i
    exit 0
fi

# ---- the negative control ----

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/game"
cp "$top/.clang-format" "$work/"
printf 'int a;\n\tint  b; \n' >"$work/game/bad.c"
printf 'see /%s/someone/notes\n' home >"$work/game/bad.md"
yes 'int c;' | head -n 601 >"$work/game/long.h"
if (cd "$work" && check) >"$work/found" 2>&1; then
    echo 'the planted faults were not found'
    exit 1
fi
for fault in 'bad.c:2:.*a tab' 'bad.c:2:.*spaces at the end' 'bad.md:1:.*a path' 'long.h: 601 lines'; do
    grep -q "$fault" "$work/found" || { echo "not found: $fault"; cat "$work/found"; exit 1; }
done
if can_format && ! grep -q 'bad.c:2.*clang-format-violations' "$work/found"; then
    echo 'the planted fault of format was not found'
    exit 1
fi

# ---- the sources ----

cd "$top"
check
