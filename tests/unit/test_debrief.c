/* test_debrief.c: what is told afterwards is what was, and what a decision was worth. */
#include "support.h"

#include "content/scenario_load.h"
#include "core/move.h"
#include "match/debrief_class.h"
#include "match/debrief_word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* A whole game of random moves. */
static struct match *random_match(const struct scenario *sc, uint64_t seed)
{
    struct match *m = match_new(sc, seed, 0);
    struct dice dice = { rng_mix(seed, 5) };
    while (!match_over(m)) {
        assert_null(match_play(m, support_random_move(sc, match_now(m), &dice), "random"));
    }
    return m;
}

/* To the end: the first legal move each time, but `move` (an id) wherever it can be made. */
static void play_on(struct match *m, const char *move)
{
    const struct scenario *sc = match_scenario(m);
    while (!match_over(m)) {
        int legal[MAX_LEGAL];
        const int wish = scenario_move(sc, state_beat(sc, match_now(m)), move);
        move_legal(sc, match_now(m), legal);
        const bool can = wish >= 0 && move_is_legal(sc, match_now(m), wish);
        assert_null(match_play(m, can ? wish : legal[0], "random"));
    }
}

/* ---- arithmetic ---- */

/* Of differences that take turns. */
static struct gap gap_between(int even, int odd)
{
    struct gap_sums sums = { 0 };
    for (int i = 0; i < TURNING_WORLDS; i++) {
        gap_add(&sums, i % 2 == 0 ? even : odd);
    }
    return gap_of(&sums);
}

static void gaps_are_means_with_their_intervals(void **state)
{
    (void)state;
    struct gap gap = gap_between(-50, -50);
    assert_int_equal(gap.mean, -500);
    assert_int_equal(gap.ci95, 0);
    assert_true(gap_is_clear(gap));
    gap = gap_between(0, 0);
    assert_int_equal(gap.mean, 0);
    assert_int_equal(gap.ci95, 0);
    assert_false(gap_is_clear(gap));
    /* 1.96 * sqrt(6400 / 63 / 64) tenths are 24.7 hundredths */
    gap = gap_between(20, 0);
    assert_int_equal(gap.mean, 100);
    assert_int_equal(gap.ci95, 25);
    assert_true(gap_is_clear(gap));
    gap = gap_between(1000000, -5000000); /* that is as far as they count */
    assert_int_equal(gap.mean, 0);
    assert_int_equal(gap.ci95, 2469368);
    gap = gap_between(101, -99);
    assert_int_equal(gap.mean, 10);
    assert_int_equal(gap.ci95, 247);
    assert_false(gap_is_clear(gap));
}

static void great_differences_do_not_overflow(void **state)
{
    (void)state;
    const struct gap gap = gap_between(100000, -100000);
    assert_int_equal(gap.mean, 0);
    assert_in_range(gap.ci95, 246900, 247000);
}

/* ---- turning points ---- */

/* A turning point of a party in which it chose `move`, for better (+1) or worse (-1); those found
 * are checked on the way. */
static bool find_turning(const struct match *m, int party, const char *move, int sign,
                         struct turning *out)
{
    struct turning turning[TURNINGS];
    const int count = turning_find(m, party, turning);
    for (int i = 0; i < count; i++) {
        const struct step *step = match_step(m, turning[i].number - 1);
        assert_int_equal(step->party, party);
        assert_int_equal(step->move, turning[i].move);
        assert_int_not_equal(turning[i].other, turning[i].move);
        assert_true(gap_is_clear(turning[i].known));
        assert_true(gap_is_clear(turning[i].was));
        if (turning[i].move == scenario_move(match_scenario(m), step->beat, move) &&
            turning[i].known.mean * sign > 0) {
            *out = turning[i];
            return true;
        }
    }
    return false;
}

/* To let a raid pass brings eight points at once here: to ask instead is a turning point. */
static void a_better_alternative_is_found(void **state)
{
    (void)state;
    struct scenario *sc = support_small_with("\"do\": { \"alarm\": -2 }",
                                             "\"do\": { \"alarm\": -2, \"favour.own\": 40 }");
    const int party = 0; /* is struck first */
    struct turning turning;
    struct match *m = match_new(sc, 7, 0);
    play_on(m, "ask");
    const int beat = match_step(m, 0)->beat;
    assert_int_equal(match_step(m, 0)->party, party);
    assert_true(find_turning(m, party, "ask", -1, &turning));
    assert_int_equal(turning.other, scenario_move(sc, beat, "forget"));
    assert_in_range(-turning.known.mean, 300, 1500);
    assert_true(turning.was.mean < 0);

    /* made again the other way, that decision is well judged */
    assert_true(match_rewind(m, turning.number));
    assert_null(match_play(m, turning.other, "random"));
    play_on(m, "ask");
    assert_true(find_turning(m, party, "forget", +1, &turning));
    assert_in_range(turning.known.mean, 300, 1500);
    assert_true(turning.was.mean > 0);
    match_free(m);
    scenario_free(sc);
}

