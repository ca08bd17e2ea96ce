/* rows.h: the inside of a batch, and what its parts do for each other; of no use to anybody else.
 *
 * Each function here is the namesake of one in row.h, case.h or commitment.h, for all games with a yes
 * in `yes` at once. */
#ifndef CORE_BATCH_ROWS_H
#define CORE_BATCH_ROWS_H

#include "core/batch/batch.h"
#include "core/bits.h"
#include "core/batch/lanes.h"
#include "core/rng.h"

_Static_assert((int)BATCH_GAMES == (int)LANES, "a game is a lane");
struct batch {
    const struct scenario *sc;
    uint64_t luck[LANES];
    int round, place_at; /* of all games that go on */
    int case_at, cases;  /* likewise: the case at hand, cases so far */
    uint8_t case_round[MAX_ROUNDS];
    union lanes slot[MAX_SLOTS];
    union lanes field[MAX_ROUNDS][FIELD_COUNT];
    union lanes own, victim; /* yes: the second party is own, is victim of the case at hand */
    union lanes goes_on;
    union lanes place, side, case_count;
    union lanes last[MAX_PARTIES][MAX_BEATS];
    union lanes pick[MAX_PARTIES], said[MAX_ROUNDS][MAX_PARTIES];
    union lanes again[MAX_MOVES]; /* yes: made in this round */
    uint64_t struck[LANES][MAX_INCIDENTS / 64];
    uint8_t pendings[LANES];
    struct pending pending[LANES][MAX_PENDING];
    union lanes decisions;
};

/* For each lane of a set of bits. */
#define BATCH_EACH(lane, bits)                                                            \
    for (uint64_t lane##_left = (bits); lane##_left != 0; lane##_left &= lane##_left - 1) \
        for (int(lane) = bits_first(lane##_left), once = 1; once; once = 0)

/* ---- read.c ---- */

/* Makes the first (0) or second (1) party own in all games, or the victim of a case, which is then at
 * hand. */
void batch_turn(struct batch *b, int own);
void batch_about(struct batch *b, int case_at);

/* Those of `yes` in whose game the condition holds. */
void batch_holds(const struct batch *b, int when, const union lanes *yes, union lanes *out);
const union lanes *batch_number(const struct batch *b, struct ref ref, union lanes *room);
void batch_amount(const struct batch *b, int amount, union lanes *out);

/* ---- row.c ---- */

void batch_run(struct batch *b, struct rows rows, const union lanes *yes);
void batch_odds(const struct batch *b, struct rows rows, union lanes *out);
void batch_run_pending(struct batch *b);
void batch_change(struct batch *b, int slot, int delta, const union lanes *yes);

/* ---- move.c ---- */

/* Asks those who decide at that beat, and plays what they choose; a game whose beat stays open comes
 * to it again. */
void batch_beat(struct batch *b, int beat, batch_choose choose, void *who);

/* ---- batch.c ---- */

void batch_look_for_ending(struct batch *b);

/* ---- case.c ---- */

void batch_arrive(struct batch *b);
void batch_retrace(struct batch *b, const union lanes *yes);
void batch_inspect(struct batch *b, const union lanes *yes);
void batch_reveal(struct batch *b, const union lanes *yes);
void batch_expose(struct batch *b);
void batch_settle(struct batch *b);

/* ---- commitment.c ---- */

void batch_sign(struct batch *b, int commitment, const union lanes *yes);
void batch_promise(struct batch *b, int commitment, const union lanes *yes);
void batch_break(struct batch *b, int commitment, const union lanes *yes);
void batch_upkeep(struct batch *b);
void batch_look(struct batch *b, const union lanes *yes);
void batch_age(struct batch *b);

/* ---- shared ---- */

/* As in core/row.c: the nearest integer to a / b, halves away from zero; b > 0. */
static inline int batch_nearest(int a, int b)
{
    return (a + (a < 0 ? -(b / 2) : b / 2)) / b;
}

static inline int batch_draw(const struct batch *b, int lane, int round, enum purpose purpose,
                             int element, int n)
{
    return rng_draw(b->luck[lane], round, purpose, element, n);
}

#endif
