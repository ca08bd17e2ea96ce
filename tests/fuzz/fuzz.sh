#!/bin/sh
# Runs the harnesses of a build with BACKCHANNEL_FUZZ, as many at a time as there are processors,
# each beginning with its corpus. Exit 0: none found anything.
#
#   sh tests/fuzz/fuzz.sh BUILD_DIR OPTION...     OPTION: of libFuzzer, -max_total_time=30
#
# What was found, and what else was met, stays in BUILD_DIR/fuzz.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=${here%/tests/fuzz}
build=$(CDPATH='' cd -- "$1" && pwd)
shift
cd "$top"
export ASAN_OPTIONS=malloc_context_size=2:quarantine_size_mb=8
unset DISPLAY WAYLAND_DISPLAY

if [ "${1:-}" = one ]; then # one NAME OPTION...
    name=$2
    shift 2
    words=$name
    most=2500
    case $name in
        play) words=scenario most=24000 ;;
        protocol | command_line) most=700 ;;
    esac
    mkdir -p "$build/fuzz/$name"
    status=0
    "$build/tests/fuzz_$name" -entropic=0 -close_fd_mask=3 -timeout=20 -rss_limit_mb=1500 \
        -print_final_stats=1 -max_len=$most -dict="tests/fuzz/$words.dict" \
        -artifact_prefix="$build/fuzz/$name-" "$@" \
        "$build/fuzz/$name" "tests/fuzz/corpus/$name" >"$build/fuzz/$name.log" 2>&1 || status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/fuzz/$name.log")
    echo "$name: ${runs:-0} executions, exit code $status"
    if [ "$status" -ne 0 ] || [ "${runs:-0}" -eq 0 ]; then
        tail -n 40 "$build/fuzz/$name.log"
        exit 1
    fi
    exit 0
fi

status=0
printf '%s\n' scenario play translation transcript protocol command_line |
    xargs -P "$(getconf _NPROCESSORS_ONLN)" -I NAME sh "$here/fuzz.sh" "$build" one NAME "$@" || status=1
exit "$status"
