/* table_head.c: the top of the table: where in the year, what is wanted, how it stands. */
#include "match/bet.h"
#include "match/know.h"
#include "match/say.h"
#include "match/table_build.h"

#include <string.h>

static enum table_moment moment_of(const struct builder *b)
{
    if (state_over(&b->now.s)) {
        return TABLE_ENDING;
    }
    if (b->now.s.side != b->party) {
        return TABLE_WAITING;
    }
    const struct beat *beat = &b->sc->beat[state_beat(b->sc, &b->now.s)];
    switch (beat->by) {
    case BY_VICTIM:
        return beat->place == 0 ? TABLE_OPENING : TABLE_REACTION;
    case BY_SUSPECT:
        return TABLE_ANSWER;
    default:
        return beat->pick ? TABLE_PICK : beat->secret ? TABLE_ORDERS : TABLE_BLIND;
    }
}

/* 'Incident > Opening > Answer > Reaction > Morning' */
int table_strip(struct builder *b, const struct view *view, int kind, int at,
                struct table_place *out)
{
    const struct round_kind *round = &b->sc->round_kind[kind];
    const struct knower k = know_init(b->sc, view, b->party, -1);
    int count = 0;
    out[count++] = (struct table_place){ narrate_title(&b->n, round->title, b->party), false };
    for (int i = 0; i < round->beats; i++) {
        const struct beat *beat = &b->sc->beat[round->beat[i]];
        if (know_holds(&k, beat->when) == KNOWN_YES) {
            out[count++] =
                (struct table_place){ narrate_title(&b->n, beat->title, b->party), i == at };
        }
    }
    if (round->incident) {
        out[count++] = (struct table_place){ _("Morning"), at == MAX_ROUND_BEATS };
    }
    return count;
}

static void strip(struct builder *b)
{
    const struct state *s = &b->now.s;
    const int at = state_over(s) ? -1 : s->place;
    b->t->places = table_strip(b, &b->now, s->slot[SLOT_CALENDAR], at, b->t->place);
}

/* The number that a goal hangs on: of several the first that fails, else the first of all. */
static const char *number_of(const struct builder *b, const struct knower *k, const struct goal *g)
{
    const struct when *w = &b->sc->when[g->when];
    const struct test *failing = know_failing(k, g->when);
    const struct test *test = failing != NULL ? failing : &b->sc->test[w->first_test];
    const int slot = w->tests > 0 ? know_slot(k, test->ref) : -1;
    if (slot == SLOT_AGREEMENTS) {
        return TABLE_AGREEMENTS;
    }
    const bool named = slot >= SLOT_FIRST_METER &&
                       (b->sc->slot_meter[slot] != NONE || why_commitment(b->sc, slot) >= 0);
    return named ? table_name(b, slot) : "";
}

void table_goals(const struct builder *b, const struct view *view, struct table_goal *out)
{
    const struct knower k = know_init(b->sc, view, b->party, -1);
    const struct narrator n = { b->sc, b->pool, view };
    for (int i = 0; i < b->sc->goals; i++) {
        const struct goal *g = &b->sc->goal[i];
        out[i] = (struct table_goal){ narrate_title(&n, g->title, b->party),
                                      know_holds(&k, g->when) == KNOWN_YES, number_of(b, &k, g) };
    }
}

static void goals(struct builder *b)
{
    b->t->aim = narrate_title(&b->n, b->sc->aim, b->party);
    b->t->goals = b->sc->goals;
    table_goals(b, &b->now, b->t->goal);
}

static const char *band_of(const struct builder *b, const struct meter *m, int value)
{
    int i = 0;
    while (i < m->bands - 1 && value > m->band[i].at) {
        i++;
    }
    return m->bands ? narrate_title(&b->n, m->band[i].title, b->party) : "";
}

