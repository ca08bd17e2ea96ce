/* What is kept for good: settings, the folders they and the games lie in, names of games. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "match/home.h"
#include "match/save_place.h"
#include "match/settings.h"
#include "unit/home.h"

static int make_homes(void **state)
{
    return home_make(state) != 0 ? -1 : setenv("HOME", "/nowhere", 1);
}

/* The file of the settings, written by hand. */
static void write_file(const char *text)
{
    char path[120];
    snprintf(path, sizeof path, "%s/backchannel/settings.json", home_path());
    home_make_folders(path);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
}

static bool same(const struct settings *a, const struct settings *b)
{
    bool keys = a->keys == b->keys;
    for (int i = 0; keys && i < a->keys; i++) {
        keys = strcmp(a->key[i].command, b->key[i].command) == 0 &&
               strcmp(a->key[i].key, b->key[i].key) == 0;
    }
    return keys && a->light == b->light && a->text_scale == b->text_scale && a->still == b->still &&
           a->sound == b->sound && strcmp(a->language, b->language) == 0;
}

/* What is read, and how many findings told of it. */
static struct settings load(size_t *findings)
{
    struct findings list = findings_init();
    const struct settings out = settings_load(&list);
    *findings = (size_t)list.count;
    findings_clear(&list);
    return out;
}

static void nothing_kept_is_as_usual(void **state)
{
    size_t told;
    (void)state;
    const struct settings usual = settings_init(), read = load(&told);
    assert_true(same(&usual, &read));
    assert_int_equal(told, 0);
    assert_int_equal(usual.text_scale, 100);
    assert_true(usual.sound && !usual.still && !usual.light);
}

static void what_is_kept_is_read_again(void **state)
{
    char why[300];
    size_t told;
    (void)state;
    struct settings s = { .light = true,
                          .text_scale = 175,
                          .still = true,
                          .language = "zh_CN",
                          .keys = 2,
                          .key = { { "undo", "Keypad +" }, { "why", "\\" } } };
    for (int i = 0; i < 2; i++) {
        assert_null(settings_save(&s, why, sizeof why));
        const struct settings read = load(&told);
        assert_true(same(&s, &read));
        assert_int_equal(told, 0);
        s = settings_init(); /* written over */
    }
}

/* As many keys as there is room for, each as long as can be. */
static void all_keys_are_kept(void **state)
{
    char why[300];
    size_t told;
    (void)state;
    struct settings s = settings_init();
    for (s.keys = 0; s.keys < SETTINGS_KEYS; s.keys++) {
        snprintf(s.key[s.keys].command, SETTINGS_NAME, "command-%d-of-length", s.keys % 100);
        snprintf(s.key[s.keys].key, SETTINGS_NAME, "key \"%d\" of length", s.keys % 100);
    }
    assert_null(settings_save(&s, why, sizeof why));
    const struct settings read = load(&told);
    assert_true(same(&s, &read));
    assert_int_equal(told, 0);
}

static void a_damaged_file_is_told_and_as_usual(void **state)
{
    static const char *const damaged[] = {
        "", "{", "[]", "null", "{\"theme\": \"light\"", "\xff\xfe", "{\"theme\": \"light\"} {}"
    };
    (void)state;
    for (size_t i = 0; i < sizeof damaged / sizeof damaged[0]; i++) {
        size_t told;
        write_file(damaged[i]);
        const struct settings read = load(&told), usual = settings_init();
        assert_true(same(&usual, &read));
        assert_true(told > 0);
    }
}

static void what_is_left_out_is_as_usual(void **state)
{
    (void)state;
    const struct settings usual = settings_init();
    static const char *const short_ones[] = { "{}", "{\"sound\": true}", "{\"keys\": {}}" };
    for (size_t i = 0; i < sizeof short_ones / sizeof short_ones[0]; i++) {
        size_t told;
        write_file(short_ones[i]);
        const struct settings read = load(&told);
        assert_true(same(&usual, &read));
        assert_int_equal(told, 0);
    }
    size_t told;
    write_file("{\"keys\": 5}");
    const struct settings read = load(&told);
    assert_true(same(&usual, &read));
    assert_int_equal(told, 1);
}

