/* spread.h: the mean of many whole numbers, and how far it may be off.
 *
 * Whole sums only, so that numbers may be added in any order, on any machine and in parts. What is
 * told is in 1/10,000 of a point, of numbers in tenths of a point; a number that is itself the sum
 * of several games says of how many parts, and what is told is for one of them. */
#ifndef COMMAND_SPREAD_H
#define COMMAND_SPREAD_H

#include <stdint.h>

struct spread {
    int64_t count, sum, squares;
};

void spread_add(struct spread *s, int64_t number);
void spread_join(struct spread *s, const struct spread *other);

/* The mean, and half the width of its 95 % interval; the latter is 0 for fewer than two numbers,
 * which differ from nothing. */
int64_t spread_mean(const struct spread *s, int parts);
int64_t spread_ci95(const struct spread *s, int parts);

/* The same in 1/10,000 of numbers that are whole points; no sum of them is too large. */
int64_t spread_whole_mean(int64_t count, int64_t sum);
int64_t spread_whole_ci95(const struct spread *s);

/* Half the width of the 95 % interval of the difference of two means of independent numbers; 0 where
 * either is of fewer than two. */
int64_t spread_ci95_apart(const struct spread *a, const struct spread *b);

/* The chance, in millionths, of a mean at least so far from 0 on either side if 0 were true: of the
 * normal distribution, so that it means little for fewer than 30 numbers. */
int64_t spread_chance(const struct spread *s);

#endif
