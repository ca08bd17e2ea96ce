/* Keys and buttons: what they lead to, and that nothing is lost. */
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
#include "window/inspect.h"
#include "window/layout.h"
#include "window/load.h"
#include "window/play.h"

static struct play play;
static struct ui ui;
static void lay_out(void)
{
    ui_begin(&ui, 1280, 720, 100);
    play_screen.build(&play, &ui);
    layout_run(&ui);
}

static void press(int action)
{
    assert_true(play_screen.press(&play, action));
    lay_out();
}

static void command(enum input which)
{
    assert_true(play_screen.command(&play, which));
    lay_out();
}

/* Enter, as the window gives it on. */
static void enter(void)
{
    const struct widget *w = focus_find(&ui, ui.focus);
    if (w != NULL) {
        press(w->action);
    } else {
        command(INPUT_GO);
    }
}

static void open_title(uint64_t seed, const char *minister)
{
    struct play_wish wish = { .scenario = support_scenario("pentagon-2012"),
                              .seeded = true,
                              .seed = seed };
    char why[200];
    assert_null(minister_find(minister, &wish.minister, why, sizeof why));
    play_title(&play, &wish);
    play.can_continue = false; /* as somebody new finds it */
    lay_out();
}

/* The person's first decision, once the other side has waited. */
static void open_table(uint64_t seed)
{
    open_title(seed, "tit-for-tat");
    enter();
    enter();
    while (play.game.table->moment == TABLE_WAITING) {
        press(ACTION_GO);
    }
}

static int steps(void)
{
    return match_steps(play.game.match);
}

static void shows(const char *part)
{
    char *text = sample_dump(&ui);
    if (strstr(text, part) == NULL) {
        fail_msg("\"%s\" is not shown in:\n%s", part, text);
    }
    free(text);
}

/* ---- the way in ---- */

static void three_presses_lead_to_the_first_decision(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        open_title(seed, "tit-for-tat");
        assert_int_equal(play.page, PAGE_TITLE);
        assert_int_equal(ui.focus, ACTION_GO);
        enter();
        assert_int_equal(play.page, PAGE_BRIEFING);
        enter();
        assert_int_equal(play.page, PAGE_TABLE);
        const bool waits = play.game.table->moment == TABLE_WAITING;
        const int before = steps();
        enter();
        assert_int_equal(steps(), before + waits); /* the third plays no card */
        assert_true(play.game.table->cards > 0);
        assert_true(match_person_to_move(play.game.match));
        play_free(&play);
    }
}

static void title_and_briefing_say_what_matters(void **state)
{
    (void)state;
    open_title(1, "random");
    shows("Backchannel\n");
    shows("* Take the call\n");
    shows("> Play as Minister of National Defense, China\n");
    shows("A simulation.");
    press(ACTION_OTHER_SIDE);
    assert_int_equal(play.game.party, 1);
    shows("Minister of National Defense\n");
    shows("agreements 0 of 4");
    shows("YOUR MANDATE\n");
    command(INPUT_MENU);
    assert_int_equal(play.page, PAGE_TITLE);
    command(INPUT_MENU);
    assert_int_equal(ui.focus, ACTION_QUIT);              /* once is not enough */
    assert_false(play_screen.command(&play, INPUT_MENU)); /* leaves the window */
}

/* ---- decisions ---- */

static void enter_opens_a_card_and_then_plays_it(void **state)
{
    (void)state;
    open_table(3);
    const int before = steps();
    assert_int_equal(play.scene.open, -1);
    enter();
    assert_true(play.scene.open >= 0);
    assert_int_equal(steps(), before);
    shows("Play it\n");
    command(INPUT_BACK);
    assert_int_equal(play.scene.open, -1);
    enter();
    for (int i = 0; i < 2 && steps() == before; i++) { /* a second time where there are forms */
        enter();
    }
    assert_int_equal(steps(), before + 1);
}

