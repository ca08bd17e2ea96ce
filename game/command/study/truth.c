/* truth.c: what is believed is held against what is so.
 *
 * Belief is worked out from all that the victim sees. Were it right, what is left of guilt (1 or 0,
 * less the belief) would go with nothing that is seen; a number, a move or a trace that it does go
 * with gives guilt away. Cases are looked at when their last word is said and before the morning,
 * and only where nobody has tried to bring the truth out. */
#include "command/study/study.h"
#include "command/study/watch.h"

#include "core/case.h"
#include "core/move.h"
#include "core/round.h"
#include "core/view.h"
#include "minister/belief.h"
#include "minister/script.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    TENTHS = 10,
    ENOUGH = 200,  /* cases that a tenth is judged by */
    AT_LEAST = 40, /* cases in which something must be seen */
    TRACES = FIELD_TRACE_END - FIELD_TRACE,
    SAYS = 9, /* what a trace can say: a culprit, or where */
    /* What is seen: moves of numbers, words, traces. */
    COLUMN_MOVE = MAX_SLOTS,
    COLUMN_TRACE = COLUMN_MOVE + MAX_MOVES,
    COLUMN_CONFIDENCE = COLUMN_TRACE + TRACES * SAYS,
    COLUMN_SEVERITY,
    COLUMNS
};

struct column {
    int64_t some, x, xx, xy; /* x: what is seen; y: guilt less belief, per mille */
};
struct tenth {
    int64_t cases, said, guilty;
};
struct truth {
    int64_t cases, y, yy;
    struct column column[COLUMNS];
    struct tenth opening[TENTHS], closing[TENTHS];
};

struct court {
    const struct study *study;
    const struct minister *seat[MAX_PARTIES]; /* NULL: scripts by lot */
    struct scenario *stop[MAX_ROUNDS];        /* nothing follows that round, and no morning */
    uint64_t seed;
};

/* ---- scenarios that stop ---- */

static void court_clear(struct court *c)
{
    for (int i = 0; i < MAX_ROUNDS; i++) {
        free(c->stop[i]);
    }
}

static int court_init(struct court *c, const struct study *s)
{
    const struct scenario *sc = s->measures->sc;
    *c = (struct court){ .study = s, .seed = study_seed(s, PART_TRUTH) };
    for (int i = 0; i < sc->rounds; i++) {
        struct scenario *stop = sc->round_kind[sc->calendar[i]].incident ? malloc(sizeof *stop) : 0;
        if (!stop) {
            if (sc->round_kind[sc->calendar[i]].incident) {
                court_clear(c);
                return -1;
            }
            continue;
        }
        memcpy(stop, sc, sizeof *stop);
        stop->rounds = i + 1;
        stop->exposure.count = 0;
        stop->moment[MOMENT_MORNING].count = 0;
        for (int k = 0; k < stop->commitments; k++) {
            stop->commitment[k].upkeep.count = 0;
        }
        c->stop[i] = stop;
    }
    return 0;
}

/* ---- one case ---- */

static void add_column(struct truth *t, int column, int64_t x, int64_t y)
{
    struct column *c = &t->column[column];
    c->some += x != 0;
    c->x += x;
    c->xx += x * x;
    c->xy += x * y;
}

/* The first of the two slots that a number of a party has, or -1 where it is of both. */
static int pair_of(const struct scenario *sc, int slot)
{
    static const int pairs[] = { SLOT_PICKED, SLOT_MANDATE,       SLOT_VICTIMS, SLOT_QUIET,
                                 SLOT_FAMILY, SLOT_FAMILY_BEFORE, SLOT_STRUCK };
    const int at = sc->slot_meter[slot];
    if (at != NONE) {
        return sc->meter[at].party ? sc->meter[at].slot : -1;
    }
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *k = &sc->commitment[i];
        const int first = slot - k->slot < 2 ? k->slot : k->age;
        if (k->promise && slot >= first && slot < first + 2) {
            return first;
        }
    }
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (slot == pairs[i] || slot == pairs[i] + 1) {
            return pairs[i];
        }
    }
    return -1;
}

/* What the victim sees of a number has changed by so much; of a pair its own stands first. */
static int changed(const struct scenario *sc, const struct view *before, const struct view *after,
                   int column)
{
    const int first = pair_of(sc, column);
    const int slot = first >= 0 && after->party == 1 ? 2 * first + 1 - column : column;
    return view_sees_slot(sc, after->party, slot) ? after->s.slot[slot] - before->s.slot[slot] : 0;
}

