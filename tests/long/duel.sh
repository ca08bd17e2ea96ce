#!/bin/sh
# 1,000,000 random games end alike here and written out in C; in 100,000 both believe alike
set -eu

PROOF_GAMES=1000000 "${BUILD_DIR:?}/tests/test_duel"
