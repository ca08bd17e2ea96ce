/* Taking back and branching: what is free, what counts as hindsight, and that luck stays. */
#define _POSIX_C_SOURCE 200809L

#include "core/move.h"
#include "match/match.h"
#include "match/table.h"
#include "match/transcript.h"
#include "minister/belief.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const scenarios[] = { "pentagon-2012", "tests/small" };
enum { SCENARIOS = 2 };

static void seat(struct match *m, int party, const char *name)
{
    struct minister minister;
    char why[200];
    assert_null(minister_find(name, &minister, why, sizeof why));
    match_seat(m, party, &minister);
}

static struct match *new_match(const char *scenario, uint64_t seed, const char *first,
                               const char *second)
{
    struct match *m = match_new(support_scenario(scenario), seed, 0);
    assert_non_null(m);
    if (first != NULL) {
        seat(m, 0, first);
    }
    if (second != NULL) {
        seat(m, 1, second);
    }
    return m;
}

static void play(struct match *m, const char *move)
{
    const struct scenario *sc = match_scenario(m);
    const int index = move_parse(sc, state_beat(sc, match_now(m)), move);
    assert_true(index >= 0);
    assert_null(match_play(m, index, "person"));
}

/* The default move of every beat. */
static void play_default(struct match *m)
{
    assert_null(match_play(m, move_fallback(match_scenario(m), match_now(m)), "person"));
}

static bool at_beat(const struct match *m, const char *id)
{
    const struct scenario *sc = match_scenario(m);
    return strcmp(sc->beat[state_beat(sc, match_now(m))].id, id) == 0;
}

/* ---- what is free ---- */

static void undo_is_free_until_the_other_side_has_answered(void **state)
{
    (void)state;
    struct match *m = new_match("tests/small", 1, NULL, NULL);
    const int party = match_to_move(m);
    assert_int_equal(match_undo_number(m, party), 0);
    play_default(m); /* the question */
    assert_int_equal(match_undo_number(m, party), 1);
    assert_int_equal(match_undo_number(m, 1 - party), 0);
    assert_true(match_undo_free(m, 1));
    assert_true(match_undo(m));
    assert_false(match_hindsight(m));
    play_default(m);
    play_default(m); /* the answer of the other side */
    assert_false(match_undo_free(m, 1));
    assert_true(match_rewind(m, 1));
    assert_true(match_hindsight(m));
    play_default(m);
    assert_true(match_undo_free(m, 1));
    assert_true(match_hindsight(m)); /* and stays so */
    match_free(m);
}

static void a_decision_that_ends_the_round_shows_luck(void **state)
{
    (void)state;
    struct match *m = new_match("pentagon-2012", 3, NULL, NULL);
    do {
        play_default(m);
    } while (state_round(match_now(m)) == 1);
    assert_false(match_undo_free(m, match_steps(m)));
    match_free(m);
}

static void a_second_look_is_not_forgotten(void **state)
{
    (void)state;
    struct match *m = new_match("tests/small", 1, NULL, NULL);
    play(m, "wait");
    assert_int_equal(match_to_move(m), match_step(m, 0)->party);
    assert_false(match_undo_free(m, 1));
    play_default(m);
    assert_true(match_undo_free(m, 2));
    assert_false(match_undo_free(m, 1));
    match_free(m);
}

static void a_blind_choice_is_free_for_who_chooses_first(void **state)
{
    (void)state;
    struct match *m = new_match("tests/small", 1, NULL, NULL);
    while (!at_beat(m, "pact")) {
        play_default(m);
    }
    play_default(m);
    assert_true(match_undo_free(m, match_steps(m)));
    play_default(m);
    assert_false(match_undo_free(m, match_steps(m)));
    assert_false(match_undo_free(m, match_steps(m) - 1));
    match_free(m);
}

