/* What people read: everything text play and explain print for a side is the same bytes when what
 * is hidden from it is swapped. */
#define _POSIX_C_SOURCE 200809L

#include "command/explain.h"
#include "command/text_choices.h"
#include "command/text_decisions.h"
#include "command/text_show.h"
#include "command/text_why.h"
#include "core/move.h"
#include "support.h"
#include "swap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const scenarios[] = { "pentagon-2012", "tests/small" };
enum { SCENARIOS = 2, GAMES = 8, EVERY = 3 };

/* ---- what a side reads ---- */

static void say_accounts(const struct table *t)
{
    for (int i = 0; i < t->accounts; i++) {
        char words[160];
        text_why(t, t->account[i].id);
        snprintf(words, sizeof words, "%s all", t->account[i].title);
        text_why(t, words);
    }
    text_why(t, "");
    text_why(t, "s");
    text_why(t, "no such thing");
}

static void say_table(const struct match *m, int party)
{
    struct table *t = table_new_advised(m, party);
    struct choices choices = { .count = 0 };
    assert_non_null(t);
    text_show_table(t, true);
    text_show_table(t, false);
    if (match_to_move(m) == party) {
        choices_show(m, t, &choices);
    }
    if (t->morning != NULL) {
        text_show_morning(t->morning);
    }
    text_show_ledger(t);
    say_accounts(t);
    table_free(t);
}

static void say_all(const struct match *m, int party)
{
    assert_true(text_show_briefing(m, party));
    say_table(m, party);
    text_show_decisions(m, party);
    assert_true(explain_print(m, party, 0, false));
    assert_true(explain_print(m, party, 0, true));
    for (int round = 1; round <= state_round(match_now(m)); round++) {
        assert_true(explain_print(m, party, round, false));
    }
}

static char *contents(FILE *f)
{
    const long size = ftell(f);
    char *text = malloc((size_t)size + 1);
    assert_true(size > 0 && text != NULL);
    rewind(f);
    assert_int_equal(fread(text, 1, (size_t)size, f), size);
    text[size] = '\0';
    return text;
}

/* What is said to a party, caught on its way to stdout. The caller's. */
static char *caught(void (*say_it)(const struct match *m, int party), const struct match *m,
                    int party)
{
    FILE *f = tmpfile();
    assert_non_null(f);
    fflush(stdout);
    const int kept = dup(STDOUT_FILENO);
    assert_true(kept >= 0 && dup2(fileno(f), STDOUT_FILENO) >= 0);
    say_it(m, party);
    fflush(stdout);
    assert_true(dup2(kept, STDOUT_FILENO) >= 0);
    close(kept);
    fseek(f, 0, SEEK_END);
    char *text = contents(f);
    fclose(f);
    return text;
}

static char *reading(const struct match *m, int party)
{
    return caught(say_all, m, party);
}

/* ---- advice ---- */

/* As the table has it; the window shows the same (test_window_screens). */
static void text_play_tells_what_the_advisers_say(void **state)
{
    (void)state;
    struct match *m = match_new(support_scenario("pentagon-2012"), 6, 0);
    assert_non_null(m);
    struct table *t = table_new_advised(m, match_to_move(m));
    assert_non_null(t);
    char *text = caught(say_table, m, match_to_move(m));
    assert_int_equal(t->advisers, 3);
    for (int i = 0; i < t->advisers; i++) {
        const struct table_adviser *a = &t->adviser[i];
        char line[600];
        snprintf(line, sizeof line, "\n%s, for %s: %s %s\n", a->title, a->choice, a->says,
                 a->reason);
        assert_non_null(strstr(text, line));
    }
    free(text);
    table_free(t);
    match_free(m);
}

/* ---- the swap ---- */

static int swaps, felt;

static void check_swap(const struct match *m, int party, struct dice *dice)
{
    struct match *other = swap_match(m, party, dice);
    char *one = reading(m, party), *two = reading(other, party);
    assert_string_equal(one, two);
    free(one);
    free(two);
    one = reading(m, 1 - party);
    two = reading(other, 1 - party);
    felt += strcmp(one, two) != 0;
    swaps++;
    free(one);
    free(two);
    match_free(other);
}

