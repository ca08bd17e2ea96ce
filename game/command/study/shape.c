/* shape.c: the figures of a year's shape. */
#include "command/study/shape.h"

#include <stdio.h>
#include <string.h>

enum {
    INCIDENTS = 6, /* in fewer, neither side need ever be guilty */
    SAME = 8,      /* per cent: as often as both may do the same in a round ... */
    EVENLY = 800   /* ... or so much by the number of ways, where there are few */
};

static double least(double value)
{
    return value > 0 ? value : -NO_GOAL;
}

/* Only where losing means something: a scenario without ruin has neither crisis nor brink. */
static void add_openings(const struct study *s, const char *part, const struct shape *shape,
                         const struct shape_goals *goals)
{
    const struct measures *m = s->measures;
    for (int q = 0; q < QUARTERS && m->crisis >= 0; q++) {
        const struct estimate median = { series_median(shape->crisis[q]), 0 };
        report_add(s->report, median, 1, 25, 60, "crisis-%d.%s", q + 1, part);
        report_note(s->report, "median of %s as round %d opens",
                    m->sc->meter[m->sc->slot_meter[m->crisis]].id, series_quarter(m->sc, q + 1));
    }
    if (m->crisis >= 0) {
        report_add(s->report, ratio_share(&shape->low), 100, -NO_GOAL, 10, "calm-rounds.%s", part);
    }
    if (m->ruins > 0) {
        report_add(s->report, ratio_share(&shape->near), 100, least(goals->near), NO_GOAL,
                   "brink-rounds.%s", part);
    }
}

static void add_severe(const struct study *s, const char *part, const struct shape *shape,
                       const struct shape_goals *goals)
{
    const struct measures *m = s->measures;
    if (shape->severe.n > 0) {
        report_add(s->report, ratio_share(&shape->severe), 100, 100, NO_GOAL, "severe-met.%s",
                   part);
    }
    for (int i = 0; i <= m->channels && m->channels > 0; i++) {
        char of[FIGURE_NAME];
        snprintf(of, sizeof of, i ? "severe-channel.%s.%s" : "severe-bare.%s", part,
                 i ? m->sc->commitment[m->channel[i - 1]].id : "");
        report_add(s->report, ratio_share(&shape->channel[i]), 100, least(goals->channel), NO_GOAL,
                   "%s", of);
    }
}

static void add_truth(const struct study *s, const char *part, const struct shape *shape)
{
    const bool goal = s->measures->incidents >= INCIDENTS;
    for (int p = 0; p < MAX_PARTIES && shape->guilty[p].n > 0; p++) {
        report_add(s->report, ratio_share(&shape->guilty[p]), 100, goal ? 80 : -NO_GOAL, NO_GOAL,
                   "guilty.%s.%s", part, s->measures->sc->actor[p].id);
    }
    report_add(s->report, ratio_estimate(&shape->lies), 1, -NO_GOAL, NO_GOAL, "lies.%s", part);
    if (shape->lies.x > 0) {
        report_add(s->report, ratio_share(&shape->out), 100, 50, NO_GOAL, "lies-out.%s", part);
    }
}

/* Ways in which a round of that kind can go. */
static int ways(const struct scenario *sc, int triple)
{
    int product = 1;
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        triple /= TRIPLE_BASE;
    }
    for (int i = 0; i < sc->round_kind[triple].beats; i++) {
        product *= sc->beat[sc->round_kind[triple].beat[i]].moves;
    }
    return product;
}

static void add_triple(const struct study *s, const char *part, const struct shape *shape)
{
    int top = 0;
    int64_t all = 0;
    for (int i = 0; i < TRIPLES; i++) {
        all += shape->triple[i];
        top = shape->triple[i] > shape->triple[top] ? i : top;
    }
    if (all > 0) {
        char name[FIGURE_NAME];
        const int few = EVENLY / ways(s->measures->sc, top);
        watch_triple_name(s->measures->sc, top, name, sizeof name);
        report_add(s->report, estimate_rare((double)shape->triple[top], (double)all), 100, -NO_GOAL,
                   few > SAME ? few : SAME, "same-round.%s", part);
        report_note(s->report, "%s", name);
    }
}

static void add_length(const struct study *s, const char *part, const struct shape *shape,
                       const struct shape_goals *goals)
{
    report_add(s->report, ratio_share(&shape->full), 100, least(goals->full), NO_GOAL,
               "full-length.%s", part);
    report_add(s->report, ratio_estimate(&shape->rounds), 1, -NO_GOAL, NO_GOAL, "rounds.%s", part);
    report_add(s->report, ratio_estimate(&shape->decisions), 1, -NO_GOAL, NO_GOAL, "decisions.%s",
               part);
    if (shape->role_run.x > 0 && strcmp(part, "scripts") == 0) {
        report_add(s->report, ratio_estimate(&shape->role_run), 1, -NO_GOAL, 3, "role-run");
    }
}

void shape_report(const struct study *s, const char *part, const struct shape *shape,
                  const struct shape_goals *goals)
{
    add_openings(s, part, shape, goals);
    add_severe(s, part, shape, goals);
    add_truth(s, part, shape);
    add_triple(s, part, shape);
    add_length(s, part, shape, goals);
}
