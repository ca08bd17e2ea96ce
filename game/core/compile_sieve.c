/* compile_sieve.c: many conditions asked at once (compiled.h). */
#include "core/compile.h"

struct ref compile_ref(struct ref ref, int side)
{
    if (side != SIDE_OWN && (ref.who == WHO_OWN || ref.who == WHO_OTHER)) {
        const bool first = (ref.who == WHO_OWN) == (side == 0);
        ref.who = first ? WHO_FIRST : WHO_SECOND;
    }
    return ref;
}

static bool same(struct ref a, struct ref b)
{
    return a.who == b.who && a.index == b.index;
}

static bool test_lets(const struct test *t, int value)
{
    return t->ids ? t->mask >> (value & 63) & 1u : value >= t->lo && value <= t->hi;
}

struct maker {
    struct scenario *sc;
    const struct asked *asked;
    int count;
    struct sieve *sieve;
};

static int larger(int a, int b)
{
    return a > b ? a : b;
}

/* The least value from which on a test answers all alike. */
static int settled_from(const struct test *t)
{
    if (!t->ids) {
        const int lo = t->lo == INT16_MIN ? 0 : t->lo;
        return larger(lo, t->hi == INT16_MAX ? 0 : t->hi + 1);
    }
    int from = NONE;
    while (from > 0 && (t->mask >> from & 1u) == (t->mask >> (from - 1) & 1u)) {
        from--;
    }
    return from;
}

/* May the condition hold when the number has this value? */
static bool passes(const struct scenario *sc, struct asked asked, struct ref ref, int value)
{
    for (const struct when *w = &sc->when[asked.when];; w++) {
        bool all = true;
        for (int i = 0; i < w->tests; i++) {
            const struct test *t = &sc->test[w->first_test + i];
            all = all && (!same(compile_ref(t->ref, asked.side), ref) || test_lets(t, value));
        }
        if (all || !w->or_next) {
            return all;
        }
    }
}

/* The conditions that read a number; *high: from there on they answer alike. */
static uint64_t readers_of(const struct maker *m, struct ref ref, int *high)
{
    uint64_t readers = 0;
    for (int i = 0; i < m->count; i++) {
        const struct when *w = &m->sc->when[m->asked[i].when];
        for (bool more = true; more; more = (w++)->or_next) {
            for (int k = 0; k < w->tests; k++) {
                const struct test *t = &m->sc->test[w->first_test + k];
                if (same(compile_ref(t->ref, m->asked[i].side), ref)) {
                    readers |= (uint64_t)1 << i;
                    *high = larger(*high, settled_from(t));
                }
            }
        }
    }
    return readers;
}

static bool negative(const struct scenario *sc, struct ref ref)
{
    return ref.who != WHO_CASE && sc->compiled.limit[ref.index].lo < 0;
}

static void put_column(struct compiled *out, struct ref ref, int high)
{
    out->column[out->columns++] =
        (struct sieve_column){ .ref = ref, .first = (uint32_t)out->masks, .last = (uint16_t)high };
}

static void fill(const struct maker *m, struct ref ref, int high, uint64_t readers)
{
    struct compiled *out = &m->sc->compiled;
    put_column(out, ref, high);
    for (int value = 0; value <= high; value++) {
        uint64_t mask = m->sieve->all;
        for (int i = 0; i < m->count; i++) {
            if ((readers >> i & 1u) && !passes(m->sc, m->asked[i], ref, value)) {
                mask &= ~((uint64_t)1 << i);
            }
        }
        out->mask[out->masks++] = mask;
    }
}

static bool known(const struct maker *m, struct ref ref)
{
    const struct compiled *out = &m->sc->compiled;
    for (int i = m->sieve->first; i < out->columns; i++) {
        if (same(out->column[i].ref, ref)) {
            return true;
        }
    }
    return false;
}

/* The column of a number that is met for the first time. Ids of incidents do not fit a test's set:
 * their tests ask by themselves, as those of numbers that may be negative. */
static void add_column(const struct maker *m, struct ref ref)
{
    struct compiled *out = &m->sc->compiled;
    int high = 0;
    const uint64_t readers = readers_of(m, ref, &high);
    const bool wide = ref.who == WHO_CASE && ref.index == FIELD_INCIDENT;
    if (wide || negative(m->sc, ref) || high >= COLUMN_VALUES ||
        out->columns + 2 > MAX_SIEVE_COLUMNS || out->masks + high + 1 > MAX_MASKS) {
        m->sieve->asks |= readers;
    } else {
        fill(m, ref, high, readers);
    }
}

struct sieve compile_sieve(struct scenario *sc, const struct asked *asked, int count)
{
    struct compiled *out = &sc->compiled;
    struct sieve sieve = { .first = (uint16_t)out->columns, .when = (uint16_t)out->whens };
    const struct maker m = { sc, asked, count, &sieve };
    for (int i = 0; i < count; i++) {
        sieve.all |= (uint64_t)1 << i;
        out->asked[out->whens++] = asked[i].when;
    }
    for (int i = 0; i < count; i++) {
        const struct when *w = &sc->when[asked[i].when];
        sieve.asks |= (uint64_t)w->or_next << i;
        for (bool more = true; more; more = (w++)->or_next) {
            for (int k = 0; k < w->tests; k++) {
                const struct ref ref = compile_ref(sc->test[w->first_test + k].ref, asked[i].side);
                if (!known(&m, ref)) {
                    add_column(&m, ref);
                }
            }
        }
    }
    sieve.columns = (uint16_t)(out->columns - sieve.first);
    return sieve;
}
