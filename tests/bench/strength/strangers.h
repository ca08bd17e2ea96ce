/* strangers.h: ministers that exist here only.
 *
 * No planner has a picture of them: they stand for those that nobody here has seen. Generic, as the
 * scripts are: they go by families, dates, numbers and agreements, and leave the move to the habits
 * of the scenario, or pick it evenly. Each keeps the promise of minister.h. */
#ifndef STRENGTH_STRANGERS_H
#define STRENGTH_STRANGERS_H

#include "minister/minister.h"

enum { MAX_STRANGERS = 32 };

/* Fills in all of them; returns how many. */
int strangers_all(struct minister *out);

#endif
