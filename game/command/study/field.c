/* field.c: every script against every script, on both seats. */
#include "command/study/shape.h"

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

/* The best of those that reciprocate against each that never does: the least of its leads. */
static void add_lead(const struct league *f)
{
    const struct entrant *entrant = f->study->roster->field;
    int top = -1, rival = -1;
    for (int i = 0; i < f->count; i++) {
        if (entrant[i].reciprocates && (top < 0 || f->utility[i].value > f->utility[top].value)) {
            top = i;
        }
        if (entrant[i].constant && (rival < 0 || f->utility[i].value > f->utility[rival].value)) {
            rival = i;
        }
    }
    if (top >= 0 && rival >= 0) {
        report_add(f->study->report, estimate_minus(f->utility[top], f->utility[rival]), 0.1, 3,
                   NO_GOAL, "reciprocity");
        report_note(f->study->report, "%s over %s", entrant[top].minister.name,
                    entrant[rival].minister.name);
    }
}

static void add_bests(const struct league *f)
{
    static const char *const constant[] = { "always-deny", "always-accuse" };
    const struct roster *roster = f->study->roster;
    for (int i = 0; i < 2; i++) {
        const int at = roster_find(roster, constant[i]);
        report_add(f->study->report, f->best[at], 100, -NO_GOAL, 0, "best-ending.%s", constant[i]);
    }
    const int coop = roster_find(roster, "always-cooperate");
    const int generous = roster_find(roster, "generous");
    if (f->best[generous].value > 0) {
        const struct estimate share = { f->best[coop].value / f->best[generous].value, 0 };
        report_add(f->study->report, share, 100, -NO_GOAL, 50, "best-ending.always-cooperate");
        report_note(f->study->report, "of what generous reaches");
    }
}

static void add_endings(const struct league *f)
{
    const struct scenario *sc = f->study->measures->sc;
    struct estimate of[CELLS];
    for (int e = 0; e < sc->endings; e++) {
        for (int i = 0; i < f->count * f->count; i++) {
            of[i] = ratio_estimate(&f->cell[i].ending[e]);
        }
        report_add(f->study->report, estimate_mean(of, f->count * f->count), 100, 1, parts_most(sc),
                   "endings.scripts.%s", sc->ending[e].id);
    }
}

/* The first side's lead over all pairs, each of them both ways round. */
static void add_edge(const struct league *f)
{
    const struct scenario *sc = f->study->measures->sc;
    struct estimate of[CELLS];
    for (int i = 0; i < f->count * f->count; i++) {
        of[i] = ratio_estimate(&f->cell[i].edge);
    }
    report_add(f->study->report, estimate_mean(of, f->count * f->count), 0.1, -2, 2,
               "side-advantage.scripts");
    report_note(f->study->report, "%s over %s, every pair of scripts both ways round",
                sc->actor[0].id, sc->actor[1].id);
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
                                     slow ? s->numbers.cell / SLOW + 1 : s->numbers.cell,
                                     !slow };
    }
}

int part_field(struct study *s)
{
    static const struct shape_goals goals = { .near = 20, .channel = 10, .full = 60 };
    struct series *series = malloc(CELLS * sizeof *series);
    const int count = s->roster->count;
    if (!series) {
        return -1;
    }
    seat_all(s, series);
    const struct part part = { s->measures, series, count * count, study_seed(s, PART_FIELD), 25 };
    struct part_sums *sums = series_play(&part, s->hands);
    if (sums) {
        struct league f = { .study = s, .count = count, .cell = sums->cell };
        for (int i = 0; i < count; i++) {
            take_means(&f, i);
        }
        add_endings(&f);
        add_edge(&f);
        add_lead(&f);
        add_bests(&f);
        shape_report(s, "scripts", &sums->shape, &goals);
        sums_add(&s->by_ministers, &sums->met, sizeof s->by_ministers);
    }
    const int failed = sums ? 0 : -1;
    free(sums);
    free(series);
    return failed;
}
