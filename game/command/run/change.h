/* change.h: a scenario with other values in some places. */
#ifndef COMMAND_RUN_CHANGE_H
#define COMMAND_RUN_CHANGE_H

#include "command/run/run.h"

/* Loads a scenario by name with settings put into it, and *text, what its file would then hold. What
 * is wrong with either is said on stderr. Returns an exit code; both are the caller's. */
int change_load(const struct args *args, const char *name, const struct setting *set, int sets,
                struct scenario **out, char **text);

/* Do two scenarios call their parties, endings, incidents, moves and numbers the same? */
bool change_same_names(const struct scenario *a, const struct scenario *b);

#endif
