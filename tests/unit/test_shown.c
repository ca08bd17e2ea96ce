/* test_shown.c: whatever may be left out of a scenario, what is played of it can be shown: tables of
 * both sides at decisions of a game, what led to their numbers, the debrief; no text has a slot that
 * nobody filled. */
#define _POSIX_C_SOURCE 200809L
#include "support.h"
#include "table_dump.h"

#include "content/scenario_load.h"
#include "json/file.h"
#include "match/debrief.h"
#include "match/debrief_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SEEDS = 3, APART = 8, PAGES_APART = 60 };

static void expect_whole(char *text)
{
    assert_non_null(text);
    assert_true(text[0] != '\0');
    assert_null(strchr(text, '{'));
    assert_null(strstr(text, "(null)"));
    free(text);
}

static void show(const struct match *m)
{
    for (int party = 0; party < MAX_PARTIES; party++) {
        struct table *t = table_new_advised(m, party);
        assert_non_null(t);
        expect_whole(table_dump(t));
        const struct scenario *sc = match_scenario(m);
        for (int i = 0; i < sc->meters; i++) {
            const struct table_account *account = table_why_slot(t, sc->meter[i].slot);
            assert_true(account == NULL || account->title[0] != '\0');
        }
        table_free(t);
    }
}

static void play_and_show(const struct scenario *sc, int number)
{
    struct dice dice = { (uint64_t)number };
    struct match *m = match_new(sc, (uint64_t)(number % SEEDS), 0);
    assert_non_null(m);
    for (int n = number; !match_over(m); n++) {
        if (n % APART == 0) {
            show(m);
        }
        assert_null(match_play(m, support_random_move(sc, match_now(m), &dice), "random"));
    }
    show(m);
    if (number % PAGES_APART == 0) {
        struct debrief *d = debrief_new(m, number / PAGES_APART % MAX_PARTIES);
        assert_non_null(d);
        free(page_write(d, NULL, true));
        expect_whole(page_write(d, NULL, false));
        debrief_free(d);
    }
    match_free(m);
}

static const char *after_string(const char *at)
{
    for (at++; *at != '"'; at++) {
        at += *at == '\\';
    }
    return at + 1;
}

/* The end of the member that begins at `at`: the comma behind it, or what closes its object. */
static const char *after_member(const char *at)
{
    for (int depth = 0; depth > 0 || strchr(",}]", *at) == NULL; at++) {
        if (*at == '"') {
            at = after_string(at) - 1;
        } else {
            depth += (*at == '{' || *at == '[') - (*at == '}' || *at == ']');
        }
    }
    return at;
}

/* Whether something stands at `at` that can be taken out: a member of an object. */
static bool is_member(const char *at)
{
    return *at == '"' && *after_string(at) == ':';
}

static void what_lacks_something_is_shown(void **unused)
{
    (void)unused;
    struct findings findings = findings_init();
    size_t length = 0;
    char *text =
        file_read(SOURCE_DIR "/tests/scenarios/small.json", SCENARIO_MAX_BYTES, &length, &findings);
    char *changed = malloc(length + 1);
    int shown = 0;
    assert_true(text != NULL && changed != NULL);
    for (const char *at = text; *at != '\0'; at = *at == '"' ? after_string(at) : at + 1) {
        if (!is_member(at)) {
            continue;
        }
        const char *end = after_member(at), *from = at;
        if (*end == ',') {
            end++;
        } else {
            for (; from > text && *from != ',' && *from != '{'; from--) {
            }
            from += *from == '{';
        }
        sprintf(changed, "%.*s%s", (int)(from - text), text, end);
        struct scenario *sc = scenario_read("small.json", changed, strlen(changed), &findings);
        if (sc != NULL) {
            play_and_show(sc, shown++);
        }
        scenario_free(sc);
        findings_clear(&findings);
        findings = findings_init();
    }
    assert_true(shown > 100);
    findings_clear(&findings);
    free(changed);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_lacks_something_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
