/* tournament.c: `backchannel tournament`: everyone against everyone, on both seats. */
#include "command/tournament.h"

#include "command/commands.h"
#include "command/given.h"
#include "command/jobs.h"
#include "command/out.h"
#include "content/scenario_load.h"
#include "match/say.h"
#include "minister/ministers.h"
#include "minister/outside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPTION_GAMES, OPTION_SEED, OPTION_JOBS, OPTION_FORMAT, OPTION_QUIET };
static const struct option options[] = {
    { "--games", "N", N_("how many games of each pair and seat (100)") },
    { "--seed", "S", N_("of all luck (1)") },
    { "--jobs", "J", N_("how many games at a time (as many as processors)") },
    { "--format", "text|csv|json", N_("how the result is printed (text)") },
    { "--quiet", NULL, N_("no progress, even on a terminal") },
    { NULL, NULL, NULL },
};

struct request {
    struct args *args;
    struct tournament t;
    const char *scenario;
};

/* What one worker works with: ministers, the luck at hand, the sums so far. */
struct desk {
    struct chair chair[MAX_FIELD][MAX_PARTIES];
    struct sheet sheet;
    struct standings standings;
    char fault[MAX_FIELD][240]; /* the last one of a program: "it ..." */
};

/* A tournament under way. */
struct hall {
    const struct tournament *t;
    struct desk *desk; /* one for each worker */
};

/* ---- what is asked for ---- */

static int read_format(struct request *r, const char *value)
{
    static const char *const formats[] = { "text", "csv", "json" };
    const int format = args_choice(r->args, value, formats, 3);
    r->t.format = format < 0 ? TOURNAMENT_TEXT : (enum tournament_format)format;
    return format < 0 ? EXIT_USAGE : EXIT_FINE;
}

static int read_word(struct request *r, const char *value)
{
    if (r->scenario == NULL) {
        r->scenario = value;
        return EXIT_FINE;
    }
    for (int i = 0; i < r->t.field; i++) {
        if (strcmp(r->t.name[i], value) == 0) {
            return args_wrong(r->args, _("%s is named twice"), value);
        }
    }
    if (r->t.field == MAX_FIELD) {
        return args_wrong(r->args, _("%d ministers are the most"), MAX_FIELD);
    }
    r->t.name[r->t.field++] = value;
    return EXIT_FINE;
}

static int read_argument(void *context, int got, const char *value)
{
    struct request *r = context;
    const char *option = got >= 0 ? options[got].name : NULL;
    switch (got) {
    case OPTION_GAMES:
        return args_whole(r->args, option, value, 1, STANDINGS_MAX_LUCKS, &r->t.games);
    case OPTION_SEED:
        return args_whole(r->args, option, value, 0, UINT64_MAX, &r->t.seed);
    case OPTION_JOBS:
        return args_whole(r->args, option, value, 1, JOBS_MAX, &r->t.jobs);
    case OPTION_FORMAT:
        return read_format(r, value);
    case OPTION_QUIET:
        r->t.quiet = true;
        return EXIT_FINE;
    default:
        return read_word(r, value);
    }
}

static int read_arguments(struct request *r)
{
    const int code = args_each(r->args, read_argument, r);
    if (code != EXIT_FINE || r->args->helped) {
        return code;
    }
    return r->scenario == NULL ? args_wrong(r->args, "%s", _("no scenario is named")) : EXIT_FINE;
}

/* Those who are named can play; where nobody is named, everyone plays who is quick. */
static int take_field(struct request *r)
{
    struct minister minister;
    int code = EXIT_FINE;
    for (int i = 0; i < r->t.field && code == EXIT_FINE; i++) {
        code = given_minister(r->args, r->t.sc, r->t.name[i], &minister);
    }
    if (r->t.field > 0) {
        return code;
    }
    const char *name;
    for (int i = 0; (name = minister_name(i)) != NULL && code == EXIT_FINE; i++) {
        code = given_minister(r->args, r->t.sc, name, &minister);
        if (code == EXIT_FINE && minister.choose != planner_choose && r->t.field < MAX_FIELD) {
            r->t.name[r->t.field++] = name;
        }
    }
    return code;
}

