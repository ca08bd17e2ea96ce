/* resumed.h: a game that is saved to a file of the test's own and read again. How a save reaches the
 * disk is tests/unit/test_transcript.c. */
#ifndef TESTS_RESUMED_H
#define TESTS_RESUMED_H

#include "match/match.h"

/* For cmocka's setup and teardown of a group: the file. */
int resumed_begin(void **state);
int resumed_end(void **state);

/* The game as it is read again, in every decision the same; the caller frees it. */
struct match *resumed(const struct match *m);

#endif
