/* measures.c: what the figures of a scenario are taken by. */
#include "command/study/measures.h"

#include <stdlib.h>
#include <string.h>

enum { FAR = 10000 };

/* ---- found in the rules ---- */

/* Calls for each test of a condition, alternatives included, until `stop` says so. */
static const struct test *find_test(const struct scenario *sc, int when,
                                    bool (*is)(const struct scenario *, const struct test *))
{
    for (int w = when;; w++) {
        for (int i = 0; i < sc->when[w].tests; i++) {
            const struct test *t = &sc->test[sc->when[w].first_test + i];
            if (is(sc, t)) {
                return t;
            }
        }
        if (!sc->when[w].or_next) {
            return NULL;
        }
    }
}

static const struct meter *meter_of(const struct scenario *sc, int slot)
{
    const int meter = sc->slot_meter[slot];
    return meter == NONE ? NULL : &sc->meter[meter];
}

/* A shared meter at its top. */
static bool is_top(const struct scenario *sc, const struct test *t)
{
    if (t->ref.who != WHO_SHARED || t->ref.index < SLOT_FIRST_METER) {
        return false;
    }
    const struct meter *m = meter_of(sc, t->ref.index);
    return m && !m->party && t->lo > m->lo && t->hi >= m->hi;
}

static bool is_severe(const struct scenario *sc, const struct test *t)
{
    (void)sc;
    return t->ref.who == WHO_CASE && t->ref.index == FIELD_SEVERE && t->lo > 0;
}

static void find_crisis(struct measures *m)
{
    const struct scenario *sc = m->sc;
    m->crisis = -1;
    for (int i = 0; i < sc->endings && m->crisis < 0; i++) {
        const struct test *t = sc->ending[i].ruin ? find_test(sc, sc->ending[i].when, is_top) : 0;
        m->crisis = t ? t->ref.index : -1;
    }
}

static bool asks_about(const struct scenario *sc, int when, int slot)
{
    for (int w = when;; w++) {
        for (int i = 0; i < sc->when[w].tests; i++) {
            const struct ref *ref = &sc->test[sc->when[w].first_test + i].ref;
            if (ref->who == WHO_SHARED && ref->index == slot) {
                return true;
            }
        }
        if (!sc->when[w].or_next) {
            return false;
        }
    }
}

static bool severe_asks(const struct scenario *sc, int slot)
{
    const struct rows rows = sc->moment[MOMENT_ARRIVAL];
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        const int when = sc->row[i].when;
        if (find_test(sc, when, is_severe) && asks_about(sc, when, slot)) {
            return true;
        }
    }
    return false;
}

static void find_channel(struct measures *m)
{
    for (int i = 0; i < m->sc->commitments && m->channels < MAX_CHANNELS; i++) {
        if (!m->sc->commitment[i].promise && severe_asks(m->sc, m->sc->commitment[i].slot)) {
            m->channel[m->channels++] = i;
        }
    }
}

static void find_endings(struct measures *m)
{
    m->breakdown = -1;
    for (int i = 0; i < m->sc->endings; i++) {
        const struct ending *e = &m->sc->ending[i], *best = &m->sc->ending[m->best];
        m->ruins += e->ruin;
        if (e->utility[0] + e->utility[1] > best->utility[0] + best->utility[1]) {
            m->best = i;
        }
        const bool shared = e->ruin && e->utility[0] == e->utility[1];
        if (shared &&
            (m->breakdown < 0 || e->utility[0] < m->sc->ending[m->breakdown].utility[0])) {
            m->breakdown = i;
        }
    }
}

bool measures_init(struct measures *m, const struct scenario *sc)
{
    *m = (struct measures){ .sc = sc, .quiet = malloc(sizeof *sc) };
    if (!m->quiet) {
        return false;
    }
    memcpy(m->quiet, sc, sizeof *sc);
    m->quiet->moment[MOMENT_ARRIVAL].count = 0;
    for (int round = 0; round < sc->rounds; round++) {
        m->incidents += sc->round_kind[sc->calendar[round]].incident;
    }
    find_crisis(m);
    find_endings(m);
    find_channel(m);
    return true;
}

void measures_clear(struct measures *m)
{
    free(m->quiet);
    *m = (struct measures){ 0 };
}

/* ---- read off a state ---- */

static int distance(const struct context *c, const struct test *t)
{
    const int value = row_value(c, t->ref);
    if (t->ids) {
        return t->mask >> (value & 63) & 1u ? 0 : FAR;
    }
    return value < t->lo ? t->lo - value : value > t->hi ? value - t->hi : 0;
}

static int distance_of(const struct context *c, const struct when *w)
{
    int most = 0;
    for (int i = 0; i < w->tests; i++) {
        const int d = distance(c, &c->sc->test[w->first_test + i]);
        most = d > most ? d : most;
    }
    return most;
}

int measures_ruin(const struct measures *m, const struct state *s)
{
    const struct context c = row_reader(m->sc, s, 0, -1);
    int least = FAR;
    for (int i = 0; i < m->sc->endings; i++) {
        const struct when *w = &m->sc->when[m->sc->ending[i].when];
        for (bool more = m->sc->ending[i].ruin; more; more = (w++)->or_next) {
            const int d = distance_of(&c, w);
            least = d < least ? d : least;
        }
    }
    return least;
}

int measures_channel(const struct measures *m, const struct state *s)
{
    int state = 0;
    for (int i = 0; i < m->channels; i++) {
        state = s->slot[m->sc->commitment[m->channel[i]].slot] ? i + 1 : state;
    }
    return state;
}

bool measures_lie(const struct measures *m, const struct state *s, int case_at)
{
    const int16_t *field = s->file[case_at].field;
    const struct context c = row_reader(m->sc, s, field[FIELD_VICTIM], case_at);
    bool lie = false;
    for (int i = 0; i < MAX_ROUND_BEATS && field[FIELD_GUILTY]; i++) {
        const int move = field[FIELD_REAL + i];
        if (move != NONE && m->sc->move[move].claims) {
            const bool knew = field[FIELD_FILE] == 1 || m->sc->move[move].seen_as != move;
            lie = knew && !row_holds(&c, m->sc->move[move].says);
        }
    }
    return lie;
}
