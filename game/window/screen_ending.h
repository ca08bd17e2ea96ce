/* screen_ending: how it ended, and what was so.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_SCREEN_ENDING_H
#define WINDOW_SCREEN_ENDING_H

#include "match/table.h"
#include "window/widget.h"

/* Builds the ending of a table that has one. `next`: the story that waits after a lesson, or "". */
void screen_ending_build(struct ui *ui, const struct table *t, const char *next,
                         const char *notice);

#endif
