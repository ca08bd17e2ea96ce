/* row.c: the interpreter of rows, for many games. */
#include "core/batch/rows.h"

#include "core/bits.h"

/* ---- changing ---- */

static void add(struct batch *b, int slot, const union lanes *delta, const union lanes *yes)
{
    const struct slot_limit *limit = &b->sc->compiled.limit[slot];
    lanes_add_within(&b->slot[slot], delta, yes, limit->lo, limit->hi);
}

void batch_change(struct batch *b, int slot, int delta, const union lanes *yes)
{
    union lanes all;
    lanes_fill(&all, delta);
    add(b, slot, &all, yes);
}

enum { MOST = 2 * MAX_AMOUNT + 1 }; /* no range is wider: more than that is as much as that */

static void through_curve(const struct slot_limit *limit, const union lanes *restrict value,
                          const union lanes *restrict amount, union lanes *restrict delta)
{
    for (int i = 0; i < LANES; i++) {
        const int16_t *line = amount->of[i] > 0 ? limit->gain : limit->loss;
        const int by = batch_nearest(amount->of[i] * (line[0] + line[1] * value->of[i]), 100);
        delta->of[i] = (int16_t)(by < -MOST ? -MOST : by > MOST ? MOST : by);
    }
}

static int size_of(int number)
{
    return number < 0 ? -number : number;
}

/* The same for one amount, in a third of the time, where 16 bits hold the numbers. False: they do not. */
static bool through_one_curve(const struct slot_limit *limit, const union lanes *restrict value,
                              int amount, union lanes *restrict delta)
{
    const int16_t *line = amount > 0 ? limit->gain : limit->loss;
    const int most = size_of(limit->lo) > limit->hi ? size_of(limit->lo) : limit->hi;
    if (size_of(amount * line[0]) + size_of(amount * line[1]) * most >= INT16_MAX - 50) {
        return false;
    }
    const int16_t at_0 = (int16_t)(amount * line[0]), slope = (int16_t)(amount * line[1]);
    for (int i = 0; i < LANES; i++) {
        const int16_t sum = (int16_t)(at_0 + (int16_t)(slope * value->of[i]));
        const int16_t sign = (int16_t)(sum >> 15);
        const uint16_t size = (uint16_t)((uint16_t)((sum ^ sign) - sign) + 50u);
        const uint16_t by = (uint16_t)((uint16_t)((size * 5243u) >> 16) >> 3); /* size / 100 */
        delta->of[i] = (int16_t)((by ^ sign) - sign);
    }
    return true;
}

static void delta_of(const struct batch *b, const struct op *op, int slot,
                     const union lanes *amount, union lanes *delta)
{
    const struct slot_limit *limit = &b->sc->compiled.limit[slot];
    const union lanes *value = &b->slot[slot];
    if (op->verb == OP_SET) {
        LANES_EACH (i) {
            delta->part[i] = amount->part[i] - value->part[i];
        }
    } else if (op->verb == OP_ADD && !limit->curved) {
        *delta = *amount;
    } else if (op->verb == OP_ADD) {
        const bool one = b->sc->amount[op->amount].terms == 0;
        if (!one || !through_one_curve(limit, value, amount->of[0], delta)) {
            through_curve(limit, value, amount, delta);
        }
    } else {
        for (int i = 0; i < LANES; i++) {
            const int away = amount->of[i] - value->of[i];
            delta->of[i] = (int16_t)(away > 0 ? away / op->below : -(-away / op->above));
        }
    }
}

static void change_slot(struct batch *b, const struct op *op, int slot, const union lanes *amount,
                        const union lanes *yes)
{
    union lanes delta;
    delta_of(b, op, slot, amount, &delta);
    add(b, slot, &delta, yes);
}

