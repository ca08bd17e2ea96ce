/* gradual.c: each affront costs one answer more than the one before. */
#include "minister/scripts/scripts.h"

/* The nth affront is answered n times, then it is kind again (Beaufils, Delahaye and Mathieu 1996). */
static struct temper temper(const struct mood *m)
{
    const int owed = m->past.affronts * (m->past.affronts + 1) / 2;
    if (m->past.hard >= owed || m->grave) {
        return temper_always(FAMILY_COOPERATE);
    }
    return temper_softly(m->by == BY_SUSPECT && !m->us ? FAMILY_DENY : FAMILY_ACCUSE);
}

const struct script script_gradual = { "gradual",
                                       N_("answers the nth affront n times, then is kind again"),
                                       temper, READS_HOUR | READS_PAST };