static void nothing_at_stake_is_no_turning_point(void **state)
{
    (void)state;
    struct scenario *sc =
        support_small_with("\"A small scenario\"", "\"Where nothing is at stake\"");
    for (int i = 0; i < sc->endings; i++) {
        sc->ending[i].utility[0] = sc->ending[i].utility[1] = 0;
    }
    for (int i = 0; i < sc->mandates; i++) {
        sc->mandate[i].utility = 0;
    }
    sc->amount[sc->utility].base = 0;
    sc->amount[sc->utility].terms = 0;
    for (uint64_t seed = 1; seed <= 5; seed++) {
        struct match *m = random_match(sc, seed);
        struct turning turning[TURNINGS];
        assert_int_equal(turning_find(m, 0, turning), 0);
        assert_int_equal(turning_find(m, 1, turning), 0);
        struct debrief *d = debrief_new(m, 0);
        assert_int_equal(d->turnings, 0);
        assert_non_null(strstr(d->turning_text, "No decision of yours"));
        debrief_free(d);
        match_free(m);
    }
    scenario_free(sc);
}

/* ---- the page ---- */

static void check_belief(const struct debrief *d, int party)
{
    const struct debrief_belief *belief = &d->side[party].belief;
    int cases = 0, guilty = 0, held = 0, so = 0;
    for (int i = 0; i < d->cases; i++) {
        if (d->file[i].victim == party && d->file[i].believed >= 0) {
            cases++;
            guilty += d->file[i].guilty;
            assert_in_range(d->file[i].believed, 0, 10);
        }
    }
    for (int i = 0; i < DEBRIEF_TENTHS; i++) {
        assert_true(belief->so[i] <= belief->held[i]);
        held += belief->held[i];
        so += belief->so[i];
    }
    assert_int_equal(belief->cases, cases);
    assert_int_equal(belief->guilty, guilty);
    assert_int_equal(held, cases);
    assert_int_equal(so, guilty);
}

/* Words are judged by what was so; what came out was judged by the rules, in the same way. */
static void check_cases(const struct match *m, const struct debrief *d)
{
    const struct scenario *sc = match_scenario(m);
    assert_int_equal(d->cases, match_now(m)->cases);
    for (int i = 0; i < d->cases; i++) {
        const struct debrief_case *c = &d->file[i];
        const int16_t *field = match_now(m)->file[i].field;
        assert_int_equal(c->guilty, field[FIELD_GUILTY]);
        assert_string_equal(c->culprit_id, sc->culprit[field[FIELD_CULPRIT]].id);
        assert_int_equal(c->revealed, field[FIELD_REVEALED]);
        if (field[FIELD_REVEALED]) {
            assert_int_equal(c->word, field[FIELD_WORD]);
        } else {
            assert_int_equal(c->word == WORD_SILENT, field[FIELD_WORD] == WORD_SILENT);
            assert_int_not_equal(c->word, WORD_OPEN);
            assert_string_equal(c->came_out, "never");
        }
    }
}

static void check_year(const struct match *m, const struct debrief *d)
{
    const struct scenario *sc = match_scenario(m);
    assert_true(d->lines > 0);
    for (int i = 0; i < d->lines; i++) {
        const struct meter *meter = &sc->meter[scenario_meter(sc, d->line[i].id)];
        assert_int_equal(d->line[i].last, match_now(m)->slot[meter->slot]);
        assert_int_equal(d->line[i].value[0], match_state(m, 0)->slot[meter->slot]);
    }
    int standing = 0;
    for (int i = 0; i < d->bars; i++) {
        const struct debrief_bar *bar = &d->bar[i];
        assert_in_range(bar->from, 1, d->round);
        assert_in_range(bar->to, bar->from, d->round);
        standing += bar->fate == FATE_STANDS && bar->giver < 0;
    }
    assert_int_equal(standing, match_now(m)->slot[SLOT_AGREEMENTS]);
}

