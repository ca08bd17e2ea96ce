/* screen_cases: the case files and the agreements, as one side may know them.
 *
 * Promises: see parts.h. Everything shown is of the table, which holds nothing hidden. */
#ifndef WINDOW_SCREEN_CASES_H
#define WINDOW_SCREEN_CASES_H

#include "match/table.h"
#include "window/widget.h"

/* Every incident so far, the latest first: what was said, what it proved to be, what was so. */
void screen_cases_build(struct ui *ui, const struct table *t);

/* Every agreement and promise: which stand, what they do, what the others wait for. */
void screen_agreements_build(struct ui *ui, const struct table *t);

#endif