struct table_meter table_meter_of(const struct builder *b, int slot)
{
    const struct meter *m = &b->sc->meter[b->sc->slot_meter[slot]];
    const int value = b->now.s.slot[slot];
    struct table_meter t = { .id = m->id,
                             .title = narrate_title(&b->n, m->title, b->party),
                             .why = table_name(b, slot),
                             .known = view_sees_slot(b->sc, b->party, slot),
                             .lo = m->lo,
                             .hi = m->hi,
                             .good = m->good,
                             .text = "",
                             .band = "",
                             .marks = m->marks };
    t.change =
        bet_change(b->pool, t.known ? value - b->begun[slot] : 0, bet_good(b->sc, b->party, slot));
    if (t.known) {
        t.value = value;
        t.text = pool_text(b->pool, value < 0 ? "–%d" : "%d", value < 0 ? -value : value);
        t.band = band_of(b, m, value);
    }
    for (int i = 0; i < m->marks; i++) {
        t.mark[i] =
            (struct table_mark){ m->mark[i].at, narrate_title(&b->n, m->mark[i].title, b->party) };
    }
    return t;
}

const char *table_value(const struct builder *b, const struct table_meter *t)
{
    return *t->band ? pool_text(b->pool, _("%s, %s"), t->text, t->band) : t->text;
}

static void main_meters(struct builder *b)
{
    b->t->meter = pool_take(b->pool, MAX_METERS * sizeof *b->t->meter);
    for (int i = 0; i < b->sc->meters; i++) {
        const struct meter *m = &b->sc->meter[i];
        if (m->shown == SHOWN_TABLE && m->see != SEE_NONE) {
            b->t->meter[b->t->meters++] = table_meter_of(b, m->slot + (m->party ? b->party : 0));
        }
    }
}

static void agreements(struct builder *b)
{
    b->t->agreement = pool_take(b->pool, MAX_SET * sizeof *b->t->agreement);
    for (int i = 0; i < b->sc->agreements; i++) {
        const struct commitment *k = &b->sc->commitment[b->sc->agreement[i]];
        if (b->now.s.slot[k->slot]) {
            const int due = table_due(b, k, b->now.s.slot[k->age]);
            const char *date = narrate_date(&b->n, due);
            b->t->agreement[b->t->agreements++] = (struct table_line){
                narrate_title(&b->n, k->title, b->party), narrate_title(&b->n, k->line, b->party),
                *date ? pool_text(b->pool, _("until %s"), date) : "", true, table_name(b, k->slot)
            };
        }
    }
}

/* ---- waiting ---- */

/* The character in the other chair, or -1: scripts, programs and persons have none. */
static int character_of(const struct builder *b)
{
    const struct minister *minister = match_minister(b->m, 1 - b->party);
    return minister ? scenario_character(b->sc, minister->character) : -1;
}

static void opposite(struct builder *b)
{
    const int at = character_of(b);
    b->t->opposite = "";
    if (at >= 0) {
        const struct character *who = &b->sc->character[at];
        const char *title = narrate_title(&b->n, who->title, 1 - b->party);
        const char *line = narrate_title(&b->n, who->line, 1 - b->party);
        b->t->opposite = pool_text(b->pool, *line ? _("%s. %s") : _("%s."), title, line);
    }
}

/* A line of manner, never of mind: another one at each beat. Whoever has no character takes its
 * time like the first. */
static void waiting(struct builder *b)
{
    const struct actor *other = &b->sc->actor[1 - b->party];
    const int at = character_of(b);
    const int turn = state_round(&b->now.s) * MAX_ROUND_BEATS + b->now.s.place;
    b->t->waiting =
        pool_text(b->pool, _("%s, %s, decides."), narrate_title(&b->n, other->title, b->party),
                  narrate_title(&b->n, other->country, b->party));
    if (b->sc->characters > 0) {
        const struct character *who = &b->sc->character[at < 0 ? 0 : at];
        b->t->manner = narrate(&b->n, who->manner, 1 - b->party, -1, turn);
    }
}

/* ---- the party's part ---- */

static const char *task_of(enum table_moment moment)
{
    static const char *const task[] = {
        [TABLE_OPENING] = N_("you were struck"),
        [TABLE_ANSWER] = N_("they ask you"),
        [TABLE_REACTION] = N_("you decide what the answer is worth"),
        [TABLE_PICK] = N_("you choose what to sign"),
        [TABLE_ORDERS] = N_("you give orders in private"),
        [TABLE_BLIND] = N_("you choose while they choose"),
        [TABLE_WAITING] = N_("they decide"),
    };
    return moment == TABLE_ENDING ? "" : _(task[moment]);
}

