/* bench.h: what the parts of the bench share. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include "command/bare_game.h"

#include <time.h>

enum { ROUNDS = 9 };

double bench_now(clockid_t clock);

/* The value below which `percent` of them lie; sorts. */
double bench_quantile(double *value, int count, int percent);

/* The engine against duel.c, and by the number of incidents; false when they differ. */
bool bench_duel(const struct chair random[MAX_PARTIES]);

#endif
