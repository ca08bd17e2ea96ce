/* Texts with one slip of punctuation: the place told is that of the slip, not where reading stopped. */
#include "json/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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
        { "\"moves\":", " {", " ", 1 },
        { "\"moves\":", " {", "", 4 },
        { "\"rows\":", " [", "", 9 },
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

/* Where nothing but the shape around it tells what was meant. */
static void short_texts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int column;
        const char *says;
    } slips[] = {
        { "{\"rows\": [[1, 2], 3, 4], [5, 6]]}", 19, "a [ is missing here" },
        { "{\"a\": [[[1, 2], [3, 4]], \"b\": 1}", 8, "this [ is one too many" },
        { "{\"a\": [[1, 2], \"b\": 1}", 8, "this [ is one too many" },
        { "{\"a\": 5\"}", 7, "a quotation mark is missing here" },
        { "{\"a\": trust\", \"b\": 1}", 7, "a quotation mark is missing here" },
        { "{\"a\": \"x\n\"}", 9, "a string ends on the line where it begins" },
    };
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        struct findings list = findings_init();
        assert_null(json_read("f", slips[i].text, strlen(slips[i].text), &list));
        assert_int_equal(list.count, 1);
        assert_int_equal(list.items[0].column, slips[i].column);
        assert_non_null(strstr(list.items[0].message, slips[i].says));
        findings_clear(&list);
    }
}

/* Of a text beyond the size of any file only the place where reading stopped is told. */
static void a_huge_text_is_not_mended(void **state)
{
    (void)state;
    const size_t length = (1 << 20) + 2;
    char *text = malloc(length);
    assert_non_null(text);
    memset(text, ' ', length);
    memcpy(text, "[1 2]", 5);
    struct findings list = findings_init();
    assert_null(json_read("f", text, length, &list));
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].column, 4);
    findings_clear(&list);
    free(text);
}

/* A bracket that had a line of its own is missing there, however little that is indented. */
static void a_line_of_its_own_is_left(void **state)
{
    (void)state;
    static const char text[] = "{\n \"a\":\n \n  \"b\": 1,\n  \"c\": 2\n }\n}\n";
    struct findings list = findings_init();
    assert_null(json_read("f", text, strlen(text), &list));
    assert_int_equal(list.count, 1);
    assert_int_equal(list.items[0].line, 3);
    assert_int_equal(list.items[0].column, 2);
    findings_clear(&list);
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

/* Characters that are taken for others are named, and what to type. */
static void look_alikes_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *text, *says;
        int column;
    } slips[] = {
        { "{\u201ca\u201d: 1}", "this is a typographic quotation mark: ", 2 },
        { "{\"a\": \u201eb\u201c}", "this is a typographic quotation mark: ", 7 },
        { "[\u00abb\u00bb]", "this is a typographic quotation mark: ", 2 },
        { "[`b`]", "this is a backtick: ", 2 },
        { "[\u22121]", "this is a typographic minus sign: type a hyphen, -", 2 },
        { "[3, \u20131]", "this is an en dash: type a hyphen, -", 5 },
        { "[1,\u00a02]", "this is a no-break space, \\u00a0: ", 4 },
        { "{\u200b\"a\": 1}", "this is a zero-width space, \\u200b, which cannot be seen: ", 2 },
        { "{\"a\"\uff1a 1}", "this is a full-width character: type :", 5 },
        { "[1, \u2026]", "an ellipsis stands for nothing here: ", 5 },
        { "[1, ...]", "... stands for nothing here: ", 5 },
        { "[1, 2].", "the file goes on after its value", 7 },
        { "[\"a\". \"b\"]", "\",\" or \"]\" is expected, not .", 5 },
        { "[1, .5]", "a number begins with a digit or a minus sign", 5 },
        { "{title: 1}", "a key in double quotes is expected, not the word title", 2 },
        { "{x: 1}", "a key in double quotes is expected, not x", 2 },
        { "{not-ours: 1}", "a key in double quotes is expected, not the word not-ours", 2 },
        { "[\"a\tb\"]", "in a string a tab is written \\t", 4 },
        { "{\"a\": 1.\n \"b\": 2}", "a number ends in a digit, and a comma follows it", 9 },
    };
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        struct findings list = findings_init();
        assert_null(json_read("f", slips[i].text, strlen(slips[i].text), &list));
        assert_int_equal(list.count, 1);
        if (strncmp(list.items[0].message, slips[i].says, strlen(slips[i].says)) != 0 ||
            list.items[0].column != slips[i].column) {
            findings_print_text(&list, stderr);
            fail_msg("%s: not \"%s\" at column %d", slips[i].text, slips[i].says, slips[i].column);
        }
        findings_clear(&list);
    }
}

