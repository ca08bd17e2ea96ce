/* draw: boxes, icons, drawings. */
#include "window/draw.h"

#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "match/say.h"

enum { LONGEST = 4096 }; /* no drawing is larger than this */

const char *draw_open(struct draw *draw, SDL_Renderer *renderer, struct fonts *fonts,
                      const char *assets)
{
    *draw = (struct draw){ .renderer = renderer, .cache = cache_new(), .assets = { -1 } };
    draw->text = (struct writing){ renderer, fonts, draw->cache };
    draw_theme(draw, PALETTE_DARK);
    if (draw->cache == NULL) {
        return _("Out of memory.");
    }
    return assets_open(&draw->assets, assets);
}

void draw_close(struct draw *draw)
{
    cache_free(draw->cache);
    draw->cache = NULL;
    assets_close(&draw->assets);
}

void draw_theme(struct draw *draw, enum palette palette)
{
    draw->palette = palette;
    theme_init(&draw->theme, palette);
}

static void set_colour(struct draw *draw, enum colour colour)
{
    struct rgb c = draw->theme.colour[colour];
    SDL_SetRenderDrawColor(draw->renderer, c.r, c.g, c.b, 255);
}

void draw_begin(struct draw *draw)
{
    cache_frame(draw->cache);
    fonts_tidy(draw->text.fonts);
    draw_clip(draw, NULL);
    set_colour(draw, COLOUR_DESK);
    SDL_RenderClear(draw->renderer);
}

void draw_fill(struct draw *draw, struct rect r, enum colour colour)
{
    if (r.w > 0 && r.h > 0) {
        SDL_Rect to = { r.x, r.y, r.w, r.h };
        set_colour(draw, colour);
        SDL_RenderFillRect(draw->renderer, &to);
    }
}

void draw_frame(struct draw *draw, struct rect r, int thick, enum colour colour)
{
    draw_fill(draw, (struct rect){ r.x, r.y, r.w, thick }, colour);
    draw_fill(draw, (struct rect){ r.x, r.y + r.h - thick, r.w, thick }, colour);
    draw_fill(draw, (struct rect){ r.x, r.y + thick, thick, r.h - 2 * thick }, colour);
    draw_fill(draw, (struct rect){ r.x + r.w - thick, r.y + thick, thick, r.h - 2 * thick },
              colour);
}

/* The texture of a vector drawing made to fit w x h; NULL if it cannot be made. */
static SDL_Texture *svg_texture(struct draw *draw, const char *svg, struct cached *entry, int w,
                                int h)
{
    SDL_RWops *source = SDL_RWFromConstMem(svg, (int)strlen(svg));
    SDL_Surface *page = source == NULL ? NULL : IMG_LoadSizedSVG_RW(source, w, h);
    if (page != NULL) {
        entry->w = page->w;
        entry->h = page->h;
        entry->texture = SDL_CreateTextureFromSurface(draw->renderer, page);
        SDL_FreeSurface(page);
    }
    if (source != NULL) {
        SDL_RWclose(source);
    }
    return entry->texture;
}

static void copy(struct draw *draw, const struct cached *entry, struct rect r, enum colour colour)
{
    if (entry == NULL || entry->texture == NULL) {
        return;
    }
    struct rgb c =
        colour == COLOUR_NONE ? (struct rgb){ 255, 255, 255 } : draw->theme.colour[colour];
    SDL_Rect to = { r.x + (r.w - entry->w) / 2, r.y + (r.h - entry->h) / 2, entry->w, entry->h };
    SDL_SetTextureBlendMode(entry->texture, SDL_BLENDMODE_BLEND);
    SDL_SetTextureColorMod(entry->texture, c.r, c.g, c.b);
    SDL_RenderCopy(draw->renderer, entry->texture, NULL, &to);
}

/* The entry of a drawing of a size; `fresh` tells that it is still to be made. */
static struct cached *svg_entry(struct draw *draw, const char *what, int w, int h, bool *fresh)
{
    char name[160];
    *fresh = false;
    if (w <= 0 || h <= 0 || w > LONGEST || h > LONGEST) {
        return NULL;
    }
    int n = snprintf(name, sizeof name, "s%dx%d %s", w, h, what);
    struct cached *entry = cache_find(draw->cache, name, (size_t)n);
    if (entry != NULL) {
        *fresh = !entry->drawn;
        entry->drawn = true;
    }
    return entry;
}

/* Draws a quarter of the disc at each corner of r. */
static void corners(struct draw *draw, const struct cached *disc, struct rect r, int radius,
                    enum colour colour)
{
    struct rgb c = draw->theme.colour[colour];
    SDL_SetTextureColorMod(disc->texture, c.r, c.g, c.b);
    SDL_SetTextureBlendMode(disc->texture, SDL_BLENDMODE_BLEND);
    for (int i = 0; i < 4; i++) {
        int right = i & 1, low = i >> 1;
        SDL_Rect from = { right * radius, low * radius, radius, radius };
        SDL_Rect to = { right ? r.x + r.w - radius : r.x, low ? r.y + r.h - radius : r.y, radius,
                        radius };
        SDL_RenderCopy(draw->renderer, disc->texture, &from, &to);
    }
}

