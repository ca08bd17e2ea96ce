/* app: the window, its events, and pictures of it.
 *
 * Promises: draws only when something changed; an idle window takes no time at all. Keyboard and
 * mouse act on one list of pressable things. Without a display it refuses with a sentence; a picture
 * needs no display. It knows nothing of the game: a screen tells it what to show. */
#ifndef WINDOW_APP_H
#define WINDOW_APP_H

#include <SDL.h>

#include "window/draw.h"
#include "window/widget.h"

struct app_options {
    const char *title, *assets;
    int width, height;
    int text_scale; /* per cent, 100 to 200 */
    enum palette palette;
    bool chinese;
    bool picture; /* draw into memory: no window, no display */
};

/* Keys that a screen may want for itself; others come as their character in small letters. A click
 * on nothing counts as a key. */
enum app_key {
    APP_KEY_BACK = 8,
    APP_KEY_ESCAPE = 27,
    APP_KEY_HELP = 256,
    APP_KEY_ENTER,
    APP_KEY_CLICK
};

/* What is shown, and what happens when something is pressed. Any function but `build` may be NULL;
 * those that return false end the loop. */
struct screen {
    /* Builds the tree below `ui->root`; may move `ui->focus`. What it shows must outlive the call,
     * and must not be in the memory of the tree. */
    void (*build)(void *data, struct ui *ui);
    /* A pressable thing was pressed. */
    bool (*press)(void *data, int action);
    /* A key that no widget claims. */
    bool (*key)(void *data, int key);
    /* Milliseconds until `tick`, or -1 for never. */
    int (*due)(void *data);
    bool (*tick)(void *data);
    /* Milliseconds until `look`, or -1 for never. It looks whether something has changed elsewhere:
     * true, and the screen is drawn again. It may be called sooner. */
    int (*looks)(void *data);
    bool (*look)(void *data);
};

struct app {
    SDL_Window *window; /* NULL for a picture */
    SDL_Renderer *renderer;
    SDL_Surface *page; /* what a picture is drawn into */
    SDL_Cursor *arrow,
        *hand; /* over nothing, over what can be pressed; NULL where there are none */
    struct fonts *fonts;
    struct draw draw;
    struct ui ui;
    int text_scale;
    bool dirty, reveal;
};

/* Opens window, fonts and drawings; NULL, or a sentence saying what is missing. app_close is due
 * either way. */
const char *app_open(struct app *app, const struct app_options *options);
void app_close(struct app *app);

/* The scale for a window of a size: 100 at 1280x720, larger in larger windows, times the text
 * scale. */
int app_percent(int width, int height, int text_scale);

/* Builds and lays out the screen as large as the window. */
void app_lay_out(struct app *app, const struct screen *screen, void *data);

/* Shows the screen until it or the player ends it. */
void app_loop(struct app *app, const struct screen *screen, void *data);

/* Draws the screen into a PNG file, whole or not at all; NULL, or a sentence. */
const char *app_picture(struct app *app, const struct screen *screen, void *data, const char *file);

#endif
