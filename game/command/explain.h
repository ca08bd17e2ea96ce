/* explain.h: a game's because-ledger, as `backchannel explain` gives it: every change of every
 * number, decision by decision, with its cause.
 *
 * Each decision of a minister has its reason beside it (match/motive.h). For one side it says only
 * what that side could know when it happened; for WHY_TRUTH everything, hidden numbers included and
 * marked so. */
#ifndef COMMAND_EXPLAIN_H
#define COMMAND_EXPLAIN_H

#include "match/motive.h"
#include "match/why.h"

/* A decision as it may be told. */
struct explain_step {
    const struct step *step;
    bool shown;       /* false: nothing of it may be told, unless it moved a number in sight */
    int number;       /* 0: not to be told, since the other side decides out of sight too */
    const char *move; /* as it was or as it looked; "" while it is a secret */
    const struct motive *motive; /* why, where that may be told; or NULL */
};

struct explain_round {
    const char *date, *title; /* title: of the incident, else of the kind of round */
    int case_at;              /* or -1 */
    bool known;               /* the truth of the case may be told: */
    const char *culprit;      /* its title, or "" */
};

/* All that is told, ready before anything is printed. */
struct explain {
    const struct match *m;
    const struct scenario *sc;
    int side;        /* a party, or WHY_TRUTH */
    int first, last; /* rounds */
    struct pool pool;
    struct view view; /* as things stand: the side's, or all */
    struct why_line *line;
    int lines;
    struct explain_step *step;                  /* match_steps of them */
    struct explain_round round[MAX_ROUNDS + 1]; /* by number */
};

/* Is the line one of this round's beginning, before its first decision? */
bool explain_is_beginning(const struct explain *e, const struct why_line *line);

/* Is there anything to tell of a decision in a round? */
bool explain_has_step(const struct explain *e, int index, int round);

/* Where a number stood before and after what is told of a round. False: it did not move. */
bool explain_sum(const struct explain *e, int round, int slot, int *from, int *to);

/* Is the number kept from one side at least? */
bool explain_is_hidden(const struct explain *e, int slot);

/* Prints the whole on stdout, of all rounds or (not 0) of one. False: memory is out. */
bool explain_print(const struct match *m, int side, int round, bool json);

void explain_text(const struct explain *e);
void explain_reason(const struct explain *e,
                    const struct explain_step *told); /* explain_reason.c */
char *explain_json(const struct explain *e);          /* malloc'ed, or NULL */

#endif
