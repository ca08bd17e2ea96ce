/* side: one side of the table: who sits there, how they stand, what their word was worth.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_SIDE_H
#define WINDOW_SIDE_H

#include "match/table.h"
#include "window/widget.h"

/* Adds a column for one side; `dense` leaves out what can be read elsewhere. */
struct widget *side_build(struct ui *ui, struct widget *parent, const struct table *t,
                          const struct table_side *side, int dense);

#endif
