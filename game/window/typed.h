/* typed: a short text that a player types.
 *
 * Promises: whole characters only, however they are encoded; never longer than its place. */
#ifndef WINDOW_TYPED_H
#define WINDOW_TYPED_H

#include <stddef.h>

/* Adds to a text of at most `size` bytes; "" takes its last character away. */
void typed_add(char *text, size_t size, const char *more);

#endif
