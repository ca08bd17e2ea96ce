#!/bin/sh
# every byte of every shipped scenario and translation flipped, left out, and the last there is
set -eu
sh "$SOURCE_DIR/tests/bytes/bytes.sh" "$BUILD_DIR/tests/bytes" 1
