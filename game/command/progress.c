/* progress.c: how far the work is, on a terminal only. */
#define _POSIX_C_SOURCE 200809L

#include "command/progress.h"

#include "match/say.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

struct progress progress_init(uint64_t total, bool quiet)
{
    struct progress p = { .shown = !quiet && isatty(STDERR_FILENO) == 1, .total = total };
    clock_gettime(CLOCK_MONOTONIC, &p.begun);
    return p;
}

static double seconds(const struct timespec *from, const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) * 1e-9;
}

/* All of it, how fast, and how long it will still take. */
static void show_all(const struct progress *p, uint64_t done, const struct timespec *now)
{
    const double rate = (double)done / seconds(&p->begun, now);
    fprintf(stderr, _("%" PRIu64 " of %" PRIu64 ", %.*f a second"), done, p->total,
            rate < 10 ? 1 : 0, rate);
    if (done > 0) {
        fprintf(stderr, _(", about %.0f s left "), (double)(p->total - done) / rate);
    }
    fputs("   \r", stderr);
}

static void show_part(const struct progress *p, uint64_t done, const struct timespec *now)
{
    const double part = p->total > 0 ? (double)done / (double)p->total : 0;
    const double all = p->from + p->share * part;
    const double left = all > 0 ? seconds(&p->begun, now) * (1 - all) / all : 0;
    fprintf(stderr, "%-28s %3.0f %%", p->label, 100 * all);
    if (all > 0.02) {
        fprintf(stderr, _(", about %.0f s left "), left);
    }
    fputs("   \r", stderr);
}

void progress_show(struct progress *p, uint64_t done)
{
    if (!p->shown) {
        return;
    }
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (seconds(&p->last, &now) < 0.5) {
        return;
    }
    p->last = now;
    if (p->label) {
        show_part(p, done, &now);
    } else {
        show_all(p, done, &now);
    }
}

void progress_part(struct progress *p, const char *label, double share)
{
    if (p->label == NULL) {
        clock_gettime(CLOCK_MONOTONIC, &p->begun);
    }
    p->from += p->share;
    p->share = share;
    p->label = label;
}

void progress_end(const struct progress *p)
{
    if (p->shown) {
        fprintf(stderr, "%78s\r", "");
    }
}
