/* compile.c: what play looks up again and again (compiled.h). */
#include "core/bits.h"
#include "core/compile.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static void compile_limits(struct scenario *sc)
{
    for (int slot = 0; slot < sc->slots; slot++) {
        struct slot_limit *limit = &sc->compiled.limit[slot];
        const int at = sc->slot_meter[slot];
        if (at == NONE) { /* a commitment stands or does not */
            *limit = (struct slot_limit){ .lo = 0, .hi = 1 };
            continue;
        }
        const struct meter *m = &sc->meter[at];
        *limit = (struct slot_limit){
            m->lo, m->hi, m->curved, { m->gain[0], m->gain[1] }, { m->loss[0], m->loss[1] }
        };
    }
}

static void compile_calendar(struct scenario *sc)
{
    memset(sc->compiled.beat_at, -1, sizeof sc->compiled.beat_at);
    for (int r = 0; r < sc->rounds; r++) {
        const struct round_kind *kind = &sc->round_kind[sc->calendar[r]];
        for (int i = 0; i < kind->beats; i++) {
            sc->compiled.beat_at[r][i] = (int8_t)kind->beat[i];
        }
    }
}

/* Slots as they are at the beginning, the drawn ones at their first values. */
static void compile_start(struct scenario *sc)
{
    struct compiled *out = &sc->compiled;
    out->start[SLOT_ACT] = 1;
    out->start[SLOT_ENDING] = NONE;
    for (int p = 0; p < MAX_PARTIES; p++) {
        out->start[SLOT_QUIET + p] = 1;
        out->start[SLOT_MANDATE + p] = NONE;
    }
    for (int i = 0; i < sc->meters; i++) {
        const struct meter *m = &sc->meter[i];
        for (int p = 0; p <= (m->party ? 1 : 0); p++) {
            out->start[m->slot + p] = m->start[p][0];
            if (m->starts[p] > 1) {
                out->drawn[out->drawns++] = (uint8_t)(i * MAX_PARTIES + p);
            }
        }
        if (m->act) {
            out->reset[out->resets++] = (uint8_t)i;
        }
    }
}

/* Factors that are always the same are multiplied once. */
static void compile_culprits(struct scenario *sc)
{
    for (int i = 0; i < sc->culprits; i++) {
        const struct culprit *from = &sc->culprit[i];
        struct weight *to = &sc->compiled.weight[i];
        to->times = 1;
        for (int k = 0; k < from->times; k++) {
            if (from->by[k].levels == 0) {
                to->times *= from->by[k].value[0];
            } else {
                to->by[to->levels++] = (uint8_t)k;
            }
        }
    }
}

static void compile_decks(struct scenario *sc)
{
    for (int i = 0; i < sc->incidents; i++) {
        struct deck *deck = &sc->compiled.deck[sc->incident[i].severe];
        for (int n = 0; n < sc->incident[i].weight; n++) {
            deck->incident[deck->size++] = (uint8_t)i;
        }
    }
}

static void add_pledges(struct pledges *pledges, const struct commitment *k, int commitment)
{
    for (int p = 0; p <= k->promise; p++) {
        pledges->at[pledges->count++] =
            (struct pledge){ (uint8_t)commitment, (uint8_t)p, (uint8_t)(k->slot + p) };
    }
}

static void compile_lists(struct scenario *sc)
{
    struct compiled *out = &sc->compiled;
    for (int i = 0; i < sc->endings; i++) {
        if (!sc->ending[i].last) {
            out->urgent[out->urgents++] = (uint8_t)i;
        }
    }
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *k = &sc->commitment[i];
        add_pledges(&out->given, k, i);
        if (k->can_break || (k->promise && k->can_keep)) {
            add_pledges(&out->watched, k, i);
        }
    }
    for (int tier = 0; tier < sc->tiers; tier++) {
        for (int i = 0; i < sc->culprits; i++) {
            const int says = sc->tier[tier].culprit ? i : sc->culprit[i].from;
            out->tier_values[tier] = (uint16_t)(out->tier_values[tier] | 1u << says);
        }
        out->tier_count[tier] = (uint8_t)bits_count(out->tier_values[tier]);
    }
}

/* See test_holds in row.c. */
static void compile_tests(struct scenario *sc)
{
    for (int i = 0; i < sc->n_tests; i++) {
        struct test *t = &sc->test[i];
        if (t->ids) {
            t->lo = INT16_MIN;
            t->hi = INT16_MAX;
        } else {
            t->mask = UINT64_MAX;
        }
    }
}

/* Fails most often: a test of an id of the case. */
static bool telling(const struct test *t)
{
    const bool flag = t->ref.index == FIELD_GUILTY || t->ref.index == FIELD_SEVERE;
    return t->ref.who == WHO_CASE && (t->ids || flag);
}

