/* test_shapes.c: what an author may write anywhere: a value of another kind than expected, told or
 * played; a note, which changes nothing. */
#define _POSIX_C_SOURCE 200809L
#include "content/scenario_load.h"
#include "core/round.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROOM = SCENARIO_MAX_BYTES };

/* ---- values of another kind ---- */

static const char *after_string(const char *at)
{
    for (at++; *at != '"'; at++) {
        at += *at == '\\';
    }
    return at + 1;
}

/* What stands behind the value at `at`. */
static const char *after_value(const char *at)
{
    int depth = 0;
    do {
        if (*at == '"') {
            at = after_string(at);
            continue;
        }
        depth += (*at == '{' || *at == '[') - (*at == '}' || *at == ']');
        at++;
    } while (depth > 0 || (strchr(",]} \n", *at) == NULL && at[-1] != '}' && at[-1] != ']'));
    return at;
}

/* The first value at or behind `at`, keys passed over; NULL: there is none. */
static const char *next_value(const char *at)
{
    for (; *at != '\0'; at++) {
        if (*at == '"' && *after_string(at) == ':') {
            at = after_string(at);
        } else if (strchr("{}[],: \n", *at) == NULL || *at == '{' || *at == '[') {
            return at;
        }
    }
    return NULL;
}

static void play(const struct scenario *sc)
{
    static struct ledger ledger;
    struct dice dice = { 3 };
    struct state s;
    round_start(sc, &s, rng_luck(7, 0), &ledger);
    for (int n = 0; !state_over(&s); n++) {
        assert_true(n < 1000);
        round_play(sc, &s, support_random_move(sc, &s, &dice), rng_luck(7, 0), &ledger);
    }
}

/* True where it is read; it is played then, and refused with an error and its place otherwise. */
static bool reads(const char *text)
{
    struct findings findings = findings_init();
    struct scenario *sc = scenario_read("small.json", text, strlen(text), &findings);
    const bool good = sc != NULL;
    assert_int_equal(!good, findings.errors > 0);
    for (int i = 0; i < findings.count; i++) {
        assert_true(findings.items[i].line > 0 && findings.items[i].message[0] != '\0');
    }
    if (good) {
        play(sc);
    }
    scenario_free(sc);
    findings_clear(&findings);
    return good;
}

static void any_value_of_another_kind_is_told_or_plays(void **unused)
{
    (void)unused;
    static const char *const kinds[] = { "7", "\"seven\"", "[]", "{}", "[[], {}]", "true", "null" };
    enum { KINDS = sizeof kinds / sizeof *kinds };
    char *text = support_small_text(), *changed = malloc(ROOM);
    int values = 0, good = 0, refused = 0;
    assert_non_null(changed);
    for (const char *at = text; (at = next_value(at)) != NULL; values++) {
        const char *end = after_value(at);
        const bool simple = *at != '{' && *at != '[';
        for (int k = simple ? values % KINDS : 0; k < KINDS; k += simple ? KINDS : 1) {
            snprintf(changed, ROOM, "%.*s%s%s", (int)(at - text), text, kinds[k], end);
            const bool read = reads(changed);
            good += read;
            refused += !read;
        }
        at = simple ? end : at + 1;
    }
    assert_true(values > 500 && good > 20 && refused > 1000);
    free(changed);
    free(text);
}

/* ---- notes ---- */

/* A note in every object: the same rules, to the letter of their hash. */
static void notes_change_nothing(void **unused)
{
    (void)unused;
    char *text = support_small_text(), *noted = malloc(ROOM);
    size_t at = 0;
    assert_non_null(noted);
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"') {
            const char *end = after_string(c);
            at += (size_t)sprintf(noted + at, "%.*s", (int)(end - c), c);
            c = end - 1;
            continue;
        }
        noted[at++] = *c;
        if (*c == '{') {
            at += (size_t)sprintf(noted + at, " \"x-why\": \"a note\"%s",
                                  c[strspn(c + 1, " \n") + 1] == '}' ? "" : ",");
        }
    }
    noted[at] = '\0';
    struct findings findings = findings_init();
    struct scenario *sc = scenario_read("small.json", noted, at, &findings);
    findings_print_text(&findings, stderr);
    assert_non_null(sc);
    assert_int_equal(findings.count, 0);
    const struct scenario *plain = support_scenario("tests/small");
    assert_true(sc->hash == plain->hash);
    for (uint64_t game = 0; game < 50; game++) {
        struct state a, b;
        support_random_state(sc, rng_luck(5, game), 40, &a);
        support_random_state(plain, rng_luck(5, game), 40, &b);
        assert_true(state_hash(sc, &a) == state_hash(plain, &b));
    }
    scenario_free(sc);
    findings_clear(&findings);
    free(noted);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_value_of_another_kind_is_told_or_plays),
        cmocka_unit_test(notes_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
