/* rollout.c: imagined worlds, and games in them. */
#include "minister/rollout.h"

#include "core/round.h"

#include <stddef.h>

enum {
    WHIM = 4,  /* per cent of the other side's moves that follow no script */
    TURNS = 20 /* per cent of worlds in which it becomes somebody else some day */
};

uint64_t rollout_imagine(const void *context, const struct scenario *sc, const struct view *view,
                         const struct belief *belief, struct opponent opponent, struct dice *dice,
                         struct state *out)
{
    (void)context;
    belief_determinise(sc, view, belief, dice, out);
    if (sc->beat[state_beat(sc, out)].by == BY_BOTH && out->side == 1) { /* it chose, blind */
        out->side = 0;
        out->pick[0] = (uint16_t)reading_play(opponent.reading, opponent.sitter, sc, out, dice);
        out->side = 1;
    }
    return dice_next(dice);
}

void rollout_init(struct rollout *r, const struct scenario *sc, const struct view *view,
                  const struct disposition *after, struct world_source source, uint64_t key)
{
    *r = (struct rollout){ sc, view, after, source, .key = key };
    belief_of(sc, view, &r->belief);
    belief_suspect(sc, view, after->suspicion, &r->belief);
    reading_of(sc, view, &r->reading);
}

/* The last round that counts for somebody so patient: each has a next one with that chance. */
static int last_of(const struct rollout *r, struct dice *dice)
{
    int last = state_round(&r->view->s);
    while (last < r->sc->rounds && dice_roll(dice, 100) < r->after->patience) {
        last++;
    }
    return last;
}

void rollout_world(const struct rollout *r, int number, struct world *out)
{
    out->key = rng_mix(r->key, (uint64_t)number);
    struct dice dice = { out->key };
    out->opponent = reading_draw(r->sc, &r->reading, &dice);
    const bool turns = dice_roll(&dice, 100) < TURNS;
    const int now = state_round(&r->view->s), left = r->sc->rounds - now;
    out->turns = turns && left > 0 ? now + 1 + dice_roll(&dice, left) : MAX_ROUNDS + 1;
    out->later = dice_roll(&dice, SCRIPTS);
    out->last = last_of(r, &dice);
    const struct opponent opponent = { &r->reading, out->opponent };
    out->luck = r->source.world(r->source.context, r->sc, r->view, &r->belief, opponent, &dice,
                                &out->state);
}

/* Dice for the decision that is due. */
static struct dice dice_of(const struct world *w, const struct state *s)
{
    const int when = (state_round(s) * MAX_ROUND_BEATS + s->place) * MAX_PARTIES + s->side;
    return (struct dice){ rng_mix(w->key ^ s->again, (uint64_t)when) };
}

static int answer(const struct rollout *r, const struct world *w, const struct state *s)
{
    struct dice dice = dice_of(w, s);
    struct sitter sitter = state_round(s) < w->turns ? w->opponent : (struct sitter){ w->later, 0 };
    if (dice_roll(&dice, 100) < WHIM) {
        sitter = (struct sitter){ dice_roll(&dice, SCRIPTS), 0 };
    }
    return reading_play(&r->reading, sitter, r->sc, s, &dice);
}

static int go_on(const struct rollout *r, const struct world *w, const struct state *s, int script)
{
    struct dice dice = dice_of(w, s);
    return script_play(r->sc, s, script, &dice);
}

void rollout_play(const struct rollout *r, const struct world *w, int move, int script, int last,
                  struct state *out)
{
    *out = w->state;
    round_play(r->sc, out, move, w->luck, NULL);
    while (!state_over(out) && state_round(out) <= last) {
        const bool own = out->side == r->view->party;
        const int next = own ? go_on(r, w, out, script) : answer(r, w, out);
        round_play(r->sc, out, next, w->luck, NULL);
    }
}

void rollout_morning(const struct rollout *r, const struct world *w, int move, int script,
                     int64_t moved[MAX_SLOTS])
{
    struct state then;
    rollout_play(r, w, move, script, state_round(&w->state), &then);
    for (int i = 0; i < r->sc->slots; i++) {
        if (view_sees_slot(r->sc, r->view->party, i)) {
            moved[i] += then.slot[i] - w->state.slot[i];
        }
    }
}

int rollout_worth(const struct rollout *r, const struct world *w, int move, int script)
{
    struct state end;
    rollout_play(r, w, move, script, w->last, &end);
    return state_worth(r->sc, &end, r->view->party, r->after);
}
