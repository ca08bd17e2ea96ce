/* table_ending.c: how it ended, and what the score is made of. Nothing is hidden any more. */
#include "match/bet.h"
#include "match/know.h"
#include "match/say.h"
#include "match/table_build.h"

#include <stdlib.h>

/* ---- the score ---- */

static const char *tenths_text(const struct builder *b, const char *plus, int tenths)
{
    const int size = abs(tenths);
    /* TRANSLATORS: sign, points, tenths */
    return pool_text(b->pool, _("%s%d.%d"),
                     tenths < 0   ? "–"
                     : tenths > 0 ? plus
                                  : "",
                     size / 10, size % 10);
}

static void add_score(struct builder *b, const char *title, const char *value, int tenths)
{
    struct table_ending *e = b->t->ending;
    e->score[e->scores++] =
        (struct table_score){ title, value, tenths, tenths_text(b, "+", tenths) };
}

/* Numbers that the engine itself keeps have no title of their own. */
static const char *slot_title(const struct builder *b, int slot)
{
    const char *title = slot == SLOT_AGREEMENTS ? _("Agreements") : bet_slot_title(&b->n, slot);
    return *title ? title : _("Other things");
}

/* A term adds its own part, rounded as the rules round it: the amount with it less that without. */
static int add_term(struct builder *b, const struct knower *k, const struct term *t)
{
    const int slot = know_slot(k, t->ref);
    const int value = row_value(&k->c, t->ref);
    const int product = abs(value * t->num);
    const int size = (product + t->den / 2) / t->den;
    const int tenths = (value < 0) == (t->num < 0) ? size : -size;
    const char *text = pool_text(b->pool, value < 0 ? "–%d" : "%d", abs(value));
    add_score(b, slot < 0 ? _("Other things") : slot_title(b, slot), text, tenths);
    return tenths;
}

/* The scenario's own amount, a line a term, and what its limits cut. */
static void add_amount(struct builder *b, const struct knower *k)
{
    const struct amount *a = &b->sc->amount[b->sc->utility];
    int sum = a->base;
    if (a->base != 0) {
        add_score(b, _("To begin with"), "", a->base);
    }
    for (int i = 0; i < a->terms; i++) {
        sum += add_term(b, k, &b->sc->term[a->first_term + i]);
    }
    const int all = row_amount(&k->c, b->sc->utility);
    if (all != sum) {
        add_score(b, all < sum ? _("No more than") : _("No less than"), "", all - sum);
    }
}

static void score(struct builder *b, const struct ending *ending, struct table_ending *e)
{
    const struct state *s = match_now(b->m);
    struct view all = { .party = b->party, .s = *s };
    const struct knower k = know_init(b->sc, &all, b->party, -1);
    const int index = s->slot[SLOT_MANDATE + b->party];
    e->score =
        pool_take(b->pool, (4 + (size_t)b->sc->amount[b->sc->utility].terms) * sizeof *e->score);
    add_amount(b, &k);
    add_score(b, e->title, "", ending->utility[b->party]);
    if (index != NONE) {
        const struct mandate *m = &b->sc->mandate[index];
        const char *title = narrate_title(&b->n, m->title, b->party);
        add_score(b, pool_text(b->pool, _("Mandate: %s"), title), e->mandate.note,
                  row_holds(&k.c, m->kept) ? m->utility : 0);
    }
    e->utility = pool_text(b->pool, _("Your score: %s points"),
                           tenths_text(b, "", state_utility(b->sc, s, b->party)));
    e->rival = pool_text(b->pool, _("Their score: %s points"),
                         tenths_text(b, "", state_utility(b->sc, s, 1 - b->party)));
}

/* ---- what was ordered in secret ---- */

static const struct step *same_beat(const struct builder *b, const struct step *step)
{
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *other = match_step(b->m, i);
        if (other->round == step->round && other->beat == step->beat &&
            other->party != step->party) {
            return other;
        }
    }
    return NULL;
}

static const char *chosen(const struct builder *b, const struct step *step)
{
    return narrate_title(&b->n, b->sc->move[step->move].title, step->party);
}

static void orders(struct builder *b, struct table_ending *e)
{
    e->order = pool_take(b->pool, (1 + (size_t)match_steps(b->m)) * sizeof *e->order);
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *mine = match_step(b->m, i);
        const struct step *theirs = same_beat(b, mine);
        if (!b->sc->beat[mine->beat].secret || mine->party != b->party || theirs == NULL ||
            ((mine->move | theirs->move) & MOVE_SET)) {
            continue;
        }
        /* TRANSLATORS: month, then what each side ordered in secret */
        e->order[e->orders++] =
            pool_text(b->pool, _("%s: you: %s; they: %s"), narrate_date(&b->n, mine->round),
                      chosen(b, mine), chosen(b, theirs));
    }
}

/* ---- the page ---- */

static struct table_line mandate(struct builder *b)
{
    const int index = b->now.s.slot[SLOT_MANDATE + b->party];
    if (index == NONE) {
        return (struct table_line){ "", "", "", false, "" };
    }
    const struct mandate *m = &b->sc->mandate[index];
    /* nothing is hidden any more */
    const struct context c = row_reader(b->sc, match_now(b->m), b->party, -1);
    const bool kept = row_holds(&c, m->kept);
    return (struct table_line){ narrate_title(&b->n, m->title, b->party),
                                narrate_title(&b->n, m->line, b->party),
                                kept ? _("kept") : _("not kept"), kept, "" };
}

static void numbers(struct builder *b, struct table_ending *e)
{
    e->number = pool_take(b->pool, sizeof *e->number * 2 * MAX_METERS);
    for (int i = 0; i < b->sc->meters; i++) {
        const struct meter *m = &b->sc->meter[i];
        for (int p = 0; m->shown != SHOWN_NOT && p <= m->party; p++) {
            const int slot = m->slot + (m->party ? b->party ^ p : 0);
            if (view_sees_slot(b->sc, b->party, slot)) {
                e->number[e->numbers] = table_meter_of(b, slot);
                e->number[e->numbers++].title = bet_slot_title(&b->n, slot);
            }
        }
    }
}

void table_ending(struct builder *b)
{
    const int index = match_ending(b->m);
    if (index < 0) {
        return;
    }
    const struct ending *ending = &b->sc->ending[index];
    struct table_ending *e = b->t->ending = pool_take(b->pool, sizeof *e);
    e->id = ending->id;
    e->title = narrate_title(&b->n, ending->title, b->party);
    e->text = narrate_title(&b->n, ending->text, b->party);
    e->mandate = mandate(b);
    numbers(b, e);
    score(b, ending, e);
    orders(b, e);
}