static int card_with_forms(void)
{
    const struct table *t = play.game.table;
    for (int i = 0; i < t->cards; i++) {
        if (t->card[i].forms > 1 && !t->card[i].off) {
            return i;
        }
    }
    return -1;
}

static void a_card_with_two_forms_asks_which(void **state)
{
    int card = -1;
    (void)state;
    for (uint64_t seed = 1; card < 0; seed++) {
        assert_true(seed < 50);
        play_free(&play);
        open_table(seed);
        card = card_with_forms();
    }
    const int before = steps();
    press(ACTION_CARD + card);
    assert_int_equal(steps(), before);
    assert_int_equal(ui.focus, ACTION_FORM + card * ACTION_FORMS);
    const struct table_card *view = &play.game.table->card[card];
    shows(view->form[0].title);
    shows(view->form[1].title);
    const int move = view->form[1].move;
    press(ACTION_FORM + card * ACTION_FORMS + 1);
    assert_int_equal(match_step(play.game.match, before)->move, move);
    assert_string_equal(match_step(play.game.match, before)->by, "person");
}

static void a_card_that_cannot_be_played_says_why(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 50; seed++) {
        play_free(&play);
        open_table(seed);
        const struct table *t = play.game.table;
        for (int i = 0; i < t->cards; i++) {
            if (t->card[i].off) {
                shows(t->card[i].why_not);
                assert_null(focus_find(&ui, ACTION_CARD + i));
                const int before = steps();
                press(ACTION_CARD + i);
                assert_int_equal(steps(), before);
                return;
            }
        }
    }
    fail_msg("no card is off in any game");
}

static void play_any(void)
{
    const struct table *t = play.game.table;
    int action = ACTION_GO;
    for (int i = 0; play.page == PAGE_TABLE && i < t->cards; i++) {
        if (!t->card[i].form[0].off) {
            action = ACTION_FORM + i * ACTION_FORMS;
        }
    }
    press(action);
}

/* The first summit of a game that comes to one and offers more clauses than may be chosen. */
static const struct table *open_full_summit(void)
{
    for (uint64_t seed = 1; seed < 50; seed++) {
        open_table(seed);
        while (!match_over(play.game.match) &&
               (play.page != PAGE_TABLE || play.game.table->moment != TABLE_PICK)) {
            play_any();
        }
        const struct table *t = play.game.table;
        int offered = 0;
        for (int i = 0; i < t->clauses; i++) {
            offered += t->clause[i].on_table;
        }
        if (play.page == PAGE_TABLE && t->moment == TABLE_PICK && offered > t->pick) {
            return t;
        }
    }
    fail_msg("no summit offers more than may be chosen");
    return NULL;
}

static void only_so_many_clauses_are_put_forward(void **state)
{
    (void)state;
    const struct table *t = open_full_summit();
    unsigned wanted = 0;
    int picked = 0;
    for (int i = 0; i < t->clauses; i++) {
        if (t->clause[i].on_table) {
            command((enum input)(INPUT_CARD + i));
            wanted |= picked++ < t->pick ? 1u << i : 0;
        }
    }
    assert_true(picked > t->pick);
    assert_int_equal(play.scene.picked, wanted);
    shows("clauses at most");
    const int before = steps(), move = table_pick(t, wanted);
    enter();
    assert_int_equal(match_step(play.game.match, before)->move, move);
}

/* The card that was played slides into sight, stays in the window and holds nothing up. */
static void a_played_card_slides_across(void **state)
{
    (void)state;
    open_table(3);
    play.game.saves = false;
    enter();
    const char *says = play.game.table->card[play.scene.open].says;
    char said[400];
    assert_true(says[0] != '\0');
    snprintf(said, sizeof said, "%s", says);
    play.wish.moving = true;
    press(ACTION_FORM + play.scene.open * ACTION_FORMS);
    play.slide.from = SDL_GetTicks();
    assert_int_equal(play_screen.due(&play), SLIDE_FRAME_MS);
    lay_out();
    assert_non_null(ui.above);
    int last = 0;
    for (uint32_t ms = 0; ms < SLIDE_MS; ms += 40) {
        slide_build(&ui, &play.slide, play.slide.from + ms);
        const struct rect at = ui.above->box;
        assert_string_equal(ui.above->last->text, said);
        assert_true(at.x > last && at.y >= 0 && at.x + at.w <= 1280 && at.y + at.h <= 720);
        last = at.x;
    }
    play.slide.from = SDL_GetTicks() - SLIDE_MS;
    lay_out();
    assert_null(ui.above);
    play.slide.from = SDL_GetTicks();
    command(INPUT_BACK); /* any key ends it */
    assert_null(ui.above);
}