static void check_grave(const struct debrief *d)
{
    if (d->grave == NULL) {
        assert_string_not_equal(d->no_grave, "");
        return;
    }
    assert_true(d->file[d->grave->case_at].severe);
    assert_int_equal(abs(d->grave->after - d->grave->before), abs(d->grave->cost));
    for (int i = 0; i < d->grave->channels; i++) {
        assert_int_not_equal(d->grave->channel[i].cost, d->grave->cost);
    }
}

static void debriefs_tell_what_was(void **state)
{
    (void)state;
    static const char *const scenario[] = { "tests/small", "pentagon-2012" };
    int graves = 0, ruined = 0;
    for (int s = 0; s < 2; s++) {
        const struct scenario *sc = support_scenario(scenario[s]);
        for (uint64_t seed = 1; seed <= 12; seed++) {
            struct match *m = random_match(sc, seed);
            const uint64_t hash = match_hash(m);
            for (int party = 0; party < MAX_PARTIES; party++) {
                struct debrief *d = debrief_new(m, party);
                assert_non_null(strstr(d->sentence, d->ending_title));
                check_belief(d, 0);
                check_belief(d, 1);
                check_cases(m, d);
                check_year(m, d);
                check_grave(d);
                graves += d->grave != NULL;
                ruined += sc->ending[match_ending(m)].ruin;
                assert_int_equal(d->side[party].utility, state_utility(sc, match_now(m), party));
                debrief_free(d);
            }
            assert_int_equal(match_hash(m), hash);
            match_free(m);
        }
    }
    assert_true(graves > 0);
    assert_true(ruined > 0);
}

/* A game that is left in the middle is told as far as it went. */
static void games_left_early_are_told(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct match *m = match_new(sc, 4, 0);
    struct dice dice = { 9 };
    for (int i = 0; i < 8; i++) {
        struct debrief *d = debrief_new(m, 1);
        assert_false(d->over);
        assert_non_null(strstr(d->sentence, "left in"));
        check_cases(m, d);
        debrief_free(d);
        assert_null(match_play(m, support_random_move(sc, match_now(m), &dice), "person"));
    }
    match_free(m);
}

/* In the small scenario no beacon makes the grave night ten worse, unless the scale ends. */
static void a_declined_agreement_is_weighed(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("tests/small");
    int weighed = 0;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        struct match *m = random_match(sc, seed);
        struct debrief *d = debrief_new(m, 0);
        if (d->grave != NULL && d->grave->after < 100) {
            assert_string_equal(d->grave->meter_id, "alarm");
            assert_int_equal(d->grave->channels, 1);
            const struct debrief_channel *c = &d->grave->channel[0];
            assert_string_equal(c->id, "beacon");
            assert_int_equal(c->cost, d->grave->cost + (c->stood ? 10 : -10));
            weighed += c->stood ? 100 : 1;
        }
        debrief_free(d);
        match_free(m);
    }
    assert_true(weighed % 100 > 0 && weighed >= 100); /* both have been met */
}

/* Where an agreement only may help, the night says what other luck would have done; in a scenario
 * whose night has no chance in it nothing is said. */
static void luck_of_the_night_is_told(void **state)
{
    (void)state;
    static const char *const scenario[] = { "tests/small", "pentagon-2012" };
    int told[2] = { 0, 0 };
    for (int s = 0; s < 2; s++) {
        for (uint64_t seed = 1; seed <= 30; seed++) {
            struct match *m = random_match(support_scenario(scenario[s]), seed);
            struct debrief *d = debrief_new(m, 0);
            for (int i = 0; d->grave != NULL && i < d->grave->channels; i++) {
                const char *luck = strstr(d->grave->channel[i].text, "By other luck, in ");
                told[s] += luck != NULL;
                assert_true(luck == NULL || strchr("123456789", luck[18]) != NULL);
            }
            debrief_free(d);
            match_free(m);
        }
    }
    assert_int_equal(told[0], 0);
    assert_true(told[1] > 0);
}

/* A night in a round that nobody decides in is told as it was, not as the next one. */
static void a_night_may_pass_without_a_decision(void **state)
{
    (void)state;
    struct scenario *sc = support_small_skipping();
    struct match *m = random_match(sc, 5);
    struct debrief *d = debrief_new(m, 0);
    assert_int_equal(match_state(m, 0)->cases, 3);
    assert_non_null(d->grave);
    assert_int_equal(d->grave->case_at, 0);
    assert_int_equal(d->grave->round, 1);
    assert_int_equal(d->grave->cost, d->file[0].severity + 10 + 1); /* no beacon; a wreck */
    assert_in_range(d->grave->before, 22, 25);                      /* the tide turned once */
    assert_int_equal(d->grave->after, d->grave->before + d->grave->cost);
    debrief_free(d);
    match_free(m);
    scenario_free(sc);
}

