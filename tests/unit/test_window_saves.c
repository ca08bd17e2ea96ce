/* Saved games as a list, copies under a name, keys on other places, and typing. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <SDL.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "match/save_place.h"
#include "match/say.h"
#include "match/transcript.h"
#include "unit/home.h"
#include "unit/support.h"
#include "unit/window_sample.h"
#include "window/actions.h"
#include "window/focus.h"
#include "window/layout.h"
#include "window/play.h"
#include "window/screen_settings.h"
#include "window/typed.h"

static struct play play;
static struct ui ui;
static int begin(void **state)
{
    ui = ui_init(sample_measure());
    return home_make(state);
}

static int end(void **state)
{
    play_free(&play);
    play = (struct play){ .over = OVER_NOTHING };
    ui_free(&ui);
    return home_remove(state);
}

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

static void open_title(void)
{
    struct findings findings = findings_init();
    struct play_wish wish = { .scenario = support_scenario("pentagon-2012"),
                              .seeded = true,
                              .seed = 4,
                              .settings = settings_load(&findings) };
    char why[200];
    assert_int_equal(findings.count, 0);
    assert_null(minister_find("tit-for-tat", &wish.minister, why, sizeof why));
    play_title(&play, &wish);
    lay_out();
}

static void open_table(void)
{
    open_title();
    press(ACTION_GO);
    press(ACTION_GO);
    while (play.game.table->moment == TABLE_WAITING) {
        press(ACTION_GO);
    }
}

/* ---- a language ---- */

/* A story that is no longer where it was read cannot be told in another language. */
static void a_refused_language_leaves_all_as_it_was(void **state)
{
    (void)state;
    open_table();
    assert_true(say_in("en"));
    snprintf(play.wish.system, sizeof play.wish.system, "en");
    snprintf(play.wish.story, sizeof play.wish.story, "nowhere");
    const struct settings before = play.settings;
    press(ACTION_OVER + OVER_SETTINGS);
    press(ACTION_SET + SETTING_LANGUAGE);
    assert_string_equal(play.settings.language, before.language);
    assert_string_equal(say_language(), "en");
    assert_true(strlen(play.notice) > 0);
}

/* ---- the list ---- */

/* A game with so many decisions, as a file of that name, changed so many minutes after the first. */
static void put_game(const char *name, int decisions, int minutes)
{
    struct minister script;
    char why[300];
    struct match *m = match_new(support_scenario("pentagon-2012"), 7, 0);
    assert_null(minister_find("tit-for-tat", &script, why, sizeof why));
    match_seat(m, 0, &script);
    match_seat(m, 1, &script);
    while (match_steps(m) < decisions && !match_over(m)) {
        assert_null(match_play_minister(m));
    }
    match_seat(m, 0, NULL);
    char *place = save_named(name);
    assert_null(transcript_save(m, place, why, sizeof why));
    const struct timespec at = { 1000000000 + minutes * 60, 0 };
    assert_int_equal(utimensat(AT_FDCWD, place, (const struct timespec[]){ at, at }, 0), 0);
    free(place);
    match_free(m);
}

static void put_file(const char *name, const char *text)
{
    char *place = save_named(name);
    FILE *out = fopen(place, "w");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
    free(place);
}

static void an_empty_folder_is_an_empty_list(void **state)
{
    (void)state;
    struct saves *saves = saves_new();
    assert_int_equal(saves->count, 0);
    saves_free(saves);
    open_title();
    press(ACTION_OVER + OVER_LOAD);
    assert_int_equal(ui.focus, ACTION_BACK);
}

static void the_last_game_comes_first(void **state)
{
    (void)state;
    put_game("old", 1, 10);
    put_game("new", 12, 30);
    put_game("middle", 1000, 20);
    struct saves *saves = saves_new();
    assert_int_equal(saves->count, 3);
    const struct save_entry *e = saves->entry;
    assert_string_equal(e[0].name, "new");
    assert_string_equal(e[1].name, "middle");
    assert_string_equal(e[2].name, "old");
    assert_true(e[0].fine && !e[0].over);
    assert_true(e[1].fine && e[1].over);
    assert_non_null(strstr(e[2].where, "Round 1 of 12, May"));
    assert_int_equal(e[1].curve[0].points > e[2].curve[0].points, 1);
    for (int i = 0; i < 3; i++) {
        assert_true(e[i].when[0] == '2' && e[i].story[0] != '\0');
    }
    saves_free(saves);
}

