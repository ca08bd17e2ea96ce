/* text_choices.h: what can be chosen now, numbered. */
#ifndef COMMAND_TEXT_CHOICES_H
#define COMMAND_TEXT_CHOICES_H

#include "match/table.h"

/* Moves in the order of their numbers, which begin at 1. */
struct choices {
    int count;
    int move[MAX_LEGAL];
};

/* Prints every choice with its bets, and what the advisers say; fills *c. Every form of a card
 * has a number of its own; one that cannot be played now is shown with the reason and has none. */
void choices_show(const struct match *m, const struct table *t, struct choices *c);

/* The move that a line means, by number or by name; or -1, having said what is wrong with it. */
int choices_find(const struct match *m, const struct choices *c, const char *line);

#endif
