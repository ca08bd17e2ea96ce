/* soft_line.c: kind, but for what its own services did. */
#include "minister/scripts/scripts.h"

static struct temper temper(const struct mood *m)
{
    return temper_always(m->by == BY_SUSPECT && m->us ? FAMILY_DENY : FAMILY_COOPERATE);
}

const struct script script_soft_line = { "soft-line",
                                         N_("cooperates, and denies what its own services did"),
                                         temper, 0 };
