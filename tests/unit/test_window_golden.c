/* What each screen says, compared to the letter with what is on record in tests/golden. Without a
 * font: every character is as wide as window_sample says. With a folder as its only word the
 * program writes the records there (tests/golden/update.sh). */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "unit/window_dump.h"
#include "unit/window_gallery.h"
#include "unit/window_sample.h"
#include "window/focus.h"
#include "window/layout.h"

enum { WIDTH = 1280, HEIGHT = 720, LONGEST = 1 << 17, HASH = 16 };

static struct play plays[GALLERY_MOST];
static struct ui ui;

static void build(struct play *play)
{
    ui_begin(&ui, WIDTH, HEIGHT, 100);
    play_screen.build(play, &ui);
}

/* As the window does it: something has the focus, unless the screen is calm. */
static void lay_out(struct play *play)
{
    const struct widget *first = NULL;
    const struct app_look look = play_screen.style(play);
    ui.chinese = look.chinese;
    ui.keys = &look.keys;
    memset(ui.scrolls, 0, sizeof ui.scrolls);
    build(play);
    if (!ui.calm && focus_find(&ui, ui.focus) == NULL && focus_list(&ui, &first, 1) > 0) {
        ui.focus = first->action;
        build(play);
    }
    layout_run(&ui);
    ui.keys = NULL;
}

/* The version is another one with each release, the hash of a scenario with each edit. */
static void hide_numbers(char *text)
{
    for (char *at = text; (at = strstr(at, BACKCHANNEL_VERSION)) != NULL; at++) {
        memset(at, '#', strlen(BACKCHANNEL_VERSION));
    }
    for (char *at = text; *at != '\0'; at++) {
        if (strspn(at, "0123456789abcdef") == HASH) {
            memset(at, '#', HASH);
        }
    }
}

static char *dump(int screen)
{
    gallery_anew(&plays[screen], screen);
    lay_out(&plays[screen]);
    char *text = window_dump(&ui);
    hide_numbers(text);
    return text;
}

static void path_of(char *path, size_t size, const char *folder, const char *language, int screen)
{
    snprintf(path, size, "%s/%s/%s.txt", folder, language, gallery_name(screen));
}

/* ---- comparing ---- */

static const char *on_record(const char *language, int screen)
{
    static char text[LONGEST];
    char path[500];
    path_of(path, sizeof path, SOURCE_DIR "/tests/golden", language, screen);
    FILE *in = fopen(path, "r");
    if (in == NULL) {
        return "";
    }
    text[fread(text, 1, sizeof text - 1, in)] = '\0';
    fclose(in);
    return text;
}

/* Says the first line that differs; true where none does. */
static bool same(const char *was, const char *is, const char *language, const char *screen)
{
    int line = 1;
    const char *was_line = was, *is_line = is;
    for (; *was == *is && *was != '\0'; was++, is++) {
        if (*was == '\n') {
            line++;
            was_line = was + 1;
            is_line = is + 1;
        }
    }
    if (*was == *is) {
        return true;
    }
    print_error("%s/%s.txt:%d is\n    %.*s\nnow\n    %.*s\n", language, screen, line,
                (int)strcspn(was_line, "\n"), was_line, (int)strcspn(is_line, "\n"), is_line);
    return false;
}

static void screens_say_what_they_said(void **state)
{
    (void)state;
    int others = 0;
    for (int k = 0; k < GALLERY_LANGUAGES; k++) {
        if (!gallery_show(plays, gallery_languages[k])) {
            fail_msg("there is no catalogue of %s", gallery_languages[k]);
        }
        for (int i = 0; i < gallery_screens(); i++) {
            char *text = dump(i);
            assert_true(strlen(text) < LONGEST);
            others += !same(on_record(gallery_languages[k], i), text, gallery_languages[k],
                            gallery_name(i));
            free(text);
        }
        gallery_free(plays);
    }
    if (others > 0) {
        fail_msg("%d screens differ; where that is meant: sh tests/golden/update.sh", others);
    }
}

/* ---- recording ---- */

static int write_one(const char *folder, const char *language, int screen)
{
    char path[500];
    path_of(path, sizeof path, folder, language, screen);
    char *text = dump(screen);
    FILE *out = fopen(path, "w");
    int wrong = out == NULL || fputs(text, out) < 0;
    wrong += out != NULL && fclose(out) != 0;
    free(text);
    if (wrong > 0) {
        perror(path);
    }
    return wrong;
}

static int write_all(const char *folder)
{
    int wrong = 0;
    for (int k = 0; k < GALLERY_LANGUAGES; k++) {
        char path[400];
        snprintf(path, sizeof path, "%s/%s", folder, gallery_languages[k]);
        mkdir(path, 0755);
        if (!gallery_show(plays, gallery_languages[k])) {
            fprintf(stderr, "there is no catalogue of %s\n", gallery_languages[k]);
            return 1;
        }
        for (int i = 0; i < gallery_screens(); i++) {
            wrong += write_one(folder, gallery_languages[k], i);
        }
        gallery_free(plays);
    }
    return wrong > 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens_say_what_they_said),
    };
    gallery_open();
    ui = ui_init(sample_measure());
    const int code = argc == 2 ? write_all(argv[1]) : cmocka_run_group_tests(tests, NULL, NULL);
    ui_free(&ui);
    gallery_close();
    return code;
}
