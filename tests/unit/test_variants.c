/* Scenarios that differ from tests/small in one thing each: their games keep every promise, and the
 * thing is there, in what is shown. */
#define _POSIX_C_SOURCE 200809L

#include "support.h"
#include "table_dump.h"

#include "content/scenario_load.h"
#include "core/move.h"
#include "core/view.h"
#include "json/json.h"
#include "match/debrief.h"
#include "match/debrief_page.h"
#include "match/file_save.h"
#include "match/transcript.h"
#include "minister/outside_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { GAMES = 4 };

static char file[] = "/tmp/backchannel-variants-XXXXXX";

static int make_file(void **state)
{
    (void)state;
    const int made = mkstemp(file);
    return made < 0 ? -1 : close(made);
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(file);
}

/* ---- promises ---- */

static void causes_sum(const struct match *m)
{
    for (int i = 0; i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        const struct state *before = match_state(m, i), *after = match_state(m, i + 1);
        int sum[MAX_SLOTS] = { 0 };
        for (int k = 0; k < step->ledger.count; k++) {
            sum[step->ledger.change[k].slot] += step->ledger.change[k].amount;
        }
        const struct scenario *sc = match_scenario(m);
        for (int k = 0; k < sc->meters; k++) {
            const int slot = sc->meter[k].slot;
            assert_int_equal(after->slot[slot] - before->slot[slot], sum[slot]);
        }
    }
}

static void is_read_back_the_same(const struct match *m)
{
    struct findings findings = findings_init();
    struct divergence divergence;
    struct match *again;
    char why[300], *text = transcript_write(m);
    assert_non_null(text);
    assert_null(file_save(file, text, strlen(text), why, sizeof why));
    assert_null(
        transcript_read(file, match_scenario(m), &again, &divergence, &findings, why, sizeof why));
    assert_false(divergence.found);
    assert_int_equal(match_hash(again), match_hash(m));
    match_free(again);
    findings_clear(&findings);
    free(text);
}

static char *page_of(const struct match *m, int party, bool html)
{
    struct debrief *d = debrief_new(m, party);
    assert_non_null(d);
    char *text = page_write(d, NULL, html);
    debrief_free(d);
    assert_non_null(text);
    return text;
}

static void is_told_the_same_twice(const struct match *m, bool *found, const char *expected)
{
    for (int i = 0; i < 2 * MAX_PARTIES; i++) {
        char *first = page_of(m, i / 2, i % 2), *second = page_of(m, i / 2, i % 2);
        assert_string_equal(first, second);
        *found = *found || strstr(first, expected) != NULL;
        free(first);
        free(second);
    }
}

/* Whoever decides has a card for every legal move; both see something. */
static void is_shown(const struct match *m, bool *found, const char *expected)
{
    for (int party = 0; party < MAX_PARTIES; party++) {
        struct table *t = table_new(m, party);
        assert_non_null(t);
        char *text = table_dump(t);
        *found = *found || strstr(text, expected) != NULL;
        if (!match_over(m) && match_to_move(m) == party && t->cards > 0) {
            int open = 0, legal[MAX_LEGAL];
            for (int i = 0; i < t->cards; i++) {
                open += !t->card[i].off;
            }
            assert_true(open > 0 && open <= move_legal(match_scenario(m), match_now(m), legal));
        }
        free(text);
        table_free(t);
    }
}

/* A program that is to play is told the rules whole, whatever they are. */
static void is_told_to_programs(const struct scenario *sc)
{
    struct state start;
    struct view view;
    round_start(sc, &start, 1, NULL);
    view_of(sc, &start, 0, &view);
    struct findings findings = findings_init();
    char *line = words_start(sc, &view, 7);
    assert_non_null(line);
    struct json_document *document = json_read_line("start", 1, line, strlen(line), &findings);
    assert_non_null(document);
    assert_int_equal(findings.count, 0);
    json_free(document);
    findings_clear(&findings);
    free(line);
}

static void play(const struct scenario *sc, uint64_t game, bool *found, const char *expected)
{
    struct match *m = match_new(sc, 3, game);
    struct dice dice = { rng_mix(game, 5) };
    struct minister planner;
    char why[200];
    assert_non_null(m);
    if (game % 4 == 0) {
        assert_null(minister_find("planner:hawk:easy", &planner, why, sizeof why));
        match_seat(m, 1, &planner);
    }
    while (!match_over(m)) {
        is_shown(m, found, expected);
        if (match_person_to_move(m)) {
            assert_null(match_play(m, support_random_move(sc, match_now(m), &dice), "person"));
        } else {
            assert_null(match_play_minister(m));
        }
    }
    is_shown(m, found, expected);
    causes_sum(m);
    is_read_back_the_same(m);
    if (game == 0) {
        is_told_the_same_twice(m, found, expected);
    }
    match_free(m);
}

