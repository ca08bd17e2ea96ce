/* Games that are saved and resumed before every decision, and played on as they were resumed, end as
 * those that never stopped; after every decision all that must hold does.
 *
 * Of the games of `tests/long/soak.sh` the environment variable SOAK_SHARE says which are played here,
 * as K/N: the K-th of N. */
#include "invariants.h"
#include "proof.h"
#include "resumed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct match *new_match(const struct scenario *sc, int game)
{
    static const char *const names[] = { "random",    "tit-for-tat",   "generous", "hard-line",
                                         "soft-line", "family-random", "pavlov",   "always-deny" };
    enum { NAMES = sizeof names / sizeof *names };
    struct match *m = match_new(sc, 2012, (uint64_t)game);
    assert_non_null(m);
    for (int p = 0; p < MAX_PARTIES; p++) {
        struct minister minister;
        char why[200];
        const int name = p == 0 ? game : game / NAMES + game;
        assert_null(minister_find(names[name % NAMES], &minister, why, sizeof why));
        match_seat(m, p, &minister);
    }
    return m;
}

static void check(const struct match *m)
{
    const struct scenario *sc = match_scenario(m);
    const struct step *step = match_step(m, match_steps(m) - 1);
    invariants_sums(sc, match_state(m, step->before), match_state(m, step->after), &step->ledger);
    invariants_ranges(sc, match_now(m));
}

static uint64_t straight(const struct scenario *sc, int game)
{
    struct match *m = new_match(sc, game);
    while (!match_over(m)) {
        assert_null(match_play_minister(m));
    }
    const uint64_t hash = match_hash(m);
    match_free(m);
    return hash;
}

static int soak(const struct scenario *sc, int game)
{
    struct match *m = new_match(sc, game);
    int resumes = 0;
    for (; !match_over(m); resumes++) {
        const struct state now = *match_now(m);
        struct match *again = resumed(m);
        match_free(m);
        m = again;
        assert_memory_equal(match_now(m), &now, sizeof now);
        assert_null(match_play_minister(m));
        check(m);
    }
    assert_int_equal(match_hash(m), straight(sc, game));
    match_free(m);
    return resumes;
}

static void games_survive_a_stop_before_every_decision(void **state)
{
    (void)state;
    int of = 1, share = 1, scenarios = 0, played = 0;
    long resumes = 0;
    const char *text = getenv("SOAK_SHARE");
    assert_true(text == NULL || sscanf(text, "%d/%d", &share, &of) == 2);
    while (proof_scenario(scenarios) != NULL) {
        scenarios++;
    }
    const int games = proof_games(60);
    for (int game = share - 1; game < games; game += of) {
        resumes += soak(proof_scenario(game % scenarios), game);
        if (++played % 5000 == 0) {
            print_message("%d games, %ld resumed\n", played, resumes);
        }
    }
    print_message("%d games, saved and resumed %ld times\n", played, resumes);
    assert_true(resumes > 4L * played && played == (games + of - share) / of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(games_survive_a_stop_before_every_decision),
    };
    return cmocka_run_group_tests_name("soak", tests, resumed_begin, resumed_end);
}
