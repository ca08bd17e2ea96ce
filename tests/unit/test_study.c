/* The figures of a study mean what they say: each is counted here a second time in
 * another way, on a small scenario. */
#include "command/study/position.h"
#include "command/study/report.h"
#include "command/study/roster.h"
#include "command/study/series.h"
#include "command/study/target.h"
#include "support.h"

#include "core/move.h"
#include "core/round.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { GAMES = 400 };

static struct coverage met; /* by all of them */

static struct measures small(void)
{
    struct measures m;
    assert_true(measures_init(&m, support_scenario("tests/small")));
    return m;
}

static struct minister minister(const char *name)
{
    struct minister out;
    char why[200];
    assert_null(minister_find(name, &out, why, sizeof why));
    return out;
}

static void rules_tell_what_is_measured(void **unused)
{
    (void)unused;
    struct measures m = small();
    assert_string_equal(m.sc->meter[m.sc->slot_meter[m.crisis]].id, "alarm");
    assert_string_equal(m.sc->ending[m.best].id, "peace");
    assert_string_equal(m.sc->ending[m.breakdown].id, "war");
    assert_int_equal(m.channels, 1);
    assert_string_equal(m.sc->commitment[m.channel[0]].id, "beacon");
    assert_int_equal(m.incidents, 3);
    measures_clear(&m);
}

/* ---- one game, counted by its ledger ---- */

/* What the arrival added to a number, by the causes written down. */
static int arrived(const struct scenario *sc, const struct ledger *ledger, int slot)
{
    const struct rows rows = sc->moment[MOMENT_ARRIVAL];
    int sum = 0;
    for (int i = 0; i < ledger->count; i++) {
        const struct change *c = &ledger->change[i];
        const bool arrival = c->row >= rows.first && c->row < rows.first + rows.count;
        sum += arrival && c->slot == slot ? c->amount : 0;
    }
    return sum;
}

struct counted {
    int crisis[MAX_ROUNDS], calm[MAX_ROUNDS], beacon[MAX_ROUNDS];
    int moved; /* rounds whose arrival changed the crisis */
    struct state end;
};

static void count_opening(const struct measures *m, const struct state *s,
                          const struct ledger *ledger, struct counted *out)
{
    const int calm = m->sc->meter[scenario_meter(m->sc, "calm")].slot;
    const int round = state_round(s) - 1;
    out->crisis[round] = s->slot[m->crisis] - arrived(m->sc, ledger, m->crisis);
    out->calm[round] = s->slot[calm] - arrived(m->sc, ledger, calm);
    out->beacon[round] = s->slot[m->sc->commitment[m->channel[0]].slot];
    out->moved += arrived(m->sc, ledger, m->crisis) != 0;
}

static void count_game(const struct measures *m, const struct minister *const seat[], uint64_t luck,
                       struct counted *out)
{
    struct ledger *ledger = malloc(sizeof *ledger);
    assert_non_null(ledger);
    struct state s;
    memset(out, 0, sizeof *out);
    round_start(m->sc, &s, luck, ledger);
    count_opening(m, &s, ledger, out);
    while (!state_over(&s)) {
        struct view view;
        const int round = state_round(&s);
        view_of(m->sc, &s, s.side, &view);
        const uint64_t dice = minister_dice(m->sc, &s, luck);
        const int move = seat[s.side]->choose(seat[s.side], m->sc, &view, dice);
        round_play(m->sc, &s, move, luck, ledger);
        if (state_round(&s) != round) {
            count_opening(m, &s, ledger, out);
        }
    }
    out->end = s;
    free(ledger);
}

