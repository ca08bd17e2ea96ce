/* bet_line.h: the lines of a bet, in the order of their weight. */
#ifndef MATCH_BET_LINE_H
#define MATCH_BET_LINE_H

#include "match/bet.h"

/* One thing that may happen. */
struct stake {
    int slot; /* or -1: only `label` */
    const char *label;
    int amount;
    bool counted; /* the amount is known */
    const char *chance;
    enum bet_rank rank;
};

/* Adds a stake to a group, or to the line of the same slot and chance. */
void bet_line_add(const struct narrator *n, struct bet_group *g, struct stake stake);

/* A line that stands alike in both of the groups that differ by what was so says nothing of it: it
 * goes to the first group. */
void bet_line_merge(struct table_bet *bet);

/* Puts lines in their order, and sums those of one number, see struct bet_group. */
void bet_line_sort(const struct narrator *n, struct bet_group *g);

/* Does any of its lines hang on a chance? */
bool bet_line_chances(const struct bet_group *g);

#endif
