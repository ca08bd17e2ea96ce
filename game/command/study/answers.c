/* answers.c: does the best move depend on what has happened?
 *
 * The same round is begun with other incidents that strike the same side. Where one move would have
 * done for all of them, within a point of the best, nobody had to read the dispatch. */
#include "command/study/position.h"
#include "command/study/study.h"

#include "core/round.h"

enum {
    OTHERS = 3, /* incidents beside the one that came */
    TRIES = 24, /* to find them */
    POINT = 10,
    DRAW_KEY = 103,
    VALUE_KEY
};

struct answers {
    struct ratio same;
};

/* Begins the round again with other luck. False where it is not another incident to the same side. */
static bool begin_again(const struct scenario *sc, const struct whole_round *round, uint64_t luck,
                        struct position *out)
{
    const struct state *first = &round->at[0].state;
    *out = round->at[0];
    if (round->move < 0) {
        round_start(sc, &out->state, luck, NULL);
    } else {
        out->state = round->before;
        round_play(sc, &out->state, round->move, luck, NULL);
    }
    const struct state *s = &out->state;
    return !state_over(s) && s->cases == first->cases && s->side == first->side &&
           state_beat(sc, s) == state_beat(sc, first) &&
           s->file[s->cases - 1].field[FIELD_INCIDENT] !=
               first->file[s->cases - 1].field[FIELD_INCIDENT];
}

static void value(const struct study *s, const struct position *p, uint64_t key, bool good[])
{
    const int64_t worlds = s->numbers.worlds;
    struct values v;
    int best, second;
    position_value(s->measures, p, key, (int)worlds, &v);
    values_best(&v, HALVES, &best, &second);
    const int64_t most = values_sum(&v, best, HALVES);
    bool here[MAX_MOVES] = { false };
    for (int i = 0; i < v.count; i++) {
        here[v.move[i]] = values_sum(&v, i, HALVES) > most - POINT * worlds;
    }
    for (int i = 0; i < MAX_MOVES; i++) {
        good[i] = good[i] && here[i];
    }
}

static void look_at(const void *context, int64_t unit, void *to)
{
    const struct study *s = context;
    const struct scenario *sc = s->measures->sc;
    struct dice dice = { rng_mix(rng_mix(s->seed, DRAW_KEY), (uint64_t)unit) };
    const uint64_t key = rng_mix(rng_mix(s->seed, VALUE_KEY), (uint64_t)unit);
    struct whole_round round;
    position_round(s->measures, study_seed(s, PART_ANSWERS), &dice, &round);
    const struct state *first = &round.at[0].state;
    if (sc->beat[state_beat(sc, first)].by == BY_BOTH) {
        return;
    }
    bool good[MAX_MOVES], any = false;
    for (int i = 0; i < MAX_MOVES; i++) {
        good[i] = true;
    }
    value(s, &round.at[0], key, good);
    int found = 0;
    for (int i = 0; i < TRIES && found < OTHERS; i++) {
        struct position other;
        const uint64_t luck = dice_next(&dice);
        if (begin_again(sc, &round, luck, &other)) {
            value(s, &other, rng_mix(key, luck), good);
            found++;
        }
    }
    for (int i = 0; i < MAX_MOVES; i++) {
        any = any || good[i];
    }
    if (found > 0) {
        ratio_add(&((struct answers *)to)->same, any, 1);
    }
}

int part_answers(struct study *s)
{
    struct answers sums = { .same = { 0 } };
    if (s->measures->incidents == 0) {
        return 0;
    }
    if (sums_share_out(s->hands, s->numbers.answers, look_at, s, &sums, sizeof sums) != 0) {
        return -1;
    }
    report_add(s->report, ratio_share(&sums.same), 100, -NO_GOAL, 75, "same-answer");
    report_note(s->report, "rounds in which one move would have done whatever incident had come");
    return 0;
}
