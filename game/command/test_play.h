/* test_play.h: one test of a scenario, played.
 *
 * A game is played as the test says until something is not as it must be; that becomes a finding at
 * its place in the tests file. Where the test says which game is meant (`given`), games are tried from
 * its number on. */
#ifndef COMMAND_TEST_PLAY_H
#define COMMAND_TEST_PLAY_H

#include "content/scenario_tests.h"
#include "match/match.h"

enum { TEST_GAMES = 10000 }; /* as many are tried */

struct test_result {
    bool passed;
    struct match *m; /* the game as far as it was played; NULL where none was */
};

/* False when memory is out. `out->m` is the caller's in either case. */
bool test_play(const struct scenario_test *test, struct findings *findings,
               struct test_result *out);

#endif
