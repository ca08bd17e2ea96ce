/* accounts: why a number moved, cause by cause.
 *
 * Promises: see parts.h. Every cause is shown; they sum to the change. */
#ifndef WINDOW_ACCOUNTS_H
#define WINDOW_ACCOUNTS_H

#include "match/table.h"
#include "window/widget.h"

/* Adds the causes of one meter's change over a round. */
void accounts_build(struct ui *ui, struct widget *parent, const struct table_group *group,
                    bool heading);

#endif
