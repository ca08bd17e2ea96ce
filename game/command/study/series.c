/* series.c: many watched games. */
#include "command/study/series.h"

#include <stdlib.h>

enum { LOW = 10, NEAR = 20, MANY_INCIDENTS = 9 };

int series_quarter(const struct scenario *sc, int quarter)
{
    return (sc->rounds * quarter + 2) / 4;
}

int series_median(const int64_t level[LEVELS])
{
    int64_t all = 0, below = 0;
    for (int i = 0; i < LEVELS; i++) {
        all += level[i];
    }
    int i = 0;
    while (i < LEVELS - 1 && 2 * (below + level[i]) < all) {
        below += level[i++];
    }
    return LEVELS_LO + i;
}

/* ---- one game ---- */

static void add_to_cell(const struct scenario *sc, const struct watched *w, struct cell *cell)
{
    for (int i = 0; i < sc->endings; i++) {
        ratio_add(&cell->ending[i], w->ending == i, 1);
    }
    for (int p = 0; p < MAX_PARTIES; p++) {
        ratio_add(&cell->utility[p], w->utility[p], 1);
    }
    ratio_add(&cell->edge, w->utility[0] - w->utility[1], 1);
}

static void add_openings(const struct scenario *sc, const struct watched *w, struct shape *shape)
{
    int rounds = 0, low = 0, near = 0;
    for (int i = 0; i < sc->rounds; i++) {
        if (w->opened[i]) {
            rounds++;
            low += w->crisis[i] < LOW;
            near += w->ruin[i] <= NEAR;
        }
    }
    ratio_add(&shape->rounds, rounds, 1);
    ratio_add(&shape->low, low, rounds);
    ratio_add(&shape->near, near, rounds);
    for (int q = 0; q < QUARTERS; q++) {
        const int round = series_quarter(sc, q + 1) - 1;
        if (round >= 0 && w->opened[round]) {
            shape->crisis[q][w->crisis[round] - LEVELS_LO]++;
        }
    }
}

static void add_to_shape(const struct measures *m, const struct watched *w, struct shape *shape)
{
    add_openings(m->sc, w, shape);
    if (w->severe_due) {
        ratio_add(&shape->severe, w->severe, 1);
    }
    for (int i = 0; i <= m->channels && w->severe; i++) {
        ratio_add(&shape->channel[i], w->channel == i, 1);
    }
    const int twice = m->incidents < MANY_INCIDENTS ? 1 : 2;
    for (int p = 0; p < MAX_PARTIES && !w->ruined; p++) {
        ratio_add(&shape->guilty[p], w->guilty[p] >= twice, 1);
    }
    ratio_add(&shape->lies, w->lies, 1);
    ratio_add(&shape->out, w->out, w->lies);
    ratio_add(&shape->full, w->full, 1);
    ratio_add(&shape->decisions, w->decisions, 1);
    ratio_add(&shape->role_run, w->role_run, 1);
    for (int i = 0; i < w->triples; i++) {
        shape->triple[w->triple[i]]++;
    }
}

/* ---- many ---- */

static int64_t chunks(const struct part *part, const struct series *series)
{
    return (series->games + part->chunk - 1) / part->chunk;
}

static void play_chunk(const void *context, int64_t unit, void *to)
{
    const struct part *part = context;
    struct part_sums *sums = to;
    int at = 0;
    while (unit >= chunks(part, &part->series[at])) {
        unit -= chunks(part, &part->series[at++]);
    }
    const struct series *series = &part->series[at];
    const uint64_t seed = part->seed + (uint64_t)at;
    for (int i = 0; i < part->chunk; i++) {
        const int64_t game = unit * part->chunk + i;
        struct watched watched;
        if (game < series->games) {
            watch_game(part->measures, series->seat, rng_luck(seed, (uint64_t)game), &sums->met,
                       &watched);
            add_to_cell(part->measures->sc, &watched, &sums->cell[at]);
            if (series->shaped) {
                add_to_shape(part->measures, &watched, &sums->shape);
            }
        }
    }
}

struct part_sums *series_play(const struct part *part, struct hands hands)
{
    const size_t size = sizeof(struct part_sums) + (size_t)part->count * sizeof(struct cell);
    struct part_sums *sums = calloc(1, size);
    int64_t units = 0;
    for (int i = 0; i < part->count; i++) {
        units += chunks(part, &part->series[i]);
    }
    if (sums && sums_share_out(hands, units, play_chunk, part, sums, size) != 0) {
        free(sums);
        sums = NULL;
    }
    return sums;
}
