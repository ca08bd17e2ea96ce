/* A hidden decision leaves no trace but its effects: where one side kept a beat open by a move that
 * nobody else can see, the other side's table and its minister's next move are the same as if it had
 * not. */
#include "match/match.h"
#include "support.h"
#include "table_dump.h"

#include "core/move.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The main scenario, with the move that asks one's own services costing nothing and telling
 * nothing, so that all that is left of it is that it was made. */
static struct scenario *without_effects(int *quiet)
{
    const struct scenario *sc = support_scenario("pentagon-2012");
    struct scenario *copy = malloc(sizeof *copy);
    assert_non_null(copy);
    *copy = *sc;
    *quiet = -1;
    for (int i = 0; i < copy->moves; i++) {
        if (copy->move[i].again && copy->beat[copy->move[i].beat].by == BY_SUSPECT) {
            copy->move[i].now.count = 0;
            copy->move[i].when = 0;
            *quiet = i;
        }
    }
    assert_true(*quiet >= 0);
    scenario_compile(copy);
    return copy;
}

static void seat(struct match *m, const char *name)
{
    struct minister minister;
    char why[200];
    assert_null(minister_find(name, &minister, why, sizeof why));
    match_seat(m, 0, &minister);
    match_seat(m, 1, &minister);
}

/* Plays random moves until the suspect is to answer for the `nth` time. False: over before. */
static bool go_to_answer(struct match *m, int nth, uint64_t game)
{
    struct dice dice = { game };
    while (!match_over(m)) {
        const struct scenario *sc = match_scenario(m);
        const struct state *s = match_now(m);
        if (sc->beat[state_beat(sc, s)].by == BY_SUSPECT && --nth < 0) {
            return true;
        }
        const int move = support_random_move(sc, s, &dice);
        const bool again = !(move & MOVE_SET) && sc->move[move].again;
        assert_null(match_play(m, again ? move_fallback(sc, s) : move, "person"));
    }
    return false;
}

static char *dump_of(const struct match *m, int party)
{
    struct table *t = table_new_advised(m, party);
    assert_non_null(t);
    char *dump = table_dump(t);
    table_free(t);
    return dump;
}

/* Two matches of one game, the second with the hidden step in between. */
static void compare(const struct scenario *sc, int quiet, uint64_t game, const char *minister)
{
    struct match *m[2];
    for (int i = 0; i < 2; i++) {
        m[i] = match_new(sc, 5, game);
        seat(m[i], minister);
        if (!go_to_answer(m[i], (int)(game % 4), game)) {
            match_free(m[i]);
            return;
        }
    }
    const int victim = 1 - match_to_move(m[0]);
    assert_null(match_play(m[1], quiet, "person"));
    char *waiting[2] = { dump_of(m[0], victim), dump_of(m[1], victim) };
    assert_string_equal(waiting[0], waiting[1]);
    const int answer = move_fallback(sc, match_now(m[0]));
    for (int i = 0; i < 2; i++) {
        assert_null(match_play(m[i], answer, "person"));
    }
    if (!match_over(m[0])) {
        char *after[2] = { dump_of(m[0], victim), dump_of(m[1], victim) };
        assert_string_equal(after[0], after[1]);
        assert_int_equal(match_to_move(m[0]), victim);
        for (int i = 0; i < 2; i++) {
            assert_null(match_play_minister(m[i]));
            free(after[i]);
        }
        assert_int_equal(match_step(m[0], match_steps(m[0]) - 1)->move,
                         match_step(m[1], match_steps(m[1]) - 1)->move);
    }
    for (int i = 0; i < 2; i++) {
        free(waiting[i]);
        match_free(m[i]);
    }
}

static void a_hidden_step_shows_nowhere(void **unused)
{
    (void)unused;
    int quiet;
    struct scenario *sc = without_effects(&quiet);
    for (uint64_t game = 0; game < 200; game++) {
        compare(sc, quiet, game, "random");
    }
    for (uint64_t game = 0; game < 8; game++) {
        compare(sc, quiet, game, "planner:balanced:easy");
    }
    free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(a_hidden_step_shows_nowhere) };
    return cmocka_run_group_tests_name("hidden_steps", tests, 0, 0);
}
