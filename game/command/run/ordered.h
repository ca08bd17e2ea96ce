/* ordered.h: what several workers print, in the order of their pieces.
 *
 * Each hands over the text of a piece when it is done; what is due goes to stdout at once, what is
 * early waits. Nobody gets further ahead than ORDERED_AHEAD pieces, so that what waits is bounded
 * however many there are. The first failure ends the whole: the pieces that are left are skipped. */
#ifndef COMMAND_RUN_ORDERED_H
#define COMMAND_RUN_ORDERED_H

#include "json/buffer.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

enum { ORDERED_AHEAD = 64 };

struct ordered {
    pthread_mutex_t lock;
    pthread_cond_t moved;
    uint64_t next; /* piece that is due */
    struct buffer early[ORDERED_AHEAD];
    bool there[ORDERED_AHEAD];
    uint64_t digest; /* of all that was printed (part_digest) */
    int code;        /* EXIT_FINE, or the first failure */
};

void ordered_init(struct ordered *o);
void ordered_free(struct ordered *o);

/* Waits until a piece may be begun. False: it is to be skipped. */
bool ordered_begin(struct ordered *o, uint64_t piece);

/* Hands over the text of a piece that was begun, which may be empty, and how the piece went. */
void ordered_end(struct ordered *o, uint64_t piece, struct buffer *text, int code);

#endif
