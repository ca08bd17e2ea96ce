/* The screens of real games, laid out in many windows: nothing overlaps, is cut or lies outside. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "unit/support.h"
#include "unit/window_sample.h"
#include "window/actions.h"
#include "window/focus.h"
#include "window/inspect.h"
#include "window/layout.h"
#include "window/parts.h"
#include "window/play.h"

static struct play play;
static struct ui ui;

/* ---- playing by pressing ---- */

static void press(int action)
{
    assert_true(play_screen.press(&play, action));
}

static void sit(uint64_t seed, int party)
{
    struct play_wish wish = {
        .scenario = support_scenario("pentagon-2012"), .seeded = true, .seed = seed, .party = party
    };
    char why[200];
    assert_null(minister_find("random", &wish.minister, why, sizeof why));
    play_free(&play);
    play_title(&play, &wish);
}

/* What somebody without a plan would press next. */
static int any_action(struct dice *dice)
{
    const struct table *t = play.game.table;
    if (play.page != PAGE_TABLE || t->cards == 0) {
        return ACTION_GO;
    }
    for (;;) {
        const int card = dice_roll(dice, t->cards), form = dice_roll(dice, t->card[card].forms);
        if (!t->card[card].form[form].off) {
            return ACTION_FORM + card * ACTION_FORMS + form;
        }
    }
}

static void pick_any(struct dice *dice)
{
    const struct table *t = play.game.table;
    for (int i = 0; i < t->clauses; i++) {
        if (dice_roll(dice, 2) == 0) {
            press(ACTION_CLAUSE + i);
        }
    }
}

/* Plays a whole game, looking at every screen on the way. */
static void play_through(uint64_t seed, int party, void (*look)(void))
{
    struct dice dice = { seed };
    sit(seed, party);
    look();
    press(party == play.wish.party ? ACTION_GO : ACTION_OTHER_SIDE);
    play.game.saves = false;
    while (play.page != PAGE_ENDING) {
        look();
        if (play.page == PAGE_TABLE && play.game.table->moment == TABLE_PICK) {
            pick_any(&dice);
            look();
        }
        press(any_action(&dice));
    }
    look();
}

/* ---- looking ---- */

static void lay_out(int width, int height, int scale)
{
    ui_begin(&ui, width, height, app_percent(width, height, scale));
    play_screen.build(&play, &ui);
    layout_run(&ui);
}

static void fits(int width, int height, int scale)
{
    lay_out(width, height, scale);
    if (inspect_check(&ui, stderr) != 0) {
        fail_msg("page %d over %d, round %d, at %dx%d, text %d %%", play.page, play.over,
                 play.game.table->round, width, height, scale);
    }
}

static void look_at_colours(void)
{
    const struct widget *w = sample_unknown_colours(&ui);
    if (w != NULL) {
        fail_msg("page %d over %d: the colours of \"%s\" are not tested", play.page, play.over,
                 w->kind == KIND_TEXT ? w->text : w->says);
    }
}

/* Another window each time. */
static void fits_somewhere(void)
{
    static const int sizes[][2] = { { 1280, 720 },  { 1024, 640 }, { 640, 400 },  { 800, 600 },
                                    { 1024, 768 },  { 1280, 800 }, { 1366, 768 }, { 1600, 900 },
                                    { 1920, 1080 }, { 900, 1400 }, { 2560, 1080 } };
    static const int scales[] = { 100, 125, 150, 200 };
    static unsigned turn;
    for (int i = 0; i < 3; i++, turn++) {
        const int *size = sizes[turn % 11];
        fits(size[0], size[1], scales[turn / 11 % 4]);
        look_at_colours();
    }
}

static void look_everywhere(void)
{
    const struct table *t = play.game.table;
    fits_somewhere();
    for (int i = 0; play.page == PAGE_TABLE && i < t->cards; i++) {
        if (!t->card[i].off) {
            ui.focus = ACTION_CARD + i;
            fits_somewhere();
        }
    }
    for (int over = OVER_MENU; play.page >= PAGE_TABLE && over <= OVER_WHY; over++) {
        play.over = (enum over)over;
        fits_somewhere();
        play.why = (play.why + 7) % t->accounts;
    }
    play.over = OVER_NOTHING;
}

