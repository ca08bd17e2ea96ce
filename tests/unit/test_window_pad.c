/* Whole games by gamepad alone, through SDL's own queue and the real loop of the window. Under a
 * display it is a real window: scripts/test_window_pad.sh. */
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

#include "unit/home.h"
#include "unit/window_driver.h"
#include "window/actions.h"
#include "window/focus.h"

static struct driver d;
#define A SDL_CONTROLLER_BUTTON_A
#define B SDL_CONTROLLER_BUTTON_B
#define DOWN SDL_CONTROLLER_BUTTON_DPAD_DOWN
#define UP SDL_CONTROLLER_BUTTON_DPAD_UP
#define RIGHT SDL_CONTROLLER_BUTTON_DPAD_RIGHT
#define LEFT SDL_CONTROLLER_BUTTON_DPAD_LEFT

/* ---- finding the way with the cross ---- */

enum { MOST = 256 };

/* The first step of the shortest way from what has the focus to `action`, or -1 if the cross does
 * not lead there. It asks the same function as the window. */
static SDL_GameControllerButton toward(int action)
{
    static const struct {
        SDL_GameControllerButton button;
        enum direction direction;
    } ways[] = {
        { DOWN, TOWARD_DOWN }, { UP, TOWARD_UP }, { RIGHT, TOWARD_RIGHT }, { LEFT, TOWARD_LEFT }
    };
    struct ui *ui = &d.app.ui;
    const int start = ui->focus;
    int at[MOST] = { start }, first[MOST] = { 0 }, count = 1, found = -1;
    for (int i = 0; i < count && found < 0; i++) {
        const struct widget *from = focus_find(ui, at[i]);
        for (int way = 0; way < 4 && found < 0; way++) {
            if (from != NULL && from->turns && way >= 2) {
                continue; /* there it changes the value */
            }
            ui->focus = at[i];
            const int next = focus_move(ui, ways[way].direction);
            bool known = false;
            for (int k = 0; k < count; k++) {
                known = known || at[k] == next;
            }
            if (!known && count < MOST) {
                at[count] = next;
                first[count++] = i == 0 ? way : first[i];
                found = next == action ? first[count - 1] : -1;
            }
        }
    }
    ui->focus = start;
    return found >= 0 ? ways[found].button : SDL_CONTROLLER_BUTTON_INVALID;
}

/* One step on the way to press something; true once it has been pressed. */
static bool go_and_press(int action)
{
    if (d.app.ui.focus == action) {
        driver_button(&d, A);
        return true;
    }
    const SDL_GameControllerButton button = toward(action);
    if (button == SDL_CONTROLLER_BUTTON_INVALID) {
        fail_msg("the cross does not lead from %d to %d (page %d, over %d)", d.app.ui.focus, action,
                 (int)d.play.page, (int)d.play.over);
    }
    driver_button(&d, button);
    return false;
}

/* ---- a player who presses A, and sometimes something else first ---- */

static int decisions(void)
{
    int made = 0;
    for (int i = 0; i < match_steps(d.play.game.match); i++) {
        made += strcmp(match_step(d.play.game.match, i)->by, "person") == 0;
    }
    return made;
}

/* Whether A here leads to a decision. */
static bool decides(int action)
{
    return action == 0 || action == ACTION_GO || (action >= ACTION_CARD && action < ACTION_ADVISER);
}

/* Another card each time, so that games differ; what leads to no decision is left again. */
static void play_on(void)
{
    const struct widget *list[MOST];
    const struct table *t = d.play.game.table;
    const bool choosing = d.play.page == PAGE_TABLE && t->moment != TABLE_WAITING;
    if (choosing && t->moment == TABLE_PICK && d.turns % 2 == 0) {
        (void)go_and_press(ACTION_GO);
    } else if (choosing && d.turns % 5 == 0) {
        driver_button(&d, d.turns % 2 == 0 ? RIGHT : DOWN);
    } else if (!choosing || decides(d.app.ui.focus)) {
        driver_button(&d, A);
    } else {
        const size_t n = focus_list(&d.app.ui, list, MOST);
        size_t at = 0;
        while (at < n && !decides(list[at]->action)) {
            at++;
        }
        assert_true(at < n);
        (void)go_and_press(list[at]->action);
    }
}

