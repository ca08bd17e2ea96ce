/* The table: its numbers add up, its bets are what play does, and it gives nothing hidden away. */
#include "core/move.h"
#include "match/narrate.h"
#include "match/table.h"
#include "support.h"
#include "swap.h"
#include "table_dump.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const scenarios[] = { "pentagon-2012", "tests/small" };
enum { SCENARIOS = 2, GAMES = 12 };

/* Calls `look` with the match before every decision and at the end of random games. */
static void play_games(int games, void (*look)(struct match *m, struct dice *dice))
{
    for (int which = 0; which < SCENARIOS; which++) {
        const struct scenario *sc = support_scenario(scenarios[which]);
        struct dice dice = { 11 };
        for (int game = 0; game < games; game++) {
            struct match *m = match_new(sc, 5, (uint64_t)game);
            assert_non_null(m);
            while (!match_over(m)) {
                look(m, &dice);
                const int move = support_random_move(sc, match_now(m), &dice);
                assert_null(match_play(m, move, "person"));
            }
            look(m, &dice);
            match_free(m);
        }
    }
}

static struct table *made(const struct match *m, int party)
{
    struct table *t = table_new(m, party);
    assert_non_null(t);
    return t;
}

static char *dumped(const struct match *m, int party)
{
    struct table *t = table_new_advised(m, party);
    assert_non_null(t);
    char *text = table_dump(t);
    table_free(t);
    return text;
}

/* ---- sums ---- */

static void check_group(const struct table_group *g)
{
    int running = g->before;
    for (int i = 0; i < g->causes; i++) {
        running += g->cause[i].move.amount;
        assert_int_equal(running, g->cause[i].running);
        assert_true(g->cause[i].text[0] != '\0');
    }
    assert_int_equal(running, g->after);
}

static bool is_start(const struct scenario *sc, const char *id, int value)
{
    for (int i = 0; i < sc->meters; i++) {
        const struct meter *m = &sc->meter[i];
        for (int k = 0; k < MAX_PARTIES * MAX_STARTS && strcmp(m->id, id) == 0; k++) {
            const int party = k / MAX_STARTS, at = k % MAX_STARTS;
            if (at < m->starts[party] && m->start[party][at] == value) {
                return true;
            }
        }
    }
    return false;
}

/* The first chapter begins where the meter did, from chapter to chapter nothing is lost, and the
 * last word is what the meter shows; one that no chapter names has not moved. */
static void check_meter(const struct table *t, const struct table_meter *m)
{
    int at = m->value;
    bool found = false;
    for (int i = 0; i < t->chapters; i++) {
        for (int k = 0; k < t->ledger[i].groups; k++) {
            const struct table_group *g = &t->ledger[i].group[k];
            if (strcmp(g->title, m->title) == 0) {
                assert_true(found ? at == g->before : is_start(t->scenario, m->id, g->before));
                at = g->after;
                found = true;
            }
        }
    }
    assert_int_equal(at, m->value);
    assert_true(found || is_start(t->scenario, m->id, m->value));
}

static void look_at_sums(struct match *m, struct dice *dice)
{
    (void)dice;
    for (int party = 0; party < MAX_PARTIES; party++) {
        struct table *t = made(m, party);
        for (int i = 0; i < t->chapters; i++) {
            for (int k = 0; k < t->ledger[i].groups; k++) {
                check_group(&t->ledger[i].group[k]);
            }
        }
        for (int i = 0; i < t->meters; i++) {
            check_meter(t, &t->meter[i]);
        }
        for (int i = 0; i < t->me.meters; i++) {
            check_meter(t, &t->me.meter[i]);
        }
        table_free(t);
    }
}

static void test_causes_sum_to_the_change(void **state)
{
    (void)state;
    play_games(GAMES, look_at_sums);
}

/* ---- choices ---- */

static void check_cards(const struct table *t, const struct state *s)
{
    int legal[MAX_LEGAL];
    const int count = move_legal(t->scenario, s, legal);
    int offered = 0;
    for (int i = 0; i < t->cards; i++) {
        const struct table_card *c = &t->card[i];
        assert_int_equal(c->key, i + 1);
        bool off = true;
        for (int k = 0; k < c->forms; k++) {
            const bool is = move_is_legal(t->scenario, s, c->form[k].move);
            assert_int_equal(is, !c->form[k].off);
            assert_int_equal(is, c->form[k].why_not[0] == '\0');
            offered += is;
            off = off && !is;
        }
        assert_int_equal(c->off, off);
    }
    assert_int_equal(offered, count);
}

