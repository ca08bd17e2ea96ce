#!/bin/sh
# The games by gamepad (unit/test_window_pad.c) once more in a real window on an X server: the gamepad
# is SDL's virtual one, everything behind it is what a player has.
. "${SOURCE_DIR:?}/tests/scripts/window.sh"
open_display
SDL_VIDEODRIVER=x11 SDL_RENDER_DRIVER=software "${BUILD_DIR:?}/tests/test_window_pad" >out 2>err ||
    { cat out; fail 'a game by gamepad in a real window'; }
grep -qh "PASSED.* 3 test" out err || fail "not all of them were played"
