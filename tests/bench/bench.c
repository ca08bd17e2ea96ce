/* bench.c: how fast it is. Prints, never passes or fails.
 *
 *   bench [--only PART] [PROGRAM]
 *
 *   PART     duel (the engine against the same game written out in C), games, planner or program
 *   PROGRAM  backchannel, beside this one unless said
 *
 * Ways to play the same games take turns, so that a busy machine slows all of them; of the rounds
 * the median counts, in processor time. A decision is one move of one side; every game runs from
 * its first decision to its ending, and the endings are printed so that games cut short would
 * show. */
#define _DEFAULT_SOURCE

#include "bench.h"
#include "command/tally.h"
#include "content/scenario_load.h"
#include "core/move.h"
#include "core/round.h"
#include "json/finding.h"
#include "match/transcript.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STARTS = 60, CHECKS = 100, PLANNED_GAMES = 6, MAX_DECISIONS = 4096 };

struct bench {
    const struct scenario *sc;
    struct chair random[MAX_PARTIES], script[MAX_PARTIES];
};

/* One way to play: plays some games and counts them. */
struct way {
    const char *title;
    int games; /* a round */
    void (*play)(const struct bench *b, uint64_t first, int games, struct tally *tally);
    struct tally tally;
    double seconds[ROUNDS];
};

double bench_now(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double bench_quantile(double *value, int count, int percent)
{
    qsort(value, (size_t)count, sizeof *value, by_value);
    return value[(count - 1) * percent / 100];
}

static struct chair find(const char *name)
{
    struct minister minister;
    char why[200];
    if (minister_find(name, &minister, why, sizeof why) != NULL) {
        fprintf(stderr, "%s\n", why);
        exit(2);
    }
    return chair_init(&minister);
}

/* ---- games ---- */

struct adding {
    const struct bench *bench;
    struct tally *tally;
};

static void add(void *context, uint64_t game, const struct outcome *outcome)
{
    const struct adding *a = context;
    tally_add(a->tally, a->bench->sc, game, outcome);
}

static void play_all(const struct bench *b, const struct chair *chair, struct batch *batch,
                     uint64_t first, int games, struct tally *tally)
{
    struct adding adding = { b, tally };
    const struct bare_games all = { b->sc, chair, 1, batch, add, &adding };
    bare_games_play(&all, first, (uint64_t)games);
}

static void play_batches(const struct bench *b, uint64_t first, int games, struct tally *tally)
{
    struct batch *batch = bare_games_batch();
    play_all(b, b->random, batch, first, games, tally);
    free(batch);
}

static void play_alone(const struct bench *b, uint64_t first, int games, struct tally *tally)
{
    play_all(b, b->random, NULL, first, games, tally);
}

static void play_scripts(const struct bench *b, uint64_t first, int games, struct tally *tally)
{
    play_all(b, b->script, NULL, first, games, tally);
}

/* Random games with every cause written down. */
static void ledger_game(const struct bench *b, uint64_t game, struct tally *tally)
{
    const uint64_t luck = rng_luck(1, game);
    struct outcome outcome = { 0 };
    struct ledger ledger;
    int legal[MAX_LEGAL];
    round_start(b->sc, &outcome.end, luck, NULL);
    while (!state_over(&outcome.end)) {
        struct dice dice = { minister_dice(b->sc, &outcome.end, luck) };
        outcome.decisions++;
        const int count = move_legal(b->sc, &outcome.end, legal);
        ledger.count = 0;
        ledger.full = false;
        round_play(b->sc, &outcome.end, legal[dice_roll(&dice, count)], luck, &ledger);
    }
    tally_add(tally, b->sc, game, &outcome);
}

/* Random games kept as a match and written as a transcript. */
static void match_game_of(const struct bench *b, uint64_t game, struct tally *tally)
{
    struct match *m = match_new(b->sc, 1, game);
    for (int party = 0; party < MAX_PARTIES; party++) {
        match_seat(m, party, &b->random[party].minister);
    }
    while (!match_over(m) && match_play_minister(m) == NULL) {
    }
    free(transcript_write(m));
    const struct outcome outcome = { match_steps(m), *match_now(m) };
    tally_add(tally, b->sc, game, &outcome);
    match_free(m);
}

static void play_ledger(const struct bench *b, uint64_t first, int games, struct tally *tally)
{
    for (int i = 0; i < games; i++) {
        ledger_game(b, first + (uint64_t)i, tally);
    }
}

static void play_match(const struct bench *b, uint64_t first, int games, struct tally *tally)
{
    for (int i = 0; i < games; i++) {
        match_game_of(b, first + (uint64_t)i, tally);
    }
}

static void play_round(const struct bench *b, struct way *way, int round)
{
    const double start = bench_now(CLOCK_PROCESS_CPUTIME_ID);
    way->play(b, (uint64_t)(round * way->games), way->games, &way->tally);
    way->seconds[round] = bench_now(CLOCK_PROCESS_CPUTIME_ID) - start;
}

static void print_way(const struct bench *b, struct way *way, double base)
{
    const double median = bench_quantile(way->seconds, ROUNDS, 50);
    const double rate = way->games / median;
    const double decisions = (double)way->tally.decisions / (double)way->tally.games;
    printf("%-26s %10.0f games/s %12.0f decisions/s  %5.1f a game  %6.2f x\n", way->title, rate,
           rate * decisions, decisions, rate / (base > 0 ? base : rate));
    printf("%-26s", "");
    for (int i = 0; i < b->sc->endings; i++) {
        printf(" %s %.1f%%", b->sc->ending[i].id,
               100.0 * (double)way->tally.ending[i] / (double)way->tally.games);
    }
    printf("\n");
}

static void bench_games(const struct bench *b)
{
    struct way ways[] = {
        { .title = "random, side by side", .games = 20000, .play = play_batches },
        { .title = "random, one by one", .games = 20000, .play = play_alone },
        { .title = "random, with its ledger", .games = 20000, .play = play_ledger },
        { .title = "generous, one by one", .games = 10000, .play = play_scripts },
        { .title = "random, match + transcript", .games = 400, .play = play_match },
    };
    const int count = sizeof ways / sizeof ways[0];
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < count; i++) {
            play_round(b, &ways[i], round);
        }
    }
    printf("games, one thread, median of %d rounds (goal: random 200000 games/s)\n", ROUNDS);
    const double base = ways[0].games / bench_quantile(ways[0].seconds, ROUNDS, 50);
    for (int i = 0; i < count; i++) {
        print_way(b, &ways[i], base);
    }
}

