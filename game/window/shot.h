/* shot: a screen of a game that nobody plays, for a picture.
 *
 * Promises: the same words give the same screen every time; nothing is saved. */
#ifndef WINDOW_SHOT_H
#define WINDOW_SHOT_H

#include "window/options.h"
#include "window/play.h"

/* Brings play to a screen: where a transcript is given, as it stands at its end; else scripted
 * ministers play until there is such a screen. NULL, or a sentence why there is none. */
const char *shot_arrange(struct play *play, const struct play_wish *wish,
                         const struct options *options, struct match *at);

#endif
