/* Advice: the same for the same view, legal, of those who are after something, and told alike by
 * window and text play. What the table and text play say of it is swapped in test_table and
 * test_people. */
#include "command/text_choices.h"
#include "core/move.h"
#include "match/advice.h"
#include "match/table.h"
#include "support.h"
#include "swap_state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const scenarios[] = { "pentagon-2012", "tests/small" };
enum { SCENARIOS = 2, GAMES = 6, EVERY = 3 };

/* Calls `look` with some decisions of random games. */
static void visit(void (*look)(const struct scenario *sc, const struct state *s))
{
    for (int which = 0; which < SCENARIOS; which++) {
        const struct scenario *sc = support_scenario(scenarios[which]);
        struct dice dice = { 31 };
        for (uint64_t game = 0; game < GAMES; game++) {
            const uint64_t luck = rng_luck(13, game);
            struct state s;
            round_start(sc, &s, luck, NULL);
            while (!state_over(&s)) {
                if (dice_roll(&dice, EVERY) == 0) {
                    look(sc, &s);
                }
                round_play(sc, &s, support_random_move(sc, &s, &dice), luck, NULL);
            }
        }
    }
}

static struct advice asked(const struct scenario *sc, const struct state *s,
                           const struct disposition *after)
{
    struct view view;
    struct advice a;
    view_of(sc, s, s->side, &view);
    advice_of(sc, &view, after, &a);
    return a;
}

/* ---- of the view alone ---- */

static void same_advice(const struct advice *a, const struct advice *b)
{
    assert_int_equal(a->move, b->move);
    assert_int_equal(a->other, b->other);
    assert_int_equal(a->close, b->close);
    assert_int_equal(a->slot, b->slot);
    assert_int_equal(a->by_morning, b->by_morning);
    assert_int_equal(a->by_morning_of_other, b->by_morning_of_other);
}

static int swaps;

static void look_twice(const struct scenario *sc, const struct state *s)
{
    struct dice dice = { (uint64_t)swaps++ };
    const struct state other = swap_state(sc, s, s->side, &dice);
    const struct advice a = asked(sc, s, &disposition_score);
    const struct advice again = asked(sc, s, &disposition_score);
    const struct advice swapped = asked(sc, &other, &disposition_score);
    same_advice(&a, &again);
    same_advice(&a, &swapped);
}

static void advice_follows_from_the_view_alone(void **state)
{
    (void)state;
    swaps = 0;
    visit(look_twice);
    assert_true(swaps > 80);
}

/* ---- what it may be ---- */

static int with_number, close_calls, decisions;

static void look_at_advice(const struct scenario *sc, const struct state *s)
{
    const struct advice a = asked(sc, s, &disposition_score);
    int legal[MAX_LEGAL];
    const bool choice = move_legal(sc, s, legal) > 1;
    assert_true(move_is_legal(sc, s, a.move));
    assert_int_equal(a.other >= 0, choice);
    assert_true(!choice || (a.other != a.move && move_is_legal(sc, s, a.other)));
    assert_true(a.slot < 0 || (choice && !a.close));
    if (a.slot >= 0) {
        const struct meter *m = &sc->meter[sc->slot_meter[a.slot]];
        assert_true(view_sees_slot(sc, s->side, a.slot) && m->shown != SHOWN_NOT);
        assert_true(!m->party || a.slot == m->slot + s->side);
        assert_true((a.by_morning - a.by_morning_of_other) * m->good > 0);
    }
    with_number += a.slot >= 0;
    close_calls += a.close;
    decisions++;
}

static void advice_is_legal_and_names_a_number_in_sight_that_it_serves(void **state)
{
    (void)state;
    with_number = close_calls = decisions = 0;
    visit(look_at_advice);
    print_message("%d decisions, %d with a number, %d close\n", decisions, with_number,
                  close_calls);
    assert_true(with_number * 5 > decisions && close_calls * 10 > decisions);
}

/* ---- those who are after something else ---- */

static int apart, both;

/* One who cares for the last term of the score only, and one for all but that. */
static void look_at_two(const struct scenario *sc, const struct state *s)
{
    struct disposition one = { .patience = 100 }, two = disposition_score;
    const int last = sc->amount[sc->utility].terms - 1;
    one.term[last] = 100;
    two.term[last] = 0;
    const struct advice a = asked(sc, s, &one), b = asked(sc, s, &two);
    apart += a.move != b.move;
    both += a.other >= 0;
}

static void opposites_disagree(void **state)
{
    (void)state;
    apart = both = 0;
    visit(look_at_two);
    print_message("opposites disagree about %d of %d decisions\n", apart, both);
    assert_true(apart * 4 > both);
}

/* ---- at the table ---- */

static struct match *played(const struct scenario *sc, uint64_t game, int decisions_before)
{
    struct match *m = match_new(sc, 3, game);
    struct dice dice = { game };
    assert_non_null(m);
    for (int i = 0; i < decisions_before && !match_over(m); i++) {
        assert_null(match_play(m, support_random_move(sc, match_now(m), &dice), "person"));
    }
    return m;
}

static void check_marks(const struct table *t, int adviser)
{
    const struct table_adviser *a = &t->adviser[adviser];
    unsigned marked = 0;
    for (int i = 0; i < t->clauses; i++) {
        marked |= (t->clause[i].advisers >> adviser & 1) << i;
    }
    for (int i = 0; i < t->cards; i++) {
        assert_int_equal(t->card[i].advisers >> adviser & 1, i == a->card);
    }
    if (t->moment == TABLE_PICK) {
        assert_int_equal(table_pick(t, marked), a->move);
        return;
    }
    bool found = false;
    assert_true(a->card >= 0 && a->card < t->cards);
    for (int k = 0; k < t->card[a->card].forms; k++) {
        const struct table_form *form = &t->card[a->card].form[k];
        found = found || (form->move == a->move && !form->off);
    }
    assert_true(found);
}

/* The table is the one source of both front ends. */
static void each_adviser_marks_what_it_would_do(void **state)
{
    (void)state;
    int picks = 0, orders = 0;
    for (uint64_t game = 0; game < 3; game++) {
        for (int n = 0; n < 40; n++) {
            struct match *m = played(support_scenario("pentagon-2012"), game, n);
            const int party = match_over(m) ? 0 : match_to_move(m);
            struct table *t = table_new_advised(m, party), *plain = table_new(m, party);
            assert_non_null(t);
            assert_non_null(plain);
            assert_int_equal(t->advisers, match_over(m) ? 0 : 3);
            assert_int_equal(plain->advisers, 0);
            for (int i = 0; i < t->advisers; i++) {
                check_marks(t, i);
                assert_true(*t->adviser[i].choice && *t->adviser[i].marks);
                assert_true(*t->adviser[i].says && *t->adviser[i].reason);
            }
            picks += t->moment == TABLE_PICK;
            orders += t->moment == TABLE_ORDERS;
            table_free(t);
            table_free(plain);
            match_free(m);
        }
    }
    assert_true(picks > 0 && orders > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(advice_follows_from_the_view_alone),
        cmocka_unit_test(advice_is_legal_and_names_a_number_in_sight_that_it_serves),
        cmocka_unit_test(opposites_disagree),
        cmocka_unit_test(each_adviser_marks_what_it_would_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
