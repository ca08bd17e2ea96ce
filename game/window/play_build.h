/* play_build: the tree of whatever is shown.
 *
 * Promises: follows the focus with what lies open, and decides nothing. */
#ifndef WINDOW_PLAY_BUILD_H
#define WINDOW_PLAY_BUILD_H

#include "window/play.h"

/* A `build` of struct screen; `data` is a struct play. */
void play_build(void *data, struct ui *ui);

#endif
