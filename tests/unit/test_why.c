/* Why: every change has its cause, the causes sum to the change, and what is asked is answered. */
#include "content/scenario_load.h"
#include "core/move.h"
#include "match/know.h"
#include "match/motive.h"
#include "match/table.h"
#include "match/why.h"
#include "support.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const scenarios[] = { "pentagon-2012", "tests/small" };
enum { SCENARIOS = 2, GAMES = 30 };

static int met[WHY_REVELATION + 1]; /* causes that a test came across */

/* Calls `look` at the end of random games, and now and then in the middle. */
static void play_games_of(const struct scenario *sc, void (*look)(const struct match *m))
{
    struct dice dice = { 17 };
    for (int game = 0; game < GAMES; game++) {
        struct match *m = match_new(sc, 31, (uint64_t)game);
        assert_non_null(m);
        while (!match_over(m)) {
            if (dice_roll(&dice, 8) == 0) {
                look(m);
            }
            const int move = support_random_move(sc, match_now(m), &dice);
            assert_null(match_play(m, move, "person"));
        }
        look(m);
        match_free(m);
    }
}

static void play_games(void (*look)(const struct match *m))
{
    for (int which = 0; which < SCENARIOS; which++) {
        play_games_of(support_scenario(scenarios[which]), look);
    }
}

static struct pool new_pool(void)
{
    return (struct pool){ .first = NULL };
}

/* ---- sums ---- */

static bool has_number(const struct scenario *sc, int slot)
{
    return sc->slot_meter[slot] != NONE || why_commitment(sc, slot) >= 0;
}

/* From where it began every line takes the number on from the one before, to where it stands. */
static void check_slot(const struct match *m, const struct why_line *line, int lines, int slot)
{
    int at = why_start(m, slot), round = 1;
    for (int i = 0; i < lines; i++) {
        if (line[i].slot == slot) {
            assert_true(line[i].round >= round);
            round = line[i].round;
            assert_int_equal(line[i].from, at);
            assert_int_equal(line[i].to, at + line[i].amount);
            assert_int_not_equal(line[i].amount, 0);
            at = line[i].to;
        }
    }
    assert_int_equal(at, match_now(m)->slot[slot]);
}

static void check_line(const struct match *m, const struct why_line *line)
{
    const bool engine = strcmp(line->source, "engine") == 0;
    assert_true(line->text[0] != '\0');
    assert_true(line->round >= 1 && line->round <= state_round(match_now(m)));
    assert_true(line->step >= 0 && line->step <= match_steps(m));
    assert_true(engine == (line->place == 0) && line->element[0] != '\0');
    assert_true(line->percent == 0 || line->cause >= WHY_CHANCE);
    met[line->cause]++;
}

static void look_at_sums(const struct match *m)
{
    const struct scenario *sc = match_scenario(m);
    struct pool pool = new_pool();
    struct why_line *line;
    if (setjmp(pool.out)) {
        fail_msg("out of memory");
    }
    const int lines = why_lines(m, WHY_TRUTH, WHY_ALL, 1, INT_MAX, &pool, &line);
    for (int slot = SLOT_FIRST_METER; slot < sc->slots; slot++) {
        if (has_number(sc, slot)) {
            check_slot(m, line, lines, slot);
        }
    }
    for (int i = 0; i < lines; i++) {
        check_line(m, &line[i]);
    }
    pool_free(&pool);
}

static void causes_sum_to_every_change_and_all_kinds_are_met(void **state)
{
    (void)state;
    memset(met, 0, sizeof met);
    play_games(look_at_sums);
    for (int i = 0; i <= WHY_REVELATION; i++) {
        if (met[i] == 0) {
            fail_msg("no change by %s", why_cause_id((enum why_cause)i));
        }
    }
}

/* A round that nobody decides in has its own changes, and so has one in which a row of an arrival
 * comes due that had to wait. */
