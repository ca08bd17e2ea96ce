/* contest.c: rows against columns, game by game. */
#include "command/study/contest.h"

#include "core/round.h"
#include "command/study/watch.h"

#include <stdlib.h>

enum { SEATS = MAX_PARTIES, MAX_CELLS = 256 };

static int choose(const struct player *p, const struct scenario *sc, const struct state *s,
                  uint64_t luck)
{
    return p->move ? p->move(p, sc, s, luck) : watch_choose(sc, &p->minister, s, luck);
}

int contest_game(const struct scenario *sc, const struct player *row, const struct player *column,
                 int seat, uint64_t luck)
{
    struct state s;
    round_start(sc, &s, luck, NULL);
    while (!state_over(&s)) {
        round_play(sc, &s, choose(s.side == seat ? row : column, sc, &s, luck), luck, NULL);
    }
    return state_utility(sc, &s, seat);
}

/* ---- all of them ---- */

static int64_t place_of(const struct contest *c, int row, int cell)
{
    int64_t at = 0;
    for (int i = 0; i < row; i++) {
        at += (int64_t)c->games[i] * c->columns * SEATS;
    }
    return cell > 0 ? at + (int64_t)cell * c->games[row]
                    : at; /* behind the last row there is none */
}

static void play_unit(const void *context, int64_t unit, void *unused)
{
    const struct contest *c = context;
    (void)unused;
    int row = 0;
    while (unit >= place_of(c, row + 1, 0)) {
        row++;
    }
    const int64_t at = unit - place_of(c, row, 0);
    const int cell = (int)(at / c->games[row]);
    const uint64_t luck = rng_luck(c->seed + (uint64_t)cell, (uint64_t)(at % c->games[row]));
    c->result[unit] =
        (int16_t)contest_game(c->sc, &c->row[row], &c->column[cell / SEATS], cell % SEATS, luck);
}

int contest_play(struct contest *c, struct hands hands)
{
    const int64_t games = place_of(c, c->rows, 0);
    int64_t unused;
    c->result = malloc((size_t)games * sizeof *c->result);
    if (!c->result || sums_share_out(hands, games, play_unit, c, &unused, sizeof unused) != 0) {
        contest_clear(c);
        return -1;
    }
    return 0;
}

void contest_clear(struct contest *c)
{
    free(c->result);
    c->result = NULL;
}

/* ---- estimates ---- */

/* Of one cell: row a minus row b, or row a alone where b is negative. Few games: the variance of
 * the sample is a little too small for that of the games. */
static struct estimate cell_estimate(const struct contest *c, int a, int b, int cell, int from)
{
    const int16_t *x = c->result + place_of(c, a, cell);
    const int16_t *y = b < 0 ? NULL : c->result + place_of(c, b, cell);
    const int games = y && c->games[b] < c->games[a] ? c->games[b] : c->games[a];
    struct ratio sum = { 0 };
    for (int i = from; i < games; i++) {
        ratio_add(&sum, x[i] - (y ? y[i] : 0), 1);
    }
    struct estimate e = ratio_estimate(&sum);
    const double n = games - from;
    e.variance *= n > 1 ? n / (n - 1) : 1;
    return e;
}

static struct estimate over_cells(const struct contest *c, int a, int b, struct columns in,
                                  int from)
{
    struct estimate cell[MAX_CELLS];
    const int count = in.count * SEATS;
    for (int i = 0; i < count; i++) {
        cell[i] = cell_estimate(c, a, b, in.first * SEATS + i, from);
    }
    return estimate_mean(cell, count);
}

struct estimate contest_mean(const struct contest *c, int row, struct columns in, int from)
{
    return over_cells(c, row, -1, in, from);
}

struct estimate contest_lead(const struct contest *c, int a, int b, struct columns in)
{
    return over_cells(c, a, b, in, 0);
}

int contest_best(const struct contest *c, int first, int count, struct columns in, int from)
{
    int best = first;
    for (int i = first + 1; i < first + count; i++) {
        if (contest_mean(c, i, in, from).value > contest_mean(c, best, in, from).value) {
            best = i;
        }
    }
    return best;
}
