/* shape.c: the figures of a year's shape. */
#include "shape.h"

#include <stdio.h>

static double least(bool goal, double value)
{
    return goal && value > 0 ? value : -NO_GOAL;
}

static double most(bool goal, double value)
{
    return goal ? value : NO_GOAL;
}

static void add_openings(const struct study *s, const char *part, const struct shape *shape,
                         const struct shape_goals *goals)
{
    const bool goal = goals != NULL;
    for (int q = 0; q < QUARTERS; q++) {
        const struct estimate median = { series_median(shape->crisis[q]), 0 };
        report_add(s->report, median, 1, least(goal, 25), most(goal, 60),
                   "%s/crisis-median/round-%d", part, series_quarter(s->measures->sc, q + 1));
    }
    report_add(s->report, ratio_estimate(&shape->low), 100, -NO_GOAL, most(goal, 10),
               "%s/rounds-crisis-below-10", part);
    report_add(s->report, ratio_estimate(&shape->near), 100, least(goal, goal ? goals->near : 0),
               NO_GOAL, "%s/rounds-near-ruin", part);
}

static void add_severe(const struct study *s, const char *part, const struct shape *shape,
                       const struct shape_goals *goals)
{
    const struct measures *m = s->measures;
    const double channel = goals ? goals->channel : 0;
    if (shape->severe.n > 0) {
        report_add(s->report, ratio_estimate(&shape->severe), 100, least(goals != NULL, 100),
                   NO_GOAL, "%s/severe-met", part);
    }
    for (int i = 0; i <= m->channels && m->channels > 0; i++) {
        report_add(s->report, ratio_estimate(&shape->channel[i]), 100, least(true, channel),
                   NO_GOAL, "%s/severe-channel/%s", part,
                   i ? m->sc->commitment[m->channel[i - 1]].id : "none");
    }
}

static void add_truth(const struct study *s, const char *part, const struct shape *shape,
                      const struct shape_goals *goals)
{
    for (int p = 0; p < MAX_PARTIES; p++) {
        report_add(s->report, ratio_estimate(&shape->guilty[p]), 100, least(goals != NULL, 80),
                   NO_GOAL, "%s/guilty-suspect-enough/%s", part, s->measures->sc->actor[p].id);
    }
    report_add(s->report, ratio_estimate(&shape->lies), 1, -NO_GOAL, NO_GOAL, "%s/lies-a-game",
               part);
    report_add(s->report, ratio_estimate(&shape->out), 100, least(goals != NULL, 50), NO_GOAL,
               "%s/lies-out", part);
}

static void add_triple(const struct study *s, const char *part, const struct shape *shape,
                       const struct shape_goals *goals)
{
    int top = 0;
    int64_t all = 0;
    for (int i = 0; i < TRIPLES; i++) {
        all += shape->triple[i];
        top = shape->triple[i] > shape->triple[top] ? i : top;
    }
    char name[FIGURE_NAME];
    watch_triple_name(s->measures->sc, top, name, sizeof name);
    report_add(s->report, estimate_share((double)shape->triple[top], (double)all), 100, -NO_GOAL,
               most(goals != NULL, 8), "%s/most-frequent-round", part);
    report_note(s->report, name);
}

void shape_report(const struct study *s, const char *part, const struct shape *shape,
                  const struct shape_goals *goals)
{
    add_openings(s, part, shape, goals);
    add_severe(s, part, shape, goals);
    add_truth(s, part, shape, goals);
    add_triple(s, part, shape, goals);
    report_add(s->report, ratio_estimate(&shape->full), 100,
               least(goals != NULL, goals ? goals->full : 0), NO_GOAL, "%s/full-length", part);
}
