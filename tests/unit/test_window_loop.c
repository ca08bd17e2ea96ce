/* What a window goes through: sizes down to one pixel, put away and back, without the focus, closed in
 * the middle of a game. The game goes on as it was and what is saved stays whole. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "content/scenario_load.h"
#include "unit/home.h"
#include "unit/support.h"
#include "unit/window_driver.h"
#include "window/actions.h"
#include "window/focus.h"
#include "window/inspect.h"
#include "window/load.h"

static struct driver d;
static bool at_a_decision(void)
{
    return d.play.page == PAGE_TABLE && d.play.over == OVER_NOTHING && d.play.game.table->cards > 0;
}

static bool waiting(void)
{
    return d.play.page == PAGE_TABLE && d.play.game.table->moment == TABLE_WAITING;
}

/* ---- sizes ---- */

static const struct {
    int w, h;
} sizes[] = { { 1, 1 },       { 1280, 720 }, { 3, 900 }, { 1900, 2 },   { 1, 1 },
              { 2560, 1440 }, { 640, 400 },  { 17, 17 }, { 1024, 640 }, { 1280, 720 } };
enum { SIZES = sizeof sizes / sizeof sizes[0] };

static int visited[PAGE_ENDING + 1];

/* Another size on every turn, while a whole game is played with Enter. */
static void play_in_all_sizes(struct driver *driver)
{
    (void)driver;
    const int turn = (d.turns - 1) % (2 * SIZES);
    visited[d.play.page]++;
    if (d.play.page == PAGE_ENDING && d.app.ui.width == 1280) {
        assert_int_equal(inspect_check(&d.app.ui, stderr), 0);
        driver_quit();
    } else if (turn % 2 == 0) {
        SDL_SetWindowSize(d.app.window, sizes[turn / 2].w, sizes[turn / 2].h);
        driver_window(&d, SDL_WINDOWEVENT_SIZE_CHANGED);
    } else {
        assert_int_equal(d.app.ui.width, sizes[turn / 2].w);
        assert_int_equal(d.app.ui.height, sizes[turn / 2].h);
        driver_click(0, 0);
        driver_key(SDLK_RETURN);
    }
}

static void a_game_is_played_in_every_size(void **state)
{
    (void)state;
    driver_open(&d, 5, 1280, 720);
    SDL_SetWindowMinimumSize(d.app.window, 1, 1); /* what a window manager may do anyway */
    memset(visited, 0, sizeof visited);
    driver_run(&d, play_in_all_sizes, 6000);
    for (int page = 0; page <= PAGE_ENDING; page++) {
        assert_true(visited[page] > 0);
    }
    driver_close(&d);
}

/* ---- put away, and without the focus ---- */

static int phase, steps_then, frames_then;
static uint32_t hidden_at;

/* They move while the window is away; what they said is there when it is back. */
static void put_away_while_they_think(struct driver *driver)
{
    (void)driver;
    switch (phase) {
    case 0:
        if (waiting() && match_steps(d.play.game.match) > 0) {
            steps_then = match_steps(d.play.game.match);
            SDL_MinimizeWindow(d.app.window);
            driver_window(&d, SDL_WINDOWEVENT_MINIMIZED);
            driver_window(&d, SDL_WINDOWEVENT_FOCUS_LOST);
            phase = 1;
        } else {
            driver_key(SDLK_RETURN);
        }
        break;
    case 1:
        if (match_steps(d.play.game.match) > steps_then) {
            steps_then = match_steps(d.play.game.match);
            SDL_RestoreWindow(d.app.window);
            driver_window(&d, SDL_WINDOWEVENT_RESTORED);
            driver_window(&d, SDL_WINDOWEVENT_EXPOSED);
            driver_window(&d, SDL_WINDOWEVENT_FOCUS_GAINED);
            phase = 2;
        }
        break;
    default:
        assert_false(d.app.dirty); /* it has been drawn */
        assert_int_equal(match_steps(d.play.game.match), steps_then);
        driver_quit();
        break;
    }
}

