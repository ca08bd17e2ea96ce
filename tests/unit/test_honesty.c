/* Honesty: what a party may not know changes neither its view nor any minister's decision.
 *
 * States of random and script play are copied, everything hidden from the side to move is swapped
 * for something else, and both are shown to every minister. The controls show that the swap is
 * felt where somebody peeks: at the true state, or at the luck still to come. */
#include "core/move.h"
#include "minister/minister.h"
#include "minister/planner.h"
#include "minister/script.h"
#include "peek.h"
#include "support.h"
#include "swap_state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SIMULATIONS = 60 };

/* ---- states to look at ---- */

/* A state some decisions into a game of random moves, scripts, or one of each. */
static bool reach(const struct scenario *sc, int number, uint64_t *luck, struct state *s)
{
    *luck = rng_luck(21, (uint64_t)number);
    struct dice dice = { rng_mix(*luck, 9) };
    const int script[2] = { dice_roll(&dice, SCRIPTS + 1), dice_roll(&dice, SCRIPTS + 1) };
    round_start(sc, s, *luck, 0);
    for (int n = dice_roll(&dice, 38); n > 0 && !state_over(s); n--) {
        const int chosen = script[s->side];
        const int move = chosen == SCRIPTS ? support_random_move(sc, s, &dice)
                                           : script_play(sc, s, chosen, &dice);
        round_play(sc, s, move, *luck, 0);
    }
    return !state_over(s);
}

/* What has been covered: decisions by beat, and answers heard by the side to move. */
struct cover {
    int beat[MAX_BEATS], answer[MAX_MOVES], swaps;
};

static void note(const struct scenario *sc, const struct state *s, struct cover *cover)
{
    cover->beat[state_beat(sc, s)]++;
    cover->swaps++;
    for (int i = 0; i < s->cases; i++) {
        const int16_t *field = s->file[i].field;
        for (int k = 0; k < MAX_ROUND_BEATS; k++) {
            const int seen = field[FIELD_SEEN + k];
            if (seen != NONE && field[FIELD_VICTIM] == s->side && !field[FIELD_REVEALED]) {
                cover->answer[seen]++;
            }
        }
    }
}

/* An answer that ends the case leaves nothing to hide. */
static bool reveals(const struct scenario *sc, const struct move *m)
{
    for (int r = m->now.first; r < m->now.first + m->now.count; r++) {
        for (int i = sc->row[r].first_op; i < sc->row[r].first_op + sc->row[r].ops; i++) {
            if (sc->op[i].verb == OP_REVEAL) {
                return true;
            }
        }
    }
    return false;
}

static void check_cover(const struct scenario *sc, const struct cover *cover)
{
    for (int b = 0; b < sc->beats; b++) {
        assert_true(cover->beat[b] > 0);
        for (int i = sc->beat[b].first_move; i < sc->beat[b].first_move + sc->beat[b].moves; i++) {
            const struct move *m = &sc->move[i];
            const bool asked = sc->beat[b].by == BY_SUSPECT && m->seen_as == i && !m->again;
            assert_true(!asked || cover->answer[i] > 0 || reveals(sc, m));
        }
    }
}

/* ---- the swap is not felt ---- */

static void check_ministers(const struct scenario *sc, const struct view *a, const struct view *b,
                            uint64_t dice, bool planner)
{
    for (int i = 0; minister_name(i); i++) {
        char why[200];
        struct minister m;
        assert_null(minister_find(minister_name(i), &m, why, sizeof why));
        if (strcmp(m.name, "planner") == 0 && !planner) {
            continue;
        }
        m.simulations = SIMULATIONS;
        if (m.choose(&m, sc, a, dice) != m.choose(&m, sc, b, dice)) {
            fail_msg("%s sees what it may not", m.name);
        }
    }
}

/* The view of a party of a state and of one with everything hidden from it swapped: the same bytes,
 * and for the side to move the same decisions. */
static void check_state(const struct scenario *sc, const struct state *s, int party, int number,
                        bool planner)
{
    struct dice dice = { (uint64_t)number };
    const struct state other = swap_state(sc, s, party, &dice);
    struct view a, b;
    view_of(sc, s, party, &a);
    view_of(sc, &other, party, &b);
    assert_memory_equal(&a, &b, sizeof a);
    if (party == s->side) {
        check_ministers(sc, &a, &b, dice_next(&dice), planner);
    }
}

static void check_swaps(const char *scenario, int states, int planner_states)
{
    const struct scenario *sc = support_scenario(scenario);
    struct cover cover = { { 0 }, { 0 }, 0 };
    for (int i = 0; i < states; i++) {
        uint64_t luck;
        struct state s;
        if (!reach(sc, i, &luck, &s)) {
            continue;
        }
        check_state(sc, &s, 0, i, i < planner_states);
        check_state(sc, &s, 1, i, i < planner_states);
        note(sc, &s, &cover);
    }
    check_cover(sc, &cover);
    print_message("%s: %d swaps felt by no minister\n", scenario, cover.swaps);
}

static void nobody_feels_the_swap(void **unused)
{
    (void)unused;
    check_swaps("pentagon-2012", 4000, 500);
    check_swaps("tests/small", 2000, 300);
}

/* ---- but it would be, by one who peeks ---- */

/* How many decisions of a planner on such worlds differ between two truths behind one view. */
static int differing(bool state, bool luck, int states, int *asked)
{
    const struct scenario *sc = support_scenario("pentagon-2012");
    int differ = 0;
    *asked = 0;
    for (int i = 0; i < states; i++) {
        struct truth a, b;
        struct state s;
        if (!reach(sc, i, &a.luck, &s)) {
            continue;
        }
        struct dice dice = { (uint64_t)i };
        const struct state other = swap_state(sc, &s, s.side, &dice);
        a.s = &s;
        b.s = state ? &other : &s;
        b.luck = luck ? rng_luck(22, (uint64_t)i) : a.luck;
        struct world_source source = { .world = state ? peek_world : peek_luck };
        struct view view;
        view_of(sc, &s, s.side, &view);
        int move[2];
        for (int k = 0; k < 2; k++) {
            source.context = k == 0 ? &a : &b;
            struct thought thought;
            planner_think(sc, &view, &disposition_score, (uint64_t)i, SIMULATIONS, source,
                          &thought);
            move[k] = thought.option[0].move;
        }
        differ += move[0] != move[1];
        (*asked)++;
    }
    return differ;
}

static void controls_feel_it(void **unused)
{
    (void)unused;
    int asked;
    const int same = differing(false, false, 60, &asked);
    assert_int_equal(same, 0);
    const int peeking = differing(true, false, 400, &asked);
    print_message("a planner that peeks at the state: %d of %d decisions differ\n", peeking, asked);
    assert_true(peeking * 20 > asked);
    const int lucky = differing(false, true, 400, &asked);
    print_message("a planner that knows the luck: %d of %d decisions differ\n", lucky, asked);
    assert_true(lucky * 20 > asked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_feels_the_swap),
        cmocka_unit_test(controls_feel_it),
    };
    return cmocka_run_group_tests(tests, 0, 0);
}
