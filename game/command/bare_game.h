/* bare_game.h: whole games without a record, as fast as the engine goes.
 *
 * The same decisions as a match with these seats, seed and game, without its list of states, its
 * ledger and its transcript; nothing is allocated. */
#ifndef COMMAND_BARE_GAME_H
#define COMMAND_BARE_GAME_H

#include "core/view.h"
#include "minister/minister.h"

/* Who sits at one side of the table. */
struct chair {
    struct minister minister;
    bool blind; /* looks at nothing but its legal moves: needs no view of its own */
};

struct chair chair_init(const struct minister *minister);

/* How a game went. */
struct outcome {
    int decisions;
    struct state end;
};

void bare_game_play(const struct scenario *sc, const struct chair chair[MAX_PARTIES], uint64_t seed,
                    uint64_t game, struct outcome *out);

#endif
