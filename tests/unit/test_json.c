/* JSON: what is read and what is refused, and where; the tree, and memory running out. */
#define _POSIX_C_SOURCE 200809L

#include "json/file.h"
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
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include <cjson/cJSON.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Text with its length, so that it may hold NUL. */
#define TEXT(literal) literal, sizeof(literal) - 1

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

static void expect_error(const char *text, size_t length, const char *code, int line, int column)
{
    struct findings list = findings_init();
    assert_null(json_read("f", text, length, &list));
    assert_int_equal(list.count, 1);
    const struct finding *finding = &list.items[0];
    if (strcmp(finding->code, code) != 0 || finding->line != line || finding->column != column) {
        fail_msg("%s: got %d:%d %s (%s), not %d:%d %s", text, finding->line, finding->column,
                 finding->code, finding->message, line, column, code);
    }
    findings_clear(&list);
}

static void accepted(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "0",
        " \t\r\n1 \t\r\n",
        "-0",
        "\"\"",
        "null",
        "true",
        "[]",
        "{}",
        "[ ]",
        "{ }",
        "[1,2]",
        "{\"\":0}",
        "{\"a\":1,\"A\":2}",
        "[-1.5e+10,0e1,0E-1,1E22,1e999,-1e-999]",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\uD834\\udd1e\\uFFFF\"",
        "\"\x7f\xc2\x80\xef\xbf\xbf\xf4\x8f\xbf\xbf\"",
        "-0.000000000000000000000000000000000000000000000000000000000000000000000000000000001",
        "123456789012345678901234567890123456789012345678901234567890123456789012345678901234",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        json_free(read_good(texts[i]));
    }
}

