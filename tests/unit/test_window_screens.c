/* The screens, laid out in many windows: nothing overlaps, is cut or lies outside. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "unit/window_sample.h"
#include "window/app.h"
#include "window/focus.h"
#include "window/inspect.h"
#include "window/layout.h"
#include "window/screen_morning.h"
#include "window/screen_table.h"

static void table(void *data, struct ui *ui)
{
    screen_table_build(ui, data);
}

static void morning(void *data, struct ui *ui)
{
    screen_morning_build(ui, data);
}

static const int sizes[][2] = { { 640, 400 },   { 800, 600 },  { 1024, 640 },  { 1024, 768 },
                                { 1280, 720 },  { 1280, 800 }, { 1366, 768 },  { 1600, 900 },
                                { 1920, 1080 }, { 900, 1400 }, { 2560, 1080 }, { 3840, 2160 } };

static void fits(struct ui *ui, void (*build)(void *, struct ui *), void *data)
{
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        for (int scale = 100; scale <= 200; scale += 25) {
            int width = sizes[i][0], height = sizes[i][1];
            ui_begin(ui, width, height, app_percent(width, height, scale));
            build(data, ui);
            layout_run(ui);
            if (inspect_check(ui, stderr) != 0) {
                fail_msg("at %dx%d, text %d %%", width, height, scale);
            }
        }
    }
}

static void all_screens_fit(struct ui *ui)
{
    for (int open = 1; open <= 6; open++) {
        struct view_table view = sample_table(open);
        ui->focus = view.open;
        fits(ui, table, &view);
    }
    struct view_morning view = sample_morning();
    fits(ui, morning, &view);
}

static void screens_fit_with_any_font(void **state)
{
    struct ui ui = ui_init(sample_measure());
    (void)state;
    all_screens_fit(&ui);
    ui_free(&ui);
}

static void screens_fit_with_the_fonts_here(void **state)
{
    struct app app;
    struct app_options options = { .title = "test",
                                   .assets = SOURCE_DIR "/assets",
                                   .width = 64,
                                   .height = 64,
                                   .text_scale = 100,
                                   .picture = true };
    (void)state;
    assert_null(app_open(&app, &options));
    all_screens_fit(&app.ui);
    app_close(&app);
}

static void any_window_is_survived(void **state)
{
    struct ui ui = ui_init(sample_measure());
    struct view_table view = sample_table(2);
    (void)state;
    for (int width = 1; width < 300; width += 13) {
        for (int height = 1; height < 300; height += 37) {
            ui_begin(&ui, width, height, app_percent(width, height, 200));
            screen_table_build(&ui, &view);
            layout_reveal(&ui);
        }
    }
    ui_free(&ui);
}

static struct rect card_box(struct ui *ui, int open, int card)
{
    struct view_table view = sample_table(open);
    ui_begin(ui, 1280, 720, 100);
    screen_table_build(ui, &view);
    layout_run(ui);
    return focus_find(ui, SAMPLE_CARD + card)->box;
}

static void opening_a_card_moves_only_its_family(void **state)
{
    struct ui ui = ui_init(sample_measure());
    (void)state;
    for (int card = 1; card <= 6; card++) {
        struct rect before = card_box(&ui, card <= 3 ? 6 : 1, card);
        for (int open = 1; open <= 6; open++) {
            struct rect now = card_box(&ui, open, card);
            if ((open - 1) / 2 != (card - 1) / 2) {
                assert_memory_equal(&now, &before, sizeof now);
            } else if (open == card) {
                assert_true(now.h > before.h);
            }
        }
    }
    ui_free(&ui);
}

static char *dump(struct ui *ui)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    inspect_dump(ui, out);
    fclose(out);
    return text;
}

static int times(const char *text, const char *part)
{
    int n = 0;
    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) {
        n++;
    }
    return n;
}

static void every_card_says_what_is_sure(void **state)
{
    struct ui ui = ui_init(sample_measure());
    (void)state;
    card_box(&ui, 4, 4);
    char *text = dump(&ui);
    assert_int_equal(times(text, "For sure\n"), 6);
    assert_int_equal(times(text, "If it was not\n"), 1);
    assert_int_equal(times(text, "> Protest in private\n"), 1);
    assert_non_null(strstr(text, "Drawings for sale\n"));
    assert_non_null(strstr(text, "three: criminals\n"));
    free(text);
    ui_free(&ui);
}

/* Marks in `reached` what arrows alone lead to from an action. */
static void walk(struct ui *ui, const struct widget **list, size_t n, bool *reached, int from)
{
    for (size_t k = 0; k < n; k++) {
        if (list[k]->action != from || reached[k]) {
            continue;
        }
        reached[k] = true;
        for (int way = TOWARD_LEFT; way <= TOWARD_DOWN; way++) {
            ui->focus = from;
            walk(ui, list, n, reached, focus_move(ui, (enum direction)way));
        }
    }
}

static void arrows_reach_everything(void **state)
{
    struct ui ui = ui_init(sample_measure());
    const struct widget *list[32];
    bool reached[32] = { false };
    (void)state;
    card_box(&ui, 1, 1);
    size_t n = focus_list(&ui, list, 32);
    assert_int_equal(n, 2 + 6 + 3);
    walk(&ui, list, n, reached, SAMPLE_CARD + 1);
    for (size_t k = 0; k < n; k++) {
        if (!reached[k]) {
            fail_msg("arrows do not lead to %s", list[k]->says);
        }
    }
    ui_free(&ui);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens_fit_with_any_font),
        cmocka_unit_test(screens_fit_with_the_fonts_here),
        cmocka_unit_test(any_window_is_survived),
        cmocka_unit_test(opening_a_card_moves_only_its_family),
        cmocka_unit_test(every_card_says_what_is_sure),
        cmocka_unit_test(arrows_reach_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
