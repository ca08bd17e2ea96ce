/* invariants.c: see the header. */
#include "invariants.h"

#include "core/move.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* The age of a commitment is time, and has no cause. */
static bool is_age(const struct scenario *sc, int slot)
{
    bool age = false;
    for (int k = 0; k < sc->commitments; k++) {
        const struct commitment *c = &sc->commitment[k];
        age = age || slot == c->age || (c->promise && slot == c->age + 1);
    }
    return age;
}

int invariants_sums(const struct scenario *sc, const struct state *before,
                    const struct state *after, const struct ledger *ledger)
{
    int sum[MAX_SLOTS] = { 0 };
    assert_false(ledger->full);
    for (int i = 0; i < ledger->count; i++) {
        sum[ledger->change[i].slot] += ledger->change[i].amount;
        assert_int_not_equal(ledger->change[i].amount, 0);
    }
    for (int i = SLOT_FIRST_METER; i < sc->slots; i++) {
        if (!is_age(sc, i)) {
            assert_int_equal(after->slot[i] - before->slot[i], sum[i]);
        }
    }
    return ledger->count;
}

static void meters(const struct scenario *sc, const struct state *s)
{
    for (int i = 0; i < sc->meters; i++) {
        const struct meter *m = &sc->meter[i];
        for (int p = 0; p <= m->party; p++) {
            assert_true(s->slot[m->slot + p] >= m->lo && s->slot[m->slot + p] <= m->hi);
        }
    }
    int stand = 0;
    for (int i = 0; i < sc->agreements; i++) {
        stand += s->slot[sc->commitment[sc->agreement[i]].slot];
    }
    assert_int_equal(s->slot[SLOT_AGREEMENTS], stand);
    assert_in_range(s->slot[SLOT_ROUND], 1, sc->rounds);
}

static void cases(const struct scenario *sc, const struct state *s)
{
    int before = 0, victims[MAX_PARTIES] = { 0 };
    for (int i = 0; i < s->cases; i++) {
        const int16_t *field = s->file[i].field;
        const int round = field[FIELD_ROUND];
        assert_true(round > before && round <= s->slot[SLOT_ROUND]);
        assert_true(sc->round_kind[sc->calendar[round - 1]].incident);
        assert_in_range(field[FIELD_INCIDENT], 0, sc->incidents - 1);
        assert_in_range(field[FIELD_CULPRIT], 0, sc->culprits - 1);
        assert_int_equal(field[FIELD_GUILTY], sc->culprit[field[FIELD_CULPRIT]].guilty);
        assert_true(!field[FIELD_REVEALED] || (field[FIELD_REVEALED] >= round &&
                                               field[FIELD_REVEALED] <= s->slot[SLOT_ROUND]));
        victims[field[FIELD_VICTIM]]++;
        before = round;
    }
    for (int p = 0; p < MAX_PARTIES; p++) {
        assert_int_equal(s->slot[SLOT_VICTIMS + p], victims[p]);
    }
}

void invariants_ranges(const struct scenario *sc, const struct state *s)
{
    int legal[MAX_LEGAL];
    meters(sc, s);
    cases(sc, s);
    for (int i = 0; i < s->pendings; i++) {
        assert_true(s->pending[i].round <= sc->rounds);
    }
    if (state_over(s)) {
        assert_in_range(state_ending(s), 0, sc->endings - 1);
    } else {
        assert_in_range(move_legal(sc, s, legal), 1, MAX_LEGAL);
    }
}
