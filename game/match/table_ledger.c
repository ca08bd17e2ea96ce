/* table_ledger.c: a chapter a round, every cause of every number the party may see. */
#include "match/bet.h"
#include "match/table_build.h"

#include <string.h>

/* ---- gathering ---- */

void table_gather(struct builder *b)
{
    const int now = state_round(&b->now.s);
    b->lines = why_lines(b->m, b->party, WHY_ALL, 1, now, b->pool, &b->line);
    for (int i = 0; i < b->sc->slots; i++) {
        b->begun[i] = b->now.s.slot[i];
    }
    for (int i = 0; i < b->lines; i++) {
        if (b->line[i].round == now) {
            b->begun[b->line[i].slot] -= b->line[i].amount;
        }
    }
}

/* ---- groups ---- */

void table_add_cause(const struct builder *b, struct table_group *g, const struct why_line *line)
{
    const bool alike = g->causes > 0 && strcmp(g->cause[g->causes - 1].text, line->text) == 0;
    g->before = g->causes == 0 ? line->from : g->before;
    g->causes += !alike;
    struct table_cause *cause = &g->cause[g->causes - 1];
    const int amount = line->amount + (alike ? cause->move.amount : 0);
    const int good = bet_good(b->sc, b->party, line->slot);
    g->after = line->to;
    if (amount == 0) { /* two that cancel out */
        g->causes--;
        return;
    }
    *cause = (struct table_cause){ line->text, bet_change(b->pool, amount, good), g->after };
}

static bool group_of(const struct builder *b, int round, int slot, struct table_group *g)
{
    int count = 0;
    for (int i = 0; i < b->lines; i++) {
        count += b->line[i].slot == slot && b->line[i].round == round;
    }
    if (count == 0) {
        return false;
    }
    g->title = bet_slot_title(&b->n, slot);
    g->why = table_name(b, slot);
    g->round = round;
    g->cause = pool_take(b->pool, (size_t)count * sizeof *g->cause);
    for (int i = 0; i < b->lines; i++) {
        if (b->line[i].slot == slot && b->line[i].round == round) {
            table_add_cause(b, g, &b->line[i]);
        }
    }
    return g->causes > 0;
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
        chapter->title = narrate_kind(&b->n, round, b->party);
        chapter->group = pool_take(b->pool, sizeof *chapter->group * 2 * MAX_METERS);
        add_groups(b, chapter, SHOWN_TABLE);
        add_groups(b, chapter, SHOWN_SIDE);
    }
}
