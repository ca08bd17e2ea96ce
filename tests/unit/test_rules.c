/* What must hold in every game, whatever is played: checked over many random games of each
 * scenario. */
#include "content/scenario_load.h"
#include "core/case.h"
#include "core/move.h"
#include "core/view.h"
#include "invariants.h"
#include "proof.h"
#include "support.h"
#include "swap_state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Calls `visit` after every decision of `games` random games. */
static void play_all(const struct scenario *sc, int games, void *to,
                     void (*visit)(const struct scenario *, const struct state *before,
                                   const struct state *after, const struct ledger *, void *to))
{
    struct ledger *ledger = malloc(sizeof *ledger);
    assert_non_null(ledger);
    for (int game = 0; game < games; game++) {
        const uint64_t luck = rng_luck(2012, (uint64_t)game);
        struct dice dice = { luck };
        struct state s, before;
        round_start(sc, &s, luck, ledger);
        while (!state_over(&s)) {
            before = s;
            round_play(sc, &s, support_random_move(sc, &s, &dice), luck, ledger);
            visit(sc, &before, &s, ledger, to);
        }
    }
    free(ledger);
}

static void check_sums(const struct scenario *sc, const struct state *before,
                       const struct state *after, const struct ledger *ledger, void *to)
{
    *(long *)to += invariants_sums(sc, before, after, ledger);
}

static void causes_sum_to_the_change(void **unused)
{
    (void)unused;
    const int games = proof_games(10000);
    const struct scenario *sc;
    for (int i = 0; (sc = proof_scenario(i)) != NULL; i++) {
        long causes = 0;
        play_all(sc, games, &causes, check_sums);
        print_message("%s: %d games, %ld causes\n", sc->id, games, causes);
        assert_true(causes > 10L * games);
    }
}

static void check_ranges(const struct scenario *sc, const struct state *before,
                         const struct state *after, const struct ledger *ledger, void *to)
{
    (void)before;
    (void)ledger;
    (void)to;
    invariants_ranges(sc, after);
}

static void numbers_stay_in_range(void **unused)
{
    (void)unused;
    const struct scenario *sc;
    for (int i = 0; (sc = proof_scenario(i)) != NULL; i++) {
        play_all(sc, 2000, 0, check_ranges);
    }
}

/* Roles: nobody is victim more than the streak running, nor more than its share in all. */
static void roles_are_shared(void **unused)
{
    (void)unused;
    const struct scenario *sc;
    for (int k = 0; (sc = proof_scenario(k)) != NULL; k++) {
        int victims[2] = { 0 };
        for (int game = 0; game < 2000; game++) {
            struct state s;
            support_random_state(sc, rng_luck(4, (uint64_t)game), 1000, &s);
            int run = 0;
            for (int i = 0; i < s.cases; i++) {
                const int victim = s.file[i].field[FIELD_VICTIM];
                run = i > 0 && s.file[i - 1].field[FIELD_VICTIM] == victim ? run + 1 : 1;
                assert_true(run <= sc->role_streak);
                assert_true(i >= sc->role_orders || victim == sc->role_order[i]);
                victims[victim]++;
            }
            for (int p = 0; p < 2; p++) {
                assert_true(s.slot[SLOT_VICTIMS + p] <= sc->role_share);
            }
        }
        const int all = victims[0] + victims[1];
        assert_in_range(victims[0] * 100 / all, 47, 53);
    }
}

/* Whoever is not ruined before meets the severe incident, inside its window and once. */
static void the_severe_incident_is_met(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    int full = 0, at[MAX_ROUNDS + 1] = { 0 };
    for (int game = 0; game < 4000; game++) {
        struct state s;
        support_random_state(sc, rng_luck(5, (uint64_t)game), 1000, &s);
        int met = 0;
        for (int i = 0; i < s.cases; i++) {
            if (s.file[i].field[FIELD_SEVERE]) {
                met++;
                at[s.file[i].field[FIELD_ROUND]]++;
                assert_true(sc->incident[s.file[i].field[FIELD_INCIDENT]].severe);
            }
        }
        assert_true(met <= 1);
        if (s.slot[SLOT_ROUND] == sc->rounds && !sc->ending[state_ending(&s)].ruin) {
            full++;
            assert_int_equal(met, 1);
        }
    }
    assert_true(full > 1000);
    for (int r = 1; r <= sc->rounds; r++) {
        assert_int_equal(at[r] > 0, r >= sc->severe_from && r <= sc->severe_to);
    }
}

