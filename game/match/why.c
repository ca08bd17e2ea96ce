/* why.c: all changes of a game in order, cut down to what is asked and may be known. */
#include "match/why.h"

#include <assert.h>
#include <stdio.h>

/* ---- names ---- */

int why_commitment(const struct scenario *sc, int slot)
{
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *k = &sc->commitment[i];
        if (slot == k->slot || (k->promise && slot == k->slot + 1)) {
            return i;
        }
    }
    return -1;
}

void why_name(const struct scenario *sc, int slot, char *out, size_t size)
{
    const int meter = sc->slot_meter[slot];
    const struct commitment *k = meter == NONE ? &sc->commitment[why_commitment(sc, slot)] : NULL;
    const char *id = k != NULL ? k->id : sc->meter[meter].id;
    const int first = k != NULL ? k->slot : sc->meter[meter].slot;
    if (k != NULL ? k->promise : sc->meter[meter].party) {
        snprintf(out, size, "%s.%s", id, sc->actor[slot - first].id);
    } else {
        snprintf(out, size, "%s", id);
    }
}

const char *why_source(const struct scenario *sc, int row, const char **element)
{
    const struct row *r = &sc->row[row];
    switch (r->source) {
    case SOURCE_MOVE:
        *element = sc->move[r->element].id;
        return "move";
    case SOURCE_RULE:
        *element = sc->rule[r->element].id;
        return "rule";
    case SOURCE_COMMITMENT:
        *element = sc->commitment[r->element].id;
        return sc->commitment[r->element].promise ? "promise" : "agreement";
    default:
        *element = NULL;
        return "engine";
    }
}

const char *why_cause_id(enum why_cause cause)
{
    static const char *const id[] = { "move",   "rule",  "commitment", "engine",
                                      "chance", "lapse", "revelation" };
    return id[cause];
}

/* ---- causes ---- */

/* Has what a commitment rests on ended just before it? */
static bool is_dragged_along(const struct scenario *sc, const struct ledger *ledger, int at,
                             const struct commitment *k)
{
    for (int i = 0; k->needs != NONE && !k->promise && i < at; i++) {
        const struct change *c = &ledger->change[i];
        if (c->slot == sc->commitment[k->needs].slot && c->amount < 0) {
            return true;
        }
    }
    return false;
}

static bool has_run(const struct ledger *ledger, struct rows rows)
{
    bool any = false;
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        any = any || (ledger->ran[i / 64] >> (i % 64) & 1u);
    }
    return any;
}

/* Its rows changed nothing: it lapses as a round begins, is kept or broken while a case is at
 * hand. */
static enum why_event ended_quietly(const struct ledger *ledger, int at, const struct commitment *k)
{
    if (ledger->change[at].case_at < 0) {
        return WHY_LAPSED;
    }
    const bool broken = k->can_break && (!k->can_keep || has_run(ledger, k->broken));
    return k->promise && !broken ? WHY_KEPT : WHY_BROKEN;
}

/* The rows of its commitment that follow say how it ended; those of a promise run for its giver. */
static enum why_event ended(const struct scenario *sc, const struct ledger *ledger, int at,
                            const struct commitment *k)
{
    const struct change *end = &ledger->change[at];
    if (is_dragged_along(sc, ledger, at, k)) {
        return WHY_ENDED;
    }
    if (end->row != 0) {
        return WHY_BROKEN;
    }
    for (int i = at + 1; i < ledger->count; i++) {
        const struct change *c = &ledger->change[i];
        if (k->promise && c->own != end->own) {
            continue;
        }
        if (why_among(k->kept, c->row)) {
            return WHY_KEPT;
        }
        if (why_among(k->broken, c->row)) {
            return WHY_BROKEN;
        }
        if (why_among(k->lapsed, c->row)) {
            return WHY_LAPSED;
        }
    }
    return ended_quietly(ledger, at, k);
}

enum why_event why_event_of(const struct scenario *sc, const struct ledger *ledger, int at)
{
    const struct change *c = &ledger->change[at];
    return c->amount > 0 ? WHY_BEGUN
                         : ended(sc, ledger, at, &sc->commitment[why_commitment(sc, c->slot)]);
}

static enum why_cause commitment_cause(const struct scenario *sc, const struct ledger *ledger,
                                       int at)
{
    const enum why_event event = why_event_of(sc, ledger, at);
    if (event == WHY_LAPSED) {
        return WHY_LAPSE;
    }
    return sc->row[ledger->change[at].row].source == SOURCE_MOVE ? WHY_MOVE
           : event == WHY_ENDED                                  ? WHY_ENGINE
                                                                 : WHY_COMMITMENT;
}

static enum why_cause cause_of(const struct scenario *sc, const struct ledger *ledger, int at)
{
    static const enum why_cause by_source[] = { [SOURCE_MOVE] = WHY_MOVE,
                                                [SOURCE_RULE] = WHY_RULE,
                                                [SOURCE_COMMITMENT] = WHY_COMMITMENT,
                                                [SOURCE_ENGINE] = WHY_ENGINE };
    const struct change *c = &ledger->change[at];
    const struct row *row = &sc->row[c->row];
    if (why_revealed(sc, c)) {
        return WHY_REVELATION;
    }
    if (row->source == SOURCE_COMMITMENT &&
        why_among(sc->commitment[row->element].lapsed, c->row)) {
        return WHY_LAPSE;
    }
    if (row->chance) {
        return WHY_CHANCE;
    }
    return sc->slot_meter[c->slot] == NONE ? commitment_cause(sc, ledger, at)
                                           : by_source[row->source];
}

