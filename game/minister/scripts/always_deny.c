/* always_deny.c: one family of moves, whatever happens. */
#include "minister/scripts/scripts.h"

static struct temper temper(const struct mood *m)
{
    (void)m;
    return temper_always(FAMILY_DENY);
}

const struct script script_always_deny = { "always-deny", N_("denies, whatever happens"), temper,
                                           0 };
