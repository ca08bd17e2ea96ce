/* app: the window, its events, and pictures of it.
 *
 * Promises: draws only when something changed; an idle window takes no time at all. Keyboard and
 * mouse act on one list of pressable things. Without a display it refuses with a sentence; a picture
 * needs no display. It knows nothing of the game: a screen tells it what to show. */
#ifndef WINDOW_APP_H
#define WINDOW_APP_H

#include <SDL.h>

#include "window/draw.h"
#include "window/input.h"
#include "window/sound.h"
#include "window/widget.h"

/* What can change while the window is open. */
struct app_look {
    int text_scale; /* per cent, 100 to 200 */
    enum palette palette;
    bool chinese;
    struct rgb side[2]; /* the hues of the two sides */
    struct input_keys keys;
};

struct app_options {
    const char *title, *assets;
    const char *words; /* a file that always holds the words of what is shown, or NULL */
    int width, height;
    struct app_look look; /* to begin with */
    bool picture;         /* draw into memory: no window, no display */
};

/* What is shown, and what happens when something is pressed. Any function but `build` may be NULL;
 * those that return false end the loop. */
struct screen {
    /* Builds the tree below `ui->root`; may move `ui->focus`. What it shows must outlive the call,
     * and must not be in the memory of the tree. */
    void (*build)(void *data, struct ui *ui);
    /* A pressable thing was pressed. */
    bool (*press)(void *data, int action);
    /* The value of a thing that has several was turned: to the next one (1), or the one before (-1). */
    bool (*turn)(void *data, int action, int way);
    /* A command that no widget claims. */
    bool (*command)(void *data, enum input command);
    /* A key as it is, before it becomes a command; true where it was wanted. */
    bool (*raw)(void *data, int code);
    /* Text that is typed where the screen asks for some; "" is one character back. NULL, or a NULL
     * from `types`: letters are commands. */
    bool (*types)(void *data);
    void (*text)(void *data, const char *text);
    /* What is to be heard since it was last asked; it is asked after every event. */
    enum cue (*cue)(void *data);
    /* How it is to look now. */
    struct app_look (*style)(void *data);
    /* Milliseconds until `tick`, or -1 for never. */
    int (*due)(void *data);
    bool (*tick)(void *data);
    /* Milliseconds until `look`, or -1 for never. It looks whether something has changed elsewhere:
     * true, and the screen is drawn again. It may be called sooner. */
    int (*looks)(void *data);
    bool (*look)(void *data);
};

struct app {
    const char *words;  /* the options' */
    SDL_Window *window; /* NULL for a picture */
    SDL_Renderer *renderer;
    SDL_Surface *page; /* what a picture is drawn into */
    SDL_Cursor *arrow,
        *hand; /* over nothing, over what can be pressed; NULL where there are none */
    struct fonts *fonts;
    struct draw draw;
    struct ui ui;
    SDL_GameController *pad; /* the one that is listened to, or NULL */
    unsigned leaning;        /* bit a: axis a of it is leant */
    struct sound sound;
    struct app_look look;
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

/* Writes the words of the tree into the file of the options, if there is one, whole or not at all. */
void app_tell(const struct app *app);

/* Shows the screen until it or the player ends it. */
void app_loop(struct app *app, const struct screen *screen, void *data);

/* Draws the screen into a PNG file, whole or not at all; NULL, or a sentence. */
const char *app_picture(struct app *app, const struct screen *screen, void *data, const char *file);

#endif
