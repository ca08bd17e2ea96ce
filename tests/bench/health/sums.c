/* sums.c: sums, and the threads that make them. */
#include "sums.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

enum { MAX_JOBS = 64 };

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

/* ---- threads ---- */

struct shared {
    _Atomic int64_t next;
    int64_t units;
    void (*work)(const void *context, int64_t unit, void *sums);
    const void *context;
};

struct worker {
    struct shared *shared;
    void *sums;
    pthread_t thread;
};

static void *labour(void *worker)
{
    const struct worker *w = worker;
    for (int64_t unit; (unit = atomic_fetch_add(&w->shared->next, 1)) < w->shared->units;) {
        w->shared->work(w->shared->context, unit, w->sums);
    }
    return NULL;
}

int sums_share_out(int jobs, int64_t units, void (*work)(const void *, int64_t, void *),
                   const void *context, void *total, size_t size)
{
    struct shared shared = { .units = units, .work = work, .context = context };
    struct worker worker[MAX_JOBS];
    int started = 0, wanted = jobs < 1 ? 1 : jobs > MAX_JOBS ? MAX_JOBS : jobs;
    for (; started < wanted; started++) {
        struct worker *w = &worker[started];
        *w = (struct worker){ .shared = &shared, .sums = calloc(1, size) };
        if (!w->sums || pthread_create(&w->thread, NULL, labour, w) != 0) {
            free(w->sums);
            break;
        }
    }
    for (int i = 0; i < started; i++) {
        pthread_join(worker[i].thread, NULL);
        sums_add(total, worker[i].sums, size);
        free(worker[i].sums);
    }
    return started > 0 ? 0 : -1;
}
