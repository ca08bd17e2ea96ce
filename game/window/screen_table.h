/* screen_table: the table, the screen on which the game is played.
 *
 * Promises: lays out any view in any window; it decides nothing and keeps nothing. */
#ifndef WINDOW_SCREEN_TABLE_H
#define WINDOW_SCREEN_TABLE_H

#include "window/view_table.h"

/* Builds the tree of the table, anew if it has to be set more closely: the view must not live in the
 * memory of the tree. */
void screen_table_build(struct ui *ui, const struct view_table *view);

#endif
