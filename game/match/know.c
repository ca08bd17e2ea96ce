/* know.c: conditions in three values. */
#include "match/know.h"

#include <stddef.h>

struct knower know_init(const struct scenario *sc, const struct view *v, int own, int case_at)
{
    return (struct knower){
        .c = row_reader(sc, &v->s, own, case_at), .v = v, .party = v->party, .to_come = v->s.place
    };
}

int know_slot(const struct knower *k, struct ref ref)
{
    return ref.who == WHO_CASE ? -1 : (int)(k->c.base[ref.who] - k->c.base[WHO_SHARED]) + ref.index;
}

static bool is_real(int field)
{
    return field >= FIELD_REAL && field < FIELD_REAL + MAX_ROUND_BEATS;
}

static bool supposed(int field)
{
    return field == FIELD_CULPRIT || field == FIELD_GUILTY || field == FIELD_FROM ||
           field == FIELD_WORD || is_real(field);
}

int know_forms(const struct scenario *sc, const struct case_file *file, int place, int *out,
               int size)
{
    const int seen = file->field[FIELD_SEEN + place];
    int count = 0;
    if (seen == NONE) {
        return 0;
    }
    out[count++] = seen;
    for (int i = 0; i < sc->moves && count < size; i++) {
        if (i != seen && sc->move[i].seen_as == seen) {
            out[count++] = i;
        }
    }
    return count;
}

/* A move that no other looks like is what it seems. */
static bool plain(const struct knower *k, const struct case_file *file, int place)
{
    int form[2];
    return know_forms(k->c.sc, file, place, form, 2) == 1;
}

static bool sees(const struct knower *k, struct ref ref)
{
    const int slot = know_slot(k, ref);
    if (slot >= 0) {
        return view_sees_slot(k->c.sc, k->party, slot);
    }
    const struct case_file *file = &k->v->s.file[k->c.case_at];
    if ((k->supposes && supposed(ref.index)) ||
        (is_real(ref.index) && plain(k, file, ref.index - FIELD_REAL))) {
        return true;
    }
    return view_sees_field(k->c.sc, file, k->party, ref.index);
}

/* What has not been said yet can meet no condition, not even 'anything but'. */
static bool still_to_come(const struct knower *k, struct ref ref)
{
    if (ref.who != WHO_CASE || ref.index < FIELD_SEEN ||
        ref.index >= FIELD_REAL + MAX_ROUND_BEATS ||
        k->c.base[WHO_CASE][FIELD_ROUND] != k->v->s.slot[SLOT_ROUND]) {
        return false;
    }
    const int place = ref.index - (ref.index < FIELD_REAL ? FIELD_SEEN : FIELD_REAL);
    return place >= k->to_come;
}

static enum known test_of(const struct knower *k, const struct test *t)
{
    if (still_to_come(k, t->ref)) {
        return KNOWN_NO;
    }
    if (!sees(k, t->ref)) {
        return KNOWN_NOT;
    }
    const int value = row_value(&k->c, t->ref);
    const bool in = t->ids ? (t->mask >> (value & 63)) & 1u : value >= t->lo && value <= t->hi;
    return in ? KNOWN_YES : KNOWN_NO;
}

static enum known conjunction(const struct knower *k, const struct when *w)
{
    enum known all = KNOWN_YES;
    for (int i = 0; i < w->tests && all != KNOWN_NO; i++) {
        const enum known one = test_of(k, &k->c.sc->test[w->first_test + i]);
        all = one == KNOWN_YES ? all : one;
    }
    return all;
}

enum known know_holds(const struct knower *k, int when)
{
    enum known any = KNOWN_NO;
    for (;; when++) {
        const struct when *w = &k->c.sc->when[when];
        const enum known one = conjunction(k, w);
        if (one == KNOWN_YES) {
            return KNOWN_YES;
        }
        any = one == KNOWN_NO ? any : one;
        if (!w->or_next) {
            return any;
        }
    }
}

int know_amount(const struct knower *k, int amount, bool *known)
{
    const struct amount *a = &k->c.sc->amount[amount];
    *known = true;
    for (int i = 0; i < a->terms; i++) {
        *known = *known && sees(k, k->c.sc->term[a->first_term + i].ref);
    }
    return row_amount(&k->c, amount);
}

static int clamped(const struct meter *m, int value, int change)
{
    const int after = value + change;
    return (after < m->lo ? m->lo : after > m->hi ? m->hi : after) - value;
}

int know_change(const struct knower *k, const struct op *op, bool *known)
{
    const int amount = know_amount(k, op->amount, known);
    const int slot = know_slot(k, op->target);
    if (slot < 0) {
        return amount;
    }
    const bool seen = view_sees_slot(k->c.sc, k->party, slot);
    const struct meter *m = &k->c.sc->meter[k->c.sc->slot_meter[slot]];
    const int value = k->v->s.slot[slot];
    *known = *known && (seen || (op->verb == OP_ADD && !m->curved));
    const int change = row_delta(&k->c, op, slot, amount);
    return seen || op->verb != OP_ADD ? clamped(m, value, change) : change;
}

const struct test *know_failing(const struct knower *k, int when)
{
    const struct when *w = &k->c.sc->when[when];
    for (int i = 0; i < w->tests; i++) {
        const struct test *t = &k->c.sc->test[w->first_test + i];
        if (test_of(k, t) == KNOWN_NO) {
            return t;
        }
    }
    return NULL;
}

bool know_reads(const struct scenario *sc, int when, enum who who, int first, int last)
{
    for (;; when++) {
        const struct when *w = &sc->when[when];
        for (int i = 0; i < w->tests; i++) {
            const struct ref ref = sc->test[w->first_test + i].ref;
            if (ref.who == who && ref.index >= first && ref.index <= last) {
                return true;
            }
        }
        if (!w->or_next) {
            return false;
        }
    }
}
