/* Rollouts: the worlds of one decision are numbered, and moves meet the same people and luck in
 * them. Readings, which say who sits in them; and what a planner makes of its thoughts. */
#include "core/move.h"
#include "minister/planner.h"
#include "minister/rollout.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct world_source honest = { .world = rollout_imagine };
static const char *const scenarios[] = { "pentagon-2012", "tests/small" };

/* ---- positions ---- */

/* A decision of a random game, early enough that much is to come; false: that game is over. */
static bool reach(const struct scenario *sc, int number, int most, struct state *s,
                  struct view *view)
{
    support_random_state(sc, rng_luck(51, (uint64_t)number), number % most, s);
    if (!state_over(s)) {
        view_of(sc, s, s->side, view);
    }
    return !state_over(s);
}

static bool same_world(const struct world *a, const struct world *b)
{
    return memcmp(&a->state, &b->state, sizeof a->state) == 0 && a->luck == b->luck &&
           a->key == b->key && a->opponent.kind == b->opponent.kind &&
           a->opponent.awaits == b->opponent.awaits && a->turns == b->turns &&
           a->later == b->later && a->last == b->last;
}

/* ---- worlds ---- */

static void the_same_number_is_the_same_world(void **unused)
{
    (void)unused;
    enum { WORLDS = 12 };
    int positions = 0;
    for (int i = 0; i < 80; i++) {
        const struct scenario *sc = support_scenario(scenarios[i % 2]);
        struct state s;
        struct view view, again;
        struct rollout r, other;
        struct world world[WORLDS], twin, elsewhere;
        if (!reach(sc, i, 36, &s, &view)) {
            continue;
        }
        rollout_init(&r, sc, &view, &disposition_score, honest, 7);
        rollout_init(&other, sc, &view, &disposition_score, honest, 8);
        for (int k = 0; k < WORLDS; k++) {
            rollout_world(&r, k, &world[k]);
            view_of(sc, &world[k].state, view.party, &again);
            assert_memory_equal(&view, &again, sizeof view);
        }
        for (int k = WORLDS - 1; k >= 0; k--) { /* in whatever order */
            rollout_world(&r, k, &twin);
            rollout_world(&other, k, &elsewhere);
            assert_true(same_world(&twin, &world[k]));
            assert_true(elsewhere.luck != twin.luck && elsewhere.key != twin.key);
            assert_true(k == 0 || twin.luck != world[k - 1].luck);
        }
        positions++;
    }
    assert_true(positions > 40);
}

/* Somebody else sits there from a day to come, in about one world of five. */
static void people_change_some_day(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct state s;
    struct view view;
    struct rollout r;
    int turns = 0;
    assert_true(reach(sc, 4, 36, &s, &view));
    rollout_init(&r, sc, &view, &disposition_score, honest, 3);
    for (int k = 0; k < 1000; k++) {
        struct world w;
        rollout_world(&r, k, &w);
        assert_true(w.turns > state_round(&s));
        assert_in_range(w.later, 0, SCRIPTS - 1);
        turns += w.turns <= sc->rounds;
    }
    assert_in_range(turns, 150, 250);
}

static void the_patient_count_every_round(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct disposition after = disposition_score;
    struct state s;
    struct view view;
    int now = 0, next = 0;
    assert_true(reach(sc, 4, 36, &s, &view));
    for (int k = 0; k < 1000; k++) {
        struct rollout r;
        struct world w;
        after.patience = 100;
        rollout_init(&r, sc, &view, &after, honest, 5);
        rollout_world(&r, k, &w);
        assert_int_equal(w.last, sc->rounds);
        after.patience = 60;
        rollout_init(&r, sc, &view, &after, honest, 5);
        rollout_world(&r, k, &w);
        assert_in_range(w.last, state_round(&s), sc->rounds);
        now += w.last == state_round(&s);
        next += w.last == state_round(&s) + 1;
    }
    assert_in_range(now, 350, 450);  /* 40 per cent */
    assert_in_range(next, 190, 290); /* 40 per cent of the others */
}

/* ---- games in a world ---- */

/* Families of the other side's moves in later rounds, by round and place; -1: none there. */
struct conduct_seen {
    int family[MAX_ROUNDS + 1][MAX_ROUND_BEATS];
};

