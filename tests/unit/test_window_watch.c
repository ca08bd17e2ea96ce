/* The window while its scenario is written: what becomes of the game, and what lies over it. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "content/scenario_load.h"
#include "unit/window_sample.h"
#include "window/actions.h"
#include "window/inspect.h"
#include "window/layout.h"
#include "window/play.h"

static struct play play;
static struct ui ui;
static struct scenario *scenario;
static char folder[] = "/tmp/watchXXXXXX", path[200], save[200];
static char *text; /* of the file */

static void lay_out(int width, int height)
{
    ui_begin(&ui, width, height, 100);
    play_screen.build(&play, &ui);
    layout_run(&ui);
}

static void shows(const char *part, bool is)
{
    lay_out(1280, 720);
    char *shown = sample_dump(&ui);
    if ((strstr(shown, part) != NULL) != is) {
        fail_msg("\"%s\" is%s shown in:\n%s", part, is ? " not" : "", shown);
    }
    free(shown);
}

static void write_file(const char *bytes)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, strlen(bytes), file), strlen(bytes));
    fclose(file);
}

/* Looks until it has seen the file twice in a row; true: something has changed on the screen. */
static bool look(void)
{
    bool changed = false;
    for (int i = 0; i < 3; i++) {
        play.watch.next = SDL_GetTicks();
        assert_int_equal(play_screen.looks(&play), 0);
        changed = play_screen.look(&play) || changed;
        assert_true(play_screen.looks(&play) > 0);
        assert_false(play_screen.look(&play)); /* not before it is time */
    }
    return changed;
}

/* The file with the first `from` made `to`. */
static void change(const char *from, const char *to)
{
    const char *at = strstr(text, from);
    assert_non_null(at);
    const size_t before = (size_t)(at - text);
    char *new = malloc(strlen(text) + strlen(to) + 1);
    assert_non_null(new);
    memcpy(new, text, before);
    strcpy(new + before, to);
    strcat(new, at + strlen(from));
    write_file(new);
    free(text);
    text = new;
}

static void press(int action)
{
    assert_true(play_screen.press(&play, action));
}

static void to_first_decision(void)
{
    press(ACTION_GO);
    press(ACTION_GO);
    while (play.game.table->moment == TABLE_WAITING) {
        press(ACTION_GO);
    }
    assert_int_equal(play.page, PAGE_TABLE);
}

static int start(void **state)
{
    (void)state;
    static char bytes[1 << 16];
    struct findings findings = findings_init();
    FILE *small = fopen(SOURCE_DIR "/tests/scenarios/small.json", "r");
    bytes[fread(bytes, 1, sizeof bytes - 1, small)] = '\0';
    fclose(small);
    text = strdup(bytes);
    write_file(text);
    unlink(save);
    struct play_wish wish = { .seeded = true, .seed = 2, .save = save };
    char why[200];
    assert_null(minister_find("always-deny", &wish.minister, why, sizeof why));
    assert_int_equal(watch_begin(&play.watch, path), 0);
    wish.scenario = scenario = scenario_load(path, &findings);
    assert_non_null(scenario);
    findings_clear(&findings);
    play_title(&play, &wish);
    assert_false(look());
    return 0;
}

static int stop(void **state)
{
    (void)state;
    play_free(&play);
    scenario_free(scenario);
    free(text);
    return 0;
}

/* ---- tests ---- */

static void the_title_begins_anew(void **state)
{
    (void)state;
    shows("Two islands", true);
    change("\"title\": \"Two islands", "\"title\": \"Nine islands");
    assert_true(look());
    shows("Nine islands", true);
    shows("Reloaded.", true);
    assert_false(look());
    change("\"title\": \"Nine islands", "\"title\": \"Ten islands");
    assert_true(look());
    shows("Ten islands", true);
    press(ACTION_GO);
    change("\"title\": \"Ten islands", "\"title\": \"Eleven islands");
    assert_true(look());
    assert_int_equal(play.page, PAGE_BRIEFING);
    shows("Eleven islands", true);
}

