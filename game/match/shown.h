/* shown.h: texts that may have come from anywhere, made fit to be shown.
 *
 * Names of files, arguments, what a saved game or a program says: none of it can act on a terminal or
 * turn a line around. The characters are those of utf8_is_unsafe, and bytes that are no UTF-8. */
#ifndef MATCH_SHOWN_H
#define MATCH_SHOWN_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* The character at `s`, of which `n` > 0 bytes are left; `used` is set to 1 to 4. A line end is what it
 * is; what may not be shown comes back as U+FFFD. */
unsigned shown_point(const char *s, size_t n, size_t *used);

/* Prints what printf would print, but line ends are the only control characters in it: others are
 * written out, as \u001b. False, with nothing printed, where memory is out. */
bool shown_print(FILE *stream, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool shown_print_list(FILE *stream, const char *format, va_list arguments);

#endif
