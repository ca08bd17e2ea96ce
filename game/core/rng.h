/* rng.h: keyed draws.
 *
 * A draw is a function of (luck, round, purpose, element) and of nothing else: there is no
 * stream and no counter, so what-ifs share their luck, games run in any order, and a saved game
 * needs no generator in it. Integers only; the same numbers on every machine. The mixer is the
 * finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
#ifndef CORE_RNG_H
#define CORE_RNG_H

#include <stdbool.h>
#include <stdint.h>

/* What a draw decides. New purposes go to the end: the numbers are part of every replay. */
enum purpose {
    DRAW_START,
    DRAW_MANDATE,
    DRAW_SEVERE,
    DRAW_VICTIM,
    DRAW_INCIDENT,
    DRAW_SEVERITY,
    DRAW_CULPRIT,
    DRAW_CONFIDENCE,
    DRAW_TRACE,
    DRAW_TRACE_WRONG,
    DRAW_FILE,
    DRAW_EXPOSURE,
    DRAW_SETTLE,
    DRAW_ROW
};

/* The luck of game `game` (from 0) under `seed`. */
uint64_t rng_luck(uint64_t seed, uint64_t game);

/* A well-mixed value of two words; the base of everything here. */
uint64_t rng_mix(uint64_t a, uint64_t b);

/* 0 .. n-1, n in 1..65536. round < 256, element < 2^24. */
int rng_draw(uint64_t luck, int round, enum purpose purpose, int element, int n);

/* True in `percent` of 100 cases. */
bool rng_percent(uint64_t luck, int round, enum purpose purpose, int element, int percent);

/* A minister's own dice: a sequence that belongs to whoever holds it and decides nothing of the
 * rules. Seed it from anything but a game's luck. */
struct dice {
    uint64_t state;
};
uint64_t dice_next(struct dice *dice);
int dice_roll(struct dice *dice, int n); /* 0 .. n-1, n >= 1 */

#endif
