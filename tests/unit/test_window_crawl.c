/* By keyboard alone: from every screen, everything that can be pressed is reached with Tab and with
 * the arrows, is pressed, and Esc leads back; and on the way nothing of a game is lost. */
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
#include "unit/support.h"
#include "unit/window_sample.h"
#include "window/actions.h"
#include "window/focus.h"
#include "window/layout.h"
#include "window/play.h"
#include "window/screen_settings.h"

static struct play play;
static struct ui ui;
static bool seen_over[OVERS], seen_page[PAGE_ENDING + 1];
static int pressed;

static void lay_out(void)
{
    for (int i = 0; i < 2;
         i++) { /* the first thing takes the focus where one has to, as in the window */
        const struct widget *first = NULL;
        ui_begin(&ui, 1280, 720, 100);
        play_screen.build(&play, &ui);
        layout_run(&ui);
        if (ui.calm || focus_find(&ui, ui.focus) != NULL || focus_list(&ui, &first, 1) == 0) {
            break;
        }
        ui.focus = first->action;
    }
    ui.fresh = false;
    seen_over[play.over] = true;
    seen_page[play.page] = true;
}

static bool press(int action)
{
    const bool goes_on = play_screen.press(&play, action);
    lay_out();
    return goes_on;
}

static bool command(enum input which)
{
    const bool goes_on = play_screen.command(&play, which);
    lay_out();
    return goes_on;
}

static void open_title(uint64_t seed)
{
    struct play_wish wish = { .scenario = support_scenario("pentagon-2012"),
                              .seeded = true,
                              .seed = seed,
                              .settings = settings_init() };
    char why[200];
    snprintf(wish.story, sizeof wish.story, "pentagon-2012");
    snprintf(wish.system, sizeof wish.system, "en");
    assert_null(minister_find("tit-for-tat", &wish.minister, why, sizeof why));
    play_title(&play, &wish);
    lay_out();
}

/* The first decision of a person that is there, after so many have been made. */
static void open_table(uint64_t seed, int decisions)
{
    open_title(seed);
    press(ACTION_GO);
    press(ACTION_GO);
    for (int made = 0; play.page != PAGE_ENDING;) {
        const struct table *t = play.game.table;
        if (play.page == PAGE_TABLE && t->moment != TABLE_WAITING && made++ == decisions) {
            return;
        }
        int action = ACTION_GO;
        for (int i = 0; play.page == PAGE_TABLE && i < t->cards; i++) {
            action = !t->card[i].form[0].off ? ACTION_FORM + i * ACTION_FORMS : action;
        }
        press(action);
    }
}

/* ---- where one is ---- */

enum { MOST = 256, PATH = 4 };

/* A way into it: so many presses from a place that can be made again. */
struct way {
    int press[PATH], count;
};

static uint64_t hash_then;
static int steps_then;

/* Esc, again and again, leads to the page below, and the game stands where it stood. */
static void leave_by_escape(enum play_page page)
{
    for (int i = 0; play.over != OVER_NOTHING; i++) {
        assert_true(i < LAYERS);
        assert_true(command(INPUT_MENU));
    }
    assert_int_equal(play.page, page);
    if (page >= PAGE_TABLE) {
        assert_int_equal(match_steps(play.game.match), steps_then);
        assert_true(match_hash(play.game.match) == hash_then);
    }
}

/* Tab goes round all that can be pressed, and Shift+Tab the same way back. */
static void check_tab(void)
{
    const struct widget *list[MOST];
    const size_t n = focus_list(&ui, list, MOST);
    const int start = ui.focus;
    assert_true(n > 0 && n < MOST);
    ui.focus = list[0]->action;
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(ui.focus, list[i]->action);
        ui.focus = focus_move(&ui, TOWARD_NEXT);
    }
    assert_int_equal(ui.focus, list[0]->action);
    for (size_t i = n; i-- > 0;) {
        ui.focus = focus_move(&ui, TOWARD_PREVIOUS);
        assert_int_equal(ui.focus, list[i]->action);
    }
    ui.focus = start;
}

