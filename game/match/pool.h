/* pool.h: memory and strings that are given back all at once.
 *
 * Promises: what is taken is zeroed and stays until pool_free. When memory is out the pool jumps
 * to where its owner has set `out`, so that nothing built from it checks for NULL; nobody else may
 * hold anything that would be lost by that. */
#ifndef MATCH_POOL_H
#define MATCH_POOL_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pool_block;
struct pool {
    jmp_buf out; /* set it with setjmp before anything is taken: memory is out */
    struct pool_block *first;
    uint64_t *read; /* a set, by the scenario's texts: which are read into it; NULL: not kept */
};

/* `size` zeroed bytes; never NULL. */
void *pool_take(struct pool *p, size_t size);

/* A string in the manner of printf; "" for an empty result. */
const char *pool_text(struct pool *p, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

void pool_free(struct pool *p);

/* A string that grows piece by piece, of at most `size` bytes; what does not fit is left out, by
 * whole characters. */
struct words {
    char *at, *end;
};
struct words words_init(char *space, size_t size);
void words_add(struct words *w, const char *text, size_t length);

#endif
