/* tit_for_tat.c: in kind. */
#include "minister/scripts/scripts.h"

/* Does as was last done to it, in words or in deeds, unless it is time to be careful: then it gives
 * way, but what it did not do it denies. A deed that came out is answered, in private. */
struct temper temper_in_kind(const struct mood *m)
{
    if (m->wronged && !m->grave) {
        return temper_softly(FAMILY_ACCUSE);
    }
    if (m->prudent && m->theirs != FAMILY_COOPERATE) {
        return temper_always(m->by == BY_SUSPECT && !m->us ? FAMILY_DENY : FAMILY_COOPERATE);
    }
    return temper_always(m->theirs);
}

const struct script script_tit_for_tat = { "tit-for-tat", N_("does as was last done to it"),
                                           temper_in_kind, READS_HOUR };
