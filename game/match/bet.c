/* bet.c: which rows a bet is made of, and how they are grouped. */
#include "match/bet_world.h"

#include "core/case.h"
#include "core/move.h"
#include "match/say.h"

#include <string.h>

/* ---- what follows when it comes out ---- */

/* Rules of the truth belong to a card when they ask what was done in its beat. */
static bool reads_beat(const struct bettor *b, int row)
{
    const int place = b->n->sc->beat[b->beat].place;
    const int when = b->n->sc->row[row].when;
    const struct scenario *sc = b->n->sc;
    return know_reads(sc, when, WHO_CASE, FIELD_SEEN + place, FIELD_SEEN + place) ||
           know_reads(sc, when, WHO_CASE, FIELD_REAL + place, FIELD_REAL + place) ||
           (b->claims && know_reads(sc, when, WHO_CASE, FIELD_WORD, FIELD_WORD));
}

/* What a move made the truth do when it comes out, in the worlds in which it was made. */
static void add_made(struct bettor *b, int place, int move)
{
    const struct scenario *sc = b->n->sc;
    const bool victim = sc->beat[sc->move[move].beat].by == BY_VICTIM;
    b->only_place = place;
    b->only_move = move;
    bet_add_rows(b, victim ? bet_fields(b)[FIELD_VICTIM] : 1 - bet_fields(b)[FIELD_VICTIM],
                 sc->move[move].revealed);
    b->only_move = NONE;
}

/* All that was done in the case so far, in whatever form. */
static void add_all_made(struct bettor *b)
{
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        if (place == b->doubt) {
            for (int i = 0; i < b->forms; i++) {
                add_made(b, place, b->form[i]);
            }
        } else if (bet_fields(b)[FIELD_REAL + place] != NONE) {
            add_made(b, place, bet_fields(b)[FIELD_REAL + place]);
        }
    }
}

/* A move that itself brings the truth out runs all that hangs on it; another only what asks for
 * what was done in its beat. */
static void add_revealed(struct bettor *b, const struct move *m)
{
    const struct scenario *sc = b->n->sc;
    const int place = sc->beat[b->beat].place;
    b->odds = b->at_once ? b->at_once : case_odds(sc, &b->view.s, b->case_at);
    if (bet_fields(b)[FIELD_REVEALED] || b->odds == 0 || (m->again && !b->at_once)) {
        return;
    }
    b->reveals = true;
    bet_fields(b)[FIELD_REVEALED] = b->view.s.slot[SLOT_ROUND];
    if (b->at_once) {
        add_all_made(b);
    } else {
        add_made(b, place, b->move);
    }
    const struct rows rules = sc->moment[MOMENT_REVEALED];
    for (int i = rules.first; i < rules.first + rules.count; i++) {
        if (b->at_once || reads_beat(b, i)) {
            bet_add_rows(b, bet_fields(b)[FIELD_VICTIM], (struct rows){ (uint16_t)i, 1 });
        }
    }
}

/* ---- the whole ---- */

static struct bettor bettor_of(const struct narrator *n, struct table_bet *out)
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
                            .doubt = -1,
                            .forms = 1,
                            .only_move = NONE,
                            .out = out };
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
    } else {
        g[FIRST].title = _("If it was us");
        g[SECOND].title = _("If it was not us");
    }
}

/* Groups without lines are left out. */
static void finish(const struct narrator *n, struct table_bet *out)
{
    out->group[SURE].always = true;
    bet_line_merge(out);
    for (int i = 0; i < BET_GROUPS; i++) {
        struct bet_group *g = &out->group[i];
        bet_line_sort(n, g);
        if (g->always && bet_line_chances(g)) {
            g->title = _("In any case");
        }
        if (g->lines > 0) {
            out->group[out->groups++] = *g;
        }
    }
}

void bet_of_move(const struct narrator *n, int move, struct table_bet *out)
{
    struct bettor b = bettor_of(n, out);
    const struct move *m = &n->sc->move[move];
    note(&b, move);
    bet_find_worlds(&b);
    set_titles(&b);
    bet_add_rows(&b, b.party, m->now);
    if (!m->again) {
        bet_add_rows(&b, b.party, n->sc->moment[MOMENT_BEAT + b.beat]);
    }
    if (b.case_at >= 0) {
        add_revealed(&b, m);
    }
    finish(n, out);
}

void bet_of_clause(const struct narrator *n, int commitment, struct table_bet *out)
{
    struct bettor b = bettor_of(n, out);
    bet_find_worlds(&b);
    out->group[SURE].title = _("For sure");
    out->group[FIRST].title = _("Each morning");
    bet_add_rows(&b, b.party, n->sc->commitment[commitment].signing);
    b.sure = FIRST;
    bet_add_rows(&b, b.party, n->sc->commitment[commitment].upkeep);
    finish(n, out);
}
