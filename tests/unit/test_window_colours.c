/* The colours of all shipped scenarios, and how they look to people who see fewer: what is to be read
 * can be, and what is to be told apart is far apart or carries a second sign.
 *
 * Fewer colours as in G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, A Physiologically-based Model
 * for Simulation of Color Vision Deficiency, IEEE Transactions on Visualization and Computer Graphics
 * 15 (6), 2009, the matrices for severity 1.0, on linear RGB. Distance is that of CIE 1976 (L*a*b*,
 * white of D65); 2.3 of it can just be seen. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "content/scenario_load.h"
#include "unit/window_sample.h"
#include "window/parts.h"
#include "window/year.h"

/* Told apart at a glance, as areas of a few pixels have to be. */
static const double APART = 20;

enum sight { ALL_COLOURS, PROTANOPIA, DEUTERANOPIA, TRITANOPIA, SIGHTS };

static const char *const sights[SIGHTS] = { "all colours", "protanopia", "deuteranopia",
                                            "tritanopia" };

static const double seen[SIGHTS][3][3] = {
    [ALL_COLOURS] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    [PROTANOPIA] = { { 0.152286, 1.052583, -0.204868 },
                     { 0.114503, 0.786281, 0.099216 },
                     { -0.003882, -0.048116, 1.051998 } },
    [DEUTERANOPIA] = { { 0.367322, 0.860646, -0.227968 },
                       { 0.280085, 0.672501, 0.047413 },
                       { -0.011820, 0.042940, 0.968881 } },
    [TRITANOPIA] = { { 1.255528, -0.076749, -0.178779 },
                     { -0.078411, 0.930809, 0.147602 },
                     { 0.004733, 0.691367, 0.303900 } },
};

/* ---- distance ---- */

static double linear(uint8_t channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double fold(double t)
{
    return t > 216.0 / 24389.0 ? cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

static void to_lab(struct rgb colour, enum sight sight, double lab[3])
{
    const double given[3] = { linear(colour.r), linear(colour.g), linear(colour.b) };
    double rgb[3];
    for (int i = 0; i < 3; i++) {
        const double *row = seen[sight][i];
        const double sum = row[0] * given[0] + row[1] * given[1] + row[2] * given[2];
        rgb[i] = sum < 0 ? 0 : sum > 1 ? 1 : sum;
    }
    const double x = 0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2];
    const double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
    const double z = 0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2];
    const double fx = fold(x / 0.95047), fy = fold(y), fz = fold(z / 1.08883);
    lab[0] = 116 * fy - 16;
    lab[1] = 500 * (fx - fy);
    lab[2] = 200 * (fy - fz);
}

static double distance(struct rgb a, struct rgb b, enum sight sight)
{
    double one[3], other[3];
    to_lab(a, sight, one);
    to_lab(b, sight, other);
    return sqrt((one[0] - other[0]) * (one[0] - other[0]) +
                (one[1] - other[1]) * (one[1] - other[1]) +
                (one[2] - other[2]) * (one[2] - other[2]));
}

/* ---- the second sign ---- */

static struct ui ui;

/* One side's bar is whole, the other's two thin ones. */
static bool bars_differ(void)
{
    ui_begin(&ui, 640, 400, 100);
    return part_side_bar(&ui, ui.root, 0, 10)->pattern !=
           part_side_bar(&ui, ui.root, 1, 10)->pattern;
}

/* The arrow of what is good is full, that of what is bad is not, whichever way it points. */
static bool arrows_differ(void)
{
    bool differ = true;
    ui_begin(&ui, 640, 400, 100);
    for (int way = -1; way <= 1; way += 2) {
        const struct table_move good = { .arrows = 1, .direction = way, .tone = TONE_BETTER };
        const struct table_move bad = { .arrows = 1, .direction = way, .tone = TONE_WORSE };
        differ = differ && part_arrows(&ui, ui.root, &good)->first->icon !=
                               part_arrows(&ui, ui.root, &bad)->first->icon;
    }
    return differ;
}

/* A side is a bar or a name in its colour, good and bad are an arrow with a word. */
static bool bar_and_arrow_differ(void)
{
    ui_begin(&ui, 640, 400, 100);
    const struct table_move move = { .arrows = 1, .direction = 1, .tone = TONE_WORSE };
    return part_side_bar(&ui, ui.root, 0, 10)->kind !=
           part_arrows(&ui, ui.root, &move)->first->kind;
}

