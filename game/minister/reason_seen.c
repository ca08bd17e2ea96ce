/* reason_seen.c: a move of the other side, from this side's chair. */
#include "minister/reason.h"

#include "core/move.h"
#include "minister/script.h"

#include <string.h>

enum {
    CHOOSING = 16,    /* worlds in which the alternative is found, ... */
    SEEN_WORLDS = 80, /* ... and others in which both are compared */
    IMPOSSIBLE = -1
};
static const uint64_t SEEN = 0x7365656e;

struct onlooker {
    struct rollout rollout;
    int script; /* by which this side goes on */
    int them;
};

/* Something that could have been seen instead. */
struct look {
    int seen, count; /* in so many worlds, ... */
    int64_t more;    /* ... by so much better for them than what was seen, in tenths */
};

/* A legal move that looks so, at its word where it can be, or IMPOSSIBLE. */
static int form_of(const struct scenario *sc, const int *legal, int count, int seen)
{
    int form = IMPOSSIBLE;
    for (int i = 0; i < count; i++) {
        if (legal[i] == seen || (form == IMPOSSIBLE && move_seen(sc, legal[i]) == seen)) {
            form = legal[i];
        }
    }
    return form;
}

static int play_out(const struct onlooker *o, const struct world *w, int move)
{
    struct state end;
    rollout_play(&o->rollout, w, move, o->script, w->last, &end);
    return state_worth(o->rollout.sc, &end, o->them, &disposition_score);
}

/* ---- the alternative ---- */

static struct look *look_for(struct look *looks, int *count, int seen)
{
    for (int i = 0; i < *count; i++) {
        if (looks[i].seen == seen) {
            return &looks[i];
        }
    }
    if (*count == MAX_LEGAL) {
        return NULL;
    }
    looks[*count] = (struct look){ .seen = seen };
    return &looks[(*count)++];
}

/* Returns whether what was seen can be done in this world. */
static bool look_around(const struct onlooker *o, int number, int seen, struct look *looks,
                        int *count)
{
    const struct scenario *sc = o->rollout.sc;
    struct world w;
    int legal[MAX_LEGAL];
    rollout_world(&o->rollout, number, &w);
    const int moves = move_legal(sc, &w.state, legal);
    const int made = form_of(sc, legal, moves, seen);
    if (made == IMPOSSIBLE) {
        return false;
    }
    const int worth = play_out(o, &w, made);
    for (int i = 0; i < moves; i++) {
        const int looks_like = move_seen(sc, legal[i]);
        const bool first = form_of(sc, legal, moves, looks_like) == legal[i];
        struct look *look = looks_like != seen && first && !sc->move[legal[i]].again
                                ? look_for(looks, count, looks_like)
                                : NULL;
        if (look != NULL) {
            look->more += play_out(o, &w, legal[i]) - worth;
            look->count++;
        }
    }
    return true;
}

/* The best of what could be shown in most worlds in which that could which was. */
static int alternative(const struct onlooker *o, int seen)
{
    struct look looks[MAX_LEGAL];
    int count = 0, worlds = 0, best = -1;
    for (int i = 0; i < CHOOSING; i++) {
        worlds += look_around(o, SEEN_WORLDS + i, seen, looks, &count);
    }
    for (int i = 0; i < count; i++) {
        if (2 * looks[i].count >= worlds &&
            (best < 0 || looks[i].more * looks[best].count > looks[best].more * looks[i].count)) {
            best = i;
        }
    }
    return best < 0 ? IMPOSSIBLE : looks[best].seen;
}

/* ---- side by side ---- */

static void compare(const struct onlooker *o, struct reason *out)
{
    const struct scenario *sc = o->rollout.sc;
    struct gap_sums gap = { 0 };
    int64_t sum[REASON_MOVES] = { 0 }, moved[REASON_MOVES][MAX_SLOTS] = { { 0 } };
    for (int i = 0; i < SEEN_WORLDS; i++) {
        struct world w;
        int legal[MAX_LEGAL], form[REASON_MOVES], worth[REASON_MOVES];
        rollout_world(&o->rollout, i, &w);
        const int count = move_legal(sc, &w.state, legal);
        for (int k = 0; k < REASON_MOVES; k++) {
            form[k] = form_of(sc, legal, count, out->move[k]);
        }
        if (form[REASON_MADE] == IMPOSSIBLE || form[REASON_OTHER] == IMPOSSIBLE) {
            continue;
        }
        for (int k = 0; k < REASON_MOVES; k++) {
            rollout_morning(&o->rollout, &w, form[k], o->script, moved[k]);
            worth[k] = play_out(o, &w, form[k]);
            sum[k] += worth[k];
        }
        gap_add(&gap, worth[REASON_MADE] - worth[REASON_OTHER]);
    }
    for (int k = 0; k < REASON_MOVES && gap.count > 0; k++) {
        out->worth[k] = (int)(10 * sum[k] / gap.count) + 10 * sc->amount[sc->utility].base;
        for (int i = 0; i < sc->slots; i++) {
            out->effect[k][i] = (int)(10 * moved[k][i] / gap.count);
        }
    }
    out->gap = gap.count > 1 ? gap_of(&gap) : (struct gap){ 0, 0 };
}

bool reason_seen(const struct scenario *sc, const struct view *view, uint64_t dice, int seen,
                 struct reason *out)
{
    struct onlooker o = { .script = script_find("generous"), .them = 1 - view->party };
    const struct world_source source = { .world = rollout_imagine };
    rollout_init(&o.rollout, sc, view, &disposition_score, source, rng_mix(dice, SEEN));
    memset(out, 0, sizeof *out);
    out->belief = out->because = -1;
    out->move[REASON_MADE] = seen;
    out->move[REASON_OTHER] = alternative(&o, seen);
    if (out->move[REASON_OTHER] == IMPOSSIBLE) {
        return false;
    }
    compare(&o, out);
    out->doubt = !gap_is_clear(out->gap) || out->gap.mean < REASON_DOUBT;
    return true;
}
