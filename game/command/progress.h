/* progress.h: how far the work is, on a terminal only.
 *
 * A count on stderr with its rate and the time left, at most twice a second; each ends at the begin
 * of the line, so that what is said next is written over it. Nothing at all where stderr is no
 * terminal. Work of several parts shows what it does and how far all of it is instead. */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct progress {
    bool shown;
    uint64_t total;
    struct timespec last;
    const char *label;  /* of several parts: what is done now, as people read it; else NULL */
    double from, share; /* what of all was done before this part, and what of all it is: 0 to 1 */
    struct timespec begun;
};

struct progress progress_init(uint64_t total, bool quiet);
void progress_show(struct progress *p, uint64_t done);

/* Goes on to another part, which is `share` of all the work. */
void progress_part(struct progress *p, const char *label, double share);

/* Clears the line. */
void progress_end(const struct progress *p);

#endif
