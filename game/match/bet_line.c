/* bet_line.c: merging and ordering what may happen. */
#include "match/bet_line.h"

#include "match/say.h"

#include <stdlib.h>
#include <string.h>

static int arrows_of(int amount)
{
    const int size = abs(amount);
    return size == 0 ? 0 : size <= 3 ? 1 : size <= 7 ? 2 : 3;
}

struct table_move bet_change(struct pool *pool, int amount, int good)
{
    struct table_move m = { .amount = amount,
                            .arrows = arrows_of(amount),
                            .direction = (amount > 0) - (amount < 0),
                            .text = "",
                            .word = "" };
    if (amount == 0) {
        return m;
    }
    m.text = pool_text(pool, "%s%d", amount > 0 ? "+" : "–", abs(amount));
    if (good != 0) {
        m.tone = (amount > 0) == (good > 0) ? TONE_BETTER : TONE_WORSE;
        m.word = m.tone == TONE_BETTER ? _("better") : _("worse");
    }
    return m;
}

static const struct meter *meter_of(const struct scenario *sc, int slot)
{
    return slot >= 0 && sc->slot_meter[slot] != NONE ? &sc->meter[sc->slot_meter[slot]] : NULL;
}

int bet_good(const struct scenario *sc, int party, int slot)
{
    const struct meter *m = meter_of(sc, slot);
    return m == NULL || (m->party && slot != m->slot + party) ? 0 : m->good;
}

const char *bet_slot_title(const struct narrator *n, int slot)
{
    const struct meter *m = meter_of(n->sc, slot);
    if (m == NULL) {
        return "";
    }
    const char *title = narrate_title(n, m->title, n->view->party);
    const bool theirs = m->party && slot != m->slot + n->view->party;
    if (!theirs || !*title) {
        return title;
    }
    /* TRANSLATORS: a number of the other side: "losses, theirs" */
    return pool_text(n->pool, _("%s, theirs"), title);
}

static struct bet_line *same_line(struct bet_group *g, const char *label, const char *chance)
{
    for (int i = 0; i < g->lines; i++) {
        if (strcmp(g->line[i].label, label) == 0 && strcmp(g->line[i].chance, chance) == 0) {
            return &g->line[i];
        }
    }
    return NULL;
}

/* The place for one more line: the lightest gives way when all are taken. */
static struct bet_line *new_line(struct bet_group *g)
{
    if (g->lines < BET_LINES) {
        return &g->line[g->lines++];
    }
    int least = 0;
    for (int i = 1; i < g->lines; i++) {
        if (abs(g->line[i].move.amount) < abs(g->line[least].move.amount)) {
            least = i;
        }
    }
    return &g->line[least];
}

void bet_line_add(const struct narrator *n, struct bet_group *g, struct stake stake)
{
    struct bet_line *line = same_line(g, stake.label, stake.chance);
    int amount = stake.counted ? stake.amount : 0;
    if (line != NULL) {
        amount += line->move.amount;
    } else {
        line = new_line(g);
    }
    line->label = stake.label;
    line->chance = stake.chance;
    line->number = stake.counted;
    line->perhaps = stake.perhaps;
    line->move = bet_change(n->pool, amount, bet_good(n->sc, n->view->party, stake.slot));
}

static int by_weight(const void *a, const void *b)
{
    const struct bet_line *one = a, *two = b;
    const int first = abs(one->move.amount), second = abs(two->move.amount);
    if (one->perhaps != two->perhaps) {
        return one->perhaps - two->perhaps;
    }
    return first != second ? (first < second) - (first > second) : strcmp(one->label, two->label);
}

/* Gains and losses of one meter may cancel out: that is no line. */
void bet_line_sort(struct bet_group *g)
{
    int kept = 0;
    for (int i = 0; i < g->lines; i++) {
        if (!g->line[i].number || g->line[i].move.amount != 0) {
            g->line[kept++] = g->line[i];
        }
    }
    g->lines = kept;
    qsort(g->line, (size_t)g->lines, sizeof g->line[0], by_weight);
}