/* Files that are none: each is listed with the reason, none is changed. */
static void what_cannot_be_read_is_listed_with_the_reason(void **state)
{
    (void)state;
    put_game("whole", 6, 0);
    put_file("empty", "");
    put_file("words", "not a game\n");
    put_file("other", "{\"t\":\"head\",\"scenario\":\"nowhere\"}\n");
    put_file("binary", "\xff\xfe\x01\n");
    struct saves *saves = saves_new();
    assert_int_equal(saves->count, 5);
    int fine = 0;
    for (int i = 0; i < saves->count; i++) {
        const struct save_entry *e = &saves->entry[i];
        fine += e->fine;
        assert_true(e->where[0] != '\0');
        assert_int_equal(e->fine, strcmp(e->name, "whole") == 0);
    }
    assert_int_equal(fine, 1);
    saves_free(saves);
    open_title();
    press(ACTION_OVER + OVER_LOAD);
    char *text = sample_dump(&ui);
    assert_non_null(strstr(text, "whole"));
    assert_non_null(strstr(text, "binary"));
    free(text);
    for (int i = 0; i < 5; i++) { /* to press one that is broken leads nowhere */
        if (!play.saves->entry[i].fine) {
            press(ACTION_FILE + i);
            assert_true(play.over == OVER_LOAD && play.page == PAGE_TITLE);
        }
    }
}

/* More than are shown: the last ones are; the list can be gone through. */
static void many_games_are_shown_as_far_as_there_is_room(void **state)
{
    char name[20];
    (void)state;
    for (int i = 0; i < SAVES_SHOWN + 7; i++) {
        snprintf(name, sizeof name, "game %02d", i);
        put_game(name, 1, i);
    }
    struct saves *saves = saves_new();
    assert_int_equal(saves->count, SAVES_SHOWN);
    for (int i = 0; i < SAVES_SHOWN; i++) {
        snprintf(name, sizeof name, "game %02d", SAVES_SHOWN + 6 - i);
        assert_string_equal(saves->entry[i].name, name);
    }
    saves_free(saves);
    open_title();
    press(ACTION_OVER + OVER_LOAD);
    const struct widget *list[256];
    const size_t n = focus_list(&ui, list, 256);
    assert_int_equal(n, SAVES_SHOWN + 1);
    press(ACTION_FILE + SAVES_SHOWN - 1);
    assert_int_equal(play.over, OVER_NOTHING);
    assert_true(play.page >= PAGE_TABLE);
}

/* ---- a copy under a name ---- */

static void write_name(const char *name)
{
    while (play.name[0] != '\0') {
        play_screen.text(&play, "");
    }
    for (const char *at = name; *at != '\0';) {
        char one[5] = { *at++, 0 };
        for (int i = 1; ((unsigned char)*at & 0xc0) == 0x80; i++) {
            one[i] = *at++;
        }
        play_screen.text(&play, one);
    }
    lay_out();
}

static int games(void)
{
    struct saves *saves = saves_new();
    const int count = saves->count;
    for (int i = 0; i < count; i++) {
        assert_true(saves->entry[i].fine);
    }
    saves_free(saves);
    return count;
}

static void copies_have_any_name_but_one_that_is_taken(void **state)
{
    static const char *const names[] = { "第一局",
                                         "a/b\\c",
                                         "..",
                                         "-",
                                         "it's \"mine\" $(x) *",
                                         "forty letters are quite enough for a name" };
    (void)state;
    open_table();
    const uint64_t hash = match_hash(play.game.match);
    for (int i = 0; i < 6; i++) {
        press(ACTION_OVER + OVER_SAVE);
        write_name(names[i]);
        press(ACTION_SAVE);
        assert_int_equal(play.over, OVER_NOTHING);
        assert_int_equal(games(), i + 2); /* and the game itself */
        press(ACTION_OVER + OVER_SAVE);
        write_name(names[i]);
        press(ACTION_SAVE);
        assert_int_equal(play.over, OVER_SAVE);
        assert_non_null(strstr(play.notice, "take another"));
        assert_true(play_screen.command(&play, INPUT_MENU));
        lay_out();
    }
    press(ACTION_OVER + OVER_SAVE);
    write_name("");
    press(ACTION_SAVE);
    assert_int_equal(play.over, OVER_SAVE);
    assert_non_null(strstr(play.notice, "name first"));
    assert_true(match_hash(play.game.match) == hash);
    assert_null(strstr(play.game.place, "forty"));
}

