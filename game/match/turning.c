/* turning.c: choices and their alternatives, played out in the same worlds. */
#include "match/turning.h"

#include "core/move.h"
#include "minister/belief.h"
#include "minister/script.h"

#include <stdlib.h>

/* ---- worlds ---- */

struct world {
    struct state state;
    uint64_t luck, mine, theirs; /* of what is to come; dice of either side */
};

/* One decision, asked about. */
struct decision {
    const struct scenario *sc;
    const struct state *state; /* what was so */
    int party, script;
    uint64_t key;
    struct view view; /* what was known */
    struct belief belief;
};

/* Worlds that fit what was known, or the one that was. */
enum worlds { WORLDS_KNOWN, WORLDS_WAS };

static void make_world(const struct decision *d, enum worlds kind, int index, struct world *out)
{
    struct dice dice = { rng_mix(rng_mix(d->key, (uint64_t)kind), (uint64_t)index) };
    if (kind == WORLDS_KNOWN) {
        belief_determinise(d->sc, &d->view, &d->belief, &dice, &out->state);
    } else {
        out->state = *d->state;
    }
    out->luck = dice_next(&dice);
    out->mine = dice_next(&dice);
    out->theirs = dice_next(&dice);
}

/* What a choice comes to in a world, in tenths of a point. */
static int worth(const struct decision *d, const struct world *world, int move)
{
    struct dice mine = { world->mine }, theirs = { world->theirs };
    struct state s = world->state;
    round_play(d->sc, &s, move, world->luck, NULL);
    while (!state_over(&s)) {
        struct dice *dice = s.side == d->party ? &mine : &theirs;
        round_play(d->sc, &s, script_play(d->sc, &s, d->script, dice), world->luck, NULL);
    }
    return state_utility(d->sc, &s, d->party);
}

/* The best of the moves but `made`, or -1. It is chosen in worlds of its own: in those in which it
 * is then valued, the luckiest of many would pass for the best. */
static int best_other(const struct decision *d, int made)
{
    int legal[MAX_LEGAL], best = -1;
    int64_t sum[MAX_LEGAL] = { 0 };
    const int count = move_legal(d->sc, d->state, legal);
    for (int i = 0; count > 1 && i < TURNING_WORLDS; i++) {
        struct world world;
        make_world(d, WORLDS_KNOWN, TURNING_WORLDS + i, &world);
        for (int k = 0; k < count; k++) {
            sum[k] += legal[k] == made ? 0 : worth(d, &world, legal[k]);
        }
    }
    for (int k = 0; count > 1 && k < count; k++) {
        if (legal[k] != made && (best < 0 || sum[k] > sum[best])) {
            best = k;
        }
    }
    return best < 0 ? -1 : legal[best];
}

static struct gap gap_in(const struct decision *d, enum worlds kind, int made, int other)
{
    struct gap_sums sums = { 0 };
    for (int i = 0; i < TURNING_WORLDS; i++) {
        struct world world;
        make_world(d, kind, i, &world);
        gap_add(&sums, worth(d, &world, made) - worth(d, &world, other));
    }
    return gap_of(&sums);
}

/* ---- the decisions of a game ---- */

static void decision_of(const struct match *m, const struct step *step, struct decision *out)
{
    out->sc = match_scenario(m);
    out->state = match_state(m, step->before);
    out->party = step->party;
    out->script = script_find("generous");
    out->key = rng_mix(rng_luck(match_seed(m), match_game(m)), (uint64_t)step->number);
    view_of(out->sc, out->state, out->party, &out->view);
    belief_of(out->sc, &out->view, &out->belief);
}

static int weight(const struct turning *t)
{
    return abs(t->known.mean) + abs(t->was.mean);
}

/* Keeps those that weigh most; of equals the earlier. Returns how many are kept. */
static int keep(struct turning out[TURNINGS], int count, const struct turning *t)
{
    int at = count < TURNINGS ? count : TURNINGS - 1;
    if (count == TURNINGS && weight(&out[at]) >= weight(t)) {
        return count;
    }
    for (; at > 0 && weight(&out[at - 1]) < weight(t); at--) {
        out[at] = out[at - 1];
    }
    out[at] = *t;
    return count < TURNINGS ? count + 1 : count;
}

int turning_find(const struct match *m, int party, struct turning out[TURNINGS])
{
    int count = 0;
    for (int i = 0; i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        if (step->party != party) {
            continue;
        }
        struct decision d;
        decision_of(m, step, &d);
        struct turning t = { .number = step->number, .move = step->move };
        t.other = best_other(&d, t.move);
        if (t.other < 0) {
            continue;
        }
        t.known = gap_in(&d, WORLDS_KNOWN, t.move, t.other);
        t.was = gap_in(&d, WORLDS_WAS, t.move, t.other);
        if (gap_is_clear(t.known) && gap_is_clear(t.was)) {
            count = keep(out, count, &t);
        }
    }
    return count;
}