/* ---- the planner ---- */

static void bench_planner(const struct bench *b, const char *name)
{
    static double took[MAX_DECISIONS];
    struct match *m = NULL;
    int count = 0;
    const struct chair chair = find(name);
    for (uint64_t game = 0; game < PLANNED_GAMES; game++) {
        m = match_new(b->sc, 1, game);
        match_seat(m, 0, &chair.minister);
        match_seat(m, 1, &chair.minister);
        while (!match_over(m) && count < MAX_DECISIONS) {
            const double start = bench_now(CLOCK_PROCESS_CPUTIME_ID);
            match_play_minister(m);
            took[count++] = 1000 * (bench_now(CLOCK_PROCESS_CPUTIME_ID) - start);
        }
        match_free(m);
    }
    const double median = bench_quantile(took, count, 50), most = bench_quantile(took, count, 95);
    printf("%-26s %10.2f ms median %10.2f ms 95 %% %10.2f ms most, %d moves\n", name, median, most,
           took[count - 1], count);
}

/* ---- the program, from outside ---- */

/* Runs it with its output thrown away; milliseconds, and its greatest memory in KiB. */
static double run_program(char *const words[], long *memory)
{
    const double start = bench_now(CLOCK_MONOTONIC);
    const pid_t child = fork();
    if (child == 0) {
        const int null = open("/dev/null", O_WRONLY);
        dup2(null, STDOUT_FILENO);
        execv(words[0], words);
        _exit(127);
    }
    int status = -1;
    struct rusage usage = { 0 };
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        fprintf(stderr, "%s %s: failed\n", words[0], words[1]);
        exit(2);
    }
    *memory = usage.ru_maxrss;
    return 1000 * (bench_now(CLOCK_MONOTONIC) - start);
}

static void bench_memory(char *program)
{
    char *const few[] = { program, "run", "pentagon-2012", "--games", "1000", NULL };
    char *const many[] = { program, "run", "pentagon-2012", "--games", "100000", NULL };
    long few_kib, many_kib;
    run_program(few, &few_kib);
    run_program(many, &many_kib);
    printf("%-26s %10ld KiB at 10^3 %10ld KiB at 10^5 games  %6.2f x (goal: flat, 8192 KiB)\n",
           "resident memory", few_kib, many_kib, (double)many_kib / (double)few_kib);
}

/* So many starts of the program with these words, in turn with one that does nothing; `name`: what
 * they are. */
