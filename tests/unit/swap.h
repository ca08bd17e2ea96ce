/* swap.h: a game with everything swapped that one side may not know. */
#ifndef TESTS_SWAP_H
#define TESTS_SWAP_H

#include "core/rng.h"
#include "match/match.h"

/* A copy of the game as it stands, in which everything that the party may not know has become
 * something else, in all states and steps so far: hidden numbers, the truth of open cases, traces
 * and files, what the other side meant and ordered, and what moved the hidden numbers. The
 * caller's. */
struct match *swap_match(const struct match *m, int party, struct dice *dice);

#endif
