/* run.c: `backchannel run`: many games between ministers, and their sums. */
#include "command/commands.h"
#include "command/given.h"
#include "command/jobs.h"
#include "command/out.h"
#include "command/run/part.h"
#include "command/run/play.h"
#include "command/run/result.h"
#include "command/run/rows.h"
#include "command/run/vary.h"
#include "content/scenario_load.h"
#include "match/say.h"
#include "minister/outside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    OPTION_GAMES,
    OPTION_SEED,
    OPTION_JOBS,
    OPTION_SEAT,
    OPTION_FORMAT,
    OPTION_COUNTS,
    OPTION_VARY,
    OPTION_PAIR,
    OPTION_SET,
    OPTION_WITHOUT,
    OPTION_SHARD,
    OPTION_EXPECT,
    OPTION_TRANSCRIPTS,
    OPTION_QUIET
};
static const struct option options[] = {
    { "--games", "N", N_("how many games (1)") },
    { "--seed", "S", N_("of all luck (1)") },
    { "--jobs", "J", N_("how many games at a time (as many as processors)") },
    { "--seat", "PARTY=NAME", N_("who plays for a party (random); once for each") },
    { "--format", "text|json|jsonl|csv|table", N_("how the result is printed (text)") },
    { "--counts", NULL, N_("counts incidents and moves, and follows the meters, too") },
    { "--vary", "KEY=A,B",
      N_("plays with each of these values; given again, with each combination") },
    { "--pair", NULL, N_("gives all combinations the same luck, and compares them game by game") },
    { "--set", "KEY=VALUE", N_("changes the scenario; may be given again") },
    { "--without", "FACT", N_("plays without all that carries a fact; may be given again") },
    { "--shard", "I/N", N_("plays the I-th of N parts, for merge") },
    { "--expect", "'PATH OP VALUE'",
      N_("exit 1 unless a figure of the result is so; may be given again") },
    { "--transcripts", "DIR", N_("writes down every game in that folder") },
    { "--quiet", NULL, N_("no progress, even on a terminal") },
    { NULL, NULL, NULL },
};

enum { MAX_SEATS = 16, MAX_SHARDS = 1000000 };
struct request {
    struct args *args;
    struct run run;
    struct vary_base base;
    int seats;
    const char *seat[MAX_SEATS];
};

/* ---- what is asked for ---- */

static int read_number(struct request *r, int option, const char *value)
{
    const char *name = options[option].name;
    switch (option) {
    case OPTION_GAMES:
        return args_whole(r->args, name, value, 1, TALLY_MAX_GAMES, &r->run.games);
    case OPTION_JOBS:
        return args_whole(r->args, name, value, 1, JOBS_MAX, &r->run.jobs);
    default:
        return args_whole(r->args, name, value, 0, UINT64_MAX, &r->run.seed);
    }
}

static int read_seat(struct request *r, const char *value)
{
    if (strchr(value, '=') == NULL) {
        return args_wrong(r->args, _("--seat %s: PARTY=NAME is expected"), value);
    }
    if (r->seats == MAX_SEATS) {
        return args_wrong(r->args, "%s", _("too many seats"));
    }
    r->seat[r->seats++] = value;
    return EXIT_FINE;
}

static int read_format(struct request *r, const char *value)
{
    const int format = args_choice(r->args, value, run_formats, RUN_FORMATS);
    r->run.format = format < 0 ? RUN_TEXT : (enum run_format)format;
    return format < 0 ? EXIT_USAGE : EXIT_FINE;
}

static int read_change(struct request *r, const char *value, const char *list[], int most,
                       int *count)
{
    if (*count == most) {
        return args_wrong(r->args, _("%s is one change too many; %d are the most"), value, most);
    }
    list[(*count)++] = value;
    return EXIT_FINE;
}

static int read_shard(struct request *r, const char *value)
{
    char shard[24];
    const size_t length = strcspn(value, "/");
    snprintf(shard, sizeof shard, "%.*s", (int)length, value);
    if (length < sizeof shard && value[length] == '/' &&
        args_number(value + length + 1, 1, MAX_SHARDS, &r->run.shards) &&
        args_number(shard, 1, r->run.shards, &r->run.shard)) {
        return EXIT_FINE;
    }
    return args_wrong(r->args, _("--shard %s: I/N is expected, with I from 1 to N"), value);
}

static int read_without(struct request *r, const char *value)
{
    if (r->run.withouts == MAX_FACTS) {
        return args_wrong(r->args, "%s", _("too many facts"));
    }
    r->run.without[r->run.withouts++] = value;
    return EXIT_FINE;
}

