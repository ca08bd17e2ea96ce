/* watch.h: one game, watched: everything about it that a figure counts.
 *
 * A round opens before its incident arrives: its numbers are those of the same step played by the
 * same rules without those of the arrival. */
#ifndef STUDY_WATCH_H
#define STUDY_WATCH_H

#include "command/study/coverage.h"
#include "command/study/measures.h"
#include "minister/minister.h"

#include <stddef.h>

enum {
    TRIPLE_BASE = 10, /* moves of a beat, and none */
    TRIPLES = TRIPLE_BASE * TRIPLE_BASE * TRIPLE_BASE * TRIPLE_BASE * MAX_ROUND_KINDS
};

struct watched {
    bool opened[MAX_ROUNDS];
    int crisis[MAX_ROUNDS], ruin[MAX_ROUNDS]; /* as the round opened */
    bool severe_due;                          /* the game lasted until it had to come ... */
    bool severe;                              /* ... and it came, */
    int channel;                              /* with the channel in this state */
    bool ruined, full;                        /* full: it ended after the last round */
    int ending, utility[MAX_PARTIES];
    int guilty[MAX_PARTIES]; /* incidents in which the side was a guilty suspect */
    int lies, out;
    int decisions, role_run;         /* the most incidents running that struck the same side */
    int triples, triple[MAX_ROUNDS]; /* what both saw of each incident that was played through */
};

/* The move of a minister for the side to move. Scripts are handed the state as it is, which they
 * promise to read as its view, and which is quicker. */
int watch_choose(const struct scenario *sc, const struct minister *minister, const struct state *s,
                 uint64_t luck);

/* `met`: counts all that is met in it, too. */
void watch_game(const struct measures *m, const struct minister *const seat[MAX_PARTIES],
                uint64_t luck, struct coverage *met, struct watched *out);

/* "ask look accept"; at most `size` bytes. */
void watch_triple_name(const struct scenario *sc, int triple, char *out, size_t size);

#endif
