/* A disk that is full: whatever the window keeps, what was kept before stays whole, and it says so. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "core/move.h"
#include "match/transcript.h"
#include "unit/support.h"
#include "window/actions.h"
#include "window/game.h"
#include "window/play.h"
#include "window/play_steps.h"
#include "window/told.h"

enum { ROOM = 16 }; /* bytes that a file may have while the disk is full */

static char folder[] = "/tmp/window-full-XXXXXX";
static char own[80], config[100], place[100];
static struct play play;

static int make_folder(void **state)
{
    (void)state;
    signal(SIGXFSZ, SIG_IGN);
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    snprintf(own, sizeof own, "%s/backchannel", folder);
    snprintf(config, sizeof config, "%s/settings.json", own);
    snprintf(place, sizeof place, "%s/game.jsonl", folder);
    return setenv("XDG_DATA_HOME", folder, 1) + setenv("XDG_CONFIG_HOME", folder, 1);
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(config);
    unlink(place);
    rmdir(own);
    return rmdir(folder);
}

static void limit_files(rlim_t bytes)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* How many files lie in a folder; what a save leaves behind counts. */
static int files_in(const char *path)
{
    int count = 0;
    DIR *all = opendir(path);
    assert_non_null(all);
    for (struct dirent *one; (one = readdir(all)) != NULL;) {
        count += strcmp(one->d_name, ".") != 0 && strcmp(one->d_name, "..") != 0;
    }
    closedir(all);
    return count;
}

static void open_game(void)
{
    struct play_wish wish = { .scenario = support_scenario("tests/small"),
                              .seeded = true,
                              .seed = 3,
                              .save = place,
                              .settings = settings_init() };
    char why[200];
    assert_null(minister_find("tit-for-tat", &wish.minister, why, sizeof why));
    play_title(&play, &wish);
    assert_true(play_screen.press(&play, ACTION_GO));
    assert_true(play_screen.press(&play, ACTION_GO));
    while (play.page == PAGE_TABLE && play.game.table->moment == TABLE_WAITING) {
        assert_true(play_screen.press(&play, ACTION_GO));
    }
}

/* How many decisions the saved game has; it must read in full. */
static int decisions_saved(void)
{
    struct findings findings = findings_init();
    struct divergence divergence;
    struct match *m;
    char why[300];
    assert_null(transcript_read(place, support_scenario("tests/small"), &m, &divergence, &findings,
                                why, sizeof why));
    assert_false(divergence.found);
    const int count = match_steps(m);
    match_free(m);
    findings_clear(&findings);
    return count;
}

/* The first legal move of the person, and the answers to it. */
static void play_one(void)
{
    int legal[MAX_LEGAL];
    assert_true(move_legal(match_scenario(play.game.match), match_now(play.game.match), legal) > 0);
    assert_null(game_play(&play.game, legal[0]));
    while (!match_over(play.game.match) && !match_person_to_move(play.game.match)) {
        assert_null(game_play_minister(&play.game));
    }
}

static void a_game_is_kept_and_it_is_said(void **state)
{
    (void)state;
    open_game();
    play_one();
    const int before = decisions_saved();
    assert_true(before > 0);
    limit_files(ROOM);
    play_one();
    assert_non_null(strstr(play.game.notice, "cannot be saved"));
    assert_non_null(strstr(play.game.notice, "cannot be written"));
    assert_int_equal(decisions_saved(), before);
    assert_non_null(play_leave(&play)); /* nor is it left so */
    assert_int_equal(files_in(folder), 1);
    limit_files(RLIM_INFINITY);
    assert_null(play_leave(&play));
    assert_int_equal(decisions_saved(), match_steps(play.game.match));
    play_free(&play);
}

static void a_copy_under_a_name_is_whole_or_not_there(void **state)
{
    (void)state;
    open_game();
    snprintf(play.name, sizeof play.name, "a copy");
    limit_files(ROOM);
    play_save(&play);
    assert_non_null(strstr(play.notice, "cannot be written"));
    assert_int_equal(files_in(own), 0);
    limit_files(RLIM_INFINITY);
    play_save(&play);
    assert_non_null(strstr(play.notice, "Saved"));
    assert_int_equal(files_in(own), 1);
    char copy[120];
    snprintf(copy, sizeof copy, "%s/a copy.jsonl", own);
    assert_int_equal(unlink(copy), 0);
    play_free(&play);
}

static void a_page_is_whole_or_not_there(void **state)
{
    (void)state;
    char why[300], page[120];
    open_game();
    snprintf(page, sizeof page, "%s/page.html", folder);
    struct told *told = told_new(play.game.match, 0);
    assert_non_null(told);
    const int files = files_in(folder);
    limit_files(ROOM);
    assert_non_null(strstr(told_write(told, page, why, sizeof why), "cannot be written"));
    assert_int_equal(files_in(folder), files);
    limit_files(RLIM_INFINITY);
    assert_null(told_write(told, page, why, sizeof why));
    assert_int_equal(files_in(folder), files + 1);
    assert_int_equal(unlink(page), 0);
    told_free(told);
    play_free(&play);
}

static void settings_stay_as_they_were(void **state)
{
    (void)state;
    struct findings findings = findings_init();
    open_game();
    play_set(&play, SETTING_THEME, 1);
    assert_string_equal(play.notice, "");
    const bool light = settings_load(&findings).light;
    assert_int_equal(light, play.settings.light);
    limit_files(ROOM);
    play_set(&play, SETTING_THEME, 1);
    assert_non_null(strstr(play.notice, "cannot be written"));
    assert_int_equal(settings_load(&findings).light, light);
    assert_int_equal(files_in(own), 1);
    limit_files(RLIM_INFINITY);
    play_set(&play, SETTING_THEME, 1);
    assert_string_equal(play.notice, "");
    assert_int_equal(findings.errors, 0);
    findings_clear(&findings);
    play_free(&play);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_game_is_kept_and_it_is_said),
        cmocka_unit_test(a_copy_under_a_name_is_whole_or_not_there),
        cmocka_unit_test(a_page_is_whole_or_not_there),
        cmocka_unit_test(settings_stay_as_they_were),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
