/* always_cooperate.c: one family of moves, whatever happens. */
#include "minister/scripts/scripts.h"

static struct temper temper(const struct mood *m)
{
    (void)m;
    return temper_always(FAMILY_COOPERATE);
}

const struct script script_always_cooperate = { "always-cooperate",
                                                N_("cooperates, whatever happens"), temper, 0 };
