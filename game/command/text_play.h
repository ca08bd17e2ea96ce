/* text_play.h: a game in plain text, between people and ministers, over stdin and stdout. */
#ifndef COMMAND_TEXT_PLAY_H
#define COMMAND_TEXT_PLAY_H

#include "command/text_watch.h"
#include "match/match.h"

/* Plays the match to its ending, or until the input ends or says quit. The game is saved at every
 * decision of a person and at the end, when the path is printed on stderr: to `save`, or where that
 * is NULL in the usual place (save_place.h). `watch`, if not NULL, has begun: whenever the scenario
 * changes, another match takes the place of *m. Returns the exit code. */
int text_play(struct match **m, const char *save, struct text_watch *watch);

/* Tells a game between two ministers from its first decision to its ending, and saves it where
 * `save` is not NULL. Returns the exit code. */
int text_tell(struct match *m, const char *save);

#endif
