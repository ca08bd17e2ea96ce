/* tit_for_two_tats.c: one hard word is noise, two are an answer. */
#include "minister/scripts/scripts.h"

/* In kind, but only after two hard words running (Axelrod 1980). */
static struct temper temper(const struct mood *m)
{
    const bool once = m->past.before == FAMILY_COOPERATE;
    return once && !m->wronged ? temper_always(FAMILY_COOPERATE) : temper_in_kind(m);
}

const struct script script_tit_for_two_tats = { "tit-for-two-tats",
                                                N_("answers only the second of two hard words"),
                                                temper, READS_HOUR | READS_PAST };
