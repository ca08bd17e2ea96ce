/* bet_world.h: a bet in the making, and the worlds it is asked in. Private to bet*.c.
 *
 * A world is a culprit that fits what the party knows of the case, and, where the other side's
 * words have several forms that look alike, the form that was meant. */
#ifndef MATCH_BET_WORLD_H
#define MATCH_BET_WORLD_H

#include "match/bet_line.h"
#include "match/know.h"

enum { SURE, FIRST, SECOND, PER_MILLE = 1000, BET_FORMS = 4, BET_WORLDS = 4 * MAX_CULPRITS };

struct world {
    int culprit; /* or -1: no case */
    int form;    /* index into bettor.form */
    int group;   /* FIRST: guilty, SECOND: not */
    int weight;  /* per mille */
};

struct bettor {
    const struct narrator *n;
    struct view view;               /* as if the move had been made */
    int party, case_at, beat, move; /* move -1: no single move */
    bool claims;
    int doubt; /* place of the words that have several forms, or -1 */
    int forms; /* at least 1 */
    int form[BET_FORMS];
    int sure; /* group of what is sure */
    int worlds;
    struct world world[BET_WORLDS];
    int only_place, only_move; /* rows count only where this was really done there; NONE: all */
    bool reveals;              /* rows that run when the truth comes out */
    int at_once;               /* per cent: the move itself brings it out */
    int odds;                  /* of that, per cent a round */
    struct table_bet *out;
};

/* A knower for `own` who supposes what the worlds say. */
struct knower bet_knower(struct bettor *b, int own);

/* The fields of the case at hand. */
int16_t *bet_fields(struct bettor *b);

/* Makes this world the truth of the case, and judges the words by it. */
void bet_suppose(struct bettor *b, const struct world *w);

/* Finds the worlds and weighs them by belief (of the victim) or by the incident (of the suspect);
 * forms are as likely. Without a case there is one. */
void bet_find_worlds(struct bettor *b);

/* Adds what a list of rows may do to the bet, run for `own`. (bet_row.c) */
void bet_add_rows(struct bettor *b, int own, struct rows rows);

#endif
