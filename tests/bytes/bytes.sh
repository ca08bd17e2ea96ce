#!/bin/sh
# bytes.sh PROGRAM STEP: the program of bytes.c over every shipped scenario and translation, every
# STEPth byte; needs SOURCE_DIR. As many at a time as there are processors.
set -eu
program=$1 step=$2
cd "$SOURCE_DIR"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in scenarios/*.json assets/template.json; do
    name=${file##*/}
    stem=${name%%.*}
    case $name in
        *.schema.json | *.tests.json) continue ;;
        "$stem.json") echo "$file" ;;
        *) echo "$file scenarios/$stem.json" ;;
    esac
done >"$work/files"
[ "$(wc -l <"$work/files")" -gt 4 ]
status=0
xargs -P "$(getconf _NPROCESSORS_ONLN)" -L 1 "$program" "$step" 0 <"$work/files" >"$work/said" 2>&1 ||
    status=1
cat "$work/said"
[ "$(grep -c 'crashed 0$' "$work/said")" -eq "$(wc -l <"$work/files")" ] || status=1
exit "$status"
