/* What cards, mornings and the ending tell a player: bets in full, dates, events, the score. */
#include "core/move.h"
#include "match/bet_line.h"
#include "match/narrate.h"
#include "match/table.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { GAMES = 40 };

static int counted; /* how often a test met what it is about */

static const struct scenario *main_scenario(void)
{
    return support_scenario("pentagon-2012");
}

static struct table *made(const struct match *m, int party)
{
    struct table *t = table_new(m, party);
    assert_non_null(t);
    return t;
}

/* Calls `look` with the table of the side to move before every decision, and at the end. */
static void play_games(void (*look)(const struct match *m, const struct table *t))
{
    struct dice dice = { 5 };
    counted = 0;
    for (int game = 0; game < GAMES; game++) {
        struct match *m = match_new(main_scenario(), 9, (uint64_t)game);
        assert_non_null(m);
        for (bool over = false; !over;) {
            over = match_over(m);
            struct table *t = made(m, over ? 0 : match_to_move(m));
            look(m, t);
            table_free(t);
            if (!over) {
                const int move = support_random_move(main_scenario(), match_now(m), &dice);
                assert_null(match_play(m, move, "person"));
            }
        }
        match_free(m);
    }
    assert_true(counted > 0);
}

static const struct table_form *form_of(const struct table *t, const char *id)
{
    for (int i = 0; i < t->cards; i++) {
        for (int k = 0; k < t->card[i].forms; k++) {
            if (strcmp(t->card[i].form[k].id, id) == 0 && !t->card[i].form[k].off) {
                return &t->card[i].form[k];
            }
        }
    }
    return NULL;
}

static const struct bet_line *line_of(const struct table_bet *b, const char *group,
                                      const char *label)
{
    for (int i = 0; i < b->groups; i++) {
        for (int k = 0; strcmp(b->group[i].title, group) == 0 && k < b->group[i].lines; k++) {
            if (strcmp(b->group[i].line[k].label, label) == 0) {
                return &b->group[i].line[k];
            }
        }
    }
    return NULL;
}

/* ---- groups ---- */

static void check_group(const struct bet_group *g)
{
    int events = 0, shown = 0;
    for (int i = 0; i < g->lines; i++) {
        events += g->line[i].rank == BET_EVENT;
        shown += g->line[i].rank == BET_EVENT && i < BET_SHOWN;
        assert_true(!g->always || strcmp(g->title, "For sure") != 0 ||
                    g->line[i].chance[0] == '\0');
        /* the other side's numbers come last */
        assert_true(i == 0 || g->line[i - 1].rank != BET_THEIRS || g->line[i].rank == BET_THEIRS);
    }
    assert_int_equal(shown, events < BET_SHOWN ? events : BET_SHOWN);
}

/* A line that stands in both worlds alike says nothing of them. */
static void check_worlds(const struct bet_group *one, const struct bet_group *two)
{
    for (int i = 0; i < one->lines; i++) {
        for (int k = 0; k < two->lines; k++) {
            const struct bet_line *a = &one->line[i], *b = &two->line[k];
            assert_false(strcmp(a->label, b->label) == 0 && strcmp(a->chance, b->chance) == 0 &&
                         a->number && a->move.amount == b->move.amount);
        }
    }
}

static void check_bet(const struct table *t, const struct table_bet *b)
{
    const char *first = t->sheet->mine ? "If it was them" : "If it was us";
    for (int i = 0; i < b->groups; i++) {
        const struct bet_group *g = &b->group[i];
        check_group(g);
        assert_true(g->always == (i == 0 && strncmp(g->title, first, 9) != 0));
        counted += strcmp(g->title, first) == 0;
    }
    if (b->groups == BET_GROUPS) {
        check_worlds(&b->group[1], &b->group[2]);
    }
}

static void look_at_groups(const struct match *m, const struct table *t)
{
    (void)m;
    for (int i = 0; t->sheet != NULL && i < t->cards; i++) {
        for (int k = 0; k < t->card[i].forms; k++) {
            check_bet(t, &t->card[i].form[k].bet);
        }
    }
}

