/* screen_table: the table, the screen on which the game is played, at every beat of a round.
 *
 * Promises: lays out any table in any window; it decides nothing and keeps nothing. */
#ifndef WINDOW_SCREEN_TABLE_H
#define WINDOW_SCREEN_TABLE_H

#include "match/table.h"
#include "window/widget.h"

/* What is shown, which must not live in the memory of the tree. */
struct table_scene {
    const struct table *table;
    int open, form;  /* the card that lies open, or -1; which of its forms */
    int speaking;    /* the adviser who speaks */
    unsigned picked; /* clauses: bit i is clause i */
    bool warned;     /* that none is picked: pressed once more it is meant */
    const char *notice;
};

/* Builds the tree of the table, anew if it has to be set more closely. */
void screen_table_build(struct ui *ui, const struct table_scene *scene);

#endif
