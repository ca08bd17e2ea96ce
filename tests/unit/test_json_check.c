/* JSON: getters that add findings; writing. */
#define _POSIX_C_SOURCE 200809L

#include "json/json.h"
#include "json/json_check.h"
#include "json/json_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct json_document *read_good(const char *text)
{
    struct findings list = findings_init();
    struct json_document *document = json_read("f", text, strlen(text), &list);
    if (list.count > 0) {
        print_error("%s: %s %s\n", text, list.items[0].code, list.items[0].message);
    }
    assert_non_null(document);
    assert_int_equal(list.errors, 0);
    assert_false(list.out_of_memory);
    findings_clear(&list);
    return document;
}

static struct json_checker checker_for(struct findings *list)
{
    return (struct json_checker){
        .findings = list,
        .wrong_type = "S001",
        .out_of_range = "S002",
        .unknown_word = "S003",
        .unknown_key = "S004",
        .missing_key = "S005",
    };
}

static void expect_finding(struct findings *list, const char *code, int column, const char *message,
                           const char *expected)
{
    assert_int_equal(list->count, 1);
    const struct finding *finding = &list->items[0];
    assert_string_equal(finding->code, code);
    assert_int_equal(finding->column, column);
    assert_string_equal(finding->message, message);
    assert_string_equal(finding->expected, expected);
    findings_clear(list);
}

static void wrong_types(void **state)
{
    (void)state;
    struct findings list = findings_init();
    struct json_checker checker = checker_for(&list);
    struct json_document *document = read_good("{\"a\":[],\"b\":\"\",\"c\":false,\"d\":null}");
    const struct json_value *root = json_root(document);
    const struct json_value *array = root->first, *string = array->next, *truth = string->next;
    int number = 7;
    bool flag = true;

    assert_true(json_expect_object(&checker, root));
    assert_true(json_expect_array(&checker, array, 0, 0));
    assert_true(json_expect_bool(&checker, truth, &flag));
    assert_false(flag);
    assert_int_equal(list.count, 0);

    assert_false(json_expect_object(&checker, array));
    expect_finding(&list, "S001", 6, "an object is expected here, not an array", "an object");
    assert_false(json_expect_array(&checker, string, 0, 9));
    expect_finding(&list, "S001", 13, "an array is expected here, not a string", "an array");
    assert_null(json_expect_string(&checker, truth, 0, 9));
    expect_finding(&list, "S001", 20, "a string is expected here, not true or false", "a string");
    assert_false(json_expect_integer(&checker, truth->next, 0, 9, &number));
    expect_finding(&list, "S001", 30, "a number is expected here, not null", "a number");
    assert_false(json_expect_bool(&checker, root, &flag));
    expect_finding(&list, "S001", 1, "true or false is expected here, not an object",
                   "true or false");
    assert_int_equal(json_expect_word(&checker, array, NULL, 0), -1);
    expect_finding(&list, "S001", 6, "a string is expected here, not an array", "a string");
    assert_int_equal(number, 7);
    json_free(document);
}

static void missing_values_are_passed_over(void **state)
{
    (void)state;
    struct findings list = findings_init();
    struct json_checker checker = checker_for(&list);
    int number;
    bool flag;
    assert_false(json_expect_object(&checker, NULL));
    assert_false(json_expect_array(&checker, NULL, 0, 9));
    assert_null(json_expect_string(&checker, NULL, 0, 9));
    assert_false(json_expect_integer(&checker, NULL, 0, 9, &number));
    assert_false(json_expect_bool(&checker, NULL, &flag));
    assert_int_equal(json_expect_word(&checker, NULL, NULL, 0), -1);
    assert_null(json_require(&checker, NULL, "a"));
    assert_int_equal(json_unknown_keys(&checker, NULL, NULL, 0), 0);
    assert_null(json_suggest_key(NULL, "a"));
    assert_int_equal(list.errors, 0);
}

