/* planner.h: the minister that looks ahead.
 *
 * It imagines worlds that fit its view, seats a script in the other chair in each, plays every
 * candidate to the end of the game and drops the worse half of the candidates, again and again,
 * until the budget is spent (sequential halving). A candidate is a first move and the script that
 * goes on from it; all candidates meet the same worlds and the same luck, so that only the moves
 * differ. Integers only; no memory but the stack. */
#ifndef MINISTER_PLANNER_H
#define MINISTER_PLANNER_H

#include "minister/belief.h"

/* Where worlds come from: fills in a state that fits the view, with script number `opponent` in the other chair,
 * and returns the luck of what is to come. The dice are the world's own. */
struct planner_source {
    uint64_t (*world)(const void *context, const struct scenario *sc, const struct view *view,
                      const struct belief *belief, int opponent, struct dice *dice,
                      struct state *out);
    const void *context;
};

/* Worlds by belief_determinise, luck by the dice: all that an honest planner has. */
uint64_t planner_imagine(const void *context, const struct scenario *sc, const struct view *view,
                         const struct belief *belief, int opponent, struct dice *dice,
                         struct state *out);

/* The move of view->party, who is to move, after about so many simulated games. */
int planner_decide(const struct scenario *sc, const struct view *view, uint64_t dice,
                   int simulations, struct planner_source source);

#endif