static void look_at(const struct scenario *sc, const struct state *end, int party, int after,
                    struct conduct_seen *out)
{
    memset(out, -1, sizeof *out);
    for (int i = 0; i < end->cases; i++) {
        const int16_t *field = end->file[i].field;
        const enum by theirs = field[FIELD_VICTIM] == party ? BY_SUSPECT : BY_VICTIM;
        for (int place = 0; place < MAX_ROUND_BEATS; place++) {
            const int move = field[FIELD_SEEN + place];
            if (field[FIELD_ROUND] > after && move != NONE &&
                sc->beat[sc->move[move].beat].by == (int)theirs) {
                out->family[field[FIELD_ROUND]][place] = sc->move[move].family;
            }
        }
    }
}

struct share {
    int same, of;
};

static void compare(const struct conduct_seen *a, const struct conduct_seen *b, struct share *out)
{
    for (int round = 1; round <= MAX_ROUNDS; round++) {
        for (int place = 0; place < MAX_ROUND_BEATS; place++) {
            const int one = a->family[round][place], two = b->family[round][place];
            out->of += one >= 0 && two >= 0;
            out->same += one >= 0 && one == two;
        }
    }
}

/* The other side leans to families by chance alone here: what it does where two games both ask it
 * hangs on the decision, though one of them threw more dice before. In a world of another key, the
 * rest being equal, it hangs together no more than chance has it. */
static void two_moves_meet_the_same_people_and_luck(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct share same = { 0, 0 }, control = { 0, 0 };
    for (int i = 0; i < 120; i++) {
        struct state s, end;
        struct view view;
        struct rollout r;
        struct world w;
        struct conduct_seen seen[3];
        int legal[MAX_LEGAL];
        if (!reach(sc, i, 12, &s, &view)) {
            continue;
        }
        const int count = move_legal(sc, &s, legal);
        rollout_init(&r, sc, &view, &disposition_score, honest, (uint64_t)i);
        rollout_world(&r, 0, &w);
        w.opponent = (struct sitter){ script_find("family-random"), 0 };
        w.turns = MAX_ROUNDS + 1;
        rollout_play(&r, &w, legal[0], script_find("generous"), sc->rounds, &end);
        look_at(sc, &end, view.party, state_round(&s), &seen[0]);
        rollout_play(&r, &w, legal[count - 1], script_find("always-accuse"), sc->rounds, &end);
        look_at(sc, &end, view.party, state_round(&s), &seen[1]);
        w.key++;
        rollout_play(&r, &w, legal[0], script_find("generous"), sc->rounds, &end);
        look_at(sc, &end, view.party, state_round(&s), &seen[2]);
        compare(&seen[0], &seen[1], &same);
        compare(&seen[0], &seen[2], &control);
    }
    print_message("the same family: %d of %d, and of another key %d of %d\n", same.same, same.of,
                  control.same, control.of);
    assert_true(same.of > 200 && same.same * 10 > same.of * 9);
    assert_true(control.of > 200 && control.same * 10 < control.of * 5);
}

/* Another round has begun, and nobody has said anything in it. */
static void check_morning(const struct scenario *sc, const struct state *s,
                          const struct state *then)
{
    assert_true(state_over(then) || state_round(then) > state_round(s));
    if (!state_over(then) && sc->round_kind[then->slot[SLOT_CALENDAR]].incident) {
        for (int place = 0; place < MAX_ROUND_BEATS; place++) {
            assert_int_equal(then->file[then->cases - 1].field[FIELD_SEEN + place], NONE);
        }
    }
}

/* Through a round and no further; what moved by then is told of numbers in sight only. */
static void a_morning_is_the_first_decision_of_the_next_round(void **unused)
{
    (void)unused;
    int mornings = 0, moves = 0;
    for (int i = 0; i < 100; i++) {
        const struct scenario *sc = support_scenario(scenarios[i % 2]);
        struct state s, then;
        struct view view;
        struct rollout r;
        struct world w;
        int64_t moved[MAX_SLOTS] = { 0 };
        if (!reach(sc, i, 36, &s, &view)) {
            continue;
        }
        const int move = move_fallback(sc, &s), script = script_find("generous");
        rollout_init(&r, sc, &view, &disposition_score, honest, 11);
        rollout_world(&r, i, &w);
        rollout_play(&r, &w, move, script, state_round(&s), &then);
        check_morning(sc, &s, &then);
        rollout_morning(&r, &w, move, script, moved);
        rollout_morning(&r, &w, move, script, moved);
        for (int k = 0; k < sc->slots; k++) {
            const bool sees = view_sees_slot(sc, view.party, k);
            assert_int_equal(moved[k], sees ? 2 * (then.slot[k] - s.slot[k]) : 0);
            moves += sees && sc->slot_meter[k] != NONE && moved[k] != 0;
        }
        mornings++;
    }
    assert_true(mornings > 50 && moves > mornings);
}

