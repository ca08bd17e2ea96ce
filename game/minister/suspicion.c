/* suspicion.c: what an answer says about a file. */
#include "minister/suspicion.h"

#include <assert.h>

/* One conjunction of a gate: it may only be the file that speaks against it. */
static bool allows(const struct scenario *sc, const struct when *when, int file)
{
    for (int i = 0; i < when->tests; i++) {
        const struct test *t = &sc->test[when->first_test + i];
        if (t->ref.who == WHO_CASE && t->ref.index == FIELD_FILE) {
            assert(t->ids); /* what a file says is a word */
            if (!(t->mask >> file & 1u)) {
                return false;
            }
        }
    }
    return true;
}

bool suspicion_could(const struct scenario *sc, int move, int file)
{
    for (int w = sc->move[move].when;; w++) {
        if (allows(sc, &sc->when[w], file)) {
            return true;
        }
        if (!sc->when[w].or_next) {
            return false;
        }
    }
}

/* Of the beat of `seen`; like: those that look so only. */
static int count(const struct scenario *sc, int seen, int file, bool like)
{
    const struct beat *beat = &sc->beat[sc->move[seen].beat];
    int n = 0;
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        const struct move *m = &sc->move[i];
        n += !m->again && (!like || m->seen_as == seen) && suspicion_could(sc, i, file);
    }
    return n;
}

int suspicion_forms(const struct scenario *sc, int seen, int file)
{
    return count(sc, seen, file, true);
}

int suspicion_choices(const struct scenario *sc, int seen, int file)
{
    return count(sc, seen, file, false);
}

int suspicion_beat(const struct scenario *sc, const int16_t *field, int place)
{
    return scenario_beat(sc, field[FIELD_ROUND], place);
}