/* Nobody has to type: what is offered can be taken, again and again. */
static void what_is_offered_as_a_name_is_free(void **state)
{
    (void)state;
    open_table();
    for (int i = 0; i < 12; i++) {
        press(ACTION_OVER + OVER_SAVE);
        press(ACTION_SAVE);
        assert_int_equal(play.over, OVER_NOTHING);
    }
    assert_int_equal(games(), 13);
}

/* ---- keys ---- */

/* The next start reads what was changed. */
static void keys_are_changed_for_good(void **state)
{
    (void)state;
    open_table();
    press(ACTION_OVER + OVER_KEYS);
    press(ACTION_BIND + INPUT_UNDO);
    assert_int_equal(play.waits, INPUT_UNDO);
    assert_true(play_screen.raw(&play, SDLK_z));
    assert_int_equal(play.waits, INPUT_NONE);
    assert_int_equal(input_of_key(&play.keys, SDLK_z, false), INPUT_UNDO);
    play_free(&play);
    open_title();
    assert_int_equal(input_of_key(&play.keys, SDLK_z, false), INPUT_UNDO);
    assert_int_equal(input_of_key(&play.keys, SDLK_u, false), INPUT_NONE);
    press(ACTION_OVER + OVER_KEYS);
    press(ACTION_KEYS_USUAL);
    play_free(&play);
    open_title();
    assert_int_equal(input_of_key(&play.keys, SDLK_u, false), INPUT_UNDO);
}

static void esc_changes_no_key(void **state)
{
    (void)state;
    open_table();
    press(ACTION_OVER + OVER_KEYS);
    press(ACTION_BIND + INPUT_UNDO);
    assert_true(play_screen.raw(&play, SDLK_ESCAPE));
    assert_int_equal(play.waits, INPUT_NONE);
    assert_int_equal(play.over, OVER_KEYS);
    assert_int_equal(input_of_key(&play.keys, SDLK_u, false), INPUT_UNDO);
    assert_false(play_screen.raw(&play, SDLK_z)); /* nothing waits any more */
}

static const SDL_Keycode fixed[] = { SDLK_RETURN, SDLK_ESCAPE, SDLK_UP,      SDLK_DOWN,
                                     SDLK_LEFT,   SDLK_RIGHT,  SDLK_1,       SDLK_9,
                                     SDLK_0,      SDLK_KP_5,   SDLK_KP_ENTER };
enum { FIXED = sizeof fixed / sizeof fixed[0] };

/* Whatever is put where, every command has a key and none has two; going on, the menu and moving
 * keep theirs. */
static void no_command_is_ever_lost(void **state)
{
    uint32_t luck = 1;
    (void)state;
    struct input_keys keys = input_keys(NULL);
    const struct input_keys usual = keys;
    for (int turn = 0; turn < 3000; turn++) {
        luck = luck * 1664525u + 1013904223u;
        const enum input command = (enum input)(1 + (luck >> 8) % (INPUT_NAMED - 1));
        const int code =
            turn % 3 == 0 ? (int)fixed[(luck >> 16) % FIXED] : (int)('a' + (luck >> 16) % 26);
        const bool taken = input_bind(&keys, command, code);
        if (taken) {
            assert_int_equal(input_of_key(&keys, code, false), command);
        }
        assert_false(taken && turn % 3 == 0);
        for (int i = 1; i < INPUT_NAMED; i++) {
            assert_true(usual.code[i] == 0 || keys.code[i] != 0);
            for (int k = i + 1; k < INPUT_NAMED; k++) {
                assert_true(keys.code[i] == 0 || keys.code[i] != keys.code[k]);
            }
        }
        assert_int_equal(input_of_key(&keys, SDLK_RETURN, false), INPUT_GO);
        assert_int_equal(input_of_key(&keys, SDLK_ESCAPE, false), INPUT_MENU);
        assert_int_equal(input_of_key(&keys, SDLK_LEFT, false), INPUT_LEFT);
        assert_int_equal(input_of_key(&keys, SDLK_3, false), INPUT_CARD + 2);
    }
}