/* ---- readings ---- */

/* Somebody opposite party 0, who is `generous`, through so many rounds. */
struct company {
    struct sitter sitter;
    const struct reading *habits;
    int rounds;
};

/* What party 0 then reads. */
static void read_game(const struct scenario *sc, const struct company *company, int game,
                      struct reading *out)
{
    const uint64_t luck = rng_luck(52, (uint64_t)game);
    struct dice dice = { rng_mix(luck, 2) };
    struct state s;
    struct view view;
    round_start(sc, &s, luck, NULL);
    while (!state_over(&s) && state_round(&s) <= company->rounds) {
        const int move = s.side == 0
                             ? script_play(sc, &s, script_find("generous"), &dice)
                             : reading_play(company->habits, company->sitter, sc, &s, &dice);
        assert_true(move_is_legal(sc, &s, move));
        round_play(sc, &s, move, luck, NULL);
    }
    view_of(sc, &s, 0, &view);
    reading_of(sc, &view, out);
}

/* Mean weight of a kind in readings of somebody. */
static int mean_weight(struct company company, int kind)
{
    enum { GAMES = 60 };
    const struct scenario *sc = support_scenario("pentagon-2012");
    int sum = 0;
    for (int game = 0; game < GAMES; game++) {
        struct reading r;
        int all = 0;
        read_game(sc, &company, game, &r);
        for (int i = 0; i < SITTERS; i++) {
            assert_true(r.weight[i] >= 1);
            all += r.weight[i];
        }
        assert_in_range(all, READING_SUM * 9 / 10, READING_SUM * 11 / 10);
        sum += r.weight[kind];
    }
    return sum / GAMES;
}

/* At each beat always the same, in a way that no script has. */
static struct reading habits_of_its_own(void)
{
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct reading r = { .weight = { 0 } };
    for (int beat = 0; beat < sc->beats; beat++) {
        const int family = sc->beat[beat].by == BY_SUSPECT ? FAMILY_COOPERATE
                           : sc->beat[beat].by == BY_BOTH  ? FAMILY_DENY
                                                           : FAMILY_ACCUSE;
        for (int was = 0; was < FAMILY_COUNT; was++) {
            r.seen[beat][was][family] = 200;
        }
    }
    return r;
}

static void a_reading_knows_its_people(void **unused)
{
    (void)unused;
    enum { YEAR = 11, EVEN = READING_SUM / SITTERS };
    const struct reading habits = habits_of_its_own();
    const struct company random = { { script_find("family-random"), 0 }, &habits, YEAR };
    const int own = mean_weight((struct company){ { HABITUAL, 0 }, &habits, YEAR }, HABITUAL);
    const int other = mean_weight(random, HABITUAL);
    print_message("%d is even; a creature of habit %d, another %d\n", EVEN, own, other);
    assert_true(own > 2 * EVEN && own > 2 * other);
    for (int i = 0; i < SCRIPTS; i++) {
        const struct company script = { { i, 0 }, &habits, YEAR };
        assert_true(i == random.sitter.kind || mean_weight(script, i) > mean_weight(random, i));
    }
}

/* Whoever is kind may be a turncoat until something stands; whoever is hard before that is none. */
static void the_kind_may_be_turncoats(void **unused)
{
    (void)unused;
    enum { EARLY = 3, EVEN = READING_SUM / SITTERS };
    const struct company coat = { { TURNCOAT, 0 }, NULL, EARLY };
    const struct company hard = { { script_find("always-accuse"), 0 }, NULL, EARLY };
    const int own = mean_weight(coat, TURNCOAT), kind = mean_weight(coat, hard.sitter.kind);
    const int other = mean_weight(hard, TURNCOAT);
    print_message("a turncoat's own weight %d, that of the hard %d; of the hard %d\n", own, kind,
                  other);
    assert_true(own > 2 * EVEN && own > 4 * kind && other < EVEN);
}

