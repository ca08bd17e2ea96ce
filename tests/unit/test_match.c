/* test_match.c: the seam: playing, refusing, taking back. */
#include "support.h"

#include "core/move.h"
#include "match/match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static struct minister find(const char *name)
{
    struct minister minister;
    char why[200];
    assert_null(minister_find(name, &minister, why, sizeof why));
    return minister;
}

static struct match *new_match(uint64_t seed, uint64_t game)
{
    struct match *m = match_new(support_scenario("pentagon-2012"), seed, game);
    assert_non_null(m);
    return m;
}

/* Chairs: `first` for party 0, `second` for party 1; NULL is a person. */
static struct match *seated_match(uint64_t seed, const char *first, const char *second)
{
    struct match *m = new_match(seed, 0);
    const char *const names[MAX_PARTIES] = { first, second };
    for (int party = 0; party < MAX_PARTIES; party++) {
        if (names[party] != NULL) {
            const struct minister minister = find(names[party]);
            match_seat(m, party, &minister);
        }
    }
    return m;
}

/* The person makes the first legal move; ministers play as they like. */
static void play_on(struct match *m)
{
    int legal[MAX_LEGAL];
    if (match_person_to_move(m)) {
        assert_true(move_legal(match_scenario(m), match_now(m), legal) > 0);
        assert_null(match_play(m, legal[0], "person"));
    } else {
        assert_null(match_play_minister(m));
    }
}

static void a_new_match_is_at_its_first_decision(void **state)
{
    (void)state;
    struct match *m = new_match(7, 3);
    assert_int_equal(match_seed(m), 7);
    assert_int_equal(match_game(m), 3);
    assert_int_equal(match_steps(m), 0);
    assert_int_equal(match_ending(m), -1);
    assert_true(match_person_to_move(m));
    assert_string_equal(match_seat_name(m, 0), "person");
    struct state expected;
    round_start(match_scenario(m), &expected, rng_luck(7, 3), NULL);
    assert_int_equal(match_hash(m), state_hash(match_scenario(m), &expected));
    match_free(m);
}

static void a_game_ends_and_every_step_joins_two_states(void **state)
{
    (void)state;
    struct match *m = seated_match(1, "random", "generous");
    while (!match_over(m)) {
        assert_null(match_play_minister(m));
    }
    assert_true(match_ending(m) >= 0);
    assert_int_equal(match_to_move(m), -1);
    for (int i = 0; i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        assert_int_equal(step->number, i + 1);
        assert_int_equal(step->before, i);
        assert_int_equal(step->after, i + 1);
        struct state replayed = *match_state(m, step->before);
        assert_true(move_is_legal(match_scenario(m), &replayed, step->move));
        assert_int_equal(replayed.side, step->party);
        round_play(match_scenario(m), &replayed, step->move, rng_luck(1, 0), NULL);
        assert_int_equal(state_hash(match_scenario(m), &replayed),
                         state_hash(match_scenario(m), match_state(m, step->after)));
        assert_string_equal(step->by, match_seat_name(m, step->party));
    }
    match_free(m);
}

/* Does a commitment keep there whether it stands? */
static bool is_in_force(const struct scenario *sc, int slot)
{
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *c = &sc->commitment[i];
        if (slot >= c->slot && slot <= c->slot + (c->promise ? 1 : 0)) {
            return true;
        }
    }
    return false;
}

static void causes_sum_to_the_change(void **state)
{
    (void)state;
    struct match *m = seated_match(11, "random", "random");
    const struct scenario *sc = match_scenario(m);
    while (!match_over(m)) {
        assert_null(match_play_minister(m));
    }
    for (int i = 0; i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        int sum[MAX_SLOTS] = { 0 };
        assert_false(step->ledger.full);
        for (int j = 0; j < step->ledger.count; j++) {
            sum[step->ledger.change[j].slot] += step->ledger.change[j].amount;
        }
        for (int slot = SLOT_FIRST_METER; slot < sc->slots; slot++) {
            if (sc->slot_meter[slot] != NONE || is_in_force(sc, slot)) {
                assert_int_equal(sum[slot], match_state(m, step->after)->slot[slot] -
                                                match_state(m, step->before)->slot[slot]);
            }
        }
    }
    match_free(m);
}

static void what_is_not_allowed_changes_nothing(void **state)
{
    (void)state;
    struct match *m = seated_match(1, NULL, "random");
    while (!match_person_to_move(m)) {
        assert_null(match_play_minister(m));
    }
    const uint64_t hash = match_hash(m);
    const int steps = match_steps(m);
    for (int move = 0; move < match_scenario(m)->moves; move++) {
        if (!move_is_legal(match_scenario(m), match_now(m), move)) {
            assert_non_null(match_play(m, move, "person"));
        }
    }
    assert_non_null(match_play(m, -1, "person"));
    assert_non_null(match_play_minister(m));
    assert_int_equal(match_hash(m), hash);
    assert_int_equal(match_steps(m), steps);
    match_free(m);
}

static int faulty_choose(const struct minister *self, const struct scenario *sc,
                         const struct view *view, uint64_t dice)
{
    (void)self, (void)sc, (void)view, (void)dice;
    return -1;
}

static void a_faulty_minister_plays_the_default(void **state)
{
    (void)state;
    struct match *m = new_match(1, 0);
    const struct minister faulty = { .name = "faulty", .choose = faulty_choose };
    match_seat(m, 0, &faulty);
    match_seat(m, 1, &faulty);
    const int expected = move_fallback(match_scenario(m), match_now(m));
    assert_null(match_play_minister(m));
    assert_int_equal(match_step(m, 0)->move, expected);
    assert_string_equal(match_step(m, 0)->by, "default");
    match_free(m);
}

static void undo_goes_back_to_the_last_decision_of_a_person(void **state)
{
    (void)state;
    struct match *m = seated_match(5, NULL, "random");
    while (!match_person_to_move(m)) {
        play_on(m);
    }
    assert_false(match_undo(m));
    const int steps = match_steps(m);
    const uint64_t hash = match_hash(m);
    do {
        play_on(m);
    } while (!match_person_to_move(m));
    const int records = match_records(m);
    const struct step *taken_back = match_step(m, steps);
    const int move = taken_back->move;
    assert_true(match_undo(m));
    assert_int_equal(match_steps(m), steps);
    assert_int_equal(match_hash(m), hash);
    assert_true(match_person_to_move(m));
    assert_int_equal(match_records(m), records + 1);
    assert_int_equal(match_record(m, records).rewind, steps + 1);
    assert_int_equal(taken_back->move, move);
    match_free(m);
}

static void after_undo_the_same_move_leads_to_the_same_game(void **state)
{
    (void)state;
    struct match *m = seated_match(5, NULL, "planner"),
                 *straight = seated_match(5, NULL, "planner");
    for (int i = 0; i < 12; i++) {
        play_on(m);
        play_on(straight);
    }
    while (match_undo(m)) {
    }
    while (match_steps(m) < 12) {
        play_on(m);
    }
    assert_int_equal(match_hash(m), match_hash(straight));
    match_free(m);
    match_free(straight);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_match_is_at_its_first_decision),
        cmocka_unit_test(a_game_ends_and_every_step_joins_two_states),
        cmocka_unit_test(causes_sum_to_the_change),
        cmocka_unit_test(what_is_not_allowed_changes_nothing),
        cmocka_unit_test(a_faulty_minister_plays_the_default),
        cmocka_unit_test(undo_goes_back_to_the_last_decision_of_a_person),
        cmocka_unit_test(after_undo_the_same_move_leads_to_the_same_game),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
