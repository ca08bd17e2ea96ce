/* Why, in the window: whatever the table has an account of can be asked where it is shown, by mouse
 * and by keys; the sheet says all of it; and nothing on any screen tells what is hidden. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "unit/support.h"
#include "unit/swap.h"
#include "unit/window_sample.h"
#include "window/actions.h"
#include "window/ask.h"
#include "window/focus.h"
#include "window/inspect.h"
#include "window/layout.h"
#include "window/play.h"

enum { KINDS = ABOUT_CASE + 1 };

static struct play play;
static struct ui ui;

static void lay_out(int width, int height)
{
    ui_begin(&ui, width, height, app_percent(width, height, 100));
    play_screen.build(&play, &ui);
    layout_run(&ui);
}

static void press(int action)
{
    assert_true(play_screen.press(&play, action));
    lay_out(1280, 720);
}

static void command(enum input which)
{
    assert_true(play_screen.command(&play, which));
    lay_out(1280, 720);
}

static void shows(const char *text, const char *part)
{
    if (strstr(text, part) == NULL) {
        fail_msg("\"%s\" is not shown in:\n%s", part, text);
    }
}

/* ---- playing by pressing ---- */

static void sit(const char *scenario, uint64_t seed, int party)
{
    struct play_wish wish = {
        .scenario = support_scenario(scenario), .seeded = true, .seed = seed, .party = party
    };
    char why[200];
    assert_null(minister_find("random", &wish.minister, why, sizeof why));
    play_free(&play);
    play_title(&play, &wish);
    press(ACTION_GO);
    play.game.saves = false;
}

static void press_any(struct dice *dice)
{
    const struct table *t = play.game.table;
    int action = ACTION_GO;
    for (int i = 0; play.page == PAGE_TABLE && t->moment == TABLE_PICK && i < t->clauses; i++) {
        if (dice_roll(dice, 2) == 0) {
            press(ACTION_CLAUSE + i);
        }
    }
    while (play.page == PAGE_TABLE && t->cards > 0 && action == ACTION_GO) {
        const int card = dice_roll(dice, t->cards), form = dice_roll(dice, t->card[card].forms);
        action =
            t->card[card].form[form].off ? ACTION_GO : ACTION_FORM + card * ACTION_FORMS + form;
    }
    press(action);
}

static void play_through(const char *scenario, uint64_t seed, int party, void (*look)(void))
{
    struct dice dice = { seed };
    sit(scenario, seed, party);
    while (play.page != PAGE_ENDING) {
        press_any(&dice);
        look();
    }
}

/* ---- everything shown can be asked ---- */

static bool is_asked(const char *id)
{
    const struct table_account *a = table_why(play.game.table, id);
    assert_non_null(a);
    return focus_find(&ui, ACTION_WHY + (int)(a - play.game.table->account)) != NULL;
}

static void check_side(const struct table_side *side)
{
    for (int i = 0; i < side->meters; i++) {
        assert_true(is_asked(side->meter[i].why));
    }
    if (side->stamps > 0) { /* of many the oldest have no room */
        assert_true(is_asked(side->stamp[side->stamps - 1].why));
    }
    for (int i = 0; i < side->lines; i++) {
        assert_true(side->line[i].why[0] == '\0' || is_asked(side->line[i].why));
    }
}

static void check_table(const struct table *t)
{
    for (int i = 0; i < t->meters; i++) {
        assert_true(is_asked(t->meter[i].why));
    }
    check_side(&t->me);
    check_side(&t->them);
    for (int i = 0; t->sheet == NULL && i < t->agreements; i++) {
        assert_true(is_asked(t->agreement[i].why));
    }
    assert_true(t->sheet == NULL || !t->sheet->believes || is_asked("belief"));
}

/* Two things that share an action could not be told apart by keys. */
static void check_actions_are_different(void)
{
    const struct widget *list[256];
    const size_t n = focus_list(&ui, list, 256);
    assert_true(n < 256);
    for (size_t i = 0; i < n; i++) {
        assert_ptr_equal(focus_find(&ui, list[i]->action), list[i]);
    }
}