static int tables, scrolled;

/* At the size it was drawn for, the table does not scroll. */
static void look_for_scrolling(void)
{
    if (play.page != PAGE_TABLE) {
        return;
    }
    lay_out(1280, 720, 100);
    tables++;
    scrolled += part_overflow(&ui) > 0;
}

static void screens_fit_with_any_font(void **state)
{
    (void)state;
    ui = ui_init(sample_measure());
    for (uint64_t seed = 1; seed <= 8; seed++) {
        play_through(seed, (int)(seed % 2), look_everywhere);
    }
    ui_free(&ui);
}

static void with_app(void (*body)(void))
{
    struct app app;
    struct app_options options = { .title = "test",
                                   .assets = SOURCE_DIR "/assets",
                                   .width = 64,
                                   .height = 64,
                                   .look = { .text_scale = 100 },
                                   .picture = true };
    assert_null(app_open(&app, &options));
    ui = app.ui;
    body();
    app.ui = ui;
    app_close(&app);
}

static void a_few_games(void)
{
    for (uint64_t seed = 11; seed <= 14; seed++) {
        play_through(seed, (int)(seed % 2), look_everywhere);
    }
}

static void many_tables(void)
{
    tables = scrolled = 0;
    for (uint64_t seed = 21; seed <= 40; seed++) {
        play_through(seed, (int)(seed % 2), look_for_scrolling);
    }
}

static void screens_fit_with_the_fonts_here(void **state)
{
    (void)state;
    with_app(a_few_games);
}

static void tables_fit_without_scrolling(void **state)
{
    (void)state;
    with_app(many_tables);
    print_message("%d of %d tables scroll\n", scrolled, tables);
    assert_true(tables > 400 && scrolled * 100 < tables);
}

static void any_window_is_survived(void **state)
{
    (void)state;
    ui = ui_init(sample_measure());
    sit(3, 0);
    press(ACTION_GO);
    play.game.saves = false;
    press(ACTION_GO);
    for (int width = 1; width < 300; width += 13) {
        for (int height = 1; height < 300; height += 37) {
            lay_out(width, height, 200);
            layout_reveal(&ui);
        }
    }
    ui_free(&ui);
}

/* ---- a decision ---- */

/* The first decision of a game that has cards, whoever is to move. */
static void first_decision(uint64_t seed)
{
    sit(seed, 0);
    press(ACTION_GO);
    play.game.saves = false;
    press(ACTION_GO);
    while (play.game.table->moment == TABLE_WAITING) {
        press(ACTION_GO);
    }
    assert_true(play.game.table->cards > 0);
}

static int live_cards(int *first, int *last)
{
    const struct table *t = play.game.table;
    int n = 0;
    for (int i = 0; i < t->cards; i++) {
        if (!t->card[i].off) {
            *first = n++ == 0 ? i : *first;
            *last = i;
        }
    }
    return n;
}

static void opening_a_card_moves_none(void **state)
{
    (void)state;
    ui = ui_init(sample_measure());
    for (uint64_t seed = 1; seed < 6; seed++) {
        int first = 0, last = 0;
        first_decision(seed);
        assert_true(live_cards(&first, &last) > 1);
        lay_out(1280, 720, 100);
        const struct rect before = focus_find(&ui, ACTION_CARD + first)->box;
        for (int i = first; i <= last; i++) {
            ui.focus = ACTION_CARD + i;
            lay_out(1280, 720, 100);
            const struct rect now = focus_find(&ui, ACTION_CARD + first)->box;
            assert_memory_equal(&now, &before, sizeof now);
        }
    }
    ui_free(&ui);
}

static int times(const char *text, const char *part)
{
    int n = 0;
    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) {
        n++;
    }
    return n;
}

