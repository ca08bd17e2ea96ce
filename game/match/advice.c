/* advice.c: the minister's search, for somebody at one's own table. */
#include "match/advice.h"

#include "core/move.h"
#include "match/bet.h"
#include "match/know.h"
#include "match/say.h"
#include "minister/planner.h"

#include <stdlib.h>

/* Three of these are worked out while somebody waits for a picture, so what is bounded is rounds,
 * however long the game: the nearer its end, the more games. */
enum {
    ROUNDS = 2700, /* an adviser imagines, in games to the end ... */
    GAMES = 500,   /* ... but so many at most */
    MORNINGS = 48, /* rounds it imagines besides, of either move */
    CLOSE = 10     /* tenths of a point: of two that are nearer than that, so few games take
                      the worse for the better in four to five cases of ten */
};

/* ---- the reason in numbers ---- */

/* What both moves have done to the numbers by the next morning, summed up. */
struct effects {
    int64_t of_move[MAX_SLOTS], of_other[MAX_SLOTS];
};

static int whole_mean(int64_t sum)
{
    const int half = sum < 0 ? -MORNINGS / 2 : MORNINGS / 2;
    return (int)((sum + half) / MORNINGS);
}

/* Per cent of what a number counts in the score that it counts for somebody. */
static int weight_of(const struct scenario *sc, const struct view *view,
                     const struct disposition *after, int slot)
{
    const struct knower k = know_init(sc, view, view->party, -1);
    const struct amount *utility = &sc->amount[sc->utility];
    for (int i = 0; i < utility->terms; i++) {
        if (know_slot(&k, sc->term[utility->first_term + i].ref) == slot) {
            return after->term[i];
        }
    }
    return 100;
}

/* How much more, per mille of the number's range, the move serves than the other does; 0 for
 * numbers out of sight or of no side, and where the difference is less than a point. */
static int64_t service(const struct rollout *r, const struct effects *e, int slot)
{
    const struct scenario *sc = r->sc;
    const int good = bet_good(sc, r->view->party, slot);
    if (good == 0 || !view_sees_slot(sc, r->view->party, slot) ||
        sc->meter[sc->slot_meter[slot]].shown == SHOWN_NOT ||
        llabs(e->of_move[slot] - e->of_other[slot]) < MORNINGS) {
        return 0;
    }
    const struct meter *m = &sc->meter[sc->slot_meter[slot]];
    return (e->of_move[slot] - e->of_other[slot]) * good * 1000 *
           weight_of(sc, r->view, r->after, slot) / (m->hi - m->lo);
}

static void find_number(const struct rollout *r, const struct option option[2], struct advice *out)
{
    struct effects e = { { 0 }, { 0 } };
    for (int i = 0; i < MORNINGS; i++) {
        struct world w;
        rollout_world(r, i, &w);
        rollout_morning(r, &w, option[0].move, option[0].script, e.of_move);
        rollout_morning(r, &w, option[1].move, option[1].script, e.of_other);
    }
    int64_t most = 0;
    for (int i = 0; i < r->sc->slots; i++) {
        const int64_t more = service(r, &e, i);
        if (more > most) {
            most = more;
            out->slot = i;
            out->by_morning = whole_mean(e.of_move[i]);
            out->by_morning_of_other = whole_mean(e.of_other[i]);
        }
    }
}

/* ---- the advice ---- */

void advice_of(const struct scenario *sc, const struct view *view, const struct disposition *after,
               struct advice *out)
{
    const uint64_t dice = state_hash(sc, &view->s);
    const struct world_source source = { .world = rollout_imagine };
    int legal[MAX_LEGAL];
    *out = (struct advice){ .other = -1, .slot = -1 };
    if (move_legal(sc, &view->s, legal) == 1) {
        out->move = legal[0];
        return;
    }
    const int games = ROUNDS / (sc->rounds - state_round(&view->s) + 1);
    struct thought thought;
    struct rollout r;
    planner_think(sc, view, after, dice, games < GAMES ? games : GAMES, source, &thought);
    out->move = thought.option[0].move;
    out->other = thought.option[1].move;
    out->close = thought.option[0].worth - thought.option[1].worth < CLOSE;
    if (!out->close) {
        rollout_init(&r, sc, view, after, source, rng_mix(dice, 1));
        find_number(&r, thought.option, out);
    }
}

/* ---- in words ---- */

const char *advice_title(const struct narrator *n, int adviser)
{
    return narrate_title(n, n->sc->adviser[adviser].title, n->view->party);
}

const char *advice_sentence(const struct narrator *n, int adviser, const struct advice *a)
{
    const struct state *s = &n->view->s;
    const bool incident = n->sc->round_kind[s->slot[SLOT_CALENDAR]].incident;
    const int beat = state_beat(n->sc, s), family = move_family(n->sc, a->move);
    return narrate(n, n->sc->adviser[adviser].line[beat][family], n->view->party,
                   incident ? s->cases - 1 : -1, s->slot[SLOT_ROUND] - 1);
}

const char *advice_reason(const struct narrator *n, const struct advice *a, const char *other)
{
    if (a->other < 0) {
        return _("Nothing else can be chosen.");
    }
    other = narrate_quote(n, other);
    if (a->close) {
        return pool_text(n->pool, _("A close call against %s."), other);
    }
    if (a->slot < 0) {
        return pool_text(n->pool, _("By morning much as after %s; it pays later."), other);
    }
    /* TRANSLATORS: a number, and how far apart two moves leave it:
     * Trust 5 higher by morning than after “Name them”. */
    const int more = a->by_morning - a->by_morning_of_other;
    const char *say = more > 0 ? N_("%s %d higher by morning than after %s.")
                               : N_("%s %d lower by morning than after %s.");
    return pool_text(n->pool, _(say), bet_slot_title(n, a->slot), abs(more), other);
}
