/* bare_game.c: whole games without a record. */
#include "command/bare_game.h"

#include "core/batch/batch.h"
#include "core/move.h"
#include "core/round.h"
#include "minister/outside.h"

#include <stdlib.h>
#include <string.h>

struct chair chair_init(const struct minister *minister)
{
    return (struct chair){ .minister = *minister, .blind = strcmp(minister->name, "random") == 0 };
}

/* What random_choose does, without a view. */
static int choose_blindly(const struct context *c, uint64_t seed)
{
    struct dice dice = { seed };
    int legal[MAX_LEGAL];
    const int count = move_list(c, legal);
    return legal[dice_roll(&dice, count)];
}

static int choose(const struct context *c, const struct chair *chair)
{
    const uint64_t dice = minister_dice(c->sc, c->s, c->luck);
    if (chair->blind) {
        return choose_blindly(c, dice);
    }
    struct view view;
    view_of(c->sc, c->s, c->s->side, &view);
    const int move = chair->minister.choose(&chair->minister, c->sc, &view, dice);
    return move >= 0 && move_is_legal(c->sc, c->s, move) ? move : move_fallback(c->sc, c->s);
}

void bare_game_play(const struct scenario *sc, const struct chair chair[MAX_PARTIES], uint64_t seed,
                    uint64_t game, struct outcome *out)
{
    struct context c;
    round_open(&c, sc, &out->end, rng_luck(seed, game));
    for (int i = 0; i < MAX_PARTIES; i++) {
        outside_new_game(&chair[i].minister);
    }
    for (out->decisions = 0; !state_over(c.s); out->decisions++) {
        round_step(&c, choose(&c, &chair[c.s->side]));
    }
    for (int i = 0; i < MAX_PARTIES; i++) {
        outside_end_game(&chair[i].minister, sc, &out->end);
    }
}

/* ---- side by side ---- */

struct blind {
    uint64_t luck[BATCH_GAMES], own[BATCH_GAMES][MAX_PARTIES];
};

static int choose_in_lane(void *who, const struct batch_decision *d)
{
    const struct blind *b = who;
    struct dice dice = { minister_dice_at(d->round, d->place, d->tries, b->luck[d->lane],
                                          b->own[d->lane][d->side]) };
    return dice_roll(&dice, d->count);
}

static void play_batch(const struct bare_games *g, uint64_t first, int games)
{
    struct blind blind;
    for (int i = 0; i < games; i++) {
        blind.luck[i] = rng_luck(g->seed, first + (uint64_t)i);
        for (int p = 0; p < MAX_PARTIES; p++) {
            blind.own[i][p] = minister_own(blind.luck[i], p);
        }
    }
    batch_play(g->batch, g->sc, blind.luck, games, choose_in_lane, &blind);
    for (int i = 0; i < games; i++) {
        struct outcome outcome;
        outcome.decisions = batch_end(g->batch, i, &outcome.end);
        g->done(g->context, first + (uint64_t)i, &outcome);
    }
}

struct batch *bare_games_batch(void)
{
    return aligned_alloc(BATCH_ALIGN, batch_size());
}

void bare_games_play(const struct bare_games *g, uint64_t first, uint64_t games)
{
    enum { WORTH_IT = BATCH_GAMES / 4 }; /* a batch takes as long for one game as for all */
    const bool blind = g->batch != NULL && g->chair[0].blind && g->chair[1].blind;
    const uint64_t end = first + games;
    while (blind && end - first >= WORTH_IT) {
        const int some = end - first < BATCH_GAMES ? (int)(end - first) : BATCH_GAMES;
        play_batch(g, first, some);
        first += (uint64_t)some;
    }
    for (; first < end; first++) {
        struct outcome outcome;
        bare_game_play(g->sc, g->chair, g->seed, first, &outcome);
        g->done(g->context, first, &outcome);
    }
}
