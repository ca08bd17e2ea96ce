/* minister.h: somebody who chooses moves.
 *
 * A minister is a function from a view to a legal move. It is handed what its party may know and
 * dice of its own, never a state and never the luck of the game; the same view and dice give the
 * same move, on every machine. */
#ifndef MINISTER_MINISTER_H
#define MINISTER_MINISTER_H

#include "core/view.h"

#include <stdint.h>

enum { MINISTER_NAME = 256 }; /* bytes, with the end */

struct outside;

struct minister {
    char name[MINISTER_NAME]; /* as on the command line, e.g. "planner:balanced:normal" */
    /* A legal move for view->party, who is to move, or -1: no move, and the default is played.
     * `dice` seeds whatever chance it uses. */
    int (*choose)(const struct minister *self, const struct scenario *sc, const struct view *view,
                  uint64_t dice);
    int kind; /* of a family of ministers in one file: which one */
    /* Of a planner: its character (of the scenario), the budget of one decision, and how much worse
     * a move may be that it makes all the same, in tenths of a point (planner_pick). */
    char character[48];
    int simulations, temperature;
    struct outside *outside; /* a program, borrowed while it runs (outside.h); else NULL */
};

/* Fills *out by name. NULL, or a sentence saying what is wrong and, when it
 * is near, which name was meant; the sentence lies in `why` (at least 200 bytes). */
const char *minister_find(const char *name, struct minister *out, char *why, int size);

/* Can it play this scenario? NULL, or a sentence as above: no such character is at this table. Only
 * a minister with a character asks for a scenario. */
const char *minister_suits(const struct minister *minister, const struct scenario *sc, char *why,
                           int size);

/* Both: somebody of that name who can play this scenario. */
const char *minister_for(const struct scenario *sc, const char *name, struct minister *out,
                         char *why, int size);

/* The names of all ministers with a line on each, in the order they are listed; NULL ends it. */
const char *minister_name(int index);
const char *minister_line(int index);

/* The difficulties of a planner, likewise, easiest first; every scenario has the character
 * minister_plain, be it written down there or not. */
const char *minister_difficulty(int index);
const char *minister_difficulty_line(int index);
extern const char minister_plain[];

/* The seed of a minister's dice for the decision that is due in `s` (a state, or the view of the side
 * to move: both give the same). It depends on what that side knows of the moment, so that hidden
 * moves of the other side shift nothing, and nothing leads from it back to the game's luck. */
uint64_t minister_dice(const struct scenario *sc, const struct state *s, uint64_t luck);

/* The same in two steps: what is a side's own for a whole game, and the decision, by its round, its
 * place in it, and the moves with `again` that were made there before. */
uint64_t minister_own(uint64_t luck, int side);
uint64_t minister_dice_at(int round, int place, int tries, uint64_t luck, uint64_t own);

#endif
