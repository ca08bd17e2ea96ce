/* screen_over: what lies over the game for a moment: the menu, the keys, the ledger.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_SCREEN_OVER_H
#define WINDOW_SCREEN_OVER_H

#include "match/table.h"
#include "window/input.h"
#include "window/widget.h"

/* The menu; `place` is where the game is saved, NULL for a title that has no game. */
void screen_menu_build(struct ui *ui, const struct table *t, const char *place, const char *notice);

/* A name for the game as it stands; letters go into it. */
void screen_save_build(struct ui *ui, const char *name, const char *notice);

/* The keys. */
void screen_keys_build(struct ui *ui, enum input waits, const char *notice);

/* Every change of the year and its causes. */
void screen_ledger_build(struct ui *ui, const struct table *t);

#endif
