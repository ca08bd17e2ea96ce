/* Two implementations of the rules play the same games: the engine reads tests/bench/duel.json,
 * duel.c is that scenario written out in C. */
#include "bench/believing.h"
#include "bench/duel.h"
#include "command/tally.h"
#include "content/scenario_load.h"
#include "core/state.h"
#include "json/finding.h"
#include "minister/minister.h"
#include "proof.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>

enum { SEED = 1 };

static struct chair chair_random(void)
{
    struct minister minister;
    char why[200];
    assert_null(minister_find("random", &minister, why, sizeof why));
    return chair_init(&minister);
}

static int load(void **state)
{
    struct findings findings = findings_init();
    *state = scenario_load(SOURCE_DIR "/tests/bench/duel.json", &findings);
    findings_clear(&findings);
    return *state == NULL;
}

static int unload(void **state)
{
    scenario_free(*state);
    return 0;
}

static bool same_game(const struct scenario *sc, const struct chair *chair, uint64_t game)
{
    struct outcome engine;
    struct duel_end twin;
    bare_game_play(sc, chair, SEED, game, &engine);
    duel_play(SEED, game, &twin);
    return state_ending(&engine.end) == twin.ending && engine.decisions == twin.decisions &&
           state_utility(sc, &engine.end, 0) == twin.utility[0] &&
           state_utility(sc, &engine.end, 1) == twin.utility[1] &&
           state_hash(sc, &engine.end) == twin.hash;
}

static int games_that_differ(const struct scenario *sc, int games)
{
    const struct chair chair[MAX_PARTIES] = { chair_random(), chair_random() };
    int differ = 0;
    for (int i = 0; i < games; i++) {
        differ += !same_game(sc, chair, (uint64_t)i);
    }
    return differ;
}

static void both_play_the_same_games(void **state)
{
    assert_int_equal(games_that_differ(*state, proof_games(20000)), 0);
}

/* What the side to move believes of hidden levels and of culprits, at every decision. */
static int beliefs_that_differ(const struct scenario *sc, int games)
{
    int differ = 0;
    for (int i = 0; i < games; i++) {
        struct outcome engine;
        struct duel_end twin;
        const uint64_t believed = believing_game(sc, SEED, (uint64_t)i, &engine);
        duel_think(SEED, (uint64_t)i, &twin);
        differ += believed != twin.belief || state_hash(sc, &engine.end) != twin.hash;
    }
    return differ;
}

static void both_believe_the_same(void **state)
{
    struct scenario *sc = *state;
    assert_int_equal(beliefs_that_differ(sc, (proof_games(20000) + 9) / 10), 0);
    sc->opacity[0].share++; /* one number changed shows */
    assert_in_range(beliefs_that_differ(sc, 100), 50, 100);
    sc->opacity[0].share--;
}

struct sums {
    const struct scenario *sc;
    struct tally engine;
    uint64_t hash, met[DUEL_ENDINGS]; /* of the twin */
};

static void add(void *context, uint64_t game, const struct outcome *outcome)
{
    struct sums *sums = context;
    struct duel_end twin;
    tally_add(&sums->engine, sums->sc, game, outcome);
    duel_play(SEED, game, &twin);
    sums->hash += duel_hash(game, &twin);
    sums->met[twin.ending]++;
}

/* As `run` plays them: side by side. */
static void the_sums_of_both_are_the_same(void **state)
{
    const struct chair chair[MAX_PARTIES] = { chair_random(), chair_random() };
    struct sums sums = { .sc = *state };
    struct bare_games games = { *state, chair, SEED, bare_games_batch(), add, &sums };
    assert_non_null(games.batch);
    bare_games_play(&games, 0, (uint64_t)proof_games(20000));
    free(games.batch);
    assert_int_equal(sums.sc->endings, DUEL_ENDINGS);
    assert_true(sums.engine.hash == sums.hash);
    for (int i = 0; i < DUEL_ENDINGS; i++) {
        assert_int_equal(sums.engine.ending[i], sums.met[i]);
        assert_true(sums.met[i] > 0); /* every ending is met, or the games say little */
    }
}

static void add_to_first_amount(struct scenario *sc, const char *id, int more)
{
    const int move = scenario_move(sc, 0, id);
    struct amount *amount = &sc->amount[sc->op[sc->row[sc->move[move].now.first].first_op].amount];
    amount->base = amount->min = amount->max = (int16_t)(amount->base + more);
    scenario_compile(sc);
}

/* A comparison that could not fail would prove nothing. */
static void one_number_changed_shows(void **state)
{
    add_to_first_amount(*state, "ask", 1);
    assert_in_range(games_that_differ(*state, 100), 50, 100);
    add_to_first_amount(*state, "ask", -1);
    assert_int_equal(games_that_differ(*state, 100), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_play_the_same_games),
        cmocka_unit_test(both_believe_the_same),
        cmocka_unit_test(the_sums_of_both_are_the_same),
        cmocka_unit_test(one_number_changed_shows),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
