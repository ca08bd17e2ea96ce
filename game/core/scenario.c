/* scenario.c: finding things by id. */
#include "core/scenario.h"

#include <string.h>

const struct disposition disposition_score = {
    .ending = 100,
    .mandate = 100,
    .term = { 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100 },
    .patience = 100,
};
_Static_assert(MAX_SCORED == 16, "each term of the score has its 100 above");

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

static void compile_ops(struct scenario *sc)
{
    for (int i = 0; i < sc->n_ops; i++) {
        struct op *op = &sc->op[i];
        const struct amount *a = &sc->amount[op->amount];
        const struct slot_limit *limit = &sc->compiled.limit[op->target.index];
        const int value = a->base < a->min ? a->min : a->base > a->max ? a->max : a->base;
        const bool slot = op->target.who != WHO_CASE;
        op->plain = op->verb == OP_ADD && slot && a->terms == 0 && !limit->curved;
        op->value = (int16_t)value;
        op->lo = limit->lo;
        op->hi = limit->hi;
    }
}

void scenario_compile(struct scenario *sc)
{
    memset(&sc->compiled, 0, sizeof sc->compiled);
    compile_limits(sc);
    compile_ops(sc);
    compile_tests(sc);
    compile_whens(sc);
    compile_decks(sc);
    compile_lists(sc);
}
