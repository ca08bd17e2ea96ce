/* bet.c: what a move may do, asked of its rows one world at a time.
 *
 * Each row is tested in every world: what holds
 * in all of them is sure, what holds in one class of them stands in that class's group. */
#include "match/bet_world.h"

#include "core/case.h"
#include "core/move.h"
#include "match/know.h"
#include "match/say.h"

#include <string.h>

/* ---- one row ---- */

/* How a row stands in each class: worlds in which it holds, and in all. */
struct tally {
    int holds[3], maybe[3], all[3];
    int weight[3]; /* per mille, of the worlds in which it holds */
};

static struct tally tally_row(struct bettor *b, int own, int row)
{
    struct tally t = { 0 };
    for (int i = 0; i < b->worlds; i++) {
        const struct world *w = &b->world[i];
        bet_suppose(b, w);
        const struct knower k = bet_knower(b, own);
        const enum known holds = know_holds(&k, b->n->sc->row[row].when);
        t.all[w->class]++;
        t.holds[w->class] += holds == KNOWN_YES;
        t.maybe[w->class] += holds == KNOWN_NOT;
        t.weight[w->class] += holds == KNOWN_NO ? 0 : w->weight;
    }
    return t;
}

/* Where and how likely a row's operations happen. */
struct branch {
    int group;
    int percent;  /* by draw */
    int weight;   /* of the world and of its coming out, per mille */
    bool perhaps; /* hangs on what is not known */
    int delay;
};

static const char *chance_of(const struct bettor *b, const struct branch *at)
{
    const struct narrator *n = b->n;
    const char *odds = at->perhaps ? _("perhaps") : narrate_odds(n, at->percent);
    if (b->reveals) {
        const char *out = narrate_odds(n, b->odds);
        /* TRANSLATORS: a chance that counts anew each round: 1 in 6 a round */
        out = b->at_once ? out : pool_text(n->pool, _("%s a round"), out);
        return *odds && *out ? pool_text(n->pool, _("%s; %s"), out, odds) : *odds ? odds : out;
    }
    if (at->delay > 0) {
        const char *later = pool_text(
            n->pool, ngettext("next round", "in %d rounds", (unsigned long)at->delay), at->delay);
        return *odds ? pool_text(n->pool, _("%s, %s"), odds, later) : later;
    }
    return odds;
}

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

/* A line for a number: always for those that are shown; for bookkeeping only where it is good or
 * bad for somebody. */
static bool worth_a_line(const struct bettor *b, int slot)
{
    const int meter = b->n->sc->slot_meter[slot];
    if (meter == NONE) {
        return false;
    }
    const struct meter *m = &b->n->sc->meter[meter];
    return m->shown != SHOWN_NOT || (m->good != 0 && m->title.count > 0);
}

