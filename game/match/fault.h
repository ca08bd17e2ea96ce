/* fault.h: that a program at the table did not choose, in a sentence for people.
 *
 * It says what is public: the move that was played where that shows, else only that it was the
 * default one. */
#ifndef MATCH_FAULT_H
#define MATCH_FAULT_H

#include "match/match.h"

/* Faults of the program whose turn it is; 0 where no program is to move. To be asked before it
 * plays. */
int fault_count(const struct match *m);

/* About the last decision, by a program that had made so many faults before it: a sentence without
 * a line end, or NULL where it made none. It lies in `out` (at least 600 bytes). */
const char *fault_sentence(const struct match *m, int before, char *out, int size);

#endif
