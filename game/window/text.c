/* text: runs of one font each, put side by side on one texture. */
#include "window/text.h"

#include "match/shown.h"

#include <string.h>

/* A stretch of a line that one font writes. */
struct run {
    TTF_Font *font;
    const char *s;
    size_t n;
};

static struct cached *entry_of(struct writing *text, const struct type *type, const char *s,
                               size_t n)
{
    unsigned char name[TEXT_BYTES + 8] = { 't', (unsigned char)type->face,
                                           (unsigned char)(type->px & 255),
                                           (unsigned char)(type->px >> 8),
                                           (unsigned char)type->track };
    memcpy(name + 5, s, n);
    return cache_find(text->cache, name, n + 5);
}

/* At most TEXT_BYTES, and never in the middle of a character. */
static size_t bounded(const char *s, size_t n)
{
    if (n <= TEXT_BYTES) {
        return n;
    }
    n = TEXT_BYTES;
    while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80) {
        n--;
    }
    return n;
}

/* The next run of a line; spaced letters are runs of one character. */
static struct run next_run(struct writing *text, const struct type *type, const char *s, size_t n)
{
    size_t used = 0;
    unsigned point = shown_point(s, n, &used);
    struct run run = { fonts_for(text->fonts, type->face, type->px, point), s, used };
    while (type->track == 0 && run.n < n) {
        point = shown_point(s + run.n, n - run.n, &used);
        if (point != ' ' && fonts_for(text->fonts, type->face, type->px, point) != run.font) {
            break;
        }
        run.n += used;
    }
    return run;
}

enum { RUN_BYTES = 3 * TEXT_BYTES + 1 }; /* each byte may become a replacement character */

/* As the font library gets it: UTF-8, and nothing in it that controls anything. */
static void copy_run(const struct run *run, char out[RUN_BYTES])
{
    static const char replacement[] = "\xef\xbf\xbd";
    size_t length = 0, used = 0;
    for (size_t at = 0; at < run->n; at += used) {
        const bool fine = shown_point(run->s + at, run->n - at, &used) != 0xfffd;
        const size_t size = fine ? used : sizeof replacement - 1;
        memcpy(out + length, fine ? run->s + at : replacement, size);
        length += size;
    }
    out[length] = '\0';
}

/* How far the run moves the pen. A word space stays wider than the spaces between letters. */
static int run_width(const struct run *run, const struct type *type)
{
    char s[RUN_BYTES];
    int width = 0;
    if (run->font == NULL) {
        return 0;
    }
    if (type->track > 0) {
        size_t used = 0;
        unsigned point = shown_point(run->s, run->n, &used);
        TTF_GlyphMetrics32(run->font, point, NULL, NULL, NULL, NULL, &width);
        return width * 10 + type->track * (point == ' ' ? 2 : 1);
    }
    copy_run(run, s);
    TTF_SizeUTF8(run->font, s, &width, NULL);
    return width * 10;
}

static int measure_line(void *data, const struct type *type, const char *s, size_t n)
{
    struct writing *text = data;
    n = bounded(s, n);
    if (n == 0) {
        return 0;
    }
    struct cached *entry = entry_of(text, type, s, n);
    if (entry != NULL && entry->measured) {
        return entry->w;
    }
    int tenths = 0;
    for (size_t at = 0; at < n;) {
        struct run run = next_run(text, type, s + at, n - at);
        tenths += run_width(&run, type);
        at += run.n;
    }
    int width = (tenths - type->track + 9) / 10;
    if (entry != NULL) {
        entry->w = width;
        entry->measured = true;
    }
    return width;
}

struct measure text_measure(struct writing *text)
{
    return (struct measure){ measure_line, text };
}

static void blit_run(SDL_Surface *page, const struct run *run, int x, int above)
{
    char s[RUN_BYTES];
    copy_run(run, s);
    SDL_Surface *ink = TTF_RenderUTF8_Blended(run->font, s, (SDL_Color){ 255, 255, 255, 255 });
    if (ink != NULL) {
        SDL_Rect to = { x, above - TTF_FontAscent(run->font), ink->w, ink->h };
        SDL_SetSurfaceBlendMode(ink, SDL_BLENDMODE_BLEND);
        SDL_BlitSurface(ink, NULL, page, &to);
        SDL_FreeSurface(ink);
    }
}

enum { SIDE = 4 }; /* slanted letters reach over their box */

static SDL_Surface *render_line(struct writing *text, const struct type *type, const char *s,
                                size_t n, int width)
{
    int above = type->px * 3 / 2, height = type->px * 9 / 4;
    SDL_Surface *page =
        SDL_CreateRGBSurfaceWithFormat(0, width + 2 * SIDE, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (page == NULL) {
        return NULL;
    }
    SDL_FillRect(page, NULL, SDL_MapRGBA(page->format, 255, 255, 255, 0));
    int tenths = 0;
    for (size_t at = 0; at < n;) {
        struct run run = next_run(text, type, s + at, n - at);
        if (run.font != NULL) {
            blit_run(page, &run, SIDE + tenths / 10, above);
        }
        tenths += run_width(&run, type);
        at += run.n;
    }
    return page;
}

static SDL_Texture *line_texture(struct writing *text, const struct type *type, const char *s,
                                 size_t n, struct cached *entry)
{
    if (!entry->drawn) {
        entry->drawn = true;
        SDL_Surface *page = render_line(text, type, s, n, entry->w);
        if (page != NULL) {
            entry->h = page->h;
            entry->texture = SDL_CreateTextureFromSurface(text->renderer, page);
            SDL_FreeSurface(page);
        }
    }
    return entry->texture;
}

void text_draw(struct writing *text, const struct type *type, const char *s, size_t n, int x, int y,
               struct rgb colour)
{
    n = bounded(s, n);
    if (n == 0) {
        return;
    }
    int width = measure_line(text, type, s, n);
    struct cached *entry = entry_of(text, type, s, n);
    SDL_Texture *texture = entry == NULL ? NULL : line_texture(text, type, s, n, entry);
    if (texture == NULL || width <= 0) {
        return;
    }
    SDL_Rect to = { x - SIDE, y - type->px * 3 / 2, width + 2 * SIDE, entry->h };
    SDL_SetTextureColorMod(texture, colour.r, colour.g, colour.b);
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    SDL_RenderCopy(text->renderer, texture, NULL, &to);
}
