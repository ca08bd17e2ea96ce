/* row.c: the interpreter of rows. */
#include "core/row.h"

#include "core/case.h"
#include "core/commitment.h"

#include <string.h>

struct context row_reader(const struct scenario *sc, const struct state *s, int own, int case_at)
{
    struct context c = { .sc = sc, .own = own, .case_at = case_at };
    /* Without a case its numbers are never read (the loader sees to that), only pointed at. */
    const int16_t *field = case_at >= 0 ? s->file[case_at].field : s->slot;
    const int victim = case_at >= 0 ? field[FIELD_VICTIM] : own;
    c.base[WHO_SHARED] = s->slot;
    c.base[WHO_OWN] = s->slot + own;
    c.base[WHO_OTHER] = s->slot + 1 - own;
    c.base[WHO_VICTIM] = s->slot + victim;
    c.base[WHO_SUSPECT] = s->slot + 1 - victim;
    c.base[WHO_FIRST] = s->slot;
    c.base[WHO_SECOND] = s->slot + 1;
    c.base[WHO_CASE] = field;
    return c;
}

struct context row_context(const struct scenario *sc, struct state *s, uint64_t luck,
                           struct ledger *ledger, int own, int case_at)
{
    struct context c = row_reader(sc, s, own, case_at);
    c.s = s;
    c.ledger = ledger;
    c.luck = luck;
    return c;
}

/* Both forms of a test at once, without a branch that could be guessed wrongly: scenario_compile()
 * has given ranges a full mask and sets a full range. */
static inline unsigned test_holds(const struct context *c, const struct test *t)
{
    const int value = row_value(c, t->ref);
    const unsigned member = (unsigned)(t->mask >> (value & 63));
    return member & (unsigned)(value >= t->lo) & (unsigned)(value <= t->hi);
}

static bool all_hold(const struct context *c, const struct when *w)
{
    const struct test *t = &c->sc->test[w->first_test];
    unsigned all = 1;
    for (const struct test *end = t + w->tests; t < end; t++) {
        all &= test_holds(c, t);
    }
    return all != 0;
}

static inline bool conjunction_holds(const struct context *c, const struct when *w)
{
    return test_holds(c, &w->first) && (!w->more || all_hold(c, w));
}

bool row_holds(const struct context *c, int when)
{
    const struct when *w = &c->sc->when[when];
    while (!conjunction_holds(c, w)) {
        if (!w->or_next) {
            return false;
        }
        w++;
    }
    return true;
}

/* Nearest integer to a / b, halves away from zero; b > 0. */
static int divide(int a, int b)
{
    return a >= 0 ? (a + b / 2) / b : -((-a + b / 2) / b);
}

static int value_of(const struct context *c, const struct term *t)
{
    const int product = row_value(c, t->ref) * t->num;
    return t->den == 1 ? product : divide(product, t->den);
}

int row_term(const struct context *c, int amount, int term)
{
    return value_of(c, &c->sc->term[c->sc->amount[amount].first_term + term]);
}

int row_amount(const struct context *c, int amount)
{
    const struct amount *a = &c->sc->amount[amount];
    int sum = a->base;
    for (int i = 0; i < a->terms; i++) {
        sum += value_of(c, &c->sc->term[a->first_term + i]);
    }
    return sum < a->min ? a->min : sum > a->max ? a->max : sum;
}

/* The last places are kept for slots that have no cause yet; what else happens then is added to a
 * cause of its slot, so that the sum stays exact whatever a scenario does. */
static bool put_together(struct ledger *l, int slot, int amount)
{
    if (l->count < LEDGER_SIZE - MAX_SLOTS) {
        return false;
    }
    l->full = true;
    for (int i = l->count - 1; i >= 0; i--) {
        if (l->change[i].slot == slot) {
            l->change[i].amount = (int16_t)(l->change[i].amount + amount);
            return true;
        }
    }
    return false;
}

static void record(struct context *c, int slot, int amount)
{
    struct ledger *l = c->ledger;
    if (put_together(l, slot, amount)) {
        return;
    }
    l->change[l->count++] = (struct change){ .slot = (uint8_t)slot,
                                             .amount = (int16_t)amount,
                                             .row = (uint16_t)c->row,
                                             .own = (int8_t)c->own,
                                             .case_at = (int8_t)c->case_at };
}

/* Adds to a slot that stays in lo..hi. */
static inline int add_within(struct context *c, int slot, int delta, int lo, int hi)
{
    const int before = c->s->slot[slot];
    int after = before + delta;
    after = after < lo ? lo : after;
    after = after > hi ? hi : after;
    c->s->slot[slot] = (int16_t)after;
    if (c->ledger && after != before) {
        record(c, slot, after - before);
    }
    return after - before;
}

int row_change(struct context *c, int slot, int delta)
{
    const struct slot_limit *limit = &c->sc->compiled.limit[slot];
    return add_within(c, slot, delta, limit->lo, limit->hi);
}

/* The change that an amount means at the meter's present value (Kydd's reassurance: what is
 * scarce is gained slowly near the top, lost quickly from it). */
static int through_curve(const struct slot_limit *limit, int value, int amount)
{
    if (!limit->curved) {
        return amount;
    }
    const int16_t *line = amount > 0 ? limit->gain : limit->loss;
    return divide(amount * (line[0] + line[1] * value), 100);
}

static int toward(const struct op *op, int value, int level)
{
    return value < level ? (level - value) / op->below : -((value - level) / op->above);
}

