#!/bin/sh
# ten million executions of each harness of the fuzzer
set -eu
cd "$SOURCE_DIR"
sh game/build.sh build/fuzz fuzzers -DBACKCHANNEL_TESTS=ON -DBACKCHANNEL_WINDOW=OFF \
    -DBACKCHANNEL_SANITIZE=ON -DBACKCHANNEL_FUZZ=ON -DCMAKE_C_COMPILER=clang \
    -DCMAKE_C_FLAGS=-fsanitize=fuzzer-no-link -DCMAKE_C_FLAGS_RELEASE=-O1
sh tests/fuzz/fuzz.sh build/fuzz -runs=10000000
