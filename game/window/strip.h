/* strip: the line along the top: which round, which beat, how the goals stand.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_STRIP_H
#define WINDOW_STRIP_H

#include "match/table.h"
#include "window/widget.h"

/* Adds the strip for a round: the present one, or the one whose morning it is. A notice stands in the
 * place of the goals while there is one, so that nothing below moves. */
void strip_build(struct ui *ui, struct widget *parent, const struct table *t, int round,
                 const char *notice);

#endif
