#!/bin/sh
# The grammar of JSON, case by case, through `check`: what it has, what it has not, and what it leaves
# open, which is as scenarios/README.md says.
set -eu

exec python3 "${SOURCE_DIR:?}/tests/json/corpus.py" "${BACKCHANNEL:?}" "$SOURCE_DIR/scenarios/README.md"