/* What is wrong is as usual; what is right beside it is kept. */
static void one_wrong_value_costs_no_other(void **state)
{
    static const char *const wrong[] = {
        "{\"text_scale\": 900, \"theme\": \"light\", \"keys\": {\"undo\": \"Z\"}}",
        "{\"text_scale\": 99, \"theme\": \"light\", \"keys\": {\"undo\": \"Z\"}}",
        "{\"text_scale\": \"big\", \"theme\": \"light\", \"keys\": {\"undo\": \"Z\"}}",
        "{\"sound\": 1, \"theme\": \"light\", \"keys\": {\"undo\": \"Z\"}}",
        "{\"still\": null, \"theme\": \"light\", \"keys\": {\"undo\": \"Z\"}}",
        "{\"language\": 5, \"theme\": \"light\", \"keys\": {\"undo\": \"Z\"}}",
        "{\"language\": \"too long\", \"theme\": \"light\", \"keys\": {\"undo\": \"Z\"}}",
        "{\"theme\": \"light\", \"keys\": {\"undo\": \"Z\", \"why\": 5}}",
        "{\"theme\": \"light\", \"keys\": {\"undo\": \"Z\"}, \"from a later version\": 1}",
    };
    struct settings wanted = settings_init();
    (void)state;
    wanted.light = true;
    wanted.keys = 1;
    wanted.key[0] = (struct settings_key){ "undo", "Z" };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        size_t told;
        write_file(wrong[i]);
        const struct settings read = load(&told);
        if (!same(&wanted, &read) || told == 0) {
            fail_msg("%s: %zu findings, scale %d", wrong[i], told, read.text_scale);
        }
    }
}

static void what_cannot_be_kept_is_said_and_changes_nothing(void **state)
{
    char why[300], place[120];
    size_t told;
    (void)state;
    struct settings s = settings_init();
    s.text_scale = 150;
    assert_null(settings_save(&s, why, sizeof why));
    snprintf(place, sizeof place, "%s/file", home_path());
    FILE *file = fopen(place, "w");
    assert_non_null(file);
    fclose(file);
    setenv("XDG_CONFIG_HOME", place, 1); /* a file where a folder should be */
    s.text_scale = 200;
    const char *refusal = settings_save(&s, why, sizeof why);
    assert_non_null(refusal);
    assert_non_null(strstr(refusal, "cannot be written"));
    setenv("XDG_CONFIG_HOME", home_path(), 1);
    assert_int_equal(load(&told).text_scale, 150);
}

/* Nothing but the file itself is left in the folder; it is a new file, not the old one written over. */
static void it_is_written_whole_or_not_at_all(void **state)
{
    char why[300], path[120], held[120];
    struct stat before, after;
    int files = 0;
    (void)state;
    struct settings s = settings_init();
    assert_null(settings_save(&s, why, sizeof why));
    snprintf(path, sizeof path, "%s/backchannel/settings.json", home_path());
    snprintf(held, sizeof held, "%s/held", home_path());
    assert_int_equal(link(path, held), 0);
    s.light = true;
    assert_null(settings_save(&s, why, sizeof why));
    assert_int_equal(stat(held, &before), 0);
    assert_int_equal(stat(path, &after), 0);
    assert_true(before.st_ino != after.st_ino);
    assert_int_equal(after.st_mode & 0777, 0600);
    snprintf(path, sizeof path, "%s/backchannel", home_path());
    DIR *all = opendir(path);
    assert_non_null(all);
    for (const struct dirent *one = readdir(all); one != NULL; one = readdir(all)) {
        files += one->d_name[0] != '.' || strlen(one->d_name) > 2;
    }
    closedir(all);
    assert_int_equal(files, 1);
}

/* ---- folders ---- */

static void expect_home(enum home which, const char *wanted)
{
    char *path = home_folder(which);
    assert_non_null(path);
    assert_string_equal(path, wanted);
    free(path);
}

