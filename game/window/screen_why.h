/* screen_why: why something stands as it does.
 *
 * Promises: see parts.h. Shows one account whole, the newest round first; what is hidden reads
 * 'not known yet'. */
#ifndef WINDOW_SCREEN_WHY_H
#define WINDOW_SCREEN_WHY_H

#include "match/table.h"
#include "window/widget.h"

/* The account at a place of the table; 0 <= index < t->accounts. */
void screen_why_build(struct ui *ui, const struct table *t, int index);

#endif
