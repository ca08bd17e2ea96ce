/* Texts with one slip of punctuation: the place told is that of the slip, not where reading stopped. */
#include "json/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char good[] =
    "{\n"
    "  \"meters\": {\n"
    "    \"trust\": { \"range\": [0, 100], \"text\": { \"title\": \"Trust\" } },\n"
    "    \"alarm\": { \"range\": [0, 100], \"text\": { \"title\": \"Alarm\" } }\n"
    "  },\n"
    "  \"moves\": {\n"
    "    \"ask\": {\n"
    "      \"rows\": [\n"
    "        { \"when\": { \"trust\": 1 }, \"do\": { \"trust\": 2 } },\n"
    "        { \"when\": { \"alarm\": 1 }, \"do\": { \"trust\": 3 } }\n"
    "      ],\n"
    "      \"say\": [\"yes\", \"no\"],\n"
    "      \"text\": { \"title\": \"Ask\" }\n"
    "    },\n"
    "    \"go\": {\n"
    "      \"rows\": [],\n"
    "      \"say\": [\"yes\"],\n"
    "      \"text\": { \"title\": \"Go\" }\n"
    "    }\n"
    "  }\n"
    "}\n";

/* Replaces the `old` that follows `after` by `new`; how many bytes into the text that is. */
static size_t change(const char *after, const char *old, const char *new, char out[sizeof good + 8])
{
    const char *at = strstr(strstr(good, after) + strlen(after), old);
    assert_non_null(at);
    const size_t offset = (size_t)(at - good);
    snprintf(out, sizeof good + 8, "%.*s%s%s", (int)offset, good, new, at + strlen(old));
    return offset;
}

static void slips_are_found_where_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *after, *old, *new;
        int shift; /* of the place told, against that of the change */
    } slips[] = {
        { "\"trust\": ", "{", "", 0 },
        { "\"Trust\"", " } }", " }", 2 },
        { "\"alarm\": { ", "\"range\"", "range\"", 0 },
        { "\"alarm\": { ", "\"range\"", "\"range", 6 },
        { "100]", ",", "", 0 },
        { "\"rows\": ", "[", "", 0 },
        { "\"trust\": 1", " }", "", 0 },
        { "\"trust\": 1 }", ",", " },", 1 },
        { "{ \"when\": { \"alarm\": 1 ", "}", "]", 0 },
        { "3 } }\n      ", "]", "", 0 },
        { "\"say\": ", "[", "{", 0 },
        { "\"no\"", "]", "]]", 1 },
        { "\"say\": [\"yes", "\"", "", 0 },
        { "\"title\": \"Ask\" ", "}", "", 0 },
        { "\"Ask\" }\n    ", "}", "", 0 },
        { "\"go\"", ":", "", 0 },
        { "\"title\": \"Go", "\"", "", 0 },
    };
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        char text[sizeof good + 8];
        struct findings list = findings_init();
        const size_t at =
            change(slips[i].after, slips[i].old, slips[i].new, text) + (size_t)slips[i].shift;
        int line = 1, column = 1;
        for (size_t k = 0; k < at; k++) {
            column = text[k] == '\n' ? 1 : column + 1;
            line += text[k] == '\n';
        }
        assert_null(json_read("f", text, strlen(text), &list));
        if (list.count != 1 || list.items[0].line != line || list.items[0].column != column) {
            findings_print_text(&list, stderr);
            fail_msg("%s %s: not at %d:%d", slips[i].after, slips[i].old, line, column);
        }
        findings_clear(&list);
    }
}

/* One slip does not hide the next. */
static void several_slips_are_told(void **state)
{
    (void)state;
    static const char text[] = "{\n  \"a\": 1\n  \"b\" 2,\n  \"c\": \"x,\n  \"d\": [1, 2\n}\n";
    static const int lines[] = { 2, 3, 4, 5 };
    struct findings list = findings_init();
    assert_null(json_read("f", text, strlen(text), &list));
    assert_int_equal(list.count, 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(list.items[i].line, lines[i]);
    }
    findings_clear(&list);
}

/* What is no JSON at all is not explained away. */
static void prose_is_one_finding(void **state)
{
    (void)state;
    static const char *const texts[] = { "Dear reader, this is no JSON.", "a: 1\nb: 2\n",
                                         "{ a: 1,\n  b: 2 }\n", "<html>{}</html>" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct findings list = findings_init();
        assert_null(json_read("f", texts[i], strlen(texts[i]), &list));
        assert_int_equal(list.count, 1);
        assert_int_equal(list.items[0].line, 1);
        findings_clear(&list);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_are_found_where_they_are),
        cmocka_unit_test(several_slips_are_told),
        cmocka_unit_test(prose_is_one_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
