/* bare_game.c: whole games without a record. */
#include "command/bare_game.h"

#include "core/move.h"
#include "core/round.h"
#include "minister/outside.h"

#include <string.h>

struct chair chair_init(const struct minister *minister)
{
    return (struct chair){ .minister = *minister, .blind = strcmp(minister->name, "random") == 0 };
}

/* What random_choose does, without a view: it looks at its legal moves only. */
static int choose_blindly(const struct context *c, uint64_t dice)
{
    struct dice own = { dice };
    int legal[MAX_LEGAL];
    const int count = move_list(c, legal);
    return legal[dice_roll(&own, count)];
}

static int choose(const struct context *c, const struct minister *minister, uint64_t dice)
{
    struct view view;
    view_of(c->sc, c->s, c->s->side, &view);
    const int move = minister->choose(minister, c->sc, &view, dice);
    return move >= 0 && move_is_legal(c->sc, c->s, move) ? move : move_fallback(c->sc, c->s);
}

static void play(struct context *c, const struct chair chair[MAX_PARTIES], struct outcome *out)
{
    const uint64_t own[MAX_PARTIES] = { minister_own(c->luck, 0), minister_own(c->luck, 1) };
    int decisions = 0;
    for (; !state_over(c->s); decisions++) {
        const int party = c->s->side;
        const uint64_t dice = minister_dice_now(c->sc, c->s, c->luck, own[party]);
        const struct chair *seat = &chair[party];
        round_step(c, seat->blind ? choose_blindly(c, dice) : choose(c, &seat->minister, dice));
    }
    out->decisions = decisions;
}

void bare_game_play(const struct scenario *sc, const struct chair chair[MAX_PARTIES], uint64_t seed,
                    uint64_t game, struct outcome *out)
{
    struct context c;
    round_open(&c, sc, &out->end, rng_luck(seed, game));
    for (int i = 0; i < MAX_PARTIES; i++) {
        outside_new_game(&chair[i].minister);
    }
    play(&c, chair, out);
    for (int i = 0; i < MAX_PARTIES; i++) {
        outside_end_game(&chair[i].minister, sc, &out->end);
    }
}
