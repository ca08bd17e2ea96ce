/* bet_world.h: a bet in the making, and the worlds it is asked in. Private to bet*.c.
 *
 * A world is a culprit that fits what the party knows of the case. */
#ifndef MATCH_BET_WORLD_H
#define MATCH_BET_WORLD_H

#include "match/bet_line.h"
#include "match/know.h"

enum { SURE, FIRST, SECOND, PER_MILLE = 1000 };

struct world {
    int culprit; /* or -1: no case */
    int class;   /* FIRST or SECOND */
    int weight;  /* per mille */
};

struct bettor {
    const struct narrator *n;
    struct view view;               /* as if the move had been made */
    int party, case_at, beat, move; /* move -1: no single move */
    bool claims;
    bool two_faced; /* the other side's words have a form that cannot be told from them */
    int sure;       /* group of what is sure */
    int worlds;
    struct world world[MAX_CULPRITS];
    bool reveals; /* rows that run when the truth comes out */
    int at_once;  /* per cent: the move itself brings it out */
    int odds;     /* of that, per cent a round */
    struct table_bet *out;
    struct bet_outlook *outlook;
};

/* A knower for `own` who supposes what the worlds say. */
struct knower bet_knower(struct bettor *b, int own);

/* The fields of the case at hand. */
int16_t *bet_fields(struct bettor *b);

/* Makes this culprit the truth of the case, and judges the words by it. */
void bet_suppose(struct bettor *b, const struct world *w);

/* Finds the worlds and weighs them by belief (of the victim) or by the incident (of the suspect).
 * Without a case there is one. */
void bet_find_worlds(struct bettor *b);

#endif
