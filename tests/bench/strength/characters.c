/* characters.c: can the characters be told apart by what they do, and can the hawk be beaten?
 *
 * Every character, at normal, plays against all scripts and strangers on both seats, with the same
 * luck. What it does is counted in figures; two characters differ where one of these does by more
 * than the interval that holds for all of them together. Who leaves a hawk a way out should do
 * better against it than who is hard. */
#include "strength.h"

#include "core/case.h"
#include "core/move.h"
#include "core/round.h"
#include "core/row.h"
#include "strangers.h"
#include "command/study/watch.h"

#include <math.h>
#include <stdio.h>

enum {
    /* of its words and deeds in incidents, by family; of its orders likewise */
    SAYS,
    ORDERS = SAYS + FAMILY_COUNT,
    BLUFFS = ORDERS + FAMILY_COUNT, /* of answers when its file says 'us': false words */
    SIGNS,                          /* agreements picked at a table */
    GOOD,                           /* endings worth something to both */
    RUIN,
    OWN, /* utility, by the score */
    FIGURES
};
static const char *const title[FIGURES] = {
    [SAYS + FAMILY_COOPERATE] = "says/cooperate",
    [SAYS + FAMILY_ACCUSE] = "says/accuse",
    [SAYS + FAMILY_DENY] = "says/deny",
    [ORDERS + FAMILY_COOPERATE] = "orders/cooperate",
    [ORDERS + FAMILY_ACCUSE] = "orders/accuse",
    [ORDERS + FAMILY_DENY] = "orders/deny",
    [BLUFFS] = "bluffs",
    [SIGNS] = "signs",
    [GOOD] = "ending/good",
    [RUIN] = "ending/ruin",
    [OWN] = "own",
};

enum { MAX_CHARACTERS = 8 };
static const double alike = 2.9; /* standard errors: 95 % for eleven figures together */

struct portrait {
    struct ratio figure[FIGURES];
};

/* ---- one game ---- */

struct tries {
    int64_t x, n;
};

static void note_move(const struct scenario *sc, const struct state *s, int move,
                      struct tries tries[FIGURES])
{
    const struct beat *beat = &sc->beat[state_beat(sc, s)];
    if (beat->pick) {
        for (int i = 0; i < sc->agreements; i++) {
            tries[SIGNS].x += move >> i & 1;
        }
        tries[SIGNS].n++;
        return;
    }
    const int first = beat->secret ? ORDERS : SAYS;
    for (int i = 0; i < FAMILY_COUNT && !sc->move[move].again; i++) {
        tries[first + i].x += move_family(sc, move) == i;
        tries[first + i].n++;
    }
}

/* Was there an answer? */
static bool answered(const struct scenario *sc, const int16_t *field)
{
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        const int move = field[FIELD_REAL + i];
        if (move != NONE && sc->beat[sc->move[move].beat].by == BY_SUSPECT) {
            return true;
        }
    }
    return false;
}

static bool is_good(const struct ending *ending)
{
    return ending->utility[0] > 0 && ending->utility[1] > 0;
}

static void note_end(const struct scenario *sc, const struct state *s, int seat,
                     struct tries tries[FIGURES])
{
    for (int i = 0; i < s->cases; i++) {
        const int16_t *field = s->file[i].field;
        if (field[FIELD_VICTIM] != seat && field[FIELD_FILE] == 1 && answered(sc, field)) {
            const struct context c = row_reader(sc, s, seat, i);
            tries[BLUFFS].x += case_word(&c) == WORD_FALSE;
            tries[BLUFFS].n++;
        }
    }
    const struct ending *ending = &sc->ending[state_ending(s)];
    tries[GOOD] = (struct tries){ is_good(ending), 1 };
    tries[RUIN] = (struct tries){ ending->ruin, 1 };
    tries[OWN] = (struct tries){ state_utility(sc, s, seat), 1 };
}

