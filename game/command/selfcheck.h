/* selfcheck.h: does a program keep the protocol for ministers? Scenes, each a process of its own.
 *
 * A scene starts the program, talks to it as a game would, sometimes at the edge of what a game may
 * do, and says what went wrong, or nothing. It never waits longer than the limits of the protocol. */
#ifndef COMMAND_SELFCHECK_H
#define COMMAND_SELFCHECK_H

#include "core/round.h"
#include "minister/outside.h"

struct process;

struct selfcheck {
    const char *path; /* of the program */
    struct outside_limits limits;
    const struct scenario *sc;
    int party;         /* in whole games */
    char why[400];     /* of the scene at hand, or "" */
    struct process *p; /* likewise, or NULL */
};

struct selfcheck_scene {
    const char *id;
    const char *line; /* what the program is to do, marked N_() */
    /* True where it does; else `why` says what it does instead. */
    bool (*play)(struct selfcheck *c);
};

/* All scenes but the whole games; the first is about starting, and where it fails the others need
 * not be tried. An id that is NULL ends the list. */
extern const struct selfcheck_scene selfcheck_scenes[];

/* Two games of c->sc as c->party, in one process, without a fault. */
bool selfcheck_games(struct selfcheck *c);

#endif