static void bench_start(char *nothing, char *const words[], int starts, const char *name,
                        const char *goal)
{
    char *const none[] = { nothing, NULL };
    double took[CHECKS], ratio[CHECKS];
    long memory;
    for (int i = 0; i < starts; i++) {
        took[i] = run_program(words, &memory);
        ratio[i] = took[i] / run_program(none, &memory);
    }
    const double median = bench_quantile(took, starts, 50);
    printf("%-26s %10.2f ms median %10.2f ms least %9.2f x nothing (goal: %s)\n", name, median,
           took[0], bench_quantile(ratio, starts, 50), goal);
}

/* With the translations that lie beside the scenario. */
static void bench_check(char *nothing, char *program, char *scenario)
{
    char *const words[] = { program, "check", scenario, "--format", "json", NULL };
    char name[64];
    snprintf(name, sizeof name, "check %s", scenario);
    bench_start(nothing, words, CHECKS, name, "10 ms");
}

/* Reading a scenario and playing one game of it, without the start of a program. */
static void bench_load(const struct chair *random)
{
    double took[STARTS];
    for (int i = 0; i < STARTS; i++) {
        struct outcome outcome;
        struct findings findings = findings_init();
        const double start = bench_now(CLOCK_PROCESS_CPUTIME_ID);
        struct scenario *sc = scenario_load(SOURCE_DIR "/scenarios/pentagon-2012.json", &findings);
        bare_game_play(sc, random, 1, (uint64_t)i, &outcome);
        took[i] = 1000 * (bench_now(CLOCK_PROCESS_CPUTIME_ID) - start);
        scenario_free(sc);
        findings_clear(&findings);
    }
    const double median = bench_quantile(took, STARTS, 50);
    printf("%-26s %10.2f ms median %10.2f ms least (goal: 3 ms)\n", "load, check, one game", median,
           took[0]);
}

/* A program beside this one. */
static void find_program(const char *self, const char *name, char *out, size_t size)
{
    const char *slash = strrchr(self, '/');
    snprintf(out, size, "%.*s/%s", slash != NULL ? (int)(slash - self) : 1,
             slash != NULL ? self : ".", name);
}

static void bench_program(const char *self, char *program, const struct chair *random)
{
    char beside[4096], nothing[4096];
    find_program(self, "backchannel", beside, sizeof beside);
    find_program(self, "bench-nothing", nothing, sizeof nothing);
    program = program != NULL ? program : beside;
    char *const version[] = { program, "--version", NULL };
    char *const run[] = { program, "run", "pentagon-2012", NULL };
    printf("the program\n");
    fflush(stdout);
    bench_memory(program);
    bench_start(nothing, version, STARTS, "--version", "2 x");
    bench_start(nothing, run, STARTS, "run", "3 ms");
    bench_load(random);
    bench_check(nothing, program, "pentagon-2012");
    bench_check(nothing, program, "neighbours");
    bench_check(nothing, program, "rose-garden-2015");
}

static void bench_planners(const struct bench *b)
{
    printf("the planner, a move (goal: 20 ms at normal)\n");
    bench_planner(b, "planner:balanced:easy");
    bench_planner(b, "planner");
    bench_planner(b, "planner:balanced:hard");
}

static bool wanted(const char *only, const char *part)
{
    return only == NULL || strcmp(only, part) == 0;
}

int main(int argc, char **argv)
{
    const bool part = argc > 2 && strcmp(argv[1], "--only") == 0;
    const char *only = part ? argv[2] : NULL;
    char *program = argc > 1 + 2 * part ? argv[1 + 2 * part] : NULL;
    struct findings findings = findings_init();
    struct bench bench = { .sc = scenario_load(SOURCE_DIR "/scenarios/pentagon-2012.json",
                                               &findings) };
    bool fine = true;
    if (bench.sc == NULL) {
        findings_print_text(&findings, stderr);
        return 2;
    }
    bench.random[0] = bench.random[1] = find("random");
    bench.script[0] = bench.script[1] = find("generous");
    if (wanted(only, "duel")) {
        fine = bench_duel(bench.random);
    }
    if (wanted(only, "games")) {
        bench_games(&bench);
    }
    if (wanted(only, "planner")) {
        bench_planners(&bench);
    }
    if (wanted(only, "program")) {
        bench_program(argv[0], program, bench.random);
    }
    scenario_free((struct scenario *)bench.sc);
    findings_clear(&findings);
    return fine ? 0 : 1;
}
