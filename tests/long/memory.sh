#!/bin/sh
# every allocation of check, load, play, save, resume, replay and debrief fails, once and for ever
set -eu
memory() { sh "$SOURCE_DIR/tests/memory/memory.sh" "$BUILD_DIR/tests/memory" 0 "$@"; }
memory "$SOURCE_DIR/assets/template.json" check load play save resume replay debrief
memory "$SOURCE_DIR/scenarios/pentagon-2012.json" load
