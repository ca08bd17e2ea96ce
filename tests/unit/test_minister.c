/* Ministers: found by name, always legal, the same from the same view, and true to their names. */
#include "core/move.h"
#include "minister/minister.h"
#include "minister/script.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const scenarios[] = { "pentagon-2012", "tests/small" };
enum { SCENARIOS = sizeof scenarios / sizeof *scenarios };

static struct minister named(const char *name)
{
    char why[200];
    struct minister m;
    const char *refused = minister_find(name, &m, why, sizeof why);
    if (refused) {
        fail_msg("%s: %s", name, refused);
    }
    return m;
}

static void every_listed_name_is_found(void **unused)
{
    (void)unused;
    int count = 0;
    for (; minister_name(count); count++) {
        const struct minister m = named(minister_name(count));
        assert_string_equal(m.name, minister_name(count));
        assert_non_null(m.choose);
        assert_true(strlen(minister_line(count)) > 10);
    }
    assert_int_equal(count, 19);
    assert_null(minister_line(count));
    assert_null(minister_name(-1));
    assert_null(minister_line(-1));
    assert_null(minister_difficulty_line(-1));
}

static void planners_have_options(void **unused)
{
    (void)unused;
    assert_int_equal(named("planner").simulations, 500);
    assert_int_equal(named("planner:balanced").simulations, 500);
    assert_int_equal(named("planner:balanced:easy").simulations, 100);
    assert_int_equal(named("planner:balanced:hard").simulations, 2000);
    assert_int_equal(named("planner:balanced:envoy").simulations, 5000);
    assert_string_equal(named("planner:balanced:easy").name, "planner:balanced:easy");
}

static void a_wrong_name_is_a_sentence(void **unused)
{
    (void)unused;
    static const char *const wrong[][2] = {
        { "tit-for-tatt", "no minister is called 'tit-for-tatt'; did you mean 'tit-for-tat'?" },
        { "plannr:balanced", "no minister is called 'plannr'; did you mean 'planner'?" },
        { "xyzzy", "no minister is called 'xyzzy'" },
        { "", "no minister is called ''" },
        { "random:", "the minister 'random' takes no options" },
        { "planner:", "no character is called ''" },
        { "planner:balanced:norml", "no difficulty is called 'norml'; did you mean 'normal'?" },
        { "planner:balanced:easy:x", "nothing may follow the difficulty in the name of a planner" },
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char why[200];
        struct minister m;
        assert_string_equal(minister_find(wrong[i][0], &m, why, sizeof why), wrong[i][1]);
    }
}

/* The characters of a scenario are its own; the balanced one is everywhere. */
static void a_character_belongs_to_a_scenario(void **unused)
{
    (void)unused;
    static const struct {
        const char *name, *scenario, *refusal;
    } tries[] = {
        { "planner", "tests/small", NULL },
        { "planner:balanced:hard", "tests/small", NULL },
        { "planner:hawk:easy", "tests/small", NULL },
        { "random", "tests/small", NULL },
        { "planner:legalist", "pentagon-2012", NULL },
        { "planner:legalist", "tests/small", "no character is called 'legalist'" },
        { "planner:hwak", "pentagon-2012", "no character is called 'hwak'; did you mean 'hawk'?" },
        { "planner:balancd", "tests/small",
          "no character is called 'balancd'; did you mean 'balanced'?" },
        { "plannr", "tests/small", "no minister is called 'plannr'; did you mean 'planner'?" },
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        char why[200] = "";
        struct minister m;
        const struct scenario *sc = support_scenario(tries[i].scenario);
        const char *refusal = minister_for(sc, tries[i].name, &m, why, sizeof why);
        if (tries[i].refusal) {
            assert_string_equal(refusal ? refusal : "nothing refused", tries[i].refusal);
        } else {
            assert_null(refusal);
            assert_null(minister_suits(&m, sc, why, sizeof why));
        }
    }
}

static void a_scenario_without_characters_has_the_balanced_one(void **unused)
{
    (void)unused;
    static struct scenario sc;
    char why[200];
    struct minister m;
    sc = *support_scenario("tests/small");
    sc.characters = 0;
    assert_null(minister_for(&sc, "planner:balanced:hard", &m, why, sizeof why));
    assert_string_equal(minister_for(&sc, "planner:hawk", &m, why, sizeof why),
                        "no character is called 'hawk'");
}