static void sizes(void **state)
{
    (void)state;
    struct findings list = findings_init();
    struct json_checker checker = checker_for(&list);
    struct json_document *document = read_good("[\"\xe5\x8c\x97\xe4\xba\xac\", [1,2,3]]");
    const struct json_value *string = json_root(document)->first, *array = string->next;

    assert_string_equal(json_expect_string(&checker, string, 2, 2), "\xe5\x8c\x97\xe4\xba\xac");
    assert_null(json_expect_string(&checker, string, 3, 4));
    expect_finding(&list, "S002", 2, "the number of characters, 2, is below the limit 3",
                   "3 to 4 characters");
    assert_null(json_expect_string(&checker, string, 0, 1));
    expect_finding(&list, "S002", 2, "the number of characters, 2, is above the limit 1",
                   "0 to 1 characters");
    assert_true(json_expect_array(&checker, array, 3, 3));
    assert_false(json_expect_array(&checker, array, 1, 2));
    expect_finding(&list, "S002", 8, "the number of elements, 3, is above the limit 2",
                   "1 to 2 elements");
    json_free(document);
}

static void ranges(void **state)
{
    (void)state;
    const struct {
        const char *text, *code, *message;
    } cases[] = {
        { "-6", "S002", "-6 is below the limit -5" },
        { "101", "S002", "101 is above the limit 100" },
        { "2147483748", "S002", "2147483748 is above the limit 100" },
        { "99999999999999999999", "S002", "99999999999999999999 is above the limit 100" },
        { "-99999999999999999999", "S002", "-99999999999999999999 is below the limit -5" },
        { "1.5", "S001", "1.5 is not written as a whole number" },
        { "1.0", "S001", "1.0 is not written as a whole number" },
        { "1e999", "S001", "1e999 is not written as a whole number" },
        { "1E2", "S001", "1E2 is not written as a whole number" },
    };
    struct findings list = findings_init();
    struct json_checker checker = checker_for(&list);
    int number = 7;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct json_document *document = read_good(cases[i].text);
        assert_false(json_expect_integer(&checker, json_root(document), -5, 100, &number));
        expect_finding(&list, cases[i].code, 1, cases[i].message, "a whole number from -5 to 100");
        json_free(document);
    }
    assert_int_equal(number, 7);
    struct json_document *document = read_good("[-5,100]");
    const struct json_value *low = json_root(document)->first;
    assert_true(json_expect_integer(&checker, low, -5, 100, &number));
    assert_int_equal(number, -5);
    assert_true(json_expect_integer(&checker, low->next, -5, 100, &number));
    assert_int_equal(number, 100);
    assert_int_equal(list.count, 0);
    json_free(document);
}

static void words(void **state)
{
    (void)state;
    static const char *const families[] = { "cooperate", "accuse", "deny" };
    struct findings list = findings_init();
    struct json_checker checker = checker_for(&list);
    struct json_document *document = read_good("[\"deny\",\"acuse\"]");
    const struct json_value *good = json_root(document)->first;
    assert_int_equal(json_expect_word(&checker, good, families, 3), 2);
    assert_int_equal(list.count, 0);
    assert_int_equal(json_expect_word(&checker, good->next, families, 3), 1); /* as was meant */
    assert_string_equal(list.items[0].suggestion, "accuse");
    assert_string_equal(list.items[0].pointer, "/1");
    expect_finding(&list, "S003", 9, "\"acuse\" is not known here",
                   "one of cooperate, accuse, deny");
    json_free(document);
}

static void keys(void **state)
{
    (void)state;
    static const char *const allowed[] = { "trust", "crisis" };
    struct findings list = findings_init();
    struct json_checker checker = checker_for(&list);
    struct json_document *document =
        read_good("[{\"$schema\":0,\"x-note\":0,\"crisis\":1,\"trst\":2,\"x\":3}]");
    const struct json_value *object = json_root(document)->first;
    assert_int_equal(json_unknown_keys(&checker, object, allowed, 2), 2);
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].code, "S004");
    assert_string_equal(list.items[0].pointer, "/0/trst");
    assert_int_equal(list.items[0].column, 37);
    assert_string_equal(list.items[0].suggestion, "trust");
    assert_string_equal(list.items[0].expected, "one of trust, crisis");
    assert_string_equal(list.items[1].message, "the key \"x\" is not known here");
    assert_null(list.items[1].suggestion);
    findings_clear(&list);

    assert_int_equal(json_require(&checker, object, "crisis")->integer, 1);
    assert_int_equal(list.count, 0);
    assert_int_equal(json_require(&checker, object, "trust")->integer, 2); /* it is read as meant */
    assert_int_equal(list.count, 0);
    assert_null(json_require(&checker, object, "weather"));
    assert_string_equal(list.items[0].pointer, "/0");
    expect_finding(&list, "S005", 2, "the key \"weather\" is missing", "a key \"weather\"");
    assert_string_equal(json_suggest_key(object, "criss"), "crisis");
    assert_null(json_suggest_key(object, "weather"));
    json_free(document);
}

