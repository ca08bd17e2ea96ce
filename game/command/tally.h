/* tally.h: the sums of many games.
 *
 * Whole numbers only, so that games may be counted in any order, on any machine and in parts. */
#ifndef COMMAND_TALLY_H
#define COMMAND_TALLY_H

#include "command/bare_game.h"
#include "command/spread.h"

#include <stdint.h>

enum { TALLY_MAX_GAMES = 1000000000 }; /* as many that no sum can overflow */

struct tally {
    uint64_t games, decisions;
    uint64_t ending[MAX_ENDINGS];
    int64_t utility[MAX_PARTIES]; /* sums, in tenths of a point */
    int64_t squares[MAX_PARTIES]; /* sums of their squares */
    uint64_t hash;                /* sum modulo 2^64 of a hash of (game, end) */
};

/* Counts a game in; `game` is its number. */
void tally_add(struct tally *t, const struct scenario *sc, uint64_t game,
               const struct outcome *outcome);

/* The utilities of a party. */
struct spread tally_spread(const struct tally *t, int party);

void tally_join(struct tally *t, const struct tally *other);

/* The mean utility of a party, and half the width of its 95 % interval, in 1/10,000 of a point. The
 * latter is 0 for fewer than two games, which differ from nothing. */
int64_t tally_mean(const struct tally *t, int party);
int64_t tally_ci95(const struct tally *t, int party);

#endif