static int width_of(enum colour fill)
{
    const struct widget *w = ui.root;
    while (w != NULL && w->fill != fill) {
        w = widget_after(ui.root, w);
    }
    return w != NULL ? w->width : 0;
}

/* One number of the table is drawn as a line, the other one as strokes; on the table itself each has
 * its name above it. */
static bool lines_differ(void)
{
    static const struct debrief d = { .lines = 2,
                                      .rounds = 1,
                                      .line = { { .title = "one" }, { .title = "other" } } };
    ui_begin(&ui, 640, 400, 100);
    year_build(&ui, ui.root, &d);
    const int one = width_of(COLOUR_METER_1), other = width_of(COLOUR_METER_2);
    return one > 0 && other > 0 && one != other;
}

/* What must not be taken for each other; `sign` is NULL where colour is all there is. */
static const struct couple {
    enum colour one, other;
    const char *name;
    bool (*sign)(void);
} couples[] = {
    { COLOUR_SIDE_1, COLOUR_SIDE_2, "the sides", bars_differ },
    { COLOUR_GOOD, COLOUR_BAD, "good and bad", arrows_differ },
    { COLOUR_SIDE_1, COLOUR_BAD, "a side and bad", bar_and_arrow_differ },
    { COLOUR_SIDE_2, COLOUR_BAD, "a side and bad", bar_and_arrow_differ },
    { COLOUR_SIDE_1, COLOUR_GOOD, "a side and good", bar_and_arrow_differ },
    { COLOUR_SIDE_2, COLOUR_GOOD, "a side and good", bar_and_arrow_differ },
    { COLOUR_METER_1, COLOUR_METER_2, "the two numbers of the table", lines_differ },
};
enum { COUPLES = sizeof couples / sizeof couples[0] };

static bool told_apart(const struct couple *c, const struct theme *theme, enum sight sight,
                       double *least)
{
    const double d = distance(theme->colour[c->one], theme->colour[c->other], sight);
    *least = d < *least ? d : *least;
    return d >= APART || (c->sign != NULL && c->sign());
}

/* ---- all shipped scenarios ---- */

static void each_theme(void (*look)(const struct theme *, const char *))
{
    glob_t files;
    assert_int_equal(glob(SOURCE_DIR "/scenarios/*.json", 0, NULL, &files), 0);
    int scenarios = 0;
    for (size_t i = 0; i < files.gl_pathc; i++) {
        const char *name = strrchr(files.gl_pathv[i], '/') + 1;
        if (strchr(name, '.') != strrchr(name, '.')) {
            continue; /* a translation, a schema, tests */
        }
        struct findings findings = findings_init();
        struct scenario *sc = scenario_load(files.gl_pathv[i], &findings);
        assert_non_null(sc);
        for (int light = 0; light < 2; light++) {
            char what[200];
            struct theme theme;
            theme_init(&theme, light ? PALETTE_LIGHT : PALETTE_DARK);
            for (int side = 0; side < 2; side++) {
                const uint32_t c = sc->actor[side].color[light];
                theme_side(&theme, side,
                           (struct rgb){ (uint8_t)(c >> 16), (uint8_t)(c >> 8), (uint8_t)c });
            }
            snprintf(what, sizeof what, "%s, %s", name, light ? "light" : "dark");
            look(&theme, what);
        }
        scenario_free(sc);
        findings_clear(&findings);
        scenarios++;
    }
    globfree(&files);
    assert_true(scenarios >= 4);
}

static void contrast(const struct theme *theme, const struct text_pair *pairs, size_t count,
                     double least, const char *what)
{
    for (size_t i = 0; i < count; i++) {
        const double ratio =
            theme_contrast(theme->colour[pairs[i].text], theme->colour[pairs[i].ground]);
        if (ratio < least) {
            fail_msg("%s: colour %d on %d: %.2f, less than %.1f", what, (int)pairs[i].text,
                     (int)pairs[i].ground, ratio, least);
        }
    }
}