/* A key with a dollar sign can only be that of the schema. */
static void a_key_for_programs(void **state)
{
    (void)state;
    static const char *const allowed[] = { "trust" };
    struct findings list = findings_init();
    struct json_checker checker = checker_for(&list);
    struct json_document *document = read_good("{\"$ref\": 1, \"trust\": 2}");
    assert_int_equal(json_unknown_keys(&checker, json_root(document), allowed, 1), 1);
    assert_string_equal(list.items[0].suggestion, "$schema");
    findings_clear(&list);
    assert_int_equal(json_unknown_keys(&checker, NULL, allowed, 1), 0);
    assert_int_equal(json_unknown_keys(&checker, json_root(document)->first, allowed, 1), 0);
    assert_int_equal(list.count, 0);
    json_free(document);
}

/* A long word is quoted in part, and not cut inside a character. */
static void long_words(void **state)
{
    (void)state;
    char text[512] = "\"a";
    for (int i = 0; i < 100; i++) {
        strcat(text, "\xe5\x8c\x97");
    }
    strcat(text, "\"");
    struct findings list = findings_init();
    struct json_checker checker = checker_for(&list);
    struct json_document *document = read_good(text);
    assert_int_equal(json_expect_word(&checker, json_root(document), NULL, 0), -1);
    char expected[128];
    snprintf(expected, sizeof expected, "\"%.58s\" is not known here", text + 1);
    assert_string_equal(list.items[0].message, expected);
    json_free(document);
    findings_clear(&list);
}

static void writing(void **state)
{
    (void)state;
    struct json_writer writer = json_writer_init();
    json_write_begin_object(&writer);
    json_write_key(&writer, "a\"b");
    json_write_begin_array(&writer);
    json_write_begin_array(&writer);
    json_write_end_array(&writer);
    json_write_begin_object(&writer);
    json_write_end_object(&writer);
    json_write_int64(&writer, INT64_MIN);
    json_write_uint64(&writer, UINT64_MAX);
    json_write_null(&writer);
    json_write_string(&writer, NULL);
    json_write_hex64(&writer, 0x0123456789abcdef);
    json_write_end_array(&writer);
    json_write_key(&writer, "s");
    json_write_string(&writer, "\"\\/\b\f\n\r\t\x01\x1b\x7f\xc2\x9b\xc3\xa9\xe2\x80\xa8\xe2\x80\xa9"
                               "\xe2\x80\xae\xe2\x81\xa6\xef\xbb\xbf\xf0\x9d\x84\x9e\xff.\xc0\xaf");
    json_write_end_object(&writer);
    char *text = json_writer_finish(&writer);
    assert_string_equal(
        text, "{\"a\\\"b\":[[],{},-9223372036854775808,18446744073709551615,null,null,"
              "\"0123456789abcdef\"],"
              "\"s\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001b\\u007f\\u009b\xc3\xa9\\u2028\\u2029"
              "\\u202e\\u2066\\ufeff\xf0\x9d\x84\x9e\xef\xbf\xbd.\xef\xbf\xbd\xef\xbf\xbd\"}");
    free(text);
}