/* ---- what is different ---- */

static const struct variant {
    const char *from, *to, *shows;
} variants[] = {
    { "Two islands", "Two islands", "Calm" },
    { "\"effects\": [{ \"do\": { \"alarm\": -2 } },",
      "\"effects\": [{ \"do\": { \"alarm\": { \"toward\": 30, \"below\": 2, \"above\": 3 } } },",
      "Alarm" },
    { "{ \"retrace\": true, \"favour.own\": -2 }", "{ \"confidence\": 1, \"favour.own\": -2 }",
      "a surer trace" },
    { "{ \"retrace\": true, \"favour.own\": -2 }", "{ \"confidence\": -1, \"favour.own\": -2 }",
      "a weaker trace" },
    { "\"when\": { \"round\": \"2..\" },\n      \"effects\"",
      "\"when\": { \"alarm\": \"..3\" },\n      \"effects\"", "Alarm must come down to 3" },
    { "\"when\": { \"round\": \"2..\" },\n      \"effects\"",
      "\"when\": { \"favour.own\": \"70..\" },\n      \"effects\"", "Favour must reach 70" },
    { "\"when\": { \"round\": \"2..\" },\n      \"effects\"",
      "\"when\": { \"calm\": \"90..\" },\n      \"effects\"", "Calm must reach 90" },
    { "\"when\": { \"round\": \"2..\" },\n      \"effects\"",
      "\"when\": { \"beacon\": true },\n      \"effects\"", "it takes this in force: Beacon" },
    { "\"when\": { \"round\": \"2..\" },\n      \"effects\"",
      "\"when\": { \"beacon\": false },\n      \"effects\"", "this already stands: Beacon" },
    { "[\"raid\", \"council\", \"raid\", \"raid\"]",
      "[\"council\", \"council\", \"raid\", \"raid\"]", "Ferry" },
    { "\"per\": \"party\", \"start\": 40, \"range\": [0, 80], \"show\": \"side\"",
      "\"per\": \"party\", \"start\": -7, \"range\": [-80, 80], \"show\": \"table\"", "–7" },
    { "\"pick\": 2", "\"pick\": 1", "Pact" },
    { "\"once\": false", "\"once\": true", "Cut nets" },
    { "\"of\": \"act\"", "\"of\": \"all\"", "Council" },
    { "\"settle\": { \"at\": \"council\", \"count\": 1, \"of\": \"act\" },", "", "Council" },
    { "\"secret\": true, \"when\": { \"round\": \"..3\" },", "", "Watch" },
    { "[{ \"boats.suspect\": [1, 4, 9] }, { \"quiet.suspect\": [1, 2, 5, 9] }]",
      "[{ \"quiet.suspect\": [1, 2, 5, 9] }, { \"boats.suspect\": [1, 4, 9] }]", "their fleet" },
    { "\"favour.own\": -6, \"calm\": -2", "\"favour.own\": { \"set\": 9 }, \"calm\": -2",
      "Favour" },
    { "\"Keep calm with {other.country} until winter.\"",
      "\"Keep “{other.country}” until winter. {own.country}! {calm}\"", "Calm" },
    { "\"speech\": \"It was {suspect.country}, and we say so.\"",
      "\"speech\": \"“It was {suspect.adjective} (boats).”\"", "ern (boats)." },
    { "\"speech\": \"It was us.\"", "\"speech\": \"'It was us.'\"", "It was us" },
    { "\"loss\": [40, 1],", "\"loss\": [40, 1], \"see\": \"all\",", "Calm" },
    { "\"chance\": { \"base\": 10,", "\"chance\": { \"base\": 95,", "truth" },
    { "\"weight\": 3, \"once\": false", "\"weight\": 100, \"once\": true", "Cut nets" },
    { "\"utility\": { \"base\": -50, \"per\": { \"favour.own\": 2, \"loot.own\": 5, \"calm\": 1 } }",
      "\"utility\": { \"base\": 20, \"per\": { \"favour.own\": 2, \"agreements\": 5, \"calm\": 1 }, \"max\": 50 }",
      "No more than" },
    { "\"signed\": [{ \"do\": { \"favour.own\": 1 } }]",
      "\"signed\": [{ \"do\": { \"favour.own\": 1 } }, { \"in\": 1, \"do\": { \"favour.own\": 1 } }]",
      "A report" },
    { "\"do\": { \"alarm\": 3, \"break\": \"any\" }",
      "\"do\": { \"alarm\": 3, \"break\": \"beacon\" }", "Beacon" },
    { "A private question.", "With {favour.own} of 80 and {alarm}.", "of 80 and" },
    { "Forty families", "{favour.victim} and {favour.suspect} of {calm} families", "families" },
    { "\"when\": { \"alarm\": \"95..\" }", "\"when\": { \"alarm\": \"18..\" }", "Beacon" },
    { "\"dates\": [\"Spring\", \"Summer\", \"Autumn\", \"Winter\"],", "", "ound 2" },
    { "\"secretly\": \"really search\",", "", "Search the harbour" },
    { "\"favour.own\": 2, \"loot.own\": 5, \"calm\": 1 } }",
      "\"favour.own\": 2, \"loot.own\": 5, \"calm\": 1 }, \"min\": 500 }", "No less than" },
    { "\"calm\": 1, \"favour.own\": -1 } }],\n      \"habit\"",
      "\"calm\": 1, \"favour.own\": -1, \"loot.other\": { \"toward\": 30, \"below\": 1, \"above\": 1 } } }],\n      \"habit\"",
      "Loot" },
    { "\"see\": \"none\", \"start\": 0,",
      "\"see\": \"none\", \"start\": 0, \"gain\": [50, 1], \"loss\": [50, 1],", "Loot" },
    { "\"chance\": 50, \"do\": { \"loot.suspect\": -2 }",
      "\"chance\": { \"base\": 30, \"per\": { \"loot.suspect\": 5 } }, \"do\": { \"loot.suspect\": -2 }",
      "Charge them openly" },
    { "\"effects\": [{ \"do\": { \"calm\": 5, \"alarm\": -3, \"favour.own\": -5, \"reveal\": true } }]",
      "\"effects\": [{ \"chance\": 30, \"do\": { \"calm\": 5, \"alarm\": -3, \"favour.own\": -5, \"reveal\": true } }]",
      "Own up" },
    { "\"rows\": [{ \"when\": { \"guilty\": true }, \"do\": { \"loot.suspect\": { \"per\"",
      "\"rows\": [{ \"when\": { \"guilty\": true }, \"chance\": 60, \"do\": { \"loot.suspect\": { \"per\"",
      "Loot" },
    { "\"each\": true, \"do\": { \"favour.own\": -1 } }],\n      \"upkeep\"",
      "\"each\": true, \"chance\": 50, \"do\": { \"favour.own\": -1 }, \"else\": { \"favour.own\": 1 } }],\n      \"upkeep\"",
      "Beacon" },
    { "\"kept\": { \"when\": { \"struck.own\": 0, \"report.age.own\": \"1..\", \"reply.family\": \"cooperate\" }, \"then\": [{ \"do\": { \"calm\": 1 } }] },",
      "", "A report" },
    { "\"lapsed\": [{ \"do\": { \"calm\": -1 } }],\n      \"text\": { \"title\": \"A report\"",
      "\"text\": { \"title\": \"A report\"", "A report" },
    { "\"good\": \"down\", \"text\": { \"title\": \"Alarm\" }",
      "\"text\": { \"title\": \"Alarm\" }", "Alarm" },
    { "\"show\": \"table\", \"good\": \"up\", \"marks\"", "\"show\": \"table\", \"marks\"",
      "Calm" },
    { "\"utility\": { \"base\": -50, \"per\": { \"favour.own\": 2, \"loot.own\": 5, \"calm\": 1 } }",
      "\"utility\": { \"per\": { \"favour.own\": 2, \"beacon\": 90, \"round\": 1, \"calm\": 1 } }",
      "Other things" },
    { "\"calm\": 1, \"favour.own\": -1 } }],\n      \"habit\"",
      "\"calm\": 1, \"favour.own\": -1, \"loot.other\": { \"per\": { \"boats.other\": 2 } } } }],\n      \"habit\"",
      "changes" },
    { "\"chance\": 50, \"do\": { \"loot.suspect\": -2 }",
      "\"chance\": { \"base\": 90, \"per\": { \"severity\": 20 } }, \"do\": { \"loot.suspect\": -2 }",
      "Loot" },
    { "\"chance\": 50, \"do\": { \"loot.suspect\": -2 }",
      "\"chance\": { \"base\": 10, \"per\": { \"severity\": -9 } }, \"do\": { \"loot.suspect\": -2 }",
      "Charge them openly" },
};

static void every_promise_is_kept_whatever_is_different(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++) {
        const struct variant *v = &variants[i];
        struct scenario *sc = support_small_with(v->from, v->to);
        bool found = false;
        is_told_to_programs(sc);
        for (uint64_t game = 0; game < GAMES; game++) {
            play(sc, game, &found, v->shows);
        }
        if (!found) {
            fail_msg("%s: “%s” is shown nowhere", v->to, v->shows);
        }
        scenario_free(sc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_promise_is_kept_whatever_is_different),
    };
    return cmocka_run_group_tests_name("variants", tests, make_file, remove_file);
}
