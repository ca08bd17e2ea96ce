#!/bin/sh
# every allocation of checks, games, saves, debriefs and translations fails, once and for ever
set -eu
memory() { sh "$SOURCE_DIR/tests/memory/memory.sh" "$BUILD_DIR/tests/memory" 0 "$@"; }
memory "$SOURCE_DIR/assets/template.json" check load play save resume replay debrief \
    page data class explain branch
memory "$SOURCE_DIR/scenarios/pentagon-2012.json" load
memory "$SOURCE_DIR/scenarios/was-it-you.json" save translated texts tests sources