static void fixed_point(void **state)
{
    (void)state;
    struct json_writer writer = json_writer_init();
    json_write_begin_array(&writer);
    json_write_fixed(&writer, 1234, 2);
    json_write_fixed(&writer, -5, 2);
    json_write_fixed(&writer, 0, 1);
    json_write_fixed(&writer, -70, 1);
    json_write_fixed(&writer, INT64_MIN, 9);
    json_write_end_array(&writer);
    char *text = json_writer_finish(&writer);
    assert_string_equal(text, "[12.34,-0.05,0.0,-7.0,-9223372036.854775808]");
    json_free(read_good(text));
    free(text);
}

/* Every code point that a string may hold comes back as it was written. */
static void round_trip(void **state)
{
    (void)state;
    struct json_writer writer = json_writer_init();
    char *text = malloc(2 * 0x110000);
    assert_non_null(text);
    size_t length = 0;
    for (unsigned c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 97) {
        if (c < 0x80) {
            text[length++] = (char)c;
        } else if (c < 0x800) {
            text[length++] = (char)(0xc0 | c >> 6);
            text[length++] = (char)(0x80 | (c & 0x3f));
        } else if (c < 0x10000) {
            bool surrogate = c >= 0xd800 && c <= 0xdfff;
            text[length++] = (char)(0xe0 | (surrogate ? 0xe : c >> 12));
            text[length++] = (char)(0x80 | (c >> 6 & 0x3f));
            text[length++] = (char)(0x80 | (c & 0x3f));
        } else {
            text[length++] = (char)(0xf0 | c >> 18);
            text[length++] = (char)(0x80 | (c >> 12 & 0x3f));
            text[length++] = (char)(0x80 | (c >> 6 & 0x3f));
            text[length++] = (char)(0x80 | (c & 0x3f));
        }
    }
    text[length] = '\0';
    json_write_begin_array(&writer);
    json_write_string(&writer, text);
    json_write_hex64(&writer, UINT64_MAX - 1);
    json_write_uint64(&writer, UINT64_MAX - 1);
    json_write_end_array(&writer);
    char *written = json_writer_finish(&writer);
    struct json_document *document = read_good(written);
    const struct json_value *value = json_root(document)->first;
    uint64_t hash = 0, number = 0;
    assert_string_equal(value->string, text);
    assert_true(json_as_hex64(value->next, &hash));
    assert_true(json_as_uint64(value->next->next, &number));
    assert_true(hash == UINT64_MAX - 1 && number == hash);
    assert_false(json_as_hex64(value, &hash));
    assert_false(json_as_hex64(value->next->next, &hash));
    assert_false(json_as_hex64(NULL, &hash));
    assert_false(json_as_uint64(value, &number));
    json_free(document);
    free(written);
    free(text);
}

/* What was read is written again as it was meant, whatever it is. */
static void values(void **state)
{
    (void)state;
    static const char text[] = "{\"a\":[1,-2.5,\"t\\u0077o\",null,[]],\"b\":{\"c\":true,\"d\":{}}}";
    struct json_document *document = read_good(text);
    struct json_writer writer = json_writer_init();
    json_write_value(&writer, json_root(document));
    char *written = json_writer_finish(&writer);
    assert_string_equal(written, "{\"a\":[1,-2.5,\"two\",null,[]],\"b\":{\"c\":true,\"d\":{}}}");
    free(written);
    json_free(document);
}

static void hex_digits(void **state)
{
    (void)state;
    static const char *const wrong[] = { "\"0123456789ABCDEF\"", "\"0123456789abcde\"",
                                         "\"0123456789abcdef0\"", "\"0123456789abcdeg\"",
                                         "\"0x23456789abcdef\"" };
    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct json_document *document = read_good(wrong[i]);
        uint64_t number;
        assert_false(json_as_hex64(json_root(document), &number));
        json_free(document);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_types),
        cmocka_unit_test(missing_values_are_passed_over),
        cmocka_unit_test(sizes),
        cmocka_unit_test(ranges),
        cmocka_unit_test(words),
        cmocka_unit_test(keys),
        cmocka_unit_test(a_key_for_programs),
        cmocka_unit_test(long_words),
        cmocka_unit_test(writing),
        cmocka_unit_test(fixed_point),
        cmocka_unit_test(round_trip),
        cmocka_unit_test(hex_digits),
        cmocka_unit_test(values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
