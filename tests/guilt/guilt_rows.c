/* guilt_rows.c: what the victim of an incident sees of it, as rows for tests/guilt/auc.py.
 *
 *   guilt-rows SCENARIO ROWS SEED [--leak]
 *
 * Plays random games and prints a row for each incident that was played to the end of its last
 * beat, from the view of its victim: `game`; what was said and traced (columns "said.*", ids as
 * numbers); how much every number the victim may see has changed from before the first beat to
 * the end of the last one, before the morning ("seen.*"); and `guilty`. Cases whose truth was out by
 * then are left out, and so are those in which somebody made a move that may bring it out. Exit code
 * 3 where that is every one of many games: nothing is ever hidden there.
 *
 * --leak adds a row such as the flow rule never lets through: after the suspect's answer a meter that
 * both sides see moves when the suspect is guilty. */
#include "content/scenario_load.h"
#include "core/case.h"
#include "core/move.h"
#include "core/round.h"
#include "core/view.h"
#include "json/finding.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LEAK = 4, TRIES = 1000, NOTHING = 3 };

struct study {
    const struct scenario *sc; /* as it is played */
    struct scenario *stop;     /* the same, and every game ends before the morning */
};

static void stop(const char *why)
{
    fprintf(stderr, "guilt-rows: %s\n", why);
    exit(2);
}

/* ---- scenarios ---- */

/* In this copy nothing happens in the morning, and the game ends with the round. */
static struct scenario *without_mornings(const struct scenario *sc)
{
    struct scenario *copy = malloc(sizeof *copy);
    if (!copy) {
        stop("memory is out");
    }
    *copy = *sc;
    copy->exposure.count = 0;
    copy->moment[MOMENT_MORNING].count = 0;
    for (int i = 0; i < copy->commitments; i++) {
        copy->commitment[i].upkeep.count = 0;
    }
    return copy;
}

static int open_meter(const struct scenario *sc)
{
    for (int i = 0; i < sc->meters; i++) {
        if (sc->meter[i].see == SEE_ALL && !sc->meter[i].party) {
            return i;
        }
    }
    stop("no meter is seen by both sides");
    return -1;
}

static int answer_beat(const struct scenario *sc)
{
    for (int i = 0; i < sc->beats; i++) {
        if (sc->beat[i].by == BY_SUSPECT) {
            return i;
        }
    }
    stop("no beat is the suspect's");
    return -1;
}

/* Moves the rows of a moment to the end of all, where there is room for one more. */
static struct row *add_row(struct scenario *sc, int moment)
{
    struct rows *rows = &sc->moment[moment];
    if (sc->n_rows + rows->count + 1 > MAX_ROWS || sc->n_tests == MAX_TESTS ||
        sc->n_whens == MAX_WHENS || sc->n_ops == MAX_OPS || sc->n_amounts == MAX_AMOUNTS) {
        stop("the scenario has no room for a leak");
    }
    memcpy(&sc->row[sc->n_rows], &sc->row[rows->first], rows->count * sizeof sc->row[0]);
    rows->first = (uint16_t)sc->n_rows;
    sc->n_rows += rows->count + 1;
    rows->count++;
    return &sc->row[sc->n_rows - 1];
}

static void leak(struct scenario *sc)
{
    const struct meter *m = &sc->meter[open_meter(sc)];
    struct row *row = add_row(sc, MOMENT_BEAT + answer_beat(sc));
    const struct ref guilty = { .who = WHO_CASE, .index = FIELD_GUILTY };
    const struct ref target = { .who = WHO_SHARED, .index = m->slot };
    *row = (struct row){ .when = (uint16_t)sc->n_whens,
                         .first_op = (uint16_t)sc->n_ops,
                         .ops = 1,
                         .source = SOURCE_ENGINE };
    sc->when[sc->n_whens++] = (struct when){ .first_test = (uint16_t)sc->n_tests, .tests = 1 };
    sc->test[sc->n_tests++] = (struct test){ .ref = guilty, .lo = 1, .hi = 1 };
    sc->op[sc->n_ops++] =
        (struct op){ .verb = OP_ADD, .target = target, .amount = (uint16_t)sc->n_amounts };
    sc->amount[sc->n_amounts++] =
        (struct amount){ .base = LEAK, .min = -MAX_AMOUNT, .max = MAX_AMOUNT };
    scenario_compile(sc);
}

/* ---- columns ---- */

/* Numbers of a view that are no slots: delayed rows that wait, words by their stamp, truths out. */
enum extra { EXTRA_PENDING, EXTRA_OPEN, EXTRA_STRAIGHT, EXTRA_FALSE, EXTRA_REVEALED, EXTRAS };

static int extra(const struct view *view, int which)
{
    int sum = 0;
    for (int i = 0; i < view->s.cases; i++) {
        const int16_t *field = view->s.file[i].field;
        const int stamp = WORD_OPEN + which - EXTRA_OPEN;
        sum += which == EXTRA_REVEALED ? field[FIELD_REVEALED] != 0 : field[FIELD_WORD] == stamp;
    }
    return which == EXTRA_PENDING ? view->s.pendings : sum;
}

