/* sums.h: what the games of a run are counted in.
 *
 * Whole numbers only, each of 64 bits: games may be counted in any order, on any machine and in
 * parts, and parts are added up number by number. */
#ifndef COMMAND_RUN_SUMS_H
#define COMMAND_RUN_SUMS_H

#include "command/run/run.h"
#include "command/spread.h"
#include "command/tally.h"
#include "json/buffer.h"

/* A cell against cell 0, game by game, where cells are compared in pairs. */
struct contrast {
    struct spread utility[MAX_PARTIES];
    uint64_t gained[MAX_ENDINGS], lost[MAX_ENDINGS]; /* games that end so here only, there only */
};

/* What is met in the games of a cell. A round counts where somebody decides in it, with the numbers
 * in which its first decision is made; behind the rounds stands the end of the game. */
enum { CENSUS_END = MAX_ROUNDS, CENSUS_ROUNDS = MAX_ROUNDS + 1 };
struct census {
    uint64_t incident[MAX_INCIDENTS], move[MAX_MOVES], clause[MAX_COMMITMENTS];
    uint64_t games[CENSUS_ROUNDS];
    int64_t sum[CENSUS_ROUNDS][MAX_SLOTS], squares[CENSUS_ROUNDS][MAX_SLOTS]; /* by column */
};

struct sums {
    int cells;
    struct tally *tally;
    struct contrast *contrast;
    struct census *census; /* NULL unless --counts */
};

/* All zero. False when memory is out; to be freed in either case. */
bool sums_init(struct sums *sums, int cells, bool counts);
void sums_free(struct sums *sums);

/* Adds what others have counted, in as many cells. */
void sums_join(struct sums *sums, const struct sums *other);

/* Adds the numbers of one cell as text, and reads them again; false where they are not that. */
void sums_write(const struct sums *sums, int cell, struct buffer *out);
bool sums_read(struct sums *sums, int cell, const char *text);

/* One game of a cell against that of the same luck in cell 0. */
void contrast_add(struct contrast *c, const struct scenario *sc, const struct outcome *here,
                  const struct outcome *there);

/* The same game as bare_game_play, counted as it is played. */
void census_play(struct census *census, const struct scenario *sc,
                 const struct chair chair[MAX_PARTIES], uint64_t seed, uint64_t game,
                 struct outcome *out);

/* The last round in which anybody decided, from 1. */
int census_rounds(const struct census *census);

/* The mean of a number in a round, and half the width of its 95 % interval, in 1/10,000. */
int64_t census_mean(const struct census *census, int round, int column);
int64_t census_ci95(const struct census *census, int round, int column);

#endif
