/* tournament.h: what `backchannel tournament` was asked for, and how its answer is printed. */
#ifndef COMMAND_TOURNAMENT_H
#define COMMAND_TOURNAMENT_H

#include "command/standings.h"

enum tournament_format { TOURNAMENT_TEXT, TOURNAMENT_CSV, TOURNAMENT_JSON };

struct tournament {
    const struct scenario *sc;
    int field;
    const char *name[MAX_FIELD]; /* ministers, in the order they were named */
    uint64_t games, seed;        /* games of a pair and seat */
    uint64_t jobs;
    enum tournament_format format;
    bool quiet;
};

/* Prints what was found, to stdout. The first is false when memory is out. */
bool tournament_print_json(const struct tournament *t, const struct standings *s,
                           const struct ranking *r);
void tournament_print_csv(const struct tournament *t, const struct standings *s);
void tournament_print_text(const struct tournament *t, const struct standings *s,
                           const struct ranking *r);

#endif
