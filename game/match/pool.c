/* pool.c: blocks in a list. */
#include "match/pool.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 15 };

struct pool_block {
    struct pool_block *next;
    size_t used, room;
    max_align_t bytes[];
};

static struct pool_block *add_block(struct pool *p, size_t size)
{
    const size_t room = size > BLOCK ? size : BLOCK;
    struct pool_block *b = calloc(1, sizeof *b + room);
    if (b == NULL) {
        longjmp(p->out, 1);
    }
    b->room = room;
    b->next = p->first;
    p->first = b;
    return b;
}

void *pool_take(struct pool *p, size_t size)
{
    const size_t grain = sizeof(max_align_t);
    size = (size + grain - 1) / grain * grain;
    struct pool_block *b = p->first;
    if (b == NULL || b->room - b->used < size) {
        b = add_block(p, size);
    }
    void *taken = (char *)b->bytes + b->used;
    b->used += size;
    return taken;
}

const char *pool_text(struct pool *p, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    const int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    assert(length >= 0);
    char *text = pool_take(p, (size_t)length + 1); /* may jump: no list is open */
    va_start(list, format);
    vsnprintf(text, (size_t)length + 1, format, list);
    va_end(list);
    return text;
}

void pool_free(struct pool *p)
{
    while (p->first != NULL) {
        struct pool_block *next = p->first->next;
        free(p->first);
        p->first = next;
    }
}

struct words words_init(char *space, size_t size)
{
    assert(size > 0);
    space[0] = '\0';
    return (struct words){ space, space + size - 1 };
}

void words_add(struct words *w, const char *text, size_t length)
{
    size_t n = (size_t)(w->end - w->at);
    if (length <= n) {
        n = length;
    } else {
        while (n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80) {
            n--; /* never half a character */
        }
        w->end = w->at + n;
    }
    memcpy(w->at, text, n);
    w->at += n;
    *w->at = '\0';
}
