/* screen_morning: the papers and the ledger after a round.
 *
 * Promises: lays out any view in any window; it decides nothing and keeps nothing. */
#ifndef WINDOW_SCREEN_MORNING_H
#define WINDOW_SCREEN_MORNING_H

#include "window/view_morning.h"

/* Builds the tree of the morning below `ui->root`. */
void screen_morning_build(struct ui *ui, const struct view_morning *view);

#endif