/* ---- games ---- */

/* A program that is at fault begins the next luck anew, with no faults: how a luck is played does
 * not depend on those that this worker happened to play before. */
static void forgive(struct desk *desk, int i, struct minister *minister)
{
    const int faults = outside_faults(minister);
    if (faults == 0) {
        return;
    }
    char why[200];
    const struct outside_limits limits = outside_limits();
    snprintf(desk->fault[i], sizeof desk->fault[i], "%s", outside_last_fault(minister));
    desk->standings.faults[i] += (uint64_t)faults;
    outside_stop(minister);
    if (outside_start(minister, &limits, why, sizeof why) != NULL) {
        desk->standings.faults[i]++;
    }
}

/* One luck: every pair on both seats. */
static void play_luck(void *context, int worker, uint64_t luck)
{
    const struct hall *hall = context;
    const struct tournament *t = hall->t;
    struct desk *desk = &hall->desk[worker];
    struct outcome outcome;
    for (int i = 0; i < t->field; i++) {
        for (int k = 0; k < t->field; k++) {
            const struct chair chair[MAX_PARTIES] = { desk->chair[i][0], desk->chair[k][1] };
            bare_game_play(t->sc, chair, t->seed, luck, &outcome);
            tally_add(&desk->standings.cell[i][k], t->sc, luck, &outcome);
            for (int party = 0; party < MAX_PARTIES; party++) {
                desk->sheet.utility[party][i][k] = state_utility(t->sc, &outcome.end, party);
            }
        }
    }
    standings_add(&desk->standings, &desk->sheet);
    for (int i = 0; i < t->field; i++) {
        for (int party = 0; party < MAX_PARTIES; party++) {
            forgive(desk, i, &desk->chair[i][party].minister);
        }
    }
}

/* Each worker has ministers of its own for each seat: what one of them holds, such as a program that
 * it talks to, is never used for two games at once. */
static int lay_desk(const struct request *r, struct desk *desk)
{
    int code = EXIT_FINE;
    desk->standings.field = r->t.field;
    for (int i = 0; i < r->t.field; i++) {
        for (int party = 0; party < MAX_PARTIES && code == EXIT_FINE; party++) {
            struct minister minister;
            code = given_player(r->args, r->t.sc, r->t.name[i], &minister);
            if (code == EXIT_FINE) {
                desk->chair[i][party] = chair_init(&minister);
            }
        }
    }
    return code;
}

static void clear_desk(const struct tournament *t, struct desk *desk)
{
    for (int i = 0; i < t->field; i++) {
        for (int party = 0; party < MAX_PARTIES; party++) {
            outside_stop(&desk->chair[i][party].minister);
        }
    }
}

static int play_all(const struct request *r, struct desk *desk, int workers)
{
    struct hall hall = { &r->t, desk };
    int code = EXIT_FINE;
    for (int i = 0; i < workers && code == EXIT_FINE; i++) {
        code = lay_desk(r, &desk[i]);
    }
    if (code != EXIT_FINE) {
        return code;
    }
    const uint64_t field = (uint64_t)r->t.field;
    struct progress progress = progress_init(r->t.games * field * field, r->t.quiet);
    jobs_run(&(struct jobs){ workers, r->t.games, play_luck, &hall }, &progress);
    for (int i = 1; i < workers; i++) {
        standings_join(&desk[0].standings, &desk[i].standings);
    }
    return EXIT_FINE;
}

/* One fault of each program that had some; which one may depend on the jobs, and is no result. */
static void tell_faults(const struct tournament *t, const struct desk *desk, int workers)
{
    for (int i = 0; i < t->field; i++) {
        int at = 0;
        while (at < workers && desk[at].fault[i][0] == '\0') {
            at++;
        }
        if (at < workers) {
            complain(_("backchannel: %s was at fault: %s\n"), t->name[i], desk[at].fault[i]);
        }
    }
}

