/* load_tests.h: the names in a scenario's tests; see scenario_tests.h. */
#ifndef CONTENT_LOAD_TESTS_H
#define CONTENT_LOAD_TESTS_H

#include "content/load.h"
#include "content/scenario_tests.h"

/* Reads seats, scripted moves and steps of a test, whose other members have been looked at, against
 * the scenario that has just been loaded. What is wrong is reported in `findings`. */
void load_tests(struct load *load, struct scenario_test *test, struct findings *findings);

#endif
