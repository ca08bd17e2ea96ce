/* icon: the names of all drawings that the screens use.
 *
 * Promises: each has a file in assets/ (a test looks). Icons are white masks, tinted when drawn.
 * Portraits and
 * pictures are named by file instead: which one a side has is for the screens to say. */
#ifndef WINDOW_ICON_H
#define WINDOW_ICON_H

enum icon {
    ICON_NONE,
    ICON_DISC,
    ICON_RING,
    ICON_CIRCLE, /* a thin ring round a letter */
    ICON_TARGET,
    ICON_TRIANGLE,
    ICON_SQUARE,
    ICON_SQUARE_OPEN,
    ICON_DIAMOND,
    ICON_DIAMOND_OPEN,
    ICON_UP_GOOD,
    ICON_UP_BAD,
    ICON_DOWN_GOOD,
    ICON_DOWN_BAD,
    ICON_CHECK,
    ICON_STEP,
    ICON_ARROW,
    ICON_ENVELOPE,
    ICON_ENTER,
    ICON_STAMP_STRAIGHT,
    ICON_STAMP_FALSE,
    ICON_STAMP_OPEN,
    ICON_FACE_DOWN,
    ICON_SEAL,
    ICON_LAMP,
    ICON_DOT,
    ICONS
};

/* The file of an icon below assets/. */
const char *icon_file(enum icon icon);

#endif
