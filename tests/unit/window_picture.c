/* window_picture: see window_picture.h. */
#include "unit/window_picture.h"

#include <SDL_image.h>
#include <stdlib.h>
#include <string.h>

#include "window/paint.h"

enum { WIDE = PICTURE_WIDTH * PICTURE_STEP, HIGH = PICTURE_HEIGHT * PICTURE_STEP };

static uint8_t page[HIGH][WIDE][3];

/* In steps of eight, which is enough and keeps the files small. */
static uint8_t mean(int x, int y, int channel)
{
    int sum = 0;
    for (int i = 0; i < PICTURE_STEP * PICTURE_STEP; i++) {
        sum +=
            page[y * PICTURE_STEP + i / PICTURE_STEP][x * PICTURE_STEP + i % PICTURE_STEP][channel];
    }
    return (uint8_t)(sum / (PICTURE_STEP * PICTURE_STEP) & 0xf8);
}

bool picture_draw(struct app *app, struct picture *out)
{
    paint_tree(&app->draw, &app->ui);
    if (app->page->w != WIDE || app->page->h != HIGH ||
        SDL_RenderReadPixels(app->renderer, NULL, SDL_PIXELFORMAT_RGB24, page, sizeof page[0]) !=
            0) {
        return false;
    }
    for (int i = 0; i < PICTURE_WIDTH * PICTURE_HEIGHT * 3; i++) {
        const int x = i / 3 % PICTURE_WIDTH, y = i / 3 / PICTURE_WIDTH;
        out->point[y][x][i % 3] = mean(x, y, i % 3);
    }
    return true;
}

bool picture_load(const char *file, struct picture *out)
{
    SDL_Surface *read = IMG_Load(file);
    SDL_Surface *plain =
        read != NULL ? SDL_ConvertSurfaceFormat(read, SDL_PIXELFORMAT_RGB24, 0) : NULL;
    const bool fits = plain != NULL && plain->w == PICTURE_WIDTH && plain->h == PICTURE_HEIGHT;
    for (int y = 0; fits && y < PICTURE_HEIGHT; y++) {
        memcpy(out->point[y], (const uint8_t *)plain->pixels + (ptrdiff_t)y * plain->pitch,
               sizeof out->point[y]);
    }
    SDL_FreeSurface(plain);
    SDL_FreeSurface(read);
    return fits;
}

bool picture_save(const char *file, const struct picture *picture)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, PICTURE_WIDTH, PICTURE_HEIGHT, 24, SDL_PIXELFORMAT_RGB24);
    for (int y = 0; surface != NULL && y < PICTURE_HEIGHT; y++) {
        memcpy((uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch, picture->point[y],
               sizeof picture->point[y]);
    }
    const bool saved = surface != NULL && IMG_SavePNG(surface, file) == 0;
    SDL_FreeSurface(surface);
    return saved;
}

/* The mean of a channel over a block. */
static int block(const struct picture *p, int x, int y, int channel)
{
    int sum = 0;
    for (int i = 0; i < PICTURE_BLOCK * PICTURE_BLOCK; i++) {
        sum += p->point[y + i / PICTURE_BLOCK][x + i % PICTURE_BLOCK][channel];
    }
    return sum / (PICTURE_BLOCK * PICTURE_BLOCK);
}

struct picture_difference picture_compare(const struct picture *a, const struct picture *b)
{
    int sum = 0, off = 0, blocks = 0;
    for (int y = 0; y + PICTURE_BLOCK <= PICTURE_HEIGHT; y += PICTURE_BLOCK) {
        for (int x = 0; x + PICTURE_BLOCK <= PICTURE_WIDTH; x += PICTURE_BLOCK, blocks++) {
            int most = 0;
            for (int k = 0; k < 3; k++) {
                const int by = abs(block(a, x, y, k) - block(b, x, y, k));
                sum += by;
                most = by > most ? by : most;
            }
            off += most > PICTURE_OFF;
        }
    }
    return (struct picture_difference){ .mean = (int)(100LL * sum / (3LL * blocks)),
                                        .off = (int)(10000LL * off / blocks) };
}
