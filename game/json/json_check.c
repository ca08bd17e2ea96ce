#include "json/json_check.h"

#include "json/buffer.h"
#include "json/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* How much of a text that may be long a sentence quotes, in bytes. */
enum { QUOTED = 60 };
/* More keys than any object of the format knows. */
enum { KEYS_COMPARED = 64 };

static int quoted_length(const char *text, size_t length)
{
    return (int)utf8_fit(text, length, QUOTED);
}

static struct finding *report(struct findings *findings, enum severity severity, const char *code,
                              const struct json_value *value, struct place place,
                              const char *format, va_list arguments)
{
    char *pointer = json_pointer(value);
    findings->out_of_memory = findings->out_of_memory || pointer == NULL;
    struct finding *finding =
        findings_add_list(findings, severity, code, place, pointer, format, arguments);
    free(pointer);
    return finding;
}

struct finding *json_report(struct findings *findings, enum severity severity, const char *code,
                            const struct json_value *value, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct finding *finding =
        report(findings, severity, code, value, value->place, format, arguments);
    va_end(arguments);
    return finding;
}

struct finding *json_report_key(struct findings *findings, enum severity severity, const char *code,
                                const struct json_value *value, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct finding *finding =
        report(findings, severity, code, value, value->key_place, format, arguments);
    va_end(arguments);
    return finding;
}

static const char *type_name(enum json_type type)
{
    static const char *const names[] = {
        [JSON_NULL] = "null",       [JSON_BOOL] = "true or false", [JSON_NUMBER] = "a number",
        [JSON_STRING] = "a string", [JSON_ARRAY] = "an array",     [JSON_OBJECT] = "an object",
    };
    return names[type];
}

/* True where a value is there and of that type. */
static bool has_type(const struct json_checker *checker, const struct json_value *value,
                     enum json_type type)
{
    if (value == NULL || value->type == type) {
        return value != NULL;
    }
    struct finding *finding =
        json_report(checker->findings, SEVERITY_ERROR, checker->wrong_type, value,
                    "%s is expected here, not %s", type_name(type), type_name(value->type));
    findings_expected(checker->findings, finding, "%s", type_name(type));
    return false;
}

/* Holds how many `things` a value has against the limits. */
static bool has_size(const struct json_checker *checker, const struct json_value *value,
                     size_t size, int low, int high, const char *things)
{
    assert(low >= 0 && high >= low);
    bool few = size < (size_t)low;
    if (!few && size <= (size_t)high) {
        return true;
    }
    struct finding *finding = json_report(checker->findings, SEVERITY_ERROR, checker->out_of_range,
                                          value, "the number of %s, %zu, is %s the limit %d",
                                          things, size, few ? "below" : "above", few ? low : high);
    findings_expected(checker->findings, finding, "%d to %d %s", low, high, things);
    return false;
}

bool json_expect_object(const struct json_checker *checker, const struct json_value *value)
{
    return has_type(checker, value, JSON_OBJECT);
}

bool json_expect_array(const struct json_checker *checker, const struct json_value *value, int low,
                       int high)
{
    return has_type(checker, value, JSON_ARRAY) &&
           has_size(checker, value, (size_t)value->count, low, high, "elements");
}

const char *json_expect_string(const struct json_checker *checker, const struct json_value *value,
                               int low, int high)
{
    bool good = has_type(checker, value, JSON_STRING) &&
                has_size(checker, value, utf8_count(value->string), low, high, "characters");
    return good ? value->string : NULL;
}

/* True where a number is written with neither point nor exponent, however large. */
static bool is_whole(const struct json_value *value)
{
    return memchr(value->text, '.', value->length) == NULL &&
           memchr(value->text, 'e', value->length) == NULL &&
           memchr(value->text, 'E', value->length) == NULL;
}

/* A number that is not written as a whole one, or lies outside the limits. */
static void report_number(const struct json_checker *checker, const struct json_value *value,
                          int low, int high)
{
    struct findings *findings = checker->findings;
    struct finding *finding;
    int quoted = quoted_length(value->text, value->length);
    if (!is_whole(value)) {
        finding = json_report(findings, SEVERITY_ERROR, checker->wrong_type, value,
                              "%.*s is not written as a whole number", quoted, value->text);
    } else {
        bool below = value->is_integer ? value->integer < low : value->text[0] == '-';
        finding = json_report(findings, SEVERITY_ERROR, checker->out_of_range, value,
                              "%.*s is %s the limit %d", quoted, value->text,
                              below ? "below" : "above", below ? low : high);
    }
    findings_expected(findings, finding, "a whole number from %d to %d", low, high);
}

bool json_expect_integer(const struct json_checker *checker, const struct json_value *value,
                         int low, int high, int *number)
{
    if (!has_type(checker, value, JSON_NUMBER)) {
        return false;
    }
    if (!value->is_integer || value->integer < low || value->integer > high) {
        report_number(checker, value, low, high);
        return false;
    }
    *number = (int)value->integer;
    return true;
}

bool json_expect_bool(const struct json_checker *checker, const struct json_value *value,
                      bool *truth)
{
    if (!has_type(checker, value, JSON_BOOL)) {
        return false;
    }
    *truth = value->boolean;
    return true;
}