static void check_sets(const struct table *t, const struct state *s)
{
    for (unsigned set = 0; set < 1u << t->clauses; set++) {
        const int move = MOVE_SET + (int)set;
        const bool legal = move_is_legal(t->scenario, s, move);
        assert_int_equal(table_pick(t, set), legal ? move : -1);
    }
}

static void look_at_choices(struct match *m, struct dice *dice)
{
    (void)dice;
    const int party = match_to_move(m);
    for (int p = 0; p < MAX_PARTIES; p++) {
        struct table *t = made(m, p);
        if (p != party) {
            assert_int_equal(t->cards + t->clauses, 0);
            assert_int_equal(t->moment, match_over(m) ? TABLE_ENDING : TABLE_WAITING);
            assert_int_equal(table_pick(t, 0), -1);
        } else if (t->moment == TABLE_PICK) {
            check_sets(t, match_now(m));
        } else {
            check_cards(t, match_now(m));
        }
        table_free(t);
    }
}

static void test_every_legal_move_is_on_one_card(void **state)
{
    (void)state;
    play_games(GAMES, look_at_choices);
}

/* ---- bets ---- */

static bool plain(const struct scenario *sc, int row, int move, int beat)
{
    const struct rows now = sc->move[move].now, rules = sc->moment[MOMENT_BEAT + beat];
    const bool mine = row >= now.first && row < now.first + now.count;
    const bool rule = row >= rules.first && row < rules.first + rules.count;
    return mine || (rule && !sc->move[move].again);
}

/* Rows whose outcome no card can call sure, or that bring more about. */
static bool simple(const struct scenario *sc, struct rows rows)
{
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        const struct row *row = &sc->row[i];
        if (row->chance || row->delay) {
            return false;
        }
        for (int k = row->first_op; k < row->first_op + row->ops; k++) {
            if (sc->op[k].verb > OP_TOWARD) {
                return false;
            }
        }
    }
    return true;
}

/* The line of the meter itself, or one that names the rule: 'The same line again: Trust'. */
static bool is_about(const struct bet_line *line, const char *title)
{
    const size_t whole = strlen(line->label), part = strlen(title);
    return whole >= part && strcmp(line->label + whole - part, title) == 0 &&
           (whole == part || line->label[whole - part - 1] == ' ');
}

static int sure_amount(const struct table_bet *b, const char *title)
{
    const struct bet_group *g = &b->group[0];
    int amount = 0;
    for (int i = 0; b->groups > 0 && g->always && i < g->lines; i++) {
        if (g->line[i].chance[0] == '\0' && is_about(&g->line[i], title)) {
            amount += g->line[i].move.amount;
        }
    }
    return amount;
}

/* What is said to be sure is what play does, to the point. */
static int check_bet(const struct match *m, const struct table *t, const struct table_form *form)
{
    const struct scenario *sc = t->scenario;
    const int beat = state_beat(sc, match_now(m));
    struct state s = *match_now(m);
    struct ledger ledger;
    if (form->off || !simple(sc, sc->move[form->move].now) ||
        !simple(sc, sc->moment[MOMENT_BEAT + beat])) {
        return 0;
    }
    round_play(sc, &s, form->move, rng_luck(match_seed(m), match_game(m)), &ledger);
    for (int i = 0; i < t->meters; i++) {
        const int slot = sc->meter[scenario_meter(sc, t->meter[i].id)].slot;
        int done = 0;
        for (int k = 0; k < ledger.count; k++) {
            if (ledger.change[k].slot == slot &&
                plain(sc, ledger.change[k].row, form->move, beat)) {
                done += ledger.change[k].amount;
            }
        }
        assert_int_equal(done, sure_amount(&form->bet, t->meter[i].title));
    }
    return 1;
}

static int bets_checked;

static void look_at_bets(struct match *m, struct dice *dice)
{
    (void)dice;
    if (match_over(m)) {
        return;
    }
    struct table *t = made(m, match_to_move(m));
    for (int i = 0; i < t->cards && t->sheet != NULL; i++) {
        for (int k = 0; k < t->card[i].forms; k++) {
            bets_checked += check_bet(m, t, &t->card[i].form[k]);
        }
    }
    table_free(t);
}

static void test_sure_lines_are_what_play_does(void **state)
{
    (void)state;
    bets_checked = 0;
    play_games(GAMES, look_at_bets);
    assert_true(bets_checked > 200);
}

/* ---- honesty ---- */

static int swaps, control_felt;