static void add_columns(const struct scenario *sc, const struct view *before,
                        const struct view *after, int64_t y, struct truth *t)
{
    const int16_t *field = after->s.file[after->s.cases - 1].field;
    for (int i = 0; i < sc->slots; i++) {
        if (i != SLOT_ENDING) {
            add_column(t, i, changed(sc, before, after, i), y);
        }
    }
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        if (field[FIELD_SEEN + i] < MAX_MOVES) {
            add_column(t, COLUMN_MOVE + field[FIELD_SEEN + i], 1, y);
        }
    }
    for (int i = 0; i < TRACES; i++) {
        if (field[FIELD_TRACE + i] >= 0 && field[FIELD_TRACE + i] < SAYS) {
            add_column(t, COLUMN_TRACE + i * SAYS + field[FIELD_TRACE + i], 1, y);
        }
    }
    add_column(t, COLUMN_CONFIDENCE, field[FIELD_CONFIDENCE], y);
    add_column(t, COLUMN_SEVERITY, field[FIELD_SEVERITY], y);
}

static void add_tenth(struct tenth tenth[TENTHS], int believed, bool guilty)
{
    struct tenth *t = &tenth[believed >= 1000 ? TENTHS - 1 : believed / 100];
    t->cases++;
    t->said += believed;
    t->guilty += guilty;
}

/* `before`: its first decision is due; `after`: the last one is made. */
static void judge(const struct scenario *sc, const struct state *before, const struct state *after,
                  struct truth *t)
{
    const int at = after->cases - 1;
    const int16_t *truth = after->file[at].field;
    const bool guilty = truth[FIELD_GUILTY] != 0;
    struct view opening, closing;
    int culprit[MAX_CULPRITS];
    if (!state_over(after)) {
        return; /* the beat is still open */
    }
    view_of(sc, before, truth[FIELD_VICTIM], &opening);
    const int first = belief_case(sc, &opening, at, culprit);
    add_tenth(t->opening, first, guilty);
    if (case_truth_sought(sc, truth)) {
        return; /* nothing is hidden any more */
    }
    view_of(sc, after, truth[FIELD_VICTIM], &closing);
    const int last = belief_case(sc, &closing, at, culprit);
    const int64_t y = (guilty ? 1000 : 0) - last;
    t->cases++;
    t->y += y;
    t->yy += y * y;
    add_columns(sc, &opening, &closing, y, t);
    add_tenth(t->closing, last, guilty);
}

/* ---- games ---- */

static void try_game(const void *context, int64_t unit, void *to)
{
    const struct court *c = context;
    const struct scenario *sc = c->study->measures->sc;
    const uint64_t luck = rng_luck(c->seed, (uint64_t)unit);
    struct dice dice = { rng_mix(c->seed, (uint64_t)unit) };
    const int script[MAX_PARTIES] = { dice_roll(&dice, SCRIPTS), dice_roll(&dice, SCRIPTS) };
    struct state s, before;
    round_start(sc, &s, luck, NULL);
    before = s;
    while (!state_over(&s)) {
        struct dice own = { minister_dice(sc, &s, luck) };
        const int move = c->seat[0] ? watch_choose(sc, c->seat[s.side], &s, luck)
                                    : script_play(sc, &s, script[s.side], &own);
        if (s.cases != before.cases) {
            before = s;
        }
        if (state_case(sc, &s) && scenario_beat(sc, state_round(&s), s.place + 1) < 0) {
            struct state after = s;
            round_play(c->stop[state_round(&s) - 1], &after, move, luck, NULL);
            judge(sc, &before, &after, to);
        }
        round_play(sc, &s, move, luck, NULL);
    }
}

/* ---- figures ---- */

static double per_mille(int64_t sum, int64_t cases)
{
    return (double)sum / (double)cases;
}

/* The tenth that is most surely off; since it is the worst of twenty, it is held to a wider
 * interval. */
