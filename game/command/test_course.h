/* test_course.h: the game of a test while it is played; for test_play.c and test_course.c only.
 *
 * Whatever is not as it must be becomes a finding at its place in the tests file, and the course has
 * failed; what else was asked at the same decision is still looked at. */
#ifndef COMMAND_TEST_COURSE_H
#define COMMAND_TEST_COURSE_H

#include "content/scenario_tests.h"
#include "match/match.h"

struct course {
    const struct scenario_test *test;
    const struct scenario *sc;
    struct match *m;
    struct findings *findings;
    bool failed;
    bool not_meant; /* what is given does not hold */
    bool no_memory;
};

enum { LIST_SIZE = 1024 };

/* Reports that a value of the test is not met; `what` says how it is. */
struct finding *course_fail(struct course *c, const char *code, const struct json_value *value,
                            const char *what);

/* Do all of these hold now? What is about an incident does not where there is none. */
bool course_holds(const struct course *c, struct claims claims);
/* They must. */
void course_claims(struct course *c, struct claims claims);

/* Can the side to move play a move of this name now? */
bool course_possible(const struct course *c, const char *name);
/* The moves it can play, joined by commas; of a beat that picks, the single agreements. */
const char *course_offered(const struct course *c, char out[LIST_SIZE]);
/* What must be offered, and what must not. */
void course_offers(struct course *c, const struct json_value *offers);

/* What the rows of the last move must have added to numbers, of a set those of its agreements. */
void course_does(struct course *c, struct claims claims);

/* A value that is an id or a list of them, one after the other: NULL to begin with and at the end. */
const struct json_value *course_next(const struct json_value *value,
                                     const struct json_value *before);

#endif
