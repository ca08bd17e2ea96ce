/* summit: the clauses from which each side picks blind, the agreements in force, and the drawer of
 * private orders.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_SUMMIT_H
#define WINDOW_SUMMIT_H

#include "match/table.h"
#include "window/screen_table.h"
#include "window/widget.h"

/* Adds the sheet in the middle: what stands, and what is asked now. */
void summit_sheet(struct ui *ui, struct widget *parent, const struct table *t, int dense);

/* Adds the clauses, in two columns where `width` pixels of the window have room for them, and the
 * button that puts the picked ones forward. */
void summit_clauses(struct ui *ui, struct widget *parent, const struct table_scene *scene,
                    int width);

#endif