static void refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
        const char *code;
        int line, column;
    } cases[] = {
        /* no value, or more than one */
        { TEXT(""), "J004", 1, 1 },
        { TEXT(" \r\n\n "), "J004", 3, 2 },
        { TEXT("[1]]"), "J022", 1, 4 },
        { TEXT("{}\n{}"), "J022", 2, 1 },
        { TEXT("1 2"), "J022", 1, 3 },
        { TEXT("[1]\0"), "J022", 1, 4 },
        { TEXT("{}#"), "J022", 1, 3 },
        /* white space */
        { TEXT("[\f1]"), "J020", 1, 2 },
        { TEXT("[1\v]"), "J020", 1, 3 },
        { TEXT("[1\0,2]"), "J020", 1, 3 },
        { TEXT("[\xc2\xa0]"), "J020", 1, 2 },
        /* structure */
        { TEXT("[1,]"), "J020", 1, 3 },
        { TEXT("{\"a\":1\n ,\n}"), "J020", 2, 2 },
        { TEXT("[,1]"), "J020", 1, 2 },
        { TEXT("[1,,2]"), "J020", 1, 4 },
        { TEXT("[1 2]"), "J020", 1, 3 },
        { TEXT("[1}"), "J020", 1, 3 },
        { TEXT("{\"a\" 1}"), "J020", 1, 5 },
        { TEXT("{\"a\":}"), "J020", 1, 6 },
        { TEXT("{\"a\"}"), "J020", 1, 5 },
        { TEXT("{a:1}"), "J020", 1, 2 },
        { TEXT("{1:1}"), "J020", 1, 2 },
        { TEXT("{'a':1}"), "J020", 1, 2 },
        { TEXT("{\"a\":1 \"b\":2}"), "J020", 1, 7 },
        { TEXT("{\"a\":1,,}"), "J020", 1, 8 },
        { TEXT("]"), "J020", 1, 1 },
        { TEXT("["), "J021", 1, 2 },
        { TEXT("[1,"), "J021", 1, 4 },
        { TEXT("{\"a\":[1\n"), "J021", 2, 1 },
        { TEXT("{\"a\""), "J021", 1, 5 },
        { TEXT("{\"a\":"), "J021", 1, 6 },
        { TEXT("// a\n1"), "J020", 1, 1 },
        { TEXT("[1, /* a */ 2]"), "J020", 1, 5 },
        /* words */
        { TEXT("[NaN]"), "J020", 1, 2 },
        { TEXT("[-Infinity]"), "J023", 1, 3 },
        { TEXT("True"), "J020", 1, 1 },
        { TEXT("nul"), "J020", 1, 1 },
        { TEXT("truee"), "J020", 1, 1 },
        { TEXT("[a_word_that_is_longer_than_anything_one_would_want_to_see_repeated]"), "J020", 1,
          2 },
        /* numbers */
        { TEXT("007"), "J023", 1, 1 },
        { TEXT("[-01]"), "J023", 1, 3 },
        { TEXT("[-]"), "J023", 1, 3 },
        { TEXT("[1.]"), "J023", 1, 4 },
        { TEXT("[-2.]"), "J023", 1, 5 },
        { TEXT("[2.e3]"), "J023", 1, 4 },
        { TEXT("[0.e1]"), "J023", 1, 4 },
        { TEXT("[1e]"), "J023", 1, 4 },
        { TEXT("[1e+]"), "J023", 1, 5 },
        { TEXT("[.5]"), "J020", 1, 2 },
        { TEXT("[-.5]"), "J023", 1, 3 },
        { TEXT("[+1]"), "J020", 1, 2 },
        { TEXT("[0x10]"), "J020", 1, 3 },
        { TEXT("[1_000]"), "J020", 1, 3 },
        { TEXT("[1e1.5]"), "J020", 1, 5 },
        /* strings */
        { TEXT("[\"a\tb\"]"), "J024", 1, 4 },
        { TEXT("[\"a\nb\"]"), "J024", 1, 4 },
        { TEXT("[\"a\r\nb\"]"), "J024", 1, 4 },
        { TEXT("[\"a\0b\"]"), "J024", 1, 4 },
        { TEXT("[\"\x1b[2J\"]"), "J024", 1, 3 },
        { TEXT("[\"\\x41\"]"), "J025", 1, 3 },
        { TEXT("[\"a\\"), "J025", 1, 4 },
        { TEXT("[\"\\u12\"]"), "J025", 1, 3 },
        { TEXT("[\"\\u12G4\"]"), "J025", 1, 3 },
        { TEXT("[\"\\uqqqq\"]"), "J025", 1, 3 },
        { TEXT("[\"a\\u0000\"]"), "S014", 1, 4 },
        { TEXT("{\"\\u0000\":1}"), "S014", 1, 3 },
        { TEXT("[\"\\ud800\"]"), "J026", 1, 3 },
        { TEXT("[\"\\udc00\\ud800\"]"), "J026", 1, 3 },
        { TEXT("[\"\\ud800\\ud800\"]"), "J026", 1, 3 },
        { TEXT("[\"\\ud800\\n\"]"), "J026", 1, 3 },
        { TEXT("[\n\"abc"), "J021", 2, 1 },
        { TEXT("['a']"), "J020", 1, 2 },
        /* UTF-8 */
        { TEXT("\xef\xbb\xbf{}"), "J011", 1, 1 },
        { TEXT("\xff\xfe{\0}\0"), "J010", 1, 1 },
        { TEXT("{\0}\0"), "J020", 1, 2 },
        { TEXT("[\"\xff\"]"), "J010", 1, 3 },
        { TEXT("[\"\x80\"]"), "J010", 1, 3 },
        { TEXT("[\"\xc0\xaf\"]"), "J010", 1, 3 },
        { TEXT("[\"\xe0\x80\xaf\"]"), "J010", 1, 3 },
        { TEXT("[\"\xed\xa0\x80\"]"), "J010", 1, 3 },
        { TEXT("[\"\xf4\x90\x80\x80\"]"), "J010", 1, 3 },
        { TEXT("[\"\xf5\x80\x80\x80\"]"), "J010", 1, 3 },
        { TEXT("[\"\xe5\x8c\""), "J010", 1, 3 },
        { TEXT("[\xff]"), "J010", 1, 2 },
        /* columns are code points, lines end in LF, the first error wins */
        { TEXT("[\"\xc3\xa9\xe5\x8c\x97\xf0\x9d\x84\x9e\",x]"), "J020", 1, 8 },
        { TEXT("[\r\n\"\xe5\x8c\x97\",\r\n\t01]"), "J023", 3, 2 },
        { TEXT("[01,\n\"\xff\"]"), "J023", 1, 2 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        expect_error(cases[i].text, cases[i].length, cases[i].code, cases[i].line, cases[i].column);
    }
}

