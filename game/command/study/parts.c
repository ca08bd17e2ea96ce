/* parts.c: games by lot, between planners, and of a script against itself. */
#include "command/study/shape.h"

#include <stdio.h>
#include <stdlib.h>

enum { MANY = 45, EACH = 150 };

uint64_t study_seed(const struct study *s, enum part_id part)
{
    return s->seed * 100000 + (uint64_t)part * 1000;
}

/* As often as one ending may come: where there are few, more often. */
double parts_most(const struct scenario *sc)
{
    return sc->endings * MANY < EACH ? EACH / sc->endings : MANY;
}

static void add_endings(const struct study *s, const char *part, const struct cell *cell, double hi)
{
    const struct scenario *sc = s->measures->sc;
    for (int i = 0; i < sc->endings; i++) {
        report_add(s->report, ratio_share(&cell->ending[i]), 100, -NO_GOAL, hi, "endings.%s.%s",
                   part, sc->ending[i].id);
    }
}

/* Evidence: the first of these games. */
static void show_first(const struct study *s, uint64_t seed, const struct minister *minister)
{
    struct evidence *e = report_show(s->report, seed, 0);
    snprintf(e->shows, sizeof e->shows, "a game of %.60s", minister->name);
    e->seat[0] = e->seat[1] = minister->name;
}

static int by_lot(struct study *s, const struct minister *minister, const char *name,
                  enum part_id id)
{
    const struct series series = { { minister, minister }, s->numbers.random, true };
    const struct part part = { s->measures, &series, 1, study_seed(s, id), 200 };
    struct part_sums *sums = series_play(&part, s->hands);
    if (!sums) {
        return -1;
    }
    add_endings(s, name, &sums->cell[0], parts_most(s->measures->sc));
    show_first(s, part.seed, minister);
    sums_add(&s->by_lot, &sums->met, sizeof s->by_lot);
    free(sums);
    return 0;
}

int part_random(struct study *s)
{
    return by_lot(s, &s->roster->random, "random", PART_RANDOM);
}

int part_family(struct study *s)
{
    return by_lot(s, &s->roster->family_random, "family-random", PART_FAMILY);
}

static double goal_of(const struct measures *m, int ending, bool most)
{
    const bool best = ending == m->best, breakdown = ending == m->breakdown;
    if (most) {
        return best ? 50 : NO_GOAL;
    }
    return best ? 25 : breakdown ? 3 : -NO_GOAL;
}

static void add_planners(const struct study *s, const struct part_sums *sums)
{
    const struct scenario *sc = s->measures->sc;
    const struct cell *cell = &sums->cell[0];
    for (int i = 0; i < sc->endings; i++) {
        report_add(s->report, ratio_share(&cell->ending[i]), 100, goal_of(s->measures, i, false),
                   goal_of(s->measures, i, true), "endings.planner.%s", sc->ending[i].id);
    }
    report_add(s->report, ratio_estimate(&cell->edge), 0.1, -2, 2, "side-advantage.planner");
    report_note(s->report, "%s over %s, by planners", sc->actor[0].id, sc->actor[1].id);
}

int part_planner(struct study *s)
{
    static const struct shape_goals goals = { .near = 12, .channel = 0, .full = 0 };
    const struct minister *planner = &s->roster->planner;
    const struct series series = { { planner, planner }, s->numbers.planner, true };
    const struct part part = { s->measures, &series, 1, study_seed(s, PART_PLANNER), 1 };
    struct part_sums *sums = series_play(&part, s->hands);
    if (!sums) {
        return -1;
    }
    add_planners(s, sums);
    show_first(s, part.seed, planner);
    shape_report(s, "planner", &sums->shape, &goals);
    sums_add(&s->by_ministers, &sums->met, sizeof s->by_ministers);
    const struct estimate seat[] = { ratio_estimate(&sums->cell[0].utility[0]),
                                     ratio_estimate(&sums->cell[0].utility[1]) };
    s->itself = estimate_mean(seat, MAX_PARTIES);
    free(sums);
    return 0;
}

int part_self(struct study *s)
{
    const int at = roster_find(s->roster, "tit-for-tat");
    const struct minister *minister = &s->roster->field[at].minister;
    const struct series series = { { minister, minister }, s->numbers.self, false };
    const struct part part = { s->measures, &series, 1, study_seed(s, PART_SELF), 50 };
    struct part_sums *sums = series_play(&part, s->hands);
    if (!sums) {
        return -1;
    }
    report_add(s->report, ratio_share(&sums->cell[0].ending[s->measures->best]), 100, 50, 85,
               "best-ending.tit-for-tat");
    report_note(s->report, "%s, when it meets itself",
                s->measures->sc->ending[s->measures->best].id);
    show_first(s, part.seed, minister);
    sums_add(&s->by_ministers, &sums->met, sizeof s->by_ministers);
    free(sums);
    return 0;
}