static void add_belief(const struct study *s, const struct truth *t, const char *name, double bar)
{
    const double surely = 3, usual = 1.96;
    double worst = -NO_GOAL, off = 0, spread = 0;
    int at = 0;
    for (int i = 0; i < 2 * TENTHS; i++) {
        const struct tenth *of = i < TENTHS ? &t->opening[i] : &t->closing[i - TENTHS];
        if (of->cases >= ENOUGH) {
            const double said = per_mille(of->said, of->cases) / 1000;
            const struct estimate is = estimate_rare((double)of->guilty, (double)of->cases);
            const double gap = fabs(is.value - said), sure = gap - surely * sqrt(is.variance);
            if (sure > worst) {
                worst = sure;
                off = gap;
                spread = is.variance * (surely / usual) * (surely / usual);
                at = i;
            }
        }
    }
    report_add(s->report, (struct estimate){ off, spread }, 100, -NO_GOAL, bar, "%s", name);
    const struct tenth *of = at < TENTHS ? &t->opening[at] : &t->closing[at - TENTHS];
    if (of->cases > 0) {
        report_note(s->report, "where %.0f %% were believed, %.0f %% of %lld were guilty",
                    per_mille(of->said, of->cases) / 10, 100 * per_mille(of->guilty, of->cases),
                    (long long)of->cases);
    }
}

/* The correlation of a column with what is left of guilt. */
static double correlation(const struct truth *t, const struct column *c)
{
    const double n = (double)t->cases, x = (double)c->x / n, y = (double)t->y / n;
    const double xx = (double)c->xx / n - x * x, yy = (double)t->yy / n - y * y;
    return xx > 0 && yy > 0 ? ((double)c->xy / n - x * y) / sqrt(xx * yy) : 0;
}

static void name_slot(const struct scenario *sc, int slot, char *out, size_t size)
{
    const int meter = sc->slot_meter[slot];
    snprintf(out, size, "number %d", slot);
    if (meter != NONE) {
        snprintf(out, size, "%s", sc->meter[meter].id);
    }
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *k = &sc->commitment[i];
        if (slot == k->slot || slot == k->age || (k->promise && slot == k->slot + 1)) {
            snprintf(out, size, "%s", k->id);
        }
    }
}

static void name_column(const struct scenario *sc, int column, char *out, size_t size)
{
    if (column < COLUMN_MOVE) {
        name_slot(sc, column, out, size);
    } else if (column < COLUMN_TRACE) {
        snprintf(out, size, "move %s", sc->move[column - COLUMN_MOVE].id);
    } else {
        snprintf(out, size, "%s",
                 column < COLUMN_CONFIDENCE    ? "the trace"
                 : column == COLUMN_CONFIDENCE ? "its confidence"
                                               : "the severity");
    }
}

/* The first game in which something is seen in a column. */
static uint64_t first_game(const struct court *c, int column)
{
    enum { LOOKS = 1000 };
    for (int64_t unit = 0; unit < LOOKS; unit++) {
        struct truth one = { .cases = 0 };
        try_game(c, unit, &one);
        if (one.column[column].some > 0) {
            return (uint64_t)unit;
        }
    }
    return 0;
}

static void add_readable(const struct study *s, const struct court *court, const struct truth *t)
{
    int top = 0;
    double most = 0;
    for (int i = 0; i < COLUMNS; i++) {
        const double r = fabs(correlation(t, &t->column[i]));
        if (t->column[i].some >= AT_LEAST && r > most) {
            most = r;
            top = i;
        }
    }
    char name[FIGURE_NAME];
    name_column(s->measures->sc, top, name, sizeof name);
    const struct estimate e = { most, (1 - most * most) / (double)t->cases };
    report_add(s->report, e, 100, -NO_GOAL, 5, "guilt-readable");
    report_note(s->report, "correlation of guilt beyond belief with %s", name);
    struct evidence *evidence = report_show(s->report, court->seed, first_game(court, top));
    evidence->seat[0] = evidence->seat[1] = s->roster->random.name;
}

static int try_all(const struct study *s, struct court *court, struct truth *truth)
{
    return sums_share_out(s->hands, s->numbers.cases, try_game, court, truth, sizeof *truth);
}

int part_truth(struct study *s)
{
    struct court court;
    struct truth *truth = calloc(2, sizeof *truth);
    if (s->measures->incidents == 0 || !truth || court_init(&court, s) != 0) {
        free(truth);
        return s->measures->incidents == 0 ? 0 : -1;
    }
    int failed = try_all(s, &court, &truth[1]); /* scripts */
    court.seat[0] = court.seat[1] = &s->roster->random;
    failed = failed ? failed : try_all(s, &court, &truth[0]);
    if (!failed && truth[0].cases >= ENOUGH) {
        add_readable(s, &court, &truth[0]);
        add_belief(s, &truth[0], "belief-off.random", 3);
    }
    if (!failed && truth[1].cases >= ENOUGH) {
        add_belief(s, &truth[1], "belief-off.scripts", NO_GOAL);
    }
    court_clear(&court);
    free(truth);
    return failed;
}
