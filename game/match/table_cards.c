/* table_cards.c: what can be chosen, with its bet and the advisers' marks. */
#include "match/advice.h"
#include "match/bet.h"
#include "match/know.h"
#include "match/say.h"
#include "match/table_build.h"

#include "core/move.h"

#include <assert.h>

enum { FORMS = 4 };

/* ---- why not ---- */

static const char *short_of(const struct builder *b, const struct test *t, int slot)
{
    const struct table_meter m = table_meter_of(b, slot);
    const char *title = bet_slot_title(&b->n, slot);
    const char *value = table_value(b, &m);
    if (m.hi - m.lo == 1) {
        return pool_text(b->pool, _("Not now: %s: %s."), title, *m.band ? m.band : value);
    }
    return pool_text(b->pool,
                     m.value < t->lo ? _("Not now: %s must reach %d; at present %s.")
                                     : _("Not now: %s must come down to %d; at present %s."),
                     title, m.value < t->lo ? t->lo : t->hi, value);
}

/* A reason worth showing, or NULL: a card that has no place here is left out. */
static const char *reason(const struct builder *b, const struct knower *k, int when)
{
    const struct test *t = know_failing(k, when);
    const int slot = t == NULL ? -1 : know_slot(k, t->ref);
    if (t != NULL && slot < 0 && t->ref.index == FIELD_FILE &&
        !b->now.s.file[builder_case(b)].field[FIELD_FILE]) {
        return _("Not now: your file does not say that it was you.");
    }
    if (slot < 0) {
        return NULL;
    }
    const int meter = b->sc->slot_meter[slot];
    const int commitment = why_commitment(b->sc, slot);
    if (meter != NONE && b->sc->meter[meter].shown != SHOWN_NOT && !t->ids) {
        return short_of(b, t, slot);
    }
    if (commitment >= 0) {
        const char *title = narrate_title(&b->n, b->sc->commitment[commitment].title, b->party);
        return pool_text(b->pool,
                         t->lo > 0 ? _("Not now: it takes this in force: %s.")
                                   : _("Not now: this already stands: %s."),
                         title);
    }
    return NULL;
}

static const char *why_not(const struct builder *b, int move)
{
    const struct move *m = &b->sc->move[move];
    const struct knower k = know_init(b->sc, &b->now, b->party, builder_case(b));
    if (m->again && (b->now.s.again >> move & 1u)) {
        return _("Not now: once a round.");
    }
    return reason(b, &k, m->when);
}

/* ---- cards ---- */

static bool is_legal(const struct builder *b, int move)
{
    return move_is_legal(b->sc, &b->now.s, move);
}

static void add_form(struct builder *b, struct table_card *card, int move)
{
    const struct move *m = &b->sc->move[move];
    const bool legal = is_legal(b, move);
    const char *why = legal ? "" : why_not(b, move);
    if (why == NULL) {
        return;
    }
    assert(card->forms < FORMS); /* a scenario with more is refused */
    struct table_form *form = &card->form[card->forms++];
    const struct phrase title = m->secretly.count ? m->secretly : m->title;
    form->move = move;
    form->id = m->id;
    form->title = narrate(&b->n, title, b->party, builder_case(b), 0);
    form->line = narrate(&b->n, m->line, b->party, builder_case(b), 0);
    form->off = !legal;
    form->why_not = why;
    if (legal) {
        bet_of_move(&b->n, move, &form->bet);
    }
}

/* A card is off when all its forms are. */
static void close_card(struct table_card *card)
{
    card->off = true;
    card->why_not = card->form[0].why_not;
    for (int i = 0; i < card->forms; i++) {
        if (!card->form[i].off) {
            card->off = false;
            card->why_not = "";
        }
    }
}

static void add_card(struct builder *b, const struct beat *beat, int move)
{
    struct table_card *card = &b->t->card[b->t->cards];
    const struct move *m = &b->sc->move[move];
    const int case_at = builder_case(b);
    *card = (struct table_card){ .family = m->family, .open = m->open, .again = m->again };
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        if (b->sc->move[i].seen_as == move) {
            add_form(b, card, i);
        }
    }
    if (card->forms == 0) {
        return;
    }
    card->key = b->t->cards + 1;
    card->title = narrate(&b->n, m->title, b->party, case_at, 0);
    card->line = narrate(&b->n, m->line, b->party, case_at, 0);
    card->says =
        case_at >= 0 ? narrate_quote(&b->n, narrate_speech(&b->n, b->party, case_at, move)) : "";
    close_card(card);
    b->t->cards++;
}

static void cards(struct builder *b, const struct beat *beat)
{
    b->t->card = pool_take(b->pool, ((size_t)beat->moves + 1) * sizeof *b->t->card);
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        if (b->sc->move[i].seen_as == i) {
            add_card(b, beat, i);
        }
    }
}

/* ---- clauses ---- */

