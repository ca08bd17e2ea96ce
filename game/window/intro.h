/* intro: what is told before a game begins: title, who sits where, the briefing.
 *
 * Promises: owns its texts until intro_free; reads views only, so the briefing of a side gives
 * nothing of the other's away. */
#ifndef WINDOW_INTRO_H
#define WINDOW_INTRO_H

#include "match/match.h"
#include "match/pool.h"

enum { INTRO_PARAGRAPHS = 8, INTRO_SOURCES = 64 };

struct intro_side {
    const char *office, *country, *date;
    const char *goal;    /* "in office · agreements 0 of 4" */
    const char *mandate; /* its line, or "" */
    int paragraphs;
    const char *paragraph[INTRO_PARAGRAPHS];
};

/* What is public, and who says it. */
struct intro_source {
    const char *title, *note;
};

struct intro {
    const char *title, *subtitle, *disclaimer;
    const char *end; /* the date of the last round */
    struct intro_side side[MAX_PARTIES];
    int sources;
    struct intro_source source[INTRO_SOURCES];
    struct pool pool;
};

/* Reads the opening of a match. False when memory is out; intro_free is due either way. */
bool intro_read(struct intro *intro, const struct match *m);
void intro_free(struct intro *intro);

#endif
