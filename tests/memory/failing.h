/* failing.h: allocations that can be made to fail.
 *
 * Linked into a program, failing.c stands in front of every malloc, calloc and realloc, those that
 * the C library makes for itself included. With BACKCHANNEL_SANITIZE, where the sanitizer stands
 * there, it is in front of those of our own code only. */
#ifndef TESTS_FAILING_H
#define TESTS_FAILING_H

#include <stdbool.h>

enum { FAILING_MOST = 1 << 17 };

struct failing {
    bool armed;      /* only then allocations are counted, and may fail */
    bool ever;       /* all from that one on fail */
    long at;         /* the allocation that fails, from 1; 0: none */
    long count;      /* so many were asked for */
    long live;       /* blocks of our own code that are not freed */
    const void *who; /* code that asked for the one that failed */
    const void
        *by[FAILING_MOST]; /* by allocation: our own code that asked for it; NULL: not ours */
};
extern struct failing *failing;

#endif