static void difficulties_are_listed(void **unused)
{
    (void)unused;
    int count = 0;
    for (; minister_difficulty(count); count++) {
        char name[64];
        snprintf(name, sizeof name, "planner:balanced:%s", minister_difficulty(count));
        assert_true(named(name).simulations > 0);
        assert_true(strlen(minister_difficulty_line(count)) > 10);
    }
    assert_int_equal(count, 4);
    assert_null(minister_difficulty_line(count));
    assert_null(minister_difficulty(-1));
    assert_true(named("planner:balanced:easy").temperature > 0);
    assert_int_equal(named("planner").temperature, 0);
}

static void a_long_name_is_cut(void **unused)
{
    (void)unused;
    char name[1000], why[200];
    struct minister m;
    memset(name, 'a', sizeof name);
    name[sizeof name - 1] = 0;
    assert_non_null(minister_find(name, &m, why, sizeof why));
    assert_true(strlen(why) < 100);
    memcpy(name, "planner:", 8);
    assert_non_null(minister_for(support_scenario("tests/small"), name, &m, why, sizeof why));
    assert_true(strlen(why) < 100);
}

/* Plays a game of two ministers; every move must be legal and the same when asked twice. */
static int play(const struct scenario *sc, const struct minister *seat, uint64_t luck)
{
    struct state s;
    int number = 0;
    round_start(sc, &s, luck, 0);
    for (; !state_over(&s); number++) {
        struct view view;
        const struct minister *m = &seat[s.side];
        view_of(sc, &s, s.side, &view);
        const struct view before = view;
        const uint64_t dice = minister_dice(sc, &view.s, luck);
        const int move = m->choose(m, sc, &view, dice);
        assert_true(move_is_legal(sc, &s, move));
        assert_int_equal(m->choose(m, sc, &view, dice), move);
        assert_memory_equal(&before, &view, sizeof view);
        round_play(sc, &s, move, luck, 0);
    }
    return number;
}

static void every_minister_plays_to_the_end(void **unused)
{
    (void)unused;
    for (int i = 0; i < SCENARIOS; i++) {
        const struct scenario *sc = support_scenario(scenarios[i]);
        for (int a = 0; minister_name(a); a++) {
            for (int b = 0; minister_name(b); b++) {
                struct minister seat[2] = { named(minister_name(a)), named(minister_name(b)) };
                seat[0].simulations = seat[1].simulations = 20;
                assert_true(play(sc, seat, rng_luck(3, (uint64_t)(a * 32 + b))) > 0);
            }
        }
    }
}

static bool family_open(const struct scenario *sc, const struct state *s, int family)
{
    int legal[MAX_LEGAL];
    const int count = move_legal(sc, s, legal);
    for (int i = 0; i < count; i++) {
        if (move_family(sc, legal[i]) == family) {
            return true;
        }
    }
    return false;
}

/* Random states; what the script chooses, and what it should have leaned to. */
static void check_family(const char *name,
                         int (*expected)(const struct scenario *, const struct state *))
{
    const struct scenario *sc = support_scenario("pentagon-2012");
    const int script = script_find(name);
    int checked = 0;
    for (int i = 0; i < 2000; i++) {
        struct state s;
        struct dice dice = { (uint64_t)i };
        support_random_state(sc, rng_luck(4, (uint64_t)i), i % 36, &s);
        if (state_over(&s)) {
            continue;
        }
        const int family = expected(sc, &s);
        if (family >= 0 && family_open(sc, &s, family)) {
            assert_int_equal(move_family(sc, script_play(sc, &s, script, &dice)), family);
            checked++;
        }
    }
    assert_true(checked > 300);
}

static int to_cooperate(const struct scenario *sc, const struct state *s)
{
    (void)sc;
    (void)s;
    return FAMILY_COOPERATE;
}

static int to_accuse(const struct scenario *sc, const struct state *s)
{
    (void)sc;
    (void)s;
    return FAMILY_ACCUSE;
}

static int to_deny(const struct scenario *sc, const struct state *s)
{
    (void)sc;
    (void)s;
    return FAMILY_DENY;
}

static bool careful(const struct scenario *sc, const struct state *s, int degree)
{
    const bool incident = sc->round_kind[s->slot[SLOT_CALENDAR]].incident;
    const struct context c = row_reader(sc, s, s->side, incident ? s->cases - 1 : -1);
    return sc->caution[degree] && row_holds(&c, sc->caution[degree]);
}

static bool prudent(const struct scenario *sc, const struct state *s)
{
    return careful(sc, s, 0);
}

