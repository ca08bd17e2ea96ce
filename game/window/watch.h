/* watch: the scenario is written while it is played.
 *
 * Promises: looks at the file four times a second, and only where that was asked for; nothing is
 * drawn anew unless it has changed. While it has errors the game goes on as it was. */
#ifndef WINDOW_WATCH_H
#define WINDOW_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "content/scenario_watch.h"

enum { WATCH_MS = 250 };

struct watch {
    bool on;
    struct scenario_watch files;
    struct findings findings; /* in the file as it is now */
    char news[900];           /* what has become of the game, in sentences */
    uint32_t next;            /* when it is looked at again, by SDL_GetTicks */
};

/* Begins, before the scenario of that name is loaded. 0, or the exit code after the reason has been
 * printed. */
int watch_begin(struct watch *w, const char *name);
/* Ends, after the game; one that never began is fine. */
void watch_end(struct watch *w);

/* Milliseconds until it is looked at again, or -1. */
int watch_due(const struct watch *w);

struct play;

/* Looks, where it is time. True: something has changed on the screen. */
bool watch_look(struct play *play);

#endif