/* ---- the whole game ---- */

/* What is visited on the way, in this order: where it is opened from, and by what. */
static const struct stop {
    enum play_page page;
    enum over over;
    int action;                      /* of the menu or the title, or 0 */
    SDL_GameControllerButton button; /* else this one */
    bool menu;                       /* from the menu */
} stops[] = {
    { PAGE_TITLE, OVER_NEW, ACTION_OVER + OVER_NEW, 0, false },
    { PAGE_TITLE, OVER_LOAD, ACTION_OVER + OVER_LOAD, 0, false },
    { PAGE_TITLE, OVER_SETTINGS, ACTION_OVER + OVER_SETTINGS, 0, false },
    { PAGE_TITLE, OVER_KEYS, ACTION_OVER + OVER_KEYS, 0, false },
    { PAGE_TITLE, OVER_ABOUT, ACTION_OVER + OVER_ABOUT, 0, false },
    { PAGE_TABLE, OVER_WHY, 0, SDL_CONTROLLER_BUTTON_Y, false },
    { PAGE_TABLE, OVER_LEDGER, 0, SDL_CONTROLLER_BUTTON_LEFTSTICK, false },
    { PAGE_TABLE, OVER_CASES, 0, SDL_CONTROLLER_BUTTON_RIGHTSTICK, false },
    { PAGE_TABLE, OVER_KEYS, 0, SDL_CONTROLLER_BUTTON_BACK, false },
    { PAGE_TABLE, OVER_AGREEMENTS, ACTION_OVER + OVER_AGREEMENTS, 0, true },
    { PAGE_TABLE, OVER_SETTINGS, ACTION_OVER + OVER_SETTINGS, 0, true },
    { PAGE_TABLE, OVER_SAVE, ACTION_OVER + OVER_SAVE, 0, true },
    { PAGE_ENDING, OVER_DEBRIEF, ACTION_OVER + OVER_DEBRIEF, 0, false },
};
enum { STOPS = sizeof stops / sizeof stops[0] };

static int stop, out; /* the next stop; whether it has been opened and is to be left */
static int made;      /* decisions when it was opened */
static bool exported, took_back;

static void leave_stop(void)
{
    if (d.play.over == OVER_DEBRIEF && !exported) {
        (void)go_and_press(ACTION_EXPORT);
        exported = strncmp(d.play.notice, "Written", 7) == 0;
    } else if (d.play.over == OVER_NOTHING) {
        out = 0;
        stop++;
        assert_int_equal(decisions(), made);
        driver_button(&d, SDL_CONTROLLER_BUTTON_DPAD_DOWN);
    } else {
        driver_button(&d, B);
    }
}

static void open_stop(const struct stop *s)
{
    if (d.play.over == s->over) {
        out = 1;
        made = decisions();
    } else if (s->menu && d.play.over != OVER_MENU) {
        driver_button(&d, SDL_CONTROLLER_BUTTON_START);
    } else if (s->action != 0) {
        (void)go_and_press(s->action);
    } else {
        driver_button(&d, s->button);
    }
}

static void whole_game(struct driver *driver)
{
    (void)driver;
    const bool here =
        stop < STOPS && d.play.page == stops[stop].page &&
        (d.play.page != PAGE_TABLE || (decisions() >= 2 && d.play.game.table->cards > 0));
    if (out != 0) {
        leave_stop();
    } else if (here) {
        open_stop(&stops[stop]);
    } else if (decisions() == 4 && !took_back && d.play.page == PAGE_TABLE) {
        took_back = true;
        driver_button(&d, SDL_CONTROLLER_BUTTON_X);
    } else if (stop == STOPS && d.play.page == PAGE_TITLE) {
        (void)go_and_press(ACTION_QUIT); /* ends the loop */
    } else if (d.play.page == PAGE_TITLE) {
        (void)go_and_press(ACTION_GO);
    } else if (d.play.page == PAGE_ENDING) {
        (void)go_and_press(ACTION_TITLE);
    } else {
        play_on();
    }
}