static void test_groups_are_told_apart_by_what_was_so(void **state)
{
    (void)state;
    play_games(look_at_groups);
}

/* ---- lines that must not be missing ---- */

static bool denied(const struct table *t)
{
    const struct table_quote *last = t->sheet->quotes ? &t->sheet->quote[t->sheet->quotes - 1] : 0;
    return last != NULL && strcmp(last->title, "Say ‘not us’") == 0;
}

static void look_at_hidden_numbers(const struct match *m, const struct table *t)
{
    (void)m;
    const struct table_form *protest = form_of(t, "protest"), *accept = form_of(t, "accept");
    const struct table_form *hold = form_of(t, "hold"), *press = form_of(t, "press-on");
    if (protest != NULL && !t->history[t->cases - 1].truth[0]) {
        const struct bet_line *slower =
            line_of(&protest->bet, "If it was them", "Tempo of the services, theirs");
        assert_non_null(slower);
        assert_int_equal(slower->move.amount, -1);
        assert_non_null(strstr(slower->chance, " in "));
    }
    if (accept != NULL && denied(t) && t->sheet->believes) {
        const struct bet_line *on = line_of(&accept->bet, "If it was them", "Unseen losses");
        assert_non_null(on);
        assert_int_equal(on->move.amount, 6);
        counted++;
    }
    if (hold != NULL) {
        assert_non_null(line_of(&hold->bet, "For sure", "Tempo of the services: set to 0"));
        assert_int_equal(line_of(&press->bet, "For sure", "Gains")->move.amount, 2);
    }
}

static void test_what_is_hidden_from_all_is_on_the_card(void **state)
{
    (void)state;
    play_games(look_at_hidden_numbers);
}

static void look_at_events(const struct match *m, const struct table *t)
{
    (void)m;
    const struct table_form *look = form_of(t, "look"), *feign = form_of(t, "feign");
    const struct table_form *admit = form_of(t, "admit"), *verify = form_of(t, "verify");
    if (look != NULL) {
        const bool owed = t->me.lines > 1; /* the mandate is the first */
        const char *promise = "you promise: Answer within two rounds";
        assert_int_equal(owed, line_of(&look->bet, look->bet.group[0].title, promise) == NULL);
        assert_string_not_equal(look->line, feign->line);
    }
    if (admit != NULL) {
        const struct bet_group *sure = &admit->bet.group[0];
        assert_non_null(line_of(&admit->bet, sure->title, "the truth comes out"));
    }
    if (verify != NULL && t->sheet->believes) {
        const struct bet_line *out = line_of(&verify->bet, "In any case", "the truth comes out");
        assert_non_null(out);
        assert_true(out->chance[0] != '\0');
        /* what follows the check if it succeeds, with the same chance */
        const struct bet_line *crisis = line_of(&verify->bet, "If it was not", "Crisis");
        counted += crisis != NULL && strcmp(crisis->chance, out->chance) == 0;
    }
}

static void test_what_happens_is_on_the_card(void **state)
{
    (void)state;
    play_games(look_at_events);
}

/* A rule that makes the same line wear out is named; the sum stays that of the meter. */
static void look_at_repeats(const struct match *m, const struct table *t)
{
    const char *said = "The same line, heard once too often: ";
    for (int i = 0; t->sheet != NULL && i < t->cards; i++) {
        const struct table_form *form = &t->card[i].form[0];
        const int seen = move_seen(t->scenario, form->move);
        const int beat = state_beat(t->scenario, match_now(m));
        const bool again = match_now(m)->last[t->party][beat] == seen + 1;
        bool named = false;
        for (int k = 0; form->bet.groups && k < form->bet.group[0].lines; k++) {
            named = named || !strncmp(form->bet.group[0].line[k].label, said, strlen(said));
        }
        if (!form->off && !t->card[i].again) {
            assert_int_equal(named, again);
            counted += named;
        }
    }
}

