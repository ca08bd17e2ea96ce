/* bet_row.c: what one row may do, and in which worlds.
 *
 * Each row is tested in every world: what holds in all of them is sure, what holds in one group of
 * them stands there, with what it hangs on. What hangs on numbers that nobody could suppose is
 * left out. */
#include "match/bet_world.h"

#include "match/say.h"

/* ---- where it holds ---- */

struct tally {
    bool in[BET_WORLDS];
    int worlds[3], holds[3]; /* how many, by group */
    int whole[3], weight[3]; /* per mille, of all and of those in which it holds */
};

/* Was what these rows follow from really done? */
static bool counts(struct bettor *b)
{
    return b->only_move == NONE || bet_fields(b)[FIELD_REAL + b->only_place] == b->only_move;
}

static struct tally tally_row(struct bettor *b, int own, int row)
{
    struct tally t = { .in = { false } };
    for (int i = 0; i < b->worlds; i++) {
        const struct world *w = &b->world[i];
        bet_suppose(b, w);
        const struct knower k = bet_knower(b, own);
        t.in[i] = counts(b) && know_holds(&k, b->n->sc->row[row].when) == KNOWN_YES;
        t.worlds[w->group]++;
        t.holds[w->group] += t.in[i];
        t.whole[w->group] += w->weight;
        t.weight[w->group] += t.in[i] ? w->weight : 0;
    }
    return t;
}

static bool in_all(const struct tally *t)
{
    return t->holds[FIRST] == t->worlds[FIRST] && t->holds[SECOND] == t->worlds[SECOND];
}

/* Does it hold with this form in all worlds of the group (+1), in none (-1), in some (0)? */
static int with_form(const struct bettor *b, const struct tally *t, int group, int form)
{
    int all = 0, holds = 0;
    for (int i = 0; i < b->worlds; i++) {
        if (b->world[i].group == group && b->world[i].form == form) {
            all++;
            holds += t->in[i];
        }
    }
    return holds == all ? 1 : holds == 0 ? -1 : 0;
}

static const char *form_title(const struct bettor *b, int form)
{
    const struct move *m = &b->n->sc->move[b->form[form]];
    return narrate(b->n, m->secretly.count ? m->secretly : m->title, 1 - b->party, b->case_at, 0);
}

/* The forms it hangs on, in words; "" when it hangs on something else too. */
static const char *hangs_on(const struct bettor *b, const struct tally *t, int group)
{
    const char *title[BET_FORMS];
    int titles = 0;
    for (int i = 0; i < b->forms; i++) {
        const int holds = with_form(b, t, group, i);
        if (holds == 0) {
            return "";
        }
        if (holds > 0) {
            title[titles++] = form_title(b, i);
        }
    }
    /* TRANSLATORS: of words that may be meant in several ways: if they chose “and only say so” */
    return pool_text(b->n->pool, _("if they chose “%s”"), narrate_or(b->n, title, titles));
}

/* ---- how likely ---- */

/* Where and how likely a row's operations happen. */
struct branch {
    int group;
    int percent;       /* by draw */
    int share;         /* per cent of the worlds of the group */
    int delay;         /* rounds */
    const char *hangs; /* on what, or "" */
    const char *because;
};

static const char *joined(const struct bettor *b, const char *first, const char *second)
{
    return *first && *second ? pool_text(b->n->pool, _("%s, %s"), first, second)
           : *first          ? first
                             : second;
}

/* When an open case comes out: '1 in 6 a round', of which the row is so much. */
static const char *comes_out(const struct bettor *b, const char *odds)
{
    if (b->odds >= 100) {
        return joined(b, _("once it is out"), odds);
    }
    /* TRANSLATORS: a chance that counts anew each round: 1 in 6 a round */
    const char *out = pool_text(b->n->pool, _("%s a round"), narrate_odds(b->n, b->odds));
    /* TRANSLATORS: a chance and how much of it: 1 in 6 a round, 1 in 2 of them */
    return *odds ? pool_text(b->n->pool, _("%s, %s of them"), out, odds) : out;
}

static const char *chance_of(const struct bettor *b, const struct branch *at)
{
    const struct narrator *n = b->n;
    int percent = at->percent * at->share / 100;
    if (b->reveals && b->at_once) {
        percent = percent * b->odds / 100;
    }
    const char *text = narrate_odds(n, percent < 1 ? 1 : percent);
    if (b->reveals && !b->at_once) {
        text = comes_out(b, text);
    }
    if (at->delay > 0) {
        const char *later = pool_text(
            n->pool, ngettext("next round", "in %d rounds", (unsigned long)at->delay), at->delay);
        text = joined(b, text, later);
    }
    return joined(b, text, at->hangs);
}

