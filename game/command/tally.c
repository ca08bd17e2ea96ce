/* tally.c: the sums of many games. */
#include "command/tally.h"

#include "core/rng.h"

#include <math.h>

void tally_add(struct tally *t, const struct scenario *sc, uint64_t game,
               const struct outcome *outcome)
{
    t->games++;
    t->decisions += (uint64_t)outcome->decisions;
    t->ending[state_ending(&outcome->end)]++;
    for (int party = 0; party < MAX_PARTIES; party++) {
        const int64_t utility = state_utility(sc, &outcome->end, party);
        t->utility[party] += utility;
        t->squares[party] += utility * utility;
    }
    t->hash += rng_mix(game, state_hash(sc, &outcome->end));
}

int64_t tally_mean(const struct tally *t, int party)
{
    const int64_t games = (int64_t)t->games;
    const int64_t scaled = t->utility[party] * 1000;
    return (scaled >= 0 ? scaled + games / 2 : scaled - games / 2) / games;
}

/* Correctly rounded operations on whole numbers only: the same on every machine. */
int64_t tally_ci95(const struct tally *t, int party)
{
    if (t->games < 2) {
        return 0;
    }
    const double n = (double)t->games, sum = (double)t->utility[party];
    const double spread = (double)t->squares[party] - sum * sum / n;
    return (int64_t)floor(1960.0 * sqrt((spread > 0 ? spread : 0) / (n * (n - 1))) + 0.5);
}
