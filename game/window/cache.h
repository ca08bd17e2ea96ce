/* cache: textures by name.
 *
 * Promises: what was drawn once is drawn from memory; when the store has grown too large, all that
 * the present frame does not use is thrown out. */
#ifndef WINDOW_CACHE_H
#define WINDOW_CACHE_H

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>

/* What is known under a name. */
struct cached {
    SDL_Texture *texture; /* may be NULL: not drawn yet, or there is nothing to draw */
    bool measured, drawn;
    int w, h;
};

struct cache;

/* An empty cache, or NULL if memory is out. */
struct cache *cache_new(void);
void cache_free(struct cache *cache);

/* The entry under a name of `n` bytes, made empty if there is none; NULL if memory is out. It stays
 * until cache_frame. */
struct cached *cache_find(struct cache *cache, const void *name, size_t n);

/* A new frame begins. */
void cache_frame(struct cache *cache);

/* Forgets all textures: the renderer has lost them. */
void cache_clear(struct cache *cache);

#endif
