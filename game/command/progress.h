/* progress.h: how far the work is, on a terminal only.
 *
 * A count on stderr, at most twice a second; each ends at the begin of the line, so that what is
 * said next is written over it. Nothing at all where stderr is no terminal. */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct progress {
    bool shown;
    uint64_t total;
    struct timespec last;
};

struct progress progress_init(uint64_t total, bool quiet);
void progress_show(struct progress *p, uint64_t done);

/* Clears the line. */
void progress_end(const struct progress *p);

#endif
