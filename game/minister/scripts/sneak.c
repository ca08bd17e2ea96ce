/* sneak.c: kind words, and orders that are not. */
#include "minister/scripts/scripts.h"

/* Says what is wanted and signs it; denies what its services did, and sends them out again. */
static struct temper temper(const struct mood *m)
{
    if (m->by == BY_BOTH) {
        return temper_always(m->pick ? FAMILY_COOPERATE : FAMILY_ACCUSE);
    }
    return temper_always(m->by == BY_SUSPECT && m->us ? FAMILY_DENY : FAMILY_COOPERATE);
}

const struct script script_sneak = { "sneak", N_("kind words in the open, hard orders in private"),
                                     temper, 0 };