static const char *coach(const struct builder *b, int beat)
{
    const bool decides = beat >= 0 && b->now.s.side == b->party;
    return decides ? narrate(&b->n, b->sc->beat[beat].coach, b->party, builder_case(b),
                             state_round(&b->now.s) - 1)
                   : "";
}

/* ---- what became of the clauses ---- */

const char *table_clauses(const struct builder *b, unsigned set)
{
    const char *list = "";
    for (int i = 0; i < b->sc->agreements; i++) {
        if (set >> i & 1u) {
            const struct commitment *k = &b->sc->commitment[b->sc->agreement[i]];
            const char *title = narrate_title(&b->n, k->title, b->party);
            list = *list ? pool_text(b->pool, _("%s, %s"), list, title) : title;
        }
    }
    return *list ? list : _("nothing");
}

int table_chosen(const struct builder *b, int round, const char **out)
{
    int count = 0;
    const int beat = round == state_round(&b->now.s) ? state_beat(b->sc, &b->now.s) : -1;
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        if (step->round == round && step->beat != beat && count < 2 * MAX_ROUND_BEATS &&
            b->sc->beat[step->beat].by == BY_BOTH && table_is_said(b->sc, step)) {
            const struct phrase *because = b->sc->move[step->move].because;
            out[count++] =
                pool_text(b->pool, _("%s."),
                          narrate_title(&b->n, because[step->party != b->party], b->party));
        }
    }
    return count;
}

int table_offers(const struct builder *b, int round, const char **out)
{
    const uint16_t *said = b->now.s.said[round - 1];
    const unsigned mine = said[b->party], theirs = said[1 - b->party];
    if (!((mine | theirs) & MOVE_SET)) {
        return 0;
    }
    out[0] = pool_text(b->pool, _("You were ready to sign: %s."), table_clauses(b, mine));
    out[1] = pool_text(b->pool, _("They were ready to sign: %s."), table_clauses(b, theirs));
    return 2;
}

/* The decisions of this round are not over, but some are. */
static void news(struct builder *b)
{
    const uint16_t *said = b->now.s.said[state_round(&b->now.s) - 1];
    b->t->news_text = pool_take(b->pool, TABLE_NEWS * sizeof *b->t->news_text);
    b->t->news = table_chosen(b, state_round(&b->now.s), b->t->news_text);
    const int offers = table_offers(b, state_round(&b->now.s), b->t->news_text + b->t->news);
    b->t->news += offers;
    if (offers > 0) { /* what both were ready for */
        const unsigned both = (unsigned)(said[0] & said[1]);
        b->t->news_text[b->t->news++] = pool_text(b->pool, _("Signed: %s"), table_clauses(b, both));
    }
}

static enum table_undo undo_of(const struct match *m, int party)
{
    const int number = match_undo_number(m, party);
    return number == 0 ? UNDO_NOTHING : match_undo_free(m, number) ? UNDO_FREE : UNDO_REWIND;
}

static const char *hindsight_note(const struct match *m)
{
    return !match_hindsight(m) ? ""
           : match_left_rules(m) != 0
               ? _("With hindsight: the scenario was changed on the way.")
               : _("With hindsight: a decision was made again once more was known.");
}

void table_head(struct builder *b)
{
    struct table *t = b->t;
    const struct state *s = &b->now.s;
    const int beat = state_beat(b->sc, s);
    t->scenario = b->sc;
    t->party = b->party;
    t->other = 1 - b->party;
    t->moment = moment_of(b);
    t->round = state_round(s);
    t->rounds = b->sc->rounds;
    t->round_text = pool_text(b->pool, _("Round %d of %d"), t->round, t->rounds);
    t->date = narrate_date(&b->n, t->round);
    t->beat = beat < 0 ? "" : narrate_title(&b->n, b->sc->beat[beat].title, b->party);
    t->task = task_of(t->moment);
    t->coach = coach(b, beat);
    t->hindsight = match_hindsight(b->m) ? _("With hindsight") : "";
    t->hindsight_note = hindsight_note(b->m);
    t->undo = undo_of(b->m, b->party);
    t->waiting = t->manner = t->how = "";
    opposite(b);
    strip(b);
    goals(b);
    main_meters(b);
    agreements(b);
    if (!state_over(s)) {
        news(b);
    }
    if (t->moment == TABLE_WAITING) {
        waiting(b);
    }
}
