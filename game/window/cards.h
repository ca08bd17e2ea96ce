/* cards: the three families of moves at the bottom of the table.
 *
 * Promises: the area is as high as its highest card needs when open, whichever is open, so opening a
 * card moves only its neighbours; a card that makes room still says what is sure. */
#ifndef WINDOW_CARDS_H
#define WINDOW_CARDS_H

#include "window/view_table.h"

/* Adds the cards to a parent; `width` is the room across in pixels of the window. */
void cards_build(struct ui *ui, struct widget *parent, const struct view_table *view, int width);

/* The letter of an adviser in a circle; full when the adviser speaks. */
void cards_letter(struct ui *ui, struct widget *parent, const char *letter, const char *says,
                  bool full);

#endif
