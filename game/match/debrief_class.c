/* debrief_class.c: where games of one year part. */
#include "match/debrief_class.h"

#include "match/debrief_build.h"
#include "match/debrief_word.h"
#include "match/say.h"

#include <stdlib.h>
#include <string.h>

/* A decision of the year, by round, place in it and party, and where it was first met. */
struct spot {
    struct class_point point;
    const struct match *m;
    const struct step *step;
};

struct gathering {
    struct match *const *m;
    int games, party;          /* -1: the chair of each game */
    struct debrief_builder *b; /* over the first game, for titles */
    struct debrief_class *c;
    struct spot spot[MAX_ROUNDS][MAX_ROUND_BEATS][MAX_PARTIES];
};

static int chair(const struct gathering *g, int game)
{
    return g->party >= 0 ? g->party : debrief_chair(g->m[game]);
}

/* ---- endings and scores ---- */

static void endings(struct gathering *g)
{
    const struct scenario *sc = g->b->sc;
    int games[MAX_ENDINGS + 1] = { 0 };
    for (int i = 0; i < g->games; i++) {
        const int ending = match_ending(g->m[i]);
        games[ending >= 0 ? ending : sc->endings]++;
    }
    for (int i = 0; i <= sc->endings; i++) {
        if (games[i] > 0) {
            const bool over = i < sc->endings;
            g->c->ending[g->c->endings++] =
                (struct class_ending){ over ? sc->ending[i].id : "",
                                       over ? narrate_title(&g->b->n, sc->ending[i].title,
                                                            g->b->party)
                                            : _("not over yet"),
                                       games[i] };
        }
    }
}

