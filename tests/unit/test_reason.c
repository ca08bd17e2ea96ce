/* Reasons: the same for the same dice, whole in their parts, blind to what is hidden, and about what
 * a position is about; of recorded games the same however often they are asked for. */
#include "command/debrief_json.h"
#include "core/move.h"
#include "match/motive.h"
#include "match/table.h"
#include "minister/planner.h"
#include "minister/script.h"
#include "peek.h"
#include "support.h"
#include "swap.h"
#include "swap_state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SIMULATIONS = 60 };
static const struct world_source honest = { .world = rollout_imagine };
static const char *const scenarios[] = { "pentagon-2012", "tests/small" };

/* ---- positions and their reasons ---- */

/* A decision of a game between scripts. */
static bool reach(const struct scenario *sc, int number, struct state *s)
{
    const uint64_t luck = rng_luck(61, (uint64_t)number);
    struct dice dice = { rng_mix(luck, 9) };
    const int script[2] = { dice_roll(&dice, SCRIPTS), dice_roll(&dice, SCRIPTS) };
    round_start(sc, s, luck, NULL);
    for (int n = dice_roll(&dice, 38); n > 0 && !state_over(s); n--) {
        round_play(sc, s, script_play(sc, s, script[s->side], &dice), luck, NULL);
    }
    return !state_over(s);
}

/* After something: the score, or a character of the scenario. */
static struct disposition after_of(const struct scenario *sc, int number)
{
    const int who = sc->characters ? number % (sc->characters + 1) : 0;
    return who == 0 ? disposition_score : sc->character[who - 1].disposition;
}

static bool reason_in(const struct scenario *sc, const struct state *s,
                      const struct disposition *after, uint64_t dice, struct reason *out)
{
    struct view view;
    struct thought thought;
    view_of(sc, s, s->side, &view);
    planner_think(sc, &view, after, dice, SIMULATIONS, honest, &thought);
    return reason_of(sc, &view, after, dice, honest, &thought, thought.option[0].move, out);
}

static bool differs(const struct reason *a, const struct reason *b)
{
    return memcmp(a->effect, b->effect, sizeof a->effect) != 0 ||
           memcmp(a->part, b->part, sizeof a->part) != 0;
}

static void the_same_dice_give_the_same_reason(void **unused)
{
    (void)unused;
    int reasons = 0, differ = 0;
    for (int i = 0; i < 60; i++) {
        const struct scenario *sc = support_scenario(scenarios[i % 2]);
        const struct disposition after = after_of(sc, i);
        struct state s;
        struct reason one, two, three;
        if (!reach(sc, i, &s) || !reason_in(sc, &s, &after, 1, &one)) {
            continue;
        }
        assert_true(reason_in(sc, &s, &after, 1, &two));
        assert_memory_equal(&one, &two, sizeof one);
        differ += reason_in(sc, &s, &after, 2, &three) && differs(&one, &three);
        reasons++;
    }
    assert_true(reasons > 30 && differ > reasons / 2);
}

/* ---- parts ---- */

static void check_sums(const struct reason *r)
{
    int sum = 0;
    for (int i = 0; i < PARTS; i++) {
        sum += r->part[i];
        assert_true(r->because < 0 || r->part[i] <= r->part[r->because]);
        assert_true(r->because >= 0 || r->part[i] <= 0);
    }
    assert_in_range(sum - r->gap.mean + PARTS, 0, 2 * PARTS);
    assert_in_range(r->worth[REASON_MADE] - r->worth[REASON_OTHER] - r->gap.mean + 2, 0, 4);
    assert_int_equal(r->doubt, r->gap.mean < REASON_DOUBT || !gap_is_clear(r->gap));
    assert_in_range(r->belief + 1, 0, 1001);
}

static void parts_sum_to_the_gap(void **unused)
{
    (void)unused;
    int beliefs = 0, clear = 0;
    for (int i = 0; i < 200; i++) {
        const struct scenario *sc = support_scenario(scenarios[i % 2]);
        const struct disposition after = after_of(sc, i);
        struct state s;
        struct reason r;
        if (!reach(sc, 100 + i, &s) || !reason_in(sc, &s, &after, 3, &r)) {
            continue;
        }
        check_sums(&r);
        assert_int_not_equal(r.move[REASON_MADE], r.move[REASON_OTHER]);
        const bool incident = sc->round_kind[s.slot[SLOT_CALENDAR]].incident;
        const bool struck = incident && s.file[s.cases - 1].field[FIELD_VICTIM] == s.side;
        assert_int_equal(r.belief >= 0, struck);
        beliefs += struck;
        clear += !r.doubt;
        for (int slot = 0; slot < sc->slots; slot++) {
            assert_true(view_sees_slot(sc, s.side, slot) ||
                        (r.effect[0][slot] == 0 && r.effect[1][slot] == 0));
        }
    }
    assert_true(beliefs > 20 && clear > 20);
}

