/* health.c: is a scenario in good health? Prints the figures of its shape and balance with their
 * goals.
 *
 *   health SCENARIO [options]      see usage() below
 *
 * The same options give the same figures, whatever the number of threads. */
#define _POSIX_C_SOURCE 200809L

#include "content/scenario_load.h"
#include "parts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct named_part {
    const char *name, *line;
    int (*play)(const struct study *s);
};
static const struct named_part parts[] = {
    { "random", "any legal move against any legal move", part_random },
    { "family", "family-random against itself", part_family },
    { "field", "every script against every script", part_field },
    { "self", "every script against itself: best endings, seats", part_self },
    { "pp", "planner against planner", part_planner },
    { "dominance", "which move is best, and by how much", part_dominance },
};
enum { PARTS = sizeof parts / sizeof parts[0] };

struct words {
    const char *scenario, *crisis, *channel, *also; /* as they were given, or NULL */
    bool wanted[PARTS], some;                       /* some: of the parts, else all */
    bool json, quiet;
};

struct number {
    const char *flag, *line;
    int64_t value;
};
enum { SEED, JOBS, SCALE, SIMULATIONS, CELL, RANDOM, PLANNER, SELF, STATES, WORLDS, NUMBERS };

static void usage(const struct number *numbers)
{
    printf("usage: health SCENARIO [options]\n"
           "  --only A,B      of these parts:\n");
    for (int i = 0; i < PARTS; i++) {
        printf("                    %-10s %s\n", parts[i].name, parts[i].line);
    }
    for (int i = 0; i < NUMBERS; i++) {
        printf("  --%-13s %s (%lld)\n", numbers[i].flag, numbers[i].line,
               (long long)numbers[i].value);
    }
    printf("  --also A,B      these ministers play in the field too\n"
           "  --crisis METER  the meter whose top is ruin (found in the endings)\n"
           "  --channel A,B   what the severe incident asks about (found in its rules)\n"
           "  --json          one JSON object\n"
           "  --quiet         only goals that are missed\n");
}

/* ---- options ---- */

static bool read_number(struct number *numbers, const char *flag, const char *value)
{
    for (int i = 0; i < NUMBERS; i++) {
        if (strcmp(numbers[i].flag, flag) == 0) {
            char *end;
            errno = 0;
            numbers[i].value = strtoll(value, &end, 10);
            return *value && *end == '\0' && errno == 0 && numbers[i].value >= (i == SEED ? 0 : 1);
        }
    }
    return false;
}

/* The parts of a list with commas between; false where one is unknown. */
static bool read_parts(struct words *w, const char *list)
{
    for (const char *at = list; *at;) {
        const size_t length = strcspn(at, ",");
        int part = 0;
        while (part < PARTS &&
               (strlen(parts[part].name) != length || memcmp(parts[part].name, at, length) != 0)) {
            part++;
        }
        if (part == PARTS) {
            return false;
        }
        w->some = w->wanted[part] = true;
        at += length + (at[length] == ',');
    }
    return true;
}

static bool read_option(struct words *w, struct number *numbers, const char *flag,
                        const char *value)
{
    const struct {
        const char *flag, **to;
    } texts[] = { { "crisis", &w->crisis }, { "channel", &w->channel }, { "also", &w->also } };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (strcmp(flag, texts[i].flag) == 0) {
            *texts[i].to = value;
            return true;
        }
    }
    return strcmp(flag, "only") == 0 ? read_parts(w, value) : read_number(numbers, flag, value);
}

static bool read_words(int argc, char **argv, struct words *w, struct number *numbers)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--json") == 0) {
            w->json = true;
        } else if (strcmp(argv[i], "--quiet") == 0) {
            w->quiet = true;
        } else if (strncmp(argv[i], "--", 2) != 0) {
            w->scenario = argv[i];
        } else if (i + 1 == argc || !read_option(w, numbers, argv[i] + 2, argv[i + 1])) {
            return false;
        } else {
            i++;
        }
    }
    return w->scenario != NULL;
}

/* ---- the examination ---- */

static double now(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int play_parts(const struct study *s, const struct words *w)
{
    for (int i = 0; i < PARTS; i++) {
        const double start = now(CLOCK_MONOTONIC), used = now(CLOCK_PROCESS_CPUTIME_ID);
        if (w->some && !w->wanted[i]) {
            continue;
        }
        if (parts[i].play(s) != 0) {
            fprintf(stderr, "out of memory\n");
            return -1;
        }
        fprintf(stderr, "%-10s %7.1f s, %7.1f s of processor\n", parts[i].name,
                now(CLOCK_MONOTONIC) - start, now(CLOCK_PROCESS_CPUTIME_ID) - used);
    }
    return 0;
}

static int64_t scaled(const struct number *numbers, int which)
{
    const int64_t value = numbers[which].value * numbers[SCALE].value / 100;
    return value < 1 ? 1 : value;
}

static int examine(const struct measures *m, const struct roster *roster, const struct words *w,
                   const struct number *n)
{
    static struct report report;
    const struct study study = { .measures = m,
                                 .roster = roster,
                                 .report = &report,
                                 .seed = (uint64_t)n[SEED].value,
                                 .jobs = (int)n[JOBS].value,
                                 .cell_games = scaled(n, CELL),
                                 .random_games = scaled(n, RANDOM),
                                 .planner_games = scaled(n, PLANNER),
                                 .self_games = scaled(n, SELF),
                                 .states = scaled(n, STATES),
                                 .worlds = n[WORLDS].value };
    if (play_parts(&study, w) != 0) {
        return 2;
    }
    if (w->json) {
        report_print_json(&report, m->sc->id);
    } else {
        report_print(&report, w->quiet);
    }
    return 0;
}

static int examine_file(const struct words *w, const struct number *numbers)
{
    struct findings findings = findings_init();
    struct scenario *sc = scenario_load(w->scenario, &findings);
    int code = 2;
    if (sc) {
        struct measures measures;
        static struct roster roster;
        const char *wrong = measures_init(&measures, sc, w->crisis, w->channel);
        wrong = wrong ? wrong : roster_init(&roster, (int)numbers[SIMULATIONS].value, w->also);
        if (wrong) {
            fprintf(stderr, "%s\n", wrong);
        } else {
            code = examine(&measures, &roster, w, numbers);
        }
        measures_clear(&measures);
    } else {
        findings_print_text(&findings, stderr);
    }
    scenario_free(sc);
    findings_clear(&findings);
    return code;
}

int main(int argc, char **argv)
{
    struct number numbers[NUMBERS] = {
        [SEED] = { "seed", "of all luck", 1 },
        [JOBS] = { "jobs", "threads", 2 },
        [SCALE] = { "scale", "per cent of all the numbers of games below", 100 },
        [SIMULATIONS] = { "planner-sims", "simulated games a decision of the planner", 500 },
        [CELL] = { "field-games", "games a pair of scripts", 300 },
        [RANDOM] = { "random-games", "games by lot", 20000 },
        [PLANNER] = { "pp-games", "games of planners", 2000 },
        [SELF] = { "self-games", "games of each script against itself", 8000 },
        [STATES] = { "states", "positions looked at for dominance", 5000 },
        [WORLDS] = { "worlds", "worlds each of them is valued over", 100 },
    };
    struct words words = { .json = false };
    if (!read_words(argc, argv, &words, numbers)) {
        usage(numbers);
        return argc == 2 && strcmp(argv[1], "--help") == 0 ? 0 : 2;
    }
    return examine_file(&words, numbers);
}