static int read_expect(struct request *r, const char *value)
{
    struct run *run = &r->run;
    if (run->expects == MAX_EXPECTS) {
        return args_wrong(r->args, "%s", _("too many expectations"));
    }
    return expect_read(r->args, value, &run->expect[run->expects++]);
}

static int read_word(struct request *r, const char *value)
{
    if (r->base.scenario != NULL) {
        return args_wrong(r->args, _("one scenario at a time, not %s as well"), value);
    }
    r->base.scenario = value;
    return EXIT_FINE;
}

static int read_flag(struct request *r, int option)
{
    r->run.quiet = r->run.quiet || option == OPTION_QUIET;
    r->run.pair = r->run.pair || option == OPTION_PAIR;
    r->run.counts = r->run.counts || option == OPTION_COUNTS;
    return EXIT_FINE;
}

static int read_argument(void *context, int got, const char *value)
{
    struct request *r = context;
    switch (got) {
    case OPTION_GAMES:
    case OPTION_SEED:
    case OPTION_JOBS:
        return read_number(r, got, value);
    case OPTION_SEAT:
        return read_seat(r, value);
    case OPTION_FORMAT:
        return read_format(r, value);
    case OPTION_SET:
        return read_change(r, value, r->base.set, MAX_SETTINGS, &r->base.sets);
    case OPTION_VARY:
        return read_change(r, value, r->base.vary, MAX_FACTORS, &r->base.varies);
    case OPTION_SHARD:
        return read_shard(r, value);
    case OPTION_TRANSCRIPTS:
        r->run.transcripts = value;
        return EXIT_FINE;
    case OPTION_WITHOUT:
        return read_without(r, value);
    case OPTION_EXPECT:
        return read_expect(r, value);
    case ARG_WORD:
        return read_word(r, value);
    default:
        return read_flag(r, got);
    }
}

/* What does not go together. */
static int check_arguments(const struct request *r)
{
    const struct run *run = &r->run;
    if (r->base.scenario == NULL) {
        return args_wrong(r->args, "%s", _("no scenario is named"));
    }
    if (run->withouts > 0 && run->transcripts != NULL) { /* nothing it could be replayed with */
        return args_wrong(r->args, "%s", _("--without leaves no transcripts"));
    }
    if (run->pair && r->base.varies == 0) {
        return args_wrong(r->args, "%s", _("--pair compares what --vary varies"));
    }
    if (run->shards > run->games) {
        return args_wrong(r->args, "%s", _("there are more shards than games"));
    }
    if (run->shards > 0 && run->expects > 0) {
        return args_wrong(r->args, "%s", _("what is expected of the whole, merge is asked"));
    }
    return EXIT_FINE;
}

static int read_arguments(struct request *r)
{
    const int code = args_each(r->args, read_argument, r);
    return code != EXIT_FINE || r->args->helped ? code : check_arguments(r);
}

static int take_seat(struct request *r, const struct scenario *sc, const char *seat,
                     bool taken[MAX_PARTIES])
{
    const char *name = strchr(seat, '=') + 1;
    char party_id[64];
    int party;
    snprintf(party_id, sizeof party_id, "%.*s", (int)(name - 1 - seat), seat);
    const int code = given_party(r->args, sc, party_id, &party);
    if (code == EXIT_FINE && taken[party]) {
        return args_wrong(r->args, _("--seat %s: a minister sits there already"), seat);
    }
    if (code == EXIT_FINE) {
        taken[party] = true;
        r->base.seat[party] = name;
    }
    return code;
}

static int take_seats(struct request *r, const struct scenario *sc)
{
    bool taken[MAX_PARTIES] = { false };
    int code = EXIT_FINE;
    for (int party = 0; party < MAX_PARTIES; party++) {
        r->base.seat[party] = "random";
    }
    for (int i = 0; i < r->seats && code == EXIT_FINE; i++) {
        code = take_seat(r, sc, r->seat[i], taken);
    }
    return code;
}

/* ---- the run ---- */

/* A wrong path is told before a game is played: the shape of a result does not depend on them. */
static int check_expects(const struct request *r)
{
    struct sums sums;
    const struct run *run = &r->run;
    int code = sums_init(&sums, run->cells, run->counts) ? EXIT_FINE : out_of_memory();
    for (int i = 0; i < run->cells && code == EXIT_FINE; i++) {
        sums.tally[i].games = 1;
        if (run->counts) {
            sums.census[i].games[CENSUS_END] = 1;
        }
    }
    if (code == EXIT_FINE) {
        code = result_ask(run, &sums, r->args);
    }
    sums_free(&sums);
    return code;
}

