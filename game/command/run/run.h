/* run.h: what `backchannel run` was asked for.
 *
 * A run plays the same number of games in each of its cells. Without --vary there is one; otherwise
 * there is a cell for every combination of the values of its factors, the last factor changing
 * fastest. What is asked of a run is told from its result: whoever prints one needs no more of the
 * scenario than its names, so that `merge` does without the file. */
#ifndef COMMAND_RUN_RUN_H
#define COMMAND_RUN_RUN_H

#include "command/bare_game.h"
#include "command/expect.h"

#include <stdbool.h>

enum run_format { RUN_TEXT, RUN_JSON, RUN_JSONL, RUN_CSV, RUN_TABLE, RUN_FORMATS };
extern const char *const run_formats[RUN_FORMATS]; /* "text", ... */

enum {
    MAX_EXPECTS = 64,
    MAX_SETTINGS = 32, /* --set */
    MAX_FACTORS = 8,   /* --vary */
    MAX_VALUES = 64,   /* of one factor */
    MAX_CELLS = 256
};

/* A place of the scenario and what is put there; or, of a factor, a seat and who sits there. */
struct setting {
    const char *key;   /* "/meters/trust/start", "seat.us" */
    const char *value; /* JSON on one line; of a seat a name */
};

struct factor {
    const char *key;
    int seat; /* the party whose seat it is, or -1 */
    int values;
    const char *value[MAX_VALUES];
};

struct cell {
    const struct scenario *sc; /* as it is played; NULL where only the result is known */
    bool own;                  /* is to be freed */
    char *text;                /* of the file, where that is not what is played; else NULL */
    uint64_t hash;             /* of those rules */
    struct chair chair[MAX_PARTIES];
};

struct run {
    const struct scenario *sc; /* the names; of cell 0 */
    uint64_t games, seed;      /* games of each cell */
    enum run_format format;
    bool pair, counts;
    int withouts;
    const char *without[MAX_FACTS]; /* ids of facts that were taken out */
    int settings;
    struct setting setting[MAX_SETTINGS];
    int factors;
    struct factor factor[MAX_FACTORS];
    int cells;
    struct cell *cell;
    uint64_t shard, shards; /* 1 to shards; 0 of 0: the whole */

    /* not part of what a result tells */
    uint64_t jobs;
    const char *transcripts; /* folder, or NULL */
    bool quiet;
    int expects;
    struct expect expect[MAX_EXPECTS]; /* what the result must be */
};

/* The value of a factor in a cell. */
const char *run_value(const struct run *run, int cell, int factor);

/* The number, for --game, of the k-th game of a cell: cells play the same games where they are
 * compared in pairs, and else each its own. */
uint64_t run_game(const struct run *run, int cell, uint64_t k);

/* The games that are played here, from *first until before *end. */
void run_span(const struct run *run, uint64_t *first, uint64_t *end);

/* A number that rows and sums have a column for: a meter or a commitment, of a party or shared. */
struct column {
    const char *id, *party; /* party: NULL where it is shared */
    int slot;
};
int run_columns(const struct scenario *sc, struct column out[MAX_SLOTS]);

/* Does a row a game belong to the result? */
bool run_has_rows(const struct run *run);

#endif
