/* generous.c: tit for tat that lets four in ten words go by. */
#include "minister/scripts/scripts.h"

/* Noise must not become a feud (Wu and Axelrod 1995). */
static struct temper temper(const struct mood *m)
{
    struct temper t = temper_in_kind(m);
    if (t.chance[FAMILY_COOPERATE] == 0 && !m->wronged) {
        t.chance[m->theirs] = 60;
        t.chance[FAMILY_COOPERATE] = 40;
    }
    return t;
}

const struct script script_generous = { "generous",
                                        N_("tit for tat that forgives four times in ten"), temper,
                                        READS_HOUR };
