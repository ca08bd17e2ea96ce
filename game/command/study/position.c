/* position.c: one decision, and what each of its moves is worth. */
#include "command/study/position.h"

#include "core/move.h"
#include "core/round.h"
#include "minister/rollout.h"
#include "minister/script.h"

#include <stddef.h>

static int play_script(const struct scenario *sc, const struct state *s, int script, uint64_t luck)
{
    struct dice dice = { minister_dice(sc, s, luck) };
    return script_play(sc, s, script, &dice);
}

/* ---- a position ---- */

/* More decisions than a game can have. */
static int most_decisions(const struct scenario *sc)
{
    int most = 0;
    for (int round = 0; round < sc->rounds; round++) {
        const struct round_kind *kind = &sc->round_kind[sc->calendar[round]];
        for (int i = 0; i < kind->beats; i++) {
            const struct beat *beat = &sc->beat[kind->beat[i]];
            most += beat->by == BY_BOTH ? 2 : 1;
            for (int k = beat->first_move; k < beat->first_move + beat->moves; k++) {
                most += sc->move[k].again;
            }
        }
    }
    return most;
}

/* A game by lot, at its first decision. */
static uint64_t draw_game(const struct scenario *sc, uint64_t seed, struct dice *dice,
                          struct position *out)
{
    *out = (struct position){ .seed = seed, .number = 1 };
    for (int p = 0; p < MAX_PARTIES; p++) {
        out->script[p] = dice_roll(dice, SCRIPTS);
    }
    out->seed += dice_next(dice) >> 40;
    const uint64_t luck = rng_luck(out->seed, 0);
    round_start(sc, &out->state, luck, NULL);
    return luck;
}

static int next_move(const struct scenario *sc, const struct position *p, uint64_t luck)
{
    return play_script(sc, &p->state, p->script[p->state.side], luck);
}

static void go_on(const struct scenario *sc, struct position *p, int move, uint64_t luck)
{
    round_play(sc, &p->state, move, luck, NULL);
    p->opponent = p->script[1 - p->state.side];
    p->number++;
}

static bool is_choice(const struct scenario *sc, const struct state *s)
{
    int legal[MAX_LEGAL];
    return !state_over(s) && move_legal(sc, s, legal) >= 2;
}

void position_draw(const struct measures *m, uint64_t seed, struct dice *dice, struct position *out)
{
    const struct scenario *sc = m->sc;
    const int most = most_decisions(sc);
    do {
        const uint64_t luck = draw_game(sc, seed, dice, out);
        const int stop = dice_roll(dice, most);
        out->opponent = out->script[1 - out->state.side];
        while (out->number <= stop && !state_over(&out->state)) {
            go_on(sc, out, next_move(sc, out, luck), luck);
        }
    } while (!is_choice(sc, &out->state));
}

void position_round(const struct measures *m, uint64_t seed, struct dice *dice,
                    struct whole_round *out)
{
    const struct scenario *sc = m->sc;
    do {
        struct position p;
        const uint64_t luck = draw_game(sc, seed, dice, &p);
        const int round = 1 + dice_roll(dice, sc->rounds);
        p.opponent = p.script[1 - p.state.side];
        *out = (struct whole_round){ .move = -1 };
        while (!state_over(&p.state) && state_round(&p.state) <= round) {
            const int move = next_move(sc, &p, luck);
            if (state_round(&p.state) == round && is_choice(sc, &p.state) &&
                out->count < ROUND_DECISIONS) {
                out->at[out->count++] = p;
            } else if (state_round(&p.state) < round) {
                out->before = p.state;
                out->move = move;
            }
            go_on(sc, &p, move, luck);
        }
    } while (out->count == 0);
}

/* ---- its moves ---- */

static int play_on(const struct scenario *sc, const struct position *p, int own, struct state s,
                   int move, uint64_t luck)
{
    const int party = p->state.side;
    round_play(sc, &s, move, luck, NULL);
    while (!state_over(&s)) {
        const int script = s.side == party ? own : p->opponent;
        round_play(sc, &s, play_script(sc, &s, script, luck), luck, NULL);
    }
    return state_utility(sc, &s, party);
}

void position_value(const struct measures *m, const struct position *p, uint64_t key, int worlds,
                    struct values *out)
{
    const struct scenario *sc = m->sc;
    const int own = script_find("generous");
    struct view view;
    struct belief belief;
    view_of(sc, &p->state, p->state.side, &view);
    belief_of(sc, &view, &belief);
    *out = (struct values){ .count = 0 };
    out->count = move_legal(sc, &view.s, out->move);
    for (int w = 0; w < worlds; w++) {
        struct dice dice = { rng_mix(key, (uint64_t)w) };
        struct state world;
        const struct opponent opponent = { NULL, { p->opponent, 0 } };
        const uint64_t luck = rollout_imagine(NULL, sc, &view, &belief, opponent, &dice, &world);
        for (int i = 0; i < out->count; i++) {
            out->sum[i][w % HALVES] += play_on(sc, p, own, world, out->move[i], luck);
        }
    }
}

int64_t values_sum(const struct values *v, int at, int half)
{
    return half == HALVES ? v->sum[at][0] + v->sum[at][1] : v->sum[at][half];
}

void values_best(const struct values *v, int half, int *best, int *second)
{
    *best = 0;
    *second = -1;
    for (int i = 1; i < v->count; i++) {
        const int64_t sum = values_sum(v, i, half);
        if (sum > values_sum(v, *best, half)) {
            *second = *best;
            *best = i;
        } else if (*second < 0 || sum > values_sum(v, *second, half)) {
            *second = i;
        }
    }
}
