#!/bin/sh
# backchannel is for machines without a screen: it links no SDL, no fonts and no pictures.
set -eu

linked=$(mktemp)
trap 'rm -f "$linked"' EXIT
command -v ldd >/dev/null 2>&1 || exit 77
ldd "$BACKCHANNEL" >"$linked" 2>&1 || { cat "$linked"; exit 77; }
found=$(grep -ciE 'libSDL|libfontconfig|libfreetype' "$linked" || true)
known=$(grep -c 'libcjson' "$linked" || true)
[ "$known" -eq 1 ] || { echo 'ldd does not list what is linked'; exit 1; }
[ "$found" -eq 0 ] || { echo "$BACKCHANNEL links what only the window may"; exit 1; }
