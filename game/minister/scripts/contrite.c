/* contrite.c: in kind, but it takes a deserved answer without another. */
#include "minister/scripts/scripts.h"

/* What it brought on itself it does not answer (Boyd 1989): tit for tat with a conscience. */
static struct temper temper(const struct mood *m)
{
    return m->past.at_fault ? temper_always(FAMILY_COOPERATE) : temper_in_kind(m);
}

const struct script script_contrite = { "contrite",
                                        N_("tit for tat that accepts what it brought on itself"),
                                        temper, READS_HOUR | READS_PAST };