/* A deed of theirs has come out, not by admission, since the side to move last opened a case. */
static bool wronged(const struct scenario *sc, const struct state *s)
{
    if (strcmp(sc->beat[state_beat(sc, s)].id, "opening") != 0) {
        return false;
    }
    for (int i = s->cases - 2; i >= 0; i--) { /* newest first */
        const int16_t *field = s->file[i].field;
        int opened = 0;
        for (int k = 0; k < s->cases - 1; k++) {
            const int16_t *other = s->file[k].field;
            opened = other[FIELD_VICTIM] == s->side ? other[FIELD_ROUND] : opened;
        }
        const int answer = field[FIELD_SEEN + 1];
        const bool owned_up = answer != NONE && strcmp(sc->move[answer].id, "admit") == 0;
        if (field[FIELD_VICTIM] == s->side && field[FIELD_GUILTY] && !owned_up &&
            field[FIELD_REVEALED] && field[FIELD_REVEALED] >= opened) {
            return true;
        }
    }
    return false;
}

static int in_kind(const struct scenario *sc, const struct state *s)
{
    const int theirs = s->slot[SLOT_FAMILY + 1 - s->side];
    if (wronged(sc, s) && !careful(sc, s, 1)) {
        return FAMILY_ACCUSE;
    }
    if (theirs == FAMILY_COOPERATE || !prudent(sc, s)) {
        return theirs;
    }
    const bool answers = sc->beat[state_beat(sc, s)].by == BY_SUSPECT;
    const bool innocent = answers && s->file[s->cases - 1].field[FIELD_FILE] == 0;
    return innocent ? FAMILY_DENY : FAMILY_COOPERATE;
}

static int with_a_file(const struct scenario *sc, const struct state *s)
{
    const bool answers = sc->beat[state_beat(sc, s)].by == BY_SUSPECT;
    const bool us = answers && s->file[s->cases - 1].field[FIELD_FILE] == 1;
    return us ? FAMILY_DENY : FAMILY_COOPERATE;
}

static void scripts_are_true_to_their_names(void **unused)
{
    (void)unused;
    check_family("always-cooperate", to_cooperate);
    check_family("always-accuse", to_accuse);
    check_family("always-deny", to_deny);
    check_family("tit-for-tat", in_kind);
    check_family("soft-line", with_a_file);
}

/* Generous forgives four times in ten; the hard line lowers its voice below even odds. */
static void tempers_have_the_right_shares(void **unused)
{
    (void)unused;
    struct mood m = { .by = BY_VICTIM, .theirs = FAMILY_DENY };
    const struct script *generous = script_table[script_find("generous")];
    assert_int_equal(generous->temper(&m).chance[FAMILY_DENY], 60);
    assert_int_equal(generous->temper(&m).chance[FAMILY_COOPERATE], 40);
    m.prudent = true;
    assert_int_equal(generous->temper(&m).chance[FAMILY_COOPERATE], 100);
    const struct script *hard = script_table[script_find("hard-line")];
    m.guilty = 499;
    assert_true(hard->temper(&m).softly);
    m.guilty = 500;
    assert_false(hard->temper(&m).softly);
    m.grave = true;
    assert_true(hard->temper(&m).softly);
    for (int i = 0; i < SCRIPTS; i++) {
        const struct temper t = script_table[i]->temper(&m);
        assert_int_equal(t.chance[0] + t.chance[1] + t.chance[2], 100);
    }
}

/* The family a script leans to for certain, or -1. */
static int sure(const char *name, struct mood m)
{
    const struct temper t = script_table[script_find(name)]->temper(&m);
    for (int family = 0; family < FAMILY_COUNT; family++) {
        if (t.chance[family] == 100) {
            return family;
        }
    }
    return -1;
}

static void scripts_with_a_memory_use_it(void **unused)
{
    (void)unused;
    struct mood m = { .by = BY_VICTIM, .theirs = FAMILY_DENY };
    assert_int_equal(sure("tit-for-two-tats", m), FAMILY_COOPERATE);
    m.past.before = FAMILY_DENY;
    assert_int_equal(sure("tit-for-two-tats", m), FAMILY_DENY);
    assert_int_equal(sure("pavlov", m), FAMILY_ACCUSE);
    m.past.mine = FAMILY_ACCUSE;
    assert_int_equal(sure("pavlov", m), FAMILY_COOPERATE);
    assert_int_equal(sure("contrite", m), FAMILY_DENY);
    m.past.at_fault = true;
    assert_int_equal(sure("contrite", m), FAMILY_COOPERATE);
    assert_int_equal(sure("gradual", m), FAMILY_COOPERATE);
    m.past.affronts = 2;
    m.past.hard = 2;
    assert_int_equal(sure("gradual", m), FAMILY_ACCUSE);
    m.past.hard = 3;
    assert_int_equal(sure("gradual", m), FAMILY_COOPERATE);
    assert_int_equal(sure("grim", m), FAMILY_ACCUSE);
    m.past.affronts = 1;
    assert_int_equal(sure("grim", m), FAMILY_COOPERATE);
    m.past.deeds = 1;
    assert_int_equal(sure("grim", m), FAMILY_ACCUSE);
    assert_int_equal(sure("prober", m), FAMILY_ACCUSE);
    m.past.moves = 2;
    m.past.rebuffs = 1;
    assert_int_equal(sure("prober", m), FAMILY_DENY);
    assert_int_equal(sure("bully", m), FAMILY_COOPERATE);
    m.theirs = FAMILY_COOPERATE;
    assert_int_equal(sure("bully", m), FAMILY_ACCUSE);
    m.by = BY_BOTH;
    assert_int_equal(sure("sneak", m), FAMILY_ACCUSE);
    m.pick = true;
    assert_int_equal(sure("sneak", m), FAMILY_COOPERATE);
}

