/* hard_line.c: charges, presses and gives its services free rein. */
#include "minister/scripts/scripts.h"

static struct temper answer(const struct mood *m)
{
    const int other_way = m->us ? FAMILY_DENY : FAMILY_COOPERATE;
    if (m->grave) {
        return temper_always(other_way);
    }
    struct temper t = { .chance = { [FAMILY_ACCUSE] = 50 } };
    t.chance[other_way] = 50;
    return t;
}

/* What an answer is worth to it. */
static struct temper reaction(const struct mood *m)
{
    if (m->theirs == FAMILY_COOPERATE) {
        return temper_always(FAMILY_COOPERATE);
    }
    return temper_always(m->grave ? FAMILY_DENY : FAMILY_ACCUSE);
}

/* Signs only what the hour demands, and lowers its voice only when that is grave. */
static struct temper temper(const struct mood *m)
{
    if (m->pick) {
        return temper_always(m->prudent ? FAMILY_COOPERATE : FAMILY_DENY);
    }
    if (m->by == BY_SUSPECT) {
        return answer(m);
    }
    if (m->by == BY_VICTIM && m->place > 0) {
        return reaction(m);
    }
    struct temper t = temper_always(FAMILY_ACCUSE);
    t.softly = m->by == BY_VICTIM && (m->grave || m->guilty < 500);
    return t;
}

const struct script script_hard_line = { "hard-line", N_("charges, presses and signs little"),
                                         temper, READS_TRACE | READS_HOUR };
