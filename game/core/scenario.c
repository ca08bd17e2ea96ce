/* scenario.c: finding things by id. */
#include "core/scenario.h"

#include <string.h>

int scenario_party(const struct scenario *sc, const char *id)
{
    for (int i = 0; i < MAX_PARTIES; i++) {
        if (strcmp(sc->actor[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int scenario_move(const struct scenario *sc, int beat, const char *id)
{
    const struct beat *b = &sc->beat[beat];
    for (int i = b->first_move; i < b->first_move + b->moves; i++) {
        if (strcmp(sc->move[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int scenario_meter(const struct scenario *sc, const char *id)
{
    for (int i = 0; i < sc->meters; i++) {
        if (strcmp(sc->meter[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int scenario_character(const struct scenario *sc, const char *id)
{
    for (int i = 0; i < sc->characters; i++) {
        if (strcmp(sc->character[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int scenario_beat(const struct scenario *sc, int round, int place)
{
    const struct round_kind *kind = &sc->round_kind[sc->calendar[round - 1]];
    return place < kind->beats ? kind->beat[place] : -1;
}

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

static void compile_decks(struct scenario *sc)
{
    for (int i = 0; i < sc->incidents; i++) {
        struct deck *deck = &sc->compiled.deck[sc->incident[i].severe];
        for (int n = 0; n < sc->incident[i].weight; n++) {
            deck->incident[deck->size++] = (uint8_t)i;
        }
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
        if (k->can_break || (k->promise && k->can_keep)) {
            out->look_slot[out->looks] = k->slot;
            out->look_pair[out->looks] = k->promise;
            out->look[out->looks++] = (uint8_t)i;
        }
    }
    for (int tier = 0; tier < sc->tiers; tier++) {
        for (int i = 0; i < sc->culprits; i++) {
            const int says = sc->tier[tier].culprit ? i : sc->culprit[i].from;
            out->tier_values[tier] = (uint16_t)(out->tier_values[tier] | 1u << says);
        }
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

/* The first test of an id of the case: asked before all others, it spares most rows the rest. */
static void compile_gate(const struct scenario *sc, struct row *row)
{
    row->gate = FIELD_ROUND;
    row->gate_mask = UINT64_MAX;
    for (int i = 0; i < row->tests && !row->either; i++) {
        const struct test *t = &sc->test[row->first_test + i];
        const bool flag = t->ref.index == FIELD_GUILTY || t->ref.index == FIELD_SEVERE;
        if (t->ref.who != WHO_CASE || (!t->ids && !flag)) {
            continue;
        }
        row->gate = t->ref.index;
        row->gate_mask = t->ids ? t->mask : (uint64_t)(t->lo <= 0) | (uint64_t)(t->hi >= 1) << 1;
        return;
    }
}

static void compile_ops(struct scenario *sc)
{
    for (int i = 0; i < sc->n_ops; i++) {
        struct op *op = &sc->op[i];
        const struct amount *a = &sc->amount[op->amount];
        op->plain = op->verb == OP_ADD && op->target.who != WHO_CASE && a->terms == 0;
        const int value = a->base < a->min ? a->min : a->base > a->max ? a->max : a->base;
        op->value = (int16_t)value;
    }
}

static void compile_rows(struct scenario *sc)
{
    for (int i = 0; i < sc->n_rows; i++) {
        const struct when *w = &sc->when[sc->row[i].when];
        sc->row[i].first_test = w->first_test;
        sc->row[i].tests = w->tests;
        sc->row[i].either = w->or_next;
        compile_gate(sc, &sc->row[i]);
    }
}

void scenario_compile(struct scenario *sc)
{
    compile_ops(sc);
    compile_rows(sc);
    compile_tests(sc);
    memset(&sc->compiled, 0, sizeof sc->compiled);
    compile_limits(sc);
    compile_decks(sc);
    compile_lists(sc);
}
