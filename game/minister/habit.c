/* habit.c: from a family of moves to a move. */
#include "minister/habit.h"

#include "core/move.h"
#include "core/row.h"

static int weight_of(const struct context *c, const struct habit *habit, int habits)
{
    for (int i = 0; i < habits; i++) {
        if (row_holds(c, habit[i].when)) {
            return habit[i].weight;
        }
    }
    return 1;
}

/* A position drawn by weight, or -1 where all weights are 0. */
static int draw(const int *weight, int count, struct dice *dice)
{
    int sum = 0;
    for (int i = 0; i < count; i++) {
        sum += weight[i];
    }
    if (sum == 0) {
        return -1;
    }
    int at = dice_roll(dice, sum);
    int i = 0;
    for (; i < count - 1 && at >= weight[i]; i++) {
        at -= weight[i];
    }
    return i;
}

static int draw_set(const struct context *c, const struct state *s, int pick, struct dice *dice)
{
    const unsigned table = move_on_the_table(c->sc, s);
    int weight[MAX_SET];
    for (int i = 0; i < c->sc->agreements; i++) {
        const struct commitment *k = &c->sc->commitment[c->sc->agreement[i]];
        weight[i] = table >> i & 1u ? weight_of(c, k->habit, k->habits) : 0;
    }
    int move = MOVE_SET;
    for (int n = 0; n < pick; n++) {
        const int i = draw(weight, c->sc->agreements, dice);
        if (i < 0) {
            break;
        }
        move |= 1 << i;
        weight[i] = 0;
    }
    return move;
}

/* Keeps the private forms only, if habit allows one of them. */
static void lower_voice(const struct scenario *sc, const int *move, int *weight, int count)
{
    bool can = false;
    for (int i = 0; i < count; i++) {
        can = can || (weight[i] > 0 && !sc->move[move[i]].open);
    }
    for (int i = 0; can && i < count; i++) {
        weight[i] = sc->move[move[i]].open ? 0 : weight[i];
    }
}

static int draw_single(const struct context *c, const struct state *s, int family, bool softly,
                       struct dice *dice)
{
    int move[MAX_LEGAL], weight[MAX_LEGAL], count = 0;
    const int legal = move_legal(c->sc, s, move);
    for (int i = 0; i < legal; i++) {
        const struct move *m = &c->sc->move[move[i]];
        if (m->family == family) {
            weight[count] = weight_of(c, m->habit, m->habits);
            move[count++] = move[i];
        }
    }
    if (softly) {
        lower_voice(c->sc, move, weight, count);
    }
    const int i = draw(weight, count, dice);
    return i < 0 ? move_fallback(c->sc, s) : move[i];
}

int habit_move(const struct scenario *sc, const struct state *s, int family, bool softly,
               struct dice *dice)
{
    const struct beat *beat = &sc->beat[state_beat(sc, s)];
    const struct context c = row_reader(sc, s, s->side, beat->by == BY_BOTH ? -1 : s->cases - 1);
    if (beat->pick) {
        return family == FAMILY_COOPERATE ? draw_set(&c, s, beat->pick, dice)
                                          : move_fallback(sc, s);
    }
    return draw_single(&c, s, family, softly, dice);
}
