/* swap_state.h: a state with everything swapped that one side may not know.
 *
 * Only of the present: what becomes of a whole game is in swap.h. */
#ifndef TESTS_SWAP_STATE_H
#define TESTS_SWAP_STATE_H

#include "core/rng.h"
#include "core/state.h"

/* A copy in which everything hidden from the party has become something else: the truth, traces and
 * files it does not see, numbers, delays, and what the other side did in this round out of sight. */
struct state swap_state(const struct scenario *sc, const struct state *s, int party,
                        struct dice *dice);

#endif
