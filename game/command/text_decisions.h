/* text_decisions.h: the decisions of one side, counted by itself.
 *
 * They have numbers of their own, 1 for the first: those of the transcript would tell how often the
 * other side has decided out of sight. */
#ifndef COMMAND_TEXT_DECISIONS_H
#define COMMAND_TEXT_DECISIONS_H

#include "match/match.h"

/* How many a party has made, and the number in the match of its `which`th, 1 <= which <= that. */
int text_decisions(const struct match *m, int party);
int text_decision(const struct match *m, int party, int which);

/* Says them, a line each: number, round, beat, what was chosen. */
void text_show_decisions(const struct match *m, int party);

#endif
