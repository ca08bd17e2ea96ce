/* recipe.c: is there a recipe that beats the ministers?
 *
 * A recipe is a table: at this beat, after that family of theirs, knowing this, as things stand,
 * this family or this very move, or what a certain script does. From the best of scripts, simple
 * tables and single moves it is climbed by chance changes, against a planner of a small budget and by new games each
 * time; what it gains against the planner in games never seen, over what the planner gets there, is
 * a lower bound of how far a player can do without thinking. */
#include "command/study/contest.h"
#include "command/study/study.h"
#include "command/study/watch.h"

#include "core/move.h"
#include "core/round.h"
#include "core/row.h"
#include "minister/belief.h"
#include "minister/habit.h"
#include "minister/script.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    KNOWN = 2,                     /* the suspect's file says 'us'; else see known() */
    EARLY = 0,                     /* few agreements, not near the end */
    BOUND,                         /* two agreements or more */
    LATE,                          /* in the last third of the year */
    HOURS,                         /* so many of these */
    AS_ANOTHER = FAMILY_COUNT * 2, /* below it: a family, softly or not */
    FIRST_MOVE,                    /* from it on: that move of the beat, where it can be made */
    FORMS = FIRST_MOVE + 9,
    ENTRIES = MAX_BEATS * FAMILY_COUNT * KNOWN * HOURS,
    BUDGET = 60,
    TRIALS = 8,  /* games a seat of everybody who is tried ... */
    DUELS = 30,  /* ... and of the best of them against who stands */
    CHANGES = 8, /* tried at a time */
    POOL = SCRIPTS + FAMILY_COUNT * FAMILY_COUNT + MAX_MOVES
};

struct policy {
    struct minister another;
    uint8_t form[ENTRIES]; /* by beat, theirs, known, hour */
};

/* ---- playing one ---- */

/* Suspect: its file says 'us'; victim: rather guilty; both: it is time to be prudent. */
static int known(const struct scenario *sc, const struct state *s, const struct beat *beat)
{
    const int case_at = s->cases - 1;
    if (beat->by == BY_SUSPECT) {
        return s->file[case_at].field[FIELD_FILE] == 1;
    }
    if (beat->by == BY_VICTIM) {
        return belief_trace(sc, s, case_at) >= 500;
    }
    const struct context c = row_reader(sc, s, s->side, -1);
    return sc->caution[0] && row_holds(&c, sc->caution[0]);
}

static int hour(const struct scenario *sc, const struct state *s)
{
    return state_round(s) * 3 > sc->rounds * 2 ? LATE
           : s->slot[SLOT_AGREEMENTS] >= 2     ? BOUND
                                               : EARLY;
}

static int entry(int beat, int theirs, int knows, int when)
{
    return ((beat * FAMILY_COUNT + theirs) * KNOWN + knows) * HOURS + when;
}

static int policy_move(const struct player *self, const struct scenario *sc, const struct state *s,
                       uint64_t luck)
{
    const struct policy *p = self->own;
    const int beat = state_beat(sc, s), theirs = s->slot[SLOT_FAMILY + 1 - s->side];
    const int form = p->form[entry(beat, theirs, known(sc, s, &sc->beat[beat]), hour(sc, s))];
    struct dice dice = { minister_dice(sc, s, luck) };
    if (form < AS_ANOTHER) {
        return habit_move(sc, s, form / 2, form % 2, &dice);
    }
    const int move = sc->beat[beat].first_move + form - FIRST_MOVE;
    const bool can = form >= FIRST_MOVE && !sc->beat[beat].pick &&
                     form - FIRST_MOVE < sc->beat[beat].moves && move_is_legal(sc, s, move);
    return can ? move : watch_choose(sc, &p->another, s, luck);
}

static struct player player_of(const struct policy *p)
{
    return (struct player){ .move = policy_move, .own = p };
}

/* ---- climbing ---- */

struct climb {
    const struct study *study;
    struct player rival;
    uint64_t seed; /* of the games to come */
    int count;
    struct policy pool[POOL];
};

