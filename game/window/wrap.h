/* wrap: breaks a text into lines.
 *
 * Promises: every byte but the spaces at a break comes out once and in order; no line is wider than
 * asked unless a single character is; Chinese breaks between characters, no line starts with a
 * closing mark or ends with an opening one. Widths come from the caller's measure, so tests need no
 * font. It never allocates and never trusts the text to be UTF-8. */
#ifndef WINDOW_WRAP_H
#define WINDOW_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "window/theme.h"

/* How wide `n` bytes of `s` are in a type; the one way the layout learns about fonts. */
struct measure {
    int (*width)(void *data, const struct type *type, const char *s, size_t n);
    void *data;
};

struct line {
    const char *s; /* into the text; not terminated */
    size_t n;
    int width;
};

enum { WRAP_LINES = 160 }; /* more lines than this are one text too many for a screen */

/* Breaks `text` to `width` pixels; at most WRAP_LINES lines go to `out`; returns their number. With
 * `balance` the lines come out about equally long, in the same number. */
size_t wrap_lines(const struct measure *measure, const struct type *type, const char *text,
                  int width, bool balance, struct line out[WRAP_LINES]);

/* The widest line when only forced breaks are taken. */
int wrap_natural(const struct measure *measure, const struct type *type, const char *text);

/* The widest piece that cannot be broken: the least width the text asks for. */
int wrap_least(const struct measure *measure, const struct type *type, const char *text);

#endif
