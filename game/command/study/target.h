/* target.h: how far a game is from something that has not been met.
 *
 * A distance is what the conditions of the thing still lack, test by test; an agreement that is not
 * yet in force counts by how far it is from being on the table. It looks at everything, hidden
 * numbers too: who searches plays both sides and knows the truth. */
#ifndef STUDY_TARGET_H
#define STUDY_TARGET_H

#include "command/study/coverage.h"

enum { TARGET_FAR = 1 << 20 };

struct target {
    enum thing kind;
    int index;
};

/* Has it happened in this step? `ledger` of the step. */
bool target_hit(const struct scenario *sc, const struct target *t, const struct state *before,
                int move, const struct state *after, const struct ledger *ledger);

/* 0: its conditions hold; at most TARGET_FAR. */
int target_distance(const struct scenario *sc, const struct target *t, const struct state *s);

#endif
