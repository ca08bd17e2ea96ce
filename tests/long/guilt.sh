#!/bin/sh
# guilt cannot be read from what the victim sees: 100,000 incidents of each shipped scenario
set -eu

GUILT_ROWS=100000 sh "${SOURCE_DIR:?}/tests/scripts/test_guilt.sh"
