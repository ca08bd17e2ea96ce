/* test_interval.c: intervals of shares and means against values that others have published or that
 * follow from the formula, and how often they hold. */
#include "command/interval.h"
#include "command/spread.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static void is(struct interval got, int64_t at, int64_t low, int64_t high)
{
    assert_int_equal(got.at, at);
    assert_int_equal(got.low, low);
    assert_int_equal(got.high, high);
}

/* The four examples of Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 0.2553 to
 * 0.3662, 0.0624 to 0.1605, 0 to 0.1611, 0.0061 to 0.1718; here with two digits more. */
static void shares_are_those_of_the_literature(void **state)
{
    (void)state;
    is(interval_share(81, 263), 307985, 255288, 366211);
    is(interval_share(15, 148), 101351, 62386, 160489);
    is(interval_share(0, 20), 0, 0, 161130);
    is(interval_share(1, 29), 34483, 6113, 171759);
    is(interval_share(29, 29), 1000000, 883026, 1000000);
    is(interval_share(1, 1), 1000000, 206543, 1000000);
    is(interval_share(500000000, 1000000000), 500000, 499969, 500031);
}

/* (gained + 1 - lost - 1) / (n + 2), with its Wald interval. */
static void paired_differences_follow_the_formula(void **state)
{
    (void)state;
    is(interval_paired(12, 2, 53), 188679, 47616, 316020);
    is(interval_paired(2, 12, 53), -188679, -316020, -47616);
    is(interval_paired(0, 0, 100), 0, -27175, 27175); /* nothing differs: that is not certain */
}

/* One success and one failure more on each side, with the Wald interval. */
static void independent_differences_follow_the_formula(void **state)
{
    (void)state;
    is(interval_apart(56, 70, 48, 80), 200000, 52450, 335761);
    is(interval_apart(0, 20, 0, 20), 0, -123097, 123097);
    is(interval_apart(1, 1, 0, 1000000000), 1000000, 133222, 1000000);
}

static double chance(int k, int n, double p)
{
    return exp(lgamma(n + 1.0) - lgamma(k + 1.0) - lgamma(n - k + 1.0) + k * log(p) +
               (n - k) * log(1 - p));
}

/* How often the interval of so many games holds a share, over all that may come. */
static double coverage(int games, double share)
{
    double sum = 0;
    for (int k = 0; k <= games; k++) {
        const struct interval i = interval_share((uint64_t)k, (uint64_t)games);
        const double at = share * 1000000;
        sum += at >= (double)i.low && at <= (double)i.high ? chance(k, games, share) : 0;
    }
    return sum;
}

static void shares_hold_95_times_in_100(void **state)
{
    (void)state;
    static const int games[] = { 10, 50, 400 };
    for (int i = 0; i < 3; i++) {
        double sum = 0;
        for (int percent = 1; percent <= 99; percent++) {
            sum += coverage(games[i], percent / 100.0);
        }
        assert_true(sum / 99 > 0.94 && sum / 99 < 0.965);
    }
}

/* 1, 2, 3, 4, 5: mean 3, standard error sqrt(2.5 / 5). */
static void means_of_whole_points(void **state)
{
    (void)state;
    const struct spread s = { 5, 15, 55 };
    assert_int_equal(spread_whole_mean(5, 15), 30000);
    assert_int_equal(spread_whole_ci95(&s), 13859); /* 1.96 * 0.70711 */
    assert_int_equal(spread_whole_mean(3, -20), -66667);
    assert_int_equal(spread_whole_mean(1000000000, INT64_C(32767000000000)), 327670000);
    const struct spread one = { 1, 15, 225 };
    assert_int_equal(spread_whole_ci95(&one), 0);
    /* in tenths: two means of standard error 0.070711 each, and their difference */
    assert_int_equal(spread_ci95_apart(&s, &s), 1960);
    assert_int_equal(spread_ci95_apart(&s, &one), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_are_those_of_the_literature),
        cmocka_unit_test(paired_differences_follow_the_formula),
        cmocka_unit_test(independent_differences_follow_the_formula),
        cmocka_unit_test(shares_hold_95_times_in_100),
        cmocka_unit_test(means_of_whole_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
