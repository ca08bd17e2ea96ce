#!/bin/sh
# Holds the sources to .clang-tidy, with the compile commands of a build: what it leaves out, such as
# the window where its libraries are missing, is not looked at. Skipped where clang-tidy 14 is
# missing: others know other checks. Plants a fault and expects it found.
#
#   BUILD_DIR=build sh tests/tidy.sh
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
clang_tidy=$(command -v clang-tidy-14 || command -v clang-tidy || true)
if [ -z "$clang_tidy" ] || ! "$clang_tidy" --version | grep -q 'version 14\.'; then
    echo 'clang-tidy 14 is not installed'
    exit 77
fi
cd "${BUILD_DIR:-$top/build}"
[ -f compile_commands.json ] || { echo "no compile_commands.json in $PWD"; exit 1; }

# Checks the files named on standard input, each in a process of its own: over several, clang-tidy
# 14 takes a va_list that has been started for one that has not.
check() {
    xargs -0 -n 1 -P "$(getconf _NPROCESSORS_ONLN)" "$clang_tidy" -p . --quiet \
        --config-file="$top/.clang-tidy" --warnings-as-errors='*'
}

# ---- the negative control ----

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/bad.c" <<'END'
int planted(const int *at);
int planted(const int *at)
{
    if (at == 0)
        return *at;
    return 0;
}
END
if printf '%s\0' "$work/bad.c" | check >"$work/found" 2>&1; then
    echo 'the planted faults were not found'
    exit 1
fi
for fault in clang-analyzer-core.NullDereference readability-braces-around-statements; do
    grep -q "bad.c:.*$fault" "$work/found" || { echo "not found: $fault"; cat "$work/found"; exit 1; }
done

# ---- the sources ----

layers='core json content minister match command'
if grep -q game/window/ compile_commands.json; then
    layers="$layers window"
fi
for layer in $layers; do
    find "$top/game/$layer" -name '*.c' -print0
done | check 2>"$work/told" || { cat "$work/told"; exit 1; }
