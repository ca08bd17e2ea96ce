#!/bin/sh
# Counts what the tests run of each layer, in build/coverage, and holds it to the bars of
# coverage.py. Takes some two minutes. What is not run:
# python3 tests/coverage.py missing build/coverage/counts.json game/core
# Skipped where gcovr is missing. Plants code that no test runs and expects it found.
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$top"
build=build/coverage
command -v gcovr >/dev/null 2>&1 || { echo 'gcovr is not installed'; exit 77; }

count() { # count FOLDER FILE: what was run of FOLDER/game
    gcovr --gcov-ignore-parse-errors --root "$1" --filter "$1/game/" --object-directory "$1" --json "$2" "$3"
}

# ---- a planted case: one file a layer, run whole; then with a branch that is not taken

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for layer in json core content match minister window; do
    mkdir -p "$work/game/$layer"
    printf '%s\n' "int run_$layer(int word);" "int run_$layer(int word)" '{' \
        '    if (word > 1) {' '        return 1;' '    }' '    return 0;' '}' \
        >"$work/game/$layer/$layer.c"
done
cat >"$work/main.c" <<'END'
int run_json(int), run_core(int), run_content(int), run_match(int), run_minister(int), run_window(int);
int main(int argc, char **argv)
{
    (void)argv;
    run_json(1), run_content(1), run_match(1), run_minister(1), run_window(1), run_core(1);
    return run_json(2) + run_content(2) + run_match(2) + run_minister(2) + run_window(2) +
           (argc > 1 ? run_core(2) : 1) - 6;
}
END
(
    cd "$work"
    gcc --coverage -O0 -o planted main.c game/*/*.c
    ./planted
)
count "$work" "$work/some.json" "$work" 
(cd "$work" && ./planted more)
count "$work" "$work/all.json" "$work"
if (cd "$work" && python3 "$top/tests/coverage.py" bars some.json) >"$work/found" 2>&1 ||
    ! grep -q '^core: too little' "$work/found" ||
    ! (cd "$work" && python3 "$top/tests/coverage.py" bars all.json) >>"$work/found" 2>&1; then
    echo 'the planted line that is not run was not found, or others were'
    cat "$work/found"
    exit 1
fi

# ---- the tests

mkdir -p "$build"
find "$build" -name '*.gcda' -delete # of a build before, which may differ
sh game/build.sh "$build" all -DBACKCHANNEL_TESTS=ON -DBACKCHANNEL_COVERAGE=ON \
    -DCMAKE_C_FLAGS_RELEASE=-O1
find "$build" -name '*.gcda' -delete # of what the build itself runs

# Neither the slowest, which prove by thousands of games what a few of them run already, nor those
# that play with several threads, which count wrongly.
left_out="belief|honesty|reason|hidden_steps|standings|people|bet"
left_out="unit/($left_out|window_(why|screens|trees|golden|pictures|crawl|loop))\$|fuzz/bytes"
scripts='bad_scenarios|bad_tests|scenario_tests|language|misbehaving_bots'
scripts="$scripts|command_(check|characters|debrief|explain|facts|graph|input|json|new|replay|save|texts|usage|watch)"
ctest --test-dir "$build" --parallel 2 --output-on-failure \
    --label-regex 'unit' --exclude-regex "$left_out"
ctest --test-dir "$build" --parallel 2 --output-on-failure \
    --tests-regex "scenario/($scripts)\$"
PROOF_GAMES=3 ctest --test-dir "$build" --parallel 2 --output-on-failure \
    --tests-regex 'unit/(belief|honesty)$'
count "$top" "$build/counts.json" "$build"
python3 tests/coverage.py bars "$build/counts.json" tests/coverage.txt