/* A person who takes back what a minister has answered knows more: a table says so. */
static void the_table_says_what_taking_back_would_be(void **state)
{
    (void)state;
    struct match *m = new_match("tests/small", 2, NULL, NULL);
    const int party = match_to_move(m);
    struct table *t = table_new(m, party);
    assert_true(t->undo == UNDO_NOTHING && t->hindsight[0] == '\0');
    table_free(t);
    play_default(m);
    t = table_new(m, party);
    assert_true(t->undo == UNDO_FREE);
    table_free(t);
    seat(m, 1 - party, "random");
    assert_null(match_play_minister(m));
    t = table_new(m, party);
    assert_true(t->undo == UNDO_REWIND && t->hindsight[0] == '\0');
    table_free(t);
    assert_true(match_undo(m));
    t = table_new(m, party);
    assert_string_equal(t->hindsight, "With hindsight");
    table_free(t);
    match_free(m);
}

/* What is free to take back has shown its side nothing: in every world that fitted what it knew,
 * and with any luck, the same decisions would have looked the same. */
static int check_free(const struct match *m, struct dice *dice)
{
    enum { WORLDS = 24 };
    const struct scenario *sc = match_scenario(m);
    const int number = match_steps(m);
    if (number == 0 || !match_undo_free(m, number)) {
        return 0;
    }
    const struct step *step = match_step(m, number - 1);
    struct view before, after, imagined;
    struct belief belief;
    view_of(sc, match_state(m, step->before), step->party, &before);
    view_of(sc, match_now(m), step->party, &after);
    belief_of(sc, &before, &belief);
    for (int i = 0; i < WORLDS; i++) {
        struct state world;
        belief_determinise(sc, &before, &belief, dice, &world);
        round_play(sc, &world, step->move, dice_next(dice), NULL);
        view_of(sc, &world, step->party, &imagined);
        assert_memory_equal(&after, &imagined, sizeof after);
    }
    return 1;
}

static void what_is_free_has_shown_nothing(void **state)
{
    (void)state;
    int free_ones = 0, steps = 0;
    for (int which = 0; which < SCENARIOS; which++) {
        struct dice dice = { 6 };
        for (uint64_t seed = 0; seed < 12; seed++) {
            struct match *m = new_match(scenarios[which], seed, NULL, NULL);
            while (!match_over(m)) {
                const int move = support_random_move(match_scenario(m), match_now(m), &dice);
                assert_null(match_play(m, move, "person"));
                free_ones += check_free(m, &dice);
                steps++;
            }
            match_free(m);
        }
    }
    print_message("%d of %d decisions were free to take back\n", free_ones, steps);
    assert_true(free_ones > steps / 4);
}

/* ---- the record ---- */

static char *text_of(const struct match *m)
{
    char *text = transcript_write(m);
    assert_non_null(text);
    return text;
}

static struct match *read_back(const struct match *m)
{
    char path[] = "/tmp/backchannel-branch-XXXXXX", why[300];
    struct match *again;
    struct divergence divergence;
    struct findings findings = findings_init();
    const int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    assert_null(transcript_save(m, path, why, sizeof why));
    assert_null(
        transcript_read(path, match_scenario(m), &again, &divergence, &findings, why, sizeof why));
    unlink(path);
    assert_false(divergence.found);
    transcript_check_ministers(again, &divergence);
    assert_false(divergence.found);
    findings_clear(&findings);
    return again;
}

static void play_to_the_end(struct match *m, struct dice *dice)
{
    while (!match_over(m)) {
        if (match_person_to_move(m)) {
            const int move = support_random_move(match_scenario(m), match_now(m), dice);
            assert_null(match_play(m, move, "person"));
        } else {
            assert_null(match_play_minister(m));
        }
    }
}

static void check_survives(const struct match *m, bool hindsight)
{
    struct match *again = read_back(m);
    char *one = text_of(m), *two = text_of(again);
    assert_string_equal(one, two);
    assert_int_equal(match_hindsight(m), hindsight);
    assert_int_equal(match_hindsight(again), hindsight);
    assert_int_equal(strstr(one, "\"hindsight\":true") != NULL, hindsight && match_over(m));
    free(one);
    free(two);
    match_free(again);
}

