/* test_narrate.c: sentences that are too long are cut between characters. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_sentence_keeps_whole_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
