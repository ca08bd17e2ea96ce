/* honesty.c: decisions when hidden things are swapped, and what it would gain to see them. */
#include "strength.h"

#include "peek.h"

#include "minister/planner.h"
#include "command/study/position.h"
#include "swap_state.h"

enum {
    SIMULATIONS = 60, /* of the honest and of the controls: who thinks longer is harder to sway */
    CONTROLS = 10     /* a control is one of so many decisions */
};

/* Who is asked twice. */
enum asked { HONEST, PEEKING, LUCKY, ASKED };

struct swaps {
    struct ratio differ[ASKED];
};

struct swapping {
    const struct study *study;
    int planners;
    struct player planner[MAX_COLUMNS]; /* of every character and difficulty, in turn */
};

static int best_move(const struct scenario *sc, const struct view *view, uint64_t dice,
                     int simulations, struct world_source source)
{
    struct thought thought;
    planner_think(sc, view, &disposition_score, dice, simulations, source, &thought);
    return thought.option[0].move;
}

/* ---- the same position twice ---- */

/* A planner who peeks, before two truths behind one view. */
static bool cheat_differs(const struct scenario *sc, const struct state *s,
                          const struct state *other, enum asked who, uint64_t key)
{
    const struct truth truth[2] = {
        { s, rng_mix(key, 1) },
        { who == PEEKING ? other : s, who == LUCKY ? rng_mix(key, 2) : rng_mix(key, 1) },
    };
    struct view view;
    int move[2];
    view_of(sc, s, s->side, &view);
    for (int i = 0; i < 2; i++) {
        const struct world_source source = { who == PEEKING ? peek_world : peek_luck, &truth[i] };
        move[i] = best_move(sc, &view, key, SIMULATIONS, source);
    }
    return move[0] != move[1];
}

static bool honest_differs(const struct scenario *sc, const struct minister *planner,
                           const struct state *s, const struct state *other, uint64_t key)
{
    const struct state *state[2] = { s, other };
    int move[2];
    for (int i = 0; i < 2; i++) {
        struct view view;
        view_of(sc, state[i], s->side, &view);
        move[i] = planner->choose(planner, sc, &view, key);
    }
    return move[0] != move[1];
}

static void swap_unit(const void *context, int64_t unit, void *to)
{
    const struct swapping *swapping = context;
    const struct study *s = swapping->study;
    const struct scenario *sc = s->measures->sc;
    const struct player *planner = &swapping->planner[unit % swapping->planners];
    struct swaps *sums = to;
    struct dice dice = { rng_mix(rng_mix(s->seed, 12), (uint64_t)unit) };
    struct position p;
    position_draw(s->measures, s->seed, &dice, &p);
    const struct state other = swap_state(sc, &p.state, p.state.side, &dice);
    const uint64_t key = dice_next(&dice);
    const bool honest = honest_differs(sc, &planner->minister, &p.state, &other, key);
    ratio_add(&sums->differ[HONEST], honest, 1);
    for (enum asked who = PEEKING; who < ASKED && unit % CONTROLS == 0; who++) {
        ratio_add(&sums->differ[who], cheat_differs(sc, &p.state, &other, who, key), 1);
    }
}

int part_swap(const struct study *s)
{
    static struct swapping swapping;
    struct swaps sums = { 0 };
    swapping.study = s;
    swapping.planners = player_planners(s->measures->sc, SIMULATIONS, swapping.planner);
    if (sums_share_out(s->hands, s->swaps, swap_unit, &swapping, &sums, sizeof sums) != 0) {
        return -1;
    }
    const struct ratio *honest = &sums.differ[HONEST];
    report_add(s->report, (struct estimate){ (double)honest->n, 0 }, 1, -NO_GOAL, NO_GOAL,
               "swap/decisions");
    report_add(s->report, (struct estimate){ (double)honest->x, 0 }, 1, -NO_GOAL, 0, "swap/differ");
    report_add(s->report, ratio_estimate(&sums.differ[PEEKING]), 100, 50, NO_GOAL,
               "swap/control/sees-the-state");
    report_add(s->report, ratio_estimate(&sums.differ[LUCKY]), 100, 50, NO_GOAL,
               "swap/control/knows-the-luck");
    return 0;
}

/* ---- games with the true state in sight ---- */

static int peeking_move(const struct player *self, const struct scenario *sc, const struct state *s,
                        uint64_t luck)
{
    const struct truth truth = { s, 0 };
    const struct world_source source = { peek_world, &truth };
    struct view view;
    view_of(sc, s, s->side, &view);
    return best_move(sc, &view, minister_dice(sc, s, luck), self->minister.simulations, source);
}

int part_peek(const struct study *s)
{
    static struct player column[MAX_COLUMNS];
    const struct player honest = player_named("planner:balanced:normal", 0);
    const struct player row[2] = { honest, { honest.minister, peeking_move, 0 } };
    const int games[2] = { (int)s->peeks, (int)s->peeks };
    const struct columns all = { 0, player_scripts(column) };
    struct contest c = { .sc = s->measures->sc,
                         .row = row,
                         .column = column,
                         .rows = 2,
                         .columns = all.count,
                         .games = games,
                         .seed = rng_mix(s->seed, 13) };
    if (contest_play(&c, s->hands) != 0) {
        return -1;
    }
    report_add(s->report, contest_mean(&c, 0, all, 0), 0.1, -NO_GOAL, NO_GOAL, "peek/honest");
    report_add(s->report, contest_mean(&c, 1, all, 0), 0.1, -NO_GOAL, NO_GOAL, "peek/peeking");
    report_add(s->report, contest_lead(&c, 1, 0, all), 0.1, 4, 12, "peek/gain");
    contest_clear(&c);
    return 0;
}
