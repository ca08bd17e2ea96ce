/* test_command.c: sums, numbers and bare games of the command line. */
#include "support.h"

#include "command/args.h"
#include "command/out.h"
#include "command/tally.h"
#include "match/match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <wchar.h>

#include <cmocka.h>

static struct minister find(const char *name)
{
    struct minister minister;
    char why[200];
    assert_null(minister_find(name, &minister, why, sizeof why));
    return minister;
}

static void a_number_is_decimal_and_in_its_range(void **state)
{
    (void)state;
    uint64_t n = 7;
    assert_true(args_number("0", 0, 5, &n));
    assert_int_equal(n, 0);
    assert_true(args_number("18446744073709551615", 0, UINT64_MAX, &n));
    assert_true(n == UINT64_MAX);
    static const char *const wrong[] = { "",
                                         " 1",
                                         "1 ",
                                         "+1",
                                         "-1",
                                         "0x1",
                                         "1.0",
                                         "6",
                                         "18446744073709551616",
                                         "99999999999999999999999" };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_false(args_number(wrong[i], 0, 5, &n));
    }
    assert_false(args_number("0", 1, 5, &n));
    assert_true(n == UINT64_MAX);
}

/* Utilities 1, 2 and 6 tenths: mean 0.3, deviation 0.2646, half-width 1.96 * 0.2646 / sqrt(3). */
static void mean_and_interval_come_from_whole_sums(void **state)
{
    (void)state;
    struct tally t = { .games = 3, .utility = { 9, -9 }, .squares = { 41, 41 } };
    assert_int_equal(tally_mean(&t, 0), 3000);
    assert_int_equal(tally_mean(&t, 1), -3000);
    assert_int_equal(tally_ci95(&t, 0), 2994);
    assert_int_equal(tally_ci95(&t, 1), 2994);
    t.games = 7;
    assert_int_equal(tally_mean(&t, 0), 1286); /* 9 / 7 tenths */
    assert_int_equal(tally_mean(&t, 1), -1286);
    t.games = 1;
    assert_int_equal(tally_ci95(&t, 0), 0);
    const struct tally same = { .games = 5, .utility = { 10 }, .squares = { 20 } };
    assert_int_equal(tally_ci95(&same, 0), 0);
}

static void a_bare_game_is_the_same_game(void **state)
{
    (void)state;
    static const char *const names[][MAX_PARTIES] = { { "random", "random" },
                                                      { "tit-for-tat", "random" },
                                                      { "planner", "hard-line" } };
    const struct scenario *sc = support_scenario("pentagon-2012");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct chair chair[MAX_PARTIES];
        struct match *m = match_new(sc, 3, i);
        assert_non_null(m);
        for (int party = 0; party < MAX_PARTIES; party++) {
            const struct minister minister = find(names[i][party]);
            chair[party] = chair_init(&minister);
            match_seat(m, party, &minister);
        }
        while (!match_over(m)) {
            assert_null(match_play_minister(m));
        }
        struct outcome outcome;
        bare_game_play(sc, chair, 3, i, &outcome);
        assert_int_equal(outcome.decisions, match_steps(m));
        assert_int_equal(state_hash(sc, &outcome.end), match_hash(m));
        match_free(m);
    }
}

static void the_hash_does_not_depend_on_the_order_of_games(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("pentagon-2012");
    const struct minister minister = find("random");
    const struct chair chair[MAX_PARTIES] = { chair_init(&minister), chair_init(&minister) };
    struct outcome outcome[3];
    struct tally forth = { 0 }, back = { 0 }, renumbered = { 0 };
    for (int i = 0; i < 3; i++) {
        bare_game_play(sc, chair, 1, (uint64_t)i, &outcome[i]);
    }
    for (int i = 0; i < 3; i++) {
        tally_add(&forth, sc, (uint64_t)i, &outcome[i]);
        tally_add(&back, sc, (uint64_t)(2 - i), &outcome[2 - i]);
        tally_add(&renumbered, sc, (uint64_t)(2 - i), &outcome[i]);
    }
    assert_true(forth.hash == back.hash);
    assert_true(forth.hash != renumbered.hash);
    assert_int_equal(forth.utility[0], back.utility[0]);
}

/* Whatever cannot be put into words is a line that is missing; then the program did not do what it
 * says it did. A wide character that the C locale lacks stands for memory that is out. */
static void what_is_not_said_is_a_bug(void **state)
{
    (void)state;
    assert_int_equal(out_finish(EXIT_FINE), EXIT_FINE);
    say("%lc", (wint_t)0x2014);
    assert_int_equal(out_finish(EXIT_FINE), EXIT_BUG);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_decimal_and_in_its_range),
        cmocka_unit_test(mean_and_interval_come_from_whole_sums),
        cmocka_unit_test(a_bare_game_is_the_same_game),
        cmocka_unit_test(the_hash_does_not_depend_on_the_order_of_games),
        cmocka_unit_test(what_is_not_said_is_a_bug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
