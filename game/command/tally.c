/* tally.c: the sums of many games. */
#include "command/tally.h"

#include "core/rng.h"

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

void tally_join(struct tally *t, const struct tally *other)
{
    t->games += other->games;
    t->decisions += other->decisions;
    for (int i = 0; i < MAX_ENDINGS; i++) {
        t->ending[i] += other->ending[i];
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        t->utility[party] += other->utility[party];
        t->squares[party] += other->squares[party];
    }
    t->hash += other->hash;
}

struct spread tally_spread(const struct tally *t, int party)
{
    return (struct spread){ (int64_t)t->games, t->utility[party], t->squares[party] };
}

int64_t tally_mean(const struct tally *t, int party)
{
    const struct spread spread = tally_spread(t, party);
    return spread_mean(&spread, 1);
}

int64_t tally_ci95(const struct tally *t, int party)
{
    const struct spread spread = tally_spread(t, party);
    return spread_ci95(&spread, 1);
}
