/* test_tutorial.c: what the tutorial promises, and the coach. */
#define _POSIX_C_SOURCE 200809L
#include "content/scenario_load.h"
#include "match/table.h"
#include "proof.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct scenario *tutorial(void)
{
    return support_scenario("was-it-you");
}

/* ---- nothing is lost, and nothing stays in the dark ---- */

static void nobody_loses(void **unused)
{
    (void)unused;
    const struct scenario *sc = tutorial();
    const int games = proof_games(5000);
    int met[MAX_ENDINGS] = { 0 };
    for (int game = 0; game < games; game++) {
        struct state s;
        support_random_state(sc, rng_luck(5, (uint64_t)game), 1000, &s);
        assert_int_equal(s.slot[SLOT_ROUND], sc->rounds);
        assert_int_equal(s.cases, sc->rounds);
        assert_false(sc->ending[s.slot[SLOT_ENDING]].ruin);
        met[s.slot[SLOT_ENDING]]++;
        for (int i = 0; i < s.cases; i++) {
            assert_int_equal(s.file[i].field[FIELD_REVEALED], s.file[i].field[FIELD_ROUND]);
            assert_int_equal(s.file[i].field[FIELD_SEVERE], i == s.cases - 1);
        }
    }
    for (int i = 0; i < sc->endings; i++) {
        assert_true(met[i] > 0);
    }
}

static void each_side_sits_in_each_chair_twice(void **unused)
{
    (void)unused;
    const struct scenario *sc = tutorial();
    int severe[MAX_PARTIES] = { 0 };
    for (int game = 0; game < 200; game++) {
        struct state s;
        support_random_state(sc, rng_luck(6, (uint64_t)game), 1000, &s);
        assert_int_equal(s.file[0].field[FIELD_VICTIM], 0);
        assert_int_equal(s.file[1].field[FIELD_VICTIM], 1);
        assert_int_equal(s.slot[SLOT_VICTIMS], 2);
        severe[s.file[s.cases - 1].field[FIELD_VICTIM]]++;
    }
    assert_true(severe[0] > 50 && severe[1] > 50);
}

/* ---- the coach ---- */

/* The whole way of a random game; `look` sees both tables at each decision. */
static void play(const struct scenario *sc, uint64_t game, void (*look)(const struct table *))
{
    struct match *m = match_new(sc, 9, game);
    struct dice dice = { .state = rng_luck(10, game) };
    assert_non_null(m);
    for (bool over = false; !over; over = match_over(m)) {
        for (int p = 0; p < MAX_PARTIES; p++) {
            struct table *t = table_new(m, p);
            assert_non_null(t);
            look(t);
            table_free(t);
        }
        assert_null(match_play(m, support_random_move(sc, match_now(m), &dice), "person"));
    }
    match_free(m);
}

static void look_at_coach(const struct table *t)
{
    assert_true((t->coach[0] != '\0') == (t->moment != TABLE_WAITING));
    assert_true(t->morning == NULL || t->morning->coach[0] != '\0');
}

static void the_coach_speaks_to_who_decides(void **unused)
{
    (void)unused;
    for (uint64_t game = 0; game < 40; game++) {
        play(tutorial(), game, look_at_coach);
    }
}

static void look_for_silence(const struct table *t)
{
    assert_string_equal(t->coach, "");
    assert_true(t->morning == NULL || t->morning->coach[0] == '\0');
}

static void there_need_be_none(void **unused)
{
    (void)unused;
    play(support_scenario("tests/small"), 0, look_for_silence);
}

/* Of the round that is over, though the next one has begun. */
static void look_at_round(const struct table *t)
{
    char told[40];
    if (t->morning == NULL || t->morning->headlines == 0) { /* this kind of round has no coach */
        assert_true(t->morning == NULL || t->morning->coach[0] == '\0');
        return;
    }
    for (int i = 0; i < t->cases; i++) {
        if (t->history[i].round == t->morning->round) {
            snprintf(told, sizeof told, "%s %d.", t->history[i].victim == t->party ? "You" : "They",
                     t->morning->round);
            assert_string_equal(t->morning->coach, told);
        }
    }
}

static void the_morning_is_of_its_round(void **unused)
{
    (void)unused;
    struct scenario *sc = support_small_with(
        "\"incident\": true, \"text\": { \"title\": \"Raid\" }",
        "\"incident\": true, \"text\": { \"title\": \"Raid\", \"coach\": [{ \"when\": "
        "{ \"struck.own\": 1 }, \"text\": \"You {round}.\" }, "
        "\"They {round}.\"] }");
    for (uint64_t game = 0; game < 20; game++) {
        play(sc, game, look_at_round);
    }
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_loses),
        cmocka_unit_test(each_side_sits_in_each_chair_twice),
        cmocka_unit_test(the_coach_speaks_to_who_decides),
        cmocka_unit_test(there_need_be_none),
        cmocka_unit_test(the_morning_is_of_its_round),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
