/* Dispositions: read from a scenario, and what a state is worth to somebody who is after this. */
#include "core/row.h"
#include "core/scenario.h"
#include "minister/minister.h"
#include "minister/planner.h"
#include "support.h"

#include "content/scenario_load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *const scenarios[] = { "pentagon-2012", "neighbours", "tests/small" };
enum { SCENARIOS = sizeof scenarios / sizeof *scenarios };

static const struct character *character(const struct scenario *sc, const char *id)
{
    const int at = scenario_character(sc, id);
    assert_true(at >= 0);
    return &sc->character[at];
}

/* ---- reading ---- */

static void what_is_left_out_is_the_score(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("tests/small");
    const struct disposition *plain = &character(sc, "balanced")->disposition;
    assert_memory_equal(plain, &disposition_score, sizeof *plain);
    assert_memory_equal(&sc->adviser[0].disposition, plain, sizeof *plain);
}

static void keys_go_to_their_terms(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("tests/small");
    const struct disposition *hawk = &character(sc, "hawk")->disposition;
    const struct disposition *clerk = &sc->adviser[2].disposition;
    assert_int_equal(hawk->ending, 80);
    assert_int_equal(hawk->mandate, 120);
    assert_int_equal(hawk->term[0], 200); /* favour */
    assert_int_equal(hawk->term[1], 100); /* loot */
    assert_int_equal(hawk->term[2], 0);   /* calm */
    assert_int_equal(hawk->lie, 15);
    assert_int_equal(hawk->suspicion, 50);
    assert_int_equal(hawk->patience, 95);
    assert_int_equal(clerk->term[0], 200);
    assert_int_equal(clerk->term[2], 100);
    assert_int_equal(clerk->patience, 100);
}

/* Notes for authors among the terms of the utility are no terms. */
static void notes_are_not_counted(void **unused)
{
    (void)unused;
    struct scenario *sc = support_small_with("\"per\": { \"favour.own\": 2, \"loot.own\": 5,",
                                             "\"per\": { \"favour.own\": 2, \"x-why\": "
                                             "[1], \"loot.own\": 5,");
    assert_int_equal(sc->amount[sc->utility].terms, 3);
    assert_int_equal(character(sc, "hawk")->disposition.term[2], 0);
    scenario_free(sc);
}

/* ---- worth ---- */

/* Random states, the end of a game among them. */
static int every_state(const struct scenario *sc,
                       void (*check)(const struct scenario *, const struct state *))
{
    int over = 0;
    for (int i = 0; i < 600; i++) {
        struct state s;
        support_random_state(sc, rng_luck(8, (uint64_t)i), i % 60, &s);
        over += state_over(&s);
        check(sc, &s);
    }
    return over;
}

static void check_score(const struct scenario *sc, const struct state *s)
{
    for (int party = 0; party < MAX_PARTIES; party++) {
        assert_int_equal(state_worth(sc, s, party, &disposition_score),
                         state_utility(sc, s, party) - sc->amount[sc->utility].base);
    }
}

static void the_score_is_the_utility(void **unused)
{
    (void)unused;
    for (int i = 0; i < SCENARIOS; i++) {
        assert_true(every_state(support_scenario(scenarios[i]), check_score) > 50);
    }
}

/* Worth to somebody who is after one part only: 0 is the ending, 1 the mandate, then the terms. */
static int part_of(const struct scenario *sc, const struct state *s, int party, int part)
{
    struct disposition only = { .patience = 100 };
    *(part == 0 ? &only.ending : part == 1 ? &only.mandate : &only.term[part - 2]) = 100;
    return state_worth(sc, s, party, &only);
}

static void check_parts(const struct scenario *sc, const struct state *s)
{
    const int parts = 2 + sc->amount[sc->utility].terms;
    for (int party = 0; party < MAX_PARTIES; party++) {
        const int whole = state_worth(sc, s, party, &disposition_score);
        int sum = 0;
        for (int i = 0; i < parts; i++) {
            struct disposition more = disposition_score;
            *(i == 0 ? &more.ending : i == 1 ? &more.mandate : &more.term[i - 2]) = 300;
            const int part = part_of(sc, s, party, i);
            assert_int_equal(state_worth(sc, s, party, &more), whole + 2 * part);
            sum += part;
        }
        assert_int_equal(sum, whole);
        assert_int_equal(part_of(sc, s, party, 0),
                         state_over(s) ? sc->ending[state_ending(s)].utility[party] : 0);
    }
}