static void changes_stand_in_their_rounds(void **state)
{
    (void)state;
    struct scenario *skipping = support_small_skipping();
    play_games_of(skipping, look_at_sums);
    struct match *m = match_new(skipping, 2, 0);
    struct pool pool = new_pool();
    struct why_line *line;
    if (setjmp(pool.out)) {
        fail_msg("out of memory");
    }
    const int lines = why_lines(m, WHY_TRUTH, WHY_ALL, 1, INT_MAX, &pool, &line);
    assert_int_equal(state_round(match_now(m)), 3);
    assert_int_equal(line[0].round, 1);
    assert_int_equal(line[lines - 1].round, 3);
    pool_free(&pool);
    match_free(m);
    scenario_free(skipping);

    struct scenario *late = support_small_with("{ \"do\": { \"alarm\": { \"per\": { \"severity\"",
                                               "{ \"in\": 2, \"do\": { \"alarm\": { \"per\": { "
                                               "\"severity\"");
    play_games_of(late, look_at_sums);
    scenario_free(late);
}

/* ---- how commitments end ---- */

static int ends[WHY_ENDED + 1];

static bool ran(const struct ledger *ledger, struct rows rows)
{
    bool any = false;
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        any = any || (ledger->ran[i / 64] >> (i % 64) & 1u);
    }
    return any;
}

/* A promise ends as those of its rows say that have run, if only to no avail. */
static void check_end(const struct match *m, const struct step *step, int at)
{
    const struct scenario *sc = match_scenario(m);
    const struct change *c = &step->ledger.change[at];
    const int index = why_commitment(sc, c->slot);
    if (index < 0 || c->amount > 0 || !sc->commitment[index].promise) {
        return;
    }
    const struct commitment *k = &sc->commitment[index];
    const bool kept = ran(&step->ledger, k->kept), broken = ran(&step->ledger, k->broken),
               lapsed = ran(&step->ledger, k->lapsed);
    if (kept + broken + lapsed == 1) { /* else both sides' have ended at once */
        const enum why_event event = kept ? WHY_KEPT : broken ? WHY_BROKEN : WHY_LAPSED;
        assert_int_equal(why_event_of(sc, &step->ledger, at), event);
        ends[event]++;
    }
}

static void look_at_ends(const struct match *m)
{
    for (int i = 0; match_over(m) && i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        for (int k = 0; k < step->ledger.count; k++) {
            check_end(m, step, k);
        }
    }
}

static void a_promise_kept_to_no_avail_is_kept(void **state)
{
    (void)state;
    /* a broken word is mended by nothing more, where none has been broken */
    struct scenario *sc = support_small_with(
        "{ \"calm\": 1 } }] },\n      \"broken\": { \"when\": { \"struck.own\": 0, "
        "\"report.age.own\": \"1..\", \"reply.family\": { \"not\": \"cooperate\" } }",
        "{ \"record.own\": -3 } }] },\n      \"broken\": { \"when\": { \"struck.own\": 0, "
        "\"report.age.own\": \"1..\", \"reply.family\": [\"accuse\", \"deny\"] }");
    sc->calendar[1] = sc->calendar[0]; /* more rounds in which one is asked */
    memset(ends, 0, sizeof ends);
    play_games_of(sc, look_at_ends);
    assert_true(ends[WHY_KEPT] > 0 && ends[WHY_BROKEN] > 0 && ends[WHY_LAPSED] > 0);
    scenario_free(sc);
}

/* ---- what a side is told ---- */

/* A side is told of every change of a number that it sees, and of no other. */
static void check_side(const struct match *m, int party, struct pool *pool)
{
    const struct scenario *sc = match_scenario(m);
    struct why_line *all, *side;
    const int alls = why_lines(m, WHY_TRUTH, WHY_ALL, 1, INT_MAX, pool, &all);
    const int sides = why_lines(m, party, WHY_ALL, 1, INT_MAX, pool, &side);
    int at = 0;
    for (int i = 0; i < alls; i++) {
        if (view_sees_slot(sc, party, all[i].slot)) {
            assert_true(at < sides);
            assert_int_equal(side[at].slot, all[i].slot);
            assert_int_equal(side[at].from, all[i].from);
            assert_int_equal(side[at].to, all[i].to);
            assert_int_equal(side[at].round, all[i].round);
            assert_int_equal(side[at].cause, all[i].cause);
            assert_true(side[at].text[0] != '\0');
            at++;
        }
    }
    assert_int_equal(at, sides);
}

