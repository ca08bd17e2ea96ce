/* What is put on the screen: drawings, texts, pictures in files. */
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
#include <unistd.h>

#include "unit/support.h"
#include "window/app.h"
#include "window/paint.h"
#include "window/shot.h"

enum { SIZE = 64 };

static struct app app;

static void open_app(int width, int height)
{
    struct app_options options = { .title = "test",
                                   .assets = SOURCE_DIR "/assets",
                                   .width = width,
                                   .height = height,
                                   .look = { .text_scale = 100 },
                                   .picture = true };
    assert_null(app_open(&app, &options));
}

static int small_page(void **state)
{
    (void)state;
    open_app(SIZE, SIZE);
    draw_begin(&app.draw);
    return 0;
}

static int close_page(void **state)
{
    (void)state;
    app_close(&app);
    return 0;
}

/* The number of pixels of the page that are not bare desk. */
static int inked(void)
{
    Uint32 pixels[SIZE * SIZE];
    int n = 0;
    assert_int_equal(
        SDL_RenderReadPixels(app.renderer, NULL, SDL_PIXELFORMAT_ARGB8888, pixels, SIZE * 4), 0);
    struct rgb desk = app.draw.theme.colour[COLOUR_DESK];
    Uint32 bare = 0xff000000u | (Uint32)desk.r << 16 | (Uint32)desk.g << 8 | desk.b;
    for (int i = 0; i < SIZE * SIZE; i++) {
        n += pixels[i] != bare;
    }
    return n;
}

static void every_icon_has_a_drawing(void **state)
{
    struct rect all = { 0, 0, SIZE, SIZE };
    (void)state;
    for (int icon = ICON_NONE + 1; icon < ICONS; icon++) {
        draw_begin(&app.draw);
        assert_int_equal(inked(), 0);
        draw_icon(&app.draw, (enum icon)icon, all, COLOUR_INK);
        if (inked() < 20) {
            fail_msg("%s draws nothing", icon_file((enum icon)icon));
        }
    }
}

static void portraits_follow_the_palette(void **state)
{
    static const char *const files[] = { "minister-suit", "minister-tunic", "adviser-diplomat",
                                         "adviser-intelligence", "adviser-home" };
    Uint32 dark = 0, light = 0;
    SDL_Rect corner = { 8, 2, 1, 1 };
    (void)state;
    for (size_t i = 0; i < 5; i++) {
        char name[64];
        snprintf(name, sizeof name, "portraits/%s.svg", files[i]);
        for (int palette = PALETTE_DARK; palette <= PALETTE_LIGHT; palette++) {
            draw_theme(&app.draw, (enum palette)palette);
            draw_begin(&app.draw);
            draw_art(&app.draw, name, (struct rect){ 0, 0, SIZE, SIZE }, COLOUR_NONE);
            assert_true(inked() > SIZE * SIZE / 2);
            assert_int_equal(SDL_RenderReadPixels(app.renderer, &corner, SDL_PIXELFORMAT_ARGB8888,
                                                  palette == PALETTE_DARK ? &dark : &light, 4),
                             0);
        }
        assert_int_equal(dark, 0xff262c33);
        assert_int_equal(light, 0xffdad3c5);
    }
}

static void nothing_outside_the_folder_is_read(void **state)
{
    static const char *const names[] = { "../README.md", "/etc/hostname", "icons/../README.md",
                                         "icons",        "icons/",        "",
                                         "README.md",    "icons/none.svg" };
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *text = assets_read(&app.draw.assets, names[i]);
        assert_null(text);
    }
    char *text = assets_read(&app.draw.assets, "icons/disc.svg");
    assert_non_null(text);
    free(text);
    struct assets none;
    assert_non_null(assets_open(&none, "/nowhere"));
}

static void links_and_pipes_are_not_followed(void **state)
{
    char folder[] = "/tmp/assetsXXXXXX", link[64], pipe[64];
    struct assets assets;
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(link, sizeof link, "%s/link.svg", folder);
    snprintf(pipe, sizeof pipe, "%s/pipe.svg", folder);
    assert_int_equal(symlink(SOURCE_DIR "/assets/icons/disc.svg", link), 0);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_null(assets_open(&assets, folder));
    assert_null(assets_read(&assets, "link.svg"));
    assert_null(assets_read(&assets, "pipe.svg"));
    assets_close(&assets);
    unlink(link);
    unlink(pipe);
    rmdir(folder);
}

static int words(const char *s)
{
    struct type type = theme_type(ROLE_DISPATCH, 100, 0);
    draw_begin(&app.draw);
    draw_words(&app.draw, &type, s, strlen(s), 4, 40, COLOUR_INK);
    return inked();
}

static void text_of_both_scripts_is_drawn(void **state)
{
    (void)state;
    assert_true(words("ab") > 20);
    assert_int_equal(words(""), 0);
    assert_int_equal(words("   "), 0);
    assert_true(words("\xff\xfe") >= 0);
    struct measure m = text_measure(&app.draw.text);
    struct type type = theme_type(ROLE_DATA, 100, 0);
    int two = m.width(m.data, &type, "图纸", strlen("图纸"));
    assert_true(two >= 2 * type.px - 2 && two <= 2 * type.px + 2); /* from a font that has them */
    assert_int_equal(m.width(m.data, &type, "", 0), 0);
}

static void huge_strings_are_bounded(void **state)
{
    enum { HUGE = 1000000 };
    char *text = malloc(HUGE + 1);
    (void)state;
    assert_non_null(text);
    memset(text, 'W', HUGE);
    text[HUGE] = '\0';
    struct measure m = text_measure(&app.draw.text);
    struct type type = theme_type(ROLE_HEADLINE, 200, 0);
    assert_true(m.width(m.data, &type, text, HUGE) <= TEXT_BYTES * type.px * 2);
    assert_true(words(text) > 0);
    free(text);
}