/* A quotation mark inside a text is told where it stands, and reading goes on behind the text. */
static void inner_quotes_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int lines[2], columns[2], count;
    } slips[] = {
        { "{\"a\": \"Say \"not ours\"\",\n \"b\": 1}", { 1 }, { 12 }, 1 },
        { "[\"A \"hawk\", they say\"]", { 1 }, { 5 }, 1 },
        { "[\"\"Ours\", he says: \"no\" \\\"\"]", { 1 }, { 3 }, 1 },
        { "[\"a \"b\" c\",\n \"d \"e\"\"]", { 1, 2 }, { 5, 5 }, 2 },
        { "[\"a \"{b}\" c\",\n 1 2]", { 1, 2 }, { 5, 3 }, 2 },
    };
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        struct findings list = findings_init();
        assert_null(json_read("f", slips[i].text, strlen(slips[i].text), &list));
        if (list.count != slips[i].count) {
            findings_print_text(&list, stderr);
        }
        assert_int_equal(list.count, slips[i].count);
        assert_string_equal(list.items[0].message,
                            "this quotation mark ends the text: inside one, write \\\"");
        for (int k = 0; k < list.count; k++) {
            assert_int_equal(list.items[k].line, slips[i].lines[k]);
            assert_int_equal(list.items[k].column, slips[i].columns[k]);
        }
        findings_clear(&list);
    }
}

/* A text without its first quotation mark, and a word without both. */
static void bare_words_want_quotes(void **state)
{
    (void)state;
    struct findings list = findings_init();
    const char *text = "{\"a\": Send the log\",\n \"b\": table}";
    assert_null(json_read("f", text, strlen(text), &list));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].message, "a value is expected, not the word Send");
    findings_clear(&list);
    text = "{\"a\": Send the log\",\n \"b\": 1}";
    assert_null(json_read("f", text, strlen(text), &list));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].message, "a quotation mark is missing here");
    assert_int_equal(list.items[0].column, 7);
    findings_clear(&list);
    text = "{\"a\": table}";
    assert_null(json_read("f", text, strlen(text), &list));
    assert_string_equal(list.items[0].expected,
                        "quotation marks around a text or an id, as in \"table\"");
    findings_clear(&list);
}

/* The caret stands under what is wrong, also behind characters that are shown by their numbers. */
static void the_caret_is_under_the_byte(void **state)
{
    (void)state;
    static const struct {
        const char *text, *excerpt;
    } texts[] = {
        { "[\"Don\x92t\"]", "[\"Don\\x92t\"]\n     ^" },
        { "[\"\u00e9 \u00a0\u200b\", \x92]",
          "[\"\u00e9 \\u00a0\\u200b\", \\x92]\n                   ^" },
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct findings list = findings_init();
        assert_null(json_read("f", texts[i].text, strlen(texts[i].text), &list));
        assert_int_equal(list.count, 1);
        assert_string_equal(list.items[0].code, "J010");
        assert_string_equal(list.items[0].excerpt, texts[i].excerpt);
        findings_clear(&list);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_are_found_where_they_are),
        cmocka_unit_test(short_texts),
        cmocka_unit_test(a_huge_text_is_not_mended),
        cmocka_unit_test(a_line_of_its_own_is_left),
        cmocka_unit_test(several_slips_are_told),
        cmocka_unit_test(prose_is_one_finding),
        cmocka_unit_test(look_alikes_are_named),
        cmocka_unit_test(inner_quotes_are_told),
        cmocka_unit_test(bare_words_want_quotes),
        cmocka_unit_test(the_caret_is_under_the_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
