/* proof.h: how far a proof goes, and over which scenarios.
 *
 * The same test is quick in the ordinary run and thorough in tests/long: the environment variable
 * PROOF_GAMES says how many games it plays instead of its usual number. */
#ifndef TESTS_PROOF_H
#define TESTS_PROOF_H

#include "core/scenario.h"

/* PROOF_GAMES, or `usual` where it is not set; fails the test where it is no number above 0. */
int proof_games(int usual);

/* The shipped scenarios (scenarios/NAME.json) in the order of their names, then tests/small; NULL
 * past the last. Loaded by support_scenario, so never free it. */
const struct scenario *proof_scenario(int index);

/* How many of them are shipped. */
int proof_shipped(void);

#endif
