/* advice.h: three advisers, by rule.
 *
 * Each guards one number and marks the card whose bet is expected to serve it best, by what the
 * party believes. They know no more than the view does and never agree on purpose. */
#ifndef MATCH_ADVICE_H
#define MATCH_ADVICE_H

#include "match/bet.h"

/* Index of the outlook that serves adviser `adviser` of the scenario best; of several equal ones
 * that which serves the other side's number least, then the first. -1 when count is 0. */
int advice_best(const struct narrator *n, int adviser, const struct bet_outlook *outlook,
                int count);

/* The adviser's name at the party's table, and the sentence for a family at the beat at hand. */
const char *advice_title(const struct narrator *n, int adviser);
const char *advice_sentence(const struct narrator *n, int adviser, enum family family);

/* The title of the number it guards. */
const char *advice_guards(const struct narrator *n, int adviser);

#endif
