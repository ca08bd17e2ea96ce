/* standings.h: the sums of a tournament, and who is ahead of whom.
 *
 * Everyone of a field meets everyone, itself too, on both seats and in the same lucks. A luck is one
 * number of a game: its games between all pairs share their draws and are not independent, so that
 * all means over several pairs take what was scored in one luck as one number. Whole sums only:
 * lucks may be counted in any order and in parts. */
#ifndef COMMAND_STANDINGS_H
#define COMMAND_STANDINGS_H

#include "command/spread.h"
#include "command/tally.h"

#include <stdbool.h>

enum {
    MAX_FIELD = 64,
    STANDINGS_MAX_LUCKS = 30000, /* as many that no sum can overflow */
    STANDINGS_FEW = 30           /* with fewer lucks nothing is called significant */
};

/* Own utilities in one luck, in tenths of a point: of the party, with the row on the first seat and
 * the column on the second. */
struct sheet {
    int utility[MAX_PARTIES][MAX_FIELD][MAX_FIELD];
};

struct standings {
    int field; /* ministers */
    /* Single games of a pair and seat: the row on the first seat, the column on the second. */
    struct tally cell[MAX_FIELD][MAX_FIELD];
    /* Sums over one luck. */
    struct spread against[MAX_FIELD][MAX_FIELD]; /* the row's own against the column: 2 games */
    struct spread seat[MAX_FIELD][MAX_PARTIES];  /* on one seat against all: `field` games */
    struct spread whole[MAX_FIELD];              /* on both: 2 * `field` games */
    struct spread ahead[MAX_FIELD][MAX_FIELD];   /* the row's whole less the column's */
    uint64_t faults[MAX_FIELD];                  /* of ministers that are programs */
    struct spread edge; /* of the first seat over the second: `field` * `field` games */
};

/* Counts in what the sheet has of one luck; the cells are the caller's. */
void standings_add(struct standings *s, const struct sheet *sheet);
/* Sums `other` up with *s. */
void standings_join(struct standings *s, const struct standings *other);

/* How the games of a minister ended: each counts for each seat that it took. */
void standings_endings(const struct standings *s, int minister, uint64_t ending[MAX_ENDINGS]);

/* How surely one is ahead of another. */
struct verdict {
    int64_t chance;   /* spread_chance of the paired difference */
    int64_t holm;     /* the same held against all pairs, by Holm's step-down method */
    bool significant; /* holm is below 5 %, and the lucks are not few */
};

/* The field by its mean; equals stand as they were named. */
struct ranking {
    int order[MAX_FIELD];
    struct verdict verdict[MAX_FIELD][MAX_FIELD]; /* by place: a better one, a worse one */
};

void standings_rank(const struct standings *s, struct ranking *out);

#endif