static void conduct_is_one_sides_account(void **unused)
{
    (void)unused;
    struct conduct c = { 0 };
    conduct_note(&c, true, FAMILY_COOPERATE);
    conduct_note(&c, false, FAMILY_DENY); /* a kind word met a hard one */
    assert_int_equal(c.affronts, 1);
    assert_int_equal(c.theirs, FAMILY_DENY);
    conduct_note(&c, true, FAMILY_ACCUSE);
    assert_false(c.at_fault); /* it was provoked */
    conduct_note(&c, false, FAMILY_ACCUSE);
    assert_int_equal(c.rebuffs, 1);
    assert_int_equal(c.before, FAMILY_DENY);
    conduct_note(&c, false, FAMILY_COOPERATE);
    conduct_note(&c, false, FAMILY_COOPERATE);
    conduct_note(&c, true, FAMILY_DENY);
    assert_true(c.at_fault);
    assert_int_equal(c.moves, 3);
    assert_int_equal(c.hard, 2);
    assert_int_equal(c.affronts, 1);
}

/* A move whose habit is 0 is never made while its family has another. */
static void a_habit_of_zero_is_never(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    uint64_t never = 0, seen = 0;
    for (int i = 0; i < sc->moves; i++) {
        const struct move *m = &sc->move[i];
        const bool zero = m->habits == 1 && m->habit[0].when == 0 && m->habit[0].weight == 0;
        never |= (uint64_t)zero << i;
    }
    assert_true(never != 0);
    for (int i = 0; i < 4000; i++) {
        struct state s;
        struct dice dice = { (uint64_t)i };
        support_random_state(sc, rng_luck(6, (uint64_t)i), i % 36, &s);
        if (!state_over(&s) && !sc->beat[state_beat(sc, &s)].pick) {
            seen |= (uint64_t)1 << script_play(sc, &s, script_find("family-random"), &dice);
        }
    }
    assert_true((seen & never) == 0);
}

/* Every decision of a game has dice of its own, and other luck other dice. */
static void dice_differ_by_moment_and_luck(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("pentagon-2012");
    uint64_t seen[80];
    int count = 0;
    struct state s;
    struct dice dice = { 4 };
    round_start(sc, &s, 9, 0);
    while (!state_over(&s)) {
        seen[count] = minister_dice(sc, &s, 9);
        assert_true(seen[count] != minister_dice(sc, &s, 10));
        for (int i = 0; i < count; i++) {
            assert_true(seen[i] != seen[count]);
        }
        count++;
        round_play(sc, &s, support_random_move(sc, &s, &dice), 9, 0);
    }
    assert_true(count > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_listed_name_is_found),
        cmocka_unit_test(planners_have_options),
        cmocka_unit_test(a_wrong_name_is_a_sentence),
        cmocka_unit_test(a_character_belongs_to_a_scenario),
        cmocka_unit_test(a_scenario_without_characters_has_the_balanced_one),
        cmocka_unit_test(difficulties_are_listed),
        cmocka_unit_test(a_long_name_is_cut),
        cmocka_unit_test(every_minister_plays_to_the_end),
        cmocka_unit_test(scripts_are_true_to_their_names),
        cmocka_unit_test(tempers_have_the_right_shares),
        cmocka_unit_test(scripts_with_a_memory_use_it),
        cmocka_unit_test(conduct_is_one_sides_account),
        cmocka_unit_test(a_habit_of_zero_is_never),
        cmocka_unit_test(dice_differ_by_moment_and_luck),
    };
    return cmocka_run_group_tests(tests, 0, 0);
}
