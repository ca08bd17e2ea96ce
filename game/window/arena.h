/* arena: memory that is given back all at once.
 *
 * Promises: what it hands out is zeroed and aligned for anything, and stays until arena_reset;
 * blocks are kept for the next round, so a screen built anew asks the system for nothing. Out of
 * memory ends the program with exit code 4. */
#ifndef WINDOW_ARENA_H
#define WINDOW_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *first, *now;
};

/* An empty arena. */
struct arena arena_init(void);

/* `size` zeroed bytes; never NULL. */
void *arena_take(struct arena *arena, size_t size);

/* A text in the manner of printf. */
const char *arena_text(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Takes everything back; the blocks stay. */
void arena_reset(struct arena *arena);

/* Gives the blocks back to the system. */
void arena_free(struct arena *arena);

/* Says that memory is out, and ends the program with exit code 4. */
_Noreturn void arena_out_of_memory(void);

#endif