/* The same luck and moves give the same bytes; other luck does not. */
static void games_repeat(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    int differ = 0;
    for (int game = 0; game < 500; game++) {
        struct state a, b, c;
        support_random_state(sc, rng_luck(6, (uint64_t)game), 1000, &a);
        support_random_state(sc, rng_luck(6, (uint64_t)game), 1000, &b);
        support_random_state(sc, rng_luck(7, (uint64_t)game), 1000, &c);
        assert_memory_equal(&a, &b, sizeof a);
        assert_true(state_hash(sc, &a) == state_hash(sc, &b));
        differ += state_hash(sc, &a) != state_hash(sc, &c);
    }
    assert_int_equal(differ, 500);
}

/* Every move that is offered can be named, and its name means it. */
static void check_names(const struct scenario *sc, const struct state *before,
                        const struct state *after, const struct ledger *ledger, void *to)
{
    (void)after;
    (void)ledger;
    (void)to;
    int moves[MAX_LEGAL];
    const int count = move_legal(sc, before, moves);
    const int beat = state_beat(sc, before);
    for (int i = 0; i < count; i++) {
        char name[256];
        assert_true(move_name(sc, moves[i], name, sizeof name));
        assert_int_equal(move_parse(sc, beat, name), moves[i]);
        assert_true(move_is_legal(sc, before, moves[i]));
    }
    assert_true(move_is_legal(sc, before, move_fallback(sc, before)));
    assert_int_equal(move_parse(sc, beat, "no-such-move"), -1);
}

static void moves_have_names(void **unused)
{
    (void)unused;
    const struct scenario *sc;
    for (int i = 0; (sc = proof_scenario(i)) != NULL; i++) {
        play_all(sc, 300, 0, check_names);
    }
}

/* Every ending, move and incident of the main scenario is met by somebody. */
static void everything_happens(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    bool move[MAX_MOVES] = { false }, incident[MAX_INCIDENTS] = { false };
    for (int game = 0; game < 20000; game++) {
        struct state s;
        support_random_state(sc, rng_luck(8, (uint64_t)game), 1000, &s);
        for (int i = 0; i < s.cases; i++) {
            incident[s.file[i].field[FIELD_INCIDENT]] = true;
            for (int k = 0; k < 3; k++) {
                if (s.file[i].field[FIELD_REAL + k] != NONE) {
                    move[s.file[i].field[FIELD_REAL + k]] = true;
                }
            }
        }
    }
    for (int i = 0; i < sc->incidents; i++) {
        assert_true(incident[i]);
    }
    for (int i = 0; i < sc->moves; i++) {
        const struct move *m = &sc->move[i];
        const bool seen_in_cases = sc->beat[m->beat].by != BY_BOTH && !m->again;
        assert_true(move[i] || !seen_in_cases);
    }
}

/* ---- hash ---- */

/* Each number that can affect play changes the hash. */
static void every_field_is_hashed(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct state s;
    support_random_state(sc, rng_luck(3, 3), 20, &s);
    const uint64_t hash = state_hash(sc, &s);
    for (int i = 0; i < sc->slots; i++) {
        struct state t = s;
        t.slot[i]++;
        assert_true(state_hash(sc, &t) != hash);
    }
    for (int i = 0; i < s.cases; i++) {
        for (int k = 0; k < FIELD_COUNT; k++) {
            struct state t = s;
            t.file[i].field[k]++;
            assert_true(state_hash(sc, &t) != hash);
        }
    }
    struct state t[10];
    for (int i = 0; i < 10; i++) {
        t[i] = s;
    }
    t[0].place++;
    t[1].side ^= 1;
    t[2].pick[0]++;
    t[3].pick[1]++;
    t[4].said[0][0]++;
    t[5].said[0][1]++;
    t[6].last[0][0]++;
    t[7].last[1][MAX_BEATS - 1]++;
    t[8].again ^= 1;
    t[9].struck[MAX_INCIDENTS / 64 - 1] ^= 1;
    for (int i = 0; i < 10; i++) {
        assert_true(state_hash(sc, &t[i]) != hash);
    }
    t[0] = t[1] = s; /* sums and shifts of small numbers must not meet */
    t[0].last[0][0] = 2, t[0].last[0][1] = 3;
    t[1].last[0][0] = 1, t[1].last[0][1] = 34;
    assert_true(state_hash(sc, &t[0]) != state_hash(sc, &t[1]));
    struct state waits = s;
    waits.pendings = 1;
    assert_true(state_hash(sc, &waits) != hash);
    struct state later = waits;
    later.pending[0].round++;
    assert_true(state_hash(sc, &later) != state_hash(sc, &waits));
}

