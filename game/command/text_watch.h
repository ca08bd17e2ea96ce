/* text_watch.h: `play --watch` in plain text: the scenario is written while it is played.
 *
 * What is new in the file is told where the game waits for input: findings on stderr, what has become
 * of the game on stdout. While the file has errors the game goes on as it was. */
#ifndef COMMAND_TEXT_WATCH_H
#define COMMAND_TEXT_WATCH_H

#include "content/scenario_watch.h"
#include "match/match.h"

enum { TEXT_WATCH_MS = 100 }; /* how often one looks */

struct text_watch {
    struct scenario_watch watch;
    struct scenario *scenario; /* of the match, where it has changed; else NULL */
    struct scenario *news;     /* read, and not played yet */
};

/* Begins, before the scenario of that name is loaded. EXIT_FINE, or why not. */
int text_watch_begin(struct text_watch *w, const char *name);
/* Ends, after the match; one that never began is fine. */
void text_watch_end(struct text_watch *w);

/* Looks at the file; true where there is a new scenario to be played. */
bool text_watch_look(struct text_watch *w);

/* Puts the game with that scenario in the place of *m, unless it cannot be, and says what has become
 * of it. False where *m has stayed as it is. */
bool text_watch_take(struct text_watch *w, struct match **m, int viewer);

#endif
