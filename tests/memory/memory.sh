#!/bin/sh
# memory.sh PROGRAM MOST SCENARIO RUN...: the program of memory.c, with folders of its own.
set -eu
program=$1 most=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" XDG_CONFIG_HOME="$work/home" HOME="$work/home"
unset DISPLAY WAYLAND_DISPLAY
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=1"
"$program" "$most" "$work" "$@"
