/* Keyed draws: functions of their key, evenly spread, the same on every machine. */
#include "core/rng.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void same_key_same_draw(void **unused)
{
    (void)unused;
    for (int i = 0; i < 1000; i++) {
        const uint64_t luck = rng_luck(7, (uint64_t)i);
        assert_int_equal(rng_draw(luck, 3, DRAW_VICTIM, 0, 1000),
                         rng_draw(luck, 3, DRAW_VICTIM, 0, 1000));
    }
}

/* The numbers are part of every saved game: these must never change. */
static void known_values(void **unused)
{
    (void)unused;
    const uint64_t luck = rng_luck(1, 0);
    assert_true(luck == UINT64_C(0x23f2b3a5d8fd7e1));
    assert_int_equal(rng_draw(luck, 1, DRAW_VICTIM, 0, 65536), 49861);
    assert_int_equal(rng_draw(luck, 12, DRAW_ROW, 16777215, 100), 22);
}

/* Every part of the key matters: changing one changes about 99 of 100 draws of 0..99. */
static void each_part_of_the_key_counts(void **unused)
{
    (void)unused;
    int same[4] = { 0 };
    for (int i = 0; i < 10000; i++) {
        const uint64_t luck = rng_luck(5, (uint64_t)i);
        const int draw = rng_draw(luck, 2, DRAW_ROW, 5, 100);
        same[0] += draw == rng_draw(rng_luck(6, (uint64_t)i), 2, DRAW_ROW, 5, 100);
        same[1] += draw == rng_draw(luck, 3, DRAW_ROW, 5, 100);
        same[2] += draw == rng_draw(luck, 2, DRAW_FILE, 5, 100);
        same[3] += draw == rng_draw(luck, 2, DRAW_ROW, 6, 100);
    }
    for (int k = 0; k < 4; k++) {
        assert_in_range(same[k], 50, 150);
    }
}

static void draws_are_even(void **unused)
{
    (void)unused;
    int count[10] = { 0 };
    for (int i = 0; i < 100000; i++) {
        count[rng_draw(rng_luck(9, (uint64_t)i), i % 12, DRAW_TRACE, i % 7, 10)]++;
    }
    for (int k = 0; k < 10; k++) {
        assert_in_range(count[k], 9600, 10400);
    }
}

static void percent_is_a_share(void **unused)
{
    (void)unused;
    int hits = 0;
    for (int i = 0; i < 100000; i++) {
        const uint64_t luck = rng_luck(11, (uint64_t)i);
        assert_false(rng_percent(luck, 1, DRAW_ROW, i, 0));
        assert_true(rng_percent(luck, 1, DRAW_ROW, i, 100));
        hits += rng_percent(luck, 1, DRAW_ROW, i, 31);
    }
    assert_in_range(hits, 30400, 31600);
}

static void dice_are_a_sequence(void **unused)
{
    (void)unused;
    struct dice a = { 42 }, b = { 42 }, c = { 43 };
    int same = 0;
    for (int i = 0; i < 1000; i++) {
        const uint64_t word = dice_next(&a);
        assert_true(word == dice_next(&b));
        same += word == dice_next(&c);
    }
    assert_int_equal(same, 0);
    for (int i = 0; i < 1000; i++) {
        assert_in_range(dice_roll(&a, 6), 0, 5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_key_same_draw),          cmocka_unit_test(known_values),
        cmocka_unit_test(each_part_of_the_key_counts), cmocka_unit_test(draws_are_even),
        cmocka_unit_test(percent_is_a_share),          cmocka_unit_test(dice_are_a_sequence),
    };
    return cmocka_run_group_tests_name("rng", tests, 0, 0);
}