static void look_at_sides(const struct match *m)
{
    struct pool pool = new_pool();
    if (setjmp(pool.out)) {
        fail_msg("out of memory");
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        check_side(m, party, &pool);
    }
    pool_free(&pool);
}

static void a_side_is_told_of_every_change_that_it_sees(void **state)
{
    (void)state;
    play_games(look_at_sides);
}

static void rounds_and_numbers_can_be_asked_for_alone(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct match *m = match_new(sc, 3, 1);
    struct dice dice = { 4 };
    struct pool pool = new_pool();
    if (setjmp(pool.out)) {
        fail_msg("out of memory");
    }
    while (!match_over(m)) {
        assert_null(match_play(m, support_random_move(sc, match_now(m), &dice), "person"));
    }
    struct why_line *all, *some;
    const int alls = why_lines(m, 0, WHY_ALL, 1, INT_MAX, &pool, &all);
    int sum = 0;
    for (int round = 1; round <= state_round(match_now(m)); round++) {
        for (int slot = 0; slot < sc->slots; slot++) {
            const int count = why_lines(m, 0, slot, round, round, &pool, &some);
            for (int i = 0; i < count; i++) {
                assert_true(some[i].slot == slot && some[i].round == round);
            }
            sum += count;
        }
    }
    assert_int_equal(sum, alls);
    pool_free(&pool);
    match_free(m);
}

/* The flow rule, seen from the ledger: what moves a number in sight of a side hangs on nothing
 * hidden from it, so that no cause of it must be kept back. */
static void check_change(const struct match *m, const struct view *after, const struct change *c)
{
    const struct scenario *sc = match_scenario(m);
    const struct row *row = &sc->row[c->row];
    if (row->source == SOURCE_ENGINE || !view_sees_slot(sc, after->party, c->slot) ||
        (row->source == SOURCE_MOVE && c->own == after->party)) {
        return;
    }
    const struct knower k = know_init(sc, after, c->own, c->case_at);
    assert_int_not_equal(know_holds(&k, row->when), KNOWN_NOT);
    assert_false(row->source == SOURCE_MOVE && sc->beat[sc->move[row->element].beat].secret);
}

static void look_at_causes(const struct match *m)
{
    for (int i = 0; i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        for (int party = 0; party < MAX_PARTIES; party++) {
            struct view after;
            view_of(match_scenario(m), match_state(m, step->after), party, &after);
            for (int k = 0; k < step->ledger.count; k++) {
                check_change(m, &after, &step->ledger.change[k]);
            }
        }
    }
}

static void no_visible_change_has_a_hidden_cause(void **state)
{
    (void)state;
    play_games(look_at_causes);
}

/* ---- accounts ---- */

static struct table *made(const struct match *m, int party)
{
    struct table *t = table_new(m, party);
    assert_non_null(t);
    return t;
}

static int lines_told;

/* What a number is stands before all that is said of it, known or not. */
static void check_meter_line(const struct scenario *sc, const struct table_account *a)
{
    if (a->slot < 0 || sc->slot_meter[a->slot] == NONE) {
        return;
    }
    const struct phrase line = sc->meter[sc->slot_meter[a->slot]].line;
    if (line.count > 0) {
        assert_true(a->notes > 0);
        assert_string_equal(a->note[0], sc->text[line.first].utf8);
        lines_told++;
    }
}

static void check_account(const struct match *m, const struct table *t,
                          const struct table_account *a)
{
    assert_true(a->id[0] != '\0' && a->title[0] != '\0' && a->value[0] != '\0');
    assert_ptr_equal(table_why(t, a->id), a); /* no other has its id */
    int at = a->slot < 0 ? 0 : why_start(m, a->slot);
    for (int i = 0; i < a->groups; i++) {
        assert_int_equal(a->group[i].before, at);
        assert_true(i == 0 || a->group[i].round > a->group[i - 1].round);
        for (int k = 0; k < a->group[i].causes; k++) {
            at += a->group[i].cause[k].move.amount;
            assert_int_equal(a->group[i].cause[k].running, at);
        }
        assert_int_equal(a->group[i].after, at);
    }
    if (a->slot >= 0) {
        assert_ptr_equal(table_why_slot(t, a->slot), a);
        assert_int_equal(a->known, view_sees_slot(t->scenario, t->party, a->slot));
        assert_true(!a->known || at == match_now(m)->slot[a->slot]);
    }
    assert_int_equal(!a->known, strcmp(a->value, "not known yet") == 0);
    check_meter_line(t->scenario, a);
}