static void a_round_opens_before_its_incident(void **unused)
{
    (void)unused;
    struct measures m = small();
    const struct minister random = minister("random"), hard = minister("hard-line");
    const struct minister *const seat[] = { &random, &hard };
    int moved = 0, severe = 0;
    for (uint64_t game = 0; game < GAMES; game++) {
        struct watched w;
        struct counted c;
        watch_game(&m, seat, rng_luck(5, game), &met, &w);
        count_game(&m, seat, rng_luck(5, game), &c);
        for (int i = 0; i < m.sc->rounds; i++) {
            const int war = 100 - c.crisis[i] < c.calm[i] ? 100 - c.crisis[i] : c.calm[i];
            assert_int_equal(w.opened[i], i < state_round(&c.end));
            assert_int_equal(w.crisis[i], c.crisis[i]);
            assert_int_equal(w.ruin[i], w.opened[i] ? war : 0);
        }
        assert_int_equal(w.ending, state_ending(&c.end));
        assert_int_equal(w.severe, c.end.slot[SLOT_SEVERE]);
        for (int i = 0; w.severe && i < c.end.cases; i++) {
            const int16_t *field = c.end.file[i].field;
            if (field[FIELD_SEVERE]) {
                assert_int_equal(w.channel, c.beacon[field[FIELD_ROUND] - 1]);
                severe++;
            }
        }
        moved += c.moved;
    }
    assert_true(moved > GAMES); /* else nothing was told apart */
    assert_true(severe > GAMES / 2);
    measures_clear(&m);
}

/* ---- lies ---- */

static bool is_move(const struct scenario *sc, int move, const char *id)
{
    return move != NONE && strcmp(sc->move[move].id, id) == 0;
}

/* By the names of the small scenario: whoever pretends while guilty lies, and whoever says or lets
 * it seem that it was not its boats, with the truth in its file. */
static bool lied(const struct scenario *sc, const int16_t *field)
{
    const int move = field[FIELD_REAL + 1];
    const bool says = is_move(sc, move, "search") || is_move(sc, move, "not-us");
    return strcmp(sc->culprit[field[FIELD_CULPRIT]].id, "fleet") == 0 &&
           (is_move(sc, move, "pretend") || (says && field[FIELD_FILE] == 1));
}

static void lies_are_known_to_be_false(void **unused)
{
    (void)unused;
    struct measures m = small();
    const struct minister random = minister("random");
    const struct minister *const seat[] = { &random, &random };
    int lies = 0, out = 0, unknowing = 0, guilty[MAX_PARTIES] = { 0 };
    for (uint64_t game = 0; game < GAMES; game++) {
        struct watched w;
        struct counted c;
        watch_game(&m, seat, rng_luck(6, game), &met, &w);
        count_game(&m, seat, rng_luck(6, game), &c);
        for (int i = 0; i < c.end.cases; i++) {
            const int16_t *field = c.end.file[i].field;
            const bool lie = lied(m.sc, field);
            w.lies -= lie;
            w.out -= lie && field[FIELD_REVEALED] > 0;
            w.guilty[1 - field[FIELD_VICTIM]] -= field[FIELD_GUILTY];
            guilty[1 - field[FIELD_VICTIM]] += field[FIELD_GUILTY];
            lies += lie;
            out += lie && field[FIELD_REVEALED] > 0;
            unknowing += !lie && field[FIELD_REVEALED] && field[FIELD_WORD] == WORD_FALSE;
        }
        assert_int_equal(w.lies, 0);
        assert_int_equal(w.out, 0);
        assert_int_equal(w.guilty[0], 0);
        assert_int_equal(w.guilty[1], 0);
    }
    assert_true(lies > out && out > 0 && unknowing > 0 && guilty[0] > 0 && guilty[1] > 0);
    measures_clear(&m);
}

/* ---- sums ---- */

static void a_ratio_is_its_games(void **unused)
{
    (void)unused;
    struct ratio r = { 0 };
    const int x[] = { 1, 0, 2, 3 }, n[] = { 2, 1, 2, 5 };
    for (int i = 0; i < 4; i++) {
        ratio_add(&r, x[i], n[i]);
    }
    double squares = 0;
    for (int i = 0; i < 4; i++) {
        squares += (x[i] - 0.6 * n[i]) * (x[i] - 0.6 * n[i]);
    }
    const struct estimate e = ratio_estimate(&r);
    assert_float_equal(e.value, 0.6, 1e-9);
    assert_float_equal(e.variance, squares / 100, 1e-9);
    int64_t level[LEVELS] = { 0 };
    level[30 - LEVELS_LO] = 2;
    level[41 - LEVELS_LO] = 1;
    level[90 - LEVELS_LO] = 2;
    assert_int_equal(series_median(level), 41);
}

