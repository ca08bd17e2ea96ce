/* check_explain.h: `backchannel check --explain CODE...`: what findings mean. */
#ifndef COMMAND_CHECK_EXPLAIN_H
#define COMMAND_CHECK_EXPLAIN_H

#include "command/args.h"

/* Prints the pages of `count` codes, of all where one of them is "all"; as text or as one JSON
 * object. Returns the exit code. */
int check_explain(const struct args *args, const char *const codes[], int count, bool json);

#endif
