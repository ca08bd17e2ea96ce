/* position.h: one decision, and what each of its moves is worth.
 *
 * A position is met in a game between two scripts. Its side imagines worlds that fit its view; in
 * each every legal move is tried with the same luck, the other chair holds the script that really
 * sits there, and its own side goes on as `generous`. */
#ifndef STUDY_POSITION_H
#define STUDY_POSITION_H

#include "command/study/measures.h"

#include "core/rng.h"

enum { HALVES = 2 };

struct position {
    struct state state; /* side to move: state.side */
    int opponent;       /* the script in the other chair */
    /* Where it was met. */
    uint64_t seed; /* game 0 of it */
    int script[MAX_PARTIES];
    int number; /* of the decision, from 1 */
};

/* All decisions of one round that have two legal moves, and how the round came about. */
enum { ROUND_DECISIONS = 16 };
struct whole_round {
    int count;
    struct position at[ROUND_DECISIONS];
    struct state before; /* before the last decision of the round before it */
    int move;            /* what was chosen then; -1: it is the first round */
};

struct values {
    int count;
    int move[MAX_LEGAL];
    int64_t sum[MAX_LEGAL][HALVES]; /* of own utility at the end, tenths of a point, by every
                                       other world */
};

/* A decision of some game between scripts with at least two legal moves; each decision of each
 * game is as likely. The games are those of `seed` and of seeds that follow. */
void position_draw(const struct measures *m, uint64_t seed, struct dice *dice,
                   struct position *out);

/* A round of some such game between scripts, each round of the calendar as likely, that has such
 * a decision. */
void position_round(const struct measures *m, uint64_t seed, struct dice *dice,
                    struct whole_round *out);

void position_value(const struct measures *m, const struct position *p, uint64_t key, int worlds,
                    struct values *out);

/* The sum of one half, or of all where half is HALVES. */
int64_t values_sum(const struct values *v, int at, int half);
/* The best and the second by such sums; of equals the first. Needs two moves. */
void values_best(const struct values *v, int half, int *best, int *second);

#endif
