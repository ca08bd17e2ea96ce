/* ministers.h: who can sit at the table: one function a minister.
 *
 * Each is a `choose` of minister.h and keeps what is promised there. */
#ifndef MINISTER_MINISTERS_H
#define MINISTER_MINISTERS_H

#include "minister/minister.h"

int random_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                  uint64_t dice);
int greedy_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                  uint64_t dice);
int planner_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                   uint64_t dice);

#endif
