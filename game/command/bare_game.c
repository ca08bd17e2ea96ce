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

/* `game` is the whole game in the shape of a view: a blind minister is handed it as it is, which
 * saves a copy and shows it nothing, since legal moves are read from what its side may know. */
static int choose(const struct scenario *sc, const struct chair *chair, struct view *game,
                  uint64_t dice)
{
    const struct minister *minister = &chair->minister;
    game->party = game->s.side;
    if (chair->blind) {
        return minister->choose(minister, sc, game, dice);
    }
    struct view view;
    view_of(sc, &game->s, game->party, &view);
    const int move = minister->choose(minister, sc, &view, dice);
    return move >= 0 && move_is_legal(sc, &game->s, move) ? move : move_fallback(sc, &game->s);
}

void bare_game_play(const struct scenario *sc, const struct chair chair[MAX_PARTIES], uint64_t seed,
                    uint64_t game, struct outcome *out)
{
    const uint64_t luck = rng_luck(seed, game);
    struct view whole;
    int decisions = 0;
    round_start(sc, &whole.s, luck, NULL);
    for (int i = 0; i < MAX_PARTIES; i++) {
        outside_new_game(&chair[i].minister);
    }
    while (!state_over(&whole.s)) {
        const int party = whole.s.side;
        const uint64_t dice = minister_dice(sc, &whole.s, luck);
        decisions++;
        round_play(sc, &whole.s, choose(sc, &chair[party], &whole, dice), luck, NULL);
    }
    for (int i = 0; i < MAX_PARTIES; i++) {
        outside_end_game(&chair[i].minister, sc, &whole.s);
    }
    out->decisions = decisions;
    out->end = whole.s;
}
