/* roster.h: who plays the field.
 *
 * Every minister that is shipped, but those that play by lot and the planner, which have games of
 * their own. What kind of policy a script is follows from its temper, not from its name. */
#ifndef STUDY_ROSTER_H
#define STUDY_ROSTER_H

#include "minister/minister.h"

enum { MAX_ROSTER = 32 };

struct entrant {
    struct minister minister;
    bool slow;         /* imagines worlds: fewer games, and none for the shape */
    bool reciprocates; /* leans otherwise where the other side last did otherwise */
    bool constant;     /* leans to one family, whatever happens */
};

struct roster {
    int count;
    struct entrant field[MAX_ROSTER];
    struct minister random, family_random, planner;
};

/* NULL, or a sentence. */
const char *roster_init(struct roster *roster);

/* Its place in the field, or -1. */
int roster_find(const struct roster *roster, const char *name);

#endif
