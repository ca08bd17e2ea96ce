/* test_shapes.c: what an author may write anywhere, and how much of it: every value of another kind
 * than expected, notes in every object, more than the program has room for, and single slips, each
 * with the finding it brings. */
#define _POSIX_C_SOURCE 200809L
#include "content/scenario_load.h"
#include "core/round.h"
#include "json/file.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROOM = SCENARIO_MAX_BYTES };

static char *small_text(void)
{
    struct findings findings = findings_init();
    size_t length = 0;
    char *text =
        file_read(SOURCE_DIR "/tests/scenarios/small.json", SCENARIO_MAX_BYTES, &length, &findings);
    assert_non_null(text);
    findings_clear(&findings);
    return text;
}

/* The small scenario with the first `from` made `to`; the caller frees it. */
static char *small_with(const char *from, const char *to)
{
    char *text = small_text(), *out = malloc(ROOM);
    const char *at = strstr(text, from);
    assert_non_null(out);
    if (at == NULL) {
        fail_msg("not in the scenario: %s", from);
    }
    snprintf(out, ROOM, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    free(text);
    return out;
}

static bool is_told(const struct findings *findings, const char *code, const char *words)
{
    for (int i = 0; i < findings->count; i++) {
        const struct finding *one = &findings->items[i];
        if (strcmp(one->code, code) == 0 && strstr(one->message, words) != NULL) {
            return true;
        }
    }
    return false;
}

/* Reads `text`, frees it, and expects such a finding. */
static void expect_told(char *text, const char *code, const char *words)
{
    struct findings findings = findings_init();
    scenario_free(scenario_read("small.json", text, strlen(text), &findings));
    if (!is_told(&findings, code, words)) {
        findings_print_text(&findings, stderr);
        fail_msg("not told: %s, %s", code, words);
    }
    findings_clear(&findings);
    free(text);
}

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
    char *text = small_text(), *changed = malloc(ROOM);
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
    char *text = small_text(), *noted = malloc(ROOM);
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

/* ---- more than there is room for ---- */

/* Rules of 64 rows at the arrival, as many as asked for, each row `row`. */
static char *rules(int count, int rows, const char *row)
{
    char *text = malloc(ROOM);
    assert_non_null(text);
    int at = sprintf(text, "\"rules\": {");
    for (int i = 0; i < count; i++) {
        at += sprintf(text + at, "\"many-%d\": { \"at\": \"arrival\", \"rows\": [", i);
        for (int k = 0; k < rows; k++) {
            at += sprintf(text + at, "%s%s", k ? "," : "", row);
        }
        at += sprintf(text + at, "] }, ");
    }
    char *out = small_with("\"rules\": {", text);
    free(text);
    return out;
}

static void pools_that_are_full_are_told_once(void **unused)
{
    (void)unused;
    static const struct {
        int rules, rows;
        const char *row, *told;
    } full[] = {
        { 33, 64, "{\"do\":{\"calm\":1}}", "rows" },
        { 30, 64, "{\"do\":{\"calm\":1,\"alarm\":1,\"favour.victim\":1}}", "changes" },
        { 20, 64,
          "{\"do\":{\"calm\":{\"per\":{\"severity\":1}},\"alarm\":{\"per\":{\"severity\":2}}}}",
          "amounts" },
        { 30, 64,
          "{\"do\":{\"calm\":{\"per\":{\"severity\":1,\"round\":1,\"calm\":1,\"alarm\":1}}}}",
          "terms of amounts" },
        { 10, 64,
          "{\"when\":[{\"calm\":1},{\"calm\":2},{\"calm\":3},{\"calm\":4},{\"calm\":5},"
          "{\"calm\":6},{\"calm\":7}],\"do\":{\"calm\":1}}",
          "conditions" },
        { 20, 64,
          "{\"when\":{\"calm\":1,\"alarm\":2,\"round\":3,\"severity\":1,\"beacon\":true,"
          "\"agreements\":1,\"ferry\":true},\"do\":{\"calm\":1}}",
          "keys of conditions" },
    };
    for (size_t i = 0; i < sizeof full / sizeof *full; i++) {
        expect_told(rules(full[i].rules, full[i].rows, full[i].row), "S009", full[i].told);
    }
}

/* ---- single slips ---- */

static void a_slip_is_told(void **unused)
{
    (void)unused;
    static const struct {
        const char *from, *to, *code, *words;
    } slip[] = {
        { "{own.title} of", "{ own.title } of", "T004", "has blanks in it" },
        { "{own.title} of", "{own title} of", "T004", "has blanks in it" },
        { "{own.title} of", "{{own.title}} of", "T004", "one brace is enough" },
        { "{own.title} of", "{{}} of", "T004", "one brace is enough" },
        { "{own.title} of", "{} of", "T004", "not closed" },
        { "\"confidence\": [3, 4, 3]", "\"confidence\": [0, 0, 0]", "S002", "above 0" },
        { "\"retrace\": true", "\"retrace\": false", "S023", "can only be true" },
        { "\"chance\": 50, \"do\"", "\"chance\": 0, \"do\"", "S024", "never comes" },
        { "\"favour.own\": -5, \"reveal\": true", "\"favour.own\": {}, \"reveal\": true", "S029",
          "is 0" },
        { "\"boats.suspect\": [1, 4, 9]", "\"boats.suspect\": [1, 4, 9], \"calm\": [1]", "S023",
          "exactly one number" },
        { "\"boats.suspect\": [1, 4, 9]", "\"boats.victim\": [1, 4, 9]", "S023",
          "weighs no culprit" },

    };
    for (size_t i = 0; i < sizeof slip / sizeof *slip; i++) {
        expect_told(small_with(slip[i].from, slip[i].to), slip[i].code, slip[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_value_of_another_kind_is_told_or_plays),
        cmocka_unit_test(notes_change_nothing),
        cmocka_unit_test(pools_that_are_full_are_told_once),
        cmocka_unit_test(a_slip_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
