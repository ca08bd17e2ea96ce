/* Conditions sifted together hold as they do one by one, in random states of every scenario. */
#include "core/bits.h"
#include "core/row.h"
#include "proof.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { STATES = 60, DECISIONS = 45 };

/* Asked one by one; `some` that hold and some that do not have been met when both bits are set. */
static uint64_t hold(struct context *c, const struct sieve *sieve, const struct task *task,
                     unsigned *some)
{
    const struct scenario *sc = c->sc;
    const int own = c->own;
    uint64_t bits = 0;
    for (uint64_t left = sieve->all; left; left &= left - 1) {
        const int i = bits_first(left);
        if (task != NULL && (task[i].how & TASK_SIDE)) {
            row_turn(c, task[i].side);
        }
        const bool holds = row_holds(c, sc->compiled.asked[sieve->when + i]);
        row_turn(c, own);
        bits |= (uint64_t)holds << i;
        *some |= 1u << holds;
    }
    return bits;
}

static void compare(struct context *c, const struct sieve *sieve, const struct task *task,
                    unsigned *some)
{
    const uint64_t left = row_left(c, sieve), holds = hold(c, sieve, task, some);
    assert_true((left & ~sieve->asks) == (holds & ~sieve->asks));
    assert_true((holds & ~left) == 0); /* what asks may be left though it fails, not the reverse */
}

static void compare_blocks(struct context *c, unsigned *some)
{
    const struct compiled *k = &c->sc->compiled;
    for (int i = 0; i < k->blocks; i++) {
        compare(c, &k->block[i].sieve, &k->task[k->block[i].first_task], some);
    }
}

static void compare_state(const struct scenario *sc, struct state *s, unsigned *some)
{
    const struct compiled *k = &sc->compiled;
    struct context c = row_context(sc, s, 1, NULL, s->side, s->cases - 1);
    for (int i = 0; i < s->cases; i++) {
        row_about(&c, i);
        compare_blocks(&c, some);
        row_turn(&c, 1 - c.own);
        compare_blocks(&c, some);
    }
    compare(&c, &k->any_time, NULL, some);
    compare(&c, &k->at_last, NULL, some);
    compare(&c, &k->clause, NULL, some);
    for (int i = 0; i < sc->beats && s->cases > 0; i++) {
        assert_true(row_sift(&c, &k->gate[i]) == hold(&c, &k->gate[i], NULL, some));
    }
}

static void sifted_as_one_by_one(void **state)
{
    (void)state;
    const struct scenario *sc;
    for (int i = 0; (sc = proof_scenario(i)) != NULL; i++) {
        unsigned some = 0;
        for (int n = 0; n < proof_games(STATES); n++) {
            struct state s;
            support_random_state(sc, rng_luck(5, (uint64_t)n), n % DECISIONS, &s);
            compare_state(sc, &s, &some);
        }
        assert_int_equal(some, 3);
    }
}

/* All rows of the scenario stand in the blocks, in order, once for each side they run for. */
static void every_row_is_in_a_block(void **state)
{
    (void)state;
    const struct scenario *sc;
    for (int i = 0; (sc = proof_scenario(i)) != NULL; i++) {
        int at = 0;
        for (int row = 1; row < sc->n_rows; row++) {
            for (int p = 0; p < (sc->row[row].each ? MAX_PARTIES : 1); p++) {
                assert_int_equal(sc->compiled.task[at++].row, row);
            }
        }
        assert_int_equal(at, sc->compiled.tasks);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sifted_as_one_by_one),
        cmocka_unit_test(every_row_is_in_a_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
