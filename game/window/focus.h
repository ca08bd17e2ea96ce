/* focus: what the keyboard, the mouse and a gamepad act on.
 *
 * Promises: one list of pressable widgets in reading order serves all three; what is dropped by the
 * layout is not in it. */
#ifndef WINDOW_FOCUS_H
#define WINDOW_FOCUS_H

#include "window/widget.h"

enum direction { TOWARD_NEXT, TOWARD_PREVIOUS, TOWARD_LEFT, TOWARD_RIGHT, TOWARD_UP, TOWARD_DOWN };

/* The pressable widgets in reading order; returns their number, at most `max` are written. */
size_t focus_list(const struct ui *ui, const struct widget **out, size_t max);

/* The widget with an action, or NULL. */
const struct widget *focus_find(const struct ui *ui, int action);

/* The action of the topmost pressable widget at a point of the window, or 0. */
int focus_at(const struct ui *ui, int x, int y);

/* The action to focus when moving from the present one; the present one if there is no way. Left and
 * right lead on along a line, and from its ends to what comes before and after it. */
int focus_move(const struct ui *ui, enum direction direction);

#endif
