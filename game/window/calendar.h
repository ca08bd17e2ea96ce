/* calendar: the year along the bottom of the table.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_CALENDAR_H
#define WINDOW_CALENDAR_H

#include "match/table.h"
#include "window/widget.h"

/* Adds the calendar, with a round shown as the present. */
void calendar_build(struct ui *ui, struct widget *parent, const struct table *t, int round);

#endif
