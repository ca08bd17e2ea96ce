/* believing.c: random games of the engine in which the side to move thinks first. */
#include "believing.h"

#include "core/move.h"
#include "core/round.h"
#include "minister/belief.h"

static void note(uint64_t *hash, int64_t number)
{
    *hash = *hash * 0x9E3779B97F4A7C15u + (uint64_t)number;
}

static void note_belief(uint64_t *hash, const struct scenario *sc, int cases,
                        const struct belief *b)
{
    for (int k = 0; k < b->states; k++) {
        note(hash, b->weight[k]);
        note(hash, b->own[k]);
        for (int c = 0; c < sc->culprits; c++) {
            note(hash, b->joint[k][c]);
        }
    }
    for (int c = 0; c < sc->culprits; c++) {
        note(hash, b->culprit[c]);
        for (int i = 0; i < cases; i++) {
            note(hash, b->past[i][c]);
        }
    }
    note(hash, b->guilty);
}

uint64_t believing_game(const struct scenario *sc, uint64_t seed, uint64_t game,
                        struct outcome *out)
{
    struct state *s = &out->end;
    struct context c;
    uint64_t hash = 0;
    round_open(&c, sc, s, rng_luck(seed, game));
    for (out->decisions = 0; !state_over(s); out->decisions++) {
        struct view view;
        struct belief belief;
        view_of(sc, s, s->side, &view);
        belief_of(sc, &view, &belief);
        note_belief(&hash, sc, s->cases, &belief);
        int legal[MAX_LEGAL];
        struct dice dice = { minister_dice(sc, s, c.luck) };
        const int count = move_list(&c, legal);
        round_step(&c, legal[dice_roll(&dice, count)]);
    }
    return hash;
}
