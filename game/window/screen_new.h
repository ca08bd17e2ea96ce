/* screen_new: a new game, line by line; and the games that are saved.
 *
 * Promises: see parts.h. */
#ifndef WINDOW_SCREEN_NEW_H
#define WINDOW_SCREEN_NEW_H

#include "window/intro.h"
#include "window/saves.h"
#include "window/setup.h"
#include "window/widget.h"

void screen_new_build(struct ui *ui, const struct setup *setup, const char *notice);

/* The saved games, the last one first; each with date, round and the year so far. */
void screen_load_build(struct ui *ui, const struct saves *saves, const char *notice);

#endif