/* What the table shows as a number leads to its account. */
static void check_links(const struct table *t, const struct table_side *side)
{
    for (int i = 0; i < side->meters; i++) {
        assert_non_null(table_why(t, side->meter[i].why));
    }
    for (int i = 0; i < side->stamps; i++) {
        const struct table_account *a = table_why(t, side->stamp[i].why);
        assert_non_null(a);
        assert_int_equal(a->about, ABOUT_WORD);
        assert_string_equal(a->value, side->stamp[i].title);
    }
    for (int i = 0; i < side->lines; i++) {
        assert_true(side->line[i].why[0] == '\0' || table_why(t, side->line[i].why) != NULL);
    }
}

static int goal_links;

static void look_at_accounts(const struct match *m)
{
    for (int party = 0; party < MAX_PARTIES; party++) {
        struct table *t = made(m, party);
        for (int i = 0; i < t->accounts; i++) {
            check_account(m, t, &t->account[i]);
        }
        for (int i = 0; i < t->meters; i++) {
            assert_non_null(table_why(t, t->meter[i].why));
        }
        for (int i = 0; i < t->goals; i++) {
            goal_links += table_why(t, t->goal[i].why) != NULL;
            assert_true(t->goal[i].why[0] == '\0' || table_why(t, t->goal[i].why) != NULL);
        }
        for (int i = 0; t->morning != NULL && i < t->morning->chapter.groups; i++) {
            const struct table_group *g = &t->morning->chapter.group[i];
            assert_int_equal(table_why(t, g->why)->about, ABOUT_NUMBER);
        }
        for (int i = 0; i < t->agreements; i++) {
            const struct table_account *a = table_why(t, t->agreement[i].why);
            assert_true(a != NULL && a->about == ABOUT_COMMITMENT && a->groups > 0);
        }
        check_links(t, &t->me);
        check_links(t, &t->them);
        table_free(t);
    }
}

static void every_number_in_sight_has_an_account(void **state)
{
    (void)state;
    goal_links = lines_told = 0;
    play_games(look_at_accounts);
    assert_true(goal_links > 100);
    assert_true(lines_told > 1000);
}

static bool says(const struct table_account *a, const char *text)
{
    for (int i = 0; i < a->notes; i++) {
        if (strstr(a->note[i], text) != NULL) {
            return true;
        }
    }
    return false;
}

static int open_cases, closed_cases, lies, beliefs, gaps;

static void check_case(const struct match *m, const struct table *t, const struct table_account *a)
{
    const int16_t *field = match_now(m)->file[a->case_at].field;
    const bool out = field[FIELD_REVEALED] != 0, over = match_over(m);
    if (a->about == ABOUT_CASE) {
        assert_int_equal(a->known, out || over);
        assert_int_equal(says(a, "not known yet"), !out && !over);
        open_cases += !out && !over;
    } else if (a->about == ABOUT_WORD && field[FIELD_WORD] == WORD_FALSE) {
        struct table_quote said = t->history[a->case_at].quote[1];
        assert_true(says(a, said.text) || says(a, said.title));
        lies++;
    } else if (a->about == ABOUT_WORD && field[FIELD_WORD] == WORD_OPEN) {
        assert_true(says(a, "not known yet"));
    }
    if (a->about != ABOUT_BELIEF) {
        assert_int_equal(says(a, "It came out in "), out);
        closed_cases += out;
    }
}

