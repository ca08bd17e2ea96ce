/* A game played again with a changed scenario: the same decisions, what is told of the differences,
 * and a transcript that replays. */
#define _POSIX_C_SOURCE 200809L

#include "content/scenario_load.h"
#include "core/move.h"
#include "match/again.h"
#include "match/transcript.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const changes[][2] = {
    { "\"start\": 50", "\"start\": 61" },
    { "\"do\": { \"calm\": 1, \"favour.own\": -1 }",
      "\"do\": { \"calm\": -9, \"favour.own\": 5 }" },
    { "\"weight\": 3, \"once\": false", "\"weight\": 1, \"once\": true" },
    { "\"when\": { \"round\": \"2..\" }", "\"when\": { \"round\": \"1..\" }" },
    { "\"severity\": [6, 8]", "\"severity\": [9, 9]" },
    { "\"alarm\": \"100..\"", "\"alarm\": \"45..\"" },
    { "\"streak\": 2, \"share\": 2", "\"streak\": 1, \"share\": 3" },
};
enum { CHANGES = sizeof changes / sizeof *changes, GAMES = 40 };

static struct match *again_with(const struct match *old, const struct scenario *sc, int viewer,
                                struct again *again)
{
    struct match *new = NULL;
    char why[200];
    const char *refusal = match_again(old, sc, viewer, &new, again, why, sizeof why);
    if (refusal != NULL) {
        fail_msg("%s", refusal);
    }
    assert_non_null(new);
    assert_int_equal(again->decisions, match_steps(new));
    return new;
}

static void play(struct match *m, const char *move)
{
    const struct scenario *sc = match_scenario(m);
    const int index = move_parse(sc, state_beat(sc, match_now(m)), move);
    assert_true(index >= 0);
    assert_null(match_play(m, index, "person"));
}

/* A game of so many decisions: a person (who plays by dice) against a minister who plays by his. */
static struct match *some_game(uint64_t game, int decisions)
{
    const struct scenario *sc = support_scenario("tests/small");
    struct match *m = match_new(sc, 11, game);
    struct minister minister;
    struct dice dice = { .state = game };
    char why[200];
    assert_null(minister_find("random", &minister, why, sizeof why));
    match_seat(m, 1, &minister);
    for (int i = 0; i < decisions && !match_over(m); i++) {
        if (match_person_to_move(m)) {
            assert_null(match_play(m, support_random_move(sc, match_now(m), &dice), "person"));
        } else {
            assert_null(match_play_minister(m));
        }
    }
    return m;
}

/* Written and read with its scenario it is the same game, also for its ministers. */
static void assert_replays(const struct match *m)
{
    char path[] = "/tmp/test_again_XXXXXX", why[300];
    struct findings findings = findings_init();
    struct divergence divergence;
    struct match *read = NULL;
    const int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    assert_null(transcript_save(m, path, why, sizeof why));
    assert_null(
        transcript_read(path, match_scenario(m), &read, &divergence, &findings, why, sizeof why));
    transcript_check_ministers(read, &divergence);
    if (divergence.found) {
        fail_msg("decision %d, %s: %s, %s", divergence.number, divergence.field,
                 divergence.recorded, divergence.replayed);
    }
    assert_true(match_hash(read) == match_hash(m));
    assert_true(match_left_rules(read) == match_left_rules(m));
    match_free(read);
    findings_clear(&findings);
    unlink(path);
}

static void other_words_are_the_same_game(void **state)
{
    (void)state;
    struct scenario *sc = support_small_with("Two islands", "Three islands");
    struct match *old = some_game(3, 7);
    assert_true(match_rewind(old, 2));
    const int move = move_fallback(match_scenario(old), match_now(old));
    assert_null(match_play(old, move, "person"));
    struct again again;
    struct match *new = again_with(old, sc, 0, &again);
    char *was = transcript_write(old), *is = transcript_write(new);
    assert_string_equal(was, is);
    assert_int_equal(again.differs, 0);
    assert_int_equal(again.stopped, 0);
    free(was);
    free(is);
    match_free(old);
    match_free(new);
    scenario_free(sc);
}

