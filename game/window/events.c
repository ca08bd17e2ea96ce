/* events: keys and mouse, and the loop that waits for them. */
#include "window/app.h"
#include "window/focus.h"
#include "window/layout.h"
#include "window/paint.h"

enum { WHEEL = 60 };

/* What an event is handled with. */
struct turn {
    struct app *app;
    const struct screen *screen;
    void *data;
};

static void set_focus(struct app *app, int action, bool reveal)
{
    if (action != 0 && action != app->ui.focus) {
        app->ui.focus = action;
        app->dirty = true;
        app->reveal = reveal;
    }
}

static bool press(const struct turn *t, int action)
{
    t->app->dirty = t->app->reveal = true;
    return action == 0 || t->screen->press == NULL || t->screen->press(t->data, action);
}

static bool give_key(const struct turn *t, int key)
{
    t->app->dirty = t->app->reveal = true;
    return t->screen->key == NULL || t->screen->key(t->data, key);
}

static const struct widget *claimed(const struct ui *ui, int key)
{
    const struct widget *w = ui->root;
    while (w != NULL && (w->key != key || widget_hidden(w))) {
        w = widget_after(ui->root, w);
    }
    return w;
}

/* A digit brings a thing into focus, a second time presses nothing: that is for Enter. */
static bool character(const struct turn *t, int key)
{
    const struct widget *w = claimed(&t->app->ui, key);
    if (w == NULL) {
        return give_key(t, key);
    }
    set_focus(t->app, w->action, true);
    return (key >= '0' && key <= '9') || press(t, w->action);
}

static bool enter(const struct turn *t)
{
    const struct widget *w = focus_find(&t->app->ui, t->app->ui.focus);
    return w == NULL ? give_key(t, APP_KEY_ENTER) : press(t, w->action);
}

static void scroll_by(struct app *app, int x, int y, int pixels)
{
    app->dirty = layout_scroll(&app->ui, x, y, pixels) || app->dirty;
}

/* Where there is nothing further that way, the page moves instead. */
static void up_or_down(struct app *app, enum direction direction)
{
    int action = focus_move(&app->ui, direction);
    if (action == app->ui.focus) {
        int step = ui_px(&app->ui, WHEEL);
        scroll_by(app, 0, 0, direction == TOWARD_UP ? -step : step);
    }
    set_focus(app, action, true);
}

static bool move(const struct turn *t, SDL_Keycode key, bool shift)
{
    struct ui *ui = &t->app->ui;
    switch (key) {
    case SDLK_TAB:
        set_focus(t->app, focus_move(ui, shift ? TOWARD_PREVIOUS : TOWARD_NEXT), true);
        return true;
    case SDLK_LEFT:
        set_focus(t->app, focus_move(ui, TOWARD_LEFT), true);
        return true;
    case SDLK_RIGHT:
        set_focus(t->app, focus_move(ui, TOWARD_RIGHT), true);
        return true;
    case SDLK_UP:
        up_or_down(t->app, TOWARD_UP);
        return true;
    case SDLK_DOWN:
        up_or_down(t->app, TOWARD_DOWN);
        return true;
    case SDLK_PAGEUP:
        scroll_by(t->app, 0, 0, -ui->height / 2);
        return true;
    case SDLK_PAGEDOWN:
        scroll_by(t->app, 0, 0, ui->height / 2);
        return true;
    default:
        return false;
    }
}

static bool key_down(const struct turn *t, const SDL_KeyboardEvent *event)
{
    SDL_Keycode key = event->keysym.sym;
    if (move(t, key, (event->keysym.mod & KMOD_SHIFT) != 0) || event->repeat != 0) {
        return true;
    }
    if (key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE) {
        return enter(t);
    }
    if (key == SDLK_BACKSPACE) {
        return give_key(t, APP_KEY_BACK);
    }
    if (key == SDLK_ESCAPE || key == SDLK_F1) {
        return give_key(t, key == SDLK_F1 ? (int)APP_KEY_HELP : (int)APP_KEY_ESCAPE);
    }
    if (key >= SDLK_KP_1 && key <= SDLK_KP_9) {
        return character(t, '1' + (int)(key - SDLK_KP_1));
    }
    return key > ' ' && key < 127 ? character(t, (int)key) : true;
}

