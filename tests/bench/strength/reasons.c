/* reasons.c: are the reasons that a planner gives those for which it moves?
 *
 * A planner of some character gives its reason. Then the named part stops to count: it thinks anew,
 * and the lead of its move over the runner-up is taken again, in worlds that neither the search nor
 * the reason had. A reason is faithful where the lead is smaller than with the part, in those same
 * worlds. The control names some other part that counts. */
#include "strength.h"

#include "minister/planner.h"
#include "minister/reason.h"
#include "command/study/position.h"

enum { SIMULATIONS = 500 };

struct faith {
    struct ratio close, shrinks, same_script, control;
};

/* One decision, thought over. */
struct explained {
    const struct scenario *sc;
    struct disposition after;
    struct view view;
    uint64_t dice;
    struct thought thought;
    struct reason reason;
};

static const struct world_source honest = { .world = rollout_imagine };

static bool explain(const struct study *s, int64_t unit, struct dice *dice, struct explained *out)
{
    const struct scenario *sc = s->measures->sc;
    const int who = sc->characters ? (int)(unit % sc->characters) : 0;
    struct position p;
    position_draw(s->measures, s->seed, dice, &p);
    out->sc = sc;
    out->after = sc->characters ? sc->character[who].disposition : disposition_score;
    out->dice = dice_next(dice);
    view_of(sc, &p.state, p.state.side, &out->view);
    planner_think(sc, &out->view, &out->after, out->dice, SIMULATIONS, honest, &out->thought);
    return reason_of(sc, &out->view, &out->after, out->dice, honest, &out->thought,
                     out->thought.option[0].move, &out->reason);
}

/* What a part weighs. */
static int16_t *weight_of(struct disposition *d, int part)
{
    return part == PART_ENDING    ? &d->ending
           : part == PART_MANDATE ? &d->mandate
           : part == PART_LIE     ? &d->lie
                                  : &d->term[part];
}

/* The lead in fresh worlds of somebody after this, who goes on as in `thought`. */
static int lead_of(const struct explained *e, const struct disposition *after,
                   const struct thought *thought)
{
    struct reason again;
    struct thought two = { .options = REASON_MOVES };
    for (int k = 0; k < REASON_MOVES; k++) {
        two.option[k] = thought->option[0]; /* who did not think of a move goes on as usual */
        for (int i = 0; i < thought->options; i++) {
            if (thought->option[i].move == e->reason.move[k]) {
                two.option[k] = thought->option[i];
            }
        }
        two.option[k].move = e->reason.move[k];
    }
    reason_of(e->sc, &e->view, after, ~e->dice, honest, &two, e->reason.move[REASON_MADE], &again);
    return again.gap.mean;
}

/* Is the lead smaller without the part? `anew`: it thinks again. */
static bool shrinks(const struct explained *e, int part, bool anew)
{
    struct disposition without = e->after;
    struct thought thought = e->thought;
    *weight_of(&without, part) = 0;
    if (anew) {
        planner_think(e->sc, &e->view, &without, e->dice, SIMULATIONS, honest, &thought);
    }
    return lead_of(e, &without, &thought) < lead_of(e, &e->after, &e->thought);
}

/* A part that counts, but is not the one that was named; -1: there is none. */
static int other_part(struct explained *e, struct dice *dice)
{
    const int terms = e->sc->amount[e->sc->utility].terms;
    int part[PARTS], count = 0;
    for (int i = 0; i < PARTS; i++) {
        const bool counts = (i < terms || i >= PART_ENDING) && *weight_of(&e->after, i) != 0;
        if (counts && i != e->reason.because) {
            part[count++] = i;
        }
    }
    return count ? part[dice_roll(dice, count)] : -1;
}

static void faith_unit(const void *context, int64_t unit, void *to)
{
    const struct study *s = context;
    struct dice dice = { rng_mix(rng_mix(s->seed, 19), (uint64_t)unit) };
    struct faith *sums = to;
    struct explained e;
    if (!explain(s, unit, &dice, &e)) {
        return;
    }
    ratio_add(&sums->close, e.reason.doubt, 1);
    const int other = other_part(&e, &dice);
    if (e.reason.doubt || e.reason.because < 0 || other < 0) {
        return;
    }
    ratio_add(&sums->shrinks, shrinks(&e, e.reason.because, true), 1);
    ratio_add(&sums->same_script, shrinks(&e, e.reason.because, false), 1);
    ratio_add(&sums->control, shrinks(&e, other, true), 1);
}

int part_reasons(const struct study *s)
{
    struct faith sums = { 0 };
    if (sums_share_out(s->hands, s->reasons, faith_unit, s, &sums, sizeof sums) != 0) {
        return -1;
    }
    report_add(s->report, ratio_estimate(&sums.close), 100, -NO_GOAL, NO_GOAL,
               "reasons/close-calls");
    report_add(s->report, (struct estimate){ (double)sums.shrinks.n, 0 }, 1, -NO_GOAL, NO_GOAL,
               "reasons/explanations");
    report_add(s->report, ratio_estimate(&sums.shrinks), 100, 80, NO_GOAL, "reasons/faithful");
    report_add(s->report, ratio_estimate(&sums.same_script), 100, 80, NO_GOAL,
               "reasons/faithful/same-script");
    report_add(s->report, ratio_estimate(&sums.control), 100, -NO_GOAL, 70,
               "reasons/control/another-part");
    return 0;
}
