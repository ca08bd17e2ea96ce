/* Small things that only one screen or verb asks for: the words that name a game, whether a truth
 * was sought, which texts a table reads, a line for a stream. */
#define _POSIX_C_SOURCE 200809L

#include "support.h"

#include "content/scenario_load.h"
#include "core/case.h"
#include "core/move.h"
#include "match/debrief_word.h"
#include "match/fault.h"
#include "match/shown.h"
#include "match/table.h"
#include "minister/outside.h"
#include "minister/outside_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void every_word_leads_to_a_game_of_that_word(void **state)
{
    (void)state;
    uint64_t seed = 0;
    assert_true(debrief_words() > 10);
    for (int i = 0; i < debrief_words(); i++) {
        char capitals[64];
        snprintf(capitals, sizeof capitals, "%s", debrief_word_at(i));
        capitals[0] = (char)toupper((unsigned char)capitals[0]);
        assert_true(debrief_word_seed(capitals, &seed));
        assert_string_equal(debrief_word(seed, 0), debrief_word_at(i));
        for (uint64_t before = 1; before < seed; before++) {
            assert_string_not_equal(debrief_word(before, 0), debrief_word_at(i));
        }
    }
    assert_false(debrief_word_seed("no word of ours", &seed));
}

static void the_truth_is_sought_by_who_may_reveal_it(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("tests/small");
    const int question = scenario_beat(sc, 1, 0), reply = scenario_beat(sc, 1, 1);
    int16_t field[FIELD_COUNT] = { 0 };
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        field[FIELD_REAL + i] = NONE;
    }
    assert_false(case_truth_sought(sc, field));
    field[FIELD_REAL] = (int16_t)scenario_move(sc, question, "ask");
    assert_false(case_truth_sought(sc, field));
    field[FIELD_REAL + 1] = (int16_t)scenario_move(sc, reply, "scorn");
    assert_false(case_truth_sought(sc, field));
    field[FIELD_REAL + 1] = (int16_t)scenario_move(sc, reply, "own-up");
    assert_true(case_truth_sought(sc, field));
    field[FIELD_REAL + 1] = NONE;
    field[FIELD_REVEALED] = 1;
    assert_true(case_truth_sought(sc, field));
}

/* It is refused at every size too small, and whole at the first that is not. */
static void a_name_that_does_not_fit_is_refused(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("tests/small");
    char out[64];
    static const struct {
        int move;
        const char *name;
    } names[] = { { MOVE_SET, "none" },
                  { MOVE_SET | 1, "beacon" },
                  { MOVE_SET | 3, "beacon+ferry" } };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const int size = (int)strlen(names[i].name) + 1;
        for (int s = 1; s <= size; s++) {
            assert_int_equal(move_name(sc, names[i].move, out, s), s == size);
        }
        assert_string_equal(out, names[i].name);
    }
    assert_false(move_name(sc, scenario_move(sc, scenario_beat(sc, 1, 0), "ask"), out, 3));
    assert_int_equal(scenario_meter(sc, "calm"), 0);
    assert_int_equal(scenario_meter(sc, "no-such-meter"), -1);
}

static int incident_of(const struct scenario *sc, const char *id)
{
    int at = 0;
    while (strcmp(sc->incident[at].id, id) != 0) {
        at++;
    }
    return at;
}

/* However much more likely the one that has been is: the other of its deck is next. */
static void what_comes_once_gives_way(void **state)
{
    (void)state;
    struct scenario *sc =
        support_small_with("\"weight\": 3, \"once\": false", "\"weight\": 100, \"once\": true");
    const int nets = incident_of(sc, "nets");
    sc->incident[incident_of(sc, "bell")].when = sc->incident[nets].when;
    scenario_compile(sc);
    int met = 0;
    for (uint64_t luck = 0; luck < 200; luck++) {
        struct state s;
        struct dice dice = { luck };
        int before = 0, times = 0;
        round_start(sc, &s, luck, NULL);
        while (!state_over(&s)) {
            for (; before < s.cases; before++) {
                times += s.file[before].field[FIELD_INCIDENT] == nets;
            }
            round_play(sc, &s, support_random_move(sc, &s, &dice), luck, NULL);
        }
        assert_in_range(times, 0, 1);
        met += times;
    }
    assert_in_range(met, 100, 200);
    scenario_free(sc);
}