/* Suspicion weighs the belief that is told. */
static void the_suspicious_hold_them_guilty(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct disposition after = disposition_score;
    struct state s;
    struct reason plain, wary;
    int more = 0;
    for (int i = 0; i < 60; i++) {
        after.suspicion = 0;
        if (!reach(sc, 400 + i, &s) || !reason_in(sc, &s, &after, 4, &plain) || plain.belief <= 0 ||
            plain.belief >= 1000) {
            continue;
        }
        after.suspicion = 200;
        assert_true(reason_in(sc, &s, &after, 4, &wary));
        assert_true(wary.belief >= plain.belief);
        more += wary.belief > plain.belief;
    }
    assert_true(more > 5);
}

/* ---- what a position is about ---- */

/* A decision at the beat at hand between two moves, whatever else there is. */
static struct reason between(const struct scenario *sc, const struct state *s, const char *made,
                             const char *other, const struct disposition *after)
{
    const int beat = state_beat(sc, s), script = script_find("generous");
    const struct thought thought = { .options = 2,
                                     .option = { { scenario_move(sc, beat, made), script, 0 },
                                                 { scenario_move(sc, beat, other), script, 0 } } };
    struct view view;
    struct reason r;
    view_of(sc, s, s->side, &view);
    assert_true(reason_of(sc, &view, after, 5, honest, &thought, thought.option[0].move, &r));
    return r;
}

/* The first decision by the victim or the suspect of a case, of a calm game. */
static struct state decision_by(const struct scenario *sc, enum by by)
{
    struct state s;
    round_start(sc, &s, 7, NULL);
    while (sc->beat[state_beat(sc, &s)].by != by) {
        round_play(sc, &s, move_fallback(sc, &s), 7, NULL);
    }
    return s;
}

/* At the edge of ruin everybody knows what a charge before the world is about. */
static void ruin_is_about_the_ending(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct state s = decision_by(sc, BY_VICTIM);
    s.slot[sc->meter[scenario_meter(sc, "crisis")].slot] = 99;
    const struct reason r = between(sc, &s, "ask", "measures", &disposition_score);
    assert_int_equal(r.because, PART_ENDING);
    assert_false(r.doubt);
    assert_true(r.part[PART_ENDING] > r.gap.mean / 2);
}

/* Who would rather lose than lie admits because of the lie. */
static void the_honest_admit_because_of_the_lie(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct state s = decision_by(sc, BY_SUSPECT);
    s.file[s.cases - 1].field[FIELD_FILE] = s.file[s.cases - 1].field[FIELD_CHECKED] = 1;
    struct disposition after = disposition_score;
    after.lie = 1000;
    const struct reason r = between(sc, &s, "admit", "not-us", &after);
    assert_int_equal(r.because, PART_LIE);
    assert_false(r.doubt);
    after.lie = 0;
    assert_int_equal(between(sc, &s, "admit", "not-us", &after).part[PART_LIE], 0);
}

/* ---- honesty ---- */

/* The last words of the other side that can be asked about: a move of a beat of its own. */
static bool is_words(const struct scenario *sc, const struct state *s, int move)
{
    const int by = sc->beat[state_beat(sc, s)].by;
    return by != BY_BOTH && !(move & MOVE_SET) && !sc->move[move].again;
}

/* Both sides of a state, and of one with everything swapped that a party may not know. */
static void check_swap(const struct scenario *sc, const struct state *s, int number, int *seen)
{
    struct dice dice = { (uint64_t)number };
    const struct disposition after = after_of(sc, number);
    struct reason one, two;
    memset(&one, 0, sizeof one);
    memset(&two, 0, sizeof two);
    struct state other = swap_state(sc, s, s->side, &dice);
    assert_int_equal(reason_in(sc, s, &after, 6, &one), reason_in(sc, &other, &after, 6, &two));
    assert_memory_equal(&one, &two, sizeof one);
    const int party = 1 - s->side, move = support_random_move(sc, s, &dice);
    if (is_words(sc, s, move)) {
        struct view view[2];
        other = swap_state(sc, s, party, &dice);
        view_of(sc, s, party, &view[0]);
        view_of(sc, &other, party, &view[1]);
        const int look = move_seen(sc, move);
        assert_int_equal(reason_seen(sc, &view[0], 7, look, &one),
                         reason_seen(sc, &view[1], 7, look, &two));
        assert_memory_equal(&one, &two, sizeof one);
        *seen += 1;
    }
}

