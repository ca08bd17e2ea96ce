/* series.h: many watched games between two ministers, and their sums. */
#ifndef STUDY_SERIES_H
#define STUDY_SERIES_H

#include "command/study/sums.h"
#include "command/study/watch.h"

enum { LEVELS_LO = -1000, LEVELS = 2001, QUARTERS = 3 };

/* How the games of one pair of ministers ended. */
struct cell {
    struct ratio ending[MAX_ENDINGS], utility[MAX_PARTIES], edge; /* edge: first minus second */
};

/* The shape of their year. */
struct shape {
    struct ratio low, near, severe, channel[MAX_CHANNELS + 1], guilty[MAX_PARTIES], lies, out, full;
    struct ratio decisions, rounds, role_run;
    int64_t crisis[QUARTERS][LEVELS]; /* games that opened that round at that level */
    int64_t triple[TRIPLES];
};

struct series {
    const struct minister *seat[MAX_PARTIES];
    int64_t games;
    bool shaped; /* counts for the shape of its part */
};

/* Some series that are told of together. */
struct part {
    const struct measures *measures;
    const struct series *series;
    int count;
    uint64_t seed; /* of the first series; each of the next has the next one */
    int chunk;     /* games that one thread takes at a time */
};

/* Sums of a part. cell: one for each series. */
struct part_sums {
    struct coverage met;
    struct shape shape;
    struct cell cell[];
};

/* NULL: out of memory or of threads. To be freed. */
struct part_sums *series_play(const struct part *part, struct hands hands);

/* The round that opens at 1, 2 or 3 quarters of the calendar, from 1. */
int series_quarter(const struct scenario *sc, int quarter);

/* Of the levels at which rounds opened: the lower median. */
int series_median(const int64_t level[LEVELS]);

#endif
