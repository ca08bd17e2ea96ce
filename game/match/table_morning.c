/* table_morning.c: two headlines, and what happened since the round began. */
#include "match/say.h"
#include "match/table_build.h"

#include "core/move.h"

#include <string.h>

/* ---- which round ---- */

/* The last round that is over, or 0. */
static int round_over(const struct builder *b)
{
    return state_round(&b->now.s) - !state_over(&b->now.s);
}

/* The states a round began and ended with. */
static void span(const struct builder *b, int round, int *first, int *last)
{
    *first = *last = 0;
    for (int i = match_steps(b->m) - 1; i >= 0; i--) {
        const struct step *step = match_step(b->m, i);
        if (step->round == round) {
            *last = *last ? *last : step->after;
            *first = step->before;
        }
    }
}

/* Has the party made no decision since? */
static bool unanswered(const struct builder *b, int round)
{
    for (int i = match_steps(b->m) - 1; i >= 0 && match_step(b->m, i)->round > round; i--) {
        if (match_step(b->m, i)->party == b->party) {
            return false;
        }
    }
    return true;
}

/* ---- headlines ---- */

static const char *printed_because(struct builder *b, int case_at)
{
    struct table_quote *quote;
    const int count = table_quotes(b, case_at, &quote);
    for (int i = 0; i < count; i++) {
        if (quote[i].open) {
            return quote[i].party == b->party ? _("You spoke in public.")
                                              : _("They spoke in public.");
        }
    }
    return _("Nobody spoke in public; the damage did.");
}

/* News of an older case, the oldest that is still open. */
static const char *page_seven(const struct builder *b, int case_at)
{
    for (int i = 0; i < case_at; i++) {
        if (!b->now.s.file[i].field[FIELD_REVEALED]) {
            const int round = b->now.s.file[i].field[FIELD_ROUND];
            return pool_text(b->pool, _("“%s”, %s: still no answer"), table_case_title(b, i),
                             narrate_date(&b->n, round));
        }
    }
    return "";
}

static void headlines(struct builder *b, struct table_morning *m, int case_at)
{
    const int victim = b->now.s.file[case_at].field[FIELD_VICTIM];
    const struct incident *in = &b->sc->incident[b->now.s.file[case_at].field[FIELD_INCIDENT]];
    int first, last;
    span(b, m->round, &first, &last);
    const struct narrator *n = builder_at(b, last);
    const char *text[2];
    text[victim != b->party] = narrate(n, in->home, victim, case_at, 0);
    text[victim == b->party] = narrate(n, in->abroad, victim, case_at, 0);
    const char *paper = pool_text(b->pool, _("%s, the morning papers"), m->date);
    m->headlines = 2;
    m->headline[0] = (struct table_headline){
        _("At home"), b->party, paper, text[0], _("Printed because"), printed_because(b, case_at)
    };
    const char *inside = page_seven(b, case_at);
    m->headline[1] = (struct table_headline){
        _("Abroad"), 1 - b->party, paper, text[1], *inside ? _("Page seven") : "", inside
    };
}

/* ---- what came out ---- */

static bool came_out(const struct builder *b, int case_at, int first, int last)
{
    const struct state *before = match_state(b->m, first), *after = match_state(b->m, last);
    const bool open = case_at >= before->cases || !before->file[case_at].field[FIELD_REVEALED];
    return open && after->file[case_at].field[FIELD_REVEALED];
}

static const char *old_sentence(struct builder *b, int case_at, const struct narrator *n)
{
    const struct table_quote said = table_answer(b, case_at);
    const enum word word = (enum word)b->now.s.file[case_at].field[FIELD_WORD];
    if (said.party < 0 || word < WORD_STRAIGHT) {
        return "";
    }
    const char *text = *said.text ? said.text : said.title;
    /* the file of its own services had not said that it was they */
    if (said.party == b->party && word == WORD_FALSE && !b->now.s.file[case_at].field[FIELD_FILE]) {
        return pool_text(n->pool, _("You had said, in good faith: %s That was %s."), text,
                         table_word_title(word));
    }
    const char *format = said.party != b->party ? _("They had said: %s That was %s.")
                                                : _("You had said: %s That was %s.");
    return pool_text(n->pool, format, text, table_word_title(word));
}

static void truths(struct builder *b, struct table_morning *m)
{
    int first, last;
    span(b, m->round, &first, &last);
    m->truth = pool_take(b->pool, MAX_ROUNDS * sizeof *m->truth);
    for (int i = 0; i < match_state(b->m, last)->cases; i++) {
        if (!came_out(b, i, first, last)) {
            continue;
        }
        const int16_t *field = b->now.s.file[i].field;
        const struct incident *in = &b->sc->incident[field[FIELD_INCIDENT]];
        m->truth[m->truths++] = (struct table_line){ table_case_title(b, i),
                                                     narrate(&b->n, in->truth[field[FIELD_CULPRIT]],
                                                             field[FIELD_VICTIM], i, 0),
                                                     old_sentence(b, i, &b->n), true, "" };
    }
}

/* ---- what else happened ---- */

