/* advisers: three heads, a mark on a card each, and the sentence of the one who speaks.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_ADVISERS_H
#define WINDOW_ADVISERS_H

#include "match/table.h"
#include "window/widget.h"

/* Adds the advisers, side by side or one below the other. */
void advisers_build(struct ui *ui, struct widget *parent, const struct table *t, int speaking,
                    bool flat);

#endif
