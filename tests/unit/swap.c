/* swap.c: a game with everything swapped that one side may not know. */
#include "swap.h"

#include "support.h"
#include "swap_state.h"

#include <stdlib.h>

static struct state *writable(const struct match *m, int index)
{
    return (struct state *)(uintptr_t)match_state(m, index);
}

/* Another form that looks the same, or for what is secret any other choice. */
static int swap_move(const struct scenario *sc, int beat, int move, struct dice *dice)
{
    int like[MAX_MOVES], likes = 0;
    for (int i = 0; i < sc->moves; i++) {
        const bool same = sc->beat[beat].secret ? sc->move[i].beat == beat
                                                : sc->move[i].seen_as == sc->move[move].seen_as;
        if (same) {
            like[likes++] = i;
        }
    }
    return like[dice_roll(dice, likes)];
}

/* Has the case of a round come out? Then what was done in it is hidden no more. */
static bool is_out(const struct state *s, int round)
{
    for (int i = 0; i < s->cases; i++) {
        if (s->file[i].field[FIELD_ROUND] == round && s->file[i].field[FIELD_REVEALED]) {
            return true;
        }
    }
    return false;
}

/* Does a row do something in sight of the other side? */
static bool is_open(const struct scenario *sc, const struct row *row)
{
    for (int i = row->first_op; i < row->first_op + row->ops; i++) {
        const struct op *op = &sc->op[i];
        const int meter = op->verb > OP_TOWARD || op->target.who == WHO_CASE
                              ? NONE
                              : sc->slot_meter[op->target.index];
        if (op->verb == OP_REVEAL || op->verb >= OP_PROMISE ||
            (meter != NONE && sc->meter[meter].see == SEE_ALL)) {
            return true;
        }
    }
    return false;
}

/* The open row of one form that stands where `row` does among those of another. */
static int row_like(const struct scenario *sc, struct rows from, struct rows to, int row)
{
    int nth = 0;
    for (int i = from.first; i < row; i++) {
        nth += is_open(sc, &sc->row[i]);
    }
    for (int i = to.first; i < to.first + to.count; i++) {
        nth -= is_open(sc, &sc->row[i]);
        if (nth < 0) {
            return i;
        }
    }
    return row;
}

/* What the other side did becomes something that looks the same, down to the rows that ran. */
static void swap_step(const struct match *m, int party, struct step *step, struct dice *dice)
{
    const struct scenario *sc = match_scenario(m);
    const bool theirs =
        step->party != party && !(step->move & MOVE_SET) && !is_out(match_now(m), step->round);
    const int move = theirs ? swap_move(sc, step->beat, step->move, dice) : step->move;
    const struct rows now = theirs ? sc->move[step->move].now : (struct rows){ 0, 0 };
    int kept = 0;
    for (int k = 0; k < step->ledger.count; k++) {
        struct change c = step->ledger.change[k];
        if (move != step->move && c.own == step->party && c.row >= now.first &&
            c.row < now.first + now.count) {
            c.row = (uint16_t)row_like(sc, now, sc->move[move].now, c.row);
        }
        if (view_sees_slot(sc, party, c.slot)) {
            step->ledger.change[kept++] = c;
        }
    }
    step->ledger.count = kept;
    step->move = move;
}

/* All that the party may not know, in all states and steps so far. */
static void swap_hidden(struct match *m, int party, struct dice *dice)
{
    const struct scenario *sc = match_scenario(m);
    for (int i = 0; i <= match_steps(m); i++) {
        *writable(m, i) = swap_state(sc, match_state(m, i), party, dice);
    }
    for (int i = 0; i < match_steps(m); i++) {
        swap_step(m, party, (struct step *)(uintptr_t)match_step(m, i), dice);
    }
}

/* What the other side has chosen blind, while the choice of this side is due. */
static void swap_blind(struct match *m, int party, struct dice *dice)
{
    const struct scenario *sc = match_scenario(m);
    const int last = match_steps(m) - 1;
    struct step *step = last < 0 ? NULL : (struct step *)(uintptr_t)match_step(m, last);
    if (step == NULL || step->party == party || match_to_move(m) != party ||
        sc->beat[step->beat].by != BY_BOTH || step->party != 0) {
        return;
    }
    step->move = support_random_move(sc, match_state(m, step->before), dice);
    writable(m, step->after)->pick[0] = (uint16_t)step->move;
}

struct match *swap_match(const struct match *m, int party, struct dice *dice)
{
    struct match *copy = match_new(match_scenario(m), match_seed(m), match_game(m));
    if (copy == NULL) {
        abort();
    }
    for (int i = 0; i < match_steps(m); i++) {
        if (match_play(copy, match_step(m, i)->move, match_step(m, i)->by) != NULL) {
            abort();
        }
    }
    swap_hidden(copy, party, dice);
    swap_blind(copy, party, dice);
    return copy;
}
