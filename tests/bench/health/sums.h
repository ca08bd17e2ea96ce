/* sums.h: what games are counted in, and work shared out among threads.
 *
 * All sums are int64_t, so that they come out the same in whatever order they are added, and a
 * struct of sums can be added to another as an array. */
#ifndef HEALTH_SUMS_H
#define HEALTH_SUMS_H

#include <stddef.h>
#include <stdint.h>

/* A share or a mean, sum of x over sum of n, where a game gives any number of both: rounds of one
 * game are not independent, and the interval knows it. */
struct ratio {
    int64_t x, n, xx, xn, nn;
};

void ratio_add(struct ratio *r, int64_t x, int64_t n);

/* A number and the variance of it. */
struct estimate {
    double value, variance;
};
struct estimate ratio_estimate(const struct ratio *r);
/* Of `count` independent estimates, each as heavy. */
struct estimate estimate_mean(const struct estimate *of, int count);
struct estimate estimate_minus(struct estimate a, struct estimate b);
/* x of n independent tries. */
struct estimate estimate_share(double x, double n);

/* Adds a struct of sums, `size` bytes, to another. */
void sums_add(void *total, const void *sums, size_t size);

/* Calls work(context, unit, sums) for each unit from 0 in `jobs` threads, each with `size` bytes of
 * sums of its own, zero at first; adds them all to `total`. Returns -1 where that fails. */
int sums_share_out(int jobs, int64_t units, void (*work)(const void *, int64_t, void *),
                   const void *context, void *total, size_t size);

#endif
