/* support.h: what the tests of the rules share. */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include "core/round.h"

/* A shipped scenario ("pentagon-2012") or one of tests/scenarios ("tests/small"); fails the test
 * with the findings on stderr when it does not load. Loaded once, kept until the program ends. */
const struct scenario *support_scenario(const char *name);

/* The text of tests/small, with an end; the caller frees it. */
char *support_small_text(void);

/* tests/small with every `from` made `to`; the caller frees it. Fails the test where there is none
 * to change, or where the result does not load. */
struct scenario *support_small_with(const char *from, const char *to);

/* tests/small where nobody decides anything in rounds 1 and 2; all rounds bring an incident, the
 * first the severe one. The caller frees it. */
struct scenario *support_small_skipping(void);

/* A legal move by dice. */
int support_random_move(const struct scenario *sc, const struct state *s, struct dice *dice);

/* Plays `decisions` random decisions from the start (fewer when the game ends before). */
void support_random_state(const struct scenario *sc, uint64_t luck, int decisions, struct state *s);

#endif
