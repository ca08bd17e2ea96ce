/* bits.h: small sets kept as the bits of an integer. */
#ifndef CORE_BITS_H
#define CORE_BITS_H

#include <stdint.h>

/* How many members a set has. */
static inline int bits_count(unsigned set)
{
    int n = 0;
    for (; set; set &= set - 1) {
        n++;
    }
    return n;
}

/* The n-th member, from 0; the set has more than n. */
static inline int bits_nth(unsigned set, int n)
{
    for (; n > 0; n--) {
        set &= set - 1;
    }
    int member = 0;
    while (!(set >> member & 1u)) {
        member++;
    }
    return member;
}

/* The least member of a set that has one. */
static inline int bits_first(uint64_t set)
{
#ifdef __GNUC__
    return __builtin_ctzll(set);
#else
    int member = 0;
    while (!(set >> member & 1u)) {
        member++;
    }
    return member;
#endif
}

#endif
