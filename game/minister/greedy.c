/* greedy.c: looks one step ahead, at its own advantage only. */
#include "core/move.h"
#include "core/round.h"
#include "minister/belief.h"
#include "minister/ministers.h"
#include "minister/script.h"

enum { WORLDS = 12 };

/* What the state is worth to a party, as if the game ended here. */
static int worth(const struct scenario *sc, struct state *s, int party)
{
    const struct context c = row_reader(sc, s, party, -1);
    for (int i = 0; i < sc->endings && !state_over(s); i++) {
        if (row_holds(&c, sc->ending[i].when)) {
            s->slot[SLOT_ENDING] = (int16_t)i;
        }
    }
    return state_utility(sc, s, party);
}

/* One step: its own move, and where both choose blind and it is the first, somebody's in the other
 * chair, so that the step is the same whoever goes first. */
static void step(const struct scenario *sc, struct state *s, int move, uint64_t luck,
                 struct dice dice)
{
    const bool first = sc->beat[state_beat(sc, s)].by == BY_BOTH && s->side == 0;
    round_play(sc, s, move, luck, 0);
    if (first) {
        round_play(sc, s, script_play(sc, s, script_find("family-random"), &dice), luck, 0);
    }
}

int greedy_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                  uint64_t dice)
{
    (void)self;
    int legal[MAX_LEGAL];
    int64_t sum[MAX_LEGAL] = { 0 };
    const int count = move_legal(sc, &view->s, legal);
    struct belief belief;
    belief_of(sc, view, &belief);
    for (int k = 0; k < WORLDS; k++) {
        struct dice own = { rng_mix(dice, (uint64_t)k) };
        struct state world;
        belief_determinise(sc, view, &belief, &own, &world);
        const uint64_t luck = dice_next(&own);
        for (int i = 0; i < count; i++) {
            struct state s = world;
            step(sc, &s, legal[i], luck, own);
            sum[i] += worth(sc, &s, view->party);
        }
    }
    int best = 0;
    for (int i = 1; i < count; i++) {
        best = sum[i] > sum[best] ? i : best;
    }
    return legal[best];
}
