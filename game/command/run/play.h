/* play.h: the games of a run, several at a time. */
#ifndef COMMAND_RUN_PLAY_H
#define COMMAND_RUN_PLAY_H

#include "command/run/sums.h"

/* Plays what run_span says, prints what there is to print of each game, in their order, and counts
 * them all; the same for any number of jobs. *digest: of what was printed, `head` first. Returns an
 * exit code. */
int play_games(const struct run *run, const char *head, struct sums *sums, uint64_t *digest);

#endif
