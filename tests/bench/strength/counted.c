/* counted.c: what the linker calls instead of what it wraps. The names are the linker's. */
#include "counted.h"

#include "core/state.h"

#include <stddef.h>

/* NOLINTBEGIN(bugprone-reserved-identifier) */
int __real_state_worth(const struct scenario *sc, const struct state *s, int party,
                       const struct disposition *after);
int __wrap_state_worth(const struct scenario *sc, const struct state *s, int party,
                       const struct disposition *after);
void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size);

static _Thread_local struct counted counted;

int __wrap_state_worth(const struct scenario *sc, const struct state *s, int party,
                       const struct disposition *after)
{
    counted.worths++;
    return __real_state_worth(sc, s, party, after);
}

void *__wrap_malloc(size_t size)
{
    counted.allocations++;
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    counted.allocations++;
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    counted.allocations++;
    return __real_realloc(old, size);
}
/* NOLINTEND(bugprone-reserved-identifier) */

struct counted counted_now(void)
{
    return counted;
}