static void compile_whens(struct scenario *sc)
{
    const struct test always = { .lo = INT16_MIN, .hi = INT16_MAX, .mask = UINT64_MAX };
    for (int i = 0; i < sc->n_whens; i++) {
        struct when *w = &sc->when[i];
        w->more = w->tests > 1;
        w->first = w->tests > 0 ? sc->test[w->first_test] : always;
        for (int k = 0; k < w->tests && !telling(&w->first); k++) {
            if (telling(&sc->test[w->first_test + k])) {
                w->first = sc->test[w->first_test + k];
            }
        }
    }
}

static int kind_of(const struct op *op, const struct amount *amount, bool curved)
{
    const bool slot = op->verb <= OP_TOWARD && op->target.who != WHO_CASE;
    if (!slot || op->verb == OP_TOWARD || amount->terms > 0) {
        return KIND_OTHER;
    }
    return op->verb == OP_ADD && curved ? KIND_CURVED : KIND_PLAIN;
}

static void compile_op(const struct scenario *sc, struct op *op)
{
    const struct amount *a = &sc->amount[op->amount];
    const struct slot_limit *limit = &sc->compiled.limit[op->target.index];
    const int value = a->base < a->min ? a->min : a->base > a->max ? a->max : a->base;
    const int16_t *line = value > 0 ? limit->gain : limit->loss;
    op->kind = (uint8_t)kind_of(op, a, limit->curved);
    op->keep = op->verb == OP_SET ? 0 : -1;
    op->value = (int16_t)value;
    op->line[0] = line[0];
    op->line[1] = line[1];
    op->lo = limit->lo;
    op->hi = limit->hi;
}

static void compile_ops(struct scenario *sc)
{
    for (int i = 0; i < sc->n_ops; i++) {
        compile_op(sc, &sc->op[i]);
    }
}

/* Every set of `size` members that adds members from `from` on to `set`. */
static void add_picks(struct scenario *sc, int set, int from, int size)
{
    if (size == 0) {
        assert(sc->compiled.picks < MAX_PICKS);
        sc->compiled.pick[sc->compiled.picks++] = (uint16_t)set;
        return;
    }
    for (int i = from; i < sc->agreements; i++) {
        add_picks(sc, set | 1 << i, i + 1, size - 1);
    }
}

static void compile_picks(struct scenario *sc)
{
    int pick = 0;
    for (int i = 0; i < sc->beats; i++) {
        pick = sc->beat[i].pick > pick ? sc->beat[i].pick : pick;
    }
    for (int size = 0; size <= pick; size++) {
        add_picks(sc, 0, 0, size);
    }
}

static struct asked asked_of(int when)
{
    return (struct asked){ (uint16_t)when, SIDE_OWN };
}

static void compile_endings(struct scenario *sc)
{
    struct compiled *out = &sc->compiled;
    struct asked any_time[MAX_ENDINGS], at_last[MAX_ENDINGS];
    for (int i = 0; i < out->urgents; i++) {
        any_time[i] = asked_of(sc->ending[out->urgent[i]].when);
    }
    for (int i = 0; i < sc->endings; i++) {
        at_last[i] = asked_of(sc->ending[i].when);
    }
    out->any_time = compile_sieve(sc, any_time, out->urgents);
    out->at_last = compile_sieve(sc, at_last, sc->endings);
}

static void compile_gates(struct scenario *sc)
{
    struct asked asked[MAX_MOVES];
    for (int b = 0; b < sc->beats; b++) {
        const struct beat *beat = &sc->beat[b];
        for (int i = 0; i < beat->moves; i++) {
            asked[i] = asked_of(sc->move[beat->first_move + i].when);
        }
        sc->compiled.gate[b] = compile_sieve(sc, asked, beat->moves);
    }
    for (int i = 0; i < sc->agreements; i++) {
        asked[i] = asked_of(sc->commitment[sc->agreement[i]].when);
    }
    sc->compiled.clause = compile_sieve(sc, asked, sc->agreements);
}

void scenario_compile(struct scenario *sc)
{
    /* the long lists behind it are filled as far as they are used */
    memset(&sc->compiled, 0, offsetof(struct compiled, block));
    compile_calendar(sc);
    compile_limits(sc);
    compile_start(sc);
    compile_culprits(sc);
    compile_hidden(sc);
    compile_ops(sc);
    compile_tests(sc);
    compile_whens(sc);
    compile_decks(sc);
    compile_lists(sc);
    compile_blocks(sc);
    compile_endings(sc);
    compile_gates(sc);
    compile_picks(sc);
    compile_views(sc);
}
