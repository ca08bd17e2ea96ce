#!/bin/sh
# Installs, builds and runs the tests, from any folder.
#
#   sh tests/run.sh              everything: gcc, gcc with sanitizers, clang, a fuzzer, threads,
#                                valgrind, the same bytes from builds that differ, and coverage
#   sh tests/run.sh quick        the gcc build only, without clang-tidy, the tests that drive a
#                                window, those of the package and the slowest
#   sh tests/run.sh fuzz         the fuzzer only
#   sh tests/run.sh long [NAME]  lists the long proofs, or runs one (tests/long/NAME.sh)
#
# Closes with "N passed, N failed"; exit 0 when all passed and at least one ran.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$top"
passed=0
failed=0
skipped=0

say() { printf '%s\n' "$*"; }

usage() {
    say 'usage: sh tests/run.sh [all|quick|fuzz|long [NAME]]' >&2
    exit 2
}

step() { say "== $*"; }

count() { # count RESULT: one test that is not ctest's own
    if [ "$1" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

# Prints an attribute of the summary in ctest's JUnit file.
summary() { sed -n "/<testsuite/,/>/s/.*[[:space:]]$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }

build() { # build FOLDER TARGET [cmake options...]; a failure counts as a failed test
    step "building $1"
    if sh game/build.sh "$@"; then return 0; fi
    say "$1: the build failed"
    count 1
    return 1
}

run_ctest() { # run_ctest FOLDER [ctest options...]
    folder=$1
    shift
    step "testing $folder"
    rm -f "$folder/junit.xml"
    status=0
    ctest --test-dir "$folder" --parallel 2 --output-on-failure --no-tests=error \
        --output-junit "$top/$folder/junit.xml" "$@" || status=$?
    if [ ! -s "$folder/junit.xml" ]; then
        count 1
        return
    fi
    ran=$(summary "$folder/junit.xml" tests)
    bad=$(summary "$folder/junit.xml" failures)
    out=$(($(summary "$folder/junit.xml" skipped) + $(summary "$folder/junit.xml" disabled)))
    passed=$((passed + ran - bad - out))
    failed=$((failed + bad))
    skipped=$((skipped + out))
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then count 1; fi
}

finish() {
    [ "$(id -u)" -ne 0 ] || chown -R --reference=. build 2>/dev/null || true
    line="$passed passed, $failed failed"
    [ "$skipped" -eq 0 ] || line="$line, $skipped skipped"
    say "$line"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

slow='scenario/(guilt|command_bots|command_study|command_poison|command_mad|misbehaving_bots)$'

run_quick() {
    if build build all "$strict" -DBACKCHANNEL_TESTS=ON; then
        run_ctest build --label-exclude 'gui|package' \
            --exclude-regex "style/(tidy|cppcheck)|unit/window_(why|screens)$|$slow"
    fi
}

ask() { # ask SCRIPT WORD...: a test that is not ctest's own; 77 is a skip
    status=0
    sh "$@" || status=$?
    if [ "$status" -eq 77 ]; then skipped=$((skipped + 1)); else count "$status"; fi
}

run_fuzz() {
    if build build/fuzz fuzzers -DBACKCHANNEL_TESTS=ON -DBACKCHANNEL_WINDOW=OFF \
        -DBACKCHANNEL_SANITIZE=ON -DBACKCHANNEL_FUZZ=ON -DCMAKE_C_COMPILER=clang \
        -DCMAKE_C_FLAGS=-fsanitize=fuzzer-no-link -DCMAKE_C_FLAGS_RELEASE=-O1; then
        step 'a fuzzer, 30 seconds a harness'
        ask tests/fuzz/fuzz.sh build/fuzz -max_total_time=30
    fi
}

run_races() {
    if build build/tsan backchannel -DBACKCHANNEL_TESTS=OFF -DBACKCHANNEL_WINDOW=OFF \
        '-DCMAKE_C_FLAGS_RELEASE=-O1 -fsanitize=thread'; then
        step 'no races between threads'
        ask tests/races.sh build/tsan/backchannel
    fi
}

run_all() {
    if build build all "$strict" -DBACKCHANNEL_TESTS=ON -DBACKCHANNEL_WINDOW=ON; then
        run_ctest build
    fi
    if build build/asan all "$strict" -DBACKCHANNEL_TESTS=ON -DBACKCHANNEL_SANITIZE=ON \
        -DCMAKE_C_FLAGS_RELEASE=-O1; then
        # without what plays thousands of the same games for their sums or for the clock
        run_ctest build/asan --label-regex 'unit|scenario' \
            --exclude-regex 'scenario/(guilt|command_bots)$'
    fi
    if build build/clang all -DBACKCHANNEL_WERROR=ON -DBACKCHANNEL_TESTS=ON \
        -DCMAKE_C_COMPILER=clang -DCMAKE_C_FLAGS_RELEASE=-O3; then
        run_ctest build/clang --label-regex 'unit|scenario' \
            --exclude-regex "unit/window_(why|screens)$|$slow"
    fi
    if build build/plain all "$strict" -DBACKCHANNEL_TESTS=OFF -DBACKCHANNEL_WINDOW=OFF \
        -DCMAKE_C_FLAGS_RELEASE=-O0; then
        step 'the same bytes from builds that differ'
        ask tests/same_bytes.sh build/backchannel build/plain/backchannel \
            build/asan/backchannel build/clang/backchannel
        step 'a sample under valgrind'
        ask tests/valgrind.sh build/plain/backchannel
    fi
    step 'what the tests run of each layer'
    ask tests/coverage.sh
    run_races
    run_fuzz
}

list_long() {
    for proof in tests/long/*.sh; do
        [ -f "$proof" ] || continue
        name=${proof##*/}
        say "${name%.sh}: $(sed -n '2s/^# *//p' "$proof")"
    done
}

run_long() {
    if build build all; then
        step "$1"
        status=0
        SOURCE_DIR=$top BUILD_DIR=$top/build BACKCHANNEL=$top/build/backchannel \
            BACKCHANNEL_WINDOW=$top/build/backchannel-window sh "tests/long/$1.sh" || status=$?
        count "$status"
    fi
}

mode=${1:-all}
[ $# -eq 0 ] || shift
case $mode in
    all | quick | fuzz) [ $# -eq 0 ] || usage ;;
    long)
        [ $# -gt 0 ] || { list_long; exit 0; }
        { [ $# -eq 1 ] && [ -f "tests/long/$1.sh" ]; } || usage
        ;;
    *) usage ;;
esac

# a newer compiler's warnings stop us, not somebody who only wants to see the tests pass
strict=-DBACKCHANNEL_WERROR=OFF
[ -z "${CI:-}" ] || strict=-DBACKCHANNEL_WERROR=ON

sh game/setup.sh build play test </dev/null
"run_$mode" "$@"
finish
