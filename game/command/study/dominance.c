/* dominance.c: which move is best, how often, and by how much. */
#include "command/study/position.h"
#include "command/study/study.h"

#include "core/move.h"
#include "minister/script.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    WHOLE = 2520,      /* one best move; equals share it */
    POINT = 10,        /* in tenths */
    CLOSE = 3 * POINT, /* two moves so near each other make a choice hard */
    USUAL = 40,        /* per cent: as often as one move may be the best ... */
    EACH = 150,        /* ... or so much by the number of moves, where there are few */
    DRAW_KEY = 101,    /* what rounds and worlds are keyed by */
    VALUE_KEY
};

struct beat_sums {
    int64_t positions;
    int64_t legal[MAX_MOVES], best[MAX_MOVES];
    int64_t set[1 << MAX_SET], member[MAX_SET];
};

struct dominance {
    struct ratio near, near_split, tense; /* by round; near_split: half of each position */
    struct beat_sums beat[MAX_BEATS];
};

/* ---- one choice ---- */

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
static int near_split(const struct values *v, int worlds)
{
    int near = 0;
    for (int half = 0; half < HALVES; half++) {
        int best, second;
        const int other = 1 - half;
        const int size = (worlds + 1 - other) / HALVES;
        values_best(v, half, &best, &second);
        const int64_t gap = values_sum(v, best, other) - values_sum(v, second, other);
        near += gap < (int64_t)POINT * size;
    }
    return near;
}

/* Two moves are near each other, and something is at stake. */
static bool is_tense(const struct values *v, int best, int second, int64_t worlds)
{
    int64_t least = values_sum(v, 0, HALVES);
    for (int i = 1; i < v->count; i++) {
        const int64_t sum = values_sum(v, i, HALVES);
        least = sum < least ? sum : least;
    }
    const int64_t most = values_sum(v, best, HALVES);
    return most - values_sum(v, second, HALVES) < CLOSE * worlds && most - least >= CLOSE * worlds;
}

/* ---- one round ---- */

static void draw(const struct study *s, int64_t unit, struct whole_round *round)
{
    struct dice dice = { rng_mix(rng_mix(s->seed, DRAW_KEY), (uint64_t)unit) };
    position_round(s->measures, study_seed(s, PART_CHOICES), &dice, round);
}

static void value(const struct study *s, int64_t unit, const struct whole_round *round, int at,
                  struct values *out)
{
    const uint64_t key = rng_mix(rng_mix(s->seed, VALUE_KEY), (uint64_t)unit);
    position_value(s->measures, &round->at[at], rng_mix(key, (uint64_t)at), (int)s->numbers.worlds,
                   out);
}

static void look_at(const void *context, int64_t unit, void *to)
{
    const struct study *s = context;
    const int64_t worlds = s->numbers.worlds;
    struct dominance *sums = to;
    struct whole_round round;
    int near = 0, split = 0;
    bool tense = false;
    draw(s, unit, &round);
    for (int i = 0; i < round.count; i++) {
        struct values v;
        int best, second;
        value(s, unit, &round, i, &v);
        values_best(&v, HALVES, &best, &second);
        const int64_t gap = values_sum(&v, best, HALVES) - values_sum(&v, second, HALVES);
        struct beat_sums *beat = &sums->beat[state_beat(s->measures->sc, &round.at[i].state)];
        near += gap < POINT * worlds;
        split += near_split(&v, (int)worlds);
        tense = tense || is_tense(&v, best, second, worlds);
        beat->positions++;
        count_best(beat, &v, best);
    }
    ratio_add(&sums->near, near, round.count);
    ratio_add(&sums->near_split, split, (int64_t)HALVES * round.count);
    ratio_add(&sums->tense, !tense, 1);
}

/* ---- games that show it ---- */