static void hindsight_survives_saving(void **state)
{
    (void)state;
    struct dice dice = { 3 };
    struct match *m = new_match("tests/small", 5, NULL, "generous");
    while (match_undo_number(m, 0) == 0) {
        if (match_person_to_move(m)) {
            play_default(m);
        } else {
            assert_null(match_play_minister(m));
        }
    }
    check_survives(m, false);
    while (match_undo_free(m, match_undo_number(m, 0))) {
        assert_null(match_play_minister(m));
    }
    assert_true(match_undo(m));
    check_survives(m, true);
    play_to_the_end(m, &dice);
    check_survives(m, true);
    struct match *branch = match_branch(m, 4);
    assert_non_null(branch);
    check_survives(branch, true);
    play_to_the_end(branch, &dice);
    check_survives(branch, true);
    match_free(branch);
    match_free(m);
}

/* ---- branches ---- */

/* The lines of a transcript from decision `number` on, without what only a branch has. */
static char *lines_from(const struct match *m, int number)
{
    static const char mark[] = ",\"hindsight\":true";
    char *text = text_of(m), head[40];
    snprintf(head, sizeof head, "\"t\":\"move\",\"n\":%d,", number);
    char *at = strstr(text, head);
    assert_non_null(at);
    char *end = strstr(at, mark);
    if (end != NULL) {
        memmove(end, end + sizeof mark - 1, strlen(end + sizeof mark - 1) + 1);
    }
    char *out = strdup(at);
    free(text);
    return out;
}

/* With the same move at decision `number` ministers make the same game of it again. */
static void check_same(const struct match *m, int number)
{
    struct dice dice = { 1 };
    uint64_t hash;
    struct match *branch = match_branch(m, number);
    assert_non_null(branch);
    assert_int_equal(match_branched(branch, &hash), number);
    assert_int_equal(match_steps(branch), number - 1);
    assert_true(match_hindsight(branch));
    assert_true(hash == match_hash(branch) &&
                hash == state_hash(match_scenario(m), match_state(m, number - 1)));
    const struct step *step = match_step(m, number - 1);
    assert_null(match_play(branch, step->move, step->by));
    play_to_the_end(branch, &dice);
    assert_int_equal(match_hash(branch), match_hash(m));
    char *one = lines_from(m, number), *two = lines_from(branch, number);
    assert_string_equal(one, two);
    free(one);
    free(two);
    match_free(branch);
}

static void the_same_move_makes_the_same_game(void **state)
{
    (void)state;
    static const char *const seats[][2] = { { "random", "generous" },
                                            { "hard-line", "tit-for-tat" },
                                            { "planner:balanced:easy", "greedy" } };
    struct dice dice = { 2 };
    for (int which = 0; which < SCENARIOS; which++) {
        for (size_t i = 0; i < sizeof seats / sizeof seats[0]; i++) {
            struct match *m = new_match(scenarios[which], 7 + i, seats[i][0], seats[i][1]);
            play_to_the_end(m, &dice);
            for (int number = 1; number <= match_steps(m); number++) {
                check_same(m, number);
            }
            match_free(m);
        }
    }
}

/* Do all numbers that weigh culprits stand alike where an incident arrives? */
static bool weighed_alike(const struct scenario *sc, const struct state *a, const struct state *b)
{
    for (int i = 0; i < sc->culprits; i++) {
        for (int k = 0; k < sc->culprit[i].times; k++) {
            const struct times *t = &sc->culprit[i].by[k];
            for (int p = 0; p < MAX_PARTIES && t->levels > 0; p++) {
                if (a->slot[t->ref.index + p] != b->slot[t->ref.index + p]) {
                    return false;
                }
            }
        }
    }
    return true;
}

/* The state in which the first decision of a round was due, or NULL. */
static const struct state *beginning(const struct match *m, int round)
{
    for (int i = 0; i <= match_steps(m); i++) {
        if (state_round(match_state(m, i)) == round) {
            return match_state(m, i);
        }
    }
    return NULL;
}

static int culprits_compared, incidents_compared;

