/* test_standings.c: sums of a tournament and the ranking made of them. */
#include "command/jobs.h"
#include "command/standings.h"
#include "core/rng.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void chances_are_those_of_the_normal_distribution(void **state)
{
    (void)state;
    struct spread s = { 0 };
    assert_int_equal(spread_chance(&s), 1000000);
    spread_add(&s, 5);
    assert_int_equal(spread_chance(&s), 1000000); /* one number tells nothing */
    spread_add(&s, 5);
    assert_int_equal(spread_chance(&s), 0); /* always the same, and not 0 */
    /* Mean 1 and standard error 1: 0.317311; the same below 0. */
    const struct spread one = { 2, 2, 4 }, below = { 2, -2, 4 };
    assert_int_equal(spread_chance(&one), 317311);
    assert_int_equal(spread_chance(&below), 317311);
    /* Mean 4 of parts of 2, error 1: half of each. */
    const struct spread wide = { 2, 8, 34 };
    assert_int_equal(spread_mean(&wide, 1), 4000);
    assert_int_equal(spread_ci95(&wide, 1), 1960);
    assert_int_equal(spread_mean(&wide, 2), 2000);
    assert_int_equal(spread_ci95(&wide, 2), 980);
    assert_int_equal(spread_chance(&wide), 63);
}

static struct standings *new_standings(int field)
{
    struct standings *s = calloc(1, sizeof *s);
    assert_non_null(s);
    s->field = field;
    return s;
}

/* A field of three in lucks drawn from `from` until `until`. */
static void play(struct standings *s, int from, int until)
{
    static struct sheet sheet;
    for (int luck = from; luck < until; luck++) {
        struct dice dice = { rng_luck(1, (uint64_t)luck) };
        for (int i = 0; i < s->field; i++) {
            for (int k = 0; k < s->field; k++) {
                sheet.utility[0][i][k] = dice_roll(&dice, 2000) - 1000 + (i == 1 ? 900 : 0);
                sheet.utility[1][i][k] = dice_roll(&dice, 2000) - 1000 + (k == 1 ? 900 : 0);
            }
        }
        standings_add(s, &sheet);
    }
}

static void parts_join_to_the_whole(void **state)
{
    (void)state;
    struct standings *whole = new_standings(3), *a = new_standings(3), *b = new_standings(3);
    play(whole, 0, 50);
    play(b, 0, 20);
    play(a, 20, 50);
    standings_join(a, b);
    assert_memory_equal(a, whole, sizeof *a);
    free(whole);
    free(a);
    free(b);
}

static void one_who_scores_more_is_ahead(void **state)
{
    (void)state;
    struct standings *s = new_standings(3);
    struct ranking *r = calloc(1, sizeof *r);
    assert_non_null(r);
    play(s, 0, STANDINGS_FEW - 1);
    standings_rank(s, r);
    assert_int_equal(r->order[0], 1);
    assert_true(r->verdict[0][1].holm < 50000);
    assert_false(r->verdict[0][1].significant); /* too few */
    play(s, STANDINGS_FEW - 1, 100);
    standings_rank(s, r);
    assert_int_equal(r->order[0], 1);
    assert_true(r->verdict[0][1].significant && r->verdict[0][2].significant);
    assert_false(r->verdict[1][2].significant);
    for (int i = 0; i < 3; i++) { /* each scores against itself on both seats */
        assert_int_equal(s->whole[i].sum, s->seat[i][0].sum + s->seat[i][1].sum);
        assert_int_equal(s->whole[i].sum,
                         s->against[i][0].sum + s->against[i][1].sum + s->against[i][2].sum);
        assert_int_equal(s->ahead[i][0].sum, s->whole[i].sum - s->whole[0].sum);
    }
    free(r);
    free(s);
}

/* Three pairs of chances 0.02, 0.02 and 0.04: counted three times, twice and once, none less than
 * the one before, nothing is below 5 %; without the correction all would be. */
static void many_pairs_make_it_harder(void **state)
{
    (void)state;
    struct standings *s = new_standings(3);
    struct ranking *r = calloc(1, sizeof *r);
    assert_non_null(r);
    /* Mean 1, with the squares that make the chance. */
    const double z[2] = { 2.3263, 2.0537 }; /* of 0.02 and 0.04 */
    const int n = 10000;
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 3; k++) {
            const double at = i + k == 3 ? z[1] : z[0];
            s->ahead[i][k].count = n;
            s->ahead[i][k].sum = n;
            s->ahead[i][k].squares = n + (int64_t)((double)n * (n - 1) / at / at);
        }
    }
    s->edge.count = n;
    standings_rank(s, r);
    assert_int_equal(r->order[0], 0); /* equals stay as they are */
    assert_int_equal(r->order[2], 2);
    assert_in_range(r->verdict[0][1].chance, 19900, 20100);
    assert_in_range(r->verdict[1][2].chance, 39900, 40100);
    assert_int_equal(r->verdict[0][1].holm, r->verdict[0][1].chance * 3);
    assert_int_equal(r->verdict[0][2].holm, r->verdict[0][1].holm);
    assert_int_equal(r->verdict[1][2].holm, r->verdict[0][1].holm);
    assert_false(r->verdict[0][1].significant);
    free(r);
    free(s);
}

/* ---- jobs ---- */

enum { PIECES = 1000 };
static void mark(void *context, int worker, uint64_t piece)
{
    unsigned char(*done)[PIECES] = context;
    done[worker][piece]++;
}

static void each_piece_is_done_once(void **state)
{
    (void)state;
    static unsigned char done[JOBS_MAX][PIECES];
    static const int workers[] = { 1, 2, 7, JOBS_MAX };
    for (size_t i = 0; i < sizeof workers / sizeof *workers; i++) {
        memset(done, 0, sizeof done);
        struct progress progress = progress_init(PIECES, true);
        jobs_run(&(struct jobs){ workers[i], PIECES, mark, done }, &progress);
        for (int piece = 0; piece < PIECES; piece++) {
            int times = 0;
            for (int worker = 0; worker < JOBS_MAX; worker++) {
                assert_true(worker < workers[i] || done[worker][piece] == 0);
                times += done[worker][piece];
            }
            assert_int_equal(times, 1);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chances_are_those_of_the_normal_distribution),
        cmocka_unit_test(parts_join_to_the_whole),
        cmocka_unit_test(one_who_scores_more_is_ahead),
        cmocka_unit_test(many_pairs_make_it_harder),
        cmocka_unit_test(each_piece_is_done_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
