/* layout_parts: what both halves of the layout ask of a widget; for layout.c and place.c only.
 *
 * Promises: pure functions of the tree and the scale; what the layout has dropped does not count. */
#ifndef WINDOW_LAYOUT_PARTS_H
#define WINDOW_LAYOUT_PARTS_H

#include "window/widget.h"

enum { LAYOUT_TRACKS = 192 }; /* the most children of a row, a column, or columns of a grid */

/* The larger and the smaller of two lengths. */
int layout_larger(int a, int b);
int layout_smaller(int a, int b);

/* The padding of a widget, both sides together. */
int layout_pad_across(const struct ui *ui, const struct widget *w);
int layout_pad_down(const struct ui *ui, const struct widget *w);

/* The width inside the padding, once the width is known. */
int layout_inner(const struct ui *ui, const struct widget *w);

/* The widget itself, or the next sibling that is not dropped. */
struct widget *layout_shown(struct widget *w);

/* All gaps between the children together. */
int layout_gaps(const struct ui *ui, const struct widget *w);

/* The first child that no longer stands on the line that begins at `from`. */
struct widget *layout_flow_end(const struct ui *ui, const struct widget *w, struct widget *from);
struct widget *layout_grid_end(const struct widget *w, struct widget *from);

/* Gives a widget its place and height; its width is known from the measuring. */
void layout_place(struct ui *ui, struct widget *w, int x, int y, int height);

#endif
