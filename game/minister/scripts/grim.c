/* grim.c: kind until it is wronged, and never again. */
#include "minister/scripts/scripts.h"

/* Two affronts, or one deed that came out, end its patience for good (Friedman 1971, with one
 * affront forgiven as noise). */
static struct temper temper(const struct mood *m)
{
    if (m->past.affronts < 2 && m->past.deeds == 0) {
        return temper_always(FAMILY_COOPERATE);
    }
    return temper_always(m->by == BY_SUSPECT && !m->us ? FAMILY_DENY : FAMILY_ACCUSE);
}

const struct script script_grim = { "grim", N_("kind until it is wronged, and never again"), temper,
                                    READS_PAST };
