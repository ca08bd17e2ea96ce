/* arena: a list of blocks, filled one after the other. */
#include "window/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 * 1024, ALIGN = 16 };

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    _Alignas(ALIGN) unsigned char bytes[];
};

void arena_out_of_memory(void)
{
    fputs("backchannel-window: out of memory\n", stderr);
    exit(4);
}

struct arena arena_init(void)
{
    return (struct arena){ NULL, NULL };
}

static struct arena_block *new_block(size_t size)
{
    struct arena_block *block = malloc(sizeof *block + size);
    if (block == NULL) {
        arena_out_of_memory();
    }
    block->next = NULL;
    block->used = 0;
    block->size = size;
    return block;
}

/* The next block with room, a new one if there is none. */
static struct arena_block *room_for(struct arena *arena, size_t size)
{
    struct arena_block **link = arena->now == NULL ? &arena->first : &arena->now->next;
    while (*link != NULL && (*link)->size < size) {
        link = &(*link)->next;
    }
    if (*link == NULL) {
        *link = new_block(size > BLOCK ? size : BLOCK);
    }
    arena->now = *link;
    return arena->now;
}

void *arena_take(struct arena *arena, size_t size)
{
    size = (size + ALIGN - 1) / ALIGN * ALIGN;
    struct arena_block *block = arena->now;
    if (block == NULL || block->size - block->used < size) {
        block = room_for(arena, size);
    }
    void *bytes = block->bytes + block->used;
    block->used += size;
    return memset(bytes, 0, size);
}

const char *arena_text(struct arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    size_t size = n < 0 ? 1 : (size_t)n + 1;
    char *text = arena_take(arena, size);
    vsnprintf(text, size, format, again);
    va_end(again);
    va_end(args);
    return text;
}

void arena_reset(struct arena *arena)
{
    for (struct arena_block *b = arena->first; b != NULL; b = b->next) {
        b->used = 0;
    }
    arena->now = arena->first;
}

void arena_free(struct arena *arena)
{
    while (arena->first != NULL) {
        struct arena_block *next = arena->first->next;
        free(arena->first);
        arena->first = next;
    }
    arena->now = NULL;
}