void draw_round(struct draw *draw, struct rect r, int radius, enum colour colour)
{
    bool fresh;
    int most = (r.w < r.h ? r.w : r.h) / 2;
    radius = radius < most ? radius : most;
    struct cached *disc = svg_entry(draw, "corner", 2 * radius, 2 * radius, &fresh);
    if (fresh) {
        svg_texture(draw,
                    "<svg xmlns='http://www.w3.org/2000/svg' width='2' height='2'>"
                    "<circle cx='1' cy='1' r='1' fill='#fff'/></svg>",
                    disc, 2 * radius, 2 * radius);
    }
    if (disc == NULL || disc->texture == NULL) {
        draw_fill(draw, r, colour);
        return;
    }
    draw_fill(draw, (struct rect){ r.x + radius, r.y, r.w - 2 * radius, r.h }, colour);
    draw_fill(draw, (struct rect){ r.x, r.y + radius, radius, r.h - 2 * radius }, colour);
    draw_fill(draw, (struct rect){ r.x + r.w - radius, r.y + radius, radius, r.h - 2 * radius },
              colour);
    corners(draw, disc, r, radius, colour);
}

void draw_round_frame(struct draw *draw, struct rect r, int radius, int thick, enum colour colour,
                      enum colour inside)
{
    struct rect in = { r.x + thick, r.y + thick, r.w - 2 * thick, r.h - 2 * thick };
    draw_round(draw, r, radius, colour);
    draw_round(draw, in, radius > thick ? radius - thick : 0, inside);
}

void draw_dashed(struct draw *draw, struct rect r, int radius, enum colour colour)
{
    char what[64], svg[400];
    bool fresh;
    snprintf(what, sizeof what, "dashed %d", radius);
    struct cached *entry = svg_entry(draw, what, r.w, r.h, &fresh);
    if (fresh) {
        snprintf(svg, sizeof svg,
                 "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d'>"
                 "<rect x='.5' y='.5' width='%d' height='%d' rx='%d' fill='none' stroke='#fff' "
                 "stroke-width='1' stroke-dasharray='4 4'/></svg>",
                 r.w, r.h, r.w - 1, r.h - 1, radius);
        svg_texture(draw, svg, entry, r.w, r.h);
    }
    copy(draw, entry, r, colour);
}

/* The library has no clip: each diagonal is cut to the box by arithmetic. */
static char *hatch_svg(int w, int h, int step)
{
    size_t size = 200 + (size_t)((w + h) / step + 1) * 60, n = 0;
    char *svg = malloc(size);
    if (svg == NULL) {
        return NULL;
    }
    n += (size_t)snprintf(svg, size,
                          "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d'>"
                          "<path fill='none' stroke='#fff' stroke-width='1' d='",
                          w, h);
    for (int k = step; k < w + h; k += step) {
        int x0 = k < h ? 0 : k - h, y0 = k < h ? k : h, x1 = k < w ? k : w, y1 = k < w ? 0 : k - w;
        n += (size_t)snprintf(svg + n, size - n, "M%d %dL%d %d", x0, y0, x1, y1);
    }
    snprintf(svg + n, size - n, "'/></svg>");
    return svg;
}

void draw_hatch(struct draw *draw, struct rect r, int step, enum colour colour)
{
    char what[64];
    bool fresh;
    snprintf(what, sizeof what, "hatch %d", step);
    struct cached *entry = svg_entry(draw, what, r.w, r.h, &fresh);
    if (fresh) {
        char *svg = hatch_svg(r.w, r.h, step);
        if (svg != NULL) {
            svg_texture(draw, svg, entry, r.w, r.h);
            free(svg);
        }
    }
    copy(draw, entry, r, colour);
}

void draw_dots(struct draw *draw, int x, int y, int width, int size, enum colour colour)
{
    for (int at = 0; at + size <= width; at += 2 * size) {
        draw_fill(draw, (struct rect){ x + at, y, size, size }, colour);
    }
}

/* Exchanges the portrait greys for those of the palette; both names have seven characters. */
static void repaint(const struct draw *draw, char *svg)
{
    for (int tone = 0; tone < FIGURE_TONES; tone++) {
        const char *name = theme_figure_name(tone);
        struct rgb c = draw->theme.figure[tone];
        char now[8];
        snprintf(now, sizeof now, "#%02x%02x%02x", c.r, c.g, c.b);
        if (strcmp(name, now) == 0) {
            continue;
        }
        for (char *at = strstr(svg, name); at != NULL; at = strstr(at + 7, name)) {
            memcpy(at, now, 7);
        }
    }
}

void draw_art(struct draw *draw, const char *file, struct rect r, enum colour colour)
{
    char what[128];
    bool fresh;
    snprintf(what, sizeof what, "file %d %s", colour == COLOUR_NONE ? (int)draw->palette : -1,
             file);
    struct cached *entry = svg_entry(draw, what, r.w, r.h, &fresh);
    if (fresh) {
        char *svg = assets_read(&draw->assets, file);
        if (svg == NULL && strncmp(file, "pictures/", 9) == 0) { /* a kind that nobody drew */
            svg = assets_read(&draw->assets, "pictures/file.svg");
        }
        if (svg != NULL) {
            if (colour == COLOUR_NONE) {
                repaint(draw, svg);
            }
            svg_texture(draw, svg, entry, r.w, r.h);
            free(svg);
        }
    }
    copy(draw, entry, r, colour);
}

void draw_icon(struct draw *draw, enum icon icon, struct rect r, enum colour colour)
{
    draw_art(draw, icon_file(icon), r, colour);
}

void draw_words(struct draw *draw, const struct type *type, const char *s, size_t n, int x, int y,
                enum colour colour)
{
    text_draw(&draw->text, type, s, n, x, y, draw->theme.colour[colour]);
}

void draw_clip(struct draw *draw, const struct rect *r)
{
    if (r == NULL) {
        SDL_RenderSetClipRect(draw->renderer, NULL);
        return;
    }
    SDL_Rect to = { r->x, r->y, r->w, r->h };
    SDL_RenderSetClipRect(draw->renderer, &to);
}