/* Both sides' words get the same care, whoever reads. */
static void both_chairs_see_the_same_truth(void **state)
{
    (void)state;
    struct match *m = random_match(support_scenario("pentagon-2012"), 6);
    struct debrief *first = debrief_new(m, 0), *second = debrief_new(m, 1);
    assert_int_equal(first->cases, second->cases);
    for (int i = 0; i < first->cases; i++) {
        assert_string_equal(first->file[i].truth, second->file[i].truth);
        assert_string_equal(first->file[i].ordered, second->file[i].ordered);
        assert_int_equal(first->file[i].word, second->file[i].word);
        assert_int_equal(first->file[i].believed, second->file[i].believed);
    }
    debrief_free(first);
    debrief_free(second);
    match_free(m);
}

static void questions_have_four_concepts(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        struct match *m = random_match(support_scenario("pentagon-2012"), seed);
        struct debrief *d = debrief_new(m, 0);
        for (int i = 0; i < DEBRIEF_QUESTIONS; i++) {
            assert_non_null(strchr(d->question[i].text, '?'));
            assert_string_not_equal(d->question[i].idea, "");
            for (int k = 0; k < i; k++) {
                assert_string_not_equal(d->question[i].concept_id, d->question[k].concept_id);
            }
        }
        debrief_free(d);
        match_free(m);
    }
}

/* ---- a class ---- */

static void a_class_splits_where_it_does(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("tests/small");
    struct match *m[3];
    for (int i = 0; i < 3; i++) {
        m[i] = match_new(sc, 7, 0); /* the first decision is the East's */
        assert_int_equal(match_to_move(m[i]), 0);
        const int beat = state_beat(sc, match_now(m[i]));
        assert_null(match_play(m[i], scenario_move(sc, beat, i < 2 ? "ask" : "forget"), "person"));
        play_on(m[i], "ask");
    }
    struct debrief_class *c = debrief_class_new(m, 3, 0);
    assert_int_equal(c->games, 3);
    assert_string_equal(c->word, debrief_word(7, 0));
    const struct class_point *p = &c->point[0];
    assert_int_equal(p->round, 1);
    assert_true(p->alike);
    assert_int_equal(p->games, 3);
    assert_int_equal(p->choices, 2);
    assert_string_equal(p->choice[0].id, "ask");
    assert_int_equal(p->choice[0].games, 2);
    assert_int_equal(p->choice[1].games, 1);
    assert_int_equal(p->divided, 445); /* 1 - (4 + 1) / 9 */
    assert_int_equal(c->most, 0);
    int games = 0;
    for (int i = 0; i < c->endings; i++) {
        games += c->ending[i].games;
    }
    assert_int_equal(games, 3);
    for (int i = 1; i < c->points; i++) {
        assert_true(c->point[i].round >= c->point[i - 1].round);
        assert_false(c->point[i].alike);
    }
    debrief_class_free(c);

    c = debrief_class_new(m, 2, 0); /* those two are alike to the end */
    assert_int_equal(c->most, -1);
    assert_int_equal(c->questions, 1);
    debrief_class_free(c);
    for (int i = 0; i < 3; i++) {
        match_free(m[i]);
    }
}

static void a_seed_has_its_word(void **state)
{
    (void)state;
    int different = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        const char *word = debrief_word(seed, 0);
        assert_string_equal(word, debrief_word(seed, 0));
        different += strcmp(word, debrief_word(seed + 1, 0)) != 0;
    }
    assert_true(different > 180);
    for (int i = 0; i < debrief_words(); i++) {
        uint64_t seed;
        assert_true(debrief_word_seed(debrief_word_at(i), &seed));
        assert_string_equal(debrief_word(seed, 0), debrief_word_at(i));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gaps_are_means_with_their_intervals),
        cmocka_unit_test(great_differences_do_not_overflow),
        cmocka_unit_test(a_better_alternative_is_found),
        cmocka_unit_test(nothing_at_stake_is_no_turning_point),
        cmocka_unit_test(debriefs_tell_what_was),
        cmocka_unit_test(games_left_early_are_told),
        cmocka_unit_test(a_declined_agreement_is_weighed),
        cmocka_unit_test(a_night_may_pass_without_a_decision),
        cmocka_unit_test(both_chairs_see_the_same_truth),
        cmocka_unit_test(luck_of_the_night_is_told),
        cmocka_unit_test(questions_have_four_concepts),
        cmocka_unit_test(a_class_splits_where_it_does),
        cmocka_unit_test(a_seed_has_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
