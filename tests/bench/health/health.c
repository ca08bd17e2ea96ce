/* health.c: is a scenario in good health? Prints the figures of its shape and balance with their
 * goals.
 *
 *   health SCENARIO [options]      see health --help
 *
 * The same options give the same figures, whatever the number of threads. */
#include "options.h"
#include "parts.h"

#include <stdio.h>

enum { ALSO, CRISIS, CHANNEL, TEXTS };
enum { SEED, JOBS, SCALE, SIMULATIONS, CELL, RANDOM, PLANNER, SELF, STATES, WORLDS, NUMBERS };

static int64_t scaled(const struct option_number *numbers, int which)
{
    const int64_t value = numbers[which].value * numbers[SCALE].value / 100;
    return value < 1 ? 1 : value;
}

static int examine(const struct measures *m, const void *context)
{
    const struct options *o = context;
    static struct report report;
    static struct roster roster;
    const char *wrong =
        roster_init(&roster, (int)o->number[SIMULATIONS].value, o->text[ALSO].value);
    if (wrong) {
        fprintf(stderr, "%s\n", wrong);
        return 2;
    }
    const struct option_number *n = o->number;
    const struct study study = { .measures = m,
                                 .roster = &roster,
                                 .report = &report,
                                 .seed = (uint64_t)n[SEED].value,
                                 .jobs = (int)n[JOBS].value,
                                 .cell_games = scaled(n, CELL),
                                 .random_games = scaled(n, RANDOM),
                                 .planner_games = scaled(n, PLANNER),
                                 .self_games = scaled(n, SELF),
                                 .states = scaled(n, STATES),
                                 .worlds = n[WORLDS].value };
    if (options_play(o, &study) != 0) {
        return 2;
    }
    options_print(o, &report, m->sc->id);
    return 0;
}

int main(int argc, char **argv)
{
    struct option_part parts[] = {
        { "random", "any legal move against any legal move", part_random, false },
        { "family", "family-random against itself", part_family, false },
        { "field", "every script against every script", part_field, false },
        { "self", "every script against itself: best endings, seats", part_self, false },
        { "pp", "planner against planner", part_planner, false },
        { "dominance", "which move is best, and by how much", part_dominance, false },
    };
    struct option_number numbers[NUMBERS] = {
        [SEED] = { "seed", "of all luck", 1, 0 },
        [JOBS] = { "jobs", "threads", 2, 1 },
        [SCALE] = { "scale", "per cent of all the numbers of games below", 100, 1 },
        [SIMULATIONS] = { "planner-sims", "simulated games a decision of the planner", 500, 1 },
        [CELL] = { "field-games", "games a pair of scripts", 300, 1 },
        [RANDOM] = { "random-games", "games by lot", 20000, 1 },
        [PLANNER] = { "pp-games", "games of planners", 2000, 1 },
        [SELF] = { "self-games", "games of each script against itself", 8000, 1 },
        [STATES] = { "states", "positions looked at for dominance", 5000, 1 },
        [WORLDS] = { "worlds", "worlds each of them is valued over", 100, 1 },
    };
    struct option_text texts[TEXTS] = {
        [ALSO] = { "also", "A,B: these ministers play in the field too", NULL },
        [CRISIS] = { "crisis", "the meter whose top is ruin (found in the endings)", NULL },
        [CHANNEL] = { "channel", "A,B: what the severe incident asks about (found in its rules)",
                      NULL },
    };
    struct options options = { .program = "health",
                               .part = parts,
                               .number = numbers,
                               .text = texts,
                               .parts = (int)(sizeof parts / sizeof parts[0]),
                               .numbers = NUMBERS,
                               .texts = TEXTS };
    int code = 2;
    if (options_read(&options, argc, argv, &code)) {
        code = measures_of_file(options.scenario, texts[CRISIS].value, texts[CHANNEL].value,
                                examine, &options);
    }
    return code;
}