/* A move that might have brought the truth out, and did not. */
static const char *nothing_out(const struct builder *b, const struct step *step, int case_at)
{
    const struct move *m = &b->sc->move[move_seen(b->sc, step->move)];
    const struct state *after = match_state(b->m, step->after);
    bool tried = false;
    for (int i = m->now.first; i < m->now.first + m->now.count; i++) {
        const struct row *row = &b->sc->row[i];
        for (int k = row->first_op; k < row->first_op + row->ops; k++) {
            tried = tried || (row->chance != 0 && b->sc->op[k].verb == OP_REVEAL);
        }
    }
    if (!tried || after->file[case_at].field[FIELD_REVEALED]) {
        return NULL;
    }
    return pool_text(b->pool, _("%s: nothing came out."),
                     narrate(&b->n, m->title, step->party, case_at, 0));
}

static void failed_checks(struct builder *b, struct table_morning *m)
{
    const int case_at = table_case_in(b, m->round);
    for (int i = 0; i < match_steps(b->m) && case_at >= 0; i++) {
        const struct step *step = match_step(b->m, i);
        if (step->round != m->round || !table_is_said(b->sc, step)) {
            continue;
        }
        const char *text = nothing_out(b, step, case_at);
        if (text != NULL) {
            m->event[m->events++] = text;
        }
    }
}

static void events(struct builder *b, struct table_morning *m)
{
    m->event =
        pool_take(b->pool, ((size_t)b->lines + TABLE_NEWS + MAX_ROUND_BEATS) * sizeof *m->event);
    m->events = table_chosen(b, m->round, m->event);
    m->events += table_offers(b, m->round, m->event + m->events);
    failed_checks(b, m);
    for (int i = 0; i < b->lines; i++) {
        if (b->line[i].round == m->round && why_commitment(b->sc, b->line[i].slot) >= 0) {
            m->event[m->events++] = b->line[i].text;
        }
    }
}

/* The next round in which an old case is settled for certain, or 0. */
static int next_settlement(const struct builder *b)
{
    for (int r = state_round(&b->now.s) + 1; r <= b->sc->rounds; r++) {
        if (b->sc->calendar[r - 1] == b->sc->settle_kind && b->sc->settle_count > 0) {
            return r;
        }
    }
    return 0;
}

static const char *still_open(const struct builder *b, int round)
{
    int open = 0;
    for (int i = 0; i < b->now.s.cases; i++) {
        const int16_t *field = b->now.s.file[i].field;
        open += field[FIELD_ROUND] <= round && !field[FIELD_REVEALED];
    }
    if (open == 0) {
        return _("No truth is still to come out.");
    }
    const char *count = pool_text(b->pool,
                                  ngettext("One truth is still to come out.",
                                           "%d truths are still to come out.", (unsigned long)open),
                                  open);
    const char *date = state_over(&b->now.s) ? "" : narrate_date(&b->n, next_settlement(b));
    const int settled = b->sc->settle_count;
    return *date
               ? pool_text(b->pool,
                           ngettext("%s One closes for certain by %s.",
                                    "%s By %s up to %d close for certain.", (unsigned long)settled),
                           count, date, settled)
               : count;
}

static const char *go_on(const struct builder *b, const struct table_morning *m)
{
    if (state_over(&b->now.s)) {
        return _("How it ended");
    }
    const char *next = narrate_date(&b->n, m->round + 1);
    return strcmp(next, m->date) == 0 ? _("Go on") : pool_text(b->pool, _("On to %s"), next);
}

/* Read as the round ended: the next one may have begun since. */
static const char *coach(struct builder *b, int round, int case_at)
{
    const uint8_t kind = b->sc->calendar[round - 1];
    int first, last;
    span(b, round, &first, &last);
    const struct narrator *n = builder_at(b, last);
    b->then.s.slot[SLOT_ROUND] = (int16_t)round;
    b->then.s.slot[SLOT_CALENDAR] = kind;
    for (int p = 0; p < MAX_PARTIES && case_at >= 0; p++) {
        const bool struck = b->then.s.file[case_at].field[FIELD_VICTIM] == p;
        b->then.s.slot[SLOT_STRUCK + p] = struck;
    }
    return narrate(n, b->sc->round_kind[kind].coach, b->party, case_at, round - 1);
}

/* As they stood before the incident of the next round, which has arrived already. */
static void goals(struct builder *b, struct table_morning *m)
{
    b->then = b->now;
    for (int i = 0; i < b->sc->slots && !state_over(&b->now.s); i++) {
        b->then.s.slot[i] = (int16_t)b->begun[i];
    }
    table_goals(b, &b->then, m->goal);
}

/* ---- the page ---- */

void table_morning(struct builder *b)
{
    const int round = round_over(b);
    const int steps = match_steps(b->m);
    if (round < 1 || steps == 0) {
        return;
    }
    struct table_morning *m = b->t->morning = pool_take(b->pool, sizeof *m);
    const int case_at = table_case_in(b, round);
    m->round = round;
    m->fresh = unanswered(b, round);
    m->title = _("Why the numbers moved");
    goals(b, m);
    m->date = narrate_date(&b->n, round);
    m->chapter = b->t->ledger[round - 1];
    if (case_at >= 0) {
        headlines(b, m, case_at);
    }
    truths(b, m);
    events(b, m);
    m->open = still_open(b, round);
    m->coach = coach(b, round, case_at);
    m->places = table_strip(b, &b->then, b->sc->calendar[round - 1], MAX_ROUND_BEATS, m->place);
    m->next = go_on(b, m);
}