static void parts_are_weighed_one_by_one(void **unused)
{
    (void)unused;
    for (int i = 0; i < SCENARIOS; i++) {
        assert_true(every_state(support_scenario(scenarios[i]), check_parts) > 50);
    }
}

/* In tests/small whoever says anything of the truth says that it was not guilty. */
static bool claimed(const struct scenario *sc, const int16_t *field)
{
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        const int move = field[FIELD_REAL + i];
        if (move != NONE && sc->move[move].claims) {
            return true;
        }
    }
    return false;
}

static int lied, free_of_charge; /* told by check_lies */

static void check_lies(const struct scenario *sc, const struct state *s)
{
    struct disposition honest = disposition_score;
    honest.lie = 30;
    for (int party = 0; party < MAX_PARTIES; party++) {
        int lies = 0;
        for (int i = 0; i < s->cases; i++) {
            const int16_t *field = s->file[i].field;
            if (field[FIELD_VICTIM] != party && claimed(sc, field)) {
                lies += field[FIELD_FILE] == 1 && field[FIELD_GUILTY];
                free_of_charge += field[FIELD_FILE] != field[FIELD_GUILTY];
            }
        }
        assert_int_equal(state_worth(sc, s, party, &honest),
                         state_worth(sc, s, party, &disposition_score) - 30 * lies);
        lied += lies;
    }
}

static void only_own_known_lies_have_a_price(void **unused)
{
    (void)unused;
    lied = free_of_charge = 0;
    every_state(support_scenario("tests/small"), check_lies);
    assert_true(lied > 100);
    assert_true(free_of_charge > 20);
}

/* ---- what comes of it ---- */

/* How often, of 60 times that its file says 'us', the hawk of tests/small says that it was not. */
static int bluffs(const char *lie)
{
    struct scenario *sc = support_small_with("\"lie\": 15", lie);
    char why[200];
    struct minister hawk;
    int asked = 0, told = 0;
    assert_null(minister_for(sc, "planner:hawk", &hawk, why, sizeof why));
    hawk.simulations = 100;
    for (int i = 0; asked < 60; i++) {
        struct state s;
        support_random_state(sc, rng_luck(9, (uint64_t)i), i % 20, &s);
        if (state_over(&s) || sc->beat[state_beat(sc, &s)].by != BY_SUSPECT ||
            s.file[s.cases - 1].field[FIELD_FILE] != 1) {
            continue;
        }
        struct view view;
        view_of(sc, &s, s.side, &view);
        told += sc->move[hawk.choose(&hawk, sc, &view, 5)].claims;
        asked++;
    }
    scenario_free(sc);
    return told;
}

static void a_dear_lie_is_seldom_told(void **unused)
{
    (void)unused;
    const int dear = bluffs("\"lie\": 1000"), free = bluffs("\"lie\": 0");
    assert_true(free > 10);
    assert_true(dear * 5 < free);
}

/* A temperature never takes a move that is worse by more than itself, and does take others. */
static void a_temperature_has_its_limit(void **unused)
{
    (void)unused;
    const struct thought thought = { 4,
                                     { { 7, 0, 50 }, { 3, 0, 30 }, { 9, 0, 55 }, { 5, 0, -20 } } };
    int taken[10] = { 0 };
    for (uint64_t dice = 0; dice < 1000; dice++) {
        assert_int_equal(planner_pick(&thought, 0, dice), 7);
        taken[planner_pick(&thought, 40, dice)]++;
    }
    assert_true(taken[7] > taken[3] && taken[3] > 50 && taken[9] > 50);
    assert_int_equal(taken[5], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_out_is_the_score),
        cmocka_unit_test(keys_go_to_their_terms),
        cmocka_unit_test(notes_are_not_counted),
        cmocka_unit_test(the_score_is_the_utility),
        cmocka_unit_test(parts_are_weighed_one_by_one),
        cmocka_unit_test(only_own_known_lies_have_a_price),
        cmocka_unit_test(a_dear_lie_is_seldom_told),
        cmocka_unit_test(a_temperature_has_its_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
