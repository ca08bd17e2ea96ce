/* ordered.c: what several workers print, in the order of their pieces. */
#define _POSIX_C_SOURCE 200809L

#include "command/run/ordered.h"

#include "command/out.h"
#include "command/run/part.h"

#include <stdio.h>
#include <stdlib.h>

void ordered_init(struct ordered *o)
{
    *o = (struct ordered){ .digest = PART_DIGEST };
    pthread_mutex_init(&o->lock, NULL);
    pthread_cond_init(&o->moved, NULL);
}

void ordered_free(struct ordered *o)
{
    for (int i = 0; i < ORDERED_AHEAD; i++) {
        free(buffer_finish(&o->early[i]));
    }
    pthread_cond_destroy(&o->moved);
    pthread_mutex_destroy(&o->lock);
}

bool ordered_begin(struct ordered *o, uint64_t piece)
{
    pthread_mutex_lock(&o->lock);
    while (o->code == EXIT_FINE && piece >= o->next + ORDERED_AHEAD) {
        pthread_cond_wait(&o->moved, &o->lock);
    }
    const bool fine = o->code == EXIT_FINE;
    pthread_mutex_unlock(&o->lock);
    return fine;
}

static void print(struct ordered *o, struct buffer *text)
{
    if (text->length > 0) {
        fwrite(text->bytes, 1, text->length, stdout);
        o->digest = part_digest(o->digest, text->bytes, text->length);
    }
    if (text->failed && o->code == EXIT_FINE) {
        o->code = out_of_memory();
    }
    free(buffer_finish(text));
    if (out_failed() && o->code == EXIT_FINE) {
        o->code = EXIT_MACHINE;
    }
}

void ordered_end(struct ordered *o, uint64_t piece, struct buffer *text, int code)
{
    pthread_mutex_lock(&o->lock);
    if (o->code == EXIT_FINE) {
        o->code = code;
    }
    o->early[piece % ORDERED_AHEAD] = *text;
    o->there[piece % ORDERED_AHEAD] = true;
    *text = buffer_init();
    while (o->code == EXIT_FINE && o->there[o->next % ORDERED_AHEAD]) {
        o->there[o->next % ORDERED_AHEAD] = false;
        print(o, &o->early[o->next % ORDERED_AHEAD]);
        o->next++;
    }
    pthread_cond_broadcast(&o->moved);
    pthread_mutex_unlock(&o->lock);
}
