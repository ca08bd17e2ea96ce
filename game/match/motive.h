/* motive.h: why a minister did what it did, worked out again from the record of a game.
 *
 * A planner's choice is a function of what its side knew and of dice that the record gives back, so
 * its reason needs no place in a transcript. Nothing is told of the choices of people, of programs
 * from outside, of defaults, and of a planner that would choose otherwise now. This is for when
 * nothing is hidden any more: it tells what one side thought. */
#ifndef MATCH_MOTIVE_H
#define MATCH_MOTIVE_H

#include "match/match.h"
#include "match/narrate.h"
#include "minister/reason.h"

struct motive {
    bool thought; /* a planner chose between two moves at least: */
    struct reason reason;
    bool guilty; /* where the reason has a belief: whether it was the suspect, and who */
    int culprit;
    const char *name, *line; /* of a minister that follows one idea; else NULL */
};

/* False: there is nothing to tell. */
bool motive_of(const struct match *m, const struct step *step, struct motive *out);

/* The id of a part of a worth: "ending", "mandate", "lie", or the number of the party's that it
 * weighs: "trust", "standing.us". Written to `out`, cut to `size`. */
void motive_part_id(const struct scenario *sc, int party, int part, char *out, size_t size);
/* Its name as the party of the narrator's view reads it: "how it ends", "Trust". */
const char *motive_part(const struct narrator *n, int party, int part);

/* The numbers on the table that a reason's two moves are expected to move most differently, in
 * their order: slots; returns how many. */
enum { MOTIVE_EFFECTS = 3 };
int motive_effects(const struct scenario *sc, const struct reason *reason,
                   int slot[MOTIVE_EFFECTS]);
/* The expected change of each by one of the moves: "Trust +1.2; Crisis –3.4". */
const char *motive_effect(const struct narrator *n, const struct reason *reason, int which,
                          const int *slot, int count);

/* Tenths with their sign: "+1.2", "–3.4", "0". */
const char *motive_tenths(struct pool *pool, int tenths);

#endif
