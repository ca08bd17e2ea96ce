/* speed.c: how long a decision takes, and of what. One thread, processor time. */
#include "strength.h"

#include "core/move.h"
#include "core/round.h"
#include "counted.h"
#include "options.h"
#include "command/study/position.h"

#include <stdlib.h>

enum { RANDOM_GAMES = 200 }; /* from each position */

struct speeds {
    double *decision; /* seconds each */
    int64_t decisions;
    double planned, random; /* seconds in all */
    int64_t simulations, games, allocations;
};

static void play_random(const struct scenario *sc, const struct state *from, uint64_t luck,
                        struct dice *dice)
{
    int legal[MAX_LEGAL];
    struct state s = *from;
    while (!state_over(&s)) {
        const int count = move_legal(sc, &s, legal);
        round_play(sc, &s, legal[dice_roll(dice, count)], luck, NULL);
    }
}

static void time_position(const struct scenario *sc, const struct minister *planner,
                          const struct state *s, struct dice *dice, struct speeds *out)
{
    struct view view;
    view_of(sc, s, s->side, &view);
    const uint64_t seed = dice_next(dice);
    const struct counted before = counted_now();
    double start = options_thread_time();
    planner->choose(planner, sc, &view, seed);
    const double used = options_thread_time() - start;
    const struct counted after = counted_now();
    out->decision[out->decisions++] = used;
    out->planned += used;
    out->simulations += after.worths - before.worths;
    out->allocations += after.allocations - before.allocations;
    start = options_thread_time();
    for (int i = 0; i < RANDOM_GAMES; i++) {
        play_random(sc, s, dice_next(dice), dice);
    }
    out->random += options_thread_time() - start;
    out->games += RANDOM_GAMES;
}

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void add(const struct study *s, double value, double lo, double hi, const char *name)
{
    report_add(s->report, (struct estimate){ value, 0 }, 1, lo, hi, "speed/%s", name);
}

static void add_speeds(const struct study *s, struct speeds *t)
{
    qsort(t->decision, (size_t)t->decisions, sizeof *t->decision, by_value);
    const double simulation = t->planned / (double)t->simulations;
    const double game = t->random / (double)t->games;
    add(s, t->decision[(t->decisions - 1) / 2] * 1e3, -NO_GOAL, NO_GOAL, "decision-p50-ms");
    add(s, t->decision[(t->decisions - 1) * 99 / 100] * 1e3, -NO_GOAL, 50, "decision-p99-ms");
    add(s, simulation * 1e6, -NO_GOAL, NO_GOAL, "simulation-us");
    add(s, game * 1e6, -NO_GOAL, NO_GOAL, "random-game-us");
    add(s, game / simulation, 1.0 / 3, NO_GOAL, "simulations-over-random-games");
    add(s, (double)t->allocations, -NO_GOAL, 0, "allocations-while-searching");
}

/* Would an allocation be seen? */
static bool counts(void)
{
    const struct counted before = counted_now();
    void *volatile planted = malloc(1);
    free(planted);
    return counted_now().allocations == before.allocations + 1;
}

int part_speed(const struct study *s)
{
    const struct player hard = player_named("planner:balanced:hard", 0);
    struct speeds t = { .decision = malloc((size_t)s->decisions * sizeof *t.decision) };
    struct dice dice = { rng_mix(s->seed, 18) };
    if (!t.decision) {
        return -1;
    }
    while (t.decisions < s->decisions) {
        struct position p;
        position_draw(s->measures, s->seed, &dice, &p);
        time_position(s->measures->sc, &hard.minister, &p.state, &dice, &t);
    }
    add(s, counts(), 1, 1, "control/an-allocation-is-counted");
    add_speeds(s, &t);
    free(t.decision);
    return 0;
}