static void words_are_suggested(void **state)
{
    (void)state;
    struct findings list = findings_init();
    assert_null(json_read("f", "[True]", 6, &list));
    assert_string_equal(list.items[0].suggestion, "true");
    findings_clear(&list);
    assert_null(json_read("f", "[NaN]", 5, &list));
    assert_null(list.items[0].suggestion);
    findings_clear(&list);
}

static void nested(int depth, char *text)
{
    memset(text, '[', (size_t)depth);
    memset(text + depth, ']', (size_t)depth);
    text[2 * depth] = '\0';
}

static void limits(void **state)
{
    (void)state;
    char text[2 * JSON_MAX_DEPTH + 8];
    nested(JSON_MAX_DEPTH, text);
    json_free(read_good(text));
    nested(JSON_MAX_DEPTH + 1, text);
    expect_error(text, strlen(text), "J031", 1, JSON_MAX_DEPTH + 1);

    char key[JSON_MAX_KEY + 8];
    snprintf(key, sizeof key, "{\"%0*d\":1}", JSON_MAX_KEY, 0);
    json_free(read_good(key));
    snprintf(key, sizeof key, "{\"%0*d\":1}", JSON_MAX_KEY + 1, 0);
    expect_error(key, strlen(key), "J033", 1, 2);

    size_t size = 2 * JSON_MAX_VALUES + 1;
    char *many = malloc(size + 1);
    assert_non_null(many);
    for (size_t i = 0; i < size; i++) {
        many[i] = i % 2 == 0 ? ',' : '0';
    }
    many[0] = '[';
    many[size - 1] = ']'; /* the array and as many elements as the limit says: one too many */
    expect_error(many, size, "J032", 1, 2 * JSON_MAX_VALUES);
    many[size - 3] = ']';
    many[size - 2] = ' ';
    many[size - 1] = ' ';
    many[size] = '\0';
    struct json_document *document = read_good(many);
    assert_int_equal(json_root(document)->count, JSON_MAX_VALUES - 1);
    json_free(document);
    free(many);
}

static void duplicates(void **state)
{
    (void)state;
    const char *text = "{\"a\":1,\n \"b\":{\"x\":1,\"\\u0078\":2,\"X\":3},\n \"a\":2, \"a\":3}";
    struct findings list = findings_init();
    struct json_document *document = json_read("f", text, strlen(text), &list);
    assert_non_null(document);
    assert_int_equal(list.errors, 3);
    const struct {
        int line, column;
        const char *pointer;
    } wanted[] = { { 2, 13, "/b/x" }, { 3, 2, "/a" }, { 3, 9, "/a" } };
    for (int i = 0; i < 3; i++) {
        assert_string_equal(list.items[i].code, "S013");
        assert_int_equal(list.items[i].line, wanted[i].line);
        assert_int_equal(list.items[i].column, wanted[i].column);
        assert_string_equal(list.items[i].pointer, wanted[i].pointer);
    }
    assert_string_equal(list.items[2].message, "the key \"a\" is already used on line 1");
    assert_int_equal(json_member(json_root(document), "a")->integer, 1);
    json_free(document);
    findings_clear(&list);
}

static void expect_place(const struct json_value *value, int line, int column, const char *text)
{
    assert_non_null(value);
    assert_int_equal(value->place.line, line);
    assert_int_equal(value->place.column, column);
    assert_int_equal(value->length, strlen(text));
    assert_memory_equal(value->text, text, value->length);
}

