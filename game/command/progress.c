/* progress.c: how far the work is, on a terminal only. */
#define _POSIX_C_SOURCE 200809L

#include "command/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

struct progress progress_init(uint64_t total, bool quiet)
{
    return (struct progress){ .shown = !quiet && isatty(STDERR_FILENO) == 1, .total = total };
}

void progress_show(struct progress *p, uint64_t done)
{
    if (!p->shown) {
        return;
    }
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    const int64_t since =
        (now.tv_sec - p->last.tv_sec) * 1000 + (now.tv_nsec - p->last.tv_nsec) / 1000000;
    if (since >= 500) {
        p->last = now;
        fprintf(stderr, "%" PRIu64 " / %" PRIu64 " \r", done, p->total);
    }
}

void progress_end(const struct progress *p)
{
    if (p->shown) {
        fprintf(stderr, "%45s\r", "");
    }
}