static void test_words_that_wear_out_say_so(void **state)
{
    (void)state;
    play_games(look_at_repeats);
}

/* ---- dates ---- */

/* An agreement that comes due has a date on the same calendar. */
static bool agreement_is_due(const struct scenario *sc, const struct state *s)
{
    bool due = false;
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *k = &sc->commitment[i];
        due |= !k->promise && k->due && s->slot[k->slot];
    }
    return due;
}

/* The round shown for a promise of a party; 0 without one, or where the date may be another's. */
static int date_of(const struct table *t, const struct state *s, int party)
{
    for (int r = 1; r <= t->rounds && !agreement_is_due(t->scenario, s); r++) {
        const struct table_round *round = &t->calendar[r - 1];
        if (round->due_party == party || round->due_party == 2) {
            return r;
        }
    }
    return 0;
}

/* Shown is the last round in which the promise still stands: it does then, and never later. */
static void look_at_dates(const struct match *m, const struct table *t)
{
    static int shown[MAX_PARTIES], given[MAX_PARTIES];
    const struct commitment *report = &t->scenario->commitment[t->scenario->commitments - 1];
    const struct state *s = match_now(m);
    assert_true(report->promise && report->due > 0);
    for (int p = 0; p < MAX_PARTIES && !match_over(m); p++) {
        const bool stands = s->slot[report->slot + p] != 0;
        const int round = t->round - s->slot[report->age + p];
        shown[p] = match_steps(m) == 0 || given[p] != round ? 0 : shown[p];
        assert_true(!stands || shown[p] == 0 || t->sheet == NULL || t->round <= shown[p]);
        assert_true(shown[p] == 0 || shown[p] == t->round || t->calendar[shown[p] - 1].incident);
        if (stands) {
            given[p] = round;
            shown[p] = date_of(t, s, p);
            counted += shown[p] == t->round;
        }
    }
}

static void test_dates_are_the_last_that_count(void **state)
{
    (void)state;
    play_games(look_at_dates);
}

/* ---- what became of it ---- */

static void look_at_news(const struct match *m, const struct table *t)
{
    const uint16_t *said = match_now(m)->said[t->round - 1];
    const bool chosen = ((said[0] | said[1]) & MOVE_SET) != 0;
    assert_int_equal(t->news, chosen && t->ending == NULL ? 3 : 0);
    assert_int_equal(t->how[0] != '\0', t->moment == TABLE_PICK);
    if (t->news > 0) {
        const bool none = ((said[0] & said[1]) & (MOVE_SET - 1)) == 0;
        assert_int_equal(strcmp(t->news_text[2], "Signed: nothing") == 0, none);
        counted += !none;
    }
}

static void test_what_was_signed_is_said_at_once(void **state)
{
    (void)state;
    play_games(look_at_news);
}

static bool told_of_check(const struct table_morning *morning)
{
    for (int i = 0; i < morning->events; i++) {
        if (strcmp(morning->event[i], "Verify together: nothing came out.") == 0) {
            return true;
        }
    }
    return false;
}

static void look_at_checks(const struct match *m, const struct table *t)
{
    bool failed = false;
    for (int i = 0; t->morning != NULL && i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        const struct state *after = match_state(m, step->after);
        if (step->round == t->morning->round && !(step->move & MOVE_SET) &&
            strcmp(t->scenario->move[step->move].id, "verify") == 0) {
            failed = true;
            for (int k = 0; k < after->cases; k++) {
                const int16_t *field = after->file[k].field;
                failed = failed && (field[FIELD_ROUND] != step->round || !field[FIELD_REVEALED]);
            }
        }
    }
    if (t->morning != NULL) {
        assert_int_equal(told_of_check(t->morning), failed);
        counted += failed;
    }
}

static void test_a_check_without_result_is_told(void **state)
{
    (void)state;
    play_games(look_at_checks);
}

/* ---- the ending ---- */

