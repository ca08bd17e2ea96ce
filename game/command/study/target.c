/* target.c: how far a game is from something that has not been met. */
#include "command/study/target.h"

enum { WHOLE = 1000, DEPTH = 3 };

static int when_distance(const struct context *c, int when, int depth);

/* The commitment that a slot says is in force, or -1. */
static int commitment_at(const struct scenario *sc, int slot)
{
    for (int i = 0; i < sc->commitments; i++) {
        if (sc->commitment[i].slot == slot) {
            return i;
        }
    }
    return -1;
}

/* Half for not being signed, the rest for not even being on the table. */
static int commitment_distance(const struct context *c, int commitment, int depth)
{
    const struct commitment *k = &c->sc->commitment[commitment];
    int gate = k->when ? when_distance(c, k->when, depth - 1) : 0;
    if (k->needs != NONE && !c->base[WHO_SHARED][c->sc->commitment[k->needs].slot] && depth > 1) {
        gate += commitment_distance(c, k->needs, depth - 1);
    }
    return WHOLE / 2 + (gate > 2 * WHOLE ? WHOLE : gate / 2);
}

static int range_of(const struct context *c, const struct test *t)
{
    if (t->ref.who == WHO_CASE) {
        return 10;
    }
    const struct slot_limit *limit = &c->sc->compiled.limit[t->ref.index];
    return limit->hi > limit->lo ? limit->hi - limit->lo : 10;
}

static int test_distance(const struct context *c, const struct test *t, int depth)
{
    if (t->ref.who == WHO_CASE && c->case_at < 0) {
        return WHOLE;
    }
    const int value = row_value(c, t->ref);
    if (t->ids) {
        return t->mask >> (value & 63) & 1u ? 0 : WHOLE;
    }
    const int off = value < t->lo ? t->lo - value : value > t->hi ? value - t->hi : 0;
    const int agreement =
        off > 0 && t->ref.who == WHO_SHARED && depth > 0 ? commitment_at(c->sc, t->ref.index) : -1;
    if (agreement >= 0 && t->lo > 0) {
        return commitment_distance(c, agreement, depth);
    }
    const int all = range_of(c, t);
    return off == 0 ? 0 : off >= all ? WHOLE : 1 + (WHOLE - 1) * off / all;
}

static int when_distance(const struct context *c, int when, int depth)
{
    int least = TARGET_FAR;
    for (int w = when;; w++) {
        int sum = 0;
        for (int i = 0; i < c->sc->when[w].tests; i++) {
            sum += test_distance(c, &c->sc->test[c->sc->when[w].first_test + i], depth);
        }
        least = sum < least ? sum : least;
        if (!c->sc->when[w].or_next) {
            return least;
        }
    }
}

/* How far its chance is from certain, even where it is below none. */
static int chance_distance(const struct context *c, const struct row *row)
{
    enum { CERTAIN = 100 };
    if (row->chance == 0) {
        return 0;
    }
    const struct amount *a = &c->sc->amount[row->chance];
    int chance = a->base;
    for (int i = 0; i < a->terms; i++) {
        chance += row_term(c, row->chance, i);
    }
    const int lacks = CERTAIN - chance;
    return lacks < 0 ? 0 : lacks > 2 * CERTAIN ? 2 * CERTAIN : lacks;
}

/* What has to be so before the rows of an element run at all. */
static int element_distance(const struct context *c, const struct row *row)
{
    if (row->source == SOURCE_MOVE) {
        return when_distance(c, c->sc->move[row->element].when, DEPTH);
    }
    if (row->source != SOURCE_COMMITMENT) {
        return 0;
    }
    const struct commitment *k = &c->sc->commitment[row->element];
    const int16_t *slot = c->base[WHO_SHARED] + k->slot;
    const bool given = slot[0] || (k->promise && slot[1]);
    return given || k->promise ? 0 : commitment_distance(c, row->element, DEPTH);
}

static int distance_for(const struct scenario *sc, const struct target *t, const struct state *s,
                        int own)
{
    const struct context c = row_reader(sc, s, own, s->cases - 1);
    switch (t->kind) {
    case THING_INCIDENT:
        return when_distance(&c, sc->incident[t->index].when, DEPTH);
    case THING_MOVE:
        return when_distance(&c, sc->move[t->index].when, DEPTH);
    case THING_ENDING:
        return when_distance(&c, sc->ending[t->index].when, DEPTH);
    default:
        return when_distance(&c, sc->row[t->index].when, DEPTH) +
               element_distance(&c, &sc->row[t->index]) + chance_distance(&c, &sc->row[t->index]);
    }
}

int target_distance(const struct scenario *sc, const struct target *t, const struct state *s)
{
    const int first = distance_for(sc, t, s, 0), second = distance_for(sc, t, s, 1);
    return first < second ? first : second;
}

bool target_hit(const struct scenario *sc, const struct target *t, const struct state *before,
                int move, const struct state *after, const struct ledger *ledger)
{
    switch (t->kind) {
    case THING_INCIDENT:
        return after->cases > before->cases &&
               after->file[after->cases - 1].field[FIELD_INCIDENT] == t->index;
    case THING_MOVE:
        return move == t->index ||
               (move & MOVE_SET && sc->move[t->index].beat == state_beat(sc, before) &&
                sc->move[t->index].each == (move != MOVE_SET));
    case THING_ENDING:
        return state_over(after) && state_ending(after) == t->index;
    default:
        return ledger->ran[t->index / 64] >> (t->index % 64) & 1u;
    }
}
