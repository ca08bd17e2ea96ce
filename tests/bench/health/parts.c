/* parts.c: games by lot, between planners, and of scripts against themselves. */
#include "parts.h"

#include "shape.h"

#include <stdlib.h>

enum { SLOW = 8 }; /* so many times fewer games where a minister imagines worlds */

static void add_endings(const struct study *s, const char *part, const struct cell *cell, double hi)
{
    const struct scenario *sc = s->measures->sc;
    for (int i = 0; i < sc->endings; i++) {
        report_add(s->report, ratio_estimate(&cell->ending[i]), 100, -NO_GOAL, hi, "%s/ending/%s",
                   part, sc->ending[i].id);
    }
}

static int by_lot(const struct study *s, const struct minister *minister, const char *name)
{
    const struct series series = { { minister, minister }, s->random_games, true };
    const struct part part = { s->measures, &series, 1, rng_mix(s->seed, 1), 200 };
    struct part_sums *sums = series_play(&part, s->jobs);
    if (!sums) {
        return -1;
    }
    add_endings(s, name, &sums->cell[0], 45);
    shape_report(s, name, &sums->shape, NULL);
    free(sums);
    return 0;
}

int part_random(const struct study *s)
{
    return by_lot(s, &s->roster->random, "random");
}

int part_family(const struct study *s)
{
    return by_lot(s, &s->roster->family_random, "family");
}

static double goal_of(const struct measures *m, int ending, bool most)
{
    const bool best = ending == m->best, breakdown = ending == m->breakdown;
    if (most) {
        return best ? 50 : NO_GOAL;
    }
    return best ? 25 : breakdown ? 3 : -NO_GOAL;
}

int part_planner(const struct study *s)
{
    static const struct shape_goals goals = { .near = 12, .channel = 0, .full = 0 };
    const struct minister *planner = &s->roster->planner;
    const struct scenario *sc = s->measures->sc;
    const struct series series = { { planner, planner }, s->planner_games, true };
    const struct part part = { s->measures, &series, 1, rng_mix(s->seed, 2), 1 };
    struct part_sums *sums = series_play(&part, s->jobs);
    if (!sums) {
        return -1;
    }
    for (int i = 0; i < sc->endings; i++) {
        report_add(s->report, ratio_estimate(&sums->cell[0].ending[i]), 100,
                   goal_of(s->measures, i, false), goal_of(s->measures, i, true), "pp/ending/%s",
                   sc->ending[i].id);
    }
    for (int p = 0; p < MAX_PARTIES; p++) {
        report_add(s->report, ratio_estimate(&sums->cell[0].utility[p]), 0.1, -NO_GOAL, NO_GOAL,
                   "pp/utility/%s", sc->actor[p].id);
    }
    report_add(s->report, ratio_estimate(&sums->cell[0].edge), 0.1, -2, 2, "pp/seat-edge");
    shape_report(s, "pp", &sums->shape, &goals);
    free(sums);
    return 0;
}

/* ---- self-play ---- */

static void add_self(const struct study *s, const struct entrant *e, const struct cell *cell)
{
    const bool tft = roster_find(s->roster, "tit-for-tat") == e - s->roster->field;
    report_add(s->report, ratio_estimate(&cell->ending[s->measures->best]), 100,
               tft ? 50 : -NO_GOAL, tft ? 85 : NO_GOAL, "self/best-ending/%s", e->minister.name);
    report_add(s->report, ratio_estimate(&cell->edge), 0.1, -2, 2, "self/seat-edge/%s",
               e->minister.name);
}

int part_self(const struct study *s)
{
    struct series series[MAX_ROSTER];
    for (int i = 0; i < s->roster->count; i++) {
        const struct entrant *e = &s->roster->field[i];
        const int64_t games = e->slow ? s->self_games / SLOW + 1 : s->self_games;
        series[i] = (struct series){ { &e->minister, &e->minister }, games, false };
    }
    const struct part part = { s->measures, series, s->roster->count, rng_mix(s->seed, 3), 50 };
    struct part_sums *sums = series_play(&part, s->jobs);
    for (int i = 0; sums && i < part.count; i++) {
        add_self(s, &s->roster->field[i], &sums->cell[i]);
    }
    const int failed = sums ? 0 : -1;
    free(sums);
    return failed;
}