/* Plays new games of all in the pool. */
static int try_pool(struct climb *climb, int games, struct contest *c)
{
    struct player row[POOL];
    int each[POOL];
    for (int i = 0; i < climb->count; i++) {
        row[i] = player_of(&climb->pool[i]);
        each[i] = games;
    }
    climb->seed = rng_mix(climb->seed, 1);
    *c = (struct contest){ .sc = climb->study->measures->sc,
                           .row = row,
                           .column = &climb->rival,
                           .rows = climb->count,
                           .columns = 1,
                           .games = each,
                           .seed = climb->seed };
    return contest_play(c, climb->study->hands);
}

/* One thing to who was kind last and another to who was not. */
static struct policy simple(const struct minister *another, int to_kind, int to_hard)
{
    struct policy p = { .another = *another };
    for (int i = 0; i < ENTRIES; i++) {
        const int theirs = i / (KNOWN * HOURS) % FAMILY_COUNT;
        p.form[i] = (uint8_t)(theirs == FAMILY_COOPERATE ? to_kind : to_hard);
    }
    return p;
}

/* One form for all entries that are alike in some things, of which others may be anything. */
static struct policy changed(const struct policy *old, int beats, struct dice *dice)
{
    struct policy p = *old;
    const int among[] = { beats, FAMILY_COUNT, KNOWN, HOURS };
    int only[4];
    for (int i = 0; i < 4; i++) {
        const int chosen = dice_roll(dice, among[i]);
        only[i] = dice_roll(dice, 100) < (i == 0 ? 75 : 50) ? chosen : -1;
    }
    const uint8_t form = (uint8_t)dice_roll(dice, FORMS);
    for (int i = 0; i < ENTRIES; i++) {
        const int is[] = { i / (FAMILY_COUNT * KNOWN * HOURS), i / (KNOWN * HOURS) % FAMILY_COUNT,
                           i / HOURS % KNOWN, i % HOURS };
        bool like = true;
        for (int k = 0; k < 4; k++) {
            like = like && (only[k] < 0 || only[k] == is[k]);
        }
        p.form[i] = like ? form : p.form[i];
    }
    return p;
}

/* That very move whenever it can be made, and elsewhere as another. */
static struct policy always(const struct minister *another, const struct scenario *sc, int move)
{
    struct policy p = simple(another, AS_ANOTHER, AS_ANOTHER);
    const int beat = sc->move[move].beat, each = ENTRIES / MAX_BEATS;
    for (int i = 0; i < each; i++) {
        p.form[beat * each + i] = (uint8_t)(FIRST_MOVE + move - sc->beat[beat].first_move);
    }
    return p;
}

/* Scripts, simple tables and single moves; the best of them is what the climb starts from. */
static int start_climb(struct climb *climb, struct policy *best)
{
    struct minister script[SCRIPTS];
    char why[200];
    for (int i = 0; i < SCRIPTS; i++) {
        if (minister_find(script_table[i]->name, &script[i], why, sizeof why)) {
            return -1;
        }
        climb->pool[climb->count++] = simple(&script[i], AS_ANOTHER, AS_ANOTHER);
    }
    for (int i = 0; i < FAMILY_COUNT * FAMILY_COUNT; i++) {
        climb->pool[climb->count++] =
            simple(&script[0], i / FAMILY_COUNT * 2, i % FAMILY_COUNT * 2);
    }
    const struct scenario *sc = climb->study->measures->sc;
    for (int i = 0; i < sc->moves; i++) {
        if (!sc->move[i].again && !sc->beat[sc->move[i].beat].pick) {
            climb->pool[climb->count++] = always(&script[script_find("generous")], sc, i);
        }
    }
    struct contest c;
    if (try_pool(climb, TRIALS, &c) != 0) {
        return -1;
    }
    *best = climb->pool[contest_best(&c, 0, climb->count, (struct columns){ 0, 1 }, 0)];
    contest_clear(&c);
    return 0;
}

/* Some changes; the best of them takes the place of who stands if it wins more in a duel, by more
 * than chance alone would often give. */
static int climb_step(struct climb *climb, struct policy *best, struct dice *dice)
{
    const struct columns planner = { 0, 1 };
    struct contest c;
    climb->count = CHANGES;
    for (int i = 0; i < CHANGES; i++) {
        climb->pool[i] = changed(best, climb->study->measures->sc->beats, dice);
    }
    if (try_pool(climb, TRIALS, &c) != 0) {
        return -1;
    }
    climb->pool[1] = climb->pool[contest_best(&c, 0, CHANGES, planner, 0)];
    climb->pool[0] = *best;
    climb->count = 2;
    contest_clear(&c);
    if (try_pool(climb, DUELS, &c) != 0) {
        return -1;
    }
    const struct estimate lead = contest_lead(&c, 1, 0, planner);
    if (lead.value > sqrt(lead.variance)) {
        *best = climb->pool[1];
    }
    contest_clear(&c);
    return 0;
}