static void the_table_stands_where_it_stood(void **state)
{
    (void)state;
    to_first_decision();
    const int steps = match_steps(play.game.match);
    shows("Calm", true);
    change("\"title\": \"Calm\"", "\"title\": \"Stillness\"");
    assert_true(look());
    assert_int_equal(match_steps(play.game.match), steps);
    shows("Stillness", true);
    shows("Reloaded. Nothing differs up to here", true);
    change("\"start\": 50", "\"start\": 63");
    assert_true(look());
    assert_int_equal(play.page, PAGE_TABLE);
    shows("Reloaded. From decision 1 on it differs: calm 63, was 50.", true);
    assert_true(match_scenario(play.game.match) == play.own);
    assert_string_equal(play.game.place, save);
}

static void findings_lie_over_the_old_game(void **state)
{
    (void)state;
    to_first_decision();
    const struct match *before = play.game.match;
    change("\"beat\": \"question\"", "\"beat\": \"qestion\"");
    assert_true(look());
    assert_int_equal(play.over, OVER_FINDINGS);
    assert_ptr_equal(play.game.match, before);
    shows("The file has errors. The game goes on with what it was.", true);
    shows("error S008", true);
    shows("Did you mean \"question\"?", true);
    static const int sizes[][2] = { { 1280, 720 }, { 640, 400 }, { 900, 1400 } };
    for (int i = 0; i < 3; i++) {
        lay_out(sizes[i][0], sizes[i][1]);
        assert_int_equal(inspect_check(&ui, stderr), 0);
    }
    assert_false(look());
    assert_true(play_screen.command(&play, INPUT_MENU));
    assert_int_equal(play.over, OVER_NOTHING);
    shows("error S008", false);
    press(ACTION_CARD);
    shows("Calm", true);
    change("qestion", "question");
    assert_true(look());
    assert_int_equal(play.over, OVER_NOTHING);
    shows("Reloaded.", true);
}

static void the_panel_goes_with_what_it_told(void **state)
{
    (void)state;
    to_first_decision();
    change("\"calm\": {", "\"calm\" {");
    assert_true(look());
    assert_int_equal(play.over, OVER_FINDINGS);
    change("\"calm\" {", "\"calm\": {");
    assert_true(look());
    assert_int_equal(play.over, OVER_NOTHING);
    assert_int_equal(play.page, PAGE_TABLE);
    change("\"id\": \"small\"", "\"id\": \"tiny\""); /* a warning: its name is another one */
    assert_true(look());
    assert_int_equal(play.over, OVER_FINDINGS);
    shows("warning S011", true);
    shows("Reloaded.", true);
}

static void many_findings_fit(void **state)
{
    (void)state;
    to_first_decision();
    while (strstr(text, "\"title\"") != NULL) {
        change("\"title\"", "\"tilte\"");
    }
    assert_true(look());
    shows("and ", true);
    lay_out(640, 400);
    assert_int_equal(inspect_check(&ui, stderr), 0);
}

static void other_parties_change_nothing(void **state)
{
    (void)state;
    to_first_decision();
    const struct match *before = play.game.match;
    while (strstr(text, "west") != NULL) {
        change("west", "south");
    }
    assert_true(look());
    assert_ptr_equal(play.game.match, before);
    shows("The parties are others now", true);
}

static void without_a_watch_nobody_looks(void **state)
{
    (void)state;
    play.watch.on = false;
    assert_int_equal(play_screen.looks(&play), -1);
    change("\"title\": \"Two islands", "\"title\": \"Nine islands");
    assert_false(play_screen.look(&play));
    shows("Two islands", true);
    play.watch.on = true;
}

int main(void)
{
    assert(mkdtemp(folder) != NULL);
    snprintf(path, sizeof path, "%s/small.json", folder);
    snprintf(save, sizeof save, "%s/game.jsonl", folder);
    setenv("XDG_DATA_HOME", folder, 1);
    ui = ui_init(sample_measure());
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_title_begins_anew, start, stop),
        cmocka_unit_test_setup_teardown(the_table_stands_where_it_stood, start, stop),
        cmocka_unit_test_setup_teardown(findings_lie_over_the_old_game, start, stop),
        cmocka_unit_test_setup_teardown(the_panel_goes_with_what_it_told, start, stop),
        cmocka_unit_test_setup_teardown(many_findings_fit, start, stop),
        cmocka_unit_test_setup_teardown(other_parties_change_nothing, start, stop),
        cmocka_unit_test_setup_teardown(without_a_watch_nobody_looks, start, stop),
    };
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    ui_free(&ui);
    unlink(path);
    unlink(save);
    rmdir(folder);
    return failed;
}
