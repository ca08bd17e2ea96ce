/* run.h: what `backchannel run` was asked for, and how its answer is printed. */
#ifndef COMMAND_RUN_H
#define COMMAND_RUN_H

#include "command/expect.h"
#include "command/tally.h"

#include <stdbool.h>

enum run_format { RUN_TEXT, RUN_JSON, RUN_JSONL, RUN_CSV };

enum { MAX_EXPECTS = 64 };

struct run {
    const struct scenario *sc;
    uint64_t games, seed;
    enum run_format format;
    const char *transcripts; /* folder, or NULL */
    bool quiet;
    int withouts;
    const char *without[MAX_FACTS]; /* ids of facts that were taken out */
    struct chair chair[MAX_PARTIES];
    int expects;
    struct expect expect[MAX_EXPECTS]; /* what the result must be */
};

/* What comes before the first game, one game, and what comes after the last; to stdout. False when
 * memory is out. */
void run_print_head(const struct run *run);
bool run_print_game(const struct run *run, uint64_t game, const struct outcome *outcome);
bool run_print_result(const struct run *run, const struct tally *tally);

/* The result as one JSON object, to be freed; NULL when memory is out. */
char *run_result(const struct run *run, const struct tally *tally);

#endif
