/* test_narrate.c: sentences that are too long are cut between characters; counts and lists read as
 * people say them. */
#include "support.h"

#include "match/narrate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LONGEST = 4096 };

/* Curly marks are longer than straight ones, so that a sentence can grow beyond its place. */
static void a_long_sentence_keeps_whole_characters(void **state)
{
    (void)state;
    struct pool pool = { .first = NULL };
    struct scenario *sc = malloc(sizeof *sc);
    assert_non_null(sc);
    if (setjmp(pool.out) != 0) {
        fail_msg("out of memory");
    }
    *sc = *support_scenario("tests/small");
    struct state start;
    struct view view;
    round_start(sc, &start, 1, NULL);
    view_of(sc, &start, 0, &view);
    const struct narrator n = { .sc = sc, .pool = &pool, .view = &view };
    for (size_t room = LONGEST - 20; room < LONGEST; room++) {
        char text[LONGEST + 1] = "a\"'";
        while (strlen(text) + strlen("字") <= room) {
            strcat(text, "字");
        }
        while (strlen(text) < room) {
            memmove(text + 2, text + 1, strlen(text));
            text[1] = '"';
        }
        sc->text[sc->title.first].utf8 = text;
        const char *told = narrate_title(&n, sc->title, 0);
        assert_true(strlen(told) > LONGEST - 20 && strlen(told) < LONGEST);
        assert_true(strlen(told) % strlen("字") ==
                    1); /* one letter, and characters of three bytes */
    }
    pool_free(&pool);
    free(sc);
}

/* A name in the middle of a sentence has its own letter, one that begins it a capital; nothing before
 * the text is looked at. */
static void a_sentence_begins_with_a_capital(void **state)
{
    (void)state;
    static const struct {
        const char *text, *says;
    } texts[] = {
        { "({own.country} waits.", "The East waits." },
        { ".({own.country}) waits.", "(The East) waits." },
        { ".Here {own.country} waits.", "Here the East waits." },
        { ".Wait. {own.country} will.", "Wait. The East will." },
        { ".Wait, {own.country} will.", "Wait, the East will." },
        { ".Wait! “{own.country} will.”", "Wait! “The East will.”" },
        { ".Wait? ‘{own.country}’ will.", "Wait? ‘The East’ will." },
        { ".“Wait.” {own.country} will.", "“Wait.” The East will." },
        { ".‘Wait.’ {own.country} will.", "‘Wait.’ The East will." },
        { ".(Wait.) {own.country} will.", "(Wait.) The East will." },
        { ".Wait.\n{own.country} will.", "Wait.\nThe East will." },
        { ".Wait “{own.country}” will.", "Wait “the East” will." },
        { ".Wait.{own.country} will.", "Wait.the East will." },
        { ".” {own.country} will.", "” the East will." },
        { ".In {own.country", "In {own.country" },
    };
    struct pool pool = { .first = NULL };
    struct scenario *sc = malloc(sizeof *sc);
    assert_non_null(sc);
    if (setjmp(pool.out) != 0) {
        fail_msg("out of memory");
    }
    *sc = *support_scenario("tests/small");
    struct state start;
    struct view view;
    round_start(sc, &start, 1, NULL);
    view_of(sc, &start, 0, &view);
    const struct narrator n = { .sc = sc, .pool = &pool, .view = &view };
    sc->text[sc->actor[0].country.first].utf8 = "the East";
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        sc->text[sc->title.first].utf8 = texts[i].text + 1;
        assert_string_equal(narrate_title(&n, sc->title, 0), texts[i].says);
    }
    pool_free(&pool);
    free(sc);
}

/* ---- small numbers ---- */

static void counts_are_words_up_to_ten(void **state)
{
    (void)state;
    struct pool pool = { .first = NULL };
    const struct narrator n = { .pool = &pool };
    if (setjmp(pool.out) != 0) {
        fail_msg("out of memory");
    }
    assert_string_equal(narrate_count(&n, 0), "none");
    assert_string_equal(narrate_count(&n, 1), "one");
    assert_string_equal(narrate_count(&n, 10), "ten");
    assert_string_equal(narrate_count(&n, 11), "11");
    assert_string_equal(narrate_count(&n, -1), "-1");
    pool_free(&pool);
}

static void alternatives_are_joined(void **state)
{
    (void)state;
    static const char *const title[] = { "A", "B", "C", "D" };
    static const char *const says[] = { "", "A", "A or B", "A, B or C", "A, B, C or D" };
    struct pool pool = { .first = NULL };
    const struct narrator n = { .pool = &pool };
    if (setjmp(pool.out) != 0) {
        fail_msg("out of memory");
    }
    for (int count = 0; count <= 4; count++) {
        assert_string_equal(narrate_or(&n, title, count), says[count]);
    }
    pool_free(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_sentence_keeps_whole_characters),
        cmocka_unit_test(a_sentence_begins_with_a_capital),
        cmocka_unit_test(counts_are_words_up_to_ten),
        cmocka_unit_test(alternatives_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
