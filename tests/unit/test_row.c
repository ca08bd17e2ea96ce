/* The interpreter of rows, on a scenario of a few rows made here by hand. */
#include "core/row.h"

#include "core/case.h"
#include "core/commitment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
    CALM = SLOT_FIRST_METER,
    FAME,
    FAME_2,
    PACT,
    PACT_AGE,
    WORD_1,
    WORD_2,
    WORD_AGE_1,
    WORD_AGE_2
};

struct bench {
    struct scenario sc;
    struct state s;
    struct ledger ledger;
};

static int add_when(struct scenario *sc, struct test test)
{
    sc->test[sc->n_tests] = test;
    sc->when[sc->n_whens] = (struct when){ .first_test = (uint16_t)sc->n_tests++, .tests = 1 };
    return sc->n_whens++;
}

static int add_amount(struct scenario *sc, int base)
{
    sc->amount[sc->n_amounts] = (struct amount){ .base = (int16_t)base, .min = -1000, .max = 1000 };
    return sc->n_amounts++;
}

/* One row that does one thing; returns its rows. */
static struct rows add_row(struct scenario *sc, struct op op)
{
    sc->op[sc->n_ops] = op;
    sc->row[sc->n_rows] = (struct row){ .first_op = (uint16_t)sc->n_ops++, .ops = 1 };
    return (struct rows){ (uint16_t)sc->n_rows++, 1 };
}

static struct op change(enum verb verb, struct ref target, int amount)
{
    return (struct op){ .verb = (uint8_t)verb, .target = target, .amount = (uint16_t)amount };
}

static const struct ref calm = { WHO_SHARED, CALM };
static const struct ref own_fame = { WHO_OWN, FAME };
static const struct ref other_fame = { WHO_OTHER, FAME };

static int set_up(void **state)
{
    struct bench *b = calloc(1, sizeof *b);
    struct scenario *sc = &b->sc;
    memset(sc->slot_meter, NONE, sizeof sc->slot_meter);
    sc->n_whens = sc->n_rows = sc->n_amounts = 1;
    sc->slots = WORD_AGE_2 + 1;
    sc->rounds = 12;
    sc->meters = 2;
    sc->meter[0] = (struct meter){ .slot = CALM, .lo = 0, .hi = 100 };
    sc->meter[1] = (struct meter){ .slot = FAME, .party = true, .lo = -20, .hi = 20 };
    sc->slot_meter[CALM] = 0;
    sc->slot_meter[FAME] = sc->slot_meter[FAME_2] = 1;
    sc->commitments = 2;
    sc->commitment[0] =
        (struct commitment){ .slot = PACT, .age = PACT_AGE, .needs = NONE, .due = 2 };
    sc->commitment[1] = (struct commitment){
        .slot = WORD_1, .age = WORD_AGE_1, .needs = NONE, .promise = true, .can_keep = true
    };
    b->s.slot[SLOT_ROUND] = 3;
    b->s.slot[CALM] = 40;
    b->s.slot[SLOT_ENDING] = NONE;
    *state = b;
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

static struct context own(struct bench *b, int party)
{
    scenario_compile(&b->sc);
    return row_context(&b->sc, &b->s, 1, &b->ledger, party, -1);
}

static void conditions(void **state)
{
    struct bench *b = *state;
    const int range = add_when(&b->sc, (struct test){ .ref = calm, .lo = 40, .hi = 50 });
    const int ids = add_when(&b->sc, (struct test){ .ref = calm, .ids = true, .mask = 1ull << 7 });
    const int either = add_when(&b->sc, (struct test){ .ref = calm, .lo = 0, .hi = 10 });
    b->sc.when[either].or_next = true;
    add_when(&b->sc, (struct test){ .ref = calm, .lo = 90, .hi = 100 });
    const int values[] = { 39, 40, 50, 51, 7, 10, 95, NONE };
    const bool expected[][3] = { { false, false, false }, { true, false, false },
                                 { true, false, false },  { false, false, false },
                                 { false, true, true },   { false, false, true },
                                 { false, false, true },  { false, false, false } };
    for (int i = 0; i < 8; i++) {
        b->s.slot[CALM] = (int16_t)values[i];
        const struct context c = own(b, 0);
        assert_true(row_holds(&c, 0));
        assert_int_equal(row_holds(&c, range), expected[i][0]);
        assert_int_equal(row_holds(&c, ids), expected[i][1]);
        assert_int_equal(row_holds(&c, either), expected[i][2]);
    }
}

static void amounts_round_to_nearest(void **state)
{
    struct bench *b = *state;
    const int a = add_amount(&b->sc, 3);
    b->sc.amount[a].terms = 1;
    b->sc.term[0] = (struct term){ .ref = calm, .num = 1, .den = 2 };
    b->sc.amount[a].min = -4;
    b->sc.amount[a].max = 20;
    const int cases[][2] = { { 0, 3 },  { 1, 4 },   { 2, 4 },   { 3, 5 },   { -1, 2 },
                             { -3, 1 }, { 34, 20 }, { 99, 20 }, { -99, -4 } };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        b->s.slot[CALM] = (int16_t)cases[i][0];
        const struct context c = own(b, 0);
        assert_int_equal(row_amount(&c, a), cases[i][1]);
    }
}

