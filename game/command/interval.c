/* interval.c: shares of games and their 95 % intervals. */
#include "command/interval.h"

#include <math.h>

static const double z = 1.96, whole = 1e6; /* 100 per cent */

static int64_t rounded(double share)
{
    return (int64_t)floor(share * whole + 0.5);
}

/* A share of whole numbers, rounded to the nearest, halves away from zero. */
static int64_t exactly(int64_t count, uint64_t games)
{
    const int64_t scaled = count * 1000000, n = (int64_t)games;
    return (scaled >= 0 ? scaled + n / 2 : scaled - n / 2) / n;
}

static struct interval around(int64_t at, double middle, double half, double least)
{
    const double low = middle - half, high = middle + half;
    return (struct interval){ at, rounded(low > least ? low : least),
                              rounded(high < 1 ? high : 1) };
}

struct interval interval_share(uint64_t count, uint64_t games)
{
    const double k = (double)count, n = (double)games, below = 2 * (n + z * z);
    const double spread = z * sqrt(z * z + 4 * k * (n - k) / n);
    struct interval is =
        around(exactly((int64_t)count, games), (2 * k + z * z) / below, spread / below, 0);
    is.low = count == 0 ? 0 : is.low;
    is.high = count == games ? (int64_t)whole : is.high;
    return is;
}

struct interval interval_paired(uint64_t gained, uint64_t lost, uint64_t games)
{
    const double n = (double)games + 2;
    const double plus = ((double)gained + 1) / n, minus = ((double)lost + 1) / n;
    const double variance = (plus + minus - (plus - minus) * (plus - minus)) / n;
    return around(exactly((int64_t)gained - (int64_t)lost, games), plus - minus,
                  z * sqrt(variance > 0 ? variance : 0), -1);
}

struct interval interval_apart(uint64_t count, uint64_t games, uint64_t under, uint64_t under_games)
{
    const double n = (double)games + 2, m = (double)under_games + 2;
    const double p = ((double)count + 1) / n, q = ((double)under + 1) / m;
    const double half = z * sqrt(p * (1 - p) / n + q * (1 - q) / m);
    const double difference = (double)count / (double)games - (double)under / (double)under_games;
    return around(rounded(difference), p - q, half, -1);
}
