/* test_resume.c: a game that is saved and resumed is the same game, at every decision of many games:
 * the same state, the same causes, the same table in either chair, and the same end. */
#include "core/state.h"
#include "match/transcript.h"
#include "proof.h"
#include "resumed.h"
#include "table_dump.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static struct match *new_match(const struct scenario *sc, int game)
{
    static const char *const pairs[][MAX_PARTIES] = {
        { "random", "random" },
        { "tit-for-tat", "random" },
        { "generous", "hard-line" },
        { "family-random", "generous" },
    };
    enum { PAIRS = sizeof pairs / sizeof *pairs };
    struct match *m = match_new(sc, 31, (uint64_t)game);
    assert_non_null(m);
    for (int p = 0; p < MAX_PARTIES; p++) {
        struct minister minister;
        char why[200];
        assert_null(minister_find(pairs[game % PAIRS][p], &minister, why, sizeof why));
        match_seat(m, p, &minister);
    }
    return m;
}

static void expect_same_text(const struct match *a, const struct match *b)
{
    char *text = transcript_write(a), *text_again = transcript_write(b);
    assert_non_null(text);
    assert_non_null(text_again);
    assert_string_equal(text_again, text);
    free(text_again);
    free(text);
}

static void expect_same_ledger(const struct ledger *a, const struct ledger *b)
{
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->full, b->full);
    for (int i = 0; i < a->count; i++) {
        const struct change *x = &a->change[i], *y = &b->change[i];
        assert_true(x->slot == y->slot && x->amount == y->amount && x->row == y->row &&
                    x->own == y->own && x->case_at == y->case_at);
    }
}

static void expect_same_table(const struct match *a, const struct match *b)
{
    for (int p = 0; p < MAX_PARTIES; p++) {
        struct table *t = table_new(a, p), *u = table_new(b, p);
        char *said = table_dump(t), *said_again = table_dump(u);
        assert_true(strlen(said) > 500);
        assert_string_equal(said, said_again);
        free(said);
        free(said_again);
        table_free(t);
        table_free(u);
    }
}

static void expect_same_match(const struct match *a, const struct match *b)
{
    expect_same_text(a, b);
    assert_int_equal(match_hash(a), match_hash(b));
    assert_memory_equal(match_now(a), match_now(b), sizeof(struct state));
    assert_int_equal(match_steps(a), match_steps(b));
    expect_same_ledger(match_opening(a), match_opening(b));
    if (match_steps(a) > 0) { /* what went before was the same one decision ago */
        const int last = match_steps(a) - 1;
        expect_same_ledger(&match_step(a, last)->ledger, &match_step(b, last)->ledger);
    }
    expect_same_table(a, b);
}

static void play_on(struct match *m)
{
    while (!match_over(m)) {
        assert_null(match_play_minister(m));
    }
}

/* The end is known from playing the game through once without a stop. */
static uint64_t end_of(const struct scenario *sc, int game)
{
    struct match *m = new_match(sc, game);
    play_on(m);
    const uint64_t end = match_hash(m);
    match_free(m);
    return end;
}

static int resume_everywhere(const struct scenario *sc, int game)
{
    const uint64_t end = end_of(sc, game);
    struct match *m = new_match(sc, game);
    int resumes = 0;
    for (bool over = false; !over; resumes++) {
        over = match_over(m);
        struct match *again = resumed(m);
        expect_same_match(m, again);
        play_on(again);
        assert_int_equal(match_hash(again), end);
        match_free(again);
        if (!over) {
            assert_null(match_play_minister(m));
        }
    }
    match_free(m);
    return resumes;
}

static void saved_and_resumed_at_every_decision(void **unused)
{
    (void)unused;
    const int games = proof_games(8);
    const struct scenario *sc;
    for (int i = 0; (sc = proof_scenario(i)) != NULL; i++) {
        long resumes = 0;
        for (int game = 0; game < games; game++) {
            resumes += resume_everywhere(sc, game);
        }
        print_message("%s: %d games resumed at %ld places\n", sc->id, games, resumes);
        assert_true(resumes > 4L * games);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(saved_and_resumed_at_every_decision),
    };
    return cmocka_run_group_tests_name("resume", tests, resumed_begin, resumed_end);
}