static void change_field(struct batch *b, const struct op *op, const union lanes *amount,
                         const union lanes *yes)
{
    union lanes *field = &b->field[b->case_at][op->target.index];
    for (int i = 0; i < LANES; i++) {
        const int value = op->verb == OP_SET ? amount->of[i] : field->of[i] + amount->of[i];
        const int kept = value < 0 ? 0 : value >= MAX_CONFIDENCE ? MAX_CONFIDENCE - 1 : value;
        field->of[i] = (int16_t)(yes->of[i] ? kept : field->of[i]);
    }
}

/* A number of a party: in some games the first's, in the others the second's. */
static void change_pair(struct batch *b, const struct op *op, const union lanes *amount,
                        const union lanes *second, bool flip, const union lanes *yes)
{
    union lanes there, here;
    lanes_and(&there, yes, second);
    lanes_less(&here, yes, second);
    change_slot(b, op, op->target.index + flip, amount, &here);
    change_slot(b, op, op->target.index + !flip, amount, &there);
}

/* The usual case: a number is added to a slot that has no curve. */
static bool add_one(struct batch *b, const struct op *op, const union lanes *yes)
{
    const struct amount *a = &b->sc->amount[op->amount];
    const struct slot_limit *limit = &b->sc->compiled.limit[op->target.index];
    if (op->verb != OP_ADD || a->terms > 0 || limit->curved || op->target.who == WHO_CASE) {
        return false;
    }
    const int value = a->base < a->min ? a->min : a->base > a->max ? a->max : a->base;
    union lanes *slot = &b->slot[op->target.index];
    const int who = op->target.who;
    if (who == WHO_SHARED || who == WHO_FIRST || who == WHO_SECOND) {
        lanes_add_one(slot + (who == WHO_SECOND), value, yes, limit->lo, limit->hi);
        return true;
    }
    const union lanes *second = who == WHO_OWN || who == WHO_OTHER ? &b->own : &b->victim;
    const bool flip = who == WHO_OTHER || who == WHO_SUSPECT;
    lanes_add_pair(slot + flip, slot + !flip, value, yes, second, limit->lo, limit->hi);
    return true;
}

static void change_number(struct batch *b, const struct op *op, const union lanes *yes)
{
    if (add_one(b, op, yes)) {
        return;
    }
    union lanes amount;
    batch_amount(b, op->amount, &amount);
    switch (op->target.who) {
    case WHO_SHARED:
    case WHO_FIRST:
        change_slot(b, op, op->target.index, &amount, yes);
        break;
    case WHO_SECOND:
        change_slot(b, op, op->target.index + 1, &amount, yes);
        break;
    case WHO_CASE:
        change_field(b, op, &amount, yes);
        break;
    case WHO_OWN:
    case WHO_OTHER:
        change_pair(b, op, &amount, &b->own, op->target.who == WHO_OTHER, yes);
        break;
    default:
        change_pair(b, op, &amount, &b->victim, op->target.who == WHO_SUSPECT, yes);
        break;
    }
}

static void run_op(struct batch *b, const struct op *op, const union lanes *yes)
{
    switch (op->verb) {
    case OP_REVEAL:
        batch_reveal(b, yes);
        break;
    case OP_RETRACE:
        batch_retrace(b, yes);
        break;
    case OP_INSPECT:
        batch_inspect(b, yes);
        break;
    case OP_PROMISE:
        batch_promise(b, op->target.index, yes);
        break;
    case OP_BREAK:
        batch_break(b, op->target.index, yes);
        break;
    default:
        change_number(b, op, yes);
        break;
    }
}

static void run_ops(struct batch *b, int first, int count, const union lanes *yes)
{
    if (count > 0 && lanes_any(yes)) {
        for (int i = 0; i < count; i++) {
            run_op(b, &b->sc->op[first + i], yes);
        }
    }
}

/* ---- rows ---- */

/* The key of lucky() in core/row.c. */
static void draw_lucky(const struct batch *b, int index, const union lanes *yes, union lanes *out)
{
    union lanes percent;
    batch_amount(b, b->sc->row[index].chance, &percent);
    lanes_fill(out, 0);
    BATCH_EACH (lane, lanes_set(yes)) {
        const int own = b->own.of[lane] & 1;
        const int element = (((b->case_at + 1) * MAX_PARTIES + own) << 11) | index;
        const bool so = rng_percent(b->luck[lane], b->round, DRAW_ROW, element, percent.of[lane]);
        out->of[lane] = so ? -1 : 0;
    }
}

