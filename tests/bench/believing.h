/* believing.h: random games of the engine in which the side to move thinks first. */
#ifndef BENCH_BELIEVING_H
#define BENCH_BELIEVING_H

#include "command/bare_game.h"

/* The game that two random ministers play, with a view and a belief (belief.h) at every decision,
 * which move nobody to anything. Returns a hash of all that was believed, as duel.c makes it. */
uint64_t believing_game(const struct scenario *sc, uint64_t seed, uint64_t game,
                        struct outcome *out);

#endif
