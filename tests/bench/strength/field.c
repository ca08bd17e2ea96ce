/* field.c: everybody against every script and against strangers. */
#include "strength.h"

#include "strangers.h"

#include <stdio.h>
#include <string.h>

enum {
    EXTRA = 10 /* times the games for rows that cost nothing: by these the best is found */
};

/* The planners, cheapest first, then greedy and random; the scripts follow. */
enum { EASY, LEAST, NORMAL, HARD, MOST, GREEDY, RANDOM, FIRST_SCRIPT };

struct league {
    const struct study *study;
    struct contest contest;
    struct player row[MAX_COLUMNS], column[MAX_COLUMNS];
    int games[MAX_COLUMNS];
    int scripts;
    struct columns known, strange, all; /* columns: scripts, strangers, both */
};

/* ---- who plays ---- */

static void take_rows(struct league *f)
{
    const int games = (int)f->study->games, slow = (int)f->study->slow_games;
    f->row[EASY] = player_named("planner:balanced:easy", 0);
    f->row[LEAST] = player_named("planner:balanced:normal", 100);
    f->row[NORMAL] = player_named("planner:balanced:normal", 0);
    f->row[HARD] = player_named("planner:balanced:hard", 0);
    f->row[MOST] = player_named("planner:balanced:normal", 3000);
    f->row[GREEDY] = player_named("greedy", 0);
    f->row[RANDOM] = player_named("random", 0);
    f->scripts = player_scripts(&f->row[FIRST_SCRIPT]);
    for (int i = 0; i < FIRST_SCRIPT + f->scripts; i++) {
        f->games[i] = i < FIRST_SCRIPT ? games : games * EXTRA;
    }
    f->games[HARD] = f->games[MOST] = slow < games ? slow : games;
}

static void take_columns(struct league *f)
{
    struct minister stranger[MAX_STRANGERS];
    const int scripts = player_scripts(f->column), strangers = strangers_all(stranger);
    int count = scripts;
    for (int i = 0; i < strangers; i++) {
        f->column[count++] = (struct player){ .minister = stranger[i] };
    }
    f->column[count++] = player_named("greedy", 0);
    f->column[count++] = player_named("random", 0);
    f->known = (struct columns){ 0, scripts };
    f->strange = (struct columns){ scripts, count - scripts };
    f->all = (struct columns){ 0, count };
}

/* ---- figures ---- */

/* The best script in these columns, by games that are not compared. */
static int best_script(const struct league *f, struct columns in)
{
    return contest_best(&f->contest, FIRST_SCRIPT, f->scripts, in, f->games[NORMAL]);
}

static void add(const struct league *f, struct estimate e, double lo, const char *name,
                const char *of)
{
    report_add(f->study->report, e, 0.1, lo, NO_GOAL, "field/%s%s", name, of);
}

static void add_means(const struct league *f)
{
    static const char *const title[FIRST_SCRIPT] = { "planner-easy",   "planner-100",
                                                     "planner-normal", "planner-hard",
                                                     "planner-3000",   "greedy",
                                                     "random" };
    for (int i = 0; i < FIRST_SCRIPT + f->scripts; i++) {
        const char *name = i < FIRST_SCRIPT ? title[i] : f->row[i].minister.name;
        if (f->games[i] == 0) {
            continue;
        }
        add(f, contest_mean(&f->contest, i, f->known, 0), -NO_GOAL, "mean/", name);
    }
}

static void add_lead(const struct league *f, struct columns in, const char *name)
{
    const int best = best_script(f, in);
    const struct estimate lead = contest_lead(&f->contest, NORMAL, best, in);
    add(f, lead, 10, name, "");
    report_note(f->study->report, "%s", f->row[best].minister.name);
    const struct figure *f1 = &f->study->report->figure[f->study->report->count - 1];
    add(f, (struct estimate){ (f1->value - f1->half) * 10, 0 }, 0, name, "-least");
}

/* Each column against the script that does best in it. */
static void add_columns(const struct league *f, struct columns in, const char *group)
{
    struct estimate worst = { 0, 0 };
    char behind[FIGURE_NAME] = "", title[FIGURE_NAME], lowest[FIGURE_NAME] = "";
    int count = 0;
    for (int i = in.first; i < in.first + in.count; i++) {
        const struct columns one = { i, 1 };
        const int best = best_script(f, one);
        const struct estimate lead = contest_lead(&f->contest, NORMAL, best, one);
        const char *name = f->column[i].minister.name;
        snprintf(title, sizeof title, "%s/", group);
        add(f, lead, -NO_GOAL, title, name);
        report_note(f->study->report, "%s", f->row[best].minister.name);
        const struct figure *last = &f->study->report->figure[f->study->report->count - 1];
        if (last->value + last->half < 0) {
            const size_t length = strlen(behind);
            snprintf(behind + length, sizeof behind - length, "%s%s", count++ ? " " : "", name);
        }
        if (i == in.first || lead.value < worst.value) {
            worst = lead;
            snprintf(lowest, sizeof lowest, "%s", name);
        }
    }
    report_add(f->study->report, (struct estimate){ count, 0 }, 1, -NO_GOAL,
               in.first == 0 ? 0 : NO_GOAL, "field/behind-in-%s", group);
    report_note(f->study->report, "%s", behind);
    add(f, worst, in.first == 0 ? -NO_GOAL : -8, "worst-of-", group);
    report_note(f->study->report, "%s", lowest);
}

/* More simulations, more points. */
static void add_steps(const struct league *f)
{
    static const struct {
        const char *name;
        int from, to;
        bool budget; /* else a difficulty */
    } steps[] = {
        { "normal-over-easy", EASY, NORMAL, false }, { "hard-over-normal", NORMAL, HARD, false },
        { "500-over-100", LEAST, NORMAL, true },     { "2000-over-500", NORMAL, HARD, true },
        { "3000-over-2000", HARD, MOST, true },      { "3000-over-500", NORMAL, MOST, true },
        { "3000-over-100", LEAST, MOST, true },
    };
    int down = 0;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        if (f->games[steps[i].from] == 0 || f->games[steps[i].to] == 0) {
            continue;
        }
        const struct estimate gain = contest_lead(&f->contest, steps[i].to, steps[i].from, f->all);
        const bool whole = steps[i].from == LEAST && steps[i].to == MOST;
        add(f, gain, whole || !steps[i].budget ? 0 : -NO_GOAL, "step/", steps[i].name);
        const struct figure *last = &f->study->report->figure[f->study->report->count - 1];
        down += steps[i].budget && last->value + last->half < 0;
    }
    report_add(f->study->report, (struct estimate){ down, 0 }, 1, -NO_GOAL, 0, "field/steps-down");
}

int part_field(const struct study *s)
{
    static struct league f;
    f = (struct league){ .study = s };
    take_rows(&f);
    take_columns(&f);
    f.contest = (struct contest){ .sc = s->measures->sc,
                                  .row = f.row,
                                  .column = f.column,
                                  .rows = FIRST_SCRIPT + f.scripts,
                                  .columns = f.all.count,
                                  .games = f.games,
                                  .seed = rng_mix(s->seed, 11) };
    if (contest_play(&f.contest, s->hands) != 0) {
        return -1;
    }
    add_means(&f);
    add_lead(&f, f.known, "lead");
    add_lead(&f, f.strange, "lead-over-strangers");
    add_columns(&f, f.known, "known");
    add_columns(&f, f.strange, "strangers");
    add_steps(&f);
    contest_clear(&f.contest);
    return 0;
}
