/* conduct.h: how two sides have treated each other, as both have seen it.
 *
 * One side's account, folded over the moves that were seen, in their order: cases and sets of
 * agreements, never orders that are given in private. Hard is every family but cooperate. */
#ifndef MINISTER_CONDUCT_H
#define MINISTER_CONDUCT_H

#include "core/state.h"

struct conduct {
    int mine, theirs; /* family of the last move seen of each side; cooperate before the first */
    int before;       /* and of the one before theirs */
    int moves;        /* of its own that were seen */
    int hard;         /* of these, the hard ones */
    int affronts;     /* times a kind move of its own met a hard one */
    int rebuffs;      /* times a hard move of its own met a hard one */
    int deeds;        /* acts of the other side against it that came out and were not admitted */
    bool at_fault;    /* its last move was hard where theirs before it had been kind */
};

/* One move that was seen; own: made by the side whose account it is. */
void conduct_note(struct conduct *c, bool own, int family);

/* When a move was seen; case_at: the number of its case, or -1. */
struct occasion {
    int round, beat, case_at;
};

/* Everything seen until now: calls `note` for each move, in order; of choices made blind, that of
 * `own` first. */
struct conduct_reader {
    int own;
    void (*note)(void *context, int mover, int family, struct occasion when);
    void *context;
};
void conduct_read(const struct scenario *sc, const struct state *s, struct conduct_reader reader);

/* The account of `own` in a state. */
struct conduct conduct_of(const struct scenario *sc, const struct state *s, int own);

/* Acts of the other side against `own` that came out, in the rounds from `since` to that of case
 * number `case_at`, in earlier cases, and otherwise than by an admission. */
int conduct_deeds(const struct scenario *sc, const struct state *s, int own, int since,
                  int case_at);

/* Is there one since `own` last opened a case? For case number `case_at`, whose opening is due or
 * was made. */
bool conduct_wronged(const struct scenario *sc, const struct state *s, int own, int case_at);

#endif
