/* app: opening, drawing, pictures. The events are in events.c. */
#include "window/app.h"

#include <SDL_image.h>
#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "match/say.h"
#include "window/focus.h"
#include "window/inspect.h"
#include "window/layout.h"
#include "window/paint.h"

enum { LEAST_WIDTH = 640, LEAST_HEIGHT = 400 };
enum { NARROWEST = 600 }; /* design pixels that every screen can be laid out in */

static const char no_display[] =
    "There is no display: play with --text, or draw a picture with --screenshot.";

/* SDL takes a driver that shows nothing rather than none at all: fine where it was asked for. */
static bool shows_something(void)
{
    const char *driver = SDL_GetCurrentVideoDriver(), *asked = getenv("SDL_VIDEODRIVER");
    return (asked != NULL && asked[0] != '\0') ||
           (driver != NULL && strcmp(driver, "offscreen") != 0 && strcmp(driver, "dummy") != 0);
}

/* In software: a page is drawn in a few milliseconds and rarely, while the driver of a graphics card
 * takes a hundred megabytes and time to start. One is used where nothing else does, or where the
 * environment names it. */
static SDL_Renderer *open_renderer(SDL_Window *window)
{
    SDL_SetHintWithPriority(SDL_HINT_RENDER_DRIVER, "software", SDL_HINT_DEFAULT);
    SDL_SetHintWithPriority(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0", SDL_HINT_DEFAULT);
    SDL_Renderer *renderer = SDL_CreateRenderer(window, -1, 0);
    if (renderer == NULL) {
        SDL_SetHint(SDL_HINT_RENDER_DRIVER, "");
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "1");
        renderer = SDL_CreateRenderer(window, -1, 0);
    }
    return renderer;
}

static const char *open_window(struct app *app, const struct app_options *options)
{
    if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_GAMECONTROLLER) != 0 || !shows_something()) {
        return no_display;
    }
    app->window = SDL_CreateWindow(options->title, SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED,
                                   options->width, options->height,
                                   SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (app->window == NULL) {
        return _("The window cannot be opened; play with --text.");
    }
    SDL_SetWindowMinimumSize(app->window, LEAST_WIDTH, LEAST_HEIGHT);
    app->renderer = open_renderer(app->window);
    app->arrow = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_ARROW);
    app->hand = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_HAND);
    return app->renderer != NULL ? NULL : "The display cannot be drawn on; play with --text.";
}

static const char *open_page(struct app *app, const struct app_options *options)
{
    app->page = SDL_CreateRGBSurfaceWithFormat(0, options->width, options->height, 32,
                                               SDL_PIXELFORMAT_ARGB8888);
    app->renderer = app->page == NULL ? NULL : SDL_CreateSoftwareRenderer(app->page);
    return app->renderer != NULL ? NULL : "There is no memory for a picture of that size.";
}

/* ---- how it looks ---- */

static const char *set_fonts(struct app *app, bool chinese)
{
    struct fonts *fonts;
    const char *refusal = fonts_new(&fonts, chinese);
    if (refusal != NULL) {
        fonts_free(fonts);
        return refusal;
    }
    fonts_free(app->fonts);
    app->fonts = app->draw.text.fonts = fonts;
    if (app->draw.cache != NULL) {
        cache_clear(app->draw.cache);
    }
    return NULL;
}

static void set_theme(struct app *app, const struct app_look *look)
{
    draw_theme(&app->draw, look->palette);
    for (int i = 0; i < 2; i++) {
        theme_side(&app->draw.theme, i, look->side[i]);
    }
}

/* A language without a font leaves the fonts as they are: it has been said before. */
static void set_look(struct app *app, const struct app_look *look)
{
    if (look->chinese != app->look.chinese) {
        (void)set_fonts(app, look->chinese);
    }
    set_theme(app, look);
    app->look = *look;
    app->ui.chinese = look->chinese;
    app->ui.keys = &app->look.keys;
}

const char *app_open(struct app *app, const struct app_options *options)
{
    *app = (struct app){ .look = options->look, .words = options->words, .dirty = true };
    app->draw.assets.folder = -1;
    const char *refusal = options->picture ? open_page(app, options) : open_window(app, options);
    if (refusal != NULL) {
        return refusal;
    }
    if (TTF_Init() != 0) {
        return _("The font library does not start; play with --text.");
    }
    refusal = set_fonts(app, options->look.chinese);
    if (refusal == NULL) {
        refusal = draw_open(&app->draw, app->renderer, app->fonts, options->assets);
    }
    if (refusal == NULL) {
        app->ui = ui_init(text_measure(&app->draw.text));
        app->ui.fresh = true;
        set_look(app, &options->look);
    }
    return refusal;
}