static void the_first_difference_is_told(void **state)
{
    (void)state;
    struct scenario *sc = support_small_with("\"start\": 50", "\"start\": 61");
    struct match *old = match_new(support_scenario("tests/small"), 1, 0);
    struct again again;
    char sentence[700];
    struct match *new = again_with(old, sc, 0, &again);
    assert_int_equal(again.differs, 1);
    assert_string_equal(again.what, "calm 61, was 50");
    assert_string_equal(again_sentence(&again, sentence, sizeof sentence),
                        "Reloaded. From decision 1 on it differs: calm 61, was 50.");
    assert_false(match_hindsight(new));
    match_free(new);
    scenario_free(sc);
    play(old, "ask");
    sc = support_small_with("\"do\": { \"calm\": 1, \"favour.own\": -1 }",
                            "\"do\": { \"calm\": 3, \"favour.own\": -2 }");
    new = again_with(old, sc, 0, &again);
    assert_int_equal(again.differs, 2);
    assert_non_null(strstr(again.what, "calm 5"));
    assert_non_null(strstr(again.what, "; favour."));
    assert_true(match_hindsight(new));
    assert_true(match_left_rules(new) == match_scenario(old)->hash);
    match_free(new);
    match_free(old);
    scenario_free(sc);
}

/* Another kind of round at the start; a beat that is passed over; more numbers than are named. */
static void what_differs_is_told_by_name(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to, *told[3];
    } change[] = {
        { "\"calendar\": [\"raid\", \"council\"",
          "\"calendar\": [\"council\", \"raid\"",
          { "beat pact, was question", "incident none, was ", "; " } },
        { "\"reply\": { \"by\": \"suspect\",",
          "\"reply\": { \"by\": \"suspect\", \"when\": { \"round\": \"2..\" },",
          { "round 2, was 1", "beat pact, was reply", "; " } },
        { "\"do\": { \"calm\": 1, \"favour.own\": -1 }",
          "\"do\": { \"calm\": 3, \"alarm\": 9, \"favour.own\": -3, \"favour.other\": 4, \"record.own\": 1 }",
          { "calm ", "alarm ", "; ..." } },
    };
    const struct scenario *plain = support_scenario("tests/small");
    for (size_t i = 0; i < sizeof change / sizeof *change; i++) {
        for (int way = 0; way < 2; way++) {
            struct scenario *other = support_small_with(change[i].from, change[i].to);
            struct match *old = match_new(way == 0 ? plain : other, 1, 0);
            struct again again;
            play(old, i == 0 && way == 1 ? "none" : "ask");
            struct match *new = again_with(old, way == 0 ? other : plain, 0, &again);
            for (int k = 0; k < 3 && way == 0; k++) {
                if (strstr(again.what, change[i].told[k]) == NULL) {
                    fail_msg("not told: %s in: %s", change[i].told[k], again.what);
                }
            }
            assert_true(again.differs > 0 && again.what[0] != '\0');
            match_free(new);
            match_free(old);
            scenario_free(other);
        }
    }
}

static void what_nobody_sees_is_not_told(void **state)
{
    (void)state;
    struct scenario *sc =
        support_small_with("\"see\": \"none\", \"start\": 0", "\"see\": \"none\", \"start\": 7");
    struct match *old = some_game(5, 2);
    struct again again;
    struct match *new = again_with(old, sc, 0, &again);
    assert_int_equal(again.differs, 0);
    assert_true(match_hash(new) != match_hash(old));
    match_free(new);
    match_free(old);
    scenario_free(sc);
}

static void other_choices_are_told_to_whose_they_are(void **state)
{
    (void)state;
    struct scenario *sc =
        support_small_with("\"when\": { \"round\": \"2..\" }", "\"when\": { \"round\": \"1..\" }");
    struct match *old = match_new(support_scenario("tests/small"), 1, 0);
    const int victim = match_to_move(old);
    struct again again;
    match_free(again_with(old, sc, victim, &again));
    assert_int_equal(again.differs, 1);
    assert_string_equal(again.what, "charge can be chosen now");
    match_free(again_with(old, sc, 1 - victim, &again));
    assert_int_equal(again.differs, 0);
    match_free(old);
    scenario_free(sc);
}

