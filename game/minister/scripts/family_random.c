/* family_random.c: a family by lot, then a move of it. */
#include "minister/scripts/scripts.h"

static struct temper temper(const struct mood *m)
{
    (void)m;
    return (struct temper){ .chance = { 34, 33, 33 } };
}

const struct script script_family_random = { "family-random",
                                             N_("draws a family of moves, then a move"), temper,
                                             0 };