static void tree(void **state)
{
    (void)state;
    struct json_document *document =
        read_good("{\"\xe5\x8c\x97\": [true, null,\r\n  \"\\u00e9\\ud834\\udd1e\\n\"],\n"
                  "\t\"n\" : -12 , \"o\":{}}");
    const struct json_value *root = json_root(document);
    assert_int_equal(root->type, JSON_OBJECT);
    assert_int_equal(root->count, 3);
    assert_null(root->key);
    assert_null(root->parent);
    assert_int_equal(root->place.line, 1);
    assert_int_equal(root->place.column, 1);

    const struct json_value *array = root->first;
    assert_int_equal(array->type, JSON_ARRAY);
    assert_string_equal(array->key, "\xe5\x8c\x97");
    assert_int_equal(array->key_place.column, 2);
    assert_int_equal(array->place.column, 7);
    assert_int_equal(array->place.offset, 8);
    assert_int_equal(array->count, 3);
    expect_place(array->first, 1, 8, "true");
    assert_int_equal(array->first->type, JSON_BOOL);
    assert_true(array->first->boolean);
    expect_place(array->first->next, 1, 14, "null");
    assert_int_equal(array->first->next->type, JSON_NULL);
    const struct json_value *string = array->first->next->next;
    expect_place(string, 2, 3, "\"\\u00e9\\ud834\\udd1e\\n\"");
    assert_string_equal(string->string, "\xc3\xa9\xf0\x9d\x84\x9e\n");
    assert_int_equal(string->index, 2);
    assert_null(string->key);
    assert_null(string->next);
    assert_ptr_equal(string->parent, array);

    const struct json_value *number = array->next;
    assert_string_equal(number->key, "n");
    assert_int_equal(number->key_place.line, 3);
    assert_int_equal(number->key_place.column, 2);
    expect_place(number, 3, 8, "-12");
    assert_true(number->is_integer);
    assert_int_equal(number->integer, -12);
    assert_ptr_equal(number->parent, root);
    assert_int_equal(number->next->type, JSON_OBJECT);
    assert_null(number->next->first);
    assert_null(number->next->next);
    json_free(document);
}

static void members(void **state)
{
    (void)state;
    struct json_document *document = read_good("{\"a\":[1],\"B\":2}");
    const struct json_value *root = json_root(document);
    assert_int_equal(json_member(root, "B")->integer, 2);
    assert_null(json_member(root, "b"));
    assert_null(json_member(root, ""));
    assert_null(json_member(json_member(root, "a"), "a"));
    assert_null(json_member(NULL, "a"));
    json_free(document);
    json_free(NULL);
}

static void integers(void **state)
{
    (void)state;
    const struct {
        const char *text;
        bool is_integer;
        int64_t integer;
        bool is_uint64;
        uint64_t number;
    } cases[] = {
        { "0", true, 0, true, 0 },
        { "-0", true, 0, false, 0 },
        { "9007199254740993", true, 9007199254740993, true, 9007199254740993u },
        { "9223372036854775807", true, INT64_MAX, true, INT64_MAX },
        { "9223372036854775808", false, 0, true, (uint64_t)INT64_MAX + 1 },
        { "-9223372036854775808", true, INT64_MIN, false, 0 },
        { "-9223372036854775809", false, 0, false, 0 },
        { "18446744073709551615", false, 0, true, UINT64_MAX },
        { "18446744073709551616", false, 0, false, 0 },
        { "1.0", false, 0, false, 0 },
        { "1e2", false, 0, false, 0 },
        { "1e999", false, 0, false, 0 },
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct json_document *document = read_good(cases[i].text);
        const struct json_value *root = json_root(document);
        assert_int_equal(root->type, JSON_NUMBER);
        assert_int_equal(root->is_integer, cases[i].is_integer);
        assert_true(root->integer == cases[i].integer);
        uint64_t number = 0;
        assert_int_equal(json_as_uint64(root, &number), cases[i].is_uint64);
        assert_true(!cases[i].is_uint64 || number == cases[i].number);
        json_free(document);
    }
}

static void expect_pointer(const struct json_value *value, const char *expected)
{
    char *pointer = json_pointer(value);
    assert_non_null(pointer);
    assert_string_equal(pointer, expected);
    free(pointer);
}