/* The first choice in which the move is the best, or in which it can be made and is not. */
static void show(const struct study *s, int move, bool best)
{
    enum { LOOKS = 150 };
    for (int64_t unit = 0; unit < LOOKS; unit++) {
        struct whole_round round;
        draw(s, unit, &round);
        for (int i = 0; i < round.count; i++) {
            const struct position *p = &round.at[i];
            struct values v;
            int first, second;
            if (state_beat(s->measures->sc, &p->state) != s->measures->sc->move[move].beat ||
                !move_is_legal(s->measures->sc, &p->state, move)) {
                continue;
            }
            value(s, unit, &round, i, &v);
            values_best(&v, HALVES, &first, &second);
            if ((v.move[first] == move) == best) {
                struct evidence *e = report_show(s->report, p->seed, 0);
                e->seat[0] = script_table[p->script[0]]->name;
                e->seat[1] = script_table[p->script[1]]->name;
                e->decision = p->number;
                return;
            }
        }
    }
}

/* ---- figures ---- */

static struct estimate credit_share(int64_t credit, int64_t positions)
{
    return estimate_rare((double)credit / WHOLE, (double)positions);
}

/* As often as one move of a beat may be the best; one that keeps the beat open is no rival. */
static int usual(const struct scenario *sc, const struct beat *beat)
{
    int count = 0;
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        count += !sc->move[i].again;
    }
    return count > 0 && USUAL * count < EACH ? EACH / count : USUAL;
}

static void add_moves(const struct study *s, const struct beat *beat, const struct beat_sums *sums)
{
    const struct scenario *sc = s->measures->sc;
    const int most = usual(sc, beat);
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        report_add(s->report, credit_share(sums->best[i], sums->positions), 100, 1, most, "best.%s",
                   sc->move[i].id);
        report_note(s->report, "at %s: possible in %.0f %%, best in %.0f %% of those", beat->id,
                    100 * (double)sums->legal[i] / (double)sums->positions,
                    100 * credit_share(sums->best[i], sums->legal[i]).value);
        const struct figure *f = &s->report->figure[s->report->count - 1];
        if (report_verdict(f) >= VERDICT_UNSURE) {
            show(s, i, f->value > f->hi);
        }
    }
}

static void add_sets(const struct study *s, const struct beat_sums *sums)
{
    const struct scenario *sc = s->measures->sc;
    char name[FIGURE_NAME] = "";
    int top = 0;
    for (int set = 0; set < 1 << sc->agreements; set++) {
        top = sums->set[set] > sums->set[top] ? set : top;
    }
    move_name(sc, MOVE_SET | top, name, sizeof name);
    report_add(s->report, credit_share(sums->set[top], sums->positions), 100, -NO_GOAL,
               sc->agreements < 3 ? NO_GOAL : USUAL, "best-set");
    report_note(s->report, "%s", name);
    for (int i = 0; i < sc->agreements; i++) {
        report_add(s->report, credit_share(sums->member[i], sums->positions), 100, 1, NO_GOAL,
                   "in-best-set.%s", sc->commitment[sc->agreement[i]].id);
    }
}

static void add_beats(const struct study *s, const struct dominance *d)
{
    const struct scenario *sc = s->measures->sc;
    for (int b = 0; b < sc->beats; b++) {
        if (d->beat[b].positions > 0 && sc->beat[b].pick) {
            add_sets(s, &d->beat[b]);
        } else if (d->beat[b].positions > 0) {
            add_moves(s, &sc->beat[b], &d->beat[b]);
        }
    }
    report_add(s->report, ratio_share(&d->near), 100, -NO_GOAL, 48, "near-ties");
    report_note(s->report, "best and second less than a point apart");
    report_add(s->report, ratio_share(&d->near_split), 100, -NO_GOAL, 48, "near-ties-split");
    report_note(s->report, "the same, chosen on one half of the worlds, measured on the other");
    report_add(s->report, ratio_share(&d->tense), 100, -NO_GOAL, 40, "rounds-without-tension");
    report_note(s->report, "no choice in them is close while something is at stake");
}

int part_dominance(struct study *s)
{
    struct dominance *sums = calloc(1, sizeof *sums);
    const int failed =
        sums ? sums_share_out(s->hands, s->numbers.rounds, look_at, s, sums, sizeof *sums) : -1;
    if (!failed) {
        add_beats(s, sums);
    }
    free(sums);
    return failed;
}