static int print(const struct tournament *t, const struct standings *s)
{
    struct ranking *ranking = calloc(1, sizeof *ranking);
    if (ranking == NULL) {
        return out_of_memory();
    }
    bool fine = true;
    standings_rank(s, ranking);
    if (t->format == TOURNAMENT_JSON) {
        fine = tournament_print_json(t, s, ranking);
    } else if (t->format == TOURNAMENT_CSV) {
        tournament_print_csv(t, s);
    } else {
        tournament_print_text(t, s, ranking);
    }
    free(ranking);
    return fine ? EXIT_FINE : out_of_memory();
}

static int play_and_print(const struct request *r)
{
    const int workers = (int)(r->t.jobs < r->t.games ? r->t.jobs : r->t.games);
    struct desk *desk = calloc((size_t)workers, sizeof *desk);
    if (desk == NULL) {
        return out_of_memory();
    }
    int code = play_all(r, desk, workers);
    if (code == EXIT_FINE) {
        tell_faults(&r->t, desk, workers);
        code = print(&r->t, &desk[0].standings);
    }
    for (int i = 0; i < workers; i++) {
        clear_desk(&r->t, &desk[i]);
    }
    free(desk);
    return code;
}

static int run(struct args *args)
{
    struct request r = { .args = args, .t = { .games = 100, .seed = 1 } };
    r.t.jobs = (uint64_t)jobs_processors();
    int code = read_arguments(&r);
    if (code != EXIT_FINE || args->helped) {
        return code;
    }
    struct scenario *sc;
    code = given_scenario(r.scenario, &sc);
    r.t.sc = sc;
    if (code == EXIT_FINE) {
        code = take_field(&r);
    }
    if (code == EXIT_FINE) {
        code = play_and_print(&r);
    }
    scenario_free(sc);
    return code;
}

const struct command command_tournament = {
    .name = "tournament",
    .words =
        "SCENARIO [NAME...] [--games N] [--seed S] [--jobs J] [--format text|csv|json] [--quiet]",
    .line = N_(
        "Plays everyone against everyone, themselves too, on both seats and with the same luck."),
    .options = options,
    .run = run,
    .more = /* xgettext:no-c-format */
    N_("Without a NAME all ministers play but the planner, which takes a thousand times as long.\n"
       "\n"
       "Game k of a pair is game k of `run` with the same seed and seats. Any number of jobs gives\n"
       "the same bytes. A mean is of a minister's own utility; the overall mean is over the whole\n"
       "field, itself included, on both seats. The games of one luck are not independent, so that\n"
       "their sum counts as one number wherever a mean is over several pairs or seats.\n"
       "\n"
       "Two ministers are compared luck by luck, against the same opponents on the same seats: the\n"
       "mean of the difference with its 95 % interval, and the chance p of one as large among equals\n"
       "(normal distribution). It is called significant where p is below 5 % after Holm's step-down\n"
       "correction for all pairs of the field, and never with fewer than 30 games.\n"
       "\n"
       "A NAME with a '/' is a program. It should take nothing with it from game to game; after faults\n"
       "it is started anew for the next luck.\n"
       "\n"
       "csv: a row for each minister, seat and opponent: minister, seat, opponent, games, decisions,\n"
       "mean and ci95 of its utility (ci95: half the interval), sum, a column for each ending, hash.\n"
       "json: one object of scenario, scenario_hash, seed, set, games (of a pair and seat), played,\n"
       "  ministers   in their ranking: rank, minister, utility {mean, ci95}, seats, endings, faults\n"
       "  seat_edge   over, under (parties), mean, ci95\n"
       "  differences of all pairs: minister, under, mean, ci95, p, p_holm, significant\n"
       "  matrix      minister, opponent, utility {mean, ci95}: its own, both seats\n"
       "  pairs       what `run` tells of each: games, decisions, endings, seats, hash\n"),
};
