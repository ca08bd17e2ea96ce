/* contest.h: rows of players against columns of players, on both seats, with the same luck.
 *
 * Game g of a cell (a column and a seat) has the same luck whoever sits in the row, so that rows
 * are compared game by game. Every single result is kept. */
#ifndef STUDY_CONTEST_H
#define STUDY_CONTEST_H

#include "command/study/sums.h"

#include "minister/minister.h"

#include <stdbool.h>

/* Whoever can sit in a chair: a minister, or somebody who is told more or asked otherwise. */
struct player {
    struct minister minister;
    /* NULL: the minister's own choice, from a view. */
    int (*move)(const struct player *self, const struct scenario *sc, const struct state *s,
                uint64_t luck);
    const void *own; /* of `move` */
};

/* The row's own utility at the end of one game, in tenths of a point. */
int contest_game(const struct scenario *sc, const struct player *row, const struct player *column,
                 int seat, uint64_t luck);

struct contest {
    const struct scenario *sc;
    const struct player *row, *column;
    int rows, columns;
    const int *games; /* of each row, in each cell */
    uint64_t seed;    /* of the first cell; each of the next has the next one */
    int16_t *result;  /* by row, column, seat, game; of contest_play */
};

/* Plays them all. -1: out of memory or of threads. Free with contest_clear. */
int contest_play(struct contest *c, struct hands hands);
void contest_clear(struct contest *c);

/* Columns from `first` on; each cell is as heavy. */
struct columns {
    int first, count;
};

/* The mean of a row over its games from `from` on. */
struct estimate contest_mean(const struct contest *c, int row, struct columns in, int from);

/* Row a minus row b over the games that both have played. */
struct estimate contest_lead(const struct contest *c, int a, int b, struct columns in);

/* Of `count` rows from `first` on the one with the best mean over its games from `from` on. */
int contest_best(const struct contest *c, int first, int count, struct columns in, int from);

#endif
