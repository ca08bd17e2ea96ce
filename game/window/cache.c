/* cache: a chained hash table. */
#include "window/cache.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 4096, BYTES = 48 * 1024 * 1024, ENTRIES = 20000 };

struct entry {
    struct entry *next;
    struct cached cached;
    uint64_t hash;
    unsigned frame; /* last used */
    size_t n;
    unsigned char name[];
};

struct cache {
    struct entry *slots[SLOTS];
    unsigned frame;
    size_t entries;
};

struct cache *cache_new(void)
{
    return calloc(1, sizeof(struct cache));
}

static uint64_t hash_of(const unsigned char *name, size_t n)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < n; i++) {
        h = (h ^ name[i]) * 1099511628211u;
    }
    return h;
}

static struct entry *make(struct cache *cache, struct entry **slot, const void *name, size_t n,
                          uint64_t hash)
{
    struct entry *e = calloc(1, sizeof *e + n);
    if (e == NULL) {
        return NULL;
    }
    memcpy(e->name, name, n);
    e->n = n;
    e->hash = hash;
    e->next = *slot;
    *slot = e;
    cache->entries++;
    return e;
}

struct cached *cache_find(struct cache *cache, const void *name, size_t n)
{
    uint64_t hash = hash_of(name, n);
    struct entry **slot = &cache->slots[hash % SLOTS], *e = *slot;
    while (e != NULL && (e->hash != hash || e->n != n || memcmp(e->name, name, n) != 0)) {
        e = e->next;
    }
    if (e == NULL) {
        e = make(cache, slot, name, n, hash);
    }
    if (e == NULL) {
        return NULL;
    }
    e->frame = cache->frame;
    return &e->cached;
}

/* Throws out what was last used before a frame. */
static void sweep(struct cache *cache, unsigned frame)
{
    for (size_t i = 0; i < SLOTS; i++) {
        for (struct entry **link = &cache->slots[i]; *link != NULL;) {
            struct entry *e = *link;
            if (e->frame >= frame) {
                link = &e->next;
                continue;
            }
            *link = e->next;
            if (e->cached.texture != NULL) {
                SDL_DestroyTexture(e->cached.texture);
            }
            free(e);
            cache->entries--;
        }
    }
}

static size_t bytes_held(const struct cache *cache)
{
    size_t sum = 0;
    for (size_t i = 0; i < SLOTS; i++) {
        for (const struct entry *e = cache->slots[i]; e != NULL; e = e->next) {
            sum += e->cached.texture == NULL ? 0 : (size_t)e->cached.w * (size_t)e->cached.h * 4;
        }
    }
    return sum;
}

void cache_frame(struct cache *cache)
{
    if (cache->entries > ENTRIES || bytes_held(cache) > BYTES) {
        sweep(cache, cache->frame);
    }
    cache->frame++;
}

void cache_clear(struct cache *cache)
{
    sweep(cache, cache->frame + 1);
}

void cache_free(struct cache *cache)
{
    if (cache != NULL) {
        cache_clear(cache);
        free(cache);
    }
}