/* ---- what happens ---- */

static const char *event_of(const struct bettor *b, const struct op *op, int own)
{
    const struct narrator *n = b->n;
    const bool named = op->target.index != NONE;
    switch (op->verb) {
    case OP_REVEAL:
        return _("the truth comes out");
    case OP_RETRACE:
        return _("a second trace");
    case OP_INSPECT:
        return _("your file becomes certain");
    case OP_PROMISE:
        return pool_text(n->pool, own == b->party ? _("you promise: %s") : _("they promise: %s"),
                         narrate_title(n, n->sc->commitment[op->target.index].title, own));
    default:
        return named ? pool_text(n->pool, _("broken: %s"),
                                 narrate_title(n, n->sc->commitment[op->target.index].title, own))
                     : _("an agreement is broken");
    }
}

/* What has happened already does not happen again. */
static bool is_done(struct bettor *b, const struct op *op, int own)
{
    switch (op->verb) {
    case OP_REVEAL:
        return bet_fields(b)[FIELD_REVEALED] != 0;
    case OP_RETRACE:
        return bet_fields(b)[FIELD_TRACES] == 2;
    case OP_PROMISE:
        return b->view.s.slot[b->n->sc->commitment[op->target.index].slot + own] != 0;
    default:
        return false;
    }
}

static void add_event(struct bettor *b, int own, const struct op *op, const struct branch *at)
{
    if (is_done(b, op, own)) {
        return;
    }
    bet_line_add(b->n, &b->out->group[at->group],
                 (struct stake){ .slot = -1,
                                 .label = event_of(b, op, own),
                                 .chance = chance_of(b, at),
                                 .rank = BET_EVENT });
    if (op->verb == OP_REVEAL && at->percent > b->at_once) {
        b->at_once = at->percent;
    }
    if (op->verb == OP_PROMISE && at->group == SURE && at->percent == 100) {
        bet_add_rows(b, own, b->n->sc->commitment[op->target.index].signing);
    }
}

/* ---- numbers ---- */

static enum bet_rank rank_of(const struct bettor *b, int slot)
{
    const int meter = b->n->sc->slot_meter[slot];
    const struct meter *m = &b->n->sc->meter[meter];
    if (m->party && slot != m->slot + b->party) {
        return BET_THEIRS;
    }
    return m->shown == SHOWN_NOT ? BET_BOOKS : BET_NUMBER;
}

/* A number whose change cannot be counted, for it is hidden: how it moves in words. */
static const char *uncounted(const struct bettor *b, const struct knower *k, const struct op *op,
                             const char *title)
{
    struct pool *pool = b->n->pool;
    bool known;
    const int amount = know_amount(k, op->amount, &known);
    if (!known || (op->verb == OP_ADD && amount == 0)) {
        return pool_text(pool, _("%s changes"), title);
    }
    switch (op->verb) {
    case OP_SET:
        return pool_text(pool, _("%s: set to %d"), title, amount);
    case OP_TOWARD:
        return pool_text(pool, _("%s: toward %d"), title, amount);
    default:
        return pool_text(pool, amount > 0 ? _("%s rises") : _("%s falls"), title);
    }
}

/* Names the stake of a slot. False for bookkeeping without a title. */
static bool name_slot(const struct bettor *b, const struct knower *k, const struct op *op,
                      struct stake *stake)
{
    if (b->n->sc->slot_meter[stake->slot] == NONE) {
        return false;
    }
    const char *title = bet_slot_title(b->n, stake->slot);
    stake->rank = rank_of(b, stake->slot);
    stake->label = stake->counted ? title : uncounted(b, k, op, title);
    return *title != '\0';
}

static void add_number(struct bettor *b, const struct branch *at, const struct knower *k,
                       const struct op *op)
{
    struct stake stake = { .slot = know_slot(k, op->target), .chance = chance_of(b, at) };
    stake.amount = know_change(k, op, &stake.counted);
    if (stake.amount == 0 && stake.counted) {
        return;
    }
    if (stake.slot < 0) {
        stake.label = stake.amount > 0 ? _("a surer trace") : _("a weaker trace");
        stake.counted = false;
        stake.rank = BET_EVENT;
    } else if (!name_slot(b, k, op, &stake)) {
        return;
    }
    if (*at->because) {
        /* TRANSLATORS: a cause and the number it moves */
        stake.label = pool_text(b->n->pool, _("%s: %s"), at->because, stake.label);
    }
    bet_line_add(b->n, &b->out->group[at->group], stake);
}

