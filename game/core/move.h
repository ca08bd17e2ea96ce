/* move.h: the legal moves of a beat. */
#ifndef CORE_MOVE_H
#define CORE_MOVE_H

#include "core/row.h"

/* The moves the side to move may make, in file order (sets: none first, then by size and file
 * order); never empty while the game is not over. Reads only what that side may know. */
int move_legal(const struct scenario *sc, const struct state *s, int out[MAX_LEGAL]);
/* The same, read in a context that is pointed at the decision that is due (round.h). */
int move_list(const struct context *c, int out[MAX_LEGAL]);
bool move_is_legal(const struct scenario *sc, const struct state *s, int move);

/* The agreements that could be signed now, as bits in the order of scenario->agreement. */
unsigned move_on_the_table(const struct scenario *sc, const struct state *s);

/* What the other side sees of a move, and its family. An empty set denies. */
int move_seen(const struct scenario *sc, int move);
int move_family(const struct scenario *sc, int move);

/* The default move of the beat to be played (what is played where a minister fails to choose). */
int move_fallback(const struct scenario *sc, const struct state *s);

/* Text form: an id, ids joined by '+', or 'none'. Writes at most `size` bytes with the end, and
 * returns false when it does not fit. move_parse returns -1 when no move of the beat is so called
 * (it may still be illegal now). */
bool move_name(const struct scenario *sc, int move, char *out, int size);
int move_parse(const struct scenario *sc, int beat, const char *name);

#endif