static int by_size(const void *a, const void *b)
{
    const int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static void scores(struct gathering *g)
{
    int *score = pool_take(g->b->pool, (size_t)g->games * sizeof *score);
    for (int i = 0; i < g->games; i++) {
        score[i] = state_utility(g->b->sc, match_now(g->m[i]), chair(g, i));
    }
    qsort(score, (size_t)g->games, sizeof *score, by_size);
    g->c->low = debrief_tenths(g->b->pool, score[0]);
    g->c->middle = debrief_tenths(g->b->pool, score[g->games / 2]);
    g->c->high = debrief_tenths(g->b->pool, score[g->games - 1]);
}

/* ---- points ---- */

/* Decisions that leave their beat open are not counted. */
static bool counts(const struct scenario *sc, const struct step *step)
{
    return (step->move & MOVE_SET) || !sc->move[step->move].again;
}

static void add_choice(const struct gathering *g, struct class_point *p, const struct step *step)
{
    const char *id = debrief_move_id(g->b, step->move);
    int i = 0;
    while (i < p->choices && strcmp(p->choice[i].id, id) != 0) {
        i++;
    }
    if (i == MAX_LEGAL) {
        return;
    }
    if (i == p->choices) {
        const char *title = debrief_move(g->b, step->move, step->party, -1);
        p->choice[p->choices++] = (struct class_choice){ id, title, 0 };
    }
    p->choice[i].games++;
    for (; i > 0 && p->choice[i].games > p->choice[i - 1].games; i--) {
        const struct class_choice more = p->choice[i];
        p->choice[i] = p->choice[i - 1];
        p->choice[i - 1] = more;
    }
}

/* The first decision in which two games differ, from 0, or the number of those they share. */
static int shared(const struct match *a, const struct match *b)
{
    int i = 0;
    while (i < match_steps(a) && i < match_steps(b) &&
           match_step(a, i)->party == match_step(b, i)->party &&
           match_step(a, i)->move == match_step(b, i)->move) {
        i++;
    }
    return i;
}

static const char *incident_title(const struct gathering *g, const struct match *m,
                                  const struct step *step)
{
    const struct state *s = match_state(m, step->before);
    if (!g->b->sc->round_kind[s->slot[SLOT_CALENDAR]].incident) {
        return "";
    }
    const struct view view = { step->party, *s };
    const struct narrator n = { g->b->sc, g->b->pool, &view };
    const int16_t *field = s->file[s->cases - 1].field;
    const struct incident *in = &g->b->sc->incident[field[FIELD_INCIDENT]];
    return narrate(&n, in->title, field[FIELD_VICTIM], s->cases - 1, 0);
}

static void add_step(struct gathering *g, const struct match *m, const struct step *step)
{
    const struct beat *beat = &g->b->sc->beat[step->beat];
    struct spot *spot = &g->spot[step->round - 1][beat->place][step->party];
    struct class_point *p = &spot->point;
    const char *about = incident_title(g, m, step);
    if (p->games == 0) {
        spot->m = m;
        spot->step = step;
        *p = (struct class_point){ .round = step->round,
                                   .beat = step->beat,
                                   .party = step->party,
                                   .date = narrate_date(&g->b->n, step->round),
                                   .title = narrate_title(&g->b->n, beat->title, step->party),
                                   .about = about,
                                   .alike = true };
    }
    p->about = strcmp(p->about, about) == 0 ? about : "";
    p->alike = p->alike && step->before == spot->step->before && shared(m, spot->m) >= step->before;
    p->games++;
    add_choice(g, p, step);
}

/* 1 - the sum of squared shares. */
static int divided(const struct class_point *p)
{
    int64_t squares = 0;
    const int64_t all = (int64_t)p->games * p->games;
    for (int i = 0; i < p->choices; i++) {
        squares += (int64_t)p->choice[i].games * p->choice[i].games;
    }
    return (int)(1000 - 1000 * squares / all);
}

/* How much it divided the class: what few games came to divides few. */
static int64_t weight(const struct class_point *p)
{
    return (int64_t)p->divided * p->games;
}

static void points(struct gathering *g)
{
    struct debrief_class *c = g->c;
    const size_t room = sizeof g->spot / sizeof g->spot[0][0][0];
    const struct spot *spot = &g->spot[0][0][0];
    c->point = pool_take(g->b->pool, room * sizeof *c->point);
    c->most = -1;
    for (size_t i = 0; i < room; i++) {
        if (spot[i].point.games == 0) {
            continue;
        }
        struct class_point *p = &c->point[c->points++];
        *p = spot[i].point;
        p->divided = divided(p);
        if (p->divided > 0 && (c->most < 0 || weight(p) > weight(&c->point[c->most]))) {
            c->most = c->points - 1;
        }
    }
}

static void gather(struct gathering *g)
{
    for (int i = 0; i < g->games; i++) {
        for (int k = 0; k < match_steps(g->m[i]); k++) {
            const struct step *step = match_step(g->m[i], k);
            if (step->party == chair(g, i) && counts(g->b->sc, step)) {
                add_step(g, g->m[i], step);
            }
        }
    }
    points(g);
}

/* ---- in words ---- */

static const char *parted(const struct gathering *g)
{
    int same = match_steps(g->m[0]);
    bool differ = false;
    for (int i = 1; i < g->games; i++) {
        const int steps = shared(g->m[0], g->m[i]);
        differ = differ || steps < match_steps(g->m[0]) || steps < match_steps(g->m[i]);
        same = steps < same ? steps : same;
    }
    if (!differ) {
        return _("All went the same way to the end.");
    }
    const int round = state_round(match_state(g->m[0], same));
    if (same == 0) {
        return _("They parted at the first decision.");
    }
    return pool_text(g->b->pool,
                     ngettext("All went the same way for %d decision, until %s.",
                              "All went the same way for %d decisions, until %s.",
                              (unsigned long)same),
                     same, narrate_date(&g->b->n, round));
}

static const char *shares(const struct gathering *g, const struct class_point *p)
{
    const char *text[MAX_LEGAL];
    for (int i = 0; i < p->choices; i++) {
        text[i] = pool_text(g->b->pool, _("“%s” %d"), p->choice[i].title, p->choice[i].games);
    }
    return debrief_and(g->b, text, p->choices);
}

static const char *most_text(const struct gathering *g)
{
    const struct debrief_class *c = g->c;
    if (c->most < 0) {
        return _("The class never divided.");
    }
    const struct class_point *p = &c->point[c->most];
    /* TRANSLATORS: "in May", number of the round, title of the beat, a list of moves with counts */
    return pool_text(g->b->pool, _("The class divided most %s, round %d, at “%s”: %s."),
                     narrate_when(&g->b->n, p->round), p->round, p->title, shares(g, p));
}

static enum debrief_concept concept_of(const struct scenario *sc, const struct class_point *p)
{
    const struct beat *beat = &sc->beat[p->beat];
    if (beat->by == BY_BOTH) {
        return beat->pick ? CONCEPT_COMMITMENT : CONCEPT_SECURITY_DILEMMA;
    }
    if (beat->by == BY_SUSPECT) {
        return CONCEPT_COSTLY_SIGNAL;
    }
    return beat->place == 0 ? CONCEPT_ATTRIBUTION : CONCEPT_AUDIENCE_COST;
}

static const char *ask_about(const struct gathering *g, const struct class_point *p)
{
    static const char *const ask[CONCEPTS] = {
        [CONCEPT_ATTRIBUTION] = N_("What did each of you read in the trace?"),
        [CONCEPT_AUDIENCE_COST] = N_("Who would have noticed another choice, and what would it "
                                     "have cost at home?"),
        [CONCEPT_COSTLY_SIGNAL] = N_("Which of these would you have believed, had the question "
                                     "been yours?"),
        [CONCEPT_SECURITY_DILEMMA] = N_("What did each of you suppose that the other side was "
                                        "doing?"),
        [CONCEPT_COMMITMENT] = N_("Which of these would you have trusted the other side to keep?"),
    };
    /* TRANSLATORS: number of the round, title of the beat, a list of moves with counts, a question */
    return pool_text(g->b->pool, _("In round %d, at “%s”: %s. %s"), p->round, p->title,
                     shares(g, p), _(ask[concept_of(g->b->sc, p)]));
}

/* The point that divided most among those whose concept has not been asked about, or -1. */
static int next_point(const struct gathering *g, unsigned asked)
{
    int best = -1;
    for (int i = 0; i < g->c->points; i++) {
        const struct class_point *p = &g->c->point[i];
        const bool fresh = !(asked >> concept_of(g->b->sc, p) & 1u);
        if (fresh && p->divided > 0 && (best < 0 || weight(p) > weight(&g->c->point[best]))) {
            best = i;
        }
    }
    return best;
}

static void questions(struct gathering *g)
{
    struct debrief_class *c = g->c;
    unsigned asked = 0;
    for (int at; c->questions < CLASS_QUESTIONS && (at = next_point(g, asked)) >= 0;) {
        const struct class_point *p = &c->point[at];
        const enum debrief_concept concept = concept_of(g->b->sc, p);
        c->question[c->questions++] = debrief_question_of(concept, ask_about(g, p));
        asked |= 1u << concept;
    }
    if (c->questions == 0) {
        c->question[c->questions++] = debrief_question_of(
            CONCEPT_COMMITMENT, _("All of you chose the same. What would have made one of you "
                                  "choose otherwise?"));
    }
}

/* ---- the sheet ---- */

static struct debrief_class *build(struct match *const *m, int games, int party, struct pool *pool)
{
    struct gathering *g = pool_take(pool, sizeof *g);
    struct debrief_builder *b = g->b = pool_take(pool, sizeof *b);
    struct debrief_class *c = g->c = pool_take(pool, sizeof *c);
    g->m = m;
    g->games = games;
    g->party = party;
    b->m = m[0];
    b->sc = match_scenario(m[0]);
    b->party = chair(g, 0);
    b->pool = pool;
    b->all = (struct view){ b->party, *match_now(m[0]) };
    b->n = (struct narrator){ b->sc, pool, &b->all };
    c->memory = pool;
    c->scenario = b->sc;
    c->title = narrate_title(&b->n, b->sc->title, b->party);
    c->seed = match_seed(m[0]);
    c->game = match_game(m[0]);
    c->word = debrief_word(c->seed, c->game);
    c->games = games;
    endings(g);
    scores(g);
    gather(g);
    c->parted = parted(g);
    c->most_text = most_text(g);
    questions(g);
    return c;
}

static struct debrief_class *try_build(struct match *const *m, int games, int party,
                                       struct pool *pool)
{
    if (setjmp(pool->out)) {
        return NULL;
    }
    return build(m, games, party, pool);
}

struct debrief_class *debrief_class_new(struct match *const *m, int games, int party)
{
    struct pool *pool = calloc(1, sizeof *pool);
    if (pool == NULL) {
        return NULL;
    }
    struct debrief_class *c = try_build(m, games, party, pool);
    if (c == NULL) {
        pool_free(pool);
        free(pool);
    }
    return c;
}

void debrief_class_free(struct debrief_class *c)
{
    if (c != NULL) {
        struct pool *pool = c->memory;
        pool_free(pool);
        free(pool);
    }
}