static void look_at_links(void)
{
    static const int sizes[][2] = { { 1280, 720 }, { 800, 600 } };
    const struct table *t = play.game.table;
    for (int k = 0; k < 2 && play.page >= PAGE_TABLE; k++) {
        lay_out(sizes[k][0], sizes[k][1]);
        check_actions_are_different();
        for (int i = 0; i < t->goals; i++) {
            assert_true(t->goal[i].why[0] == '\0' || play.notice[0] != '\0' ||
                        focus_find(&ui, ACTION_GOAL + i) != NULL);
        }
        for (int i = 0; play.page == PAGE_MORNING && i < t->morning->chapter.groups; i++) {
            assert_true(is_asked(t->morning->chapter.group[i].why));
        }
        for (int i = 0; play.page == PAGE_ENDING && i < t->ending->numbers; i++) {
            assert_true(is_asked(t->ending->number[i].why));
        }
        if (play.page == PAGE_TABLE) {
            check_table(t);
        }
    }
}

static void everything_with_an_account_can_be_asked_where_it_stands(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        play_through("pentagon-2012", seed, (int)(seed % 2), look_at_links);
        play_through("neighbours", seed, (int)(seed % 2), look_at_links);
    }
}

/* ---- the sheet ---- */

static void check_sheet(const struct table_account *a)
{
    char *text = sample_dump(&ui);
    shows(text, a->title);
    shows(text, a->value);
    for (int i = 0; i < a->notes; i++) {
        shows(text, a->note[i]);
    }
    const char *at = text;
    for (int i = a->groups - 1; i >= 0; i--) { /* the newest first */
        for (int k = 0; k < a->group[i].causes; k++) {
            shows(at, a->group[i].cause[k].text);
            if (a->about == ABOUT_NUMBER) {
                shows(at, a->group[i].cause[k].move.text);
            }
            at = strstr(at, a->group[i].cause[k].text);
        }
    }
    assert_true(a->known || strstr(text, "not known yet") != NULL);
    free(text);
}

static int by_mouse[KINDS], by_keys[KINDS];

/* By mouse: where it is seen; by keys: what the focus is on. */
static void ask(const struct widget *w, bool mouse)
{
    const int action = w->action, account = ask_account(play.game.table, action);
    const struct rect seen = layout_visible(w);
    if (seen.w * seen.h == 0) {
        return;
    }
    assert_true(account >= 0);
    const struct table_account *a = &play.game.table->account[account];
    int found = action;
    if (mouse) {
        found = focus_at(&ui, seen.x + 1, seen.y + 1);
        assert_int_equal(found, action);
    } else {
        ui.focus = action;
        lay_out(1280, 720);
    }
    press(found);
    assert_true(play.over == OVER_WHY && play.why == account);
    assert_int_equal(ui.focus, ACTION_BACK);
    check_sheet(a);
    command(INPUT_MENU);
    assert_int_equal(play.over, OVER_NOTHING);
    assert_true(mouse || ui.focus == action);
    (mouse ? by_mouse : by_keys)[a->about]++;
}

static void look_at_sheets(void)
{
    static unsigned turn;
    const struct widget *list[256];
    if (play.page < PAGE_TABLE || play.page == PAGE_MORNING ||
        (turn++ % 3 != 0 && play.page != PAGE_ENDING)) {
        return;
    }
    ui.focus = 0;
    lay_out(1280, 720);
    const size_t n = focus_list(&ui, list, 256);
    for (size_t i = 0; i < n; i++) { /* opening one makes a new tree, but the same one */
        lay_out(1280, 720);
        focus_list(&ui, list, 256);
        if (list[i]->asks && list[i]->action >= ACTION_WHY) { /* not the menu */
            ask(list[i], (i + turn) % 2 == 0);
        }
    }
}

static void mouse_and_keys_open_the_sheet_of_every_kind(void **state)
{
    (void)state;
    memset(by_mouse, 0, sizeof by_mouse);
    memset(by_keys, 0, sizeof by_keys);
    for (uint64_t seed = 1; seed <= 6; seed++) {
        play_through("pentagon-2012", seed, (int)(seed % 2), look_at_sheets);
    }
    for (int kind = 0; kind < KINDS; kind++) {
        assert_true(by_mouse[kind] > 0 && by_keys[kind] > 0);
    }
}

