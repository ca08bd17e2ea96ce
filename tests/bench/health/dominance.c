/* dominance.c: which move is best, how often, and by how much. */
#include "parts.h"
#include "position.h"

#include "core/move.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    WHOLE = 2520,   /* one best move; equals share it */
    POINT = 10,     /* in tenths */
    DRAW_KEY = 101, /* what positions and worlds are keyed by */
    VALUE_KEY
};

struct beat_sums {
    int64_t positions, near, near_split; /* near_split: of twice as many */
    struct ratio gap, gap_split;
    int64_t legal[MAX_MOVES], best[MAX_MOVES];
    int64_t set[1 << MAX_SET], member[MAX_SET];
};

struct dominance {
    struct beat_sums beat[MAX_BEATS];
};

/* ---- one position ---- */

static void count_set(struct beat_sums *sums, int set, int64_t credit)
{
    sums->set[set] += credit;
    for (int i = 0; i < MAX_SET; i++) {
        sums->member[i] += set >> i & 1 ? credit : 0;
    }
}

static void count_best(struct beat_sums *sums, const struct values *v, int best)
{
    const int64_t most = values_sum(v, best, HALVES);
    int equals = 0;
    for (int i = 0; i < v->count; i++) {
        equals += values_sum(v, i, HALVES) == most;
    }
    assert(equals > 0);
    for (int i = 0; i < v->count; i++) {
        const int64_t credit = values_sum(v, i, HALVES) == most ? WHOLE / equals : 0;
        if (v->move[i] & MOVE_SET) {
            count_set(sums, v->move[i] & (MOVE_SET - 1), credit);
        } else {
            sums->legal[v->move[i]]++;
            sums->best[v->move[i]] += credit;
        }
    }
}

/* Best and second are chosen on one half of the worlds and valued on the other, both ways. */
static void count_split(struct beat_sums *sums, const struct values *v, int worlds)
{
    int64_t both = 0;
    for (int half = 0; half < HALVES; half++) {
        int best, second;
        const int other = 1 - half;
        const int size = (worlds + 1 - other) / HALVES;
        values_best(v, half, &best, &second);
        const int64_t gap = values_sum(v, best, other) - values_sum(v, second, other);
        sums->near_split += gap < (int64_t)POINT * size;
        both += gap;
    }
    ratio_add(&sums->gap_split, both, worlds);
}

static void look_at(const void *context, int64_t unit, void *to)
{
    const struct study *s = context;
    struct dice dice = { rng_mix(rng_mix(s->seed, DRAW_KEY), (uint64_t)unit) };
    const uint64_t key = rng_mix(rng_mix(s->seed, VALUE_KEY), (uint64_t)unit);
    struct position position;
    struct values values;
    position_draw(s->measures, &dice, &position);
    position_value(s->measures, &position, key, (int)s->worlds, &values);
    const int beat = state_beat(s->measures->sc, &position.state);
    struct beat_sums *sums = &((struct dominance *)to)->beat[beat];
    int best, second;
    values_best(&values, HALVES, &best, &second);
    const int64_t gap = values_sum(&values, best, HALVES) - values_sum(&values, second, HALVES);
    sums->positions++;
    sums->near += gap < POINT * s->worlds;
    ratio_add(&sums->gap, gap, s->worlds);
    count_split(sums, &values, (int)s->worlds);
    count_best(sums, &values, best);
}

/* ---- figures ---- */

static struct estimate credit_share(int64_t credit, int64_t positions)
{
    return estimate_share((double)credit / WHOLE, (double)positions);
}

static void add_moves(const struct study *s, const struct beat *beat, const struct beat_sums *sums)
{
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        char note[FIGURE_NAME];
        snprintf(note, sizeof note, "possible in %.0f %%, best in %.0f %% of those",
                 100 * (double)sums->legal[i] / (double)sums->positions,
                 100 * credit_share(sums->best[i], sums->legal[i]).value);
        report_add(s->report, credit_share(sums->best[i], sums->positions), 100, 1,
                   beat->secret ? 50 : 40, "dominance/%s/best/%s", beat->id,
                   s->measures->sc->move[i].id);
        report_note(s->report, note);
    }
}

static void add_sets(const struct study *s, const struct beat *beat, const struct beat_sums *sums)
{
    const struct scenario *sc = s->measures->sc;
    for (int set = 0; set < 1 << sc->agreements; set++) {
        char name[FIGURE_NAME];
        if (sums->set[set] > 0 && move_name(sc, MOVE_SET | set, name, sizeof name)) {
            report_add(s->report, credit_share(sums->set[set], sums->positions), 100, -NO_GOAL, 40,
                       "dominance/%s/best/%s", beat->id, name);
        }
    }
    for (int i = 0; i < sc->agreements; i++) {
        report_add(s->report, credit_share(sums->member[i], sums->positions), 100, 1, NO_GOAL,
                   "dominance/%s/in-best/%s", beat->id, sc->commitment[sc->agreement[i]].id);
    }
}

/* The figures of one beat, or of all together. */
static void add_gaps(const struct study *s, const char *name, const struct beat_sums *sums,
                     bool goal)
{
    const double n = (double)sums->positions;
    report_add(s->report, (struct estimate){ n, 0 }, 1, -NO_GOAL, NO_GOAL, "dominance/%s/positions",
               name);
    report_add(s->report, ratio_estimate(&sums->gap), 0.1, -NO_GOAL, NO_GOAL,
               "dominance/%s/best-minus-second", name);
    report_add(s->report, ratio_estimate(&sums->gap_split), 0.1, -NO_GOAL, NO_GOAL,
               "dominance/%s/best-minus-second-split", name);
    report_add(s->report, estimate_share((double)sums->near, n), 100, -NO_GOAL, goal ? 48 : NO_GOAL,
               "dominance/%s/near-ties", name);
    /* The two halves of a position are no independent tries: the interval is that of one. */
    report_add(s->report, estimate_share((double)sums->near_split / HALVES, n), 100, -NO_GOAL,
               goal ? 48 : NO_GOAL, "dominance/%s/near-ties-split", name);
}

static void add_beats(const struct study *s, const struct dominance *d)
{
    const struct scenario *sc = s->measures->sc;
    struct beat_sums all = { .positions = 0 };
    for (int b = 0; b < sc->beats; b++) {
        sums_add(&all, &d->beat[b], sizeof all);
        if (d->beat[b].positions == 0) {
            continue;
        }
        if (sc->beat[b].pick) {
            add_sets(s, &sc->beat[b], &d->beat[b]);
        } else {
            add_moves(s, &sc->beat[b], &d->beat[b]);
        }
        add_gaps(s, sc->beat[b].id, &d->beat[b], false);
    }
    add_gaps(s, "all", &all, true);
}

int part_dominance(const struct study *s)
{
    struct dominance *sums = calloc(1, sizeof *sums);
    const int failed =
        sums ? sums_share_out(s->jobs, s->states, look_at, s, sums, sizeof *sums) : -1;
    if (!failed) {
        add_beats(s, sums);
    }
    free(sums);
    return failed;
}