static void it_stands_where_a_move_is_gone(void **state)
{
    (void)state;
    struct scenario *sc = support_small_with("\"family\": \"deny\", \"again\": true,",
                                             "\"family\": \"deny\", \"again\": true, "
                                             "\"when\": { \"round\": \"3..\" },");
    struct match *old = match_new(support_scenario("tests/small"), 1, 0);
    struct again again;
    char sentence[700];
    play(old, "wait");
    play(old, "ask");
    struct match *new = again_with(old, sc, 0, &again);
    assert_int_equal(match_steps(new), 0);
    assert_int_equal(again.stopped, 1);
    assert_non_null(strstr(again_sentence(&again, sentence, sizeof sentence),
                           "Decision 1, wait, can no longer be made: the game stands there."));
    match_free(new);
    match_free(old);
    scenario_free(sc);
}

static void other_parties_are_another_game(void **state)
{
    (void)state;
    struct scenario *sc = support_small_with("west", "south");
    struct match *old = some_game(1, 4), *new = old;
    struct again again;
    char why[200];
    assert_non_null(match_again(old, sc, 0, &new, &again, why, sizeof why));
    assert_null(new);
    match_free(old);
    scenario_free(sc);
}

/* Whatever is changed, and twice over: as far as it goes the decisions are those of before. */
static void every_game_replays(void **state)
{
    (void)state;
    int stopped = 0, differ = 0;
    for (int i = 0; i < CHANGES; i++) {
        struct scenario *sc = support_small_with(changes[i][0], changes[i][1]);
        for (uint64_t game = 0; game < GAMES; game++) {
            struct match *old = some_game(game, (int)(game % 14));
            struct again again, back;
            struct match *new = again_with(old, sc, 0, &again);
            for (int k = 0; k < match_steps(new); k++) {
                assert_string_equal(match_step(new, k)->by, match_step(old, k)->by);
                assert_int_equal(match_step(new, k)->party, match_step(old, k)->party);
            }
            assert_true(match_steps(new) == match_steps(old) ||
                        again.stopped == match_steps(new) + 1);
            stopped += again.stopped > 0;
            differ += again.differs > 0;
            assert_replays(new);
            struct match *third = again_with(new, match_scenario(old), 0, &back);
            assert_int_equal(back.stopped, 0);
            assert_replays(third);
            match_free(third);
            match_free(new);
            match_free(old);
        }
        scenario_free(sc);
    }
    assert_true(stopped > 10 && differ > 50);
}

/* What a person may choose now, and what no longer. */
static void other_moves_are_told(void **state)
{
    (void)state;
    struct scenario *early =
        support_small_with("\"when\": { \"round\": \"2..\" }", "\"when\": { \"round\": \"1..\" }");
    const struct scenario *late = support_scenario("tests/small");
    static const char *const says[] = { "charge can no longer be chosen",
                                        "charge can be chosen now" };
    for (int way = 0; way < 2; way++) {
        struct match *old = match_new(way == 0 ? early : late, 1, 0);
        struct again again;
        struct match *new = again_with(old, way == 0 ? late : early, match_to_move(old), &again);
        assert_string_equal(again.what, says[way]);
        match_free(new);
        match_free(old);
    }
    scenario_free(early);
}

/* Over at once as it was, to be played as it is, and the other way round. */
static void an_end_that_is_changed_is_told(void **state)
{
    (void)state;
    struct scenario *brief = support_small_with("\"alarm\": \"100..\"", "\"alarm\": \"0..\"");
    const struct scenario *sc = support_scenario("tests/small");
    for (int viewer = 0; viewer < MAX_PARTIES; viewer++) {
        for (int way = 0; way < 2; way++) {
            struct match *old = match_new(way == 0 ? brief : sc, 1, 0);
            struct again again;
            struct match *new = again_with(old, way == 0 ? sc : brief, viewer, &again);
            assert_int_equal(again.differs, 1);
            assert_null(strstr(again.what, "chosen"));
            assert_int_equal(match_over(new), way == 1);
            match_free(new);
            match_free(old);
        }
    }
    scenario_free(brief);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_words_are_the_same_game),
        cmocka_unit_test(the_first_difference_is_told),
        cmocka_unit_test(what_differs_is_told_by_name),
        cmocka_unit_test(what_nobody_sees_is_not_told),
        cmocka_unit_test(other_choices_are_told_to_whose_they_are),
        cmocka_unit_test(it_stands_where_a_move_is_gone),
        cmocka_unit_test(other_parties_are_another_game),
        cmocka_unit_test(every_game_replays),
        cmocka_unit_test(other_moves_are_told),
        cmocka_unit_test(an_end_that_is_changed_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