/* How often it is said what is sure: on each card, or, where room is short, above each column and on
 * the cards for those who cannot see the place. */
static int said(const char *text)
{
    const int words = times(text, "\nFor sure\n"), silent = times(text, "\n[For sure]\n");
    return silent > 0 ? silent + words - FAMILY_COUNT : words;
}

/* The words of the table, as text play prints them (test_people). */
static void each_adviser_speaks_in_its_turn(void **state)
{
    (void)state;
    ui = ui_init(sample_measure());
    first_decision(2);
    for (int i = 0; i < 3; i++) {
        const struct table_adviser *a = &play.game.table->adviser[i];
        press(ACTION_ADVISER + i);
        lay_out(1280, 720, 100);
        char *text = sample_dump(&ui);
        assert_true(times(text, a->title) > 0 && times(text, a->marks) > 0);
        assert_true(times(text, a->says) > 0 && times(text, a->reason) > 0);
        free(text);
    }
    ui_free(&ui);
}

static void every_card_says_what_is_sure(void **state)
{
    int first = 0, last = 0;
    (void)state;
    ui = ui_init(sample_measure());
    first_decision(2);
    const int cards = live_cards(&first, &last);
    lay_out(1280, 720, 100);
    char *text = sample_dump(&ui);
    assert_int_equal(said(text), cards);
    assert_non_null(strstr(text, play.game.table->sheet->title));
    assert_non_null(strstr(text, play.game.table->sheet->dispatch));
    free(text);
    ui.focus = ACTION_CARD + last;
    lay_out(1280, 720, 100);
    text = sample_dump(&ui);
    assert_int_equal(said(text), cards + 1);
    free(text);
    ui_free(&ui);
}

/* Marks in `reached` what arrows alone lead to from an action. */
static void walk(const struct widget **list, size_t n, bool *reached, int from)
{
    for (size_t k = 0; k < n; k++) {
        if (list[k]->action != from || reached[k]) {
            continue;
        }
        reached[k] = true;
        for (int way = TOWARD_LEFT; way <= TOWARD_DOWN; way++) {
            ui.focus = from;
            walk(list, n, reached, focus_move(&ui, (enum direction)way));
        }
    }
}

static void arrows_reach_everything(void **state)
{
    const struct widget *list[64];
    bool reached[64] = { false };
    int first = 0, last = 0;
    (void)state;
    ui = ui_init(sample_measure());
    first_decision(2);
    assert_true(live_cards(&first, &last) > 1);
    ui.focus = 0;
    lay_out(1280, 720, 100);
    const size_t n = focus_list(&ui, list, 64);
    size_t cards_and_advisers = 0;
    for (size_t k = 0; k < n; k++) {
        cards_and_advisers += !list[k]->asks;
    }
    assert_int_equal(cards_and_advisers, (size_t)(live_cards(&first, &last) + 3));
    assert_int_equal(focus_move(&ui, TOWARD_DOWN), ACTION_CARD + first);
    walk(list, n, reached, ACTION_CARD + first);
    for (size_t k = 0; k < n; k++) {
        if (!reached[k]) {
            fail_msg("arrows do not lead to %s", list[k]->says);
        }
    }
    ui_free(&ui);
}

static int teardown(void **state)
{
    (void)state;
    play_free(&play);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(screens_fit_with_any_font, teardown),
        cmocka_unit_test_teardown(screens_fit_with_the_fonts_here, teardown),
        cmocka_unit_test_teardown(tables_fit_without_scrolling, teardown),
        cmocka_unit_test_teardown(any_window_is_survived, teardown),
        cmocka_unit_test_teardown(opening_a_card_moves_none, teardown),
        cmocka_unit_test_teardown(each_adviser_speaks_in_its_turn, teardown),
        cmocka_unit_test_teardown(every_card_says_what_is_sure, teardown),
        cmocka_unit_test_teardown(arrows_reach_everything, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
