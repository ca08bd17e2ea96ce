#!/bin/sh
# the causes sum to every change in 100,000 random games of each shipped scenario
set -eu

PROOF_GAMES=100000 "${BUILD_DIR:?}/tests/test_rules"
