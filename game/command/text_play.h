/* text_play.h: a game in plain text, between people and ministers, over stdin and stdout. */
#ifndef COMMAND_TEXT_PLAY_H
#define COMMAND_TEXT_PLAY_H

#include "match/match.h"

/* Plays the match to its ending, or until the input ends or says quit: then the game is saved and
 * the path printed on stderr. `save`, if not NULL, is written at every decision of a person and is
 * where the game is saved. Returns the exit code. */
int text_play(struct match *m, const char *save);

/* Tells a game between two ministers from its first decision to its ending. */
int text_tell(struct match *m);

#endif
