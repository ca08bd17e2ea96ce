/* bully.c: hard on the kind, kind to the hard. */
#include "minister/scripts/scripts.h"

/* Presses whoever gives way, and gives way to whoever presses. */
static struct temper temper(const struct mood *m)
{
    if (is_hard(m->theirs) || m->grave) {
        return temper_always(FAMILY_COOPERATE);
    }
    return temper_always(m->by == BY_SUSPECT ? FAMILY_DENY : FAMILY_ACCUSE);
}

const struct script script_bully = { "bully", N_("hard on the kind, kind to the hard"), temper,
                                     READS_HOUR };
