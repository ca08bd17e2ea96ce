/* accounts: why a number moved, cause by cause.
 *
 * Promises: see parts.h. Every cause is shown; they sum to the change. */
#ifndef WINDOW_ACCOUNTS_H
#define WINDOW_ACCOUNTS_H

#include "match/table.h"
#include "window/widget.h"

/* From where to where the steps of a chart go. */
struct accounts_scale {
    int low, high;
};

/* A scale for all that these groups show. */
struct accounts_scale accounts_scale(const struct table_group *group, int groups);

/* Adds the causes of one meter's change over a round; returns the line above them. */
struct widget *accounts_build(struct ui *ui, struct widget *parent, const struct table_group *group,
                              const struct accounts_scale *scale, bool heading);

#endif
