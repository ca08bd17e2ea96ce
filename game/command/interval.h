/* interval.h: shares of games, and between what two values the true share lies, 95 times in 100.
 *
 * Counts in, whole numbers out: in 1/10,000 of a per cent, the same on every machine, as there are
 * only correctly rounded operations between them. None of these collapses to a point where
 * something happened never, or always. */
#ifndef COMMAND_INTERVAL_H
#define COMMAND_INTERVAL_H

#include <stdint.h>

struct interval {
    int64_t at, low, high;
};

/* `count` of `games`, which are at least 1: the score interval (Wilson 1927). */
struct interval interval_share(uint64_t count, uint64_t games);

/* How much larger one share is than another, where both are of the same games: in `gained` of them
 * the one only, in `lost` the other only (Bonett and Price 2012). */
struct interval interval_paired(uint64_t gained, uint64_t lost, uint64_t games);

/* The same of independent games (Agresti and Caffo 2000). */
struct interval interval_apart(uint64_t count, uint64_t games, uint64_t under,
                               uint64_t under_games);

#endif