static int find_word(const char *word, const char *const words[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (json_same(word, words[i])) {
            return (int)i;
        }
    }
    return -1;
}

/* Says which words would have been right, and which was meant. */
static void advise(struct findings *findings, struct finding *finding, const char *meant,
                   const char *const words[], size_t count)
{
    if (finding == NULL) {
        return;
    }
    struct buffer list = buffer_init();
    for (size_t i = 0; i < count; i++) {
        buffer_add_string(&list, i == 0 ? "" : ", ");
        buffer_add_string(&list, words[i]);
    }
    char *text = buffer_finish(&list);
    findings->out_of_memory = findings->out_of_memory || text == NULL;
    if (text != NULL) {
        findings_expected(findings, finding, "%s%s", count > 1 ? "one of " : "", text);
    }
    free(text);
    findings_suggestion(findings, finding, meant);
}

int json_expect_word(const struct json_checker *checker, const struct json_value *value,
                     const char *const words[], size_t count)
{
    if (!has_type(checker, value, JSON_STRING)) {
        return -1;
    }
    int index = find_word(value->string, words, count);
    if (index < 0) {
        int quoted = quoted_length(value->string, strlen(value->string));
        struct finding *finding =
            json_report(checker->findings, SEVERITY_ERROR, checker->unknown_word, value,
                        "\"%.*s\" is not known here", quoted, value->string);
        const char *meant = findings_suggest(value->string, words, count);
        advise(checker->findings, finding, meant, words, count);
        index = meant != NULL ? find_word(meant, words, count) : -1;
    }
    return index;
}

const struct json_value *json_require(const struct json_checker *checker,
                                      const struct json_value *object, const char *key)
{
    const struct json_value *value = json_member(object, key);
    if (value == NULL && object != NULL && object->type == JSON_OBJECT) {
        struct finding *finding =
            json_report(checker->findings, SEVERITY_ERROR, checker->missing_key, object,
                        "the key \"%s\" is missing", key);
        findings_expected(checker->findings, finding, "a key \"%s\"", key);
    }
    return value;
}

static bool is_allowed(const char *key, const char *const allowed[], size_t count)
{
    return strncmp(key, "x-", 2) == 0 || strcmp(key, "$schema") == 0 ||
           find_word(key, allowed, count) >= 0;
}

/* The keys that an object may have and has not; as many as are compared. */
struct absent {
    const char *key[KEYS_COMPARED];
    size_t count;
};

static struct absent absent_keys(const struct json_value *object, const char *const allowed[],
                                 size_t count)
{
    struct absent absent = { .count = 0 };
    for (size_t i = 0; i < count && absent.count < KEYS_COMPARED; i++) {
        if (json_member(object, allowed[i]) == NULL) {
            absent.key[absent.count++] = allowed[i];
        }
    }
    return absent;
}

/* Has a child read as the key that was meant, if the object does not have that one yet. */
static void take_as(const struct json_value *child, const char *meant, struct absent *absent)
{
    for (size_t i = 0; i < absent->count; i++) {
        if (absent->key[i] == meant) {
            json_mean(child, meant);
            absent->key[i] = NULL; /* which is passed over */
            return;
        }
    }
}

static void report_unknown(const struct json_checker *checker, const struct json_value *child,
                           const char *const allowed[], size_t count, struct absent *absent)
{
    struct finding *finding =
        json_report_key(checker->findings, SEVERITY_ERROR, checker->unknown_key, child,
                        "the key \"%s\" is not known here", child->key);
    if (finding == NULL) {
        return; /* nobody reads what was meant, and there may be very many */
    }
    const char *meant = findings_suggest(child->key, absent->key, absent->count);
    const bool lacks = meant != NULL;
    meant = lacks ? meant : findings_suggest(child->key, allowed, count);
    advise(checker->findings, finding, meant, allowed, count);
    if (meant == NULL && child->key[0] == '$') {
        findings_suggestion(checker->findings, finding, "$schema");
    }
    if (lacks) {
        take_as(child, meant, absent);
    }
}

int json_unknown_keys(const struct json_checker *checker, const struct json_value *object,
                      const char *const allowed[], size_t count)
{
    int unknown = 0;
    if (object == NULL || object->type != JSON_OBJECT) {
        return 0;
    }
    struct absent absent = { .count = 0 };
    for (const struct json_value *child = object->first; child != NULL; child = child->next) {
        if (is_allowed(child->key, allowed, count)) {
            continue;
        }
        if (unknown++ == 0) {
            absent = absent_keys(object, allowed, count);
        }
        report_unknown(checker, child, allowed, count, &absent);
    }
    return unknown;
}

const char *json_suggest_key(const struct json_value *object, const char *word)
{
    if (object == NULL || object->type != JSON_OBJECT || object->count == 0) {
        return NULL;
    }
    const char **keys = malloc((size_t)object->count * sizeof *keys);
    if (keys == NULL) {
        return NULL;
    }
    for (const struct json_value *child = object->first; child != NULL; child = child->next) {
        keys[child->index] = child->key;
    }
    const char *key = findings_suggest(word, keys, (size_t)object->count);
    free(keys);
    return key;
}

bool json_is_id(const char *text, size_t length)
{
    return length > 0 && length <= JSON_ID_MAX && text[0] >= 'a' && text[0] <= 'z' &&
           strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") >= length;
}