static void look_at_score(const struct match *m, const struct table *t)
{
    if (t->ending == NULL) {
        return;
    }
    int sum = 0, orders = 0;
    for (int i = 0; i < t->ending->scores; i++) {
        sum += t->ending->score[i].tenths;
    }
    assert_int_equal(sum, state_utility(t->scenario, match_now(m), t->party));
    for (int i = 0; i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        orders += step->party == 1 && t->scenario->beat[step->beat].secret;
    }
    assert_int_equal(t->ending->orders, orders);
    for (int i = 0; i < orders; i++) {
        assert_non_null(strstr(t->ending->order[i], "you: "));
        assert_non_null(strstr(t->ending->order[i], "; they: "));
    }
    counted += orders;
}

static void test_the_score_adds_up_and_orders_are_told(void **state)
{
    (void)state;
    play_games(look_at_score);
}

/* ---- sentences ---- */

static void test_a_country_that_begins_a_sentence_has_a_capital(void **state)
{
    (void)state;
    static const char *const sentence[][2] = {
        { "{us.country} waits, and {us.country} asks.",
          "The United States waits, and the United States asks." },
        { "It rains. {us.country} waits.", "It rains. The United States waits." },
        { "“{us.country} waits.” {us.country} asks.",
          "“The United States waits.” The United States asks." },
        { "A map of '{us.country}' hangs there.", "A map of ‘the United States’ hangs there." },
        { "At 3.5 per cent {us.country} waits.", "At 3.5 per cent the United States waits." },
    };
    struct scenario *sc = malloc(sizeof *sc);
    struct view *view = calloc(1, sizeof *view);
    struct pool pool = { .first = NULL };
    assert_true(sc != NULL && view != NULL);
    *sc = *main_scenario();
    if (setjmp(pool.out)) {
        fail_msg("out of memory");
    }
    const struct narrator n = { sc, &pool, view };
    for (size_t i = 0; i < sizeof sentence / sizeof sentence[0]; i++) {
        sc->text[sc->aim.first].utf8 = sentence[i][0];
        assert_string_equal(narrate_title(&n, sc->aim, 0), sentence[i][1]);
    }
    pool_free(&pool);
    free(view);
    free(sc);
}

static void test_arrows_tell_how_much(void **state)
{
    (void)state;
    static const int arrows[] = { 0, 1, 1, 1, 2, 2, 2, 2, 3, 3 };
    struct pool pool = { .first = NULL };
    if (setjmp(pool.out)) {
        fail_msg("out of memory");
    }
    for (int size = 0; size < 10; size++) {
        const struct table_move up = bet_change(&pool, size, +1);
        const struct table_move down = bet_change(&pool, -size, +1);
        assert_int_equal(up.arrows, arrows[size]);
        assert_int_equal(down.arrows, arrows[size]);
        assert_int_equal(up.direction, size > 0);
        assert_int_equal(down.direction, -(size > 0));
        assert_string_equal(up.word, size > 0 ? "better" : "");
        assert_string_equal(down.word, size > 0 ? "worse" : "");
        assert_string_equal(bet_change(&pool, size, -1).word, size > 0 ? "worse" : "");
        assert_string_equal(bet_change(&pool, size, 0).word, "");
    }
    assert_string_equal(bet_change(&pool, 12, 0).text, "+12");
    assert_string_equal(bet_change(&pool, -12, 0).text, "–12");
    pool_free(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups_are_told_apart_by_what_was_so),
        cmocka_unit_test(test_what_is_hidden_from_all_is_on_the_card),
        cmocka_unit_test(test_what_happens_is_on_the_card),
        cmocka_unit_test(test_words_that_wear_out_say_so),
        cmocka_unit_test(test_dates_are_the_last_that_count),
        cmocka_unit_test(test_what_was_signed_is_said_at_once),
        cmocka_unit_test(test_a_check_without_result_is_told),
        cmocka_unit_test(test_the_score_adds_up_and_orders_are_told),
        cmocka_unit_test(test_a_country_that_begins_a_sentence_has_a_capital),
        cmocka_unit_test(test_arrows_tell_how_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
