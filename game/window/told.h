/* told: a game told afterwards: its debrief, its page, and the page as a file.
 *
 * Promises: made once and kept while it is read; nothing of the game is changed. */
#ifndef WINDOW_TOLD_H
#define WINDOW_TOLD_H

#include "match/debrief_page.h"

struct told;

/* NULL when memory is out. The match must outlive it. */
struct told *told_new(const struct match *m, int party);
void told_free(struct told *told);

const struct page *told_page(const struct told *told);

/* The name of the page of a game saved at `place`: with .html in the place of .jsonl; malloc'ed. */
char *told_file(const char *place);

/* Writes the page, whole or not at all. NULL, or a sentence in `why` (at least 300 bytes). */
const char *told_write(const struct told *told, const char *file, char *why, int size);

#endif
