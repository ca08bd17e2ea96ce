#!/bin/sh
# belief is calibrated over 50,000 games of each shipped scenario; what it is among ministers
set -eu

PROOF_GAMES=50000 "${BUILD_DIR:?}/tests/test_belief"