static void they_move_while_the_window_is_away(void **state)
{
    (void)state;
    driver_open(&d, 5, 1280, 720);
    phase = 0;
    driver_run(&d, put_away_while_they_think, 400);
    assert_int_equal(phase, 2);
    assert_null(play_leave(&d.play));
    driver_close(&d);
}

/* A card that slides when the window loses the focus has arrived when it is back. */
static void lose_focus_in_a_slide(struct driver *driver)
{
    (void)driver;
    switch (phase) {
    case 0:
        if (d.play.slide.on && d.app.ui.above != NULL) { /* a slow machine may miss it */
            driver_window(&d, SDL_WINDOWEVENT_FOCUS_LOST);
            driver_window(&d, SDL_WINDOWEVENT_LEAVE);
            hidden_at = SDL_GetTicks();
            frames_then = d.turns;
            phase = 1;
        } else {
            driver_key(SDLK_RETURN);
        }
        break;
    default:
        if (SDL_GetTicks() - hidden_at > SLIDE_MS + 200) {
            assert_null(d.app.ui.above);
            assert_false(d.app.dirty);
            driver_quit();
        }
        break;
    }
}

static void a_slide_ends_without_the_focus(void **state)
{
    (void)state;
    driver_open(&d, 3, 1280, 720);
    d.play.wish.moving = true;
    phase = 0;
    driver_run(&d, lose_focus_in_a_slide, 2000);
    assert_int_equal(phase, 1);
    assert_true(d.turns > frames_then + 2);
    driver_close(&d);
}

/* ---- closed in the middle ---- */

static int wanted;

static void close_after(struct driver *driver)
{
    (void)driver;
    if (match_steps(d.play.game.match) >= wanted && at_a_decision()) {
        driver_key(SDLK_RETURN); /* a card is open, nothing is decided yet */
        driver_quit();
        driver_key(SDLK_RETURN); /* too late */
    } else {
        driver_key(SDLK_RETURN);
    }
}

static void a_window_closed_in_the_middle_keeps_the_game(void **state)
{
    (void)state;
    for (wanted = 0; wanted < 30; wanted += 7) {
        driver_open(&d, 5, 1280, 720);
        driver_run(&d, close_after, 1000);
        const int made = match_steps(d.play.game.match);
        const uint64_t hash = match_hash(d.play.game.match);
        assert_true(made >= wanted);
        assert_null(play_leave(&d.play));
        driver_close(&d);
        struct scenario *sc = NULL;
        struct match *match = NULL;
        char *place = NULL, why[400];
        assert_null(load_last(&sc, &match, &place, why, sizeof why));
        assert_int_equal(match_steps(match), made);
        assert_true(match_hash(match) == hash);
        assert_int_equal(unlink(place), 0);
        free(place);
        match_free(match);
        scenario_free(sc);
    }
}

/* ---- no time is taken by a window that waits ---- */

/* Nothing to do: neither a time to wake up at, nor a picture to draw. */
static void look_for_rest(struct driver *driver)
{
    (void)driver;
    if (phase == 0 && !at_a_decision()) {
        driver_key(SDLK_RETURN);
        return;
    }
    if (++phase > 10) {
        assert_false(d.app.dirty);
        assert_int_equal(play_screen.due(&d.play), -1);
        assert_int_equal(play_screen.looks(&d.play), -1);
        driver_quit();
    }
}

static void a_window_that_waits_has_nothing_to_wake_for(void **state)
{
    (void)state;
    driver_open(&d, 3, 1280, 720);
    phase = 0;
    driver_run(&d, look_for_rest, 200);
    assert_true(phase > 10);
    driver_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_game_is_played_in_every_size),
        cmocka_unit_test(they_move_while_the_window_is_away),
        cmocka_unit_test(a_slide_ends_without_the_focus),
        cmocka_unit_test(a_window_closed_in_the_middle_keeps_the_game),
        cmocka_unit_test(a_window_that_waits_has_nothing_to_wake_for),
    };
    return cmocka_run_group_tests(tests, home_make, home_remove);
}