static void read_it(const struct theme *theme, const char *what)
{
    /* bars, lines and the frame of what the mouse is over: to be seen, not to be read */
    static const struct text_pair marks[] = {
        { COLOUR_SIDE_1, COLOUR_DESK },  { COLOUR_SIDE_2, COLOUR_DESK },
        { COLOUR_SIDE_1, COLOUR_SHEET }, { COLOUR_SIDE_2, COLOUR_SHEET },
        { COLOUR_METER_1, COLOUR_DESK }, { COLOUR_METER_2, COLOUR_DESK },
        { COLOUR_INK_3, COLOUR_DESK },   { COLOUR_INK_3, COLOUR_SHEET },
        { COLOUR_INK_3, COLOUR_CARD },   { COLOUR_INK_3, COLOUR_CARD_FOCUS },
    };
    size_t texts, frames;
    const struct text_pair *text = theme_text_pairs(&texts), *frame = theme_focus_pairs(&frames);
    contrast(theme, text, texts, 4.5, what);
    contrast(theme, frame, frames, 3.0, what);
    contrast(theme, marks, sizeof marks / sizeof marks[0], 3.0, what);
}

static double least[COUPLES][SIGHTS];

static void tell_apart(const struct theme *theme, const char *what)
{
    for (int i = 0; i < COUPLES; i++) {
        for (int sight = 0; sight < SIGHTS; sight++) {
            if (!told_apart(&couples[i], theme, (enum sight)sight, &least[i][sight])) {
                fail_msg("%s: %s are too near for %s, and carry no other sign", what,
                         couples[i].name, sights[sight]);
            }
        }
    }
}

static void every_scenario_can_be_read(void **state)
{
    (void)state;
    each_theme(read_it);
}

static void nothing_is_told_by_colour_alone(void **state)
{
    (void)state;
    for (int i = 0; i < COUPLES; i++) {
        for (int sight = 0; sight < SIGHTS; sight++) {
            least[i][sight] = 1000;
        }
    }
    each_theme(tell_apart);
    for (int i = 0; i < COUPLES; i++) {
        print_message("%-30s", couples[i].name);
        for (int sight = 0; sight < SIGHTS; sight++) {
            print_message("  %s %.0f", sights[sight], least[i][sight]);
        }
        print_message("  %s\n", couples[i].sign != NULL ? "second sign" : "colour alone");
    }
}

/* The signs are there whether or not colour would do. */
static void signs_are_there(void **state)
{
    (void)state;
    for (int i = 0; i < COUPLES; i++) {
        assert_true(couples[i].sign == NULL || couples[i].sign());
    }
}

/* ---- controls ---- */

static void distance_is_that_of_the_books(void **state)
{
    (void)state;
    const struct rgb black = { 0, 0, 0 }, white = { 255, 255, 255 }, red = { 255, 0, 0 },
                     green = { 0, 160, 0 };
    assert_true(fabs(distance(black, white, ALL_COLOURS) - 100) < 0.1);
    assert_true(fabs(distance(black, white, TRITANOPIA) - 100) < 0.1); /* greys stay grey */
    assert_true(distance(red, red, PROTANOPIA) < 0.001);
    assert_true(distance(red, green, ALL_COLOURS) > 100);
    assert_true(distance(red, green, DEUTERANOPIA) < distance(red, green, ALL_COLOURS) / 2);
}

/* Without their second sign good and bad would not do. */
static void colour_alone_is_noticed(void **state)
{
    (void)state;
    const struct couple alone = { COLOUR_GOOD, COLOUR_BAD, "good and bad", NULL };
    struct theme theme;
    double any = 1000;
    bool fine = true;
    for (int light = 0; light < 2; light++) {
        theme_init(&theme, light ? PALETTE_LIGHT : PALETTE_DARK);
        for (int sight = 0; sight < SIGHTS; sight++) {
            fine = fine && told_apart(&alone, &theme, (enum sight)sight, &any);
        }
    }
    assert_false(fine);
}

static int setup(void **state)
{
    (void)state;
    ui = ui_init(sample_measure());
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    ui_free(&ui);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scenario_can_be_read),
        cmocka_unit_test(nothing_is_told_by_colour_alone),
        cmocka_unit_test(signs_are_there),
        cmocka_unit_test(distance_is_that_of_the_books),
        cmocka_unit_test(colour_alone_is_noticed),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
