/* reason.c: two moves in the same worlds, and what tells them apart. */
#include "minister/reason.h"

#include "minister/planner.h"

#include <string.h>

static const uint64_t FRESH =
    0x726561736f6e; /* sets the worlds of a reason apart from a search's */

/* Two moves on their way to a reason. */
struct pair {
    const struct rollout *rollout;
    int script[REASON_MOVES];
    struct disposition upto[PARTS + 1]; /* those that care for so many parts and no more */
    struct gap_sums gap;
    int64_t worth[REASON_MOVES], part[PARTS], effect[REASON_MOVES][MAX_SLOTS];
    struct reason *out;
};

/* ---- parts ---- */

static void care(struct disposition *d, int part, const struct disposition *after)
{
    switch (part) {
    case PART_ENDING:
        d->ending = after->ending;
        break;
    case PART_MANDATE:
        d->mandate = after->mandate;
        break;
    case PART_LIE:
        d->lie = after->lie;
        break;
    default:
        d->term[part] = after->term[part];
    }
}

static void take_parts(struct pair *p)
{
    memset(p->upto, 0, sizeof p->upto);
    for (int part = 0; part < PARTS; part++) {
        p->upto[part + 1] = p->upto[part];
        care(&p->upto[part + 1], part, p->rollout->after);
    }
}

/* What each part adds to those before it: their sum is the worth, whatever is rounded. */
static void part_worths(const struct pair *p, const struct state *end, int worth[PARTS])
{
    const struct rollout *r = p->rollout;
    int before = 0;
    for (int part = 0; part < PARTS; part++) {
        const struct disposition *upto = &p->upto[part + 1];
        worth[part] = 0;
        if (memcmp(upto, &p->upto[part], sizeof *upto) != 0) {
            const int now = state_worth(r->sc, end, r->view->party, upto);
            worth[part] = now - before;
            before = now;
        }
    }
}

/* ---- one world ---- */

static void meet(struct pair *p, const struct world *w)
{
    const struct rollout *r = p->rollout;
    int worth[REASON_MOVES][PARTS], apart = 0;
    for (int k = 0; k < REASON_MOVES; k++) {
        struct state end;
        rollout_morning(r, w, p->out->move[k], p->script[k], p->effect[k]);
        rollout_play(r, w, p->out->move[k], p->script[k], w->last, &end);
        part_worths(p, &end, worth[k]);
    }
    for (int part = 0; part < PARTS; part++) {
        const int more = worth[REASON_MADE][part] - worth[REASON_OTHER][part];
        p->part[part] += more;
        apart += more;
        for (int k = 0; k < REASON_MOVES; k++) {
            p->worth[k] += worth[k][part];
        }
    }
    gap_add(&p->gap, apart);
}

/* ---- the reason ---- */

static int best_part(const int part[PARTS])
{
    int best = 0;
    for (int i = 1; i < PARTS; i++) {
        best = part[i] > part[best] ? i : best;
    }
    return part[best] > 0 ? best : -1;
}

/* Sums of tenths over all worlds as means in hundredths; of whole numbers, as means in tenths. */
static int mean_of(const struct pair *p, int64_t sum)
{
    return (int)(10 * sum / p->gap.count);
}

static void conclude(const struct pair *p)
{
    const struct scenario *sc = p->rollout->sc;
    struct reason *out = p->out;
    for (int k = 0; k < REASON_MOVES; k++) {
        out->worth[k] = mean_of(p, p->worth[k]) + 10 * sc->amount[sc->utility].base;
        for (int i = 0; i < sc->slots; i++) {
            out->effect[k][i] = mean_of(p, p->effect[k][i]);
        }
    }
    for (int i = 0; i < PARTS; i++) {
        out->part[i] = mean_of(p, p->part[i]);
    }
    out->gap = gap_of(&p->gap);
    out->doubt = !gap_is_clear(out->gap) || out->gap.mean < REASON_DOUBT;
    out->because = best_part(out->part);
}

/* ---- a planner's own ---- */

/* Per mille, by the weights with which worlds are drawn: suspicion is in them. */
static int belief_at_hand(const struct rollout *r)
{
    const struct state *s = &r->view->s;
    const bool incident = r->sc->round_kind[s->slot[SLOT_CALENDAR]].incident;
    if (!incident || s->file[s->cases - 1].field[FIELD_VICTIM] != r->view->party) {
        return -1;
    }
    int64_t all = 0, guilty = 0;
    for (int k = 0; k < r->belief.states; k++) {
        for (int c = 0; c < r->sc->culprits; c++) {
            all += r->belief.joint[k][c];
            guilty += r->sc->culprit[c].guilty ? r->belief.joint[k][c] : 0;
        }
    }
    return all > 0 ? (int)((1000 * guilty + all / 2) / all) : r->belief.guilty;
}

static const struct option *option_of(const struct thought *thought, int move)
{
    for (int i = 0; i < thought->options; i++) {
        if (thought->option[i].move == move) {
            return &thought->option[i];
        }
    }
    return &thought->option[0];
}

static const struct option *best_but(const struct thought *thought, int move)
{
    int i = 0;
    while (i < thought->options && thought->option[i].move == move) {
        i++;
    }
    return i < thought->options ? &thought->option[i] : NULL;
}

bool reason_of(const struct scenario *sc, const struct view *view, const struct disposition *after,
               uint64_t dice, struct world_source source, const struct thought *thought, int move,
               struct reason *out)
{
    const struct option *other = best_but(thought, move);
    if (other == NULL) {
        return false;
    }
    struct rollout r;
    rollout_init(&r, sc, view, after, source, rng_mix(dice, FRESH));
    memset(out, 0, sizeof *out);
    out->belief = belief_at_hand(&r);
    out->move[REASON_MADE] = move;
    out->move[REASON_OTHER] = other->move;
    struct pair p = { .rollout = &r, .out = out };
    p.script[REASON_MADE] = option_of(thought, move)->script;
    p.script[REASON_OTHER] = other->script;
    take_parts(&p);
    for (int i = 0; i < REASON_WORLDS; i++) {
        struct world w;
        rollout_world(&r, i, &w);
        meet(&p, &w);
    }
    conclude(&p);
    return true;
}
