/* outside.h: a program as minister.
 *
 * A minister whose name has a '/' is a program. It is asked by JSON lines (PROTOCOL.md), is told what
 * its side may know and nothing else, and has a deadline for every answer. Whatever it does instead
 * of answering is a fault: then `choose` returns -1, and whoever asked plays the default move of the
 * beat and records `default`. After three faults the seat is forfeited: the program is killed and
 * not asked again, in this game and all that follow.
 *
 * struct minister stays a plain value that may be copied: it borrows the running program. Whoever
 * calls outside_start owns the program and ends it with outside_stop, once, after the last game of
 * every copy. One program serves one seat in one thread, for as many games as it likes. All
 * functions do nothing to a minister that is no program. */
#ifndef MINISTER_OUTSIDE_H
#define MINISTER_OUTSIDE_H

#include "minister/minister.h"

enum { OUTSIDE_FAULTS = 3 }; /* as many forfeit the seat */

struct outside_limits {
    int init_ms, move_ms; /* to be ready; to choose a move */
    int quit_ms;          /* to leave when told to */
    const char *log;      /* the file its standard error is added to, or NULL */
};

/* 5000, 2000 and 500, unless BACKCHANNEL_BOT_INIT_MS, BACKCHANNEL_BOT_MOVE_MS say otherwise; the log
 * is BACKCHANNEL_BOT_LOG. */
struct outside_limits outside_limits(void);

/* Is it the name of a program? */
bool outside_is_name(const char *name);

/* Starts the program of a minister that is one; until then, and where that is refused,
 * every choice of it is a fault. NULL, or a sentence in `why` (at least 200 bytes). */
const char *outside_start(struct minister *minister, const struct outside_limits *limits, char *why,
                          int size);
/* Tells it to leave, kills what is left of it, and frees it. */
void outside_stop(struct minister *minister);

/* The next choice belongs to another game, or to one that is looked at anew. */
void outside_new_game(const struct minister *minister);
/* A game is over: the program is told its end and everything that was hidden in it. */
void outside_end_game(const struct minister *minister, const struct scenario *sc,
                      const struct state *end);

/* Faults since it was started, at most three; and what the last one was: "it ...", or "". */
int outside_faults(const struct minister *minister);
const char *outside_last_fault(const struct minister *minister);

/* Its `choose`: -1 for a fault. */
int outside_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                   uint64_t dice);

#endif