/* Everything that has its own key only still has one after it was taken by another. */
static void a_key_that_is_taken_leaves_the_old_one(void **state)
{
    (void)state;
    struct input_keys keys = input_keys(NULL);
    assert_true(input_bind(&keys, INPUT_UNDO, SDLK_y));
    assert_int_equal(input_of_key(&keys, SDLK_y, false), INPUT_UNDO);
    assert_int_equal(input_of_key(&keys, SDLK_u, false), INPUT_WHY);
    assert_string_equal(input_key_name(&keys, INPUT_UNDO), "Y");
    assert_string_equal(input_key_name(&keys, INPUT_WHY), "U");
}

/* Settings written by hand, wrongly: unknown commands and keys are passed over. */
static void unknown_keys_are_passed_over(void **state)
{
    (void)state;
    struct settings s = settings_init();
    static const struct settings_key wrong[] = { { "undo", "no such key" },
                                                 { "fly", "Z" },
                                                 { "why", "Return" },
                                                 { "ledger", "" },
                                                 { "cases", "1" } };
    const struct input_keys usual = input_keys(NULL);
    for (s.keys = 0; s.keys < 5; s.keys++) {
        s.key[s.keys] = wrong[s.keys];
    }
    const struct input_keys keys = input_keys(&s);
    assert_memory_equal(&keys, &usual, sizeof usual);
}

/* What is kept is read as the same keys, whatever was changed. */
static void changed_keys_survive_being_kept(void **state)
{
    uint32_t luck = 7;
    (void)state;
    for (int round = 0; round < 300; round++) {
        struct input_keys keys = input_keys(NULL);
        for (int i = 0; i < round % 12; i++) {
            luck = luck * 1664525u + 1013904223u;
            (void)input_bind(&keys, (enum input)(1 + (luck >> 8) % (INPUT_NAMED - 1)),
                             (int)('a' + (luck >> 16) % 26));
        }
        struct settings s = settings_init();
        input_keep(&keys, &s);
        const struct input_keys read = input_keys(&s);
        for (int i = 1; i < INPUT_NAMED; i++) {
            if (read.code[i] != keys.code[i]) {
                fail_msg("round %d: command %d on %d, not %d", round, i, read.code[i],
                         keys.code[i]);
            }
        }
    }
}

/* ---- typing ---- */

static void characters_come_and_go_whole(void **state)
{
    char text[12] = "";
    (void)state;
    typed_add(text, sizeof text, "");
    assert_string_equal(text, "");
    typed_add(text, sizeof text, "é");
    typed_add(text, sizeof text, "五");
    typed_add(text, sizeof text, "a");
    typed_add(text, sizeof text, "🙂");
    assert_string_equal(text, "é五a🙂"); /* ten bytes */
    typed_add(text, sizeof text, "月");      /* for which there is no room */
    assert_string_equal(text, "é五a🙂");
    typed_add(text, sizeof text, "b");
    typed_add(text, sizeof text, "c");
    assert_string_equal(text, "é五a🙂b");
    static const char *const left[] = { "é五a🙂", "é五a", "é五", "é", "", "" };
    for (int i = 0; i < 6; i++) {
        typed_add(text, sizeof text, "");
        assert_string_equal(text, left[i]);
    }
}

/* Letters are text while a name is typed, and commands again afterwards. */
static void letters_are_text_only_where_text_is_asked_for(void **state)
{
    (void)state;
    open_table();
    assert_false(play_screen.types(&play));
    press(ACTION_OVER + OVER_SAVE);
    assert_true(play_screen.types(&play));
    assert_true(play_screen.command(&play, INPUT_MENU));
    lay_out();
    assert_false(play_screen.types(&play));
}

#define SAVES_TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SAVES_TEST(a_refused_language_leaves_all_as_it_was),
        SAVES_TEST(an_empty_folder_is_an_empty_list),
        SAVES_TEST(the_last_game_comes_first),
        SAVES_TEST(what_cannot_be_read_is_listed_with_the_reason),
        SAVES_TEST(many_games_are_shown_as_far_as_there_is_room),
        SAVES_TEST(copies_have_any_name_but_one_that_is_taken),
        SAVES_TEST(what_is_offered_as_a_name_is_free),
        SAVES_TEST(keys_are_changed_for_good),
        SAVES_TEST(esc_changes_no_key),
        SAVES_TEST(no_command_is_ever_lost),
        SAVES_TEST(a_key_that_is_taken_leaves_the_old_one),
        SAVES_TEST(unknown_keys_are_passed_over),
        SAVES_TEST(changed_keys_survive_being_kept),
        SAVES_TEST(characters_come_and_go_whole),
        SAVES_TEST(letters_are_text_only_where_text_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
