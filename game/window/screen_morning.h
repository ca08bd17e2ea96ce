/* screen_morning: the papers and the ledger after a round.
 *
 * Promises: lays out any morning in any window; it decides nothing and keeps nothing. */
#ifndef WINDOW_SCREEN_MORNING_H
#define WINDOW_SCREEN_MORNING_H

#include "match/table.h"
#include "window/widget.h"

/* Builds the morning of a table that has one. `picture` is the drawing of the home paper. */
void screen_morning_build(struct ui *ui, const struct table *t, const char *picture,
                          const char *notice);

#endif