static void without_movement_no_card_slides(void **state)
{
    (void)state;
    open_table(3);
    play.game.saves = false;
    enter();
    press(ACTION_FORM + play.scene.open * ACTION_FORMS);
    assert_null(ui.above);
}

static void they_wait_a_moment_and_move_by_themselves(void **state)
{
    (void)state;
    open_table(3);
    while (play.page != PAGE_TABLE || play.game.table->moment != TABLE_WAITING) {
        assert_int_equal(play_screen.due(&play), -1);
        play_any();
    }
    shows(play.game.table->manner);
    const int due = play_screen.due(&play), before = steps();
    assert_true(due >= 0 && due <= 600);
    play.until = 0;
    assert_int_equal(play_screen.due(&play), 0);
    assert_true(play_screen.tick(&play));
    assert_int_equal(steps(), before + 1);
}

/* ---- nothing is lost ---- */

static void u_takes_the_last_decision_back(void **state)
{
    (void)state;
    open_table(4);
    command(INPUT_UNDO);
    shows("nothing to take back");
    const uint64_t before = match_hash(play.game.match);
    play_any();
    while (play.game.table->moment == TABLE_WAITING) {
        press(ACTION_GO);
    }
    assert_true(match_hash(play.game.match) != before);
    command(INPUT_UNDO);
    assert_true(match_hash(play.game.match) == before);
    assert_int_equal(play.page, PAGE_TABLE);
}

/* Until the person has played and the other side has not answered yet. */
static void go_to_their_answer(void)
{
    do {
        play_any();
    } while (play.page != PAGE_TABLE || play.game.table->moment != TABLE_WAITING ||
             play.game.table->undo == UNDO_NOTHING);
}

static void taking_back_is_free_until_they_have_answered(void **state)
{
    (void)state;
    open_table(4);
    play.game.saves = false;
    do {
        go_to_their_answer();
    } while (play.game.table->undo != UNDO_FREE);
    command(INPUT_MENU);
    shows("> Take the last decision back\n");
    press(ACTION_UNDO);
    assert_false(match_hindsight(play.game.match));
    assert_string_equal(play.notice, "");
}

static void later_it_is_a_rewind_and_the_game_says_so(void **state)
{
    (void)state;
    open_table(4);
    play.game.saves = false;
    go_to_their_answer();
    while (play.game.table->moment == TABLE_WAITING) {
        press(ACTION_GO);
    }
    assert_int_equal(play.game.table->undo, UNDO_REWIND);
    command(INPUT_MENU);
    shows("> Rewind the last decision, with hindsight\n");
    press(ACTION_UNDO);
    assert_true(match_hindsight(play.game.match));
    assert_int_equal(play.over, OVER_NOTHING); /* it is done, not asked about */
    shows("From here on the game counts as played with hindsight.");
    shows("With hindsight\n");
    go_to_their_answer();
    while (play.game.table->moment == TABLE_WAITING) {
        press(ACTION_GO);
    }
    command(INPUT_UNDO);
    assert_string_equal(play.notice, ""); /* that is said once */
    while (play.page != PAGE_ENDING) {
        play_any();
    }
    shows("With hindsight\n");
}

