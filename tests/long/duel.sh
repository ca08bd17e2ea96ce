#!/bin/sh
# the engine and the same game written out in C end 1,000,000 random games alike
set -eu

PROOF_GAMES=1000000 "${BUILD_DIR:?}/tests/test_duel"