/* What is in a table was read, what comes later was not. */
static void a_table_notes_the_texts_it_reads(void **state)
{
    (void)state;
    uint64_t read[TABLE_TEXTS] = { 0 };
    long some = 0;
    struct match *m = match_new(support_scenario("tests/small"), 1, 0);
    assert_non_null(m);
    struct table *t = table_new_noted(m, match_to_move(m), read);
    assert_non_null(t);
    for (int i = 0; i < MAX_TEXTS; i++) {
        const bool noted = read[i / 64] >> (i % 64) & 1u;
        some += noted;
    }
    assert_true(some > 10 && some < MAX_TEXTS / 2);
    table_free(t);
    match_free(m);
}

static void a_line_is_printed_in_what_the_stream_can_show(void **state)
{
    (void)state;
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    assert_non_null(stream);
    assert_true(shown_print(stream, "%s: %d\n", "seven", 7));
    assert_int_equal(fclose(stream), 0);
    assert_string_equal(text, "seven: 7\n");
    free(text);
}

static void where_no_program_plays_there_is_no_fault(void **state)
{
    (void)state;
    char out[600], why[200];
    struct match *m = match_new(support_scenario("tests/small"), 1, 0);
    assert_non_null(m);
    assert_int_equal(fault_count(m), 0);
    assert_null(fault_sentence(m, 0, out, sizeof out));
    struct minister minister;
    assert_null(minister_find("random", &minister, why, sizeof why));
    assert_string_equal(outside_last_fault(&minister), "");
    for (int party = 0; party < MAX_PARTIES; party++) {
        match_seat(m, party, &minister);
    }
    while (!match_over(m)) {
        assert_int_equal(fault_count(m), 0);
        assert_null(match_play_minister(m));
        assert_null(fault_sentence(m, 0, out, sizeof out));
    }
    assert_int_equal(fault_count(m), 0);
    assert_string_equal(match_play_minister(m), "The game is over.");
    assert_string_equal(match_play(m, 0, "person"), "The game is over.");
    match_free(m);
}

/* Numbers that a scenario has not are given no name. */
static void what_is_not_there_has_no_name(void **state)
{
    (void)state;
    struct scenario *sc = malloc(sizeof *sc);
    char name[OUTSIDE_NAME];
    assert_non_null(sc);
    *sc = *support_scenario("tests/small");
    assert_true(words_slot_name(sc, SLOT_FIRST_METER, name, sizeof name));
    assert_false(words_slot_name(sc, sc->slots, name, sizeof name));
    assert_int_equal(sc->tiers, 2);
    assert_true(words_field_name(sc, -1, FIELD_TRACE + 1, name, sizeof name));
    sc->tiers = 1;
    assert_true(words_field_name(sc, -1, FIELD_TRACE, name, sizeof name));
    assert_false(words_field_name(sc, -1, FIELD_TRACE + 1, name, sizeof name));
    free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_leads_to_a_game_of_that_word),
        cmocka_unit_test(the_truth_is_sought_by_who_may_reveal_it),
        cmocka_unit_test(a_name_that_does_not_fit_is_refused),
        cmocka_unit_test(what_comes_once_gives_way),
        cmocka_unit_test(a_table_notes_the_texts_it_reads),
        cmocka_unit_test(a_line_is_printed_in_what_the_stream_can_show),
        cmocka_unit_test(where_no_program_plays_there_is_no_fault),
        cmocka_unit_test(what_is_not_there_has_no_name),
    };
    return cmocka_run_group_tests_name("corners", tests, NULL, NULL);
}