/* The last of the weights is the belief that is shown. */
static void check_belief(const struct match *m, const struct table *t)
{
    static const char *const count[] = { "none", "one",   "two",   "three", "four", "five",
                                         "six",  "seven", "eight", "nine",  "ten" };
    const struct table_account *a = table_why(t, "belief");
    const bool believes = t->sheet != NULL && t->sheet->believes;
    assert_int_equal(a != NULL, believes);
    if (a == NULL || t->sheet == NULL) {
        return;
    }
    char last[40];
    snprintf(last, sizeof last, ": %s in ten.", count[t->sheet->belief.guilty]);
    int at = a->notes - 1;
    while (at >= 0 && strstr(a->note[at], " in ten.") == NULL) {
        at--;
    }
    assert_true(at >= 2);
    assert_non_null(strstr(a->note[at], last));
    const struct state *now = match_now(m);
    const bool points = now->file[now->cases - 1].field[FIELD_TRACE] == FROM_SUSPECT;
    assert_int_equal(says(a, "seldom on whose orders"), points && t->sheet->belief.guilty < 5);
    gaps += says(a, "quiet past weighs in");
    beliefs++;
}

static void look_at_cases(const struct match *m)
{
    for (int party = 0; party < MAX_PARTIES; party++) {
        struct table *t = made(m, party);
        for (int i = 0; i < t->accounts; i++) {
            if (t->account[i].case_at >= 0) {
                check_case(m, t, &t->account[i]);
            }
        }
        check_belief(m, t);
        table_free(t);
    }
}

static void cases_words_and_beliefs_are_accounted_for(void **state)
{
    (void)state;
    play_games(look_at_cases);
    assert_true(open_cases > 20 && closed_cases > 20 && lies > 5 && beliefs > 20 && gaps > 0);
}

/* Where one agreement can be signed there is an account of them, where none can there is none. */
static void agreements_are_accounted_for_where_there_are_any(void **state)
{
    (void)state;
    struct scenario *sc = support_small_with("Two islands", "Two rocks");
    for (int agreements = 0; agreements <= 1; agreements++) {
        sc->agreements = agreements;
        struct match *m = match_new(sc, 5, 0);
        struct table *t = table_new(m, 0);
        assert_int_equal(table_why(t, "agreements") != NULL, agreements);
        table_free(t);
        match_free(m);
    }
    scenario_free(sc);
}

static void where_a_number_drifts_is_told(void **state)
{
    (void)state;
    struct match *m = match_new(support_scenario("tests/small"), 1, 0);
    struct table *t = made(m, 0);
    assert_true(says(table_why(t, "alarm"), "The tide turns. It drifts toward 25 every round: 1/2 "
                                            "of the way from below, 1/4 from above."));
    assert_false(says(table_why(t, "calm"), "drifts"));
    table_free(t);
    match_free(m);
}

/* The parts of a score by their ids, from either chair. */
static void parts_of_a_score_have_names(void **state)
{
    (void)state;
    static const char *const says[2][6] = {
        { "favour.east", "loot.west", "loot.west", "calm", "beacon", "ending" },
        { "favour.west", "loot.east", "loot.west", "calm", "beacon", "ending" },
    };
    struct scenario *sc = support_small_with(
        "\"per\": { \"favour.own\": 2, \"loot.own\": 5, \"calm\": 1 }",
        "\"per\": { \"favour.own\": 2, \"loot.other\": 5, \"loot.west\": 1, \"calm\": 1, "
        "\"beacon\": 1 }");
    for (int party = 0; party < MAX_PARTIES; party++) {
        for (int part = 0; part < 6; part++) {
            char name[64];
            motive_part_id(sc, party, part < 5 ? part : PART_ENDING, name, sizeof name);
            assert_string_equal(name, says[party][part]);
        }
    }
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(causes_sum_to_every_change_and_all_kinds_are_met),
        cmocka_unit_test(changes_stand_in_their_rounds),
        cmocka_unit_test(a_promise_kept_to_no_avail_is_kept),
        cmocka_unit_test(a_side_is_told_of_every_change_that_it_sees),
        cmocka_unit_test(rounds_and_numbers_can_be_asked_for_alone),
        cmocka_unit_test(no_visible_change_has_a_hidden_cause),
        cmocka_unit_test(every_number_in_sight_has_an_account),
        cmocka_unit_test(cases_words_and_beliefs_are_accounted_for),
        cmocka_unit_test(agreements_are_accounted_for_where_there_are_any),
        cmocka_unit_test(where_a_number_drifts_is_told),
        cmocka_unit_test(parts_of_a_score_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
