#!/bin/sh
# Files of 1 MiB that are wrong in as many places as can be are decided, in little memory.
set -eu

sanitized=
if grep -q '^BACKCHANNEL_SANITIZE:BOOL=ON' "${BUILD_DIR:?}/CMakeCache.txt"; then
    sanitized=sanitized
fi
exec python3 "${SOURCE_DIR:?}/tests/json/mad.py" "${BACKCHANNEL:?}" \
    "$SOURCE_DIR/tests/scenarios/small.json" $sanitized