/* ---- what it says ---- */

/* In words: what most entries of a beat say. */
static void describe(const struct scenario *sc, const struct policy *p, char *out, size_t size)
{
    static const char *const family[] = { "cooperate", "cooperate softly",
                                          "accuse",    "accuse softly",
                                          "deny",      "deny softly" };
    const int each = ENTRIES / MAX_BEATS;
    size_t length = 0;
    out[0] = '\0';
    for (int b = 0; b < sc->beats && length < size; b++) {
        int count[FORMS] = { 0 }, top = 0;
        for (int i = 0; i < each; i++) {
            count[p->form[b * each + i]]++;
        }
        for (int i = 0; i < FORMS; i++) {
            top = count[i] > count[top] ? i : top;
        }
        const int move = sc->beat[b].first_move + top - FIRST_MOVE;
        const bool named =
            top >= FIRST_MOVE && top - FIRST_MOVE < sc->beat[b].moves && !sc->beat[b].pick;
        length += (size_t)snprintf(out + length, size - length, "%s%s: %s%s", b ? "; " : "",
                                   sc->beat[b].id,
                                   top < AS_ANOTHER ? family[top]
                                   : named          ? sc->move[move].id
                                                    : p->another.name,
                                   count[top] < each ? " (mostly)" : "");
    }
}

/* Its best game of a few, with its moves. */
static void show(const struct study *s, const struct policy *policy, const struct player *rival)
{
    const struct scenario *sc = s->measures->sc;
    const struct player self = player_of(policy);
    const uint64_t seed = study_seed(s, PART_RECIPE);
    struct evidence *e = report_show(s->report, seed, 0);
    struct state state;
    e->seat[1] = s->roster->planner.name;
    round_start(sc, &state, rng_luck(seed, 0), NULL);
    while (!state_over(&state) && e->moves < MAX_EVIDENCE_MOVES) {
        const int move = state.side == 0
                             ? self.move(&self, sc, &state, rng_luck(seed, 0))
                             : watch_choose(sc, &rival->minister, &state, rng_luck(seed, 0));
        e->move[e->moves++] = (uint16_t)move;
        round_play(sc, &state, move, rng_luck(seed, 0), NULL);
    }
}

/* ---- games never seen ---- */

static int add_gain(const struct study *s, const struct policy *policy)
{
    const struct columns one = { 0, 1 };
    const int games = (int)s->numbers.rivals;
    const struct player row = player_of(policy), rival = { .minister = s->roster->planner };
    struct contest c = { .sc = s->measures->sc,
                         .row = &row,
                         .column = &rival,
                         .rows = 1,
                         .columns = 1,
                         .games = &games,
                         .seed = study_seed(s, PART_RECIPE) };
    if (contest_play(&c, s->hands) != 0) {
        return -1;
    }
    char words[FIGURE_NOTE];
    describe(s->measures->sc, policy, words, sizeof words);
    report_add(s->report, estimate_minus(contest_mean(&c, 0, one, 0), s->itself), 0.1, -NO_GOAL, 3,
               "recipe");
    report_note(s->report, "%s", words);
    show(s, policy, &rival);
    contest_clear(&c);
    return 0;
}

int part_recipe(struct study *s)
{
    struct climb *climb = calloc(1, sizeof *climb);
    if (!climb) {
        return -1;
    }
    struct dice dice = { rng_mix(s->seed, 16) };
    struct policy policy;
    *climb = (struct climb){ .study = s, .seed = rng_mix(s->seed, 14) };
    climb->rival.minister = s->roster->planner;
    climb->rival.minister.simulations = BUDGET;
    int failed = start_climb(climb, &policy);
    for (int64_t i = 0; i < s->numbers.climbs && !failed; i++) {
        failed = climb_step(climb, &policy, &dice);
    }
    failed = failed ? failed : add_gain(s, &policy);
    free(climb);
    return failed;
}