static void folders_are_those_of_the_specification(void **state)
{
    static const char *const not_absolute[] = { "", "data", "./data", "~/data" };
    (void)state;
    setenv("HOME", "/somebody", 1);
    setenv("XDG_DATA_HOME", "/data", 1);
    setenv("XDG_CONFIG_HOME", "/config", 1);
    expect_home(HOME_GAMES, "/data/backchannel/");
    expect_home(HOME_SETTINGS, "/config/backchannel/");
    for (int i = 0; i < 4; i++) { /* these are to be passed over */
        setenv("XDG_DATA_HOME", not_absolute[i], 1);
        setenv("XDG_CONFIG_HOME", not_absolute[i], 1);
        expect_home(HOME_GAMES, "/somebody/.local/share/backchannel/");
        expect_home(HOME_SETTINGS, "/somebody/.config/backchannel/");
    }
    unsetenv("XDG_DATA_HOME");
    unsetenv("XDG_CONFIG_HOME");
    expect_home(HOME_GAMES, "/somebody/.local/share/backchannel/");
    setenv("HOME", "somewhere", 1);
    expect_home(HOME_SETTINGS, "./");
    unsetenv("HOME");
    expect_home(HOME_GAMES, "./");
}

static void folders_are_the_owners_alone(void **state)
{
    struct stat s;
    char deep[120];
    (void)state;
    snprintf(deep, sizeof deep, "%s/one/two/three/file", home_path());
    home_make_folders(deep);
    *strrchr(deep, '/') = '\0';
    assert_int_equal(stat(deep, &s), 0);
    assert_true(S_ISDIR(s.st_mode));
    assert_int_equal(s.st_mode & 0777, 0700);
}

/* ---- names of games ---- */

static void any_name_is_a_file_in_the_folder(void **state)
{
    static const struct {
        const char *name, *file;
    } names[] = {
        { "May", "May" },
        { "../../etc/passwd", "-.-..-etc-passwd" },
        { ".hidden", "-hidden" },
        { "a/b", "a-b" },
        { "five\n\tsix", "five--six" },
        { "五月", "五月" },
        { "a.b", "a.b" },
        { "\x7f", "-" },
        { " ", " " },
        { "-rf *", "-rf *" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char wanted[160];
        snprintf(wanted, sizeof wanted, "%s/backchannel/%s.jsonl", home_path(), names[i].file);
        char *path = save_named(names[i].name);
        assert_string_equal(path, wanted);
        FILE *out = fopen(path, "w");
        assert_non_null(out);
        fclose(out);
        free(path);
    }
}

static void places_are_never_taken_twice(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++) {
        char *path = save_place("story");
        assert_int_equal(access(path, F_OK), -1);
        FILE *out = fopen(path, "w");
        assert_non_null(out);
        fclose(out);
        free(path);
    }
    char **all = save_all();
    int count = 0;
    while (all[count] != NULL) {
        free(all[count++]);
    }
    free(all);
    assert_int_equal(count, 5);
}

#define KEPT_TEST(f) cmocka_unit_test_setup_teardown(f, make_homes, home_remove)

int main(void)
{
    const struct CMUnitTest tests[] = {
        KEPT_TEST(nothing_kept_is_as_usual),
        KEPT_TEST(what_is_kept_is_read_again),
        KEPT_TEST(all_keys_are_kept),
        KEPT_TEST(a_damaged_file_is_told_and_as_usual),
        KEPT_TEST(one_wrong_value_costs_no_other),
        cmocka_unit_test(what_is_left_out_is_as_usual),
        KEPT_TEST(what_cannot_be_kept_is_said_and_changes_nothing),
        KEPT_TEST(it_is_written_whole_or_not_at_all),
        KEPT_TEST(folders_are_those_of_the_specification),
        KEPT_TEST(folders_are_the_owners_alone),
        KEPT_TEST(any_name_is_a_file_in_the_folder),
        KEPT_TEST(places_are_never_taken_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
