/* run.c: `backchannel run`: many games between ministers, and their sums. */
#define _POSIX_C_SOURCE 200809L

#include "command/run.h"

#include "command/given.h"
#include "command/out.h"
#include "command/commands.h"
#include "command/progress.h"
#include "content/scenario_facts.h"
#include "content/scenario_load.h"
#include "match/say.h"
#include "minister/outside.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    OPTION_GAMES,
    OPTION_SEED,
    OPTION_SEAT,
    OPTION_FORMAT,
    OPTION_TRANSCRIPTS,
    OPTION_QUIET,
    OPTION_WITHOUT,
    OPTION_EXPECT
};
static const struct option options[] = {
    { "--games", "N", N_("how many games (1)") },
    { "--seed", "S", N_("of all luck (1)") },
    { "--seat", "PARTY=NAME", N_("who plays for a party (random); once for each") },
    { "--format", "text|json|jsonl|csv", N_("how the result is printed (text)") },
    { "--transcripts", "DIR", N_("writes down every game in that folder") },
    { "--quiet", NULL, N_("no progress, even on a terminal") },
    { "--without", "FACT", N_("plays without all that carries a fact; may be given again") },
    { "--expect", "'PATH OP VALUE'",
      N_("exit 1 unless a figure of the result is so; may be given again") },
    { NULL, NULL, NULL },
};

enum { MAX_SEATS = 16 };
struct request {
    struct args *args;
    struct run run;
    const char *scenario;
    int seats;
    const char *seat[MAX_SEATS];
};

/* ---- what is asked for ---- */

static int read_number(struct request *r, int option, const char *value)
{
    const bool games = option == OPTION_GAMES;
    const uint64_t high = games ? TALLY_MAX_GAMES : UINT64_MAX;
    return args_whole(r->args, options[option].name, value, games ? 1 : 0, high,
                      games ? &r->run.games : &r->run.seed);
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
    static const char *const formats[] = { "text", "json", "jsonl", "csv" };
    const int format = args_choice(r->args, value, formats, 4);
    r->run.format = format < 0 ? RUN_TEXT : (enum run_format)format;
    return format < 0 ? EXIT_USAGE : EXIT_FINE;
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
    if (r->scenario != NULL) {
        return args_wrong(r->args, _("one scenario at a time, not %s as well"), value);
    }
    r->scenario = value;
    return EXIT_FINE;
}