/* From what has the focus first the arrows lead to everything, but where left and right turn a value. */
static void check_arrows(void)
{
    const struct widget *list[MOST];
    const size_t n = focus_list(&ui, list, MOST);
    const int start = ui.focus;
    int at[MOST] = { focus_find(&ui, start) != NULL ? start : focus_move(&ui, TOWARD_DOWN) };
    size_t count = 1;
    for (size_t i = 0; i < count; i++) {
        const bool turns = focus_find(&ui, at[i])->turns;
        for (int d = TOWARD_LEFT; d <= TOWARD_DOWN; d++) {
            ui.focus = at[i];
            const int next =
                turns && d <= TOWARD_RIGHT ? at[i] : focus_move(&ui, (enum direction)d);
            bool known = false;
            for (size_t k = 0; k < count; k++) {
                known = known || at[k] == next;
            }
            if (!known && count < MOST) {
                at[count++] = next;
            }
        }
    }
    ui.focus = start;
    for (size_t i = 0; i < n; i++) {
        bool reached = false;
        for (size_t k = 0; k < count; k++) {
            reached = reached || at[k] == list[i]->action;
        }
        if (!reached) {
            fail_msg("page %d, over %d: arrows do not lead to %s", (int)play.page, (int)play.over,
                     list[i]->says);
        }
    }
}

/* ---- the crawl ---- */

/* What ends the game, plays on or leaves is for other tests; what only opens or changes is pressed. */
static bool only_opens(int action)
{
    return (action > ACTION_OVER && action < ACTION_OVER + OVERS) || action == ACTION_ASK ||
           action == ACTION_WHY_NEXT || action == ACTION_WHY_BEFORE ||
           (action >= ACTION_SETUP && action < ACTION_SETUP + 20) ||
           (action >= ACTION_SET && action < ACTION_SET + 20) ||
           (action >= ACTION_ADVISER && action < ACTION_WHY) ||
           (action >= ACTION_WHY && action < ACTION_FILE && !(action >= ACTION_BIND));
}

static void open_way(const struct way *way)
{
    for (int i = 0; i < way->count; i++) {
        assert_true(press(way->press[i]));
    }
}

/* Everything on a screen that opens something, and what is there then, as deep as it goes. */
static void crawl(struct way way, enum play_page page)
{
    const struct widget *list[MOST];
    int action[MOST];
    open_way(&way);
    check_tab();
    check_arrows();
    const enum over here = play.over;
    const size_t n = focus_list(&ui, list, MOST);
    for (size_t i = 0; i < n; i++) {
        action[i] = list[i]->action;
    }
    leave_by_escape(page);
    for (size_t i = 0; i < n && way.count < PATH; i++) {
        if (!only_opens(action[i])) {
            continue;
        }
        open_way(&way);
        ui.focus = action[i];
        assert_true(press(action[i]));
        pressed++;
        const enum over there = play.over;
        leave_by_escape(page);
        if (there != here && there != OVER_WHY) {
            struct way on = way;
            bool been = false;
            on.press[on.count++] = action[i];
            for (int k = 0; k < way.count; k++) {
                been = been || way.press[k] == ACTION_OVER + (int)there;
            }
            if (!been) {
                crawl(on, page);
            }
        }
    }
}

static void from_the_title_everything_opens_and_closes(void **state)
{
    (void)state;
    open_title(3);
    crawl((struct way){ .count = 0 }, PAGE_TITLE);
    assert_true(seen_over[OVER_NEW] && seen_over[OVER_LOAD] && seen_over[OVER_SETTINGS]);
    assert_true(seen_over[OVER_KEYS] && seen_over[OVER_ABOUT]);
}

static void stand_here(void)
{
    steps_then = match_steps(play.game.match);
    hash_then = match_hash(play.game.match);
}

