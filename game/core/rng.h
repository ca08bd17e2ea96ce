/* rng.h: keyed draws.
 *
 * A draw is a function of (luck, round, purpose, element) and of nothing else: there is no
 * stream and no counter, so what-ifs share their luck, games run in any order, and a saved game
 * needs no generator in it. Integers only; the same numbers on every machine. The mixer is the
 * finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
#ifndef CORE_RNG_H
#define CORE_RNG_H

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

/* What a draw decides, and its element (0 unless said). New purposes go to the end: the numbers are
 * part of every replay. */
enum purpose {
    DRAW_START,      /* meter * MAX_PARTIES + party; round 0, as the next */
    DRAW_MANDATE,    /* party */
    DRAW_SEVERE,     /* of the incident rounds left in the window: 0 is this one */
    DRAW_VICTIM,     /* party */
    DRAW_INCIDENT,   /* the how-manieth draw; of a deck with each incident as often as its weight */
    DRAW_SEVERITY,   /* above the least */
    DRAW_CULPRIT,    /* 0, 1: the upper and lower 16 bits of a number, modulo the sum of weights */
    DRAW_CONFIDENCE, /* of the sum of weights */
    DRAW_TRACE,      /* trace * MAX_TIERS + tier; in the round of the case, as the next two */
    DRAW_TRACE_WRONG, /* likewise: which of what is not so, in rising order */
    DRAW_FILE,
    DRAW_EXPOSURE, /* case */
    DRAW_SETTLE,   /* the how-manieth settled; of the open cases, oldest first */
    DRAW_ROW       /* ((case + 1) * MAX_PARTIES + own) << 11 | row; case -1: none */
};

/* A well-mixed value of two words; the base of everything here. */
static inline uint64_t rng_mix(uint64_t a, uint64_t b)
{
    uint64_t z = (a * 0x9E3779B97F4A7C15u) ^ (b + 0xD1B54A32D192ED03u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* The luck of game `game` (from 0) under `seed`. */
static inline uint64_t rng_luck(uint64_t seed, uint64_t game)
{
    return rng_mix(rng_mix(seed, 0x6261636bu), game);
}

/* The upper 32 bits scaled to 0 .. n-1: the bias is below n / 2^32, far under what a game can show. */
static inline int rng_scaled(uint64_t word, int n)
{
    return (int)(((word >> 32) * (uint64_t)n) >> 32);
}

/* 0 .. n-1, n in 1..65536. round < 256, element < 2^24. */
static inline int rng_draw(uint64_t luck, int round, enum purpose purpose, int element, int n)
{
    assert(n >= 1);
    const uint64_t key = ((uint64_t)round << 32) | ((uint64_t)purpose << 24) | (uint64_t)element;
    return rng_scaled(rng_mix(luck, key), n);
}

/* True in `percent` of 100 cases. */
static inline bool rng_percent(uint64_t luck, int round, enum purpose purpose, int element,
                               int percent)
{
    return rng_draw(luck, round, purpose, element, 100) < percent;
}

/* A minister's own dice: a sequence that belongs to whoever holds it and decides nothing of the
 * rules. Seed it from anything but a game's luck. */
struct dice {
    uint64_t state;
};
static inline uint64_t dice_next(struct dice *dice)
{
    dice->state += 0x9E3779B97F4A7C15u;
    return rng_mix(dice->state, 1);
}

/* 0 .. n-1, n >= 1 */
static inline int dice_roll(struct dice *dice, int n)
{
    assert(n >= 1);
    return rng_scaled(dice_next(dice), n);
}

#endif
