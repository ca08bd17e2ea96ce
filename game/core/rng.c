/* rng.c: keyed draws. */
#include "core/rng.h"

#include <assert.h>

uint64_t rng_mix(uint64_t a, uint64_t b)
{
    uint64_t z = (a * 0x9E3779B97F4A7C15u) ^ (b + 0xD1B54A32D192ED03u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

uint64_t rng_luck(uint64_t seed, uint64_t game)
{
    return rng_mix(rng_mix(seed, 0x6261636bu), game);
}

/* The upper 32 bits scaled to n: the bias is below n / 2^32, far under what a game can show. */
static int scaled(uint64_t word, int n)
{
    return (int)(((word >> 32) * (uint64_t)n) >> 32);
}

int rng_draw(uint64_t luck, int round, enum purpose purpose, int element, int n)
{
    assert(n >= 1);
    const uint64_t key = ((uint64_t)round << 32) | ((uint64_t)purpose << 24) | (uint64_t)element;
    return scaled(rng_mix(luck, key), n);
}

bool rng_percent(uint64_t luck, int round, enum purpose purpose, int element, int percent)
{
    return rng_draw(luck, round, purpose, element, 100) < percent;
}

uint64_t dice_next(struct dice *dice)
{
    dice->state += 0x9E3779B97F4A7C15u;
    return rng_mix(dice->state, 1);
}

int dice_roll(struct dice *dice, int n)
{
    assert(n >= 1);
    return scaled(dice_next(dice), n);
}
