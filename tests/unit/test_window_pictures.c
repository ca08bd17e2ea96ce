/* Some screens compared as pictures with what is on record in tests/golden/pictures, which forgives
 * another version of the library that draws letters and forgives no panel in another place. With a
 * folder as its only word the program writes the records there (tests/golden/update.sh). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/window_gallery.h"
#include "unit/window_picture.h"

#define FOLDER SOURCE_DIR "/tests/golden/pictures"

/* What is forgiven. Letters drawn without any hinting make 115 and 157, the smallest of the moves below
 * 206 and 417. */
enum { MOST_MEAN = 150, MOST_OFF = 250 };
enum { FONTS = 4000 };

static const struct kept_screen {
    const char *screen;
    int language;
    bool light;
} kept_of[] = {
    { "title", 0, false },  { "title", 1, true },   { "table", 0, false },  { "table", 1, true },
    { "morning", 0, true }, { "debrief", 0, true }, { "summit", 1, false },
};
enum { RECORDS = sizeof kept_of / sizeof kept_of[0] };

static struct play plays[GALLERY_MOST];
static struct app app;
static struct picture drawn, kept;
static char fonts[FONTS];

static void path_of(char *path, size_t size, const char *folder, const struct kept_screen *r)
{
    snprintf(path, size, "%s/%s-%s-%s.png", folder, r->screen, gallery_languages[r->language],
             r->light ? "light" : "dark");
}

/* The families and heights of the faces of a language. */
static void add_fonts(const char *language)
{
    static const unsigned points[] = { 'A', 0x6c49 };
    size_t length = strlen(fonts);
    for (int i = 0; i < 2 * FACES; i++) {
        TTF_Font *font = fonts_for(app.fonts, (enum face)(i / 2), 100, points[i % 2]);
        length += (size_t)snprintf(fonts + length, FONTS - length, "%s %d %s: %s %s %d\n", language,
                                   i / 2, i % 2 == 0 ? "A" : "Han", TTF_FontFaceFamilyName(font),
                                   TTF_FontFaceStyleName(font), TTF_FontHeight(font));
        assert_true(length < FONTS);
    }
}

static bool draw(const struct kept_screen *r)
{
    int screen = 0;
    while (strcmp(gallery_name(screen), r->screen) != 0) {
        screen++;
    }
    plays[screen].settings.light = r->light;
    gallery_anew(&plays[screen], screen);
    app_lay_out(&app, &play_screen, &plays[screen]);
    return picture_draw(&app, &drawn);
}

/* Draws every record; `look` is given each one. NULL, or why there is none: a font. */
static const char *draw_all(const char *folder,
                            void (*look)(const struct kept_screen *, const char *))
{
    const char *refusal = NULL;
    fonts[0] = '\0';
    for (int k = 0; k < GALLERY_LANGUAGES && refusal == NULL; k++) {
        if (!gallery_show(plays, gallery_languages[k])) {
            return "a catalogue is missing";
        }
        refusal = gallery_app(&app, &plays[0], 1280, 720);
        if (refusal == NULL) {
            add_fonts(gallery_languages[k]);
        }
        for (int i = 0; i < RECORDS && refusal == NULL; i++) {
            char path[500];
            path_of(path, sizeof path, folder, &kept_of[i]);
            if (kept_of[i].language == k && !draw(&kept_of[i])) {
                refusal = "the drawing cannot be read back";
            } else if (kept_of[i].language == k) {
                look(&kept_of[i], path);
            }
        }
        app_close(&app);
        gallery_free(plays);
    }
    return refusal;
}

/* ---- recording ---- */

static int unwritten;

static void record(const struct kept_screen *r, const char *path)
{
    (void)r;
    if (!picture_save(path, &drawn)) {
        perror(path);
        unwritten++;
    }
}

static int write_all(const char *folder)
{
    char path[500];
    const char *refusal = draw_all(folder, record);
    snprintf(path, sizeof path, "%s/fonts.txt", folder);
    FILE *out = fopen(path, "w");
    if (refusal != NULL || unwritten > 0 || out == NULL || fputs(fonts, out) < 0) {
        fprintf(stderr, "%s: %s\n", folder, refusal != NULL ? refusal : "cannot be written");
        return 1;
    }
    return fclose(out) != 0;
}

/* ---- comparing ---- */

static bool same_fonts(void)
{
    static char recorded[FONTS];
    FILE *in = fopen(FOLDER "/fonts.txt", "r");
    assert_non_null(in);
    recorded[fread(recorded, 1, FONTS - 1, in)] = '\0';
    fclose(in);
    return strcmp(recorded, fonts) == 0;
}

static int others;
static char differing[RECORDS * 160];

static bool is_another(struct picture_difference d)
{
    return d.mean > MOST_MEAN || d.off > MOST_OFF;
}

static void compare(const struct kept_screen *r, const char *path)
{
    const size_t length = strlen(differing);
    struct picture_difference d = { 10000, 10000 };
    if (picture_load(path, &kept)) {
        d = picture_compare(&drawn, &kept);
    }
    print_message("%-8s %s %-5s mean %d.%02d of 255, %d.%02d %% off\n", r->screen,
                  gallery_languages[r->language], r->light ? "light" : "dark", d.mean / 100,
                  d.mean % 100, d.off / 100, d.off % 100);
    if (is_another(d)) {
        others++;
        snprintf(differing + length, sizeof differing - length, "%s\n", path);
    }
}

static void screens_look_as_they_did(void **state)
{
    (void)state;
    const char *refusal = draw_all(FOLDER, compare);
    if (refusal != NULL || !same_fonts()) {
        print_message("Pictures are not compared: %s\n",
                      refusal != NULL ? refusal
                                      : "this machine has other fonts than they were drawn with.");
        skip();
    }
    if (others > 0) {
        fail_msg("these look different; where that is meant: sh tests/golden/update.sh\n%s",
                 differing);
    }
}

/* ---- controls ---- */

/* A part of a picture moved down by one point of it. */
static void move_down(struct picture *p, int left, int top, int width, int height)
{
    for (int y = top + height; y > top; y--) {
        memmove(p->point[y][left], p->point[y - 1][left], (size_t)width * 3);
    }
}

static void a_panel_moved_is_noticed(void **state)
{
    (void)state;
    for (int i = 0; i < RECORDS; i++) {
        char path[500];
        path_of(path, sizeof path, FOLDER, &kept_of[i]);
        assert_true(picture_load(path, &kept));
        assert_false(is_another(picture_compare(&kept, &kept)));
        drawn = kept;
        for (int k = 0; k < 4; k++) {
            move_down(&drawn, PICTURE_WIDTH / 4, PICTURE_HEIGHT / 8, PICTURE_WIDTH / 2,
                      PICTURE_HEIGHT * 3 / 4);
        }
        const struct picture_difference d = picture_compare(&drawn, &kept);
        print_message("moved: mean %d, off %d\n", d.mean, d.off);
        assert_true(is_another(d));
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens_look_as_they_did),
        cmocka_unit_test(a_panel_moved_is_noticed),
    };
    gallery_open();
    const int code = argc == 2 ? write_all(argv[1]) : cmocka_run_group_tests(tests, NULL, NULL);
    gallery_close();
    return code;
}
