/* study.c: `backchannel study`: is a scenario a good one? */
#include "command/study/study.h"

#include "command/commands.h"
#include "command/given.h"
#include "command/out.h"
#include "command/study/evidence.h"
#include "command/study/study_print.h"
#include "content/scenario_load.h"
#include "match/say.h"

#include <stdlib.h>

enum {
    OPTION_STRICT,
    OPTION_FORMAT,
    OPTION_EVIDENCE,
    OPTION_SEED,
    OPTION_BUDGET,
    OPTION_JOBS,
    OPTION_QUIET
};
static const struct option options[] = {
    { "--strict", NULL, N_("exit with 1 where a bar is missed") },
    { "--format", "text|json", N_("how the result is printed (text)") },
    { "--evidence", "DIR", N_("writes the games that show it in that folder") },
    { "--seed", "S", N_("of all luck (1)") },
    { "--budget", "PERCENT", N_("how much is played (100)") },
    { "--jobs", "J", N_("how many games at a time (one a processor)") },
    { "--quiet", NULL, N_("no progress, even on a terminal") },
    { NULL, NULL, NULL },
};

enum { BUDGET_MOST = 10000, WHOLE = 100 };

struct request {
    struct args *args;
    const char *scenario;
    bool strict, json, quiet;
    uint64_t seed, jobs;
    struct study_asked asked;
};

static int read_word(struct request *r, const char *value)
{
    if (r->scenario != NULL) {
        return args_wrong(r->args, _("one scenario at a time, not %s as well"), value);
    }
    r->scenario = r->asked.scenario = value;
    return EXIT_FINE;
}

static int read_format(struct request *r, const char *value)
{
    static const char *const formats[] = { "text", "json" };
    const int format = args_choice(r->args, value, formats, 2);
    r->json = format == 1;
    return format < 0 ? EXIT_USAGE : EXIT_FINE;
}

static int read_argument(void *context, int got, const char *value)
{
    struct request *r = context;
    const char *name = got >= 0 ? options[got].name : NULL;
    switch (got) {
    case OPTION_STRICT:
        r->strict = true;
        return EXIT_FINE;
    case OPTION_FORMAT:
        return read_format(r, value);
    case OPTION_EVIDENCE:
        r->asked.evidence = value;
        return EXIT_FINE;
    case OPTION_SEED:
        return args_whole(r->args, name, value, 0, UINT64_MAX, &r->seed);
    case OPTION_BUDGET:
        return args_whole(r->args, name, value, 1, BUDGET_MOST, &r->asked.budget);
    case OPTION_JOBS:
        return args_whole(r->args, name, value, 1, JOBS_MAX, &r->jobs);
    case OPTION_QUIET:
        r->quiet = true;
        return EXIT_FINE;
    default:
        return read_word(r, value);
    }
}

/* ---- the parts ---- */

static int64_t scaled(int64_t number, uint64_t budget)
{
    const int64_t all = number * (int64_t)budget / WHOLE;
    return all < 2 ? 2 : all;
}

static struct study_numbers numbers_for(uint64_t budget)
{
    return (struct study_numbers){ .random = scaled(4000, budget),
                                   .cell = scaled(150, budget),
                                   .planner = scaled(120, budget),
                                   .self = scaled(2000, budget),
                                   .rounds = scaled(900, budget),
                                   .worlds = 100,
                                   .answers = scaled(300, budget),
                                   .cases = scaled(6000, budget),
                                   .texts = scaled(200, budget),
                                   .tries = scaled(4000, budget),
                                   .climbs = scaled(4, budget),
                                   .rivals = scaled(80, budget) };
}

/* In order of their figures; `share`: of the time that all take. */
static const struct {
    const char *label;
    int (*play)(struct study *s);
    double share;
} parts[] = {
    { N_("games by lot"), part_random, 0.01 },
    { N_("games by family"), part_family, 0.01 },
    { N_("scripts against scripts"), part_field, 0.04 },
    { N_("tit for tat"), part_self, 0.01 },
    { N_("planners against planners"), part_planner, 0.25 },
    { N_("looking for the rest"), part_search, 0.03 },
    { N_("texts read"), part_texts, 0.05 },
    { N_("moves compared"), part_dominance, 0.18 },
    { N_("other incidents"), part_answers, 0.06 },
    { N_("belief and guilt"), part_truth, 0.03 },
    { N_("recipes"), part_recipe, 0.33 },
};
enum { PARTS = sizeof parts / sizeof parts[0] };

static int play_parts(struct study *s)
{
    for (int i = 0; i < PARTS; i++) {
        progress_part(s->hands.progress, _(parts[i].label), parts[i].share);
        if (parts[i].play(s) != 0) {
            return out_of_memory();
        }
    }
    return EXIT_FINE;
}

static int tell(const struct request *r, const struct study *s)
{
    int code = EXIT_FINE;
    if (r->asked.evidence) {
        code = evidence_write(s->report, s->measures->sc, r->asked.evidence);
    }
    if (code == EXIT_FINE && r->json) {
        code = study_print_json(s, &r->asked) ? EXIT_FINE : out_of_memory();
    } else if (code == EXIT_FINE) {
        study_print_text(s, &r->asked);
    }
    const bool no = r->strict && report_count(s->report, VERDICT_MISSED) > 0;
    return code == EXIT_FINE && no ? EXIT_NO : code;
}

static int examine(const struct request *r, const struct scenario *sc)
{
    struct progress progress = progress_init(0, r->quiet);
    struct measures measures = { .sc = NULL };
    struct study *s = calloc(1, sizeof *s);
    struct report *report = calloc(1, sizeof *report);
    struct roster *roster = calloc(1, sizeof *roster);
    int code = EXIT_BUG;
    if (!s || !report || !roster || !measures_init(&measures, sc)) {
        out_of_memory();
    } else if (roster_init(roster) == NULL) {
        report->sc = sc;
        *s = (struct study){ .measures = &measures,
                             .roster = roster,
                             .report = report,
                             .seed = r->seed,
                             .hands = { (int)r->jobs, &progress },
                             .numbers = numbers_for(r->asked.budget) };
        code = play_parts(s);
        code = code == EXIT_FINE ? tell(r, s) : code;
    }
    measures_clear(&measures);
    free(roster);
    free(report);
    free(s);
    return code;
}

static int run(struct args *args)
{
    struct request r = {
        .args = args, .seed = 1, .jobs = (uint64_t)jobs_processors(), .asked = { .budget = WHOLE }
    };
    int code = args_each(args, read_argument, &r);
    if (code != EXIT_FINE || args->helped) {
        return code;
    }
    if (r.scenario == NULL) {
        return args_wrong(args, "%s", _("no scenario is named"));
    }
    struct scenario *sc = NULL;
    code = given_scenario(r.scenario, &sc);
    code = code == EXIT_FINE ? examine(&r, sc) : code;
    scenario_free(sc);
    return code;
}

const struct command command_study = {
    .name = "study",
    .words = "SCENARIO [--strict] [--format text|json] [--evidence DIR] [--seed S] "
             "[--budget PERCENT] [--jobs J]",
    .line = N_("Plays a scenario many times and says what is wrong with it."),
    .options = options,
    .run = run,
};