/* Mouse positions come in points of the window, the layout works in pixels. */
static void to_pixels(const struct app *app, int *x, int *y)
{
    int w = 1, h = 1;
    SDL_GetWindowSize(app->window, &w, &h);
    *x = w > 0 ? *x * app->ui.width / w : 0;
    *y = h > 0 ? *y * app->ui.height / h : 0;
}

static void set_lit(struct app *app, int action)
{
    app->dirty = app->dirty || action != app->ui.lit;
    app->ui.lit = action;
}

/* The mouse brings into focus what it is over; what opens is left alone until it is clicked, so that
 * nothing opens and closes on the way; what asks is lit only, so that Enter still does what it did. */
static bool mouse(const struct turn *t, int x, int y, bool click)
{
    to_pixels(t->app, &x, &y);
    int action = focus_at(&t->app->ui, x, y);
    const struct widget *w = action == 0 ? NULL : focus_find(&t->app->ui, action);
    bool opens = w != NULL && w->opens && action != t->app->ui.focus;
    bool asks = w != NULL && w->asks;
    set_lit(t->app, asks ? action : 0);
    SDL_SetCursor(w != NULL ? t->app->hand : t->app->arrow);
    if (!asks && (click || !opens)) {
        set_focus(t->app, action, false);
    }
    if (!click || opens) {
        return true;
    }
    return action == 0 ? give_key(t, APP_KEY_CLICK) : press(t, action);
}

static void wheel(const struct turn *t, const SDL_MouseWheelEvent *event)
{
    int x, y;
    SDL_GetMouseState(&x, &y);
    to_pixels(t->app, &x, &y);
    scroll_by(t->app, x, y, -event->y * ui_px(&t->app->ui, WHEEL));
}

static bool handle(const struct turn *t, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_QUIT:
        return false;
    case SDL_KEYDOWN:
        return key_down(t, &event->key);
    case SDL_MOUSEMOTION:
        return mouse(t, event->motion.x, event->motion.y, false);
    case SDL_MOUSEBUTTONDOWN:
        return event->button.button != SDL_BUTTON_LEFT ||
               mouse(t, event->button.x, event->button.y, true);
    case SDL_MOUSEWHEEL:
        wheel(t, &event->wheel);
        return true;
    case SDL_WINDOWEVENT:
        t->app->dirty = true;
        return true;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        cache_clear(t->app->draw.cache);
        t->app->dirty = true;
        return true;
    default:
        return true;
    }
}

static void show(const struct turn *t)
{
    struct app *app = t->app;
    app->dirty = false;
    app_lay_out(app, t->screen, t->data);
    if ((SDL_GetWindowFlags(app->window) & (SDL_WINDOW_MINIMIZED | SDL_WINDOW_HIDDEN)) == 0) {
        paint_tree(&app->draw, &app->ui);
        SDL_RenderPresent(app->renderer);
    }
}

static int ask_due(const struct turn *t, int (*due)(void *data))
{
    return due == NULL ? -1 : due(t->data);
}

static void look(const struct turn *t)
{
    if (t->screen->look != NULL && t->screen->look(t->data)) {
        t->app->dirty = true;
    }
}

/* Waits for something to happen, or for the screen's own time; false ends the loop. */
static bool wait(const struct turn *t)
{
    SDL_Event event;
    const int due = ask_due(t, t->screen->due), looks = ask_due(t, t->screen->looks);
    const int least = due < 0 || (looks >= 0 && looks < due) ? looks : due;
    const int some = least < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, least);
    look(t);
    if (some == 0 && least != due) {
        return true;
    }
    if (some == 0) {
        t->app->dirty = true;
        return due >= 0 && (t->screen->tick == NULL || t->screen->tick(t->data));
    }
    bool goes_on = true;
    do {
        goes_on = handle(t, &event);
        /* What was pressed may have changed what there is to press. */
        if (goes_on && t->app->dirty && event.type == SDL_KEYDOWN) {
            app_lay_out(t->app, t->screen, t->data);
        }
    } while (goes_on && SDL_PollEvent(&event) != 0);
    return goes_on;
}

void app_loop(struct app *app, const struct screen *screen, void *data)
{
    struct turn turn = { app, screen, data };
    do {
        if (app->dirty) {
            show(&turn);
        }
    } while (wait(&turn));
}