static void roles_point_at_their_side(void **state)
{
    struct bench *b = *state;
    const struct rows mine = add_row(&b->sc, change(OP_ADD, own_fame, add_amount(&b->sc, 3)));
    const struct rows theirs = add_row(&b->sc, change(OP_ADD, other_fame, add_amount(&b->sc, -2)));
    struct context c = own(b, 1);
    row_run(&c, mine);
    row_run(&c, theirs);
    assert_int_equal(b->s.slot[FAME], -2);
    assert_int_equal(b->s.slot[FAME_2], 3);
    b->sc.row[mine.first].each = true;
    c = own(b, 1);
    row_run(&c, mine);
    assert_int_equal(b->s.slot[FAME], 1);
    assert_int_equal(b->s.slot[FAME_2], 6);
}

static void changes_are_clamped_and_recorded(void **state)
{
    struct bench *b = *state;
    const struct rows up = add_row(&b->sc, change(OP_ADD, calm, add_amount(&b->sc, 70)));
    struct context c = own(b, 0);
    row_run(&c, up);
    row_run(&c, up);
    assert_int_equal(b->s.slot[CALM], 100);
    assert_int_equal(b->ledger.count, 1); /* the second changed nothing, and so has no cause */
    assert_int_equal(b->ledger.change[0].amount, 60);
    assert_int_equal(b->ledger.change[0].slot, CALM);
    assert_int_equal(b->ledger.change[0].row, up.first);
}

static void set_and_toward(void **state)
{
    struct bench *b = *state;
    struct op op = change(OP_TOWARD, calm, add_amount(&b->sc, 60));
    op.below = 2;
    op.above = 4;
    const struct rows drift = add_row(&b->sc, op);
    const struct rows set = add_row(&b->sc, change(OP_SET, calm, add_amount(&b->sc, 75)));
    struct context c = own(b, 0);
    row_run(&c, drift);
    assert_int_equal(b->s.slot[CALM], 50);
    row_run(&c, set);
    assert_int_equal(b->s.slot[CALM], 75);
    row_run(&c, drift);
    assert_int_equal(b->s.slot[CALM], 72); /* 75 - 15/4 */
    assert_int_equal(
        b->ledger.change[0].amount + b->ledger.change[1].amount + b->ledger.change[2].amount, 32);
}

static void curves_scale_by_the_value(void **state)
{
    struct bench *b = *state;
    b->sc.meter[0].curved = true;
    b->sc.meter[0].gain[0] = 115;
    b->sc.meter[0].gain[1] = -1;
    b->sc.meter[0].loss[0] = 35;
    b->sc.meter[0].loss[1] = 1;
    const struct rows up = add_row(&b->sc, change(OP_ADD, calm, add_amount(&b->sc, 6)));
    const struct rows down = add_row(&b->sc, change(OP_ADD, calm, add_amount(&b->sc, -6)));
    struct context c = own(b, 0);
    row_run(&c, up); /* 6 * (115 - 40) / 100 = 4.5 -> 5 */
    assert_int_equal(b->s.slot[CALM], 45);
    row_run(&c, down); /* -6 * (35 + 45) / 100 = -4.8 -> -5 */
    assert_int_equal(b->s.slot[CALM], 40);
}

