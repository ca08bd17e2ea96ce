/* fault.c: that a program at the table did not choose, in a sentence for people. */
#include "match/fault.h"

#include "core/move.h"
#include "match/say.h"
#include "minister/outside.h"

#include <stdio.h>

int fault_count(const struct match *m)
{
    const int party = match_to_move(m);
    const struct minister *minister = party >= 0 ? match_minister(m, party) : NULL;
    return minister != NULL ? outside_faults(minister) : 0;
}

/* The move as the other side sees it; "" where it does not. */
static void name_played(const struct match *m, const struct step *step, char *out, int size)
{
    const struct scenario *sc = match_scenario(m);
    out[0] = '\0';
    if (sc->beat[step->beat].by != BY_BOTH) {
        (void)move_name(sc, move_seen(sc, step->move), out, size); /* "" where it does not fit */
    }
}

const char *fault_sentence(const struct match *m, int before, char *out, int size)
{
    const struct step *step = match_steps(m) > 0 ? match_step(m, match_steps(m) - 1) : NULL;
    const struct minister *minister = step != NULL ? match_minister(m, step->party) : NULL;
    if (minister == NULL || outside_faults(minister) <= before) {
        return NULL;
    }
    char played[64], instead[128];
    name_played(m, step, played, sizeof played);
    snprintf(instead, sizeof instead,
             played[0] != '\0' ? _("the default move, %s, is played")
                               : _("the default move is played"),
             played);
    if (outside_faults(minister) < OUTSIDE_FAULTS) {
        snprintf(out, (size_t)size, _("%.200s, fault %d of %d: %s; %s."), minister->name,
                 outside_faults(minister), OUTSIDE_FAULTS, outside_last_fault(minister), instead);
    } else {
        snprintf(out, (size_t)size,
                 _("%.200s, fault %d of %d: %s; %s, now and for the rest: the seat is forfeited."),
                 minister->name, outside_faults(minister), OUTSIDE_FAULTS,
                 outside_last_fault(minister), instead);
    }
    return out;
}
