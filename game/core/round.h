/* round.h: the order of the rules.
 *
 * A game is round_start() once, then round_play() with one legal move after another until
 * state_over(); or round_open() and round_step() on one context, for whoever plays it in one go. All
 * are pure: what happens is a function of the scenario, the state, the move
 * and the luck. */
#ifndef CORE_ROUND_H
#define CORE_ROUND_H

#include "core/row.h"

/* The first decision of a new game: meters at their starts, mandates drawn, first incident in. */
void round_start(const struct scenario *sc, struct state *s, uint64_t luck, struct ledger *ledger);

/* Plays `move` for the side to move and goes on to the next decision or the ending. The move
 * must be legal (move.h). `ledger`, if not NULL, receives every change with its cause. */
void round_play(const struct scenario *sc, struct state *s, int move, uint64_t luck,
                struct ledger *ledger);

/* The same for a context that goes through the game: points it at a state and starts that; plays a
 * move. Between the steps nobody else turns the context or changes the state: it is pointed at the
 * decision that is due, so that move_list() can read it. */
void round_open(struct context *c, const struct scenario *sc, struct state *s, uint64_t luck);
void round_step(struct context *c, int move);

#endif
