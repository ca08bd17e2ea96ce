/* window_driver: see window_driver.h. */
#define _POSIX_C_SOURCE 200809L

#include "unit/window_driver.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "unit/support.h"

static struct driver *driven;
static void (*player)(struct driver *);
static int most_turns;

void driver_open(struct driver *d, uint64_t seed, int width, int height)
{
    struct play_wish wish = { .scenario = support_scenario("pentagon-2012"),
                              .seeded = true,
                              .seed = seed,
                              .settings = settings_init() };
    char why[200];
    memset(d, 0, sizeof *d);
    d->held = d->pad_index = -1;
    wish.settings.sound = false;
    assert_null(minister_find("tit-for-tat", &wish.minister, why, sizeof why));
    play_title(&d->play, &wish);
    const struct app_options options = { .title = "test",
                                         .assets = SOURCE_DIR "/assets",
                                         .width = width,
                                         .height = height,
                                         .look = play_screen.style(&d->play) };
    const char *refusal = app_open(&d->app, &options);
    if (refusal != NULL) {
        fail_msg("%s", refusal);
    }
}

void driver_close(struct driver *d)
{
    if (d->pad != NULL) {
        SDL_JoystickClose(d->pad);
    }
    app_close(&d->app);
    play_free(&d->play);
}

/* A button does not stay down. */
static void let_go(struct driver *d)
{
    if (d->held >= 0 && d->pad != NULL) {
        assert_int_equal(SDL_JoystickSetVirtualButton(d->pad, d->held, 0), 0);
        SDL_JoystickUpdate();
    }
    d->held = -1;
}

/* Asked right before the window waits, when all is drawn. */
static int looks(void *data)
{
    (void)data;
    let_go(driven);
    if (++driven->turns > most_turns) {
        fail_msg("not done after %d turns", most_turns);
    }
    player(driven);
    const int due = play_screen.looks(&driven->play);
    return due >= 0 && due < 20 ? due : 20;
}

void driver_run(struct driver *d, void (*next)(struct driver *), int most)
{
    struct screen screen = play_screen;
    screen.looks = looks;
    driven = d;
    player = next;
    most_turns = d->turns + most;
    app_loop(&d->app, &screen, &d->play);
}

/* ---- a gamepad ---- */

void driver_plug(struct driver *d)
{
    d->pad_index = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER,
                                             SDL_CONTROLLER_AXIS_MAX, SDL_CONTROLLER_BUTTON_MAX, 0);
    assert_true(d->pad_index >= 0);
    assert_true(SDL_IsGameController(d->pad_index));
    d->pad = SDL_JoystickOpen(d->pad_index);
    assert_non_null(d->pad);
}

void driver_unplug(struct driver *d)
{
    SDL_JoystickClose(d->pad);
    d->pad = NULL;
    d->held = -1;
    assert_int_equal(SDL_JoystickDetachVirtual(d->pad_index), 0);
    d->pad_index = -1;
}

void driver_button(struct driver *d, SDL_GameControllerButton button)
{
    assert_int_equal(SDL_JoystickSetVirtualButton(d->pad, (int)button, 1), 0);
    d->held = (int)button;
}

/* ---- the rest ---- */

static void push(SDL_Event event)
{
    assert_int_equal(SDL_PushEvent(&event), 1);
}

void driver_key(SDL_Keycode key)
{
    push((SDL_Event){ .key = { .type = SDL_KEYDOWN, .keysym.sym = key } });
    push((SDL_Event){ .key = { .type = SDL_KEYUP, .keysym.sym = key } });
}

void driver_click(int x, int y)
{
    push((SDL_Event){ .motion = { .type = SDL_MOUSEMOTION, .x = x, .y = y } });
    push((SDL_Event){
        .button = { .type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = x, .y = y } });
}

void driver_window(struct driver *d, SDL_WindowEventID what)
{
    push((SDL_Event){ .window = { .type = SDL_WINDOWEVENT,
                                  .windowID = SDL_GetWindowID(d->app.window),
                                  .event = (Uint8)what } });
}

void driver_quit(void)
{
    push((SDL_Event){ .type = SDL_QUIT });
}
