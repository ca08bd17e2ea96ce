/* pavlov.c: win, stay; lose, shift. */
#include "minister/scripts/scripts.h"

/* Where both spoke alike it cooperates; where they did not it changes its tone (Nowak and Sigmund
 * 1993). Its hard tone is a charge, or a denial where it has to answer. */
static struct temper temper(const struct mood *m)
{
    const bool alike = is_hard(m->past.mine) == is_hard(m->theirs);
    if (alike || m->grave) {
        return temper_always(FAMILY_COOPERATE);
    }
    return temper_always(m->by == BY_SUSPECT ? FAMILY_DENY : FAMILY_ACCUSE);
}

const struct script script_pavlov = { "pavlov", N_("repeats what went well, changes what did not"),
                                      temper, READS_HOUR | READS_PAST };
