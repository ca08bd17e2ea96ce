/* gap.h: how far apart two choices are, from differences in pairs.
 *
 * A mean and the half-width of its 95 % interval, in integers: the same on every machine. */
#ifndef MINISTER_GAP_H
#define MINISTER_GAP_H

#include <stdbool.h>
#include <stdint.h>

/* In hundredths of a point. */
struct gap {
    int mean, ci95;
};

/* Differences so far, in tenths of a point; one beyond a million either way counts as a million.
 * Start with zeros. */
struct gap_sums {
    int64_t sum, squares;
    int count;
};
void gap_add(struct gap_sums *sums, int tenths);

/* The gap of 2 to 400 differences. */
struct gap gap_of(const struct gap_sums *sums);

/* Does it lie outside its interval? Nothing at all never does. */
bool gap_is_clear(struct gap gap);

#endif
