/* Findings: their order, their printed forms, what is safe to print, and did-you-mean. */
#define _POSIX_C_SOURCE 200809L

#include "json/finding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A place in a text, counted the slow way. */
static struct place place_at(const struct source *source, size_t offset)
{
    struct place place = { .source = source, .offset = offset, .line = 1, .column = 1 };
    for (size_t i = 0; i < offset; i++) {
        unsigned char byte = (unsigned char)source->text[i];
        if (byte == '\n') {
            place.line++;
            place.column = 1;
        } else if ((byte & 0xc0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

static struct source source_of(const char *name, const char *text)
{
    return (struct source){ .name = name, .text = text, .length = strlen(text), .first_line = 1 };
}

static char *printed(const struct findings *list, bool (*print)(const struct findings *, FILE *))
{
    static char *text; /* static: gcc 12 takes the address of a local for dangling here */
    static size_t size;
    FILE *stream = open_memstream(&text, &size);
    assert_non_null(stream);
    assert_true(print(list, stream));
    assert_int_equal(fclose(stream), 0);
    return text;
}

static void expect_printed(const struct findings *list,
                           bool (*print)(const struct findings *, FILE *), const char *expected)
{
    char *text = printed(list, print);
    assert_string_equal(text, expected);
    free(text);
}

/* The text printed for one finding whose caret is on the first '@' of a text. */
static void expect_excerpt(const char *text, const char *expected)
{
    struct source source = source_of("f", text);
    struct findings list = findings_init();
    struct place place = place_at(&source, (size_t)(strchr(text, '@') - text));
    assert_non_null(findings_add(&list, SEVERITY_ERROR, "S001", place, NULL, "m"));
    char *all = printed(&list, findings_print_text);
    assert_string_equal(strchr(all, '\n') + 1, expected);
    free(all);
    findings_clear(&list);
}

/* How many columns a character takes, by where the caret stands. */
static void expect_columns(const char *character, const char *blanks)
{
    char text[16], expected[32];
    snprintf(text, sizeof text, "%s@", character);
    snprintf(expected, sizeof expected, "%s@\n%s^\n", character, blanks);
    expect_excerpt(text, expected);
}

static void expect_wide(const char *character)
{
    expect_columns(character, "  ");
}

static void expect_narrow(const char *character)
{
    expect_columns(character, " ");
}

static void text_form(void **state)
{
    (void)state;
    struct source source = source_of("dir/a.json", "{\n  \"trst\": 140\n}\n");
    struct findings list = findings_init();
    struct finding *finding = findings_add(&list, SEVERITY_WARNING, "S012", place_at(&source, 12),
                                           "/trst", "%d is above the limit %d", 140, 100);
    findings_expected(&list, finding, "a whole number from %d to %d", 0, 100);
    finding = findings_add(&list, SEVERITY_ERROR, "S003", place_at(&source, 4), "/trst",
                           "the key \"trst\" is not known here");
    findings_suggestion(&list, finding, "trust");
    assert_int_equal(list.errors, 1);
    assert_int_equal(list.warnings, 1);
    expect_printed(&list, findings_print_text,
                   "dir/a.json:2:3: error S003: the key \"trst\" is not known here (/trst)\n"
                   "  \"trst\": 140\n"
                   "  ^ did you mean \"trust\"?\n"
                   "dir/a.json:2:11: warning S012: 140 is above the limit 100 (/trst)\n"
                   "  \"trst\": 140\n"
                   "          ^ expected: a whole number from 0 to 100\n");
    findings_clear(&list);
    assert_int_equal(list.count, 0);
    expect_printed(&list, findings_print_text, "");
}

static void json_form(void **state)
{
    (void)state;
    struct source source = source_of("a \"b\".json", "[1]");
    struct source missing = { .name = "gone.json" };
    struct findings list = findings_init();
    expect_printed(&list, findings_print_json, "{\"findings\":[]}\n");
    struct finding *finding =
        findings_add(&list, SEVERITY_ERROR, "S012", place_at(&source, 1), "/0", "caf\xc3\xa9\x1b");
    findings_expected(&list, finding, "an object");
    findings_suggestion(&list, finding, "x\ty");
    findings_suggestion(&list, finding, NULL);
    findings_add(&list, SEVERITY_WARNING, "J001", (struct place){ .source = &missing }, NULL,
                 "there is no such file");
    expect_printed(&list, findings_print_json,
                   "{\"findings\":[{\"code\":\"S012\",\"severity\":\"error\","
                   "\"file\":\"a \\\"b\\\".json\",\"line\":1,\"column\":2,\"pointer\":\"/0\","
                   "\"message\":\"caf\xc3\xa9\\u001b\",\"expected\":\"an object\","
                   "\"suggestion\":\"x\\ty\"},"
                   "{\"code\":\"J001\",\"severity\":\"warning\",\"file\":\"gone.json\","
                   "\"line\":null,\"column\":null,\"pointer\":null,"
                   "\"message\":\"there is no such file\",\"expected\":null,"
                   "\"suggestion\":null}]}\n");
    findings_clear(&list);
}

static void order(void **state)
{
    (void)state;
    struct source first = source_of("z", "ab\ncd"), second = source_of("a", "ab\ncd");
    struct findings list = findings_init();
    const struct {
        const struct source *source;
        size_t offset;
        const char *message;
    } added[] = {
        { &first, 4, "z 2:2" },        { &second, 1, "a 1:2" },        { &first, 0, "z 1:1" },
        { &second, 0, "a 1:1" },       { &first, 4, "z 2:2 again" },   { &first, 3, "z 2:1" },
        { &second, 1, "a 1:2 again" }, { &first, 4, "z 2:2 at last" },
    };
    for (size_t i = 0; i < sizeof added / sizeof added[0]; i++) {
        findings_add(&list, SEVERITY_ERROR, "S001", place_at(added[i].source, added[i].offset),
                     NULL, "%s", added[i].message);
    }
    findings_add(&list, SEVERITY_ERROR, "S001", (struct place){ .source = &first }, NULL,
                 "z whole");
    static const char *const wanted[] = { "z whole", "z 1:1",       "z 2:1",
                                          "z 2:2",   "z 2:2 again", "z 2:2 at last",
                                          "a 1:1",   "a 1:2",       "a 1:2 again" };
    assert_int_equal(list.count, 9);
    for (int i = 0; i < list.count; i++) {
        assert_string_equal(list.items[i].message, wanted[i]);
    }
    findings_clear(&list);
}

static void cap(void **state)
{
    (void)state;
    struct source source = source_of("f", "x");
    struct findings list = findings_init();
    for (int i = 0; i < FINDINGS_MAX + 7; i++) {
        struct finding *finding =
            findings_add(&list, SEVERITY_ERROR, "S001", place_at(&source, 0), NULL, "number %d", i);
        assert_true((finding != NULL) == (i < FINDINGS_MAX));
        findings_suggestion(&list, finding, "y");
    }
    assert_int_equal(list.count, FINDINGS_MAX);
    assert_int_equal(list.errors, FINDINGS_MAX + 7);
    assert_int_equal(list.dropped, 7);
    char *text = printed(&list, findings_print_text);
    assert_string_equal(text + strlen(text) - strlen("\nand 7 more\n"), "\nand 7 more\n");
    free(text);
    text = printed(&list, findings_print_json);
    assert_non_null(strstr(text, "],\"more\":7}\n"));
    free(text);
    findings_clear(&list);
}

static void excerpts(void **state)
{
    (void)state;
    expect_excerpt("@", "@\n^\n");
    expect_excerpt("a\n\t\"b\": @,\nc", "\t\"b\": @,\n\t     ^\n");
    expect_excerpt("a\r\n  @x\r\nc", "  @x\n  ^\n");
    expect_excerpt("\xe5\x8c\x97\xe4\xba\xac@",
                   "\xe5\x8c\x97\xe4\xba\xac@\n    ^\n");     /* two columns each */
    expect_excerpt("e\xcc\x81@", "e\xcc\x81@\n ^\n");         /* an accent apart */
    expect_excerpt("e\xef\xb8\x8f@", "e\xef\xb8\x8f@\n ^\n"); /* a mark of how it is drawn */
    expect_wide("\xe1\x84\x80");       /* the first of a range, and the last: U+1100 */
    expect_wide("\xe1\x85\x9f");       /* U+115F */
    expect_wide("\xea\xb0\x80");       /* U+AC00 */
    expect_wide("\xed\x9e\xa3");       /* U+D7A3 */
    expect_wide("\xef\xa4\x80");       /* U+F900 */
    expect_wide("\xef\xb8\xb0");       /* U+FE30 */
    expect_wide("\xef\xbc\x81");       /* U+FF01 */
    expect_wide("\xf0\x9f\x8c\x80");   /* U+1F300 */
    expect_wide("\xf0\xa0\x80\x80");   /* U+20000 */
    expect_narrow("\xd7\x90");         /* U+05D0 */
    expect_narrow("\xe1\x85\xa0");     /* U+1160 */
    expect_narrow("\xea\x93\x90");     /* U+A4D0 */
    expect_narrow("\xef\xac\x80");     /* U+FB00 */
    expect_narrow("\xef\xb9\xb0");     /* U+FE70 */
    expect_narrow("\xef\xbd\xa1");     /* U+FF61 */
    expect_narrow("\xf0\x90\x80\x80"); /* U+10000 */
    expect_narrow("\xf0\x9f\xac\x80"); /* U+1FB00 */
    expect_narrow("\xf3\xa0\x84\x80"); /* U+E0100 */
    /* ESC, DEL, C1, a bidi override, a lone CR and a byte that is not UTF-8 */
    expect_excerpt("\x1b[2J\x7f\xc2\x9b\xe2\x80\xae\r\xff@",
                   "\\u001b[2J\\u007f\\u009b\\u202e\\u000d\\xff@\n"
                   "                                     ^\n");
}

static void file_without_text(void **state)
{
    (void)state;
    struct source source = { .name = "evil\x1b[2J\n.json" };
    struct findings list = findings_init();
    findings_add(&list, SEVERITY_ERROR, "J001", (struct place){ .source = &source }, "", "a\tb");
    expect_printed(&list, findings_print_text,
                   "evil\\u001b[2J\\u000a.json: error J001: a\\u0009b\n");
    findings_clear(&list);
}

static void long_lines(void **state)
{
    (void)state;
    char text[1000];
    char expected[400];
    memset(text, 'a', sizeof text);
    text[sizeof text - 1] = '\0';
    text[500] = '@';
    snprintf(expected, sizeof expected, "...%.60s@%.59s...\n%63s^\n", text, text, "");
    expect_excerpt(text, expected);

    /* characters are not cut: 333 of three bytes each, and the caret between them */
    for (size_t i = 0; i + 3 < sizeof text; i += 3) {
        memcpy(text + i, "\xe5\x8c\x97", 3);
    }
    text[sizeof text - 1] = '\0';
    text[501] = '@';
    memmove(text + 502, text + 504, sizeof text - 504);
    snprintf(expected, sizeof expected, "...%.60s@%.60s...\n%43s^\n", text, text, "");
    expect_excerpt(text, expected);

    /* at the end of a long line nothing is left out behind the caret */
    memset(text, 'a', 200);
    strcpy(text + 200, "@\nb");
    snprintf(expected, sizeof expected, "...%.60s@\n%63s^\n", text, "");
    expect_excerpt(text, expected);
}

static void long_sentences(void **state)
{
    (void)state;
    char text[2000];
    struct source source = source_of("f", "x");
    struct findings list = findings_init();
    for (size_t i = 0; i + 2 < sizeof text; i += 2) {
        memcpy(text + i, "\xc3\xa9", 3);
    }
    struct finding *finding =
        findings_add(&list, SEVERITY_ERROR, "S001", place_at(&source, 0), NULL, "%s", text);
    size_t length = strlen(finding->message);
    assert_in_range(length, 350, 400);
    assert_string_equal(finding->message + length - 3, "...");
    assert_int_equal((length - 3) % 2, 0);
    assert_memory_equal(finding->message, text, length - 3);
    findings_clear(&list);
}

static void suggestions(void **state)
{
    (void)state;
    static const char *const words[] = { "trust", "crisis", NULL, "standing", "round", "id" };
    const struct {
        const char *word, *suggestion;
    } cases[] = {
        { "trst", "trust" },
        { "turst", "trust" },
        { "trustt", "trust" },
        { "CRISIS", "crisis" },
        { "criess", "crisis" },
        { "stnading", "standing" },
        { "satnidng", "standing" },
        { "ie", "id" },
        { "di", "id" },
        { "x", NULL },
        { "", NULL },
        { "weather", NULL },
        { "truth-be-told", NULL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *found = findings_suggest(cases[i].word, words, 6);
        if (cases[i].suggestion == NULL) {
            assert_null(found);
        } else {
            assert_non_null(found);
            assert_string_equal(found, cases[i].suggestion);
        }
    }
    static const char *const near[] = { "meter-b", "meter-a", "meters" };
    assert_ptr_equal(findings_suggest("meter-c", near, 3), near[0]);
    assert_ptr_equal(findings_suggest("meterss", near, 3), near[2]);
    char longest[200];
    memset(longest, 'a', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    const char *const same[] = { longest };
    assert_null(findings_suggest(longest, same, 1));
    assert_null(findings_suggest("a", same, 1));
}

static void stream_that_refuses(void **state)
{
    (void)state;
    struct source source = source_of("f", "x");
    struct findings list = findings_init();
    findings_add(&list, SEVERITY_ERROR, "S001", place_at(&source, 0), NULL, "m");
    FILE *stream = fopen("/dev/null", "r");
    assert_non_null(stream);
    assert_false(findings_print_text(&list, stream));
    assert_false(findings_print_json(&list, stream));
    fclose(stream);
    findings_clear(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_form),   cmocka_unit_test(json_form),
        cmocka_unit_test(order),       cmocka_unit_test(cap),
        cmocka_unit_test(excerpts),    cmocka_unit_test(file_without_text),
        cmocka_unit_test(long_lines),  cmocka_unit_test(long_sentences),
        cmocka_unit_test(suggestions), cmocka_unit_test(stream_that_refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
