/* bet.h: a move as a bet, computed from its rows and the rules that read it.
 *
 * What is known for sure, what holds only in one of two worlds (it was them or not), and how likely. Reads a view; amounts are those of the view's numbers through the
 * meters' curves. Never one projected result. */
#ifndef MATCH_BET_H
#define MATCH_BET_H

#include "match/narrate.h"
#include "match/table.h"

/* The bet of `move`, one of the beat at hand in the narrator's view, whose party is to move. */
void bet_of_move(const struct narrator *n, int move, struct table_bet *out);

/* The bet of signing an agreement at a summit. */
void bet_of_clause(const struct narrator *n, int commitment, struct table_bet *out);

/* A change of a meter in arrows and words; `good` as in struct meter. */
struct table_move bet_change(struct pool *pool, int amount, int good);

/* Is more of it better (+1) or worse (-1) for the party? 0 for numbers that say neither, and for
 * those of the other side: whether their trouble is good is for the player to judge. */
int bet_good(const struct scenario *sc, int party, int slot);

/* The title of a slot as `party` calls it: their numbers are said to be theirs. "" for slots that
 * are bookkeeping only. */
const char *bet_slot_title(const struct narrator *n, int slot);

#endif
