/* table_year.c: the calendar and the cases so far. */
#include "match/say.h"
#include "match/table_build.h"

/* ---- calendar ---- */

/* The state in which a round's last decision left things, or now. */
static int state_after(const struct builder *b, int round)
{
    for (int i = match_steps(b->m) - 1; i >= 0 && match_step(b->m, i)->round >= round; i--) {
        if (match_step(b->m, i)->round == round) {
            return match_step(b->m, i)->after;
        }
    }
    return match_steps(b->m);
}

static void past_incident(struct builder *b, struct table_round *r)
{
    const int case_at = table_case_in(b, r->round);
    if (case_at < 0) {
        return;
    }
    r->said = table_answer(b, case_at);
    r->word = (enum word)b->now.s.file[case_at].field[FIELD_WORD];
    if (r->said.party >= 0) {
        r->note = r->said.party == b->party ? _("you said") : _("they said");
    }
}

static void past_summit(struct builder *b, struct table_round *r)
{
    const struct narrator *n = builder_at(b, state_after(b, r->round));
    const int count = n->view->s.slot[SLOT_AGREEMENTS];
    r->note =
        pool_text(b->pool, ngettext("%d agreement", "%d agreements", (unsigned long)count), count);
}

/* Something grave, while it has not come, may be in any incident of its window. */
static bool may_be_grave(const struct builder *b, int round)
{
    return !b->now.s.slot[SLOT_SEVERE] && round > state_round(&b->now.s) &&
           round >= b->sc->severe_from && round <= b->sc->severe_to &&
           b->sc->round_kind[b->sc->calendar[round - 1]].incident;
}

/* What comes due in a round; of several the first, of two sides' the same both. */
static void due(struct builder *b, struct table_round *r)
{
    const struct state *s = &b->now.s;
    for (int i = 0; i < b->sc->commitments; i++) {
        const struct commitment *k = &b->sc->commitment[i];
        for (int p = 0; k->due && p <= k->promise; p++) {
            const int round = table_due(b, k, s->slot[k->age + p]);
            if (!s->slot[k->slot + p] || round != r->round) {
                continue;
            }
            const int party = k->promise ? p : 2;
            r->due_party = r->due_party < 0 || r->due_party == party ? party : 2;
            r->due = *r->due ? r->due : narrate_title(&b->n, k->title, k->promise ? p : b->party);
        }
    }
}

static void round_at(struct builder *b, struct table_round *r, int round)
{
    const struct round_kind *kind = &b->sc->round_kind[b->sc->calendar[round - 1]];
    const int now = state_round(&b->now.s);
    *r = (struct table_round){ .round = round, .note = "", .due = "", .due_party = -1 };
    r->date = narrate_date(&b->n, round);
    r->kind = narrate_kind(&b->n, round, b->party);
    r->when = round < now ? WHEN_PAST : round == now ? WHEN_PRESENT : WHEN_FUTURE;
    r->incident = kind->incident;
    r->said = (struct table_quote){ -1, FAMILY_COOPERATE, false, "", "", "", "", "" };
    r->grave = may_be_grave(b, round);
    if (r->when == WHEN_PAST && kind->incident) {
        past_incident(b, r);
    } else if (r->when == WHEN_PAST) {
        past_summit(b, r);
    } else if (r->when == WHEN_PRESENT) {
        r->note = _("now");
    }
    if (r->when != WHEN_PAST) {
        due(b, r);
    }
}

void table_calendar(struct builder *b)
{
    for (int round = 1; round <= b->sc->rounds; round++) {
        round_at(b, &b->t->calendar[round - 1], round);
    }
}

/* ---- cases ---- */

/* What I believed when I last decided about it; the truth that came out later is not in it. */
static struct table_belief last_belief(struct builder *b, int case_at)
{
    struct table_belief belief = { .text = "" };
    int state = -1;
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        if (step->round == b->now.s.file[case_at].field[FIELD_ROUND] && step->party == b->party) {
            state = step->before;
        }
    }
    if (state < 0) {
        return belief;
    }
    const struct narrator *n = builder_at(b, state);
    return n->view->s.file[case_at].field[FIELD_REVEALED] ? belief : table_belief_of(n, case_at);
}

/* The culprit, if the party may know: when it has come out, or when the game is over. */
static int truth_of(const struct builder *b, int case_at)
{
    const struct state *s = state_over(&b->now.s) ? match_now(b->m) : &b->now.s;
    return s->file[case_at].field[FIELD_CULPRIT];
}

void table_history(struct builder *b)
{
    b->t->history = pool_take(b->pool, MAX_ROUNDS * sizeof *b->t->history);
    for (int i = 0; i < b->now.s.cases; i++) {
        const int16_t *field = b->now.s.file[i].field;
        const struct incident *in = &b->sc->incident[field[FIELD_INCIDENT]];
        const int culprit = truth_of(b, i);
        struct table_case *c = &b->t->history[b->t->cases++];
        c->round = field[FIELD_ROUND];
        c->victim = field[FIELD_VICTIM];
        c->date = narrate_date(&b->n, c->round);
        c->title = table_case_title(b, i);
        c->kind = narrate(&b->n, b->sc->kind[in->kind].title, c->victim, i, 0);
        c->severity = field[FIELD_SEVERITY];
        c->quotes = table_quotes(b, i, &c->quote);
        c->word = (enum word)field[FIELD_WORD];
        c->word_title = table_word_title(c->word);
        c->truth = culprit == NONE ? "" : narrate(&b->n, in->truth[culprit], c->victim, i, 0);
        c->belief = last_belief(b, i);
    }
}
