/* batch.h: many games of a scenario side by side, decision by decision.
 *
 * The rules are those of round.h, and a game is the same to the last bit of its state. What differs is
 * the order of work: a row is read once and done in all games it is meant for (lanes.h), so that
 * neither reading it nor guessing whether it holds costs each game anew. There is no ledger. It pays
 * where choosing a move costs little, and there are many games. */
#ifndef CORE_BATCH_BATCH_H
#define CORE_BATCH_BATCH_H

#include "core/state.h"

#include <stddef.h>

enum { BATCH_GAMES = 64, BATCH_ALIGN = 16 };

/* One batch after the other; batch_size() bytes, some 140 KB, that begin at a multiple of BATCH_ALIGN. */
struct batch;
size_t batch_size(void);

/* Who decides chooses one of `count` legal moves by its number, from 0, in the order of move_legal(). */
struct batch_decision {
    int lane;         /* which of the games, from 0 */
    int side;         /* that moves */
    int round, place; /* of the beat in the round */
    int tries;        /* moves with `again` made at this beat already */
    int count;
};
typedef int (*batch_choose)(void *who, const struct batch_decision *decision);

/* Plays `games` games, 1 to BATCH_GAMES, each with a luck of its own, to their ends. */
void batch_play(struct batch *batch, const struct scenario *sc, const uint64_t *luck, int games,
                batch_choose choose, void *who);

/* How the game of a lane ended, and after how many decisions. */
int batch_end(const struct batch *batch, int lane, struct state *end);

#endif
