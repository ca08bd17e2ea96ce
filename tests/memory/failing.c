/* failing.c: allocations that can be made to fail. */
#include "failing.h"

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static struct failing quiet;
struct failing *failing = &quiet;

#ifdef FAILING_WRAPS
#define OURS(name) __wrap_##name
#define SYSTEM(name) __real_##name
#else
#define OURS(name) name
#define SYSTEM(name) __libc_##name
#endif

void *SYSTEM(malloc)(size_t size);
void *SYSTEM(calloc)(size_t count, size_t size);
void *SYSTEM(realloc)(void *block, size_t size);
void SYSTEM(free)(void *block);
void *OURS(malloc)(size_t size);
void *OURS(calloc)(size_t count, size_t size);
void *OURS(realloc)(void *block, size_t size);
void OURS(free)(void *block);
char *OURS(strdup)(const char *text);
char *OURS(strndup)(const char *text, size_t most);

/* ---- what our own code has not freed ---- */

enum { PLACES = 1 << 18 };
static uintptr_t kept[PLACES]; /* 0: free; 1: was taken */

/* The code of this program, the C library not included. */
extern const char __executable_start, etext;

static bool is_ours(const void *who)
{
    return (const char *)who >= &__executable_start && (const char *)who < &etext;
}

static void keep(void *block, const void *who)
{
    if (block == NULL || !failing->armed || !is_ours(who)) {
        return;
    }
    size_t at = ((uintptr_t)block >> 4) % PLACES;
    while (kept[at] > 1) {
        at = (at + 1) % PLACES;
    }
    kept[at] = (uintptr_t)block;
    failing->live++;
}

static void let_go(const void *block)
{
    if (block == NULL || failing->live == 0) {
        return;
    }
    for (size_t at = ((uintptr_t)block >> 4) % PLACES; kept[at] != 0; at = (at + 1) % PLACES) {
        if (kept[at] == (uintptr_t)block) {
            kept[at] = 1;
            failing->live--;
            return;
        }
    }
}

/* ---- in front of the C library ---- */

static bool fails(const void *who)
{
    if (!failing->armed) {
        return false;
    }
    failing->count++;
    if (failing->count < FAILING_MOST) {
        failing->by[failing->count] = is_ours(who) ? who : NULL;
    }
    if (failing->at == 0 || failing->count < failing->at ||
        (!failing->ever && failing->count > failing->at)) {
        return false;
    }
    failing->who = failing->count == failing->at ? who : failing->who;
    errno = ENOMEM;
    return true;
}

static void *take(size_t size, const void *who)
{
    void *block = fails(who) ? NULL : SYSTEM(malloc)(size);
    keep(block, who);
    return block;
}

void *OURS(malloc)(size_t size)
{
    return take(size, __builtin_return_address(0));
}

void *OURS(calloc)(size_t count, size_t size)
{
    const void *who = __builtin_return_address(0);
    void *block = fails(who) ? NULL : SYSTEM(calloc)(count, size);
    keep(block, who);
    return block;
}

void *OURS(realloc)(void *block, size_t size)
{
    const void *who = __builtin_return_address(0);
    if (fails(who)) {
        return NULL;
    }
    let_go(block);
    void *moved = SYSTEM(realloc)(block, size);
    keep(moved, who);
    return moved;
}

void OURS(free)(void *block)
{
    let_go(block);
    SYSTEM(free)(block);
}

static char *copy(const char *text, size_t length, const void *who)
{
    char *out = take(length + 1, who);
    if (out != NULL) {
        memcpy(out, text, length);
        out[length] = '\0';
    }
    return out;
}

char *OURS(strdup)(const char *text)
{
    return copy(text, strlen(text), __builtin_return_address(0));
}

char *OURS(strndup)(const char *text, size_t most)
{
    const char *end = memchr(text, '\0', most);
    return copy(text, end != NULL ? (size_t)(end - text) : most, __builtin_return_address(0));
}