static void what_is_hidden_changes_no_reason(void **unused)
{
    (void)unused;
    int seen = 0;
    for (int i = 0; i < 150; i++) {
        const struct scenario *sc = support_scenario(scenarios[i % 2]);
        struct state s;
        if (reach(sc, 600 + i, &s)) {
            check_swap(sc, &s, i, &seen);
        }
    }
    assert_true(seen > 40);
}

/* The control: worlds that are the truth. */
static void one_who_peeks_reasons_otherwise(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    int asked = 0, differ = 0;
    for (int i = 0; i < 60; i++) {
        struct state s;
        if (!reach(sc, 800 + i, &s)) {
            continue;
        }
        struct dice dice = { (uint64_t)i };
        const struct state other = swap_state(sc, &s, s.side, &dice);
        const struct truth truth[2] = { { .s = &s }, { .s = &other } };
        struct view view;
        struct thought thought;
        struct reason r[2];
        view_of(sc, &s, s.side, &view);
        planner_think(sc, &view, &disposition_score, 8, SIMULATIONS, honest, &thought);
        bool any = false;
        for (int k = 0; k < 2; k++) {
            const struct world_source source = { peek_world, &truth[k] };
            any = reason_of(sc, &view, &disposition_score, 8, source, &thought,
                            thought.option[0].move, &r[k]);
        }
        asked += any;
        differ += any && differs(&r[0], &r[1]);
    }
    assert_true(asked > 20 && differ > asked / 2);
}

/* What is told of the other side's words tells nothing of its thoughts. */
static void seen_from_the_other_chair_there_is_no_belief(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    const struct state s = decision_by(sc, BY_VICTIM);
    struct view view;
    struct reason r;
    view_of(sc, &s, 1 - s.side, &view);
    const int ask = scenario_move(sc, state_beat(sc, &s), "ask");
    assert_true(reason_seen(sc, &view, 9, ask, &r));
    assert_int_equal(r.belief, -1);
    assert_int_equal(r.because, -1);
    assert_int_equal(r.move[REASON_MADE], ask);
    assert_int_not_equal(r.move[REASON_OTHER], ask);
}

static const char *words_of(const struct table *t)
{
    const struct table_account *a = table_why(t, "move");
    if (a == NULL) {
        return NULL;
    }
    assert_int_equal(a->about, ABOUT_MOVE);
    assert_true(a->notes > 0 && strncmp(a->note[0], "Seen from your chair", 20) == 0);
    return a->note[a->notes > 1 ? 1 : 0];
}

/* Is there something to ask? It is the same when all is swapped that the party may not know. */
static bool check_words(const struct match *m, int party, struct dice *dice)
{
    struct match *other = swap_match(m, party, dice);
    struct table *one = table_new_advised(m, party), *two = table_new_advised(other, party);
    assert_true(one != NULL && two != NULL);
    const char *told[] = { words_of(one), words_of(two) };
    const bool any = told[0] != NULL;
    assert_int_equal(any, told[1] != NULL);
    if (any) {
        assert_string_equal(told[0], told[1]);
    }
    table_free(one);
    table_free(two);
    match_free(other);
    return any;
}

/* What their last words do: of the moment as the side saw it, whatever was so. */
static void their_words_can_be_asked_about(void **unused)
{
    (void)unused;
    struct dice dice = { 3 };
    int asked = 0;
    for (uint64_t game = 0; game < 4; game++) {
        struct match *m = match_new(support_scenario("pentagon-2012"), 81, game);
        assert_non_null(m);
        for (int i = 0; i < 20 && !match_over(m); i++) {
            const int move = support_random_move(match_scenario(m), match_now(m), &dice);
            assert_null(match_play(m, move, "person"));
            asked += check_words(m, dice_roll(&dice, MAX_PARTIES), &dice);
        }
        match_free(m);
    }
    assert_true(asked > 40);
}

/* ---- recorded games ---- */

static struct match *played(const char *first, const char *second, int steps)
{
    const char *const name[] = { first, second };
    struct match *m = match_new(support_scenario("pentagon-2012"), 71, 0);
    assert_non_null(m);
    for (int party = 0; party < MAX_PARTIES; party++) {
        struct minister minister;
        char why[200];
        assert_null(minister_find(name[party], &minister, why, sizeof why));
        match_seat(m, party, &minister);
    }
    while (!match_over(m) && steps-- > 0) {
        assert_null(match_play_minister(m));
    }
    return m;
}

