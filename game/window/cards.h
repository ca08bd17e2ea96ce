/* cards: the three families of moves at the bottom of the table, and the one that lies open.
 *
 * Promises: no card ever moves: the open one is laid out below, in a place as high as the highest of
 * them needs; every card says what is sure. A family with many cards lends some to its neighbours;
 * they keep its sign. */
#ifndef WINDOW_CARDS_H
#define WINDOW_CARDS_H

#include "window/screen_table.h"

/* Adds the cards; `width` is the room across in pixels of the window. The greater `dense` (0 to 2),
 * the less a closed card says; the last thing it keeps is a line of what is sure. `dispatch`: while
 * no card lies open, what happened is told in its place. */
void cards_build(struct ui *ui, struct widget *parent, const struct table_scene *scene, int width,
                 int dense, bool dispatch);

/* The letter of an adviser in a circle; full when the adviser speaks. */
void cards_letter(struct ui *ui, struct widget *parent, const char *title, bool full);

#endif
