/* sums.c: sums, and the threads that make them. */
#include "command/study/sums.h"

#include <stdlib.h>

void ratio_add(struct ratio *r, int64_t x, int64_t n)
{
    r->x += x;
    r->n += n;
    r->xx += x * x;
    r->xn += x * n;
    r->nn += n * n;
}

struct estimate ratio_estimate(const struct ratio *r)
{
    if (r->n == 0) {
        return (struct estimate){ 0, 0 };
    }
    const double n = (double)r->n, value = (double)r->x / n;
    const double squares =
        (double)r->xx - 2 * value * (double)r->xn + value * value * (double)r->nn;
    return (struct estimate){ value, squares > 0 ? squares / (n * n) : 0 };
}

/* Two more of either kind, as Agresti and Coull have it. */
struct estimate estimate_rare(double x, double n)
{
    const double guess = (x + 2) / (n + 4);
    return (struct estimate){ n > 0 ? x / n : 0, guess * (1 - guess) / (n + 4) };
}

struct estimate ratio_share(const struct ratio *r)
{
    struct estimate e = ratio_estimate(r);
    const struct estimate least = estimate_rare((double)r->x, (double)r->n);
    e.variance = least.variance > e.variance ? least.variance : e.variance;
    return e;
}

struct estimate estimate_mean(const struct estimate *of, int count)
{
    struct estimate sum = { 0, 0 };
    for (int i = 0; i < count; i++) {
        sum.value += of[i].value / count;
        sum.variance += of[i].variance / count / count;
    }
    return sum;
}

struct estimate estimate_minus(struct estimate a, struct estimate b)
{
    return (struct estimate){ a.value - b.value, a.variance + b.variance };
}

struct estimate estimate_share(double x, double n)
{
    const double share = n > 0 ? x / n : 0;
    return (struct estimate){ share, n > 0 ? share * (1 - share) / n : 0 };
}

void sums_add(void *total, const void *sums, size_t size)
{
    int64_t *to = total;
    const int64_t *from = sums;
    for (size_t i = 0; i < size / sizeof *to; i++) {
        to[i] += from[i];
    }
}

/* ---- workers ---- */

struct shared {
    void (*work)(const void *context, int64_t unit, void *sums);
    const void *context;
    char *sums; /* of all workers */
    size_t size;
};

static void labour(void *context, int worker, uint64_t piece)
{
    const struct shared *s = context;
    s->work(s->context, (int64_t)piece, s->sums + (size_t)worker * s->size);
}

int sums_share_out(struct hands hands, int64_t units, void (*work)(const void *, int64_t, void *),
                   const void *context, void *total, size_t size)
{
    struct progress silent = { .shown = false };
    struct progress *progress = hands.progress ? hands.progress : &silent;
    struct shared shared = { work, context, calloc((size_t)hands.jobs, size), size };
    if (!shared.sums) {
        return -1;
    }
    const struct jobs jobs = { hands.jobs, (uint64_t)units, labour, &shared };
    progress->total = (uint64_t)units;
    jobs_run(&jobs, progress);
    for (int i = 0; i < hands.jobs; i++) {
        sums_add(total, shared.sums + (size_t)i * size, size);
    }
    free(shared.sums);
    return 0;
}