/* ---- views ---- */

static void check_swap(const struct scenario *sc, const struct state *before,
                       const struct state *after, const struct ledger *ledger, void *to)
{
    (void)before;
    (void)ledger;
    struct dice *dice = to;
    for (int party = 0; party < 2; party++) {
        const struct state other = swap_state(sc, after, party, dice);
        struct view a, b;
        view_of(sc, after, party, &a);
        view_of(sc, &other, party, &b);
        assert_memory_equal(&a, &b, sizeof a);
        if (!state_over(after) && after->side == party) {
            int moves_a[MAX_LEGAL], moves_b[MAX_LEGAL];
            const int n = move_legal(sc, after, moves_a);
            assert_int_equal(move_legal(sc, &a.s, moves_b), n);
            assert_memory_equal(moves_a, moves_b, (size_t)n * sizeof moves_a[0]);
        }
    }
}

/* Views, and the moves on offer, are the same bytes whatever the hidden truth is. */
static void views_hide_the_truth(void **unused)
{
    (void)unused;
    const struct scenario *sc;
    for (int i = 0; (sc = proof_scenario(i)) != NULL; i++) {
        struct dice dice = { 99 };
        play_all(sc, 500, &dice, check_swap);
    }
}

/* What is seen of the table moves alike whoever was guilty: play the same moves with the same
 * luck up to the morning, once with the culprit as drawn and once as another. */
static void the_table_does_not_show_guilt(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    int compared = 0;
    for (int game = 0; game < 3000; game++) {
        const uint64_t luck = rng_luck(10, (uint64_t)game);
        struct dice dice = { luck };
        struct state s;
        round_start(sc, &s, luck, 0);
        while (!state_over(&s)) {
            struct case_file *file = state_case(sc, &s);
            const int move = support_random_move(sc, &s, &dice);
            struct state t = s;
            round_play(sc, &s, move, luck, 0);
            if (!file || t.place == 2 || s.cases != t.cases || state_over(&s)) {
                continue; /* the morning may bring out old cases, whose odds are not the point */
            }
            t.file[t.cases - 1].field[FIELD_GUILTY] ^= 1;
            const int culprit = t.file[t.cases - 1].field[FIELD_CULPRIT];
            t.file[t.cases - 1].field[FIELD_CULPRIT] = (int16_t)((culprit + 2) % sc->culprits);
            round_play(sc, &t, move, luck, 0);
            if (s.file[s.cases - 1].field[FIELD_REVEALED]) {
                continue; /* admitted: the truth is out, and may show */
            }
            for (int party = 0; party < 2; party++) {
                for (int i = 0; i < sc->slots; i++) {
                    if (view_sees_slot(sc, party, i)) {
                        assert_int_equal(s.slot[i], t.slot[i]);
                        compared++;
                    }
                }
            }
        }
    }
    assert_true(compared > 100000);
}

/* Sought after is the truth where it is out, or where something was done that may bring it out. */
static void what_reveals_seeks_the_truth(void **state)
{
    (void)state;
    struct scenario *sc =
        support_small_with("{ \"calm\": 5, \"alarm\": -3, \"favour.own\": -5, \"reveal\": true }",
                           "{ \"reveal\": true }");
    for (int move = 0; move < sc->moves; move++) {
        int16_t field[FIELD_COUNT] = { 0 };
        for (int i = 0; i < MAX_ROUND_BEATS; i++) {
            field[FIELD_REAL + i] = NONE;
        }
        assert_false(case_truth_sought(sc, field));
        field[FIELD_REAL + 1] = (int16_t)move;
        assert_int_equal(case_truth_sought(sc, field), strcmp(sc->move[move].id, "own-up") == 0);
        field[FIELD_REVEALED] = 1;
        assert_true(case_truth_sought(sc, field));
    }
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(causes_sum_to_the_change),
        cmocka_unit_test(numbers_stay_in_range),
        cmocka_unit_test(roles_are_shared),
        cmocka_unit_test(the_severe_incident_is_met),
        cmocka_unit_test(games_repeat),
        cmocka_unit_test(moves_have_names),
        cmocka_unit_test(everything_happens),
        cmocka_unit_test(every_field_is_hashed),
        cmocka_unit_test(views_hide_the_truth),
        cmocka_unit_test(the_table_does_not_show_guilt),
        cmocka_unit_test(what_reveals_seeks_the_truth),
    };
    return cmocka_run_group_tests_name("rules", tests, 0, 0);
}