/* A program that was at fault plays otherwise from then on, in other games than these, too. */
static int check_faults(const struct run *run)
{
    for (int i = 0; i < run->cells * MAX_PARTIES; i++) {
        const struct minister *minister =
            &run->cell[i / MAX_PARTIES].chair[i % MAX_PARTIES].minister;
        if (outside_faults(minister) > 0) {
            complain(
                _("backchannel run: %s was at fault, so that this is no part of a whole: %s\n"),
                minister->name, outside_last_fault(minister));
            return EXIT_USAGE;
        }
    }
    return EXIT_FINE;
}

static int print(const struct run *run, const struct sums *sums, uint64_t digest)
{
    if (run->shards == 0) {
        return result_print(run, sums) ? result_ask(run, sums, NULL) : out_of_memory();
    }
    const int code = check_faults(run);
    return code != EXIT_FINE || part_print(run, sums, digest) ? code : out_of_memory();
}

static int run_games(const struct run *run)
{
    struct sums sums;
    struct buffer names = buffer_init();
    uint64_t digest = 0;
    rows_head(run, &names);
    buffer_add(&names, "", 0);
    char *head = buffer_finish(&names);
    const bool fine = sums_init(&sums, run->cells, run->counts) && head != NULL;
    int code = fine ? play_games(run, head, &sums, &digest) : out_of_memory();
    if (code == EXIT_FINE) {
        code = print(run, &sums, digest);
    }
    sums_free(&sums);
    free(head);
    return code;
}

static int run_request(struct request *r, struct scenario *sc)
{
    int code = take_seats(r, sc);
    if (code == EXIT_FINE) {
        code = vary_plan(&r->base, &r->run, sc);
    }
    if (code == EXIT_FINE) {
        code = check_expects(r);
    }
    return code == EXIT_FINE ? run_games(&r->run) : code;
}

static int run_named(struct request *r)
{
    struct scenario *sc = NULL;
    int code = given_scenario(r->base.scenario, &sc);
    if (code == EXIT_FINE) {
        code = run_request(r, sc);
    }
    vary_free(&r->base, &r->run);
    scenario_free(sc);
    return code;
}

static int run(struct args *args)
{
    struct request *r = calloc(1, sizeof *r);
    if (r == NULL) {
        return out_of_memory();
    }
    r->args = args;
    r->base.args = args;
    r->run.games = r->run.seed = 1;
    r->run.jobs = (uint64_t)jobs_processors();
    int code = read_arguments(r);
    if (code == EXIT_FINE && !args->helped) {
        code = run_named(r);
    }
    free(r);
    return code;
}

const struct command command_run = {
    .name = "run",
    .words = "SCENARIO [--games N] [--seed S] [--jobs J] [--seat PARTY=NAME]... "
             "[--format text|json|jsonl|csv|table] [--counts] [--vary KEY=A,B]... [--pair] "
             "[--set KEY=VALUE]... [--without FACT]... [--shard I/N] [--expect 'PATH OP VALUE']...",
    .line = N_("Plays games between ministers and prints their sums."),
    .options = options,
    .run = run,
    .more = /* xgettext:no-c-format */
    N_("Any number of jobs gives the same bytes. Programs as ministers play one game after the\n"
       "other.\n"
       "\n"
       "A KEY is a JSON pointer into the scenario (/meters/trust/start, /agreements/hotline/when),\n"
       "or a meter, for where it starts; to vary, also a seat: seat.us=tit-for-tat,planner:hawk. A\n"
       "VALUE is JSON, or a word: trust=60, /calendar/1=summit. The place must exist, and the\n"
       "scenario so changed must pass check.\n"
       "\n"
       "Every combination of what is varied is a cell; the last key changes fastest. Each cell plays\n"
       "N games of its own, or with --pair all the same ones; each is compared with cell 0.\n"
       "\n"
       "A part, of --shard, ends with a line that merge needs; parts are put together by\n"
       "backchannel merge PART..., the bytes of which are those of the run in one piece.\n"
       "\n"
       "PATH leads through the result as JSON: endings.accord, seats.us.utility.mean, of cells\n"
       "cells.1.endings.accord. OP is one of >= <= == > <. A VALUE that ends in % is a share of the\n"
       "games, as in --expect 'endings.accord >= 20%'\n"
       "\n"
       "csv and jsonl have a row a game, table (which is CSV) a row a figure; the columns of all are\n"
       "in the manual, backchannel-run(6).\n"),
};
