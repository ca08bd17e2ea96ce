/* debrief.c: puts the parts together. */
#include "match/debrief_build.h"

#include "core/move.h"
#include "match/debrief_word.h"
#include "match/say.h"

#include <stdlib.h>
#include <string.h>

/* ---- shared pieces ---- */

const struct narrator *debrief_at(struct debrief_builder *b, int state)
{
    b->then = (struct view){ b->party, *match_state(b->m, state) };
    b->past = (struct narrator){ b->sc, b->pool, &b->then };
    return &b->past;
}

const char *debrief_and(const struct debrief_builder *b, const char *const *title, int count)
{
    const char *text = count > 0 ? title[0] : "";
    for (int i = 1; i < count; i++) {
        text = pool_text(b->pool, i == count - 1 ? _("%s and %s") : _("%s, %s"), text, title[i]);
    }
    return text;
}

const char *debrief_capital(const struct debrief_builder *b, const char *text)
{
    if (text[0] < 'a' || text[0] > 'z') {
        return text;
    }
    return pool_text(b->pool, "%c%s", text[0] - 'a' + 'A', text + 1);
}

const char *debrief_tenths(struct pool *pool, int tenths)
{
    const int size = abs(tenths);
    return pool_text(pool, "%s%d.%d", tenths < 0 ? "–" : "", size / 10, size % 10);
}

const char *debrief_points(struct pool *pool, int hundredths)
{
    return debrief_tenths(pool, (abs(hundredths) + 5) / 10);
}

static const char *set_title(const struct debrief_builder *b, int move)
{
    const char *title[MAX_SET];
    int count = 0;
    for (int i = 0; i < b->sc->agreements; i++) {
        if (move >> i & 1) {
            const struct commitment *k = &b->sc->commitment[b->sc->agreement[i]];
            title[count++] = narrate_title(&b->n, k->title, b->party);
        }
    }
    return count == 0 ? _("Sign nothing") : debrief_and(b, title, count);
}

const char *debrief_move(const struct debrief_builder *b, int move, int party, int case_at)
{
    if (move & MOVE_SET) {
        return set_title(b, move);
    }
    const struct move *m = &b->sc->move[move];
    const char *title = narrate(&b->n, m->title, party, case_at, 0);
    const char *form = narrate(&b->n, m->secretly, party, case_at, 0);
    /* TRANSLATORS: a move, and what is meant by it: "Say you will look, and only say so" */
    return *form ? pool_text(b->pool, _("%s, %s"), title, form) : title;
}

const char *debrief_move_id(const struct debrief_builder *b, int move)
{
    char name[64 * MAX_SET];
    const bool fits = move_name(b->sc, move, name, sizeof name);
    return fits ? pool_text(b->pool, "%s", name) : "";
}

const struct step *debrief_step(const struct debrief_builder *b, int round, int beat, int party)
{
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        const bool stays = !(step->move & MOVE_SET) && b->sc->move[step->move].again;
        if (step->round == round && step->beat == beat && !stays &&
            (party < 0 || step->party == party)) {
            return step;
        }
    }
    return NULL;
}

/* ---- the head of the page ---- */

static void mandate(const struct debrief_builder *b, struct debrief_side *side)
{
    const int index = b->all.s.slot[SLOT_MANDATE + side->party];
    side->mandate = side->mandate_line = "";
    if (index != NONE) {
        const struct mandate *m = &b->sc->mandate[index];
        const struct context c = row_reader(b->sc, &b->all.s, side->party, -1);
        side->mandate = narrate_title(&b->n, m->title, side->party);
        side->mandate_line = narrate_title(&b->n, m->line, side->party);
        side->mandate_kept = row_holds(&c, m->kept);
    }
}

static void side_of(const struct debrief_builder *b, int party)
{
    struct debrief_side *side = &b->d->side[party];
    const struct actor *actor = &b->sc->actor[party];
    side->party = party;
    side->id = actor->id;
    side->office = narrate_title(&b->n, actor->title, party);
    side->country = narrate_title(&b->n, actor->country, party);
    side->name = debrief_capital(b, side->country);
    side->color[0] = actor->color[0];
    side->color[1] = actor->color[1];
    side->seat = match_seat_name(b->m, party);
    side->utility = state_utility(b->sc, &b->all.s, party);
    side->score = debrief_tenths(b->pool, side->utility);
    mandate(b, side);
}

static void head(struct debrief_builder *b)
{
    struct debrief *d = b->d;
    const int ending = match_ending(b->m);
    d->scenario = b->sc;
    d->party = b->party;
    d->person = strcmp(match_seat_name(b->m, b->party), "person") == 0;
    d->hindsight = match_hindsight(b->m);
    d->seed = match_seed(b->m);
    d->game = match_game(b->m);
    d->word = debrief_word(d->seed, d->game);
    d->title = narrate_title(&b->n, b->sc->title, b->party);
    d->subtitle = narrate_title(&b->n, b->sc->subtitle, b->party);
    side_of(b, 0);
    side_of(b, 1);
    d->chair = pool_text(b->pool, _("Told from the chair of the %s of %s."),
                         d->side[b->party].office, d->side[b->party].country);
    d->over = ending >= 0;
    d->ending_id = d->over ? b->sc->ending[ending].id : "";
    d->ending_title = d->over ? narrate_title(&b->n, b->sc->ending[ending].title, b->party) : "";
    d->ending = d->over ? narrate_title(&b->n, b->sc->ending[ending].text, b->party) : "";
    d->round = state_round(&b->all.s);
    d->rounds = b->sc->rounds;
    for (int i = 0; i < d->rounds; i++) {
        d->date[i] = narrate_date(&b->n, i + 1);
        d->kind[i] = narrate_kind(&b->n, i + 1, b->party);
    }
}

/* ---- the page ---- */

int debrief_chair(const struct match *m)
{
    const bool first = strcmp(match_seat_name(m, 0), "person") == 0;
    return !first && strcmp(match_seat_name(m, 1), "person") == 0;
}

static struct debrief *build(const struct match *m, int party, struct pool *pool)
{
    struct debrief_builder *b = pool_take(pool, sizeof *b);
    b->m = m;
    b->sc = match_scenario(m);
    b->party = party;
    b->pool = pool;
    b->all = (struct view){ party, *match_now(m) };
    b->n = (struct narrator){ b->sc, pool, &b->all };
    b->d = pool_take(pool, sizeof *b->d);
    b->d->memory = pool;
    head(b);
    debrief_cases(b);
    debrief_year(b);
    debrief_grave(b);
    debrief_turnings(b);
    debrief_reasons(b);
    debrief_sentence(b);
    debrief_questions(b);
    debrief_history(b);
    return b->d;
}

/* NULL when the pool runs out of memory, which leaves everything in between by a jump. */
static struct debrief *try_build(const struct match *m, int party, struct pool *pool)
{
    if (setjmp(pool->out)) {
        return NULL;
    }
    return build(m, party, pool);
}

struct debrief *debrief_new(const struct match *m, int party)
{
    struct pool *pool = calloc(1, sizeof *pool);
    if (pool == NULL) {
        return NULL;
    }
    struct debrief *d = try_build(m, party, pool);
    if (d == NULL) {
        pool_free(pool);
        free(pool);
    }
    return d;
}

void debrief_free(struct debrief *d)
{
    if (d != NULL) {
        struct pool *pool = d->memory;
        pool_free(pool);
        free(pool);
    }
}