/* The first of the two slots that a party number has, or -1 where the slot is of both sides. */
static int pair_of(const struct scenario *sc, int slot)
{
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
    static const int pairs[] = { SLOT_PICKED, SLOT_MANDATE,       SLOT_VICTIMS, SLOT_QUIET,
                                 SLOT_FAMILY, SLOT_FAMILY_BEFORE, SLOT_STRUCK };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (slot == pairs[i] || slot == pairs[i] + 1) {
            return pairs[i];
        }
    }
    return -1;
}

/* A number the victim sees, or 0; of a pair its own stands first. */
static int seen(const struct scenario *sc, const struct view *view, int column)
{
    if (column >= sc->slots) {
        return extra(view, column - sc->slots);
    }
    const int first = pair_of(sc, column);
    const int slot = first >= 0 && view->party == 1 ? 2 * first + 1 - column : column;
    return view_sees_slot(sc, view->party, slot) ? view->s.slot[slot] : 0;
}

static void print_head(const struct scenario *sc)
{
    printf("game,said.kind,said.severity,said.confidence");
    for (int i = 0; i < FIELD_TRACE_END - FIELD_TRACE; i++) {
        printf(",said.trace%d", i);
    }
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        printf(",said.beat%d", i);
    }
    for (int i = 0; i < sc->slots + EXTRAS; i++) {
        if (i != SLOT_ENDING) {
            printf(",seen.%d", i);
        }
    }
    printf(",guilty\n");
}

/* What is known before the last word: the incident, its trace, and what was said so far. */
static void print_said(const struct scenario *sc, const int16_t *field)
{
    const int beats = sc->round_kind[sc->calendar[field[FIELD_ROUND] - 1]].beats;
    printf(",%d,%d,%d", field[FIELD_KIND], field[FIELD_SEVERITY], field[FIELD_CONFIDENCE]);
    for (int i = FIELD_TRACE; i < FIELD_TRACE_END; i++) {
        printf(",%d", field[i]);
    }
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        printf(",%d", i < beats - 1 ? field[FIELD_SEEN + i] : NONE);
    }
}

static void print_row(const struct scenario *sc, int game, const struct state *before,
                      const struct state *after)
{
    const int16_t *truth = after->file[after->cases - 1].field;
    struct view a, b;
    view_of(sc, before, truth[FIELD_VICTIM], &a);
    view_of(sc, after, truth[FIELD_VICTIM], &b);
    printf("%d", game);
    print_said(sc, b.s.file[b.s.cases - 1].field);
    for (int i = 0; i < sc->slots + EXTRAS; i++) {
        if (i != SLOT_ENDING) {
            printf(",%d", seen(sc, &b, i) - seen(sc, &a, i));
        }
    }
    printf(",%d\n", truth[FIELD_GUILTY]);
}

/* ---- games ---- */

static bool last_beat(const struct scenario *sc, const struct state *s)
{
    return scenario_beat(sc, state_round(s), s->place + 1) < 0;
}

/* After `move`, the last of its incident, but before the morning. */
static void print_case(const struct study *study, int game, uint64_t luck,
                       const struct state *before, const struct state *now, int move, int *rows)
{
    struct state after = *now;
    study->stop->rounds = state_round(now);
    round_play(study->stop, &after, move, luck, NULL);
    if (state_over(&after) &&
        !case_truth_sought(study->sc,
                           after.file[after.cases - 1].field)) { /* else the beat is still open */
        print_row(study->sc, game, before, &after);
        *rows += 1;
    }
}

static void play(const struct study *study, int game, uint64_t luck, int *rows)
{
    const struct scenario *sc = study->sc;
    struct dice dice = { rng_mix(luck, 41) };
    struct state s, before;
    round_start(sc, &s, luck, NULL);
    before = s;
    while (!state_over(&s)) {
        int legal[MAX_LEGAL];
        const int count = move_legal(sc, &s, legal);
        const int move = legal[dice_roll(&dice, count)];
        if (s.cases != before.cases) {
            before = s; /* the first decision of an incident */
        }
        if (state_case(sc, &s) && last_beat(sc, &s)) {
            print_case(study, game, luck, &before, &s, move, rows);
        }
        round_play(sc, &s, move, luck, NULL);
    }
}

int main(int argc, char **argv)
{
    const bool leaks = argc == 5 && strcmp(argv[4], "--leak") == 0;
    if (argc != 4 && !leaks) {
        stop("usage: guilt-rows SCENARIO ROWS SEED [--leak]");
    }
    struct findings findings = findings_init();
    struct scenario *sc = scenario_load(argv[1], &findings);
    if (!sc) {
        findings_print_text(&findings, stderr);
        return 2;
    }
    if (leaks) {
        leak(sc);
    }
    const struct study study = { sc, without_mornings(sc) };
    const uint64_t seed = strtoull(argv[3], NULL, 10);
    const long wanted = strtol(argv[2], NULL, 10);
    print_head(sc);
    int rows = 0;
    for (int game = 0; rows < wanted && (rows > 0 || game < TRIES); game++) {
        play(&study, game, rng_luck(seed, (uint64_t)game), &rows);
    }
    free(study.stop);
    scenario_free(sc);
    findings_clear(&findings);
    return rows > 0 ? 0 : NOTHING;
}
