/* bet: what a card may cost and bring, laid open.
 *
 * Promises: see parts.h. Never one projected result: what is sure, and what hangs on a doubt. */
#ifndef WINDOW_BET_H
#define WINDOW_BET_H

#include "match/table.h"
#include "window/widget.h"

/* What is sure of a bet on a line or two; `brief`: a mark stands for what moves only their numbers and
 * one's books. */
void bet_sure(struct ui *ui, struct widget *parent, const struct table_bet *bet, bool brief);

/* The same on one line of `width` pixels of the window, without its title: what weighs least may
 * give way to a mark. */
void bet_sure_line(struct ui *ui, struct widget *parent, const struct table_bet *bet, int width);

/* The open card, without its frame; the bet is that of one of its forms. `dense`: 0 to 3. */
void bet_open(struct ui *ui, struct widget *parent, const struct table *t, int card, int form,
              int dense);

#endif
