/* field.c: every script against every script, on both seats. */
#include "shape.h"

#include <stdlib.h>

enum { CELLS = MAX_ROSTER * MAX_ROSTER, SLOW = 4 };

struct league {
    const struct study *study;
    int count;
    const struct cell *cell; /* of row on the first seat v column: row * count + column */
    struct estimate utility[MAX_ROSTER], best[MAX_ROSTER];
};

/* ---- a minister's means: over opponents, both seats ---- */

static void take_means(struct league *f, int row)
{
    struct estimate utility[2 * MAX_ROSTER], best[2 * MAX_ROSTER];
    const int ending = f->study->measures->best;
    int n = 0;
    for (int i = 0; i < f->count; i++, n += 2) {
        const struct cell *first = &f->cell[row * f->count + i];
        const struct cell *second = &f->cell[i * f->count + row];
        utility[n] = ratio_estimate(&first->utility[0]);
        utility[n + 1] = ratio_estimate(&second->utility[1]);
        best[n] = ratio_estimate(&first->ending[ending]);
        best[n + 1] = ratio_estimate(&second->ending[ending]);
    }
    f->utility[row] = estimate_mean(utility, n);
    f->best[row] = estimate_mean(best, n);
}

static void add_utilities(const struct league *f)
{
    for (int i = 0; i < f->count; i++) {
        report_add(f->study->report, f->utility[i], 0.1, -NO_GOAL, NO_GOAL, "field/utility/%s",
                   f->study->roster->field[i].minister.name);
    }
}

/* The best of those that reciprocate against each that never does. */
static void add_leads(const struct league *f)
{
    const struct entrant *entrant = f->study->roster->field;
    int top = -1;
    for (int i = 0; i < f->count; i++) {
        if (entrant[i].reciprocates && (top < 0 || f->utility[i].value > f->utility[top].value)) {
            top = i;
        }
    }
    for (int i = 0; i < f->count && top >= 0; i++) {
        if (entrant[i].constant) {
            report_add(f->study->report, estimate_minus(f->utility[top], f->utility[i]), 0.1, 3,
                       NO_GOAL, "field/reciprocity-lead/%s", entrant[i].minister.name);
            report_note(f->study->report, entrant[top].minister.name);
        }
    }
}

static void add_bests(const struct league *f)
{
    const struct roster *roster = f->study->roster;
    const int deny = roster_find(roster, "always-deny"),
              accuse = roster_find(roster, "always-accuse");
    for (int i = 0; i < f->count; i++) {
        report_add(f->study->report, f->best[i], 100, -NO_GOAL,
                   i == deny || i == accuse ? 0 : NO_GOAL, "field/best-ending/%s",
                   roster->field[i].minister.name);
    }
    const int coop = roster_find(roster, "always-cooperate");
    const int generous = roster_find(roster, "generous");
    if (coop >= 0 && generous >= 0 && f->best[generous].value > 0) {
        const struct estimate share = { f->best[coop].value / f->best[generous].value, 0 };
        report_add(f->study->report, share, 1, -NO_GOAL, 0.5,
                   "field/best-ending-cooperate-over-generous");
    }
}

static void add_endings(const struct league *f)
{
    const struct scenario *sc = f->study->measures->sc;
    static struct estimate of[CELLS];
    for (int e = 0; e < sc->endings; e++) {
        for (int i = 0; i < f->count * f->count; i++) {
            of[i] = ratio_estimate(&f->cell[i].ending[e]);
        }
        report_add(f->study->report, estimate_mean(of, f->count * f->count), 100, 1, 45,
                   "field/ending/%s", sc->ending[e].id);
    }
}

/* ---- games ---- */

static void seat_all(const struct study *s, struct series *series)
{
    const int count = s->roster->count;
    for (int i = 0; i < count * count; i++) {
        const struct entrant *row = &s->roster->field[i / count];
        const struct entrant *column = &s->roster->field[i % count];
        const bool slow = row->slow || column->slow;
        series[i] = (struct series){ { &row->minister, &column->minister },
                                     slow ? s->cell_games / SLOW + 1 : s->cell_games,
                                     !slow };
    }
}

int part_field(const struct study *s)
{
    static const struct shape_goals goals = { .near = 20, .channel = 10, .full = 60 };
    struct series *series = malloc(CELLS * sizeof *series);
    const int count = s->roster->count;
    if (!series) {
        return -1;
    }
    seat_all(s, series);
    const struct part part = { s->measures, series, count * count, rng_mix(s->seed, 4), 25 };
    struct part_sums *sums = series_play(&part, s->jobs);
    if (sums) {
        struct league f = { .study = s, .count = count, .cell = sums->cell };
        for (int i = 0; i < count; i++) {
            take_means(&f, i);
        }
        add_endings(&f);
        add_utilities(&f);
        add_leads(&f);
        add_bests(&f);
        shape_report(s, "field", &sums->shape, &goals);
    }
    const int failed = sums ? 0 : -1;
    free(sums);
    free(series);
    return failed;
}
