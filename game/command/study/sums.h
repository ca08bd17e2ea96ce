/* sums.h: what games are counted in, and work shared out among threads.
 *
 * All sums are int64_t, so that they come out the same in whatever order they are added, and a
 * struct of sums can be added to another as an array. */
#ifndef STUDY_SUMS_H
#define STUDY_SUMS_H

#include "command/jobs.h"

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
/* The same of a share, which is no surer than estimate_rare has it. */
struct estimate ratio_share(const struct ratio *r);
/* Of `count` independent estimates, each as heavy. */
struct estimate estimate_mean(const struct estimate *of, int count);
struct estimate estimate_minus(struct estimate a, struct estimate b);
/* x of n independent tries; estimate_rare where x may be a few or nearly all: what was met never, or
 * always, is not certain for that. */
struct estimate estimate_share(double x, double n);
struct estimate estimate_rare(double x, double n);

/* Adds a struct of sums, `size` bytes, to another. */
void sums_add(void *total, const void *sums, size_t size);

/* Who does the work: so many threads, 1 to JOBS_MAX, and whom they tell; NULL: nobody. */
struct hands {
    int jobs;
    struct progress *progress;
};

/* Calls work(context, unit, sums) for each unit from 0, each worker with `size` bytes of sums of its
 * own, zero at first; adds them all to `total`. -1: out of memory. */
int sums_share_out(struct hands hands, int64_t units,
                   void (*work)(const void *context, int64_t unit, void *sums), const void *context,
                   void *total, size_t size);

#endif
