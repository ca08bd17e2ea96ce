#!/bin/sh
# Characters that act on a terminal, wherever a stranger can put them: none comes out as it is.
set -eu

exec python3 "${SOURCE_DIR:?}/tests/poison/poison.py" "${BACKCHANNEL:?}" \
    "$SOURCE_DIR/tests/scenarios/small.json"