void app_close(struct app *app)
{
    ui_free(&app->ui);
    draw_close(&app->draw);
    fonts_free(app->fonts);
    if (TTF_WasInit()) {
        TTF_Quit();
    }
    sound_close(&app->sound);
    if (app->pad != NULL) {
        SDL_GameControllerClose(app->pad);
    }
    if (app->renderer != NULL) {
        SDL_DestroyRenderer(app->renderer);
    }
    SDL_FreeSurface(app->page);
    SDL_FreeCursor(app->arrow);
    SDL_FreeCursor(app->hand);
    if (app->window != NULL) {
        SDL_DestroyWindow(app->window);
    }
    IMG_Quit();
    SDL_Quit();
}

int app_percent(int width, int height, int text_scale)
{
    int across = width * 100 / 1280, down = height * 100 / 720;
    int unit = across < down ? across : down;
    unit = unit < 100 ? 100 : unit > 400 ? 400 : unit;
    int percent = unit * text_scale / 100, most = width * 100 / NARROWEST;
    percent = percent < most ? percent : most; /* rather smaller letters than cut ones */
    return percent > 10 ? percent : 10;
}

static void output_size(const struct app *app, int *width, int *height)
{
    *width = *height = 1;
    SDL_GetRendererOutputSize(app->renderer, width, height);
    *width = *width > 0 ? *width : 1;
    *height = *height > 0 ? *height : 1;
}

static void build(struct app *app, const struct screen *screen, void *data)
{
    int width, height;
    output_size(app, &width, &height);
    if (screen->style != NULL) {
        const struct app_look look = screen->style(data);
        set_look(app, &look);
    }
    ui_begin(&app->ui, width, height, app_percent(width, height, app->look.text_scale));
    screen->build(data, &app->ui);
}

void app_lay_out(struct app *app, const struct screen *screen, void *data)
{
    build(app, screen, data);
    const struct widget *first = NULL;
    if (!app->ui.calm && focus_find(&app->ui, app->ui.focus) == NULL &&
        focus_list(&app->ui, &first, 1) > 0) {
        app->ui.focus = first->action;
        build(app, screen, data);
    }
    if (app->ui.fresh) {
        memset(app->ui.scrolls, 0, sizeof app->ui.scrolls);
    }
    if (app->reveal && !app->ui.fresh) {
        layout_reveal(&app->ui);
    } else {
        layout_run(&app->ui);
    }
    app->reveal = app->ui.fresh = false;
}

void app_tell(const struct app *app)
{
    char part[4096];
    FILE *out = NULL;
    if (app->words == NULL ||
        (size_t)snprintf(part, sizeof part, "%s.part", app->words) >= sizeof part ||
        (out = fopen(part, "w")) == NULL) {
        return;
    }
    inspect_words(&app->ui, out);
    if (fclose(out) != 0 || rename(part, app->words) != 0) {
        remove(part);
    }
}

static const char *save_page(const struct app *app, const char *file)
{
    char part[4096];
    int n = snprintf(part, sizeof part, "%s.part", file);
    if (n < 0 || (size_t)n >= sizeof part) {
        return _("The name of the picture is too long.");
    }
    SDL_Surface *copy =
        SDL_CreateRGBSurfaceWithFormat(0, app->page->w, app->page->h, 24, SDL_PIXELFORMAT_RGB24);
    bool saved = copy != NULL &&
                 SDL_RenderReadPixels(app->renderer, NULL, SDL_PIXELFORMAT_RGB24, copy->pixels,
                                      copy->pitch) == 0 &&
                 IMG_SavePNG(copy, part) == 0 && rename(part, file) == 0;
    SDL_FreeSurface(copy);
    if (!saved) {
        remove(part);
        return _("The picture cannot be written there.");
    }
    return NULL;
}

const char *app_picture(struct app *app, const struct screen *screen, void *data, const char *file)
{
    app_lay_out(app, screen, data);
    paint_tree(&app->draw, &app->ui);
    app_tell(app);
    return save_page(app, file);
}