static void from_the_table_everything_opens_and_closes(void **state)
{
    (void)state;
    for (int decisions = 0; decisions < 12; decisions += 5) {
        play_free(&play);
        open_table(3, decisions);
        stand_here();
        crawl((struct way){ .count = 0 }, PAGE_TABLE);
    }
    assert_true(seen_over[OVER_MENU] && seen_over[OVER_LEDGER] && seen_over[OVER_WHY]);
    assert_true(seen_over[OVER_CASES] && seen_over[OVER_AGREEMENTS] && seen_over[OVER_SAVE]);
}

static void from_the_ending_everything_opens_and_closes(void **state)
{
    (void)state;
    open_table(3, 1000);
    assert_int_equal(play.page, PAGE_ENDING);
    stand_here();
    crawl((struct way){ .count = 0 }, PAGE_ENDING);
    assert_true(seen_over[OVER_DEBRIEF]);
}

/* ---- keys by chance ---- */

static uint32_t luck;

static int dice(int sides)
{
    luck = luck * 1664525u + 1013904223u;
    return (int)((luck >> 10) % (uint32_t)sides);
}

/* A key as the window gives it on; what would leave the window is left out. */
static void any_key(void)
{
    static const enum input keys[] = { INPUT_MENU,     INPUT_BACK,     INPUT_HELP,       INPUT_WHY,
                                       INPUT_LEDGER,   INPUT_CASES,    INPUT_AGREEMENTS, INPUT_CARD,
                                       INPUT_CARD + 1, INPUT_CARD + 4, INPUT_CLICK };
    const int which = dice(20);
    if (which < 9) {
        ui.focus = focus_move(&ui, (enum direction)dice(6));
        lay_out();
    } else if (which < 14) {
        const struct widget *w = focus_find(&ui, ui.focus);
        const int action = w != NULL ? w->action : ACTION_NONE;
        const bool leaves = action == ACTION_QUIT || action == ACTION_TITLE ||
                            action == ACTION_UNDO || action >= ACTION_FILE ||
                            action == ACTION_OVER + OVER_NEW || action == ACTION_OVER + OVER_SAVE ||
                            action == ACTION_SET + SETTING_LANGUAGE;
        if (w == NULL) {
            assert_true(command(INPUT_GO));
        } else if (!leaves) {
            assert_true(press(action));
        }
    } else {
        assert_true(command(keys[dice(sizeof keys / sizeof keys[0])]));
    }
    if (play.waits != INPUT_NONE) {
        assert_true(play_screen.raw(&play, dice(2) == 0 ? SDLK_ESCAPE : 'a' + dice(26)));
        lay_out();
    }
}

/* Any keys in any order: decisions are made, none is ever lost, and the layers never pile up. */
static void no_order_of_keys_loses_a_decision(void **state)
{
    (void)state;
    int most = 0;
    for (luck = 1; luck < 9; luck++) {
        const uint32_t seed = luck;
        open_table(seed, 0);
        play.game.saves = false;
        int steps = match_steps(play.game.match);
        for (int i = 0; i < 1500 && play.page != PAGE_ENDING; i++) {
            any_key();
            assert_true(play.layers <= LAYERS);
            assert_true(match_steps(play.game.match) >= steps);
            steps = match_steps(play.game.match);
        }
        most = steps > most ? steps : most;
        luck = seed;
        play_free(&play);
    }
    assert_true(most > 10);
    assert_true(seen_page[PAGE_MORNING] && seen_page[PAGE_BRIEFING]);
}

static int begin(void **state)
{
    (void)state;
    ui = ui_init(sample_measure());
    return 0;
}

static int end(void **state)
{
    (void)state;
    play_free(&play);
    play = (struct play){ .over = OVER_NOTHING };
    ui_free(&ui);
    return 0;
}

static int look_back(void **state)
{
    assert_true(pressed > 100);
    return home_remove(state);
}

#define CRAWL_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CRAWL_TEST(from_the_title_everything_opens_and_closes),
        CRAWL_TEST(from_the_table_everything_opens_and_closes),
        CRAWL_TEST(from_the_ending_everything_opens_and_closes),
        CRAWL_TEST(no_order_of_keys_loses_a_decision),
    };
    return cmocka_run_group_tests(tests, home_make, look_back);
}
