/* lanes.h: numbers of many games at once.
 *
 * A lane is a game. A number of all games, or for each of them a yes (-1) or no (0), is a union lanes;
 * what is done with it is done to all, by the machine's vectors, and a yes or no keeps it from those
 * it is not meant for. */
#ifndef CORE_BATCH_LANES_H
#define CORE_BATCH_LANES_H

#include <stdbool.h>
#include <stdint.h>

enum { LANES = 64, LANE_PARTS = LANES / 8 }; /* as many as an integer has bits */

typedef int16_t lane_part __attribute__((vector_size(16)));

union lanes {
    lane_part part[LANE_PARTS];
    int16_t of[LANES];
    uint64_t word[LANES / 4];
};

#define LANES_EACH(i) for (int(i) = 0; (i) < LANE_PARTS; (i)++)

static inline bool lanes_any(const union lanes *yes)
{
    uint64_t all = 0;
    for (int i = 0; i < LANES / 4; i++) {
        all |= yes->word[i];
    }
    return all != 0;
}

/* The lanes with a yes, as bits. */
static inline uint64_t lanes_set(const union lanes *yes)
{
    const lane_part bit = { 1, 2, 4, 8, 16, 32, 64, 128 };
    uint64_t set = 0;
    LANES_EACH (i) {
        const union {
            lane_part part;
            uint64_t word[2];
        } bits = { yes->part[i] & bit };
        uint64_t all = bits.word[0] | bits.word[1]; /* whatever the order of bytes */
        all |= all >> 32;
        set |= ((all | all >> 16) & 0xff) << (8 * i);
    }
    return set;
}

static inline void lanes_fill(union lanes *out, int value)
{
    LANES_EACH (i) {
        out->part[i] = (lane_part){ 0 } + (int16_t)value;
    }
}

static inline void lanes_and(union lanes *out, const union lanes *a, const union lanes *b)
{
    LANES_EACH (i) {
        out->part[i] = a->part[i] & b->part[i];
    }
}

/* a but not b */
static inline void lanes_less(union lanes *out, const union lanes *a, const union lanes *b)
{
    LANES_EACH (i) {
        out->part[i] = a->part[i] & ~b->part[i];
    }
}

static inline void lanes_or(union lanes *out, const union lanes *a, const union lanes *b)
{
    LANES_EACH (i) {
        out->part[i] = a->part[i] | b->part[i];
    }
}

/* Those of `among` whose number is that. */
static inline void lanes_equal(union lanes *out, const union lanes *among,
                               const union lanes *number, int value)
{
    LANES_EACH (i) {
        out->part[i] = among->part[i] & (number->part[i] == (lane_part){ 0 } + (int16_t)value);
    }
}

/* Puts a value where there is a yes. */
static inline void lanes_put(union lanes *number, const union lanes *yes, int value)
{
    LANES_EACH (i) {
        number->part[i] = (number->part[i] & ~yes->part[i]) |
                          (yes->part[i] & ((lane_part){ 0 } + (int16_t)value));
    }
}

static inline void lanes_copy(union lanes *number, const union lanes *yes, const union lanes *from)
{
    LANES_EACH (i) {
        number->part[i] = (number->part[i] & ~yes->part[i]) | (yes->part[i] & from->part[i]);
    }
}

static inline int16_t lane_within(int16_t value, int16_t lo, int16_t hi)
{
    return (int16_t)(value < lo ? lo : value > hi ? hi : value);
}

/* Adds a number, or less where that would leave lo..hi. */
static inline void lanes_add_within(union lanes *restrict number, const union lanes *restrict delta,
                                    const union lanes *restrict yes, int16_t lo, int16_t hi)
{
    for (int i = 0; i < LANES; i++) {
        number->of[i] = lane_within((int16_t)(number->of[i] + (delta->of[i] & yes->of[i])), lo, hi);
    }
}

static inline void lanes_add_one(union lanes *restrict number, int value,
                                 const union lanes *restrict yes, int16_t lo, int16_t hi)
{
    for (int i = 0; i < LANES; i++) {
        number->of[i] = lane_within((int16_t)(number->of[i] + (value & yes->of[i])), lo, hi);
    }
}

static inline void lanes_add_pair(union lanes *restrict here, union lanes *restrict there,
                                  int value, const union lanes *restrict yes,
                                  const union lanes *restrict second, int16_t lo, int16_t hi)
{
    for (int i = 0; i < LANES; i++) {
        const int16_t by = (int16_t)(value & yes->of[i]), to = second->of[i];
        here->of[i] = lane_within((int16_t)(here->of[i] + (by & ~to)), lo, hi);
        there->of[i] = lane_within((int16_t)(there->of[i] + (by & to)), lo, hi);
    }
}

/* Adds a value where there is a yes. */
static inline void lanes_add(union lanes *number, const union lanes *yes, int value)
{
    LANES_EACH (i) {
        number->part[i] += yes->part[i] & ((lane_part){ 0 } + (int16_t)value);
    }
}

#endif