static void chance_is_keyed_by_row_and_round(void **state)
{
    struct bench *b = *state;
    const struct rows rows = add_row(&b->sc, change(OP_ADD, calm, add_amount(&b->sc, 1)));
    b->sc.op[b->sc.n_ops] = change(OP_ADD, own_fame, add_amount(&b->sc, 1));
    b->sc.row[rows.first].chance = (uint16_t)add_amount(&b->sc, 30);
    b->sc.row[rows.first].first_else = (uint16_t)b->sc.n_ops++;
    b->sc.row[rows.first].elses = 1;
    scenario_compile(&b->sc);
    int hits = 0, elses = 0;
    for (int i = 0; i < 10000; i++) {
        b->s.slot[CALM] = b->s.slot[FAME] = 0;
        struct context c = row_context(&b->sc, &b->s, rng_luck(1, (uint64_t)i), 0, 0, -1);
        row_run(&c, rows);
        const int once = b->s.slot[CALM];
        hits += once;
        elses += b->s.slot[FAME];
        row_run(&c, rows); /* the same draw again */
        assert_int_equal(b->s.slot[CALM], 2 * once);
    }
    assert_int_equal(hits + elses, 10000);
    assert_in_range(hits, 2850, 3150);
}

static void delayed_rows_wait_and_are_asked_again(void **state)
{
    struct bench *b = *state;
    const struct rows rows = add_row(&b->sc, change(OP_ADD, calm, add_amount(&b->sc, 9)));
    b->sc.row[rows.first].delay = 2;
    b->sc.row[rows.first].when =
        (uint16_t)add_when(&b->sc, (struct test){ .ref = own_fame, .lo = 0, .hi = 5 });
    struct context c = own(b, 1);
    row_run(&c, rows);
    assert_int_equal(b->s.slot[CALM], 40);
    assert_int_equal(b->s.pendings, 1);
    b->s.slot[SLOT_ROUND] = 4;
    row_run_pending(&c);
    assert_int_equal(b->s.slot[CALM], 40);
    b->s.slot[SLOT_ROUND] = 5;
    struct state no_longer = b->s;
    row_run_pending(&c);
    assert_int_equal(b->s.slot[CALM], 49);
    assert_int_equal(b->s.pendings, 0);
    no_longer.slot[FAME_2] = 6;
    struct context d = row_context(&b->sc, &no_longer, 1, 0, 0, -1);
    row_run_pending(&d);
    assert_int_equal(no_longer.slot[CALM], 40);
    assert_int_equal(no_longer.pendings, 0);
}

static void agreements_come_due(void **state)
{
    struct bench *b = *state;
    struct commitment *pact = &b->sc.commitment[0];
    pact->lapsed = add_row(&b->sc, change(OP_ADD, calm, add_amount(&b->sc, -7)));
    struct context c = own(b, 0);
    commitment_sign(&c, 0);
    assert_int_equal(b->s.slot[SLOT_AGREEMENTS], 1);
    commitment_age(&c);
    assert_int_equal(b->s.slot[PACT], 1);
    commitment_age(&c);
    assert_int_equal(b->s.slot[PACT], 0);
    assert_int_equal(b->s.slot[SLOT_AGREEMENTS], 0);
    assert_int_equal(b->s.slot[CALM], 33);

    pact->can_keep = true; /* kept when it comes due: it stands from then on */
    pact->kept_when = 0;
    commitment_sign(&c, 0);
    for (int i = 0; i < 5; i++) {
        commitment_age(&c);
    }
    assert_int_equal(b->s.slot[PACT], 1);
}

static void promises_are_kept_or_broken_by_their_giver(void **state)
{
    struct bench *b = *state;
    struct commitment *word = &b->sc.commitment[1];
    word->kept_when =
        (uint16_t)add_when(&b->sc, (struct test){ .ref = own_fame, .lo = 5, .hi = 20 });
    word->kept = add_row(&b->sc, change(OP_ADD, own_fame, add_amount(&b->sc, 2)));
    word->broken = add_row(&b->sc, change(OP_ADD, own_fame, add_amount(&b->sc, -9)));
    struct context c = own(b, 1);
    commitment_promise(&c, 1);
    assert_int_equal(b->s.slot[WORD_1], 0);
    assert_int_equal(b->s.slot[WORD_2], 1);
    commitment_look(&c);
    assert_int_equal(b->s.slot[WORD_2], 1);
    b->s.slot[FAME_2] = 5;
    commitment_look(&c);
    assert_int_equal(b->s.slot[WORD_2], 0);
    assert_int_equal(b->s.slot[FAME_2], 7);

    commitment_promise(&c, 1);
    commitment_break(&c, 1);
    assert_int_equal(b->s.slot[WORD_2], 0);
    assert_int_equal(b->s.slot[FAME_2], -2);
    commitment_break(&c, 1); /* nothing to break any more */
    assert_int_equal(b->s.slot[FAME_2], -2);
}