/* ---- walking through the game ---- */

struct walk {
    const struct match *m;
    const struct scenario *sc;
    int party, slot, first, last; /* what is asked */
    struct pool *pool;
    int value[MAX_SLOTS];
    struct view view; /* after the changes looked at */
    struct narrator n;
    struct why_line *line;
    int lines;
};

static void look_at(struct walk *w, const struct state *s)
{
    if (w->party == WHY_TRUTH) {
        w->view = (struct view){ .s = *s };
    } else {
        view_of(w->sc, s, w->party, &w->view);
    }
    w->n = (struct narrator){ w->sc, w->pool, &w->view };
}

/* An arrival begins a round, in which what follows stays: rounds without a decision share a ledger.
 * Rows of an arrival that had to wait run in a later round. */
static int round_of(const struct walk *w, int round, const struct change *c)
{
    const bool arrives = why_among(w->sc->moment[MOMENT_ARRIVAL], c->row) && c->case_at >= 0 &&
                         w->sc->row[c->row].delay == 0;
    return arrives ? match_now(w->m)->file[c->case_at].field[FIELD_ROUND] : round;
}

static bool is_asked(const struct walk *w, const struct change *c, int round)
{
    return (w->slot == WHY_ALL || w->slot == c->slot) && round >= w->first && round <= w->last &&
           (w->party == WHY_TRUTH || view_sees_slot(w->sc, w->party, c->slot));
}

/* Of the other side's moves the one it looked like, and no row that only one of several forms
 * has; of what it chose in private nothing. */
static void name_cause(const struct walk *w, const struct change *c, struct why_line *line)
{
    const struct row *row = &w->sc->row[c->row];
    line->source = why_source(w->sc, c->row, &line->element);
    line->place = row->source == SOURCE_ENGINE ? 0 : row->place + 1;
    if (line->element == NULL) {
        char name[2 * 64];
        why_name(w->sc, c->slot, name, sizeof name);
        line->element = pool_text(w->pool, "%s", name);
    }
    const bool out = c->case_at >= 0 && w->view.s.file[c->case_at].field[FIELD_REVEALED] != 0;
    if (row->source != SOURCE_MOVE || w->party == WHY_TRUTH || c->own == w->party || out) {
        return;
    }
    const struct move *move = &w->sc->move[row->element];
    line->element = w->sc->beat[move->beat].secret ? "" : w->sc->move[move->seen_as].id;
    line->place = 0;
}

static int percent_of(const struct scenario *sc, const struct row *row)
{
    const struct amount *chance = &sc->amount[row->chance];
    return row->chance && chance->terms == 0 ? chance->base : 0;
}

static void add_line(struct walk *w, const struct ledger *ledger, int at, int round, int step)
{
    const struct change *c = &ledger->change[at];
    const bool truth = w->party == WHY_TRUTH;
    struct why_line *line = &w->line[w->lines++];
    *line = (struct why_line){ .slot = c->slot,
                               .round = round,
                               .step = step,
                               .from = w->value[c->slot],
                               .to = w->value[c->slot] + c->amount,
                               .amount = c->amount,
                               .cause = cause_of(w->sc, ledger, at),
                               .percent = percent_of(w->sc, &w->sc->row[c->row]),
                               .delay = w->sc->row[c->row].delay,
                               .own = c->own,
                               .case_at = c->case_at };
    name_cause(w, c, line);
    line->text = w->sc->slot_meter[c->slot] == NONE
                     ? why_event_text(&w->n, c, why_event_of(w->sc, ledger, at), truth)
                     : why_text(&w->n, c, truth);
}

/* The changes of a ledger that led to a state (match_state), in or after `round`. */
static void walk_ledger(struct walk *w, const struct ledger *ledger, int after, int round, int step)
{
    bool looked = false;
    for (int i = 0; i < ledger->count; i++) {
        const struct change *c = &ledger->change[i];
        round = round_of(w, round, c);
        if (is_asked(w, c, round)) {
            if (!looked) {
                look_at(w, match_state(w->m, after));
                looked = true;
            }
            add_line(w, ledger, i, round, step);
        }
        w->value[c->slot] += c->amount;
    }
}

int why_start(const struct match *m, int slot)
{
    int value = match_state(m, 0)->slot[slot];
    for (int i = 0; i < match_opening(m)->count; i++) {
        const struct change *c = &match_opening(m)->change[i];
        value -= c->slot == slot ? c->amount : 0;
    }
    return value;
}

static int count_changes(const struct match *m)
{
    int count = match_opening(m)->count;
    for (int i = 0; i < match_steps(m); i++) {
        count += match_step(m, i)->ledger.count;
    }
    return count;
}

int why_lines(const struct match *m, int party, int slot, int first, int last, struct pool *pool,
              struct why_line **out)
{
    struct walk *w = pool_take(pool, sizeof *w);
    *w = (struct walk){ .m = m, .sc = match_scenario(m), .party = party, .slot = slot };
    w->first = first;
    w->last = last;
    w->pool = pool;
    w->line = pool_take(pool, (1 + (size_t)count_changes(m)) * sizeof *w->line);
    for (int i = 0; i < w->sc->slots; i++) {
        w->value[i] = match_state(m, 0)->slot[i];
    }
    for (int i = 0; i < match_opening(m)->count; i++) {
        w->value[match_opening(m)->change[i].slot] -= match_opening(m)->change[i].amount;
    }
    walk_ledger(w, match_opening(m), 0, 1, 0);
    for (int i = 0; i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        walk_ledger(w, &step->ledger, step->after, step->round, step->number);
    }
    *out = w->line;
    return w->lines;
}
