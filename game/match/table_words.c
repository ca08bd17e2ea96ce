/* table_words.c: who said what, in quotation marks, with the words of its own time. */
#include "match/say.h"
#include "match/table_build.h"

#include "core/move.h"

const char *table_word_title(enum word word)
{
    static const char *const title[] = { "", N_("open"), N_("straight"), N_("false") };
    return word == WORD_SILENT ? "" : _(title[word]);
}

const char *table_case_title(const struct builder *b, int case_at)
{
    const int16_t *field = b->now.s.file[case_at].field;
    return narrate(&b->n, b->sc->incident[field[FIELD_INCIDENT]].title, field[FIELD_VICTIM],
                   case_at, 0);
}

int table_case_in(const struct builder *b, int round)
{
    for (int i = 0; i < b->now.s.cases; i++) {
        if (b->now.s.file[i].field[FIELD_ROUND] == round) {
            return i;
        }
    }
    return -1;
}

static const char *who(const struct builder *b, const struct table_quote *q)
{
    if (q->party == b->party) {
        return q->open ? _("You say in public") : _("You say in private");
    }
    return q->open ? _("They say in public") : _("They say in private");
}

static struct table_quote quote_of(struct builder *b, const struct step *step, int case_at)
{
    const struct narrator *n = builder_at(b, step->before);
    const int seen = move_seen(b->sc, step->move);
    const struct move *m = &b->sc->move[seen];
    struct table_quote q = { .party = step->party, .family = m->family, .open = m->open };
    q.who = who(b, &q);
    q.title = narrate(n, m->title, step->party, case_at, 0);
    q.text = narrate_quote(n, narrate_speech(n, step->party, case_at, seen));
    q.date = narrate_date(n, step->round);
    q.about = table_case_title(b, case_at);
    return q;
}

/* Moves that leave the beat open and choices made in private are not words. */
bool table_is_said(const struct scenario *sc, const struct step *step)
{
    return !(step->move & MOVE_SET) && !sc->move[step->move].again && !sc->beat[step->beat].secret;
}

int table_quotes(struct builder *b, int case_at, struct table_quote **out)
{
    struct table_quote *quote = pool_take(b->pool, MAX_ROUND_BEATS * sizeof *quote);
    const int round = b->now.s.file[case_at].field[FIELD_ROUND];
    int count = 0;
    for (int i = 0; i < match_steps(b->m) && count < MAX_ROUND_BEATS; i++) {
        const struct step *step = match_step(b->m, i);
        if (step->round == round && table_is_said(b->sc, step)) {
            quote[count++] = quote_of(b, step, case_at);
        }
    }
    *out = quote;
    return count;
}

struct table_quote table_answer(struct builder *b, int case_at)
{
    struct table_quote *quote;
    const int victim = b->now.s.file[case_at].field[FIELD_VICTIM];
    struct table_quote answer = { -1, FAMILY_COOPERATE, false, "", "", "", "", "" };
    const int count = table_quotes(b, case_at, &quote);
    for (int i = 0; i < count; i++) {
        if (quote[i].party != victim) {
            answer = quote[i];
        }
    }
    return answer;
}