static void look_twice(struct match *m, struct dice *dice)
{
    if (match_over(m) || dice_roll(dice, 4) != 0) {
        return;
    }
    const int party = dice_roll(dice, MAX_PARTIES);
    struct match *copy = swap_match(m, party, dice);
    char *text[2][MAX_PARTIES];
    for (int p = 0; p < MAX_PARTIES; p++) {
        text[0][p] = dumped(m, p);
        text[1][p] = dumped(copy, p);
    }
    assert_string_equal(text[0][party], text[1][party]);
    control_felt += strcmp(text[0][1 - party], text[1][1 - party]) != 0;
    swaps++;
    for (int p = 0; p < MAX_PARTIES; p++) {
        free(text[0][p]);
        free(text[1][p]);
    }
    match_free(copy);
}

/* The control: the other side, whose secrets were changed, does see a difference. */
static void test_swapping_what_is_hidden_changes_no_byte(void **state)
{
    (void)state;
    swaps = control_felt = 0;
    play_games(GAMES, look_twice);
    assert_true(swaps > 100);
    assert_true(control_felt > swaps / 2);
}

/* ---- clauses ---- */

static int rested;

/* A clause that rests on another says so where that is what is missing. */
static void look_at_clauses(struct match *m, struct dice *dice)
{
    (void)dice;
    const struct scenario *sc = match_scenario(m);
    struct table *t = made(m, 0);
    for (int i = 0; i < t->clauses; i++) {
        const struct table_clause *c = &t->clause[i];
        const struct commitment *k = &sc->commitment[sc->agreement[c->key - 1]];
        const bool missing = k->needs != NONE && !match_now(m)->slot[sc->commitment[k->needs].slot];
        if (c->on_table || c->in_force) {
            assert_false(missing && c->on_table);
            continue;
        }
        assert_true(c->why_not[0] != '\0');
        assert_int_equal(strstr(c->why_not, "it takes this in force: ") != NULL, missing);
        rested += missing;
    }
    table_free(t);
}

static void test_a_clause_says_what_it_rests_on(void **state)
{
    (void)state;
    rested = 0;
    play_games(GAMES, look_at_clauses);
    assert_true(rested > 10);
}

/* ---- words ---- */

static void check_belief(const struct table_belief *b)
{
    int dots = 0, guilty = 0;
    for (int i = 0; i < b->parts; i++) {
        dots += b->part[i].dots;
        guilty += b->part[i].guilty ? b->part[i].dots : 0;
        assert_true(b->part[i].dots > 0 && b->part[i].text[0] != '\0');
    }
    assert_int_equal(dots, b->parts ? 10 : 0);
    assert_int_equal(guilty, b->guilty);
}

/* Nobody reads the same sentence of a kind twice while there are others. */
static void check_sentences(const struct table *t)
{
    for (int i = 0; i < t->cases; i++) {
        for (int k = i + 1; k < t->cases; k++) {
            const struct table_case *a = &t->history[i], *b = &t->history[k];
            for (int q = 0; q < a->quotes && q < b->quotes; q++) {
                const bool same = strcmp(a->kind, b->kind) == 0 && a->quote[q].text[0] != '\0' &&
                                  strcmp(a->quote[q].text, b->quote[q].text) == 0;
                assert_true(!same || k - i >= 2); /* two variants at the least */
            }
        }
    }
}

/* What they answered in a case, or NULL. */
static const char *their_answer(const struct table *t, int case_at)
{
    const struct table_case *c = &t->history[case_at];
    const char *said = NULL;
    for (int i = 0; i < c->quotes; i++) {
        said = c->quote[i].party == t->other ? c->quote[i].text : said;
    }
    return said;
}

static int old_lies;

/* An answer is held against what they last said of a case of this kind that came out to be false. */
static void check_old_words(const struct match *m, const struct table *t)
{
    struct view v;
    view_of(match_scenario(m), match_now(m), t->party, &v);
    const int at = v.s.cases - 1;
    const char *said = "";
    for (int i = 0; i < at && their_answer(t, at) != NULL; i++) {
        const int16_t *past = v.s.file[i].field;
        if (past[FIELD_VICTIM] == t->party && past[FIELD_WORD] == WORD_FALSE &&
            past[FIELD_KIND] == v.s.file[at].field[FIELD_KIND]) {
            said = their_answer(t, i);
        }
    }
    assert_string_equal(t->sheet->old.text, said);
    old_lies += *said != '\0';
}

/* A case of mine keeps what I believed when I last decided about it, unless it was out by then. */
static void check_last_belief(const struct match *m, const struct table *t, int case_at)
{
    const struct table_case *c = &t->history[case_at];
    bool believed = false;
    for (int i = 0; i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        if (step->round == c->round && step->party == t->party && c->victim == t->party) {
            const struct state *s = match_state(m, step->before);
            believed = s->file[case_at].field[FIELD_REVEALED] == 0;
        }
    }
    if (c->victim == t->party) {
        assert_int_equal(c->belief.parts > 0, believed);
    }
}

