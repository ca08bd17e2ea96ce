/* sums.c: what the games of a run are counted in. */
#include "command/run/sums.h"

#include <inttypes.h>
#include <stdlib.h>

bool sums_init(struct sums *sums, int cells, bool counts)
{
    const size_t count = (size_t)cells;
    *sums = (struct sums){ .cells = cells,
                           .tally = calloc(count, sizeof *sums->tally),
                           .contrast = calloc(count, sizeof *sums->contrast),
                           .census = counts ? calloc(count, sizeof *sums->census) : NULL };
    return sums->tally != NULL && sums->contrast != NULL && (sums->census != NULL || !counts);
}

void sums_free(struct sums *sums)
{
    free(sums->tally);
    free(sums->contrast);
    free(sums->census);
}

/* ---- as arrays of numbers ---- */

_Static_assert(sizeof(struct tally) % sizeof(uint64_t) == 0, "numbers of 64 bits, no gaps");
_Static_assert(sizeof(struct contrast) % sizeof(uint64_t) == 0, "numbers of 64 bits, no gaps");
_Static_assert(sizeof(struct census) % sizeof(uint64_t) == 0, "numbers of 64 bits, no gaps");

/* The numbers of a cell: up to three runs of them. */
struct numbers {
    uint64_t *at;
    size_t count;
};
enum { RUNS = 3 };

static int runs_of(const struct sums *sums, int cell, struct numbers out[RUNS])
{
    out[0] = (struct numbers){ (uint64_t *)&sums->tally[cell], sizeof *sums->tally };
    out[1] = (struct numbers){ (uint64_t *)&sums->contrast[cell], sizeof *sums->contrast };
    if (sums->census != NULL) {
        out[2] = (struct numbers){ (uint64_t *)&sums->census[cell], sizeof *sums->census };
    }
    const int runs = sums->census != NULL ? RUNS : RUNS - 1;
    for (int i = 0; i < runs; i++) {
        out[i].count /= sizeof(uint64_t);
    }
    return runs;
}

void sums_join(struct sums *sums, const struct sums *other)
{
    for (int cell = 0; cell < sums->cells; cell++) {
        struct numbers to[RUNS], from[RUNS];
        const int runs = runs_of(sums, cell, to);
        (void)runs_of(other, cell, from);
        for (int i = 0; i < runs; i++) {
            for (size_t k = 0; k < to[i].count; k++) {
                to[i].at[k] += from[i].at[k];
            }
        }
    }
}

/* Most numbers of a census are 0: they are left out between their blanks. */
void sums_write(const struct sums *sums, int cell, struct buffer *out)
{
    struct numbers numbers[RUNS];
    const int runs = runs_of(sums, cell, numbers);
    for (int i = 0; i < runs; i++) {
        for (size_t k = 0; k < numbers[i].count; k++) {
            if (numbers[i].at[k] != 0) {
                buffer_add_format(out, "%" PRIx64, numbers[i].at[k]);
            }
            buffer_add(out, " ", 1);
        }
    }
}

/* A number in hexadecimal and the blank behind it; NULL where there is none. */
static const char *read_number(const char *at, uint64_t *number)
{
    static const char digits[] = "0123456789abcdef";
    int length = 0;
    for (*number = 0; *at != ' '; at++, length++) {
        int digit = 0;
        while (digit < 16 && digits[digit] != *at) {
            digit++;
        }
        if (digit == 16 || length == 16) {
            return NULL;
        }
        *number = *number << 4 | (uint64_t)digit;
    }
    return at + 1;
}

bool sums_read(struct sums *sums, int cell, const char *text)
{
    struct numbers numbers[RUNS];
    const int runs = runs_of(sums, cell, numbers);
    for (int i = 0; i < runs; i++) {
        for (size_t k = 0; k < numbers[i].count && text != NULL; k++) {
            text = read_number(text, &numbers[i].at[k]);
        }
    }
    return text != NULL && *text == '\0';
}

/* ---- in pairs ---- */

void contrast_add(struct contrast *c, const struct scenario *sc, const struct outcome *here,
                  const struct outcome *there)
{
    const int ending = state_ending(&here->end), other = state_ending(&there->end);
    if (ending != other) {
        c->gained[ending]++;
        c->lost[other]++;
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        spread_add(&c->utility[party],
                   state_utility(sc, &here->end, party) - state_utility(sc, &there->end, party));
    }
}
