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

/* Is the one of more importance than the other? What happens is never dropped. */
static bool outweighs(const struct bet_line *one, const struct bet_line *two)
{
    const bool first = one->rank == BET_EVENT, second = two->rank == BET_EVENT;
    if (first || second || one->rank == two->rank) {
        return first != second ? first : abs(one->move.amount) > abs(two->move.amount);
    }
    return one->rank < two->rank;
}

/* When all places are taken the least line gives way, if it is less. */
static void add_line(struct bet_group *g, const struct bet_line *line)
{
    if (g->lines < BET_LINES) {
        g->line[g->lines++] = *line;
        return;
    }
    int least = 0;
    for (int i = 1; i < g->lines; i++) {
        least = outweighs(&g->line[least], &g->line[i]) ? i : least;
    }
    if (outweighs(line, &g->line[least])) {
        g->line[least] = *line;
    }
}

void bet_line_add(const struct narrator *n, struct bet_group *g, struct stake stake)
{
    struct bet_line *same = same_line(g, stake.label, stake.chance);
    const int before = same ? same->move.amount : 0;
    const int amount = before + (stake.counted ? stake.amount : 0);
    const int good = bet_good(n->sc, n->view->party, stake.slot);
    const struct bet_line line = { .label = stake.label,
                                   .chance = stake.chance,
                                   .number = stake.counted,
                                   .rank = stake.rank,
                                   .slot = stake.counted ? stake.slot : -1,
                                   .move = bet_change(n->pool, amount, good) };
    if (same) {
        *same = line;
    } else {
        add_line(g, &line);
    }
}

/* ---- the same in both groups ---- */

void bet_line_merge(struct table_bet *bet)
{
    struct bet_group *sure = &bet->group[0], *first = &bet->group[1], *second = &bet->group[2];
    int kept = 0;
    for (int i = 0; i < first->lines; i++) {
        const struct bet_line line = first->line[i];
        struct bet_line *same = same_line(second, line.label, line.chance);
        if (same == NULL || same->move.amount != line.move.amount || same->number != line.number ||
            same_line(sure, line.label, line.chance) != NULL) {
            first->line[kept++] = line;
            continue;
        }
        add_line(sure, &line);
        *same = second->line[--second->lines];
    }
    first->lines = kept;
}

/* ---- order ---- */

/* Two lines differ in label or chance, so that their order never is left to qsort. */
static int by_weight(const void *a, const void *b)
{
    const struct bet_line *one = a, *two = b;
    const int first = abs(one->move.amount), second = abs(two->move.amount);
    const int chance = (*one->chance != '\0') - (*two->chance != '\0');
    if (one->rank != two->rank) {
        return (int)one->rank - (int)two->rank;
    }
    if (chance != 0) {
        return chance;
    }
    if (first != second) {
        return second - first;
    }
    const int label = strcmp(one->label, two->label);
    return label != 0 ? label : strcmp(one->chance, two->chance);
}

/* Where a card shows few lines, what happens is among them. */
static void lift_events(struct bet_group *g)
{
    int first = 0, events = 0;
    while (first < g->lines && g->line[first].rank < BET_EVENT) {
        first++;
    }
    while (first + events < g->lines && g->line[first + events].rank == BET_EVENT) {
        events++;
    }
    for (; first > 0 && first + events > BET_SHOWN; first--) {
        const struct bet_line number = g->line[first - 1];
        memmove(&g->line[first - 1], &g->line[first], (size_t)events * sizeof number);
        g->line[first - 1 + events] = number;
    }
}

/* Gains and losses of one meter may cancel out: that is no line. Returns how many are left. */
static int put_in_order(struct bet_line *line, int lines)
{
    int kept = 0;
    for (int i = 0; i < lines; i++) {
        if (!line[i].number || line[i].move.amount != 0) {
            line[kept++] = line[i];
        }
    }
    qsort(line, (size_t)kept, sizeof line[0], by_weight);
    return kept;
}

/* Whatever the causes: all that moves one number by the same chance is one line. */
static void add_up(const struct narrator *n, struct bet_group *g)
{
    g->nets = 0;
    for (int i = 0; i < g->lines; i++) {
        const struct bet_line *line = &g->line[i];
        struct bet_line *same = NULL;
        for (int k = 0; k < g->nets && line->slot >= 0; k++) {
            const bool match =
                g->net[k].slot == line->slot && strcmp(g->net[k].chance, line->chance) == 0;
            same = match ? &g->net[k] : same;
        }
        if (same == NULL) {
            g->net[g->nets++] = *line;
            continue;
        }
        same->label = bet_slot_title(n, line->slot);
        same->move = bet_change(n->pool, same->move.amount + line->move.amount,
                                bet_good(n->sc, n->view->party, line->slot));
    }
    g->nets = put_in_order(g->net, g->nets);
}

void bet_line_sort(const struct narrator *n, struct bet_group *g)
{
    g->lines = put_in_order(g->line, g->lines);
    add_up(n, g);
    lift_events(g);
}

bool bet_line_chances(const struct bet_group *g)
{
    for (int i = 0; i < g->lines; i++) {
        if (*g->line[i].chance) {
            return true;
        }
    }
    return false;
}