static void look_at_words(struct match *m, struct dice *dice)
{
    (void)dice;
    struct table *t = made(m, 0);
    if (t->sheet && t->sheet->mine && t->sheet->believes) {
        assert_true(t->sheet->belief.parts > 0);
        check_belief(&t->sheet->belief);
        check_belief(&t->sheet->before);
    }
    if (t->sheet && t->sheet->mine) {
        check_old_words(m, t);
    }
    if (t->scenario == support_scenario("pentagon-2012")) {
        check_sentences(t);
    }
    for (int i = 0; i < t->cases; i++) {
        check_last_belief(m, t, i);
        assert_int_equal(t->history[i].truth[0] != '\0',
                         t->ending != NULL || match_now(m)->file[i].field[FIELD_REVEALED] != 0);
    }
    char *text = table_dump(t);
    assert_null(strstr(text, "(null)"));
    assert_null(strchr(text, '{'));
    free(text);
    table_free(t);
}

static void test_beliefs_are_ten_dots_and_sentences_do_not_repeat(void **state)
{
    (void)state;
    old_lies = 0;
    play_games(GAMES, look_at_words);
    assert_true(old_lies > 0);
}

static void test_chances_read_as_small_fractions(void **state)
{
    (void)state;
    static const struct {
        int percent;
        const char *text;
    } chance[] = { { 0, "0 in 100" },  { 3, "1 in 33" },    { 10, "1 in 10" }, { 14, "1 in 7" },
                   { 17, "1 in 6" },   { 25, "1 in 4" },    { 33, "1 in 3" },  { 50, "1 in 2" },
                   { 67, "2 in 3" },   { 75, "3 in 4" },    { 90, "9 in 10" }, { 95, "19 in 20" },
                   { 97, "32 in 33" }, { 99, "99 in 100" }, { 100, "" } };
    struct pool pool = { .first = NULL };
    if (setjmp(pool.out)) {
        fail_msg("out of memory");
    }
    const struct narrator n = { support_scenario("pentagon-2012"), &pool, NULL };
    for (size_t i = 0; i < sizeof chance / sizeof chance[0]; i++) {
        assert_string_equal(narrate_odds(&n, chance[i].percent), chance[i].text);
    }
    pool_free(&pool);
}

/* ---- the morning ---- */

/* What is grave may still come in any incident of its window; the dates tell what has been. */
static void check_calendar(const struct match *m, const struct table *t)
{
    const struct scenario *sc = match_scenario(m);
    const struct state *now = match_now(m);
    for (int round = 1; round <= sc->rounds; round++) {
        const struct table_round *r = &t->calendar[round - 1];
        const int away = round - state_round(now);
        assert_int_equal(r->round, round);
        assert_int_equal(r->when, away < 0 ? WHEN_PAST : away == 0 ? WHEN_PRESENT : WHEN_FUTURE);
        assert_int_equal(r->grave, !now->slot[SLOT_SEVERE] && away > 0 && r->incident &&
                                       round >= sc->severe_from && round <= sc->severe_to);
    }
}

static void look_at_mornings(struct match *m, struct dice *dice)
{
    (void)dice;
    const int party = match_to_move(m) < 0 ? 0 : match_to_move(m);
    const int steps = match_steps(m);
    struct table *t = made(m, party);
    const int over = t->round - !match_over(m);
    check_calendar(m, t);
    assert_int_equal(t->morning != NULL, over > 0 && steps > 0);
    if (t->morning != NULL) {
        assert_int_equal(t->morning->round, over);
        bool decided = false;
        for (int i = 0; i < steps; i++) {
            const struct step *step = match_step(m, i);
            decided = decided || (step->round > over && step->party == party);
        }
        assert_int_equal(t->morning->fresh, !decided);
        assert_int_equal(t->morning->headlines == 2, t->calendar[over - 1].incident);
    }
    table_free(t);
}

static void test_a_morning_follows_each_round(void **state)
{
    (void)state;
    play_games(GAMES, look_at_mornings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_causes_sum_to_the_change),
        cmocka_unit_test(test_every_legal_move_is_on_one_card),
        cmocka_unit_test(test_sure_lines_are_what_play_does),
        cmocka_unit_test(test_swapping_what_is_hidden_changes_no_byte),
        cmocka_unit_test(test_a_clause_says_what_it_rests_on),
        cmocka_unit_test(test_beliefs_are_ten_dots_and_sentences_do_not_repeat),
        cmocka_unit_test(test_chances_read_as_small_fractions),
        cmocka_unit_test(test_a_morning_follows_each_round),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