/* What struck whom, how hard and by whose hand, in rounds that both games have come to. */
static void check_luck(const struct match *a, const struct match *b, int case_at)
{
    const struct scenario *sc = match_scenario(a);
    const int16_t *x = match_now(a)->file[case_at].field, *y = match_now(b)->file[case_at].field;
    assert_int_equal(x[FIELD_ROUND], y[FIELD_ROUND]);
    assert_int_equal(x[FIELD_VICTIM], y[FIELD_VICTIM]);
    assert_int_equal(x[FIELD_SEVERE], y[FIELD_SEVERE]);
    if (x[FIELD_INCIDENT] != y[FIELD_INCIDENT]) {
        return; /* a condition of one of them reads what was done */
    }
    assert_int_equal(x[FIELD_SEVERITY], y[FIELD_SEVERITY]);
    incidents_compared++;
    /* the quiet streak after the arrival tells what it was before and who did it: so earlier ones
     * are compared, and all other numbers */
    const struct state *before_a = beginning(a, x[FIELD_ROUND] - 1);
    const struct state *before_b = beginning(b, x[FIELD_ROUND] - 1);
    if (before_a != NULL && before_b != NULL && weighed_alike(sc, before_a, before_b) &&
        weighed_alike(sc, beginning(a, x[FIELD_ROUND]), beginning(b, x[FIELD_ROUND]))) {
        assert_int_equal(x[FIELD_CULPRIT], y[FIELD_CULPRIT]);
        culprits_compared++;
    }
}

static int other_move(const struct match *m, int not_this)
{
    int legal[MAX_LEGAL];
    const int count = move_legal(match_scenario(m), match_now(m), legal);
    for (int i = 0; i < count; i++) {
        if (legal[i] != not_this) {
            return legal[i];
        }
    }
    return -1;
}

static void another_move_leaves_luck_elsewhere_as_it_was(void **state)
{
    (void)state;
    struct dice dice = { 8 };
    culprits_compared = incidents_compared = 0;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        struct match *m = new_match("pentagon-2012", seed, "generous", "hard-line");
        play_to_the_end(m, &dice);
        for (int number = 1; number <= match_steps(m); number++) {
            struct match *branch = match_branch(m, number);
            assert_non_null(branch);
            const int move = other_move(branch, match_step(m, number - 1)->move);
            if (move >= 0) {
                assert_null(match_play(branch, move, "person"));
                play_to_the_end(branch, &dice);
                const int a = match_now(m)->cases, b = match_now(branch)->cases;
                for (int i = 0; i < (a < b ? a : b); i++) {
                    check_luck(m, branch, i);
                }
            }
            match_free(branch);
        }
        match_free(m);
    }
    print_message("compared: %d incidents, %d culprits\n", incidents_compared, culprits_compared);
    assert_true(incidents_compared > 200 && culprits_compared > 100);
}

/* The control: with other luck the victims are others. */
static void another_seed_is_another_year(void **state)
{
    (void)state;
    struct dice dice = { 8 };
    struct match *a = new_match("pentagon-2012", 1, "generous", "hard-line");
    struct match *b = new_match("pentagon-2012", 2, "generous", "hard-line");
    play_to_the_end(a, &dice);
    play_to_the_end(b, &dice);
    bool differ = false;
    for (int i = 0; i < match_now(a)->cases && i < match_now(b)->cases; i++) {
        differ = differ || match_now(a)->file[i].field[FIELD_VICTIM] !=
                               match_now(b)->file[i].field[FIELD_VICTIM];
    }
    assert_true(differ);
    match_free(a);
    match_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undo_is_free_until_the_other_side_has_answered),
        cmocka_unit_test(a_decision_that_ends_the_round_shows_luck),
        cmocka_unit_test(a_second_look_is_not_forgotten),
        cmocka_unit_test(a_blind_choice_is_free_for_who_chooses_first),
        cmocka_unit_test(the_table_says_what_taking_back_would_be),
        cmocka_unit_test(what_is_free_has_shown_nothing),
        cmocka_unit_test(hindsight_survives_saving),
        cmocka_unit_test(the_same_move_makes_the_same_game),
        cmocka_unit_test(another_move_leaves_luck_elsewhere_as_it_was),
        cmocka_unit_test(another_seed_is_another_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