/* Every decision of a planner has its reason, with what it did; nobody else's has. */
static void check_motives(const struct match *m)
{
    const struct scenario *sc = match_scenario(m);
    for (int i = 0; i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        const struct state *before = match_state(m, step->before);
        int legal[MAX_LEGAL];
        struct motive motive;
        const bool told = motive_of(m, step, &motive);
        if (strncmp(step->by, "planner", 7) != 0) {
            assert_true(told && !motive.thought);
            assert_string_equal(motive.name, step->by);
            continue;
        }
        assert_int_equal(told, move_legal(sc, before, legal) > 1);
        if (told) {
            assert_true(motive.thought && motive.line == NULL);
            assert_int_equal(motive.reason.move[REASON_MADE], step->move);
            check_sums(&motive.reason);
        }
        if (told && motive.reason.belief >= 0) {
            const int culprit = match_now(m)->file[before->cases - 1].field[FIELD_CULPRIT];
            assert_int_equal(motive.culprit, culprit);
            assert_int_equal(motive.guilty, sc->culprit[culprit].guilty);
        }
    }
}

static void every_decision_of_a_planner_has_its_reason(void **unused)
{
    (void)unused;
    static const char *const planners[] = { "planner:balanced:easy", "planner",
                                            "planner:balanced:normal" };
    for (int i = 0; i < 3; i++) {
        struct match *m = played("tit-for-tat", planners[i], 30);
        check_motives(m);
        match_free(m);
    }
}

/* A choice that the planner would not make is not explained as its own, nor one of nobody's. */
static void other_choices_have_none(void **unused)
{
    (void)unused;
    static const char *const by[] = { "person", "default", "./bot", "planner:nobody",
                                      "planner:balanced:normal" };
    struct match *m = played("planner:balanced:normal", "planner:balanced:normal", 3);
    const struct scenario *sc = match_scenario(m);
    struct motive motive;
    for (int i = 0; i < 5; i++) {
        const int number = match_steps(m);
        int legal[MAX_LEGAL];
        assert_true(motive_of(m, match_step(m, number - 1), &motive));
        const int count = move_legal(sc, match_state(m, match_step(m, number - 1)->before), legal);
        const int real = match_step(m, number - 1)->move;
        assert_true(count > 1 && match_rewind(m, number));
        assert_null(match_play(m, legal[0] == real ? legal[1] : legal[0], by[i]));
        assert_false(motive_of(m, match_step(m, number - 1), &motive));
        assert_true(match_rewind(m, number));
        assert_null(match_play(m, real, "planner:balanced:normal"));
    }
    match_free(m);
}

static char *debriefed(const struct match *m)
{
    struct debrief *d = debrief_new(m, 0);
    assert_non_null(d);
    assert_true(d->reasons > 0);
    for (int i = 0; i < d->turnings; i++) {
        assert_true(d->turning[i].reason < d->reasons);
    }
    char *text = debrief_json(d);
    assert_non_null(text);
    debrief_free(d);
    return text;
}

static void a_game_explained_twice_is_explained_alike(void **unused)
{
    (void)unused;
    struct match *one = played("generous", "planner:balanced:normal", 60);
    struct match *two = played("generous", "planner:balanced:normal", 60);
    char *text[] = { debriefed(one), debriefed(one), debriefed(two) };
    assert_string_equal(text[0], text[1]);
    assert_string_equal(text[0], text[2]);
    assert_non_null(strstr(text[0], "\"because\""));
    for (int i = 0; i < 3; i++) {
        free(text[i]);
    }
    match_free(one);
    match_free(two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_dice_give_the_same_reason),
        cmocka_unit_test(parts_sum_to_the_gap),
        cmocka_unit_test(the_suspicious_hold_them_guilty),
        cmocka_unit_test(ruin_is_about_the_ending),
        cmocka_unit_test(the_honest_admit_because_of_the_lie),
        cmocka_unit_test(what_is_hidden_changes_no_reason),
        cmocka_unit_test(one_who_peeks_reasons_otherwise),
        cmocka_unit_test(seen_from_the_other_chair_there_is_no_belief),
        cmocka_unit_test(their_words_can_be_asked_about),
        cmocka_unit_test(every_decision_of_a_planner_has_its_reason),
        cmocka_unit_test(other_choices_have_none),
        cmocka_unit_test(a_game_explained_twice_is_explained_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
