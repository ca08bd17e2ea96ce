/* planner.c: sequential halving over first moves and continuations. */
#include "minister/planner.h"

#include "core/move.h"
#include "core/round.h"
#include "minister/ministers.h"
#include "minister/reading.h"

enum {
    CONTINUATIONS = 4,
    MAX_ARMS = MAX_LEGAL * CONTINUATIONS,
    WHIM = 4 /* per cent of the other side's moves that follow no script */
};

/* How the planner itself might go on, in the order in which a small budget takes them. */
static const char *const continuation[CONTINUATIONS] = { "generous", "soft-line", "hard-line",
                                                         "always-cooperate" };

struct arm {
    int move, script;
    int64_t sum; /* of utilities, in tenths of a point */
};

struct search {
    const struct scenario *sc;
    const struct view *view;
    struct planner_source source;
    struct belief belief;
    int reading[MODELS];
    uint64_t key;
    int worlds; /* met so far */
    int arms;
    struct arm arm[MAX_ARMS];
};

/* One world: where it starts, what comes, and who sits in the other chair. */
struct imagined {
    struct state state;
    uint64_t luck, key;
    int opponent;
};

uint64_t planner_imagine(const void *context, const struct scenario *sc, const struct view *view,
                         const struct belief *belief, int opponent, struct dice *dice,
                         struct state *out)
{
    (void)context;
    belief_determinise(sc, view, belief, dice, out);
    if (sc->beat[state_beat(sc, out)].by == BY_BOTH && out->side == 1) { /* it chose, blind */
        out->side = 0;
        out->pick[0] = (uint16_t)script_play(sc, out, opponent, dice);
        out->side = 1;
    }
    return dice_next(dice);
}

static int draw_opponent(const int *reading, struct dice *dice)
{
    int sum = 0;
    for (int i = 0; i < MODELS; i++) {
        sum += reading[i];
    }
    int at = dice_roll(dice, sum);
    int i = 0;
    while (at >= reading[i]) {
        at -= reading[i++];
    }
    return i;
}

static void draw_world(struct search *search, struct imagined *world)
{
    world->key = rng_mix(search->key, (uint64_t)search->worlds++);
    struct dice dice = { world->key };
    world->opponent = draw_opponent(search->reading, &dice);
    world->luck = search->source.world(search->source.context, search->sc, search->view,
                                       &search->belief, world->opponent, &dice, &world->state);
}

/* Plays a candidate to the end; what it is worth to its side then. */
static int play_out(const struct search *search, const struct imagined *world,
                    const struct arm *arm)
{
    const struct scenario *sc = search->sc;
    const int own = search->view->party;
    struct dice mine = { rng_mix(world->key, 1) }, theirs = { rng_mix(world->key, 2) };
    struct state s = world->state;
    round_play(sc, &s, arm->move, world->luck, 0);
    while (!state_over(&s)) {
        int script = arm->script;
        if (s.side != own) {
            const bool whim = dice_roll(&theirs, 100) < WHIM;
            script = whim ? dice_roll(&theirs, MODELS) : world->opponent;
        }
        const int move = script_play(sc, &s, script, s.side == own ? &mine : &theirs);
        round_play(sc, &s, move, world->luck, 0);
    }
    return state_utility(sc, &s, own);
}

static int stages_left(int arms)
{
    int stages = 0;
    for (; arms > 1; arms = (arms + 1) / 2) {
        stages++;
    }
    return stages;
}

/* The better half stays, best first; equals keep their order. */
static void halve(struct search *search)
{
    for (int i = 1; i < search->arms; i++) {
        const struct arm arm = search->arm[i];
        int k = i;
        for (; k > 0 && search->arm[k - 1].sum < arm.sum; k--) {
            search->arm[k] = search->arm[k - 1];
        }
        search->arm[k] = arm;
    }
    search->arms = (search->arms + 1) / 2;
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
            struct imagined world;
            draw_world(search, &world);
            for (int i = 0; i < search->arms; i++) {
                search->arm[i].sum += play_out(search, &world, &search->arm[i]);
            }
        }
        halve(search);
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

int planner_decide(const struct scenario *sc, const struct view *view, uint64_t dice,
                   int simulations, struct planner_source source)
{
    int legal[MAX_LEGAL];
    const int count = move_legal(sc, &view->s, legal);
    if (count == 1) {
        return legal[0];
    }
    struct search search = { .sc = sc, .view = view, .source = source, .key = dice };
    belief_of(sc, view, &search.belief);
    reading_of(sc, view, search.reading);
    take_arms(&search, legal, count, simulations);
    run(&search, simulations);
    return search.arm[0].move;
}

int planner_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                   uint64_t dice)
{
    const struct planner_source source = { .world = planner_imagine };
    return planner_decide(sc, view, dice, self->simulations, source);
}
