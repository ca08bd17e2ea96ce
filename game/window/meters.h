/* meters: the main numbers across the top of the table.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_METERS_H
#define WINDOW_METERS_H

#include "match/table.h"
#include "window/widget.h"

/* Adds a row of meters, each with its bar, its marks, and 'why'. */
void meters_build(struct ui *ui, struct widget *parent, const struct table *t);

#endif
