/* parts.h: the parts of the examination: each plays its games and adds its figures. */
#ifndef HEALTH_PARTS_H
#define HEALTH_PARTS_H

#include "measures.h"
#include "report.h"
#include "roster.h"

struct study {
    const struct measures *measures;
    const struct roster *roster;
    struct report *report;
    uint64_t seed;
    int jobs;
    int64_t cell_games, random_games, planner_games, self_games, states, worlds;
};

/* -1: out of memory. */
int part_random(const struct study *s);
int part_family(const struct study *s);
int part_field(const struct study *s);
int part_planner(const struct study *s);
int part_self(const struct study *s);
int part_dominance(const struct study *s);

#endif
