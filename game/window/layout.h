/* layout: gives every widget of a tree its place.
 *
 * Promises: widths first, then heights for those widths, then places; the same tree and measure
 * always give the same result. A column that scrolls takes what is left over, all else gets what it
 * asks for; what cannot fit shows up in inspect_check, it is never cut in silence. */
#ifndef WINDOW_LAYOUT_H
#define WINDOW_LAYOUT_H

#include "window/widget.h"

/* Lays out the whole tree in the window. */
void layout_run(struct ui *ui);

/* The same, and scrolls so that the widget in focus can be seen. */
void layout_reveal(struct ui *ui);

/* The height that a widget wants at a width, in pixels of the window; for a tree that stands alone
 * or is not placed yet. */
int layout_height(struct ui *ui, struct widget *w, int width);

/* Scrolls the column that holds the point, or the first one that can, by `pixels`; true if it moved. The
 * tree has to be laid out again afterwards. */
bool layout_scroll(struct ui *ui, int x, int y, int pixels);

/* The part of the window in which a widget can be seen: its box cut by the columns it scrolls in. */
struct rect layout_visible(const struct widget *w);

/* Whether half of a widget can be seen, or half of the column it scrolls in is filled by it: as is so
 * of what has been revealed. */
bool layout_in_sight(const struct widget *w);

/* The state of a scrolled column; made when there is none. */
struct scroll *layout_scroll_of(struct ui *ui, int id);

#endif