/* Who sits in `seat` is looked at. */
static void watch(const struct scenario *sc, const struct minister *const chair[MAX_PARTIES],
                  int seat, uint64_t luck, struct portrait *out)
{
    struct tries tries[FIGURES] = { { 0, 0 } };
    struct state s;
    round_start(sc, &s, luck, NULL);
    while (!state_over(&s)) {
        const int move = watch_choose(sc, chair[s.side], &s, luck);
        if (s.side == seat) {
            note_move(sc, &s, move, tries);
        }
        round_play(sc, &s, move, luck, NULL);
    }
    note_end(sc, &s, seat, tries);
    for (int i = 0; i < FIGURES; i++) {
        ratio_add(&out->figure[i], tries[i].x, tries[i].n);
    }
}

/* ---- all games ---- */

/* Everybody in a row against everybody in a column. */
struct gallery {
    const struct scenario *sc;
    struct player row[MAX_CHARACTERS], column[MAX_COLUMNS];
    int rows, columns, games;
    uint64_t seed;
};
struct portraits {
    struct portrait of[MAX_CHARACTERS];
};

static void watch_unit(const void *context, int64_t unit, void *to)
{
    const struct gallery *g = context;
    struct portraits *portraits = to;
    const int row = (int)(unit % g->rows), seat = (int)(unit / g->rows % MAX_PARTIES);
    const int64_t game = unit / g->rows / MAX_PARTIES; /* the columns take turns */
    const struct minister *chair[MAX_PARTIES];
    chair[seat] = &g->row[row].minister;
    chair[1 - seat] = &g->column[game % g->columns].minister;
    watch(g->sc, chair, seat, rng_luck(g->seed, (uint64_t)game), &portraits->of[row]);
}

static int watch_all(const struct study *s, const struct gallery *g, struct portraits *out)
{
    *out = (struct portraits){ .of = { { .figure = { { 0 } } } } };
    const int64_t units = (int64_t)g->rows * g->columns * MAX_PARTIES * g->games;
    return sums_share_out(s->hands, units, watch_unit, g, out, sizeof *out);
}

/* ---- what is told apart ---- */

static void add(const struct study *s, const struct portrait *p, const char *name, int figure)
{
    const double scale = figure == OWN ? 0.1 : figure == SIGNS ? 1 : 100;
    report_add(s->report, ratio_estimate(&p->figure[figure]), scale, -NO_GOAL, NO_GOAL,
               "characters/%s/%s", name, title[figure]);
}

static bool differ(const struct portrait *a, const struct portrait *b)
{
    for (int i = 0; i < FIGURES; i++) {
        const struct estimate gap =
            estimate_minus(ratio_estimate(&a->figure[i]), ratio_estimate(&b->figure[i]));
        if (fabs(gap.value) > alike * sqrt(gap.variance)) {
            return true;
        }
    }
    return false;
}

static void add_pairs(const struct study *s, const struct portraits *all)
{
    const struct scenario *sc = s->measures->sc;
    char who[FIGURE_NAME] = "";
    int count = 0;
    for (int a = 0; a < sc->characters; a++) {
        for (int b = 0; b < a; b++) {
            if (!differ(&all->of[a], &all->of[b])) {
                snprintf(who, sizeof who, "%s and %s", sc->character[b].id, sc->character[a].id);
                count++;
            }
        }
    }
    report_add(s->report, (struct estimate){ count, 0 }, 1, -NO_GOAL, 0, "characters/pairs-alike");
    report_note(s->report, "%s", who);
}

/* How far a character of that name is from the nearest other one in a figure, in the direction of
 * the sign. */
static void add_most(const struct study *s, const struct portraits *all, const char *name,
                     int figure, int sign)
{
    const struct scenario *sc = s->measures->sc;
    const int who = scenario_character(sc, name);
    int next = -1;
    double least = 0;
    for (int i = 0; who >= 0 && i < sc->characters; i++) {
        const double gap = sign * (ratio_estimate(&all->of[who].figure[figure]).value -
                                   ratio_estimate(&all->of[i].figure[figure]).value);
        if (i != who && (next < 0 || gap < least)) {
            next = i;
            least = gap;
        }
    }
    if (next >= 0) {
        report_add(s->report, (struct estimate){ least, 0 }, 100, 0, NO_GOAL, "characters/%s-%s-%s",
                   name, title[figure], sign > 0 ? "most" : "least");
        report_note(s->report, "%s", sc->character[next].id);
    }
}