/* What is sure has happened when the next row is looked at. */
static void apply(struct bettor *b, const struct knower *k, const struct op *op)
{
    bool known;
    const int slot = know_slot(k, op->target);
    const int change = know_change(k, op, &known);
    if (slot >= 0 && known && b->n->sc->slot_meter[slot] != NONE) {
        struct context c = row_context(b->n->sc, &b->view.s, 0, NULL, b->party, -1);
        row_change(&c, slot, change);
    }
}

/* ---- a row ---- */

static void add_ops(struct bettor *b, int own, int first, int count, const struct branch *at)
{
    const struct knower k = bet_knower(b, own);
    for (int i = first; i < first + count && at->percent > 0; i++) {
        const struct op *op = &b->n->sc->op[i];
        if (op->verb > OP_TOWARD) {
            add_event(b, own, op, at);
            continue;
        }
        add_number(b, at, &k, op);
        if (at->group == SURE && at->percent == 100 && at->delay == 0) {
            apply(b, &k, op);
        }
    }
}

/* A rule that makes words wear out says so: it is not the move that does it. */
static const char *because_of(const struct bettor *b, int own, const struct row *r)
{
    const struct scenario *sc = b->n->sc;
    const bool worn = know_reads(sc, r->when, WHO_SHARED, SLOT_REPEATED, SLOT_REPEATED);
    if (r->source != SOURCE_RULE || !worn) {
        return "";
    }
    return narrate(b->n, sc->rule[r->element].because, own, b->case_at, 0);
}

static void add_branches(struct bettor *b, int own, int row, struct branch at)
{
    const struct row *r = &b->n->sc->row[row];
    const struct knower k = bet_knower(b, own);
    bool known = true;
    const int chance = r->chance ? know_amount(&k, r->chance, &known) : 100;
    if (!known) {
        return;
    }
    at.percent = chance < 0 ? 0 : chance > 100 ? 100 : chance;
    at.delay = r->delay;
    at.because = because_of(b, own, r);
    add_ops(b, own, r->first_op, r->ops, &at);
    at.percent = 100 - at.percent;
    add_ops(b, own, r->first_else, r->elses, &at);
}

static void add_to_group(struct bettor *b, int own, int row, const struct tally *t, int group)
{
    struct branch at = { .group = group, .share = 100, .hangs = "" };
    if (t->holds[group] < t->worlds[group]) {
        at.hangs = b->forms > 1 ? hangs_on(b, t, group) : "";
        if (*at.hangs == '\0' && t->whole[group] > 0) {
            at.share = t->weight[group] * 100 / t->whole[group];
        }
    }
    for (int i = 0; i < b->worlds; i++) { /* amounts are those of a world in which it holds */
        if (t->in[i] && b->world[i].group == group) {
            bet_suppose(b, &b->world[i]);
        }
    }
    add_branches(b, own, row, at);
}

static void add_row(struct bettor *b, int own, int row)
{
    const struct tally t = tally_row(b, own, row);
    if (in_all(&t) && (!b->reveals || b->at_once == 100)) {
        add_branches(b, own, row, (struct branch){ .group = b->sure, .share = 100, .hangs = "" });
        return;
    }
    for (int group = FIRST; group <= SECOND; group++) {
        if (t.holds[group] > 0) {
            add_to_group(b, own, row, &t, group);
        }
    }
}

/* A row that asks whether it has come out, behind one that may bring it out. */
static void add_row_after(struct bettor *b, int own, int row)
{
    bet_fields(b)[FIELD_REVEALED] = b->view.s.slot[SLOT_ROUND];
    b->reveals = true;
    b->odds = b->at_once;
    add_row(b, own, row);
    bet_fields(b)[FIELD_REVEALED] = 0;
    b->reveals = false;
}

static void add_one(struct bettor *b, int own, int row)
{
    const int when = b->n->sc->row[row].when;
    if (b->at_once > 0 && !b->reveals &&
        know_reads(b->n->sc, when, WHO_CASE, FIELD_REVEALED, FIELD_REVEALED)) {
        add_row_after(b, own, row);
    } else {
        add_row(b, own, row);
    }
}

void bet_add_rows(struct bettor *b, int own, struct rows rows)
{
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        if (b->n->sc->row[i].each) {
            add_one(b, 0, i);
            add_one(b, 1, i);
        } else {
            add_one(b, own, i);
        }
    }
}