/* The control: the other side, whose secrets were swapped, reads something else. */
static void what_people_read_does_not_change_with_what_is_hidden(void **state)
{
    (void)state;
    for (int which = 0; which < SCENARIOS; which++) {
        const struct scenario *sc = support_scenario(scenarios[which]);
        struct dice dice = { 23 };
        for (int game = 0; game < GAMES; game++) {
            struct match *m = match_new(sc, 41, (uint64_t)game);
            assert_non_null(m);
            while (!match_over(m)) {
                if (dice_roll(&dice, EVERY) == 0) {
                    check_swap(m, dice_roll(&dice, MAX_PARTIES), &dice);
                }
                const int move = support_random_move(sc, match_now(m), &dice);
                assert_null(match_play(m, move, "person"));
            }
            match_free(m);
        }
    }
    print_message("%d swaps, felt by the other side %d times\n", swaps, felt);
    assert_true(swaps > 80);
    assert_true(felt > swaps / 2);
}

/* The main scenario, in which the suspect may question its own services at no cost and without a
 * word: all that is left of it is that it was done. */
static struct scenario *with_quiet_move(int *quiet)
{
    struct scenario *sc = malloc(sizeof *sc);
    assert_non_null(sc);
    *sc = *support_scenario("pentagon-2012");
    *quiet = -1;
    for (int i = 0; i < sc->moves; i++) {
        if (sc->move[i].again && sc->beat[sc->move[i].beat].by == BY_SUSPECT) {
            sc->move[i].now.count = 0;
            sc->move[i].when = 0;
            *quiet = i;
        }
    }
    assert_true(*quiet >= 0);
    scenario_compile(sc);
    return sc;
}

/* Default moves until a suspect is to answer for the `nth` time, then, where asked, the quiet one,
 * and `more` default moves. */
static struct match *played(const struct scenario *sc, int quiet, int nth, int more)
{
    struct match *m = match_new(sc, 9, 0);
    assert_non_null(m);
    while (sc->beat[state_beat(sc, match_now(m))].by != BY_SUSPECT || nth-- > 0) {
        assert_null(match_play(m, move_fallback(sc, match_now(m)), "person"));
    }
    if (quiet >= 0) {
        assert_null(match_play(m, quiet, "person"));
    }
    for (int i = 0; i < more && !match_over(m); i++) {
        assert_null(match_play(m, move_fallback(sc, match_now(m)), "person"));
    }
    return m;
}

static void a_decision_out_of_sight_is_read_nowhere(void **state)
{
    (void)state;
    int quiet;
    struct scenario *sc = with_quiet_move(&quiet);
    for (int nth = 0; nth < 3; nth++) {
        for (int more = 0; more < 4; more++) {
            struct match *with = played(sc, quiet, nth, more), *without = played(sc, -1, nth, more);
            const int at = match_steps(without) - more; /* the answer that follows */
            const int victim =
                1 - (more > 0 ? match_step(without, at)->party : match_to_move(without));
            char *one = reading(with, victim), *two = reading(without, victim);
            assert_string_equal(one, two);
            free(one);
            free(two);
            match_free(with);
            match_free(without);
        }
    }
    free(sc);
}

/* The record of truth is no side's: it does change. */
static void the_record_of_truth_tells_more_than_either_side_is_told(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct match *m = match_new(sc, 41, 1);
    struct dice dice = { 5 };
    for (int i = 0; i < 25 && !match_over(m); i++) {
        assert_null(match_play(m, support_random_move(sc, match_now(m), &dice), "person"));
    }
    struct match *other = swap_match(m, 0, &dice);
    struct pool pool = { .first = NULL };
    if (setjmp(pool.out)) {
        fail_msg("out of memory");
    }
    struct why_line *line;
    const int all = why_lines(m, WHY_TRUTH, WHY_ALL, 1, MAX_ROUNDS, &pool, &line);
    for (int party = 0; party < MAX_PARTIES; party++) {
        assert_true(why_lines(m, party, WHY_ALL, 1, MAX_ROUNDS, &pool, &line) < all);
    }
    assert_int_not_equal(why_lines(other, WHY_TRUTH, WHY_ALL, 1, MAX_ROUNDS, &pool, &line), all);
    pool_free(&pool);
    match_free(other);
    match_free(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_play_tells_what_the_advisers_say),
        cmocka_unit_test(what_people_read_does_not_change_with_what_is_hidden),
        cmocka_unit_test(a_decision_out_of_sight_is_read_nowhere),
        cmocka_unit_test(the_record_of_truth_tells_more_than_either_side_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