/* The font library sees a replacement for what would turn or end a line. */
static void nothing_controls_what_is_drawn(void **state)
{
    static const char *const unsafe[] = { "ab\x1b[cd", "ab\xe2\x80\xae[cd", "ab\xc2\x9b[cd",
                                          "ab\xff[cd" };
    struct measure m = text_measure(&app.draw.text);
    struct type type = theme_type(ROLE_DATA, 100, 0);
    const char *fine = "ab\xef\xbf\xbd[cd";
    const int width = m.width(m.data, &type, fine, strlen(fine)), ink = words(fine);
    (void)state;
    for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++) {
        assert_int_equal(m.width(m.data, &type, unsafe[i], strlen(unsafe[i])), width);
        assert_int_equal(words(unsafe[i]), ink);
    }
}

static void labels_are_spaced(void **state)
{
    struct measure m = text_measure(&app.draw.text);
    struct type label = theme_type(ROLE_LABEL, 100, 0), tight = label;
    (void)state;
    tight.track = 0;
    int wide = m.width(m.data, &label, "TRACE", 5), narrow = m.width(m.data, &tight, "TRACE", 5);
    assert_true(wide >= narrow + 4);
}

static void a_missing_drawing_is_left_out(void **state)
{
    (void)state;
    draw_art(&app.draw, "icons/none.svg", (struct rect){ 0, 0, 20, 20 }, COLOUR_INK);
    draw_art(&app.draw, "icons/disc.svg", (struct rect){ 0, 0, 0, -5 }, COLOUR_INK);
    draw_round(&app.draw, (struct rect){ 0, 0, 1, 1 }, 8, COLOUR_DESK);
    draw_hatch(&app.draw, (struct rect){ 0, 0, 0, 0 }, 6, COLOUR_INK);
    assert_int_equal(inked(), 0);
}

static struct play play;

static void play_on(const char *name)
{
    struct play_wish wish = { .scenario = support_scenario("pentagon-2012"), .seeded = true };
    struct options options = { .screenshot = "any.png", .screen = name };
    char why[200];
    wish.seed = 1;
    wish.settings = settings_init();
    assert_null(minister_find("tit-for-tat", &wish.minister, why, sizeof why));
    assert_null(shot_arrange(&play, &wish, &options, NULL));
}

static char *file_bytes(const char *file, size_t *size)
{
    FILE *in = fopen(file, "rb");
    assert_non_null(in);
    char *bytes = malloc(1 << 22);
    assert_non_null(bytes);
    *size = fread(bytes, 1, 1 << 22, in);
    fclose(in);
    return bytes;
}

static void a_picture_is_the_same_twice(void **state)
{
    char folder[] = "/tmp/pictureXXXXXX", file[2][64];
    static const char *const names[] = { "table", "morning" };
    char *bytes[2];
    size_t size[2];
    (void)state;
    assert_non_null(mkdtemp(folder));
    for (int which = 0; which < 2; which++) {
        for (int i = 0; i < 2; i++) {
            snprintf(file[i], sizeof file[i], "%s/%d.png", folder, i);
            open_app(1280, 720);
            play_on(names[which]);
            assert_null(app_picture(&app, &play_screen, &play, file[i]));
            play_free(&play);
            app_close(&app);
            bytes[i] = file_bytes(file[i], &size[i]);
            unlink(file[i]);
        }
        assert_int_equal(size[0], size[1]);
        assert_true(size[0] > 50000);
        assert_memory_equal(bytes[0], bytes[1], size[0]);
        assert_memory_equal(bytes[0] + 16, "\0\0\x05\0\0\0\x02\xd0", 8); /* 1280 x 720 */
        free(bytes[0]);
        free(bytes[1]);
    }
    assert_int_equal(rmdir(folder), 0); /* no half-written file is left */
}

static void a_picture_that_cannot_be_written_is_refused(void **state)
{
    (void)state;
    play_on("title");
    assert_non_null(app_picture(&app, &play_screen, &play, "/nowhere/picture.png"));
    play_free(&play);
}

static void no_display_is_refused(void **state)
{
    struct app blind;
    struct app_options options = {
        .title = "test", .width = 100, .height = 100, .look = { .text_scale = 100 }
    };
    (void)state;
    unsetenv("SDL_VIDEODRIVER"); /* one that is asked for is taken, even if it shows nothing */
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    const char *refusal = app_open(&blind, &options);
    assert_non_null(refusal);
    assert_non_null(strstr(refusal, "--text"));
    app_close(&blind);
}

#define PAGE_TEST(f) cmocka_unit_test_setup_teardown(f, small_page, close_page)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE_TEST(every_icon_has_a_drawing),
        PAGE_TEST(portraits_follow_the_palette),
        PAGE_TEST(nothing_outside_the_folder_is_read),
        cmocka_unit_test(links_and_pipes_are_not_followed),
        PAGE_TEST(text_of_both_scripts_is_drawn),
        PAGE_TEST(huge_strings_are_bounded),
        PAGE_TEST(nothing_controls_what_is_drawn),
        PAGE_TEST(labels_are_spaced),
        PAGE_TEST(a_missing_drawing_is_left_out),
        cmocka_unit_test(a_picture_is_the_same_twice),
        PAGE_TEST(a_picture_that_cannot_be_written_is_refused),
        cmocka_unit_test(no_display_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
