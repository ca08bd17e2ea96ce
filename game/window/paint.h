/* paint: draws a laid-out tree.
 *
 * Promises: what is outside its scrolled column is not drawn; what has the focus gets a ring that
 * stands out three to one. It changes nothing in the tree. */
#ifndef WINDOW_PAINT_H
#define WINDOW_PAINT_H

#include "window/draw.h"

/* Draws the whole tree of `ui` as one frame; showing it is left to the caller. */
void paint_tree(struct draw *draw, const struct ui *ui);

#endif