static int tell_apart(const struct study *s)
{
    static struct gallery g;
    struct minister stranger[MAX_STRANGERS];
    struct portraits all;
    char name[FIGURE_NAME];
    g = (struct gallery){ .sc = s->measures->sc, .games = (int)s->portraits };
    g.rows = g.sc->characters;
    g.seed = rng_mix(s->seed, 18);
    for (int i = 0; i < g.rows; i++) {
        snprintf(name, sizeof name, "planner:%s", g.sc->character[i].id);
        g.row[i] = player_named(name, 0);
    }
    g.columns = player_scripts(g.column);
    const int strangers = strangers_all(stranger);
    for (int i = 0; i < strangers; i++) {
        g.column[g.columns++] = (struct player){ .minister = stranger[i] };
    }
    if (watch_all(s, &g, &all) != 0) {
        return -1;
    }
    for (int i = 0; i < g.rows; i++) {
        for (int figure = 0; figure < FIGURES; figure++) {
            add(s, &all.of[i], g.sc->character[i].id, figure);
        }
    }
    add_pairs(s, &all);
    add_most(s, &all, "hawk", SAYS + FAMILY_ACCUSE, 1);
    add_most(s, &all, "opportunist", BLUFFS, 1);
    add_most(s, &all, "legalist", BLUFFS, -1);
    return 0;
}

/* ---- the hawk ---- */

/* Those who leave a way out, then those who do not. */
enum { EXITS = 3, HARD = 3 };
static const char *const guest[EXITS + HARD] = { "tit-for-two-tats", "contrite",    "generous",
                                                 "always-accuse",    "always-deny", "hard-line" };

/* How much better than the best of the hard ones those do who leave a way out, all together. */
static void add_exits(const struct study *s, const struct portraits *all)
{
    struct estimate own[EXITS + HARD], good[EXITS];
    int best = EXITS;
    for (int i = 0; i < EXITS + HARD; i++) {
        own[i] = ratio_estimate(&all->of[i].figure[OWN]);
        best = i >= EXITS && own[i].value > own[best].value ? i : best;
    }
    for (int i = 0; i < EXITS; i++) {
        good[i] = ratio_estimate(&all->of[i].figure[GOOD]);
    }
    const struct estimate lead = estimate_minus(estimate_mean(own, EXITS), own[best]);
    const double least = lead.value - 1.96 * sqrt(lead.variance);
    report_add(s->report, lead, 0.1, -NO_GOAL, NO_GOAL, "characters/against-hawk/exits-lead");
    report_note(s->report, "%s", guest[best]);
    report_add(s->report, (struct estimate){ least, 0 }, 0.1, 0, NO_GOAL,
               "characters/against-hawk/exits-lead-least");
    report_add(s->report, estimate_mean(good, EXITS), 100, 30, NO_GOAL,
               "characters/against-hawk/exits-good");
}

static int beat_hawk(const struct study *s)
{
    static struct gallery g;
    struct portraits all;
    char name[FIGURE_NAME];
    g = (struct gallery){ .sc = s->measures->sc, .rows = EXITS + HARD, .columns = 1 };
    g.games = (int)s->portraits * 15;
    g.seed = rng_mix(s->seed, 19);
    g.column[0] = player_named("planner:hawk", 0);
    for (int i = 0; i < g.rows; i++) {
        g.row[i] = player_named(guest[i], 0);
    }
    if (watch_all(s, &g, &all) != 0) {
        return -1;
    }
    for (int i = 0; i < g.rows; i++) {
        snprintf(name, sizeof name, "against-hawk/%s", guest[i]);
        add(s, &all.of[i], name, OWN);
        add(s, &all.of[i], name, GOOD);
    }
    add_exits(s, &all);
    return 0;
}

int part_characters(const struct study *s)
{
    if (tell_apart(s) != 0) {
        return -1;
    }
    return scenario_character(s->measures->sc, "hawk") < 0 ? 0 : beat_hawk(s);
}
