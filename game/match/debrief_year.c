/* debrief_year.c: the numbers of the table round by round, and how long commitments stood. */
#include "match/debrief_build.h"
#include "match/say.h"
#include "match/table_build.h"

/* ---- lines ---- */

/* The state in which the first decision of a round or a later one was due, or the last one. */
static const struct state *state_in(const struct debrief_builder *b, int round)
{
    int at = 0;
    while (at < match_steps(b->m) && match_step(b->m, at)->round < round) {
        at++;
    }
    return match_state(b->m, at);
}

static void line_of(struct debrief_builder *b, const struct meter *m, int slot)
{
    struct debrief_line *line = &b->d->line[b->d->lines++];
    *line = (struct debrief_line){ .id = m->id,
                                   .title = narrate_title(&b->n, m->title, b->party),
                                   .lo = m->lo,
                                   .hi = m->hi,
                                   .good = m->good,
                                   .last = b->all.s.slot[slot] };
    for (int round = 1; round <= b->d->round; round++) {
        line->value[round - 1] = state_in(b, round)->slot[slot];
    }
}

static void lines(struct debrief_builder *b)
{
    for (int i = 0; i < b->sc->meters; i++) {
        const struct meter *m = &b->sc->meter[i];
        if (m->shown == SHOWN_TABLE && m->see != SEE_NONE) {
            line_of(b, m, m->slot + (m->party ? b->party : 0));
        }
    }
}

/* ---- bars ---- */

static const char *fate_title(enum debrief_fate fate)
{
    static const char *const title[] = {
        [FATE_STANDS] = N_("in force at the end"),
        [FATE_KEPT] = N_("kept"),
        [FATE_BROKEN] = N_("broken"),
        [FATE_LAPSED] = N_("lapsed"),
        [FATE_ENDED] = N_("ended with another"),
    };
    return _(title[fate]);
}

static struct debrief_bar *open_bar(const struct debrief_builder *b, const struct commitment *k,
                                    int giver)
{
    for (int i = b->d->bars - 1; i >= 0; i--) {
        struct debrief_bar *bar = &b->d->bar[i];
        if (bar->id == k->id && bar->giver == giver) {
            return bar->fate == FATE_STANDS ? bar : NULL;
        }
    }
    return NULL;
}

static enum debrief_fate fate_of(const struct debrief_builder *b, const struct ledger *ledger,
                                 int at)
{
    static const enum debrief_fate fate[] = { [WHY_KEPT] = FATE_KEPT,
                                              [WHY_BROKEN] = FATE_BROKEN,
                                              [WHY_LAPSED] = FATE_LAPSED,
                                              [WHY_ENDED] = FATE_ENDED };
    return fate[why_event_of(b->sc, ledger, at)];
}

static void change_bar(struct debrief_builder *b, const struct ledger *ledger, int at, int round)
{
    const struct change *c = &ledger->change[at];
    const int index = why_commitment(b->sc, c->slot);
    if (index < 0) {
        return;
    }
    const struct commitment *k = &b->sc->commitment[index];
    const int giver = k->promise ? c->slot - k->slot : -1;
    struct debrief_bar *bar = open_bar(b, k, giver);
    if (c->amount > 0) {
        const char *title = narrate_title(&b->n, k->title, k->promise ? giver : b->party);
        b->d->bar[b->d->bars++] = (struct debrief_bar){ .id = k->id,
                                                        .title = title,
                                                        .giver = giver,
                                                        .from = round,
                                                        .to = b->d->round,
                                                        .fate = FATE_STANDS };
    } else if (bar != NULL) {
        bar->to = round;
        bar->fate = fate_of(b, ledger, at);
    }
}

static void change_bars(struct debrief_builder *b, const struct ledger *ledger, int round)
{
    for (int i = 0; i < ledger->count; i++) {
        change_bar(b, ledger, i, round);
    }
}

static void bars(struct debrief_builder *b)
{
    size_t room = 1 + (size_t)match_opening(b->m)->count;
    for (int i = 0; i < match_steps(b->m); i++) {
        room += (size_t)match_step(b->m, i)->ledger.count;
    }
    b->d->bar = pool_take(b->pool, room * sizeof *b->d->bar);
    change_bars(b, match_opening(b->m), 1);
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        change_bars(b, &step->ledger, step->round);
    }
    for (int i = 0; i < b->d->bars; i++) {
        b->d->bar[i].fate_title = fate_title(b->d->bar[i].fate);
    }
}

void debrief_year(struct debrief_builder *b)
{
    lines(b);
    bars(b);
}
