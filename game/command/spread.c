/* spread.c: the mean of many whole numbers, and how far it may be off. */
#include "command/spread.h"

#include <math.h>

void spread_add(struct spread *s, int64_t number)
{
    s->count++;
    s->sum += number;
    s->squares += number * number;
}

void spread_join(struct spread *s, const struct spread *other)
{
    s->count += other->count;
    s->sum += other->sum;
    s->squares += other->squares;
}

int64_t spread_mean(const struct spread *s, int parts)
{
    const int64_t scaled = s->sum * 1000, count = s->count * parts;
    return (scaled >= 0 ? scaled + count / 2 : scaled - count / 2) / count;
}

/* The standard error of the mean. Correctly rounded operations on whole numbers only: the same on
 * every machine. */
static double standard_error(const struct spread *s)
{
    const double n = (double)s->count, sum = (double)s->sum;
    const double squares = (double)s->squares - sum * sum / n;
    return sqrt((squares > 0 ? squares : 0) / (n * (n - 1)));
}

int64_t spread_ci95(const struct spread *s, int parts)
{
    return s->count < 2 ? 0 : (int64_t)floor(1960.0 * standard_error(s) / parts + 0.5);
}

int64_t spread_whole_mean(int64_t count, int64_t sum)
{
    const int64_t rest = sum % count * 10000;
    return sum / count * 10000 + (rest >= 0 ? rest + count / 2 : rest - count / 2) / count;
}

int64_t spread_whole_ci95(const struct spread *s)
{
    return s->count < 2 ? 0 : (int64_t)floor(19600.0 * standard_error(s) + 0.5);
}

int64_t spread_ci95_apart(const struct spread *a, const struct spread *b)
{
    if (a->count < 2 || b->count < 2) {
        return 0;
    }
    const double one = standard_error(a), two = standard_error(b);
    return (int64_t)floor(1960.0 * sqrt(one * one + two * two) + 0.5);
}

int64_t spread_chance(const struct spread *s)
{
    const int certain = 1000000;
    if (s->count < 2 || s->sum == 0) {
        return certain;
    }
    const double mean = fabs((double)s->sum / (double)s->count), error = standard_error(s);
    return error > 0 ? (int64_t)floor(certain * erfc(mean / error / sqrt(2)) + 0.5) : 0;
}
