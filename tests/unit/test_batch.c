/* Games that are played side by side are those played one by one, to the last byte of their states. */
#include "core/batch/batch.h"
#include "core/move.h"
#include "core/round.h"
#include "proof.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { GAMES = 1000 };

/* What is chosen depends on everything that one who decides is told. */
struct chooser {
    uint64_t first; /* number of the game in lane 0 */
    int least;      /* of the legal moves that are chosen from, or all that there are */
};

static int choose(void *who, const struct batch_decision *d)
{
    const struct chooser *c = who;
    const int when = ((d->round * 8 + d->place) * 64 + d->tries) * MAX_PARTIES + d->side;
    struct dice dice = { rng_mix(c->first + (uint64_t)d->lane, (uint64_t)when) };
    const int n = dice_roll(&dice, d->count);
    return n < d->count - c->least ? n : d->count - 1;
}

static int tries_of(const struct scenario *sc, const struct state *s)
{
    const struct beat *b = &sc->beat[state_beat(sc, s)];
    int n = 0;
    for (int i = b->first_move; i < b->first_move + b->moves; i++) {
        n += (s->again >> i & 1u) != 0;
    }
    return n;
}

static int play_alone(const struct scenario *sc, uint64_t luck, struct chooser *c, int lane,
                      struct state *s)
{
    int decisions = 0;
    round_start(sc, s, luck, NULL);
    for (; !state_over(s); decisions++) {
        int legal[MAX_LEGAL];
        const struct batch_decision d = { .lane = lane,
                                          .side = s->side,
                                          .round = state_round(s),
                                          .place = s->place,
                                          .tries = tries_of(sc, s),
                                          .count = move_legal(sc, s, legal) };
        round_play(sc, s, legal[choose(c, &d)], luck, NULL);
    }
    return decisions;
}

/* How many of so many games are not the same; `shift`: the luck of those played alone is another. */
static int differ(const struct scenario *sc, struct batch *batch, uint64_t first, int games,
                  int shift, int least)
{
    struct chooser c = { first, least };
    uint64_t luck[BATCH_GAMES] = { 0 };
    int wrong = 0;
    for (int i = 0; i < games; i++) {
        luck[i] = rng_luck(7, first + (uint64_t)i);
    }
    batch_play(batch, sc, luck, games, choose, &c);
    for (int i = 0; i < games; i++) {
        struct state alone, side_by_side;
        const int decisions = batch_end(batch, i, &side_by_side);
        wrong += decisions != play_alone(sc, luck[(i + shift) % games], &c, i, &alone) ||
                 memcmp(&alone, &side_by_side, sizeof alone) != 0;
    }
    return wrong;
}

static int begin(void **state)
{
    *state = aligned_alloc(BATCH_ALIGN, batch_size());
    return *state == NULL;
}

static int end(void **state)
{
    free(*state);
    return 0;
}

static void the_same_games(void **state)
{
    const struct scenario *sc;
    for (int i = 0; (sc = proof_scenario(i)) != NULL; i++) {
        for (int n = 0; n < proof_games(GAMES); n += BATCH_GAMES) {
            assert_int_equal(differ(sc, *state, (uint64_t)n, BATCH_GAMES, 0, n % 3), 0);
        }
    }
}

static void a_batch_that_is_not_full(void **state)
{
    const struct scenario *sc = proof_scenario(0);
    static const int games[] = { 1, 2, 7, 8, 9, 63 };
    for (size_t i = 0; i < sizeof games / sizeof games[0]; i++) {
        assert_int_equal(differ(sc, *state, 100 * i, games[i], 0, 0), 0);
    }
}

/* A comparison that could not fail would prove nothing. */
static void other_luck_shows(void **state)
{
    assert_int_equal(differ(proof_scenario(0), *state, 0, BATCH_GAMES, 1, 0), BATCH_GAMES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_games),
        cmocka_unit_test(a_batch_that_is_not_full),
        cmocka_unit_test(other_luck_shows),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
