/* gap.c: means and intervals without floats. */
#include "minister/gap.h"

#include <assert.h>
#include <stdlib.h>

/* So many differences, each of that size at most, and every product below fits its number. */
enum { MOST = 400, LARGEST = 1000000 };

void gap_add(struct gap_sums *sums, int tenths)
{
    tenths = tenths < -LARGEST ? -LARGEST : tenths > LARGEST ? LARGEST : tenths;
    sums->sum += tenths;
    sums->squares += (int64_t)tenths * tenths;
    sums->count++;
}

/* The smallest whole number whose square is not below. */
static int root_above(uint64_t square)
{
    uint64_t low = 0, high = UINT64_C(1) << 31;
    while (low < high) {
        const uint64_t middle = (low + high) / 2;
        if (middle * middle >= square) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return (int)low;
}

/* mean ± 1.96 standard errors. With S the sum and Q the sum of squares, the square of the
 * half-width is 1.96^2 (n Q - S^2) / (n^2 (n - 1)), and a tenth is ten hundredths. */
struct gap gap_of(const struct gap_sums *sums)
{
    assert(sums->count >= 2 && sums->count <= MOST);
    const int64_t n = sums->count;
    const uint64_t spread = (uint64_t)(n * sums->squares - sums->sum * sums->sum);
    const uint64_t below = (uint64_t)(100 * n * n * (n - 1)), z = UINT64_C(196) * 196;
    const uint64_t square = z * (spread / below) + (z * (spread % below) + below - 1) / below;
    return (struct gap){ (int)(10 * sums->sum / n), root_above(square) };
}

bool gap_is_clear(struct gap gap)
{
    return abs(gap.mean) > gap.ci95;
}
