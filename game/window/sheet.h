/* sheet: the incident in the middle of the table, and one's own file below it.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_SHEET_H
#define WINDOW_SHEET_H

#include "match/table.h"
#include "window/widget.h"

/* Adds what the beat is about. The greater `dense` (0 to 2), the closer it is set, and the greater
 * `words` (0 to 2), the smaller the dispatch and what was said. `dispatch`: once something has been
 * said, the dispatch stands above it. */
void sheet_build(struct ui *ui, struct widget *parent, const struct table *t, int dense, int words,
                 bool dispatch);

/* Whether nothing has been said to one about this incident: the dispatch is what matters. */
bool sheet_is_news(const struct table_sheet *sheet);

#endif
