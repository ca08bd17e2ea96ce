/* load_within.c: conditions beside others: what follows from one, and what it leaves no room for. */
#include "content/load_reach.h"

/* ---- what follows from a condition ---- */

static bool test_implies(const struct test *later, const struct test *earlier)
{
    if (later->ref.who != earlier->ref.who || later->ref.index != earlier->ref.index ||
        later->ids != earlier->ids) {
        return false;
    }
    return later->ids ? (later->mask & ~earlier->mask) == 0
                      : later->lo >= earlier->lo && later->hi <= earlier->hi;
}

static bool when_implies(const struct scenario *sc, const struct when *later,
                         const struct when *earlier)
{
    for (int i = 0; i < earlier->tests; i++) {
        bool asked = false;
        for (int k = 0; k < later->tests; k++) {
            asked = asked || test_implies(&sc->test[later->first_test + k],
                                          &sc->test[earlier->first_test + i]);
        }
        if (!asked) {
            return false;
        }
    }
    return true;
}

static bool implies_any(const struct scenario *sc, const struct when *later, int earlier)
{
    const struct when *when = &sc->when[earlier];
    while (!when_implies(sc, later, when)) {
        if (earlier == 0 || !when->or_next) {
            return earlier == 0;
        }
        when++;
    }
    return true;
}

bool load_implies(const struct scenario *sc, int later, int earlier)
{
    const struct when *when = &sc->when[later];
    while (implies_any(sc, when, earlier)) {
        if (later == 0 || !when->or_next) {
            return true;
        }
        when++;
    }
    return false;
}

/* ---- what a condition excludes ---- */

/* True for a number that is the same as the move is chosen and as its row runs. */
static bool stays(const struct scenario *sc, const struct move *move, int row, struct ref ref)
{
    static const uint8_t drawn[] = { FIELD_VICTIM, FIELD_INCIDENT, FIELD_KIND,   FIELD_SEVERITY,
                                     FIELD_SEVERE, FIELD_CULPRIT,  FIELD_GUILTY, FIELD_FROM };
    if (ref.who == WHO_CASE) {
        bool is_drawn = false;
        for (size_t i = 0; i < sizeof drawn; i++) {
            is_drawn = is_drawn || drawn[i] == ref.index;
        }
        return is_drawn;
    }
    if (ref.index == SLOT_ROUND || ref.index == SLOT_ACT || ref.index == SLOT_CALENDAR) {
        return true;
    }
    const int meter = sc->slot_meter[ref.index];
    bool same = meter != NONE;
    for (int i = move->now.first; i < row && same; i++) {
        const struct row *before = &sc->row[i];
        same = before->elses == 0;
        for (int k = 0; k < before->ops && same; k++) {
            const struct op *op = &sc->op[before->first_op + k];
            same = op->verb <= OP_TOWARD && op->target.who != WHO_CASE &&
                   sc->slot_meter[op->target.index] != meter;
        }
    }
    return same;
}

static bool are_apart(const struct test *a, const struct test *b)
{
    if (a->ref.who != b->ref.who || a->ref.index != b->ref.index || a->ids != b->ids) {
        return false;
    }
    return a->ids ? (a->mask & b->mask) == 0 : a->hi < b->lo || b->hi < a->lo;
}

/* True where two conjunctions never hold together, for a number that stays. */
static bool exclude(const struct scenario *sc, const struct move *move, int row,
                    const struct when *a, const struct when *b)
{
    for (int i = 0; i < a->tests; i++) {
        for (int k = 0; k < b->tests; k++) {
            const struct test *test = &sc->test[a->first_test + i];
            if (are_apart(test, &sc->test[b->first_test + k]) && stays(sc, move, row, test->ref)) {
                return true;
            }
        }
    }
    return false;
}

/* The same for all their alternatives. */
static bool always_exclude(const struct scenario *sc, const struct move *move, int row)
{
    const struct when *a = &sc->when[sc->row[row].when];
    for (bool more = true; more; a++) {
        const struct when *b = &sc->when[move->when];
        for (bool next = true; next; b++) {
            if (!exclude(sc, move, row, a, b)) {
                return false;
            }
            next = b->or_next;
        }
        more = a->or_next;
    }
    return true;
}

static void report_excluded(struct load *load, int when, const struct move *move)
{
    for (int i = 0; i < load->conditions; i++) {
        const struct json_value *object = load->condition[i].object;
        if (load->condition[i].first == when && !load_is_told(load, object)) {
            load_warning(load, spot_value(object), "S063",
                         "no game fulfils this: \"%s\" cannot be chosen then", move->id);
        }
    }
}

void load_excluded(struct load *load)
{
    const struct scenario *sc = load->sc;
    for (int i = 0; i < sc->moves; i++) {
        const struct move *move = &sc->move[i];
        if (move->when == 0 || sc->beat[move->beat].by == BY_BOTH) {
            continue;
        }
        for (int k = move->now.first; k < move->now.first + move->now.count; k++) {
            const struct row *row = &sc->row[k];
            if (row->when != 0 && row->delay == 0 && !row->each && always_exclude(sc, move, k)) {
                report_excluded(load, row->when, move);
            }
        }
    }
}
