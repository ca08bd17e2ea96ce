/* icon: the files of the icons. */
#include "window/icon.h"

#include <assert.h>
#include <stddef.h>

const char *icon_file(enum icon icon)
{
    static const char *const files[ICONS] = {
        [ICON_DISC] = "icons/disc.svg",
        [ICON_RING] = "icons/ring.svg",
        [ICON_CIRCLE] = "icons/circle.svg",
        [ICON_TARGET] = "icons/target.svg",
        [ICON_TRIANGLE] = "icons/triangle.svg",
        [ICON_SQUARE] = "icons/square.svg",
        [ICON_SQUARE_OPEN] = "icons/square-open.svg",
        [ICON_DIAMOND] = "icons/diamond.svg",
        [ICON_DIAMOND_OPEN] = "icons/diamond-open.svg",
        [ICON_UP_GOOD] = "icons/up-good.svg",
        [ICON_UP_BAD] = "icons/up-bad.svg",
        [ICON_DOWN_GOOD] = "icons/down-good.svg",
        [ICON_DOWN_BAD] = "icons/down-bad.svg",
        [ICON_CHECK] = "icons/check.svg",
        [ICON_STEP] = "icons/step.svg",
        [ICON_ARROW] = "icons/arrow.svg",
        [ICON_ENVELOPE] = "icons/envelope.svg",
        [ICON_ENTER] = "icons/enter.svg",
        [ICON_STAMP_STRAIGHT] = "icons/stamp-straight.svg",
        [ICON_STAMP_FALSE] = "icons/stamp-false.svg",
        [ICON_STAMP_OPEN] = "icons/stamp-open.svg",
        [ICON_FACE_DOWN] = "icons/face-down.svg",
        [ICON_SEAL] = "icons/seal.svg",
        [ICON_LAMP] = "icons/lamp.svg",
        [ICON_DOT] = "icons/dot.svg",
    };
    assert(icon > ICON_NONE && icon < ICONS);
    return files[icon];
}
