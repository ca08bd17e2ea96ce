#!/bin/sh
# 1,000 games of each shipped scenario, saved and resumed at every decision
set -eu

PROOF_GAMES=1000 "${BUILD_DIR:?}/tests/test_resume"