static void threads_change_nothing(void **unused)
{
    (void)unused;
    struct measures m = small();
    const struct minister random = minister("random"), soft = minister("soft-line");
    const struct series series[] = { { { &random, &soft }, 150, true },
                                     { { &soft, &random }, 70, true } };
    const struct part part = { &m, series, 2, 9, 25 };
    struct part_sums *one = series_play(&part, (struct hands){ 1, NULL });
    struct part_sums *three = series_play(&part, (struct hands){ 3, NULL });
    assert_non_null(one);
    assert_non_null(three);
    assert_memory_equal(one, three, sizeof *one + 2 * sizeof(struct cell));
    assert_int_equal(one->cell[0].edge.n, 150);
    assert_int_equal(one->cell[1].edge.n, 70);
    assert_int_equal(one->shape.full.n, 220);
    free(one);
    free(three);
    measures_clear(&m);
}

/* ---- bars ---- */

static enum verdict verdict_of(double value, double half, double lo, double hi)
{
    const struct figure f = { .value = value, .half = half, .lo = lo, .hi = hi };
    return report_verdict(&f);
}

static void a_bar_is_missed_only_beyond_the_interval(void **unused)
{
    (void)unused;
    assert_int_equal(verdict_of(10, 3, -NO_GOAL, NO_GOAL), VERDICT_NONE);
    assert_int_equal(verdict_of(10, 3, 10, 20), VERDICT_FINE);
    assert_int_equal(verdict_of(10, 3, 12, 20), VERDICT_UNSURE);
    assert_int_equal(verdict_of(10, 3, -NO_GOAL, 7), VERDICT_UNSURE);
    assert_int_equal(verdict_of(10, 3, 13.5, NO_GOAL), VERDICT_MISSED);
    assert_int_equal(verdict_of(10, 0, -NO_GOAL, 9.99), VERDICT_MISSED);
    /* never in a hundred tries may be once in fifty, but not once in ten */
    struct ratio never = { 0 };
    for (int i = 0; i < 100; i++) {
        ratio_add(&never, 0, 1);
    }
    const struct estimate e = ratio_share(&never);
    assert_int_equal(verdict_of(0, 196 * sqrt(e.variance), 2, NO_GOAL), VERDICT_UNSURE);
    assert_int_equal(verdict_of(0, 196 * sqrt(e.variance), 10, NO_GOAL), VERDICT_MISSED);
}

static void bars_of_the_scenario_go_first(void **unused)
{
    (void)unused;
    static struct report r;
    static struct scenario sc;
    memcpy(&sc, support_scenario("tests/small"), sizeof sc);
    sc.bars = 3;
    sc.bar[0] = (struct bar){ "near-ties", false, 5, INT16_MAX };
    sc.bar[1] = (struct bar){ "best", true, INT16_MIN, INT16_MAX };
    sc.bar[2] = (struct bar){ "best.ask", false, INT16_MIN, 7 };
    r.sc = &sc;
    const struct estimate half = { 0.5, 0 };
    report_add(&r, half, 100, -NO_GOAL, 48, "near-ties");
    report_add(&r, half, 100, 1, 40, "best.charge");
    report_add(&r, half, 100, 1, 40, "best.ask");
    report_add(&r, half, 100, -NO_GOAL, 48, "near-ties-split");
    assert_int_equal(report_verdict(&r.figure[0]), VERDICT_FINE);
    assert_int_equal(report_verdict(&r.figure[1]), VERDICT_NONE);
    assert_float_equal(r.figure[2].hi, 7, 1e-9);
    assert_float_equal(r.figure[2].lo, -NO_GOAL, 1e-9);
    assert_float_equal(r.figure[3].hi, 48, 1e-9);
    assert_int_equal(report_count(&r, VERDICT_MISSED), 2);
}

