#!/bin/sh
# all units and scripts with both compilers at -O0, where the ordinary run has -O3
set -eu
cd "$SOURCE_DIR"
for compiler in gcc clang; do
    sh game/build.sh "build/$compiler-O0" all -DBACKCHANNEL_TESTS=ON -DBACKCHANNEL_WINDOW=OFF \
        -DCMAKE_C_COMPILER=$compiler -DCMAKE_C_FLAGS_RELEASE=-O0
    ctest --test-dir "build/$compiler-O0" --parallel 2 --output-on-failure --no-tests=error \
        --label-regex 'unit|scenario'
done
