/* duel.h: duel.json, written out in C.
 *
 * A second implementation of the rules, for one scenario: it includes nothing of the game and reads
 * no file. Random games played here and by the engine end alike, number for number, so that they have
 * the same hash; what the one takes against the other is what it costs to read rules from data. */
#ifndef BENCH_DUEL_H
#define BENCH_DUEL_H

#include <stdint.h>

enum { DUEL_ENDINGS = 6 };

struct duel_end {
    int ending, decisions;
    int utility[2];  /* in tenths of a point */
    uint64_t hash;   /* of the state it ended in */
    uint64_t belief; /* of all that was believed, in duel_think */
};

/* Random legal moves on both sides, from the first decision to the ending. */
void duel_play(uint64_t seed, uint64_t game, struct duel_end *out);

/* The same, and before each decision its side works out what it believes of hidden things. */
void duel_think(uint64_t seed, uint64_t game, struct duel_end *out);

/* What the game adds to the hash of many. */
uint64_t duel_hash(uint64_t game, const struct duel_end *end);

#endif
