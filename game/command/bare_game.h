/* bare_game.h: whole games without a record, as fast as the engine goes.
 *
 * The same decisions as a match with these seats, seed and game, without its list of states, its
 * ledger and its transcript; nothing is allocated. Many games between ministers that look at nothing
 * are played side by side. */
#ifndef COMMAND_BARE_GAME_H
#define COMMAND_BARE_GAME_H

#include "core/batch/batch.h"
#include "core/view.h"
#include "minister/minister.h"

/* Who sits at one side of the table. */
struct chair {
    struct minister minister;
    bool blind; /* looks at nothing but how many moves are legal */
};

struct chair chair_init(const struct minister *minister);

/* How a game went. */
struct outcome {
    int decisions;
    struct state end;
};

void bare_game_play(const struct scenario *sc, const struct chair chair[MAX_PARTIES], uint64_t seed,
                    uint64_t game, struct outcome *out);

/* Many games of a scenario between the same chairs. */
struct bare_games {
    const struct scenario *sc;
    const struct chair *chair; /* MAX_PARTIES */
    uint64_t seed;
    struct batch *batch; /* NULL: one game after the other, which takes longer */
    void (*done)(void *context, uint64_t game, const struct outcome *outcome);
    void *context;
};

/* Memory for batches, to be freed with free(); NULL: there is none. */
struct batch *bare_games_batch(void);

/* Plays so many games from number `first` on, and says of each in turn how it went. */
void bare_games_play(const struct bare_games *g, uint64_t first, uint64_t games);

#endif