static void y_asks_and_goes_on_to_the_next(void **state)
{
    (void)state;
    sit("pentagon-2012", 3, 0);
    press(ACTION_GO);
    const struct table *t = play.game.table;
    const int last = ACTION_WHY + t->accounts - 1;
    command(INPUT_WHY);
    assert_true(play.over == OVER_WHY && play.why == 0);
    for (int i = 0; i < t->accounts; i++) {
        assert_int_equal(play.why, i);
        check_sheet(&t->account[i]);
        press(ACTION_WHY_NEXT);
        assert_int_equal(ui.focus, ACTION_WHY_NEXT);
    }
    assert_int_equal(play.why, 0);
    press(ACTION_WHY_BEFORE);
    assert_int_equal(play.why, ask_account(t, last));
    command(INPUT_MENU);
    ui.focus = ACTION_WHY + 2;
    lay_out(1280, 720);
    command(INPUT_WHY);
    assert_int_equal(play.why, 2);
}

/* ---- nothing hidden is told ---- */

static void add(FILE *out)
{
    lay_out(1280, 720);
    inspect_dump(&ui, out);
}

/* All that a person can read in the window as the game stands: each card open, each sheet. */
static char *everything(void)
{
    static char *text;
    static size_t size;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    ui.focus = 0;
    add(out);
    for (int i = 0; play.page == PAGE_TABLE && i < play.game.table->cards; i++) {
        ui.focus = ACTION_CARD + i;
        add(out);
    }
    for (int over = OVER_MENU; over <= OVER_WHY; over++) {
        play.over = (enum over)over;
        for (play.why = 0; play.why < (over == OVER_WHY ? play.game.table->accounts : 1);
             play.why++) {
            add(out);
        }
    }
    play.over = OVER_NOTHING;
    fclose(out);
    return text;
}

/* What a side reads in a game, which is used up. */
static char *reading(struct match *m, int party)
{
    match_seat(m, 1 - party, &play.wish.minister);
    match_seat(m, party, NULL);
    play_resume(&play, m, NULL);
    play.game.saves = false;
    char *text = everything();
    if (play.page == PAGE_MORNING) {
        play_screen.press(&play, ACTION_GO);
        char *rest = everything(), *both = malloc(strlen(text) + strlen(rest) + 1);
        assert_non_null(both);
        strcpy(both, text);
        strcat(both, rest);
        free(text);
        free(rest);
        return both;
    }
    return text;
}

static struct match *same_match(const struct match *m)
{
    struct match *copy = match_new(match_scenario(m), match_seed(m), match_game(m));
    assert_non_null(copy);
    for (int i = 0; i < match_steps(m); i++) {
        assert_null(match_play(copy, match_step(m, i)->move, match_step(m, i)->by));
    }
    return copy;
}

static void what_is_hidden_changes_no_byte_of_any_screen(void **state)
{
    (void)state;
    int swaps = 0, felt = 0;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct dice dice = { 77 };
    sit("pentagon-2012", 1, 0);
    for (uint64_t game = 0; game < 12; game++) {
        struct match *m = match_new(sc, 43, game);
        assert_non_null(m);
        while (!match_over(m)) {
            if (dice_roll(&dice, 8) == 0) {
                const int party = dice_roll(&dice, MAX_PARTIES);
                for (int p = 0; p < MAX_PARTIES; p++) {
                    struct dice same = { (uint64_t)match_steps(m) };
                    char *one = reading(same_match(m), p);
                    char *two = reading(swap_match(m, party, &same), p);
                    if (p == party) {
                        assert_string_equal(one, two);
                    } else {
                        felt += strcmp(one, two) != 0;
                    }
                    free(one);
                    free(two);
                }
                swaps++;
            }
            assert_null(match_play(m, support_random_move(sc, match_now(m), &dice), "person"));
        }
        match_free(m);
    }
    assert_true(swaps > 30 && felt > swaps / 2);
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
    ui_free(&ui);
    return 0;
}

#define WHY_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WHY_TEST(everything_with_an_account_can_be_asked_where_it_stands),
        WHY_TEST(mouse_and_keys_open_the_sheet_of_every_kind),
        WHY_TEST(y_asks_and_goes_on_to_the_next),
        WHY_TEST(what_is_hidden_changes_no_byte_of_any_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
