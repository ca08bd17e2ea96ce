/* row.c: the interpreter of rows. */
#include "core/row.h"

#include "core/bits.h"
#include "core/case.h"
#include "core/commitment.h"

#include <string.h>

struct context row_reader(const struct scenario *sc, const struct state *s, int own, int case_at)
{
    struct context c;
    row_point(&c, sc, s, own, case_at);
    return c;
}

struct context row_context(const struct scenario *sc, struct state *s, uint64_t luck,
                           struct ledger *ledger, int own, int case_at)
{
    struct context c;
    row_point(&c, sc, s, own, case_at);
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

uint64_t row_ask(const struct context *c, const struct sieve *sieve, uint64_t left)
{
    for (uint64_t asks = left & sieve->asks; asks; asks &= asks - 1) {
        const int i = bits_first(asks);
        if (!row_holds(c, c->sc->compiled.asked[sieve->when + i])) {
            left &= ~((uint64_t)1 << i);
        }
    }
    return left;
}

/* Nearest integer to a / b, halves away from zero; b > 0. */
static inline int nearest(int a, int b)
{
    return (a + (a < 0 ? -(b / 2) : b / 2)) / b;
}

static int value_of(const struct context *c, const struct term *t)
{
    const int product = row_value(c, t->ref) * t->num;
    return t->den == 1 ? product : nearest(product, t->den);
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
    if (amount == 0 || put_together(l, slot, amount)) {
        return;
    }
    l->change[l->count++] = (struct change){ .slot = (uint8_t)slot,
                                             .amount = (int16_t)amount,
                                             .row = (uint16_t)c->row,
                                             .own = (int8_t)c->own,
                                             .case_at = (int8_t)c->case_at };
}

/* Gives a slot another value within lo..hi; returns what that added. */
static inline int change_to(struct context *c, int16_t *slot, int value, int lo, int hi)
{
    const int before = *slot;
    value = value < lo ? lo : value;
    value = value > hi ? hi : value;
    *slot = (int16_t)value;
    if (c->ledger) { /* and only then: whether it is the same is hard to guess */
        record(c, (int)(slot - c->s->slot), value - before);
    }
    return value - before;
}

int row_change(struct context *c, int slot, int delta)
{
    const struct slot_limit *limit = &c->sc->compiled.limit[slot];
    int16_t *at = &c->s->slot[slot];
    return change_to(c, at, *at + delta, limit->lo, limit->hi);
}

/* The change that an amount means at the meter's present value (Kydd's reassurance: what is
 * scarce is gained slowly near the top, lost quickly from it). */
static int through_curve(const struct slot_limit *limit, int value, int amount)
{
    if (!limit->curved) {
        return amount;
    }
    const int16_t *line = amount > 0 ? limit->gain : limit->loss;
    return nearest(amount * (line[0] + line[1] * value), 100);
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

/* Of the context's own state, which it may write. */
static inline int16_t *target_slot(const struct context *c, const struct op *op)
{
    return (int16_t *)&c->base[op->target.who][op->target.index];
}

static void change_number(struct context *c, const struct op *op)
{
    const int amount = row_amount(c, op->amount);
    if (op->target.who == WHO_CASE) {
        change_field(c, op, amount);
        return;
    }
    int16_t *slot = target_slot(c, op);
    const int delta = row_delta(c, op, (int)(slot - c->s->slot), amount);
    change_to(c, slot, *slot + delta, op->lo, op->hi);
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

/* Most operations change a slot by one number: they are done here, the others by their verb. */
static inline void run_ops(struct context *c, int first, int count)
{
    const struct op *op = &c->sc->op[first];
    for (const struct op *end = op + count; op < end; op++) {
        if (op->kind == KIND_OTHER) {
            run_op(c, op);
            continue;
        }
        int16_t *slot = target_slot(c, op);
        const int value = *slot;
        int delta = op->value;
        if (op->kind == KIND_CURVED) {
            delta = nearest(delta * (op->line[0] + op->line[1] * value), 100);
        }
        change_to(c, slot, (value & op->keep) + delta, op->lo, op->hi);
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

/* Does the operations, or the others. */
static inline void fire(struct context *c, const struct task *task, bool so)
{
    const int count = so ? task->ops : task->elses;
    if (count) {
        note_ran(c, task->row);
        run_ops(c, so ? task->first_op : task->first_else, count);
    }
}

static int percent_of(const struct context *c, const struct task *task)
{
    return task->how & TASK_ODDS ? row_amount(c, c->sc->row[task->row].chance) : task->percent;
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

static void take_own_task(struct context *c, const struct task *task)
{
    if (!(task->how & ~TASK_SIDE)) {
        fire(c, task, true);
        return;
    }
    if ((task->how & TASK_ASKS) && !row_holds(c, c->sc->row[task->row].when)) {
        return;
    }
    if (task->how & TASK_WAITS) {
        wait(c, task->row);
    } else {
        fire(c, task, !(task->how & TASK_CHANCE) || lucky(c, task->row, percent_of(c, task)));
    }
}

static void take_task(struct context *c, const struct task *task)
{
    if (!(task->how & TASK_SIDE)) {
        take_own_task(c, task);
        return;
    }
    const int own = c->own;
    row_turn(c, task->side);
    take_own_task(c, task);
    row_turn(c, own);
}

static inline void run_block(struct context *c, const struct block *block)
{
    const struct task *tasks = &c->sc->compiled.task[block->first_task];
    for (uint64_t left = row_left(c, &block->sieve); left; left &= left - 1) {
        const struct task *task = &tasks[bits_first(left)];
        c->row = task->row;
        if (!task->how) {
            fire(c, task, true);
        } else {
            take_task(c, task);
        }
    }
}

void row_run_some(struct context *c, struct rows rows)
{
    const struct compiled *k = &c->sc->compiled;
    const struct block *block = &k->block[k->block_at[rows.first]];
    const int cause = c->row;
    while (run_block(c, block), !block->last) {
        block++;
    }
    c->row = cause;
}

static int block_odds(const struct context *c, const struct block *block)
{
    const struct task *tasks = &c->sc->compiled.task[block->first_task];
    int sum = 0;
    for (uint64_t left = row_sift(c, &block->sieve); left; left &= left - 1) {
        const struct task *task = &tasks[bits_first(left)];
        sum += percent_of(c, task);
        note_ran(c, task->row);
    }
    return sum;
}

int row_odds(const struct context *c, struct rows rows)
{
    int sum = 0;
    if (rows.count) {
        const struct compiled *k = &c->sc->compiled;
        const struct block *block = &k->block[k->block_at[rows.first]];
        for (sum = block_odds(c, block); !block->last; sum += block_odds(c, ++block)) {
        }
    }
    return sum < 0 ? 0 : sum > 100 ? 100 : sum;
}

/* A row that has waited: its condition is asked, and its chance is taken, now. */
static void run_late(struct context *c, int index)
{
    const struct row *row = &c->sc->row[index];
    const struct task task = { .row = (uint16_t)index,
                               .first_op = row->first_op,
                               .first_else = row->first_else,
                               .ops = row->ops,
                               .elses = row->elses };
    c->row = index;
    if (row_holds(c, row->when)) {
        fire(c, &task, !row->chance || lucky(c, index, row_amount(c, row->chance)));
    }
}

void row_run_pending(struct context *c)
{
    struct state *s = c->s;
    struct pending due[MAX_PENDING];
    int dues = 0, kept = 0;
    if (!s->pendings) {
        return;
    }
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
        run_late(&then, due[i].row);
    }
}
