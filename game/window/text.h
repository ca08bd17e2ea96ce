/* text: measures and draws one line of writing.
 *
 * Promises: a character that a face lacks comes from its fallback; measuring and drawing agree to
 * the pixel; what was drawn before comes from the cache. A line longer than TEXT_BYTES is cut, so
 * nothing huge reaches the font library: breaking texts into lines is done by wrap. */
#ifndef WINDOW_TEXT_H
#define WINDOW_TEXT_H

#include <SDL.h>

#include "window/cache.h"
#include "window/font.h"
#include "window/wrap.h"

enum { TEXT_BYTES = 1024 };

struct writing {
    SDL_Renderer *renderer;
    struct fonts *fonts;
    struct cache *cache;
};

/* The measure that the layout works with; it points into `text`. */
struct measure text_measure(struct writing *text);

/* Draws `n` bytes with the left end of the line of writing at (x, y). */
void text_draw(struct writing *text, const struct type *type, const char *s, size_t n, int x, int y,
               struct rgb colour);

#endif
