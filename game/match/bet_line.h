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
    bool perhaps;
};

/* Adds a stake to a group, or to the line of the same slot and chance. */
void bet_line_add(const struct narrator *n, struct bet_group *g, struct stake stake);

/* Puts the weightiest lines first, plain labels after them. */
void bet_line_sort(struct bet_group *g);

#endif
