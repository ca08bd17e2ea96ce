/* planner.c: sequential halving over first moves and continuations. */
#include "minister/planner.h"

#include "core/move.h"
#include "minister/ministers.h"

enum { CONTINUATIONS = 2, MAX_ARMS = MAX_LEGAL * CONTINUATIONS };

/* How the planner itself might go on: forgiving, or firm. A small budget takes the first only. */
static const char *const continuation[CONTINUATIONS] = { "tit-for-two-tats", "hard-line" };

struct arm {
    int move, script;
    int64_t sum; /* of worths, in tenths of a point ... */
    int visits;  /* ... in so many worlds */
};

struct search {
    struct rollout rollout;
    int worlds; /* met so far */
    int arms;
    struct arm arm[MAX_ARMS];
};

static int stages_left(int arms)
{
    int stages = 0;
    for (; arms > 1; arms = (arms + 1) / 2) {
        stages++;
    }
    return stages;
}

/* Best first; equals keep their order. All that are left have met the same worlds. */
static void rank(struct search *search)
{
    for (int i = 1; i < search->arms; i++) {
        const struct arm arm = search->arm[i];
        int k = i;
        for (; k > 0 && search->arm[k - 1].sum < arm.sum; k--) {
            search->arm[k] = search->arm[k - 1];
        }
        search->arm[k] = arm;
    }
}

static bool agreed(const struct search *search)
{
    for (int i = 1; i < search->arms; i++) {
        if (search->arm[i].move != search->arm[0].move) {
            return false;
        }
    }
    return true;
}

static void run(struct search *search, int simulations)
{
    for (int stages = stages_left(search->arms); stages > 0 && !agreed(search); stages--) {
        int visits = simulations / (search->arms * stages);
        visits = visits < 1 ? 1 : visits;
        simulations -= visits * search->arms;
        for (int v = 0; v < visits; v++) {
            struct world world;
            rollout_world(&search->rollout, search->worlds++, &world);
            for (int i = 0; i < search->arms; i++) {
                struct arm *arm = &search->arm[i];
                arm->sum += rollout_worth(&search->rollout, &world, arm->move, arm->script);
                arm->visits++;
            }
        }
        rank(search);
        search->arms = (search->arms + 1) / 2;
    }
}

static int between(int lo, int value, int hi)
{
    return value < lo ? lo : value > hi ? hi : value;
}

/* Candidates by budget. Of many sets of agreements the largest are looked at, and none. */
static void take_arms(struct search *search, const int *legal, int count, int simulations)
{
    const int most = between(8, simulations / 8, MAX_LEGAL);
    const int moves = count < most ? count : most;
    const int scripts = between(1, simulations / (8 * moves), CONTINUATIONS);
    for (int i = 0; i < moves; i++) {
        for (int k = 0; k < scripts; k++) {
            search->arm[search->arms++] =
                (struct arm){ .move = legal[i == 0 ? 0 : count - moves + i],
                              .script = script_find(continuation[k]) };
        }
    }
}

/* Each move by its best arm: those dropped later stand before those dropped earlier. */
static void conclude(const struct search *search, int arms, struct thought *out)
{
    bool known[MAX_ARMS] = { false };
    out->options = 0;
    for (int i = 0; i < arms; i++) {
        const struct arm *arm = &search->arm[i];
        if (known[i]) {
            continue;
        }
        const int worth = arm->visits ? (int)(arm->sum / arm->visits) : 0;
        out->option[out->options++] = (struct option){ arm->move, arm->script, worth };
        for (int k = i; k < arms; k++) {
            known[k] = known[k] || search->arm[k].move == arm->move;
        }
    }
}

void planner_think(const struct scenario *sc, const struct view *view,
                   const struct disposition *after, uint64_t dice, int simulations,
                   struct world_source source, struct thought *out)
{
    int legal[MAX_LEGAL];
    const int count = move_legal(sc, &view->s, legal);
    struct search search;
    search.worlds = search.arms = 0;
    rollout_init(&search.rollout, sc, view, after, source, dice);
    take_arms(&search, legal, count, simulations);
    const int arms = search.arms;
    run(&search, simulations);
    conclude(&search, arms, out);
}

int planner_pick(const struct thought *thought, int temperature, uint64_t dice)
{
    int near[MAX_LEGAL] = { 0 }, sum = 0;
    for (int i = 0; i < thought->options; i++) {
        const int less = thought->option[0].worth - thought->option[i].worth;
        near[i] = between(0, temperature - less, temperature);
        sum += near[i];
    }
    struct dice own = { rng_mix(dice, 1) };
    int at = sum ? dice_roll(&own, sum) : 0, i = 0;
    for (; i < thought->options - 1 && at >= near[i]; i++) {
        at -= near[i];
    }
    return thought->option[sum ? i : 0].move;
}

const struct disposition *planner_after(const struct minister *self, const struct scenario *sc)
{
    const int at = scenario_character(sc, self->character);
    return at < 0 ? &disposition_score : &sc->character[at].disposition;
}

int planner_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                   uint64_t dice)
{
    int legal[MAX_LEGAL];
    if (move_legal(sc, &view->s, legal) == 1) {
        return legal[0];
    }
    struct thought thought = { .options = 0 };
    const struct world_source source = { .world = rollout_imagine };
    planner_think(sc, view, planner_after(self, sc), dice, self->simulations, source, &thought);
    return planner_pick(&thought, self->temperature, dice);
}