static void wait(struct batch *b, int index, const union lanes *yes)
{
    const int round = b->round + b->sc->row[index].delay;
    if (round > b->sc->rounds) {
        return;
    }
    BATCH_EACH (lane, lanes_set(yes)) {
        if (b->pendings[lane] < MAX_PENDING) {
            b->pending[lane][b->pendings[lane]++] =
                (struct pending){ .row = (uint16_t)index,
                                  .own = (int8_t)(b->own.of[lane] & 1),
                                  .case_at = (int8_t)b->case_at,
                                  .round = (uint16_t)round };
        }
    }
}

/* Does its operations, by chance the others. */
static void fire(struct batch *b, int index, const union lanes *yes)
{
    const struct row *row = &b->sc->row[index];
    if (!row->chance) {
        run_ops(b, row->first_op, row->ops, yes);
        return;
    }
    union lanes lucky, not ;
    draw_lucky(b, index, yes, &lucky);
    lanes_less(&not, yes, &lucky);
    run_ops(b, row->first_op, row->ops, &lucky);
    run_ops(b, row->first_else, row->elses, &not );
}

static void run_row(struct batch *b, int index, const union lanes *yes)
{
    union lanes hold;
    batch_holds(b, b->sc->row[index].when, yes, &hold);
    if (!lanes_any(&hold)) {
        return;
    }
    if (b->sc->row[index].delay) {
        wait(b, index, &hold);
    } else {
        fire(b, index, &hold);
    }
}

void batch_run(struct batch *b, struct rows rows, const union lanes *yes)
{
    if (rows.count == 0 || !lanes_any(yes)) {
        return;
    }
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        if (!b->sc->row[i].each) {
            run_row(b, i, yes);
            continue;
        }
        const union lanes own = b->own;
        for (int p = 0; p < MAX_PARTIES; p++) {
            batch_turn(b, p);
            run_row(b, i, yes);
        }
        b->own = own;
    }
}

void batch_odds(const struct batch *b, struct rows rows, union lanes *out)
{
    union lanes percent, hold;
    lanes_fill(out, 0);
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        batch_holds(b, b->sc->row[i].when, &b->goes_on, &hold);
        batch_amount(b, b->sc->row[i].chance, &percent);
        LANES_EACH (k) {
            out->part[k] += percent.part[k] & hold.part[k];
        }
    }
}

/* ---- later ---- */

static void run_late(struct batch *b, int lane, struct pending due)
{
    union lanes one, hold;
    lanes_fill(&one, 0);
    one.of[lane] = -1;
    if (due.case_at >= 0) {
        batch_about(b, due.case_at);
    }
    b->case_at = due.case_at;
    batch_turn(b, due.own);
    batch_holds(b, b->sc->row[due.row].when, &one, &hold);
    if (lanes_any(&hold)) {
        fire(b, due.row, &hold);
    }
}

static void run_due(struct batch *b, int lane)
{
    struct pending due[MAX_PENDING];
    struct pending *pending = b->pending[lane];
    int dues = 0, kept = 0;
    for (int i = 0; i < b->pendings[lane]; i++) {
        if (pending[i].round > b->round) {
            pending[kept++] = pending[i];
        } else {
            due[dues++] = pending[i];
        }
    }
    b->pendings[lane] = (uint8_t)kept; /* first, so that what runs may wait again */
    for (int i = 0; i < dues; i++) {
        run_late(b, lane, due[i]);
    }
}

void batch_run_pending(struct batch *b)
{
    const int case_at = b->case_at;
    const union lanes own = b->own;
    BATCH_EACH (lane, lanes_set(&b->goes_on)) {
        if (b->pendings[lane] > 0) {
            run_due(b, lane);
        }
    }
    b->case_at = case_at;
    b->own = own;
}
