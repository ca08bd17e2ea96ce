/* side: one side of the table: who sits there, how they stand, what their word was worth.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_SIDE_H
#define WINDOW_SIDE_H

#include "window/view_parts.h"

/* Adds a column for one side. */
struct widget *side_build(struct ui *ui, struct widget *parent, const struct view_side *side);

#endif
