/* row.h: the interpreter of rows, and the only code that moves a meter.
 *
 * A context is a state seen from one party and one case. Every change of a slot that holds a
 * meter or a commitment goes through row_change(), which clamps it to its range and, when a
 * ledger is attached, records the cause: the causes sum exactly to the change, always. */
#ifndef CORE_ROW_H
#define CORE_ROW_H

#include "core/rng.h"
#include "core/state.h"

#include <stddef.h>

/* One cause of one change. */
struct change {
    uint8_t slot;
    int16_t amount;
    uint16_t row;   /* whose source and element say why; row 0 is the engine itself */
    int8_t own;     /* party the row ran for */
    int8_t case_at; /* case it was about, or -1 */
};

enum { LEDGER_SIZE = 512 };
/* What one call of round_play did, in order. Memory belongs to the caller. */
struct ledger {
    int count;
    bool full; /* more happened than fits: the last causes of a slot were put together */
    struct change change[LEDGER_SIZE];
    uint64_t ran[MAX_ROWS / 64]; /* a set: rows that did something, if only to no avail */
};

struct context {
    const struct scenario *sc;
    struct state *s;       /* NULL in a reader */
    struct ledger *ledger; /* or NULL */
    uint64_t luck;
    int own, case_at;
    int row; /* running now: the cause */
    const int16_t *base[WHO_COUNT];
};

/* The numbers of the case at hand, for writing. */
static inline int16_t *row_case(const struct context *c)
{
    return c->s->file[c->case_at].field;
}

static inline int row_value(const struct context *c, struct ref ref)
{
    return c->base[ref.who][ref.index];
}

/* Turns the context to the other party's side, or back. */
static inline void row_turn(struct context *c, int own)
{
    c->own = own;
    c->base[WHO_OWN] = c->s->slot + own;
    c->base[WHO_OTHER] = c->s->slot + 1 - own;
}

/* Turns the context to another case and its victim's side. */
static inline void row_about(struct context *c, int case_at)
{
    const int16_t *field = c->s->file[case_at].field;
    const int victim = field[FIELD_VICTIM];
    c->case_at = case_at;
    c->base[WHO_VICTIM] = c->s->slot + victim;
    c->base[WHO_SUSPECT] = c->s->slot + 1 - victim;
    c->base[WHO_CASE] = field;
    row_turn(c, victim);
}

/* Points a context at a state, as seen by party `own`, and at its case `case_at` (-1: none; victim
 * and suspect then mean nothing). Rows that run in it have no luck and no ledger. */
static inline void row_point(struct context *c, const struct scenario *sc, const struct state *s,
                             int own, int case_at)
{
    /* Without a case its numbers are never read (the loader sees to that), only pointed at. */
    const int16_t *field = case_at >= 0 ? s->file[case_at].field : s->slot;
    const int victim = case_at >= 0 ? field[FIELD_VICTIM] : own;
    c->sc = sc;
    c->s = NULL;
    c->ledger = NULL;
    c->luck = 0;
    c->own = own;
    c->case_at = case_at;
    c->row = 0;
    c->base[WHO_SHARED] = c->base[WHO_FIRST] = s->slot;
    c->base[WHO_SECOND] = s->slot + 1;
    c->base[WHO_OWN] = s->slot + own;
    c->base[WHO_OTHER] = s->slot + 1 - own;
    c->base[WHO_VICTIM] = s->slot + victim;
    c->base[WHO_SUSPECT] = s->slot + 1 - victim;
    c->base[WHO_CASE] = field;
}

/* A context for rows to run in. */
struct context row_context(const struct scenario *sc, struct state *s, uint64_t luck,
                           struct ledger *ledger, int own, int case_at);
/* One for reading only: conditions, amounts and odds of a state that must not change. */
struct context row_reader(const struct scenario *sc, const struct state *s, int own, int case_at);

/* `when` 0 always holds. */
bool row_holds(const struct context *c, int when);

/* The conditions of a sieve that may hold, as bits: all but those in `asks` do. Values below 0 cannot
 * be, and count as the last of a column. */
static inline uint64_t row_left(const struct context *c, const struct sieve *sieve)
{
    const struct compiled *k = &c->sc->compiled;
    const struct sieve_column *column = &k->column[sieve->first];
    uint64_t left = sieve->all;
    for (const struct sieve_column *end = column + sieve->columns; column < end; column++) {
        const unsigned value = (unsigned)row_value(c, column->ref), last = column->last;
        left &= k->mask[(size_t)column->first + (value < last ? value : last)];
    }
    return left;
}

/* Those of them that do hold. */
uint64_t row_ask(const struct context *c, const struct sieve *sieve, uint64_t left);

/* The conditions of a sieve that hold. */
static inline uint64_t row_sift(const struct context *c, const struct sieve *sieve)
{
    const uint64_t left = row_left(c, sieve);
    return left & sieve->asks ? row_ask(c, sieve, left) : left;
}

int row_amount(const struct context *c, int amount);
/* Its term number `term` alone. */
int row_term(const struct context *c, int amount, int term);

/* Runs rows in file order; a list may be empty. */
void row_run_some(struct context *c, struct rows rows);
static inline void row_run(struct context *c, struct rows rows)
{
    if (rows.count) {
        row_run_some(c, rows);
    }
}
/* Sum of the chances of the rows that hold, for exposure; 0..100. */
int row_odds(const struct context *c, struct rows rows);
/* Runs delayed rows whose round has come. */
void row_run_pending(struct context *c);

/* What OP_ADD, OP_SET or OP_TOWARD would add to a slot, before its range cuts it: `amount` through
 * the meter's curve, or the way to it. Reads only. */
int row_delta(const struct context *c, const struct op *op, int slot, int amount);

/* Adds to a slot, clamped; records the cause. Returns what was really added. */
int row_change(struct context *c, int slot, int delta);

#endif
