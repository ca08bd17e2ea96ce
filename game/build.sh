#!/bin/sh
# Configures and builds, from any folder.
#
#   sh game/build.sh FOLDER TARGET [cmake options...]     e.g. build programs
#
# FOLDER lies inside the checkout. A folder configured for a checkout that has since moved is
# configured anew. Built by root, it belongs to the owner of the checkout afterwards.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$top"
folder=$1
target=$2
shift 2

home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt" 2>/dev/null || true)
if [ -n "$home" ] && [ "$home" != "$top" ]; then
    rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
fi

give_back() {
    [ "$(id -u)" -ne 0 ] || chown -R --reference=. build 2>/dev/null || true
}
trap give_back EXIT

mkdir -p "$folder"
if ! cmake -S . -B "$folder" "$@" >"$folder/configure.log" 2>&1; then
    cat "$folder/configure.log"
    exit 1
fi
grep 'left out' "$folder/configure.log" || true
cmake --build "$folder" --target "$target" --parallel "$(getconf _NPROCESSORS_ONLN)"
