/* The theme: what is to be read can be read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "window/theme.h"

static void every_pair(const struct text_pair *pairs, size_t count, double least)
{
    assert_true(count > 0);
    for (int palette = PALETTE_DARK; palette <= PALETTE_LIGHT; palette++) {
        struct theme theme;
        theme_init(&theme, (enum palette)palette);
        for (size_t i = 0; i < count; i++) {
            double ratio =
                theme_contrast(theme.colour[pairs[i].text], theme.colour[pairs[i].ground]);
            if (ratio < least) {
                fail_msg("palette %d, colour %d on %d: %.2f, less than %.1f", palette,
                         (int)pairs[i].text, (int)pairs[i].ground, ratio, least);
            }
        }
    }
}

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    struct rgb black = { 0, 0, 0 }, white = { 255, 255, 255 }, grey = { 119, 119, 119 };
    assert_true(theme_contrast(black, white) > 20.99 && theme_contrast(black, white) < 21.01);
    assert_true(theme_contrast(white, grey) > 4.47 && theme_contrast(white, grey) < 4.49);
    assert_true(theme_contrast(grey, grey) > 0.99 && theme_contrast(grey, grey) < 1.01);
}

static void text_has_contrast(void **state)
{
    size_t count;
    (void)state;
    const struct text_pair *pairs = theme_text_pairs(&count);
    every_pair(pairs, count, 4.5);
}

static void focus_has_contrast(void **state)
{
    size_t count;
    (void)state;
    const struct text_pair *pairs = theme_focus_pairs(&count);
    every_pair(pairs, count, 3.0);
}

static void sizes_scale(void **state)
{
    (void)state;
    for (int role = 0; role < ROLES; role++) {
        struct type one = theme_type((enum role)role, 100, 0);
        struct type two = theme_type((enum role)role, 200, 0);
        assert_true(one.px >= 11 && one.leading > one.px);
        assert_int_equal(two.px, 2 * one.px);
        assert_int_equal(two.leading, 2 * one.leading);
        assert_true(theme_type((enum role)role, 100, 1).face != FACE_SERIF_ITALIC);
    }
}

static void a_side_takes_its_hue(void **state)
{
    (void)state;
    struct theme theme;
    theme_init(&theme, PALETTE_DARK);
    theme_side(&theme, 1, (struct rgb){ 1, 2, 3 });
    assert_int_equal(theme.colour[COLOUR_SIDE_2].g, 2);
    assert_int_not_equal(theme.colour[COLOUR_SIDE_1].g, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_that_of_wcag), cmocka_unit_test(text_has_contrast),
        cmocka_unit_test(focus_has_contrast),       cmocka_unit_test(sizes_scale),
        cmocka_unit_test(a_side_takes_its_hue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