static void a_whole_game_by_gamepad(void **state)
{
    (void)state;
    driver_open(&d, 5, 1280, 720);
    stop = out = 0;
    exported = took_back = false;
    driver_plug(&d);
    driver_run(&d, whole_game, 4000);
    assert_int_equal(stop, STOPS);
    assert_true(exported && took_back);
    assert_int_equal(d.play.page, PAGE_TITLE);
    driver_close(&d);
}

/* ---- plugged in late, pulled out in the middle, and another one ---- */

static int phase, steps_then;

static void plug_and_pull(struct driver *driver)
{
    const bool at_first_decision = d.play.page == PAGE_TABLE && d.play.game.table->cards > 0;
    (void)driver;
    switch (phase) {
    case 0:
        driver_plug(&d);
        phase = 1;
        break;
    case 1:
        if (at_first_decision) {
            assert_non_null(d.app.pad);
            steps_then = match_steps(d.play.game.match);
            driver_unplug(&d);
            phase = 2;
        } else {
            driver_button(&d, A);
        }
        break;
    case 2: /* with no gamepad keys still do */
        if (d.app.pad == NULL) {
            assert_int_equal(match_steps(d.play.game.match), steps_then);
            driver_key(SDLK_ESCAPE);
            phase = 3;
        }
        break;
    case 3:
        assert_int_equal(d.play.over, OVER_MENU);
        driver_plug(&d);
        phase = 4;
        break;
    case 4:
        if (d.play.over == OVER_NOTHING) {
            phase = 5;
        } else if (d.app.pad != NULL) {
            driver_button(&d, B);
        }
        break;
    default:
        if (match_steps(d.play.game.match) > steps_then) {
            driver_quit();
        } else {
            driver_button(&d, A);
        }
        break;
    }
}

static void gamepads_come_and_go(void **state)
{
    (void)state;
    driver_open(&d, 3, 1280, 720);
    phase = 0;
    driver_run(&d, plug_and_pull, 400);
    assert_int_equal(phase, 5);
    driver_close(&d);
}

/* ---- the stick ---- */

static void lean(SDL_GameControllerAxis axis, int value)
{
    assert_int_equal(SDL_JoystickSetVirtualAxis(d.pad, (int)axis, (Sint16)value), 0);
}

static int focus_then;

/* Once leant is one step, held is none, and back and again is the next one. */
static void lean_twice(struct driver *driver)
{
    (void)driver;
    const int focus = d.app.ui.focus;
    switch (phase++) {
    case 0:
        driver_plug(&d);
        break;
    case 2:
        assert_int_equal(focus, d.play.can_continue ? ACTION_CONTINUE : ACTION_GO);
        lean(SDL_CONTROLLER_AXIS_LEFTY, 32767);
        break;
    case 3:
        assert_int_not_equal(focus, d.play.can_continue ? ACTION_CONTINUE : ACTION_GO);
        focus_then = focus;
        lean(SDL_CONTROLLER_AXIS_LEFTY, 30000);
        break;
    case 4:
        assert_int_equal(focus, focus_then);
        lean(SDL_CONTROLLER_AXIS_LEFTY, 0);
        break;
    case 5:
        assert_int_equal(focus, focus_then);
        lean(SDL_CONTROLLER_AXIS_LEFTY, -32768);
        break;
    case 6:
        assert_int_equal(focus, d.play.can_continue ? ACTION_CONTINUE : ACTION_GO);
        driver_quit();
        break;
    default:
        break;
    }
}

static void a_stick_leant_is_one_step(void **state)
{
    (void)state;
    driver_open(&d, 3, 1280, 720);
    phase = 0;
    driver_run(&d, lean_twice, 60);
    assert_int_equal(phase, 7);
    driver_close(&d);
}

static int make_home(void **state)
{
    setenv("SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS", "1", 1); /* without a window manager */
    return home_make(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_game_by_gamepad),
        cmocka_unit_test(gamepads_come_and_go),
        cmocka_unit_test(a_stick_leant_is_one_step),
    };
    return cmocka_run_group_tests(tests, make_home, home_remove);
}