static void pointers(void **state)
{
    (void)state;
    struct json_document *document = read_good("{\"a/b~\":[0,{\"\":[1]}],\"\\n\xc3\xa9\":2}");
    const struct json_value *root = json_root(document);
    expect_pointer(root, "");
    expect_pointer(root->first, "/a~1b~0");
    expect_pointer(root->first->first, "/a~1b~0/0");
    expect_pointer(root->first->first->next->first->first, "/a~1b~0/1//0");
    expect_pointer(root->first->next, "/\n\xc3\xa9");
    json_free(document);
}

static void lines_of_a_file(void **state)
{
    (void)state;
    struct findings list = findings_init();
    assert_null(json_read_line("f", 41, "{\"a\":01}", 8, &list));
    assert_int_equal(list.items[0].line, 41);
    assert_int_equal(list.items[0].column, 6);
    findings_clear(&list);
}

static void expect_file_error(const char *path, const char *code, const char *message)
{
    struct findings list = findings_init();
    size_t length;
    assert_null(file_read(path, 16, &length, &list));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].code, code);
    assert_string_equal(list.items[0].message, message);
    assert_string_equal(list.items[0].file, path);
    assert_int_equal(list.items[0].line, 0);
    findings_clear(&list);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void files(void **state)
{
    (void)state;
    char folder[] = "/tmp/test_json.XXXXXX";
    char path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/file", folder);

    expect_file_error(path, "J001", "there is no such file");
    expect_file_error(folder, "J002", "this is a folder, not a file to read");
    expect_file_error("/dev/zero", "J002", "this is a device, not a file to read");
    assert_int_equal(mkfifo(path, 0600), 0);
    expect_file_error(path, "J002", "this is a pipe, not a file to read");
    assert_int_equal(unlink(path), 0);

    write_file(path, "");
    expect_file_error(path, "J004", "the file is empty");
    write_file(path, "[1,2,3,4,5,6,7,8]");
    expect_file_error(path, "J003", "the file is larger than 16 bytes, the most that is read");
    if (geteuid() != 0) {
        assert_int_equal(chmod(path, 0), 0);
        expect_file_error(path, "J001", "the file may not be read: its permissions forbid it");
    }
    assert_int_equal(unlink(path), 0);

    write_file(path, "[1,2,3,4,5,6,78]");
    struct findings list = findings_init();
    size_t length;
    char *bytes = file_read(path, 16, &length, &list);
    assert_int_equal(length, 16);
    assert_string_equal(bytes, "[1,2,3,4,5,6,78]");
    free(bytes);
    assert_int_equal(list.count, 0);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

/* cJSON takes its memory through hooks: its n-th request is refused, for every n. */
static int requests_left;

static void *scarce_malloc(size_t size)
{
    return requests_left-- > 0 ? malloc(size) : NULL;
}

static void memory_runs_out(void **state)
{
    (void)state;
    const char *text = "{\"a\":[1,\"two\",null],\"b\":{\"c\":0.5}}";
    cJSON_Hooks hooks = { .malloc_fn = scarce_malloc, .free_fn = free };
    struct json_document *document = NULL;
    int granted = 0;
    cJSON_InitHooks(&hooks);
    while (document == NULL && granted < 100) {
        struct findings list = findings_init();
        requests_left = granted++;
        document = json_read("f", text, strlen(text), &list);
        assert_int_equal(list.out_of_memory, document == NULL);
        assert_int_equal(list.count, 0);
        findings_clear(&list);
    }
    assert_in_range(granted, 8, 99);
    assert_non_null(document);
    json_free(document);
    cJSON_InitHooks(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepted),
        cmocka_unit_test(refused),
        cmocka_unit_test(words_are_suggested),
        cmocka_unit_test(limits),
        cmocka_unit_test(duplicates),
        cmocka_unit_test(tree),
        cmocka_unit_test(members),
        cmocka_unit_test(integers),
        cmocka_unit_test(pointers),
        cmocka_unit_test(lines_of_a_file),
        cmocka_unit_test(files),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
