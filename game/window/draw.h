/* draw: the only calls that put something on the screen.
 *
 * Promises: lengths are pixels of the window, colours are roles of the theme; the software renderer
 * gives the same picture every time. Curves come from vector drawings made at the exact size. What
 * cannot be drawn (a missing file, no memory) is left out, never a crash. */
#ifndef WINDOW_DRAW_H
#define WINDOW_DRAW_H

#include <SDL.h>

#include "window/assets.h"
#include "window/icon.h"
#include "window/text.h"
#include "window/widget.h"

struct draw {
    SDL_Renderer *renderer;
    struct writing text;
    struct cache *cache;
    struct assets assets;
    struct theme theme;
    enum palette palette;
};

/* Opens the folder of drawings and the cache; NULL, or a sentence. The caller keeps the renderer and
 * the fonts until draw_close. */
const char *draw_open(struct draw *draw, SDL_Renderer *renderer, struct fonts *fonts,
                      const char *assets);
void draw_close(struct draw *draw);

/* Chooses the palette; the scenario's hues are set on `draw->theme` afterwards. */
void draw_theme(struct draw *draw, enum palette palette);

/* Starts a frame on a bare desk. */
void draw_begin(struct draw *draw);

/* A filled rectangle, and the outline of one, drawn inside it. */
void draw_fill(struct draw *draw, struct rect r, enum colour colour);
void draw_frame(struct draw *draw, struct rect r, int thick, enum colour colour);

/* The same with round corners; an outline needs to know what it stands on. */
void draw_round(struct draw *draw, struct rect r, int radius, enum colour colour);
void draw_round_frame(struct draw *draw, struct rect r, int radius, int thick, enum colour colour,
                      enum colour inside);
void draw_dashed(struct draw *draw, struct rect r, int radius, enum colour colour);

/* Diagonal lines `step` apart in a rectangle. */
void draw_hatch(struct draw *draw, struct rect r, int step, enum colour colour);

/* Dots in a row, for a link. */
void draw_dots(struct draw *draw, int x, int y, int width, int size, enum colour colour);

/* An icon, tinted, in the middle of a rectangle. */
void draw_icon(struct draw *draw, enum icon icon, struct rect r, enum colour colour);

/* A drawing from the assets folder; with COLOUR_NONE in its own greys. */
void draw_art(struct draw *draw, const char *file, struct rect r, enum colour colour);

/* A line of text with its line of writing starting at (x, y). */
void draw_words(struct draw *draw, const struct type *type, const char *s, size_t n, int x, int y,
                enum colour colour);

/* Draws only inside a rectangle from now on; NULL for everywhere. */
void draw_clip(struct draw *draw, const struct rect *r);

#endif
