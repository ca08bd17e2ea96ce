/* always_accuse.c: one family of moves, whatever happens. */
#include "minister/scripts/scripts.h"

static struct temper temper(const struct mood *m)
{
    (void)m;
    return temper_always(FAMILY_ACCUSE);
}

const struct script script_always_accuse = { "always-accuse", N_("accuses, whatever happens"),
                                             temper, 0 };
