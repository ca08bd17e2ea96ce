/* invariants.h: what holds after every decision of every game. */
#ifndef TESTS_INVARIANTS_H
#define TESTS_INVARIANTS_H

#include "core/row.h"

/* The causes of each number add up to what it changed by. Returns how many there are. */
int invariants_sums(const struct scenario *sc, const struct state *before,
                    const struct state *after, const struct ledger *ledger);

/* Numbers are within their ranges, counts are those of what they count, cases are of their rounds,
 * and somebody can move, or it is over. */
void invariants_ranges(const struct scenario *sc, const struct state *s);

#endif
