/* planner.h: the minister that looks ahead.
 *
 * It imagines worlds that fit its view (rollout.h), plays every candidate to the end of the game
 * and drops the worse half of the candidates, again and again, until the budget is spent
 * (sequential halving). A candidate is a first move and the script that goes on from it; all
 * candidates meet the same worlds and the same luck, so that only the moves differ. Integers only;
 * no memory but the stack. */
#ifndef MINISTER_PLANNER_H
#define MINISTER_PLANNER_H

#include "minister/rollout.h"

/* What it thinks of its legal moves. */
struct option {
    int move, script; /* script: the best of those that go on from it */
    int worth;        /* mean, in tenths of a point */
};
struct thought {
    int options;
    struct option option[MAX_LEGAL]; /* those that were looked at, best first */
};

/* Thinks for view->party, who is to move, for about so many simulated games. */
void planner_think(const struct scenario *sc, const struct view *view,
                   const struct disposition *after, uint64_t dice, int simulations,
                   struct world_source source, struct thought *out);

/* The move of a temperature, in tenths of a point: the best one at 0; else one of those that are less
 * than so much worse, the nearer to the best the more likely. `dice` are those of the thought. */
int planner_pick(const struct thought *thought, int temperature, uint64_t dice);

/* What a planner is after in a scenario: what its character is, or the score where the scenario has
 * no such character. Borrowed from the scenario. */
const struct disposition *planner_after(const struct minister *self, const struct scenario *sc);

#endif
