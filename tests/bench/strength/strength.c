/* strength.c: how well does the planner play, on what it may know? Prints the figures with their
 * goals.
 *
 *   strength SCENARIO [options]      see strength --help
 *
 * The same options give the same figures, whatever the number of threads; but for those of speed. */
#include "strength.h"

#include "content/scenario_load.h"
#include "options.h"

#include <stdio.h>

enum { SEED, JOBS, SCALE, GAMES, SLOW, SWAPS, PEEKS, DECISIONS, PORTRAITS, REASONS, NUMBERS };

static int64_t scaled(const struct option_number *numbers, int which)
{
    const int64_t value = numbers[which].value * numbers[SCALE].value / 100;
    return numbers[which].value > 0 && value < 2 ? 2 : value;
}

static int examine(const struct measures *m, const struct options *o)
{
    static struct report report;
    const struct option_number *n = o->number;
    const struct study study = { .measures = m,
                                 .report = &report,
                                 .seed = (uint64_t)n[SEED].value,
                                 .hands = { (int)n[JOBS].value, NULL },
                                 .games = scaled(n, GAMES),
                                 .slow_games = scaled(n, SLOW),
                                 .swaps = scaled(n, SWAPS),
                                 .peeks = scaled(n, PEEKS),
                                 .decisions = scaled(n, DECISIONS),
                                 .portraits = scaled(n, PORTRAITS),
                                 .reasons = scaled(n, REASONS) };
    if (options_play(o, &study) != 0) {
        return 2;
    }
    options_print(o, &report);
    return 0;
}

static int examine_file(const char *path, const struct options *o)
{
    struct findings findings = findings_init();
    struct scenario *sc = scenario_load(path, &findings);
    struct measures measures = { .sc = NULL };
    int code = 2;
    if (!sc) {
        findings_print_text(&findings, stderr);
    } else if (measures_init(&measures, sc)) {
        code = examine(&measures, o);
    }
    measures_clear(&measures);
    scenario_free(sc);
    findings_clear(&findings);
    return code;
}

int main(int argc, char **argv)
{
    struct option_part parts[] = {
        { "field", "the planner and every script, against scripts and strangers", part_field,
          false },
        { "swap", "decisions when hidden things are swapped, with controls", part_swap, false },
        { "peek", "what the planner would gain by seeing hidden things", part_peek, false },
        { "speed", "time and memory of a decision on hard", part_speed, false },
        { "characters", "what tells the characters apart; exits for a hawk", part_characters,
          false },
        { "reasons", "whether a planner moves for the reasons it gives", part_reasons, false },
    };
    struct option_number numbers[NUMBERS] = {
        [SEED] = { "seed", "of all luck", 1, 0 },
        [JOBS] = { "jobs", "threads", 2, 1 },
        [SCALE] = { "scale", "per cent of all the numbers of games below", 100, 1 },
        [GAMES] = { "games", "games a column and seat", 20, 1 },
        [SLOW] = { "slow-games", "the same of planners with 2000 simulations and more", 3, 0 },
        [SWAPS] = { "swaps", "decisions looked at twice, hidden things swapped", 10000, 1 },
        [PEEKS] = { "peeks", "games a script and seat with the true state in sight", 14, 1 },
        [DECISIONS] = { "decisions", "decisions timed", 300, 1 },
        [PORTRAITS] = { "portraits", "games a character, column and seat", 2, 1 },
        [REASONS] = { "reasons", "decisions that are explained", 1500, 1 },
    };
    struct options options = { .program = "strength",
                               .part = parts,
                               .number = numbers,
                               .parts = (int)(sizeof parts / sizeof parts[0]),
                               .numbers = NUMBERS };
    int code = 2;
    if (options_read(&options, argc, argv, &code)) {
        code = examine_file(options.scenario, &options);
    }
    return code;
}
