/* advice.c: comparing bets by one number. */
#include "match/advice.h"

#include "match/know.h"

static int slot_of(const struct narrator *n, int adviser)
{
    const struct knower k = know_init(n->sc, n->view, n->view->party, -1);
    return know_slot(&k, n->sc->adviser[adviser].guards);
}

/* Which way is better for the one who guards it; a number that is neither is kept high. */
static int good_of(const struct scenario *sc, int slot)
{
    const int meter = sc->slot_meter[slot];
    return meter != NONE && sc->meter[meter].good < 0 ? -1 : 1;
}

/* The other side's number of the same meter, or -1. */
static int rival_of(const struct narrator *n, int slot)
{
    const int meter = n->sc->slot_meter[slot];
    if (meter == NONE || !n->sc->meter[meter].party) {
        return -1;
    }
    return 2 * n->sc->meter[meter].slot + 1 - slot;
}

int advice_best(const struct narrator *n, int adviser, const struct bet_outlook *outlook, int count)
{
    const int slot = slot_of(n, adviser);
    const int good = good_of(n->sc, slot);
    const int rival = rival_of(n, slot);
    int best = count > 0 ? 0 : -1;
    for (int i = 1; i < count; i++) {
        const int64_t more = (outlook[i].slot[slot] - outlook[best].slot[slot]) * good;
        const int64_t theirs =
            rival < 0 ? 0 : (outlook[i].slot[rival] - outlook[best].slot[rival]) * good;
        if (more > 0 || (more == 0 && theirs < 0)) {
            best = i;
        }
    }
    return best;
}

const char *advice_title(const struct narrator *n, int adviser)
{
    return narrate_title(n, n->sc->adviser[adviser].title, n->view->party);
}

const char *advice_sentence(const struct narrator *n, int adviser, enum family family)
{
    const struct state *s = &n->view->s;
    const bool incident = n->sc->round_kind[s->slot[SLOT_CALENDAR]].incident;
    const int beat = state_beat(n->sc, s);
    return narrate(n, n->sc->adviser[adviser].line[beat][family], n->view->party,
                   incident ? s->cases - 1 : -1, s->slot[SLOT_ROUND] - 1);
}

const char *advice_guards(const struct narrator *n, int adviser)
{
    return bet_slot_title(n, slot_of(n, adviser));
}