static void sitters_are_drawn_by_weight(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct reading r = { .weight = { 0 } };
    int drawn[SITTERS] = { 0 }, awaited = 0;
    struct dice dice = { 6 };
    r.weight[2] = 1000;
    r.weight[HABITUAL] = 2000;
    r.weight[TURNCOAT] = 1000;
    for (int i = 0; i < 4000; i++) {
        const struct sitter one = reading_draw(sc, &r, &dice);
        drawn[one.kind]++;
        assert_in_range(one.awaits, 0, sc->agreements - 1);
        awaited |= 1 << one.awaits;
    }
    assert_in_range(drawn[2], 900, 1100);
    assert_in_range(drawn[HABITUAL], 1900, 2100);
    assert_in_range(drawn[TURNCOAT], 900, 1100);
    assert_int_equal(drawn[2] + drawn[HABITUAL] + drawn[TURNCOAT], 4000);
    assert_int_equal(awaited, (1 << sc->agreements) - 1);
}

/* ---- thoughts ---- */

/* All that is thought of is legal and thought of once, and so is what a temperature makes of it. */
static void every_pick_is_legal(void **unused)
{
    (void)unused;
    enum { HOT = 60 };
    int picks = 0, others = 0;
    for (int i = 0; i < 60; i++) {
        const struct scenario *sc = support_scenario(scenarios[i % 2]);
        struct state s;
        struct view view;
        struct thought thought;
        if (!reach(sc, 200 + i, 36, &s, &view)) {
            continue;
        }
        planner_think(sc, &view, &disposition_score, (uint64_t)i, 100, honest, &thought);
        const int best = thought.option[0].move;
        for (int a = 0; a < thought.options; a++) {
            assert_true(move_is_legal(sc, &s, thought.option[a].move));
            for (int b = 0; b < a; b++) {
                assert_int_not_equal(thought.option[a].move, thought.option[b].move);
            }
        }
        for (uint64_t dice = 0; dice < 50; dice++) {
            const int hot = planner_pick(&thought, HOT, dice);
            assert_int_equal(planner_pick(&thought, 0, dice), best);
            assert_true(move_is_legal(sc, &s, hot));
            for (int k = 0; k < thought.options; k++) {
                assert_true(thought.option[k].move != hot ||
                            thought.option[0].worth - thought.option[k].worth < HOT);
            }
            others += hot != best;
            picks++;
        }
    }
    print_message("%d of %d picks are not the best\n", others, picks);
    assert_true(picks > 1000 && others * 10 > picks);
}

/* A planner chooses what its thoughts, character and temperature say. */
static void a_planner_does_as_it_thinks(void **unused)
{
    (void)unused;
    static const char *const names[] = { "planner:hawk:easy", "planner:balanced:easy",
                                         "planner:hawk" };
    const struct scenario *sc = support_scenario("tests/small");
    int choices = 0;
    for (int i = 0; i < 60; i++) {
        char why[200];
        struct minister planner;
        struct state s;
        struct view view;
        struct thought thought;
        int legal[MAX_LEGAL];
        if (!reach(sc, 300 + i, 20, &s, &view) || move_legal(sc, &s, legal) == 1) {
            continue;
        }
        assert_null(minister_for(sc, names[i % 3], &planner, why, sizeof why));
        const struct disposition *after = planner_after(&planner, sc);
        const int hawk = scenario_character(sc, "hawk");
        assert_true((after == &sc->character[hawk].disposition) == (i % 3 != 1));
        planner_think(sc, &view, after, (uint64_t)i, planner.simulations, honest, &thought);
        assert_int_equal(planner.choose(&planner, sc, &view, (uint64_t)i),
                         planner_pick(&thought, planner.temperature, (uint64_t)i));
        choices++;
    }
    assert_true(choices > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_number_is_the_same_world),
        cmocka_unit_test(people_change_some_day),
        cmocka_unit_test(the_patient_count_every_round),
        cmocka_unit_test(two_moves_meet_the_same_people_and_luck),
        cmocka_unit_test(a_morning_is_the_first_decision_of_the_next_round),
        cmocka_unit_test(a_reading_knows_its_people),
        cmocka_unit_test(the_kind_may_be_turncoats),
        cmocka_unit_test(sitters_are_drawn_by_weight),
        cmocka_unit_test(every_pick_is_legal),
        cmocka_unit_test(a_planner_does_as_it_thinks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