static int read_argument(void *context, int got, const char *value)
{
    struct request *r = context;
    switch (got) {
    case OPTION_GAMES:
    case OPTION_SEED:
        return read_number(r, got, value);
    case OPTION_SEAT:
        return read_seat(r, value);
    case OPTION_FORMAT:
        return read_format(r, value);
    case OPTION_TRANSCRIPTS:
        r->run.transcripts = value;
        return EXIT_FINE;
    case OPTION_QUIET:
        r->run.quiet = true;
        return EXIT_FINE;
    case OPTION_WITHOUT:
        return read_without(r, value);
    case OPTION_EXPECT:
        return read_expect(r, value);
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

static int take_seat(struct request *r, const char *seat, bool taken[MAX_PARTIES])
{
    const char *name = strchr(seat, '=') + 1;
    char party_id[64];
    int party;
    struct minister minister;
    snprintf(party_id, sizeof party_id, "%.*s", (int)(name - 1 - seat), seat);
    int code = given_party(r->args, r->run.sc, party_id, &party);
    if (code == EXIT_FINE && taken[party]) {
        return args_wrong(r->args, _("--seat %s: a minister sits there already"), seat);
    }
    if (code == EXIT_FINE) {
        taken[party] = true;
        code = given_player(r->args, r->run.sc, name, &minister);
    }
    if (code == EXIT_FINE) {
        r->run.chair[party] = chair_init(&minister);
    }
    return code;
}

static int take_seats(struct request *r)
{
    bool taken[MAX_PARTIES] = { false };
    struct minister minister;
    int code = given_minister(r->args, r->run.sc, "random", &minister);
    for (int party = 0; party < MAX_PARTIES && code == EXIT_FINE; party++) {
        r->run.chair[party] = chair_init(&minister);
    }
    for (int i = 0; i < r->seats && code == EXIT_FINE; i++) {
        code = take_seat(r, r->seat[i], taken);
    }
    return code;
}

/* What is left is no scenario that a transcript could be replayed with. */
static int take_facts(struct request *r, struct scenario *sc)
{
    char why[200];
    if (r->run.withouts > 0 && r->run.transcripts != NULL) {
        return args_wrong(r->args, "%s", _("--without leaves no transcripts"));
    }
    for (int i = 0; i < r->run.withouts; i++) {
        int fact;
        const int code = given_fact(r->args, sc, r->run.without[i], &fact);
        if (code != EXIT_FINE) {
            return code;
        }
        const char *refusal = scenario_without(sc, fact, why, sizeof why);
        if (refusal != NULL) {
            return args_wrong(r->args, "--without %s: %s", r->run.without[i], refusal);
        }
    }
    return EXIT_FINE;
}

/* ---- games ---- */

static int save(const struct run *run, const struct match *m)
{
    char why[300];
    const size_t room = strlen(run->transcripts) + 120;
    char *path = malloc(room);
    if (path == NULL) {
        return out_of_memory();
    }
    snprintf(path, room, "%s/%s-%" PRIu64 "-%" PRIu64 ".jsonl", run->transcripts, run->sc->id,
             run->seed, match_game(m));
    const char *refusal = transcript_save(m, path, why, sizeof why);
    free(path);
    if (refusal != NULL) {
        complain("backchannel: %s\n", refusal);
        return EXIT_MACHINE;
    }
    return EXIT_FINE;
}

/* The same game as bare_game_play, written down. */
static int play_recorded(const struct run *run, uint64_t game, struct outcome *out)
{
    struct match *m = match_new(run->sc, run->seed, game);
    if (m == NULL) {
        return out_of_memory();
    }
    const char *refusal = NULL;
    for (int party = 0; party < MAX_PARTIES; party++) {
        match_seat(m, party, &run->chair[party].minister);
    }
    while (!match_over(m) && refusal == NULL) {
        refusal = match_play_minister(m);
    }
    int code = EXIT_BUG;
    if (refusal != NULL) {
        complain("backchannel: %s\n", refusal);
    } else {
        out->decisions = match_steps(m);
        out->end = *match_now(m);
        code = save(run, m);
    }
    match_free(m);
    return code;
}

static int play(const struct run *run, uint64_t game, struct outcome *out)
{
    if (run->transcripts != NULL) {
        return play_recorded(run, game, out);
    }
    bare_game_play(run->sc, run->chair, run->seed, game, out);
    return EXIT_FINE;
}

static int play_all(const struct run *run, struct tally *tally)
{
    struct progress progress = progress_init(run->games, run->quiet);
    struct outcome outcome;
    for (uint64_t game = 0; game < run->games; game++) {
        const int code = play(run, game, &outcome);
        if (code != EXIT_FINE) {
            return code;
        }
        tally_add(tally, run->sc, game, &outcome);
        if (!run_print_game(run, game, &outcome)) {
            return out_of_memory();
        }
        if (out_failed()) {
            return EXIT_MACHINE;
        }
        progress_show(&progress, game + 1);
    }
    progress_end(&progress);
    return EXIT_FINE;
}

/* ---- what is expected ---- */

/* Asks everything that is expected of a result: whether it fits, where there are `args`; else whether
 * it holds. */
static int ask_result(const struct run *run, const struct tally *tally, const struct args *args)
{
    struct findings findings = findings_init();
    char *text = run->expects > 0 ? run_result(run, tally) : NULL;
    struct json_document *result =
        text != NULL ? json_read("result", text, strlen(text), &findings) : NULL;
    int code = run->expects > 0 && result == NULL ? out_of_memory() : EXIT_FINE;
    for (int i = 0; i < run->expects && result != NULL && (args == NULL || code == EXIT_FINE);
         i++) {
        const struct expect *e = &run->expect[i];
        if (args != NULL) {
            code = expect_fits(args, e, json_root(result));
        } else if (!expect_holds(e, json_root(result))) {
            code = EXIT_NO;
        }
    }
    json_free(result);
    free(text);
    findings_clear(&findings);
    return code;
}

/* A wrong path is told before a game is played: the shape of a result does not depend on them. */
static int check_expects(const struct request *r)
{
    const struct tally one = { .games = 1 };
    return ask_result(&r->run, &one, r->args);
}

static int run_games(const struct run *run)
{
    struct tally tally = { 0 };
    int code = run->transcripts != NULL ? given_folder(run->transcripts) : EXIT_FINE;
    if (code != EXIT_FINE) {
        return code;
    }
    run_print_head(run);
    code = play_all(run, &tally);
    if (code == EXIT_FINE && !run_print_result(run, &tally)) {
        code = out_of_memory();
    }
    return code == EXIT_FINE ? ask_result(run, &tally, NULL) : code;
}

static int run(struct args *args)
{
    struct request r = { .args = args, .run = { .games = 1, .seed = 1 } };
    int code = read_arguments(&r);
    if (code != EXIT_FINE || args->helped) {
        return code;
    }
    struct scenario *sc;
    code = given_scenario(r.scenario, &sc);
    r.run.sc = sc;
    if (code == EXIT_FINE) {
        code = take_facts(&r, sc);
    }
    if (code == EXIT_FINE) {
        code = take_seats(&r);
    }
    if (code == EXIT_FINE) {
        code = check_expects(&r);
    }
    if (code == EXIT_FINE) {
        code = run_games(&r.run);
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        outside_stop(&r.run.chair[party].minister);
    }
    scenario_free(sc);
    return code;
}

const struct command command_run = {
    .name = "run",
    .words =
        "SCENARIO [--games N] [--seed S] [--seat PARTY=NAME]... [--format text|json|jsonl|csv] "
        "[--without FACT]... [--expect 'PATH OP VALUE']...",
    .line = N_("Plays games between ministers and prints their sums."),
    .options = options,
    .run = run,
    .more =
        N_("PATH leads through the result as JSON: endings.accord, seats.us.utility.mean. OP is\n"
           "one of >= <= == > <. A VALUE that ends in % is a share of all games:\n"
           "--expect 'endings.accord >= 20%'\n"),
};
