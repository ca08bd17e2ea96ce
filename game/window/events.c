/* events: keys, gamepad and mouse, and the loop that waits for them. */
#include "window/app.h"
#include "window/focus.h"
#include "window/layout.h"
#include "window/paint.h"

enum { FAR = 1000000, WHEEL = 60 };

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

static bool give(const struct turn *t, enum input command)
{
    t->app->dirty = t->app->reveal = true;
    return t->screen->command == NULL || t->screen->command(t->data, command);
}

static const struct widget *claimed(const struct ui *ui, enum input command)
{
    const struct widget *w = ui->root;
    while (w != NULL && (w->input != (int)command || widget_hidden(w))) {
        w = widget_after(ui->root, w);
    }
    return w;
}

/* A card's number brings it into focus, a second time presses nothing: that is for going on. */
static bool claim(const struct turn *t, enum input command)
{
    const struct widget *w = claimed(&t->app->ui, command);
    if (w == NULL) {
        return give(t, command);
    }
    set_focus(t->app, w->action, true);
    return command >= INPUT_CARD || press(t, w->action);
}

/* What has been scrolled out of sight, or lies below a long text that is read from its top, is shown
 * before it is pressed. */
static bool go(const struct turn *t)
{
    const struct widget *w = focus_find(&t->app->ui, t->app->ui.focus);
    if (w != NULL && !layout_in_sight(w)) {
        t->app->dirty = t->app->reveal = true;
        return true;
    }
    return w == NULL ? give(t, INPUT_GO) : press(t, w->action);
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

static bool turn(const struct turn *t, int action, int way)
{
    t->app->dirty = true;
    return t->screen->turn == NULL || t->screen->turn(t->data, action, way);
}

/* Left and right change a value where the thing in focus has one. */
static bool sideways(const struct turn *t, enum input command)
{
    const struct widget *w = focus_find(&t->app->ui, t->app->ui.focus);
    if (w != NULL && w->turns) {
        return turn(t, w->action, command == INPUT_LEFT ? -1 : 1);
    }
    set_focus(t->app, focus_move(&t->app->ui, command == INPUT_LEFT ? TOWARD_LEFT : TOWARD_RIGHT),
              true);
    return true;
}

static bool obey(const struct turn *t, enum input command)
{
    struct ui *ui = &t->app->ui;
    switch (command) {
    case INPUT_NONE:
        return true;
    case INPUT_NEXT:
    case INPUT_PREVIOUS:
        set_focus(t->app, focus_move(ui, command == INPUT_NEXT ? TOWARD_NEXT : TOWARD_PREVIOUS),
                  true);
        return true;
    case INPUT_LEFT:
    case INPUT_RIGHT:
        return sideways(t, command);
    case INPUT_UP:
    case INPUT_DOWN:
        up_or_down(t->app, command == INPUT_UP ? TOWARD_UP : TOWARD_DOWN);
        return true;
    case INPUT_PAGE_UP:
    case INPUT_PAGE_DOWN:
        scroll_by(t->app, 0, 0, command == INPUT_PAGE_UP ? -ui->height / 2 : ui->height / 2);
        return true;
    case INPUT_TOP:
    case INPUT_END:
        scroll_by(t->app, 0, 0, command == INPUT_TOP ? -FAR : FAR);
        return true;
    case INPUT_GO:
        return go(t);
    default:
        return claim(t, command);
    }
}

/* What may happen again and again while a key is held down. */
static bool repeats(enum input command)
{
    return command >= INPUT_UP && command <= INPUT_END;
}

static bool takes_text(const struct turn *t)
{
    return t->screen->types != NULL && t->screen->types(t->data);
}

static void give_text(const struct turn *t, const char *text)
{
    t->screen->text(t->data, text);
    t->app->dirty = true;
}

/* While text is typed, letters are text; what moves, goes on or leads away still does. */
static bool key_as_text(const struct turn *t, SDL_Keycode key)
{
    if (key == SDLK_BACKSPACE) {
        give_text(t, "");
        return true;
    }
    return (key >= ' ' && key < 127);
}

static bool key_down(const struct turn *t, const SDL_KeyboardEvent *event)
{
    const SDL_Keycode key = event->keysym.sym;
    if (event->repeat == 0 && t->screen->raw != NULL && t->screen->raw(t->data, key)) {
        t->app->dirty = true;
        return true;
    }
    if (takes_text(t) && key_as_text(t, key)) {
        return true;
    }
    const enum input command =
        input_of_key(&t->app->look.keys, key, (event->keysym.mod & KMOD_SHIFT) != 0);
    return event->repeat != 0 && !repeats(command) ? true : obey(t, command);
}

/* ---- a gamepad ---- */

enum { STICK_ON = 20000, STICK_OFF = 12000 }; /* of 32767: leaning, and upright again */

static void pad_added(struct app *app, int index)
{
    if (app->pad == NULL) {
        app->pad = SDL_GameControllerOpen(index);
    }
}

/* The next one that is there, if any, takes over. */
static void pad_removed(struct app *app, SDL_JoystickID which)
{
    SDL_Joystick *joystick = app->pad != NULL ? SDL_GameControllerGetJoystick(app->pad) : NULL;
    if (joystick == NULL || SDL_JoystickInstanceID(joystick) != which) {
        return;
    }
    SDL_GameControllerClose(app->pad);
    app->pad = NULL;
    for (int i = 0; i < SDL_NumJoysticks() && app->pad == NULL; i++) {
        if (SDL_IsGameController(i)) {
            app->pad = SDL_GameControllerOpen(i);
        }
    }
}

/* A stick that is leant is one step; it has to come back before the next one. */
static bool stick(const struct turn *t, const SDL_ControllerAxisEvent *event)
{
    static const enum input ways[][2] = {
        [SDL_CONTROLLER_AXIS_LEFTX] = { INPUT_LEFT, INPUT_RIGHT },
        [SDL_CONTROLLER_AXIS_LEFTY] = { INPUT_UP, INPUT_DOWN },
        [SDL_CONTROLLER_AXIS_RIGHTX] = { INPUT_NONE, INPUT_NONE },
        [SDL_CONTROLLER_AXIS_RIGHTY] = { INPUT_PAGE_UP, INPUT_PAGE_DOWN },
    };
    if (event->axis > SDL_CONTROLLER_AXIS_RIGHTY) {
        return true;
    }
    const unsigned bit = 1u << event->axis;
    const int lean = event->value < 0 ? -event->value : event->value;
    if (lean < STICK_OFF) {
        t->app->leaning &= ~bit;
    } else if (lean > STICK_ON && (t->app->leaning & bit) == 0) {
        t->app->leaning |= bit;
        return obey(t, ways[event->axis][event->value > 0]);
    }
    return true;
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

/* Which way a click at `x` turns a value (part_choice: label, then arrow, value, arrow): -1, 1, or 0
 * where it is on neither arrow. */
static int turns_by(const struct widget *w, int x)
{
    const struct widget *value = w->last;
    if (!w->turns || x < value->box.x) {
        return 0;
    }
    return x < value->first->next->box.x ? -1 : x >= value->last->box.x ? 1 : 0;
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
        set_focus(t->app, action, click && opens); /* what it opens may lie below */
    }
    if (!click || opens) {
        return true;
    }
    const int way = w != NULL ? turns_by(w, x) : 0;
    if (way != 0 || (w != NULL && w->field)) {
        return way == 0 || turn(t, action, way);
    }
    return action == 0 ? give(t, INPUT_CLICK) : press(t, action);
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
    case SDL_TEXTINPUT:
        if (takes_text(t)) {
            give_text(t, event->text.text);
        }
        return true;
    case SDL_CONTROLLERDEVICEADDED:
        pad_added(t->app, event->cdevice.which);
        return true;
    case SDL_CONTROLLERDEVICEREMOVED:
        pad_removed(t->app, event->cdevice.which);
        return true;
    case SDL_CONTROLLERBUTTONDOWN:
        return obey(t, input_of_button(event->cbutton.button));
    case SDL_CONTROLLERAXISMOTION:
        return stick(t, &event->caxis);
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
    app_tell(app);
}

/* The sooner of two waits, of which -1 is for ever. */
static int sooner(int a, int b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
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
    const int due = ask_due(t, t->screen->due);
    const int other = sooner(ask_due(t, t->screen->looks), sound_due(&t->app->sound));
    const int most = sooner(due, other);
    const int some = most < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, most);
    sound_rest(&t->app->sound);
    look(t);
    if (some == 0) {
        const bool its_time = due >= 0 && due <= most;
        t->app->dirty = t->app->dirty || its_time;
        return most >= 0 && (!its_time || t->screen->tick == NULL || t->screen->tick(t->data));
    }
    bool goes_on = true;
    do {
        goes_on = handle(t, &event);
        /* What was pressed may have changed what there is to press. */
        if (goes_on && t->app->dirty &&
            (event.type == SDL_KEYDOWN || event.type == SDL_CONTROLLERBUTTONDOWN)) {
            app_lay_out(t->app, t->screen, t->data);
        }
    } while (goes_on && SDL_PollEvent(&event) != 0);
    return goes_on;
}

void app_loop(struct app *app, const struct screen *screen, void *data)
{
    struct turn turn = { app, screen, data };
    do {
        if (screen->cue != NULL) {
            sound_play(&app->sound, screen->cue(data));
        }
        if (app->dirty) {
            show(&turn);
        }
    } while (wait(&turn));
}