static void add_number(struct bettor *b, const struct branch *at, const struct knower *k,
                       const struct op *op)
{
    struct stake stake = { .slot = know_slot(k, op->target),
                           .chance = chance_of(b, at),
                           .perhaps = at->perhaps };
    stake.amount = know_change(k, op, &stake.counted);
    if (stake.slot < 0) {
        stake.label = stake.amount > 0 ? _("a surer trace") : _("a weaker trace");
        stake.counted = false;
    } else if (worth_a_line(b, stake.slot)) {
        stake.label = bet_slot_title(b->n, stake.slot);
    } else {
        return;
    }
    if (stake.amount == 0 && stake.counted) {
        return;
    }
    if (b->outlook != NULL && stake.slot >= 0) {
        b->outlook->slot[stake.slot] += (int64_t)stake.amount * at->weight * at->percent / 100;
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

static void add_ops(struct bettor *b, int own, int first, int count, const struct branch *at)
{
    const struct knower k = bet_knower(b, own);
    for (int i = first; i < first + count && at->percent > 0; i++) {
        const struct op *op = &b->n->sc->op[i];
        if (op->verb > OP_TOWARD) {
            const struct stake stake = { .slot = -1,
                                         .label = event_of(b, op, own),
                                         .chance = chance_of(b, at),
                                         .perhaps = at->perhaps };
            bet_line_add(b->n, &b->out->group[at->group], stake);
            if (op->verb == OP_REVEAL && at->percent > b->at_once) {
                b->at_once = at->percent;
            }
            continue;
        }
        add_number(b, at, &k, op);
        if (at->group == SURE && at->percent == 100 && !at->perhaps && at->delay == 0) {
            apply(b, &k, op);
        }
    }
}

static void add_branches(struct bettor *b, int own, int row, struct branch at)
{
    const struct row *r = &b->n->sc->row[row];
    const struct knower k = bet_knower(b, own);
    bool known = true;
    const int chance = r->chance ? know_amount(&k, r->chance, &known) : 100;
    at.percent = chance < 0 ? 0 : chance > 100 ? 100 : chance;
    at.perhaps = at.perhaps || !known;
    at.delay = r->delay;
    add_ops(b, own, r->first_op, r->ops, &at);
    at.percent = 100 - at.percent;
    add_ops(b, own, r->first_else, r->elses, &at);
}

static bool in_all(const struct tally *t)
{
    return t->holds[FIRST] == t->all[FIRST] && t->holds[SECOND] == t->all[SECOND];
}

/* Not what a case comes to: hidden numbers that are none of the worlds'. */
static bool equally_unknown(const struct tally *t)
{
    return t->maybe[FIRST] == t->all[FIRST] && t->maybe[SECOND] == t->all[SECOND];
}

static void add_row(struct bettor *b, int own, int row)
{
    const struct tally t = tally_row(b, own, row);
    const int share = b->reveals ? b->odds * 10 : PER_MILLE;
    const bool sure =
        b->reveals ? b->at_once == 100 && in_all(&t) : in_all(&t) || equally_unknown(&t);
    if (sure) {
        add_branches(
            b, own, row,
            (struct branch){ .group = b->sure, .weight = PER_MILLE, .perhaps = !in_all(&t) });
        return;
    }
    for (int class = FIRST; class <= SECOND; class ++) {
        if (t.holds[class] + t.maybe[class] > 0) {
            add_branches(b, own, row,
                         (struct branch){ .group = class,
                                          .weight = t.weight[class] * share / PER_MILLE,
                                          .perhaps = t.holds[class] < t.all[class] });
        }
    }
}

static void add_rows(struct bettor *b, int own, struct rows rows)
{
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        if (b->n->sc->row[i].each) {
            add_row(b, 0, i);
            add_row(b, 1, i);
        } else {
            add_row(b, own, i);
        }
    }
}

/* ---- what follows when it comes out ---- */

/* Rules of the truth belong to a card when they ask what was done in its beat. */
static bool reads_beat(const struct bettor *b, int row)
{
    const int place = b->n->sc->beat[b->beat].place;
    const int when = b->n->sc->row[row].when;
    return know_reads_field(b->n->sc, when, FIELD_SEEN + place, FIELD_SEEN + place) ||
           know_reads_field(b->n->sc, when, FIELD_REAL + place, FIELD_REAL + place) ||
           (b->claims && know_reads_field(b->n->sc, when, FIELD_WORD, FIELD_WORD));
}

static void add_revealed(struct bettor *b, const struct move *m)
{
    const struct scenario *sc = b->n->sc;
    b->odds = b->at_once ? b->at_once : case_odds(sc, &b->view.s, b->case_at);
    if (bet_fields(b)[FIELD_REVEALED] || b->odds == 0) {
        return;
    }
    b->reveals = true;
    bet_fields(b)[FIELD_REVEALED] = b->view.s.slot[SLOT_ROUND];
    add_rows(b, b->party, m->revealed);
    const struct rows rules = sc->moment[MOMENT_REVEALED];
    for (int i = rules.first; i < rules.first + rules.count; i++) {
        if (reads_beat(b, i)) {
            add_rows(b, bet_fields(b)[FIELD_VICTIM], (struct rows){ (uint16_t)i, 1 });
        }
    }
}

/* ---- the whole ---- */

/* Did the other side say something in this case that has a second private form? */
static bool two_faced(const struct bettor *b)
{
    const struct scenario *sc = b->n->sc;
    for (int i = 0; b->case_at >= 0 && i < MAX_ROUND_BEATS; i++) {
        const int16_t *field = b->view.s.file[b->case_at].field;
        const int seen = field[FIELD_SEEN + i];
        for (int m = 0; seen != NONE && m < sc->moves; m++) {
            const bool theirs =
                (sc->beat[sc->move[m].beat].by == BY_VICTIM) != (field[FIELD_VICTIM] == b->party);
            if (theirs && m != seen && sc->move[m].seen_as == seen) {
                return !field[FIELD_REVEALED];
            }
        }
    }
    return false;
}

static struct bettor bettor_of(const struct narrator *n, struct table_bet *out,
                               struct bet_outlook *outlook)
{
    const struct state *s = &n->view->s;
    const bool incident = n->sc->round_kind[s->slot[SLOT_CALENDAR]].incident;
    memset(out, 0, sizeof *out);
    return (struct bettor){ .n = n,
                            .view = *n->view,
                            .party = n->view->party,
                            .case_at = incident ? s->cases - 1 : -1,
                            .beat = state_beat(n->sc, s),
                            .move = -1,
                            .out = out,
                            .outlook = outlook };
}

/* As round.c notes a move before its rows run. */
static void note(struct bettor *b, int move)
{
    const struct scenario *sc = b->n->sc;
    struct state *s = &b->view.s;
    const int seen = move_seen(sc, move);
    b->move = move;
    if (sc->move[move].again || sc->beat[b->beat].secret) {
        return;
    }
    s->slot[SLOT_REPEATED] = (int16_t)(s->last[b->party][b->beat] == seen + 1);
    s->slot[SLOT_FAMILY_BEFORE + b->party] = s->slot[SLOT_FAMILY + b->party];
    s->slot[SLOT_FAMILY + b->party] = (int16_t)move_family(sc, move);
    if (b->case_at >= 0) {
        const int place = sc->beat[b->beat].place;
        bet_fields(b)[FIELD_SEEN + place] = (int16_t)seen;
        bet_fields(b)[FIELD_REAL + place] = (int16_t)move;
        b->claims = sc->move[move].claims;
        if (b->claims) {
            bet_fields(b)[FIELD_WORD] = WORD_OPEN;
        }
    }
}

static void set_titles(const struct bettor *b)
{
    struct bet_group *g = b->out->group;
    const bool victim =
        b->case_at >= 0 && b->view.s.file[b->case_at].field[FIELD_VICTIM] == b->party;
    g[SURE].title = _("For sure");
    if (victim) {
        g[FIRST].title = _("If it was them");
        g[SECOND].title = _("If it was not");
    } else if (b->claims) {
        g[FIRST].title = _("If it holds");
        g[SECOND].title = _("If it comes out");
    } else {
        g[FIRST].title = _("If it was us");
        g[SECOND].title = _("If it was not us");
    }
}

/* Groups without lines are left out. */
static void finish(struct table_bet *out)
{
    for (int i = 0; i < BET_GROUPS; i++) {
        bet_line_sort(&out->group[i]);
        if (out->group[i].lines > 0) {
            out->group[out->groups++] = out->group[i];
        }
    }
}

void bet_of_move(const struct narrator *n, int move, struct table_bet *out,
                 struct bet_outlook *outlook)
{
    struct bettor b = bettor_of(n, out, outlook);
    const struct move *m = &n->sc->move[move];
    b.two_faced = two_faced(&b);
    note(&b, move);
    bet_find_worlds(&b);
    set_titles(&b);
    add_rows(&b, b.party, m->now);
    if (!m->again) {
        add_rows(&b, b.party, n->sc->moment[MOMENT_BEAT + b.beat]);
        if (b.case_at >= 0) {
            add_revealed(&b, m);
        }
    }
    finish(out);
}

void bet_of_clause(const struct narrator *n, int commitment, struct table_bet *out,
                   struct bet_outlook *outlook)
{
    struct bettor b = bettor_of(n, out, outlook);
    bet_find_worlds(&b);
    out->group[SURE].title = _("For sure");
    out->group[FIRST].title = _("Each morning");
    add_rows(&b, b.party, n->sc->commitment[commitment].signing);
    b.sure = FIRST;
    add_rows(&b, b.party, n->sc->commitment[commitment].upkeep);
    finish(out);
}