static void escape_opens_a_menu_and_loses_nothing(void **state)
{
    (void)state;
    open_table(4);
    enter();
    const int open = play.scene.open;
    const uint64_t before = match_hash(play.game.match);
    static const enum input keys[] = { INPUT_MENU, INPUT_HELP, INPUT_LEDGER };
    static const char *const words[] = { "Back to the game", "Backspace", "Ledger" };
    for (int i = 0; i < 3; i++) {
        command(keys[i]);
        shows(words[i]);
        command(INPUT_MENU);
        assert_int_equal(play.over, OVER_NOTHING);
        assert_int_equal(play.scene.open, open);
        assert_true(match_hash(play.game.match) == before);
    }
}

static void a_game_is_saved_and_gone_on_with(void **state)
{
    (void)state;
    open_table(6);
    for (int i = 0; i < 12; i++) {
        play_any();
    }
    while (play.page != PAGE_TABLE || !match_person_to_move(play.game.match)) {
        play_any();
    }
    const uint64_t hash = match_hash(play.game.match);
    const int made = steps();
    assert_true(load_can_continue());
    press(ACTION_TITLE);
    assert_int_equal(steps(), 0);
    shows("* Go on with the last game\n");
    press(ACTION_CONTINUE);
    assert_int_equal(steps(), made);
    assert_true(match_hash(play.game.match) == hash);
    while (play.page != PAGE_ENDING) {
        play_any();
    }
    assert_false(load_can_continue()); /* it is over */
}

static void a_save_that_is_refused_is_said(void **state)
{
    (void)state;
    open_title(5, "random");
    play.wish.save = "/nowhere/game.jsonl";
    enter();
    enter();
    while (play.game.table->moment == TABLE_WAITING) {
        press(ACTION_GO);
    }
    shows("cannot be saved");
    assert_non_null(play_leave(&play));
    press(ACTION_TITLE);
    assert_int_equal(play.page, PAGE_TABLE); /* it is not left */
}

/* ---- the end ---- */

static void the_ending_tells_what_was_so(void **state)
{
    (void)state;
    open_table(8);
    play.game.saves = false;
    int mornings = 0;
    while (play.page != PAGE_ENDING) {
        if (play.page == PAGE_MORNING) {
            shows(play.game.table->morning->next);
            mornings++;
        }
        play_any();
    }
    const struct table *t = play.game.table;
    assert_true(mornings >= 3);
    shows(t->ending->title);
    shows(t->ending->text);
    shows(t->ending->utility);
    shows(t->ending->mandate.note);
    for (int i = 0; i < t->cases; i++) {
        shows(t->history[i].truth);
    }
    enter();
    assert_int_equal(play.over, OVER_DEBRIEF);
    enter();
    assert_int_equal(play.over, OVER_NOTHING);
    enter(); /* once it has been read, the title comes next */
    assert_int_equal(play.page, PAGE_TITLE);
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

#define PLAY_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAY_TEST(three_presses_lead_to_the_first_decision),
        PLAY_TEST(title_and_briefing_say_what_matters),
        PLAY_TEST(enter_opens_a_card_and_then_plays_it),
        PLAY_TEST(a_card_with_two_forms_asks_which),
        PLAY_TEST(a_card_that_cannot_be_played_says_why),
        PLAY_TEST(only_so_many_clauses_are_put_forward),
        PLAY_TEST(a_played_card_slides_across),
        PLAY_TEST(without_movement_no_card_slides),
        PLAY_TEST(they_wait_a_moment_and_move_by_themselves),
        PLAY_TEST(u_takes_the_last_decision_back),
        PLAY_TEST(taking_back_is_free_until_they_have_answered),
        PLAY_TEST(later_it_is_a_rewind_and_the_game_says_so),
        PLAY_TEST(escape_opens_a_menu_and_loses_nothing),
        PLAY_TEST(a_game_is_saved_and_gone_on_with),
        PLAY_TEST(a_save_that_is_refused_is_said),
        PLAY_TEST(the_ending_tells_what_was_so),
    };
    return cmocka_run_group_tests(tests, home_make, home_remove);
}