static void change_field(struct context *c, const struct op *op, int amount)
{
    int16_t *field = &row_case(c)[op->target.index];
    const int value = op->verb == OP_SET ? amount : *field + amount;
    *field = (int16_t)(value < 0 ? 0 : value >= MAX_CONFIDENCE ? MAX_CONFIDENCE - 1 : value);
}

int row_delta(const struct context *c, const struct op *op, int slot, int amount)
{
    const int value = c->base[WHO_SHARED][slot];
    switch (op->verb) {
    case OP_ADD:
        return through_curve(&c->sc->compiled.limit[slot], value, amount);
    case OP_SET:
        return amount - value;
    default:
        return toward(op, value, amount);
    }
}

static int target_slot(const struct context *c, const struct op *op)
{
    return (int)(c->base[op->target.who] - c->s->slot) + op->target.index;
}

static void change_number(struct context *c, const struct op *op)
{
    const int amount = row_amount(c, op->amount);
    if (op->target.who == WHO_CASE) {
        change_field(c, op, amount);
        return;
    }
    const int slot = target_slot(c, op);
    row_change(c, slot, row_delta(c, op, slot, amount));
}

static void run_op(struct context *c, const struct op *op)
{
    switch (op->verb) {
    case OP_REVEAL:
        case_reveal(c);
        break;
    case OP_RETRACE:
        case_retrace(c);
        break;
    case OP_INSPECT:
        case_inspect(c);
        break;
    case OP_PROMISE:
        commitment_promise(c, op->target.index);
        break;
    case OP_BREAK:
        commitment_break(c, op->target.index);
        break;
    default:
        change_number(c, op);
        break;
    }
}

/* Most operations add a constant: they are done here, the others by their verb. */
static inline void run_ops(struct context *c, int first, int count)
{
    const struct op *op = &c->sc->op[first];
    for (const struct op *end = op + count; op < end; op++) {
        if (op->plain) {
            add_within(c, target_slot(c, op), op->value, op->lo, op->hi);
        } else {
            run_op(c, op);
        }
    }
}

/* A draw for this row, this party and this case: the same whatever else happens. */
static bool lucky(const struct context *c, int row, int percent)
{
    const int element = (((c->case_at + 1) * MAX_PARTIES + c->own) << 11) | row;
    return rng_percent(c->luck, c->s->slot[SLOT_ROUND], DRAW_ROW, element, percent);
}

static void note_ran(const struct context *c, int index)
{
    if (c->ledger) {
        c->ledger->ran[index / 64] |= (uint64_t)1 << (index % 64);
    }
}

static inline void fire(struct context *c, int index)
{
    const struct row *row = &c->sc->row[index];
    const int cause = c->row;
    const bool so = !row->chance || lucky(c, index, row_amount(c, row->chance));
    c->row = index;
    if (so ? row->ops : row->elses) {
        note_ran(c, index);
    }
    run_ops(c, so ? row->first_op : row->first_else, so ? row->ops : row->elses);
    c->row = cause;
}

static void wait(struct context *c, int index)
{
    struct state *s = c->s;
    const int round = s->slot[SLOT_ROUND] + c->sc->row[index].delay;
    if (s->pendings == MAX_PENDING || round > c->sc->rounds) {
        return; /* documented: no more than MAX_PENDING wait at a time */
    }
    s->pending[s->pendings++] = (struct pending){ .row = (uint16_t)index,
                                                  .own = (int8_t)c->own,
                                                  .case_at = (int8_t)c->case_at,
                                                  .round = (uint16_t)round };
}

static inline void run_one(struct context *c, int index)
{
    const struct row *row = &c->sc->row[index];
    if (!row_holds(c, row->when)) {
        return;
    }
    if (row->delay) {
        wait(c, index);
    } else {
        fire(c, index);
    }
}

static void run_each(struct context *c, int index)
{
    const int own = c->own;
    for (int p = 0; p < MAX_PARTIES; p++) {
        row_turn(c, p);
        run_one(c, index);
    }
    row_turn(c, own);
}

void row_run(struct context *c, struct rows rows)
{
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        if (c->sc->row[i].each) {
            run_each(c, i);
        } else {
            run_one(c, i);
        }
    }
}

int row_odds(const struct context *c, struct rows rows)
{
    int sum = 0;
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        const struct row *row = &c->sc->row[i];
        if (!row->when || row_holds(c, row->when)) {
            sum += row_amount(c, row->chance);
            note_ran(c, i);
        }
    }
    return sum < 0 ? 0 : sum > 100 ? 100 : sum;
}

void row_run_pending(struct context *c)
{
    struct state *s = c->s;
    struct pending due[MAX_PENDING];
    int dues = 0, kept = 0;
    for (int i = 0; i < s->pendings; i++) {
        if (s->pending[i].round > s->slot[SLOT_ROUND]) {
            s->pending[kept++] = s->pending[i];
        } else {
            due[dues++] = s->pending[i];
        }
    }
    memset(&s->pending[kept], 0, (size_t)(MAX_PENDING - kept) * sizeof s->pending[0]);
    s->pendings = (int8_t)kept; /* first, so that what runs may wait again */
    for (int i = 0; i < dues; i++) {
        struct context then = row_context(c->sc, s, c->luck, c->ledger, due[i].own, due[i].case_at);
        if (row_holds(&then, c->sc->row[due[i].row].when)) {
            fire(&then, due[i].row);
        }
    }
}