static const char *clause_why_not(const struct builder *b, const struct commitment *k)
{
    const struct knower asks = know_init(b->sc, &b->now, b->party, -1);
    if (k->needs != NONE && !b->now.s.slot[b->sc->commitment[k->needs].slot]) {
        const char *title = narrate_title(&b->n, b->sc->commitment[k->needs].title, b->party);
        return pool_text(b->pool, _("Not now: it takes this in force: %s."), title);
    }
    const char *why = reason(b, &asks, k->when);
    return why ? why : _("Not yet.");
}

static void add_clause(struct builder *b, int index, bool on_table)
{
    const struct commitment *k = &b->sc->commitment[b->sc->agreement[index]];
    struct table_clause *clause = &b->t->clause[b->t->clauses++];
    *clause = (struct table_clause){ .key = index + 1, .id = k->id, .on_table = on_table };
    clause->title = narrate_title(&b->n, k->title, b->party);
    clause->line = narrate_title(&b->n, k->line, b->party);
    clause->in_force = b->now.s.slot[k->slot] != 0;
    const char *due = narrate_date(&b->n, table_due(b, k, 0));
    clause->due = *due ? pool_text(b->pool, _("until %s"), due) : "";
    clause->why_not = on_table || clause->in_force ? "" : clause_why_not(b, k);
    if (on_table) {
        bet_of_clause(&b->n, b->sc->agreement[index], &clause->bet);
    }
}

static void clauses(struct builder *b, const struct beat *beat)
{
    const unsigned on_table = move_on_the_table(b->sc, &b->now.s);
    b->t->pick = beat->pick;
    b->t->how =
        pool_text(b->pool,
                  ngettext("Up to %d of them; only what both of you choose, unseen, is signed.",
                           "Up to %d of them; only what both of you choose, unseen, is signed.",
                           (unsigned long)beat->pick),
                  beat->pick);
    b->t->clause = pool_take(b->pool, MAX_SET * sizeof *b->t->clause);
    for (int i = 0; i < b->sc->agreements; i++) {
        add_clause(b, i, on_table >> i & 1u);
    }
}

/* ---- advisers ---- */

/* A move by its title, with its private form; a set of clauses by theirs. */
static const char *title_of(const struct builder *b, int move)
{
    if (move & MOVE_SET && move != MOVE_SET) {
        return table_clauses(b, (unsigned)move);
    }
    const int beat = state_beat(b->sc, &b->now.s), at = builder_case(b);
    const struct move *m =
        &b->sc->move[move == MOVE_SET ? scenario_move(b->sc, beat, "none") : move];
    const char *title = narrate(&b->n, b->sc->move[m->seen_as].title, b->party, at, 0);
    const char *form = narrate(&b->n, m->secretly, b->party, at, 0);
    return *form ? pool_text(b->pool, _("%s, %s"), title, form) : title;
}

static void mark_card(const struct builder *b, int adviser)
{
    struct table_adviser *a = &b->t->adviser[adviser];
    for (int i = 0; i < b->t->cards; i++) {
        struct table_card *card = &b->t->card[i];
        for (int k = 0; k < card->forms; k++) {
            if (card->form[k].move == a->move) {
                const char *title = card->forms > 1 ? card->form[k].title : card->title;
                a->card = i;
                a->marks = pool_text(b->pool, _("marks %d, %s"), card->key, title);
                card->advisers |= 1u << adviser;
            }
        }
    }
}

static void mark_clauses(const struct builder *b, int adviser)
{
    struct table_adviser *a = &b->t->adviser[adviser];
    const char *keys = "";
    for (int i = 0; i < b->t->clauses; i++) {
        if (a->move >> i & 1) {
            keys = pool_text(b->pool, *keys ? _("%s, %d") : "%s%d", keys, b->t->clause[i].key);
            b->t->clause[i].advisers |= 1u << adviser;
        }
    }
    a->marks = *keys ? pool_text(b->pool, _("marks %s"), keys) : _("marks none");
}

static void advise(const struct builder *b, int adviser)
{
    struct table_adviser *a = &b->t->adviser[adviser];
    struct advice advice;
    advice_of(b->sc, &b->now, &b->sc->adviser[adviser].disposition, &advice);
    const char *other = advice.other < 0 ? "" : title_of(b, advice.other);
    a->title = advice_title(&b->n, adviser);
    a->move = advice.move;
    a->choice = title_of(b, advice.move);
    a->card = -1;
    a->says = narrate_quote(&b->n, advice_sentence(&b->n, adviser, &advice));
    a->reason = advice_reason(&b->n, &advice, other);
    if (b->t->moment == TABLE_PICK) {
        mark_clauses(b, adviser);
    } else {
        mark_card(b, adviser);
    }
}

/* ---- the beat ---- */

void table_cards(struct builder *b)
{
    const enum table_moment moment = b->t->moment;
    if (moment == TABLE_WAITING || moment == TABLE_ENDING) {
        return;
    }
    const struct beat *beat = &b->sc->beat[state_beat(b->sc, &b->now.s)];
    if (moment == TABLE_PICK) {
        clauses(b, beat);
    } else {
        cards(b, beat);
    }
    b->t->advisers = b->advised ? b->sc->advisers : 0;
    for (int i = 0; i < b->t->advisers; i++) {
        advise(b, i);
    }
}
