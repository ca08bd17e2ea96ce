/* table_ledger.c: a chapter a round, every cause of every number the party may see. */
#include "match/bet.h"
#include "match/table_build.h"

#include <string.h>

/* The value of a slot as a round began: what it is now without all that came since. */
static int value_before(const struct builder *b, int slot, int round)
{
    int value = b->now.s.slot[slot];
    for (int i = 0; i < b->changes; i++) {
        if (b->change[i].slot == slot && b->change[i].round >= round) {
            value -= b->change[i].amount;
        }
    }
    return value;
}

/* Causes that read alike and follow one another are one. */
static void add_cause(const struct builder *b, struct table_group *g, const struct ledger_change *c,
                      int good)
{
    const bool alike = g->causes > 0 && strcmp(g->cause[g->causes - 1].text, c->text) == 0;
    g->causes += !alike;
    struct table_cause *cause = &g->cause[g->causes - 1];
    const int amount = c->amount + (alike ? cause->move.amount : 0);
    g->after += c->amount;
    *cause = (struct table_cause){ c->text, bet_change(b->pool, amount, good), g->after };
}

static bool group_of(const struct builder *b, int round, int slot, struct table_group *g)
{
    int count = 0;
    for (int i = 0; i < b->changes; i++) {
        count += b->change[i].slot == slot && b->change[i].round == round;
    }
    if (count == 0) {
        return false;
    }
    g->title = bet_slot_title(&b->n, slot);
    g->before = g->after = value_before(b, slot, round);
    g->cause = pool_take(b->pool, (size_t)count * sizeof *g->cause);
    for (int i = 0; i < b->changes; i++) {
        if (b->change[i].slot == slot && b->change[i].round == round) {
            add_cause(b, g, &b->change[i], bet_good(b->sc, b->party, slot));
        }
    }
    return true;
}

static void add_groups(const struct builder *b, struct table_chapter *chapter, enum shown shown)
{
    for (int i = 0; i < b->sc->meters; i++) {
        const struct meter *m = &b->sc->meter[i];
        for (int p = 0; m->shown == shown && p <= m->party; p++) {
            const int side = b->party ^ p; /* own numbers first */
            const int slot = m->slot + (m->party ? side : 0);
            chapter->groups += group_of(b, chapter->round, slot, &chapter->group[chapter->groups]);
        }
    }
}

void table_ledger(struct builder *b)
{
    const int rounds = state_round(&b->now.s);
    b->t->ledger = pool_take(b->pool, (size_t)rounds * sizeof *b->t->ledger);
    for (int round = 1; round <= rounds; round++) {
        struct table_chapter *chapter = &b->t->ledger[b->t->chapters++];
        chapter->round = round;
        chapter->date = narrate_date(&b->n, round);
        chapter->title =
            narrate_title(&b->n, b->sc->round_kind[b->sc->calendar[round - 1]].title, b->party);
        chapter->group = pool_take(b->pool, sizeof *chapter->group * 2 * MAX_METERS);
        add_groups(b, chapter, SHOWN_TABLE);
        add_groups(b, chapter, SHOWN_SIDE);
    }
}