static void what_rests_on_an_agreement_falls_with_it(void **state)
{
    struct bench *b = *state;
    b->sc.commitments = 3;
    b->sc.commitment[2] =
        (struct commitment){ .slot = WORD_AGE_2 + 1, .age = WORD_AGE_2 + 2, .needs = 0 };
    b->sc.slots += 2;
    b->sc.slot_meter[WORD_AGE_2 + 1] = NONE;
    struct context c = own(b, 0);
    commitment_sign(&c, 0);
    commitment_sign(&c, 2);
    struct state any = b->s;
    struct context d = row_context(&b->sc, &any, 1, 0, 0, -1);
    commitment_break(&d, NONE); /* the first that nothing rests on: the second */
    assert_int_equal(any.slot[PACT], 1);
    assert_int_equal(any.slot[WORD_AGE_2 + 1], 0);
    commitment_break(&c, 0);
    assert_int_equal(b->s.slot[PACT], 0);
    assert_int_equal(b->s.slot[WORD_AGE_2 + 1], 0);
    assert_int_equal(b->s.slot[SLOT_AGREEMENTS], 0);
}

/* Each rests on the one after it in the file, so that one pass would not do. */
static void what_rests_on_what_fell_falls_too(void **state)
{
    struct bench *b = *state;
    const int first = WORD_AGE_2 + 1;
    b->sc.commitments = 3;
    for (int i = 0; i < 3; i++) {
        b->sc.commitment[i] = (struct commitment){ .slot = (uint8_t)(first + 2 * i),
                                                   .age = (uint8_t)(first + 2 * i + 1),
                                                   .needs = (uint8_t)(i < 2 ? i + 1 : NONE) };
    }
    b->sc.slots = first + 6;
    struct context c = own(b, 0);
    for (int i = 2; i >= 0; i--) {
        commitment_sign(&c, i);
    }
    commitment_break(&c, 2);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(b->s.slot[first + 2 * i], 0);
    }
    assert_int_equal(b->s.slot[SLOT_AGREEMENTS], 0);
}

/* However much happens, the causes of a slot sum to its change. */
static void a_full_ledger_keeps_its_sums(void **state)
{
    struct bench *b = *state;
    const struct rows up = add_row(&b->sc, change(OP_ADD, own_fame, add_amount(&b->sc, 1)));
    const struct rows down = add_row(&b->sc, change(OP_ADD, own_fame, add_amount(&b->sc, -1)));
    const struct rows other = add_row(&b->sc, change(OP_ADD, calm, add_amount(&b->sc, 1)));
    struct context c = own(b, 0);
    for (int i = 0; i < LEDGER_SIZE; i++) {
        row_run(&c, i % 3 == 2 ? down : up);
    }
    row_run(&c, other);
    int fame = 0, peace = 0;
    for (int i = 0; i < b->ledger.count; i++) {
        fame += b->ledger.change[i].slot == FAME ? b->ledger.change[i].amount : 0;
        peace += b->ledger.change[i].slot == CALM ? b->ledger.change[i].amount : 0;
    }
    assert_true(b->ledger.full);
    assert_true(b->ledger.count <= LEDGER_SIZE);
    assert_int_equal(fame, b->s.slot[FAME]);
    assert_int_equal(peace, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(conditions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(amounts_round_to_nearest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(roles_point_at_their_side, set_up, tear_down),
        cmocka_unit_test_setup_teardown(changes_are_clamped_and_recorded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(set_and_toward, set_up, tear_down),
        cmocka_unit_test_setup_teardown(curves_scale_by_the_value, set_up, tear_down),
        cmocka_unit_test_setup_teardown(chance_is_keyed_by_row_and_round, set_up, tear_down),
        cmocka_unit_test_setup_teardown(delayed_rows_wait_and_are_asked_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(agreements_come_due, set_up, tear_down),
        cmocka_unit_test_setup_teardown(promises_are_kept_or_broken_by_their_giver, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_rests_on_an_agreement_falls_with_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_rests_on_what_fell_falls_too, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_full_ledger_keeps_its_sums, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("row", tests, 0, 0);
}
