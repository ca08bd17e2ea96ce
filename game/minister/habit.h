/* habit.h: from a family of moves to a move.
 *
 * The scenario gives each move and each agreement habits: the first one whose condition holds says
 * how likely it is among those of its family. Reads what the side to move may know. */
#ifndef MINISTER_HABIT_H
#define MINISTER_HABIT_H

#include "core/rng.h"
#include "core/state.h"

/* A legal move of the family for the side to move, drawn by habit; where there is none, the
 * beat's default. Where agreements are picked, to cooperate is to pick as many as may be, drawn
 * one after another, and everything else is to pick none. softly: a private form before an open
 * one. */
int habit_move(const struct scenario *sc, const struct state *s, int family, bool softly,
               struct dice *dice);

#endif
