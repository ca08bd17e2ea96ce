/* prober.c: tries what it can get away with. */
#include "minister/scripts/scripts.h"

enum { TRIALS = 2 };

/* Begins hard. Where that was let pass it goes on, where it was answered it turns to tit for tat. */
static struct temper temper(const struct mood *m)
{
    if (m->past.moves >= TRIALS && m->past.rebuffs > 0) {
        return temper_in_kind(m);
    }
    if (m->by == BY_SUSPECT) {
        return temper_always(FAMILY_DENY);
    }
    return temper_softly(m->pick ? FAMILY_COOPERATE : FAMILY_ACCUSE);
}

const struct script script_prober = { "prober", N_("begins hard and goes on where it is let"),
                                      temper, READS_HOUR | READS_PAST };
