/* check_tests.h: `backchannel check --tests`: the tests of scenarios, played and told of. */
#ifndef COMMAND_CHECK_TESTS_H
#define COMMAND_CHECK_TESTS_H

#include "json/finding.h"
#include "json/json_write.h"

#include <stdbool.h>

struct check_tests {
    const char *transcripts;    /* every game is written down in this folder; NULL: none is */
    int played, failed;         /* tests */
    struct buffer again;        /* a line for each that failed: how to see its game */
    struct json_writer results; /* one object a test, in an array that is not closed */
};

struct check_tests check_tests_init(void);
void check_tests_clear(struct check_tests *t);

/* Reads the tests of the scenario at `path` that lie in the file `tests`, and plays them unless
 * something is wrong with them. What is wrong and what does not hold become findings. Returns an exit
 * code: EXIT_FINE, or why nothing more can be done. */
int check_tests_run(struct check_tests *t, const char *path, const char *tests,
                    struct findings *findings);

/* For people, after the findings: how many there were, and how to see the games that failed. */
void check_tests_say(struct check_tests *t);

/* For programs: one JSON object with the findings and what came of each test; false when memory is
 * out. */
bool check_tests_print(struct check_tests *t, const struct findings *findings);

#endif