/* ---- what is looked for ---- */

/* The nearer a state is to what an ending asks, the shorter the way; where it holds there is none. */
static void a_target_is_as_far_as_what_it_lacks(void **unused)
{
    (void)unused;
    const struct scenario *sc = support_scenario("tests/small");
    struct state s;
    round_start(sc, &s, rng_luck(1, 0), NULL);
    const int calm = sc->meter[scenario_meter(sc, "calm")].slot;
    const int beacon = sc->commitment[0].slot;
    struct target peace = { THING_ENDING, 1 };
    assert_string_equal(sc->ending[1].id, "peace");
    int last = TARGET_FAR;
    for (int level = 10; level <= 40; level += 10) {
        s.slot[calm] = (int16_t)level;
        const int far = target_distance(sc, &peace, &s);
        assert_true(far < last && far > 0);
        last = far;
    }
    s.slot[beacon] = s.slot[SLOT_AGREEMENTS] = 1;
    assert_int_equal(target_distance(sc, &peace, &s), 0);
}

/* ---- positions ---- */

/* After the last round nothing is left to luck or to others: a move's value is what it brings. */
static void values_are_the_ends_of_games(void **unused)
{
    (void)unused;
    struct measures m = small();
    struct dice dice = { 8 };
    int last = 0;
    for (int i = 0; i < GAMES; i++) {
        struct position p;
        struct values v;
        position_draw(&m, 1, &dice, &p);
        position_value(&m, &p, 3, 4, &v);
        int best, second, legal[MAX_LEGAL];
        values_best(&v, HALVES, &best, &second);
        assert_int_equal(v.count, move_legal(m.sc, &p.state, legal));
        assert_true(best != second && v.count >= 2);
        for (int k = 0; k < v.count; k++) {
            assert_int_equal(v.move[k], legal[k]);
            assert_true(values_sum(&v, k, HALVES) <= values_sum(&v, best, HALVES));
            assert_true(k == best || values_sum(&v, k, HALVES) <= values_sum(&v, second, HALVES));
        }
        last += state_round(&p.state) == m.sc->rounds;
    }
    assert_true(last > 0);
    measures_clear(&m);
}

static void tempers_tell_the_kind_of_script(void **unused)
{
    (void)unused;
    static struct roster roster;
    assert_null(roster_init(&roster));
    const struct {
        const char *name;
        bool reciprocates, constant, slow;
    } known[] = { { "always-cooperate", false, true, false },
                  { "always-accuse", false, true, false },
                  { "always-deny", false, true, false },
                  { "tit-for-tat", true, false, false },
                  { "generous", true, false, false },
                  { "soft-line", false, false, false },
                  { "greedy", false, false, true } };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        const int at = roster_find(&roster, known[i].name);
        assert_true(at >= 0);
        assert_int_equal(roster.field[at].reciprocates, known[i].reciprocates);
        assert_int_equal(roster.field[at].constant, known[i].constant);
        assert_int_equal(roster.field[at].slow, known[i].slow);
    }
    assert_true(roster_find(&roster, "family-random") < 0);
    assert_true(roster_find(&roster, "planner") < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_tell_what_is_measured),
        cmocka_unit_test(a_round_opens_before_its_incident),
        cmocka_unit_test(lies_are_known_to_be_false),
        cmocka_unit_test(a_ratio_is_its_games),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(a_bar_is_missed_only_beyond_the_interval),
        cmocka_unit_test(bars_of_the_scenario_go_first),
        cmocka_unit_test(a_target_is_as_far_as_what_it_lacks),
        cmocka_unit_test(values_are_the_ends_of_games),
        cmocka_unit_test(tempers_tell_the_kind_of_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
