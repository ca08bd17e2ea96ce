#include "json/json.h"

#include "json/buffer.h"
#include "json/json_scan.h"
#include "json/json_slip.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

struct json_document {
    struct source source;
    char *name;
    char *text;
    struct json_value *values; /* in the order of the text, the root first */
    size_t count;
    cJSON *tree; /* owns keys and strings */
};

/* Reads a whole number without a sign: all of the text, digits only, no overflow. */
static bool parse_digits(const char *text, size_t length, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return false;
        }
        uint64_t digit = (uint64_t)(text[i] - '0');
        if (*number > (UINT64_MAX - digit) / 10) {
            return false;
        }
        *number = *number * 10 + digit;
    }
    return length > 0;
}

static void read_integer(struct json_value *value)
{
    uint64_t size;
    bool negative = value->text[0] == '-';
    size_t sign = negative ? 1 : 0;
    if (!parse_digits(value->text + sign, value->length - sign, &size)) {
        return;
    }
    if (size <= INT64_MAX) {
        value->integer = negative ? -(int64_t)size : (int64_t)size;
        value->is_integer = true;
    } else if (negative && size == (uint64_t)INT64_MAX + 1) {
        value->integer = INT64_MIN;
        value->is_integer = true;
    }
}

/* Both trees hold the same values in the same order; ours takes what cJSON has decoded. Returns
 * the value behind those that were visited. */
static struct json_value *take_strings(struct json_value *value, const cJSON *node)
{
    value->key = value->meant = node->string;
    value->string = node->valuestring;
    if (value->type == JSON_NUMBER) {
        read_integer(value);
    }
    struct json_value *next = value + 1;
    for (const cJSON *child = node->child; child != NULL; child = child->next) {
        next = take_strings(next, child);
    }
    return next;
}

static int compare_keys(const void *a, const void *b)
{
    const struct json_value *left = *(const struct json_value *const *)a;
    const struct json_value *right = *(const struct json_value *const *)b;
    int order = strcmp(left->key, right->key);
    return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

static bool report_duplicate(const struct json_value *first, const struct json_value *second,
                             struct findings *findings)
{
    char *pointer = json_pointer(second);
    if (pointer == NULL) {
        return false;
    }
    findings_add(findings, SEVERITY_ERROR, "S013", second->key_place, pointer,
                 "the key \"%s\" is already used on line %d", second->key, first->key_place.line);
    free(pointer);
    return true;
}

/* Reports every second use of a key in one object. `members` is scratch, large enough. */
static bool find_duplicates(const struct json_document *document, const struct json_value *object,
                            struct json_value **members, struct findings *findings)
{
    size_t count = 0;
    for (const struct json_value *child = object->first; child != NULL; child = child->next) {
        members[count++] = document->values + (child - document->values);
    }
    qsort(members, count, sizeof(struct json_value *), compare_keys);
    const struct json_value *first = members[0];
    for (size_t i = 1; i < count; i++) {
        if (strcmp(first->key, members[i]->key) != 0) {
            first = members[i];
            continue;
        }
        members[i]->again = true;
        if (!report_duplicate(first, members[i], findings)) {
            return false;
        }
    }
    return true;
}

static bool find_all_duplicates(const struct json_document *document, struct findings *findings)
{
    struct json_value **members = malloc(document->count * sizeof(struct json_value *));
    bool good = members != NULL;
    for (size_t i = 0; good && i < document->count; i++) {
        const struct json_value *value = &document->values[i];
        if (value->type == JSON_OBJECT && value->count > 1) {
            good = find_duplicates(document, value, members, findings);
        }
    }
    free(members);
    return good;
}

static char *copy(const char *bytes, size_t length)
{
    char *result = malloc(length + 1);
    if (result != NULL) {
        memcpy(result, bytes, length);
        result[length] = '\0';
    }
    return result;
}

/* Fills a document whose source is set. False where there is a finding or memory ran out. */
static bool build(struct json_document *document, struct findings *findings)
{
    document->values = calloc(json_scan_capacity(&document->source), sizeof *document->values);
    if (document->values == NULL) {
        findings->out_of_memory = true;
        return false;
    }
    struct findings first = findings_init();
    document->count = json_scan(&document->source, document->values, &first);
    findings_clear(&first);
    if (document->count == 0) {
        json_explain(&document->source, findings);
        return false;
    }
    /* The text is proper JSON by now and its end is ours: only memory can be lacking. */
    document->tree =
        cJSON_ParseWithLengthOpts(document->text, document->source.length + 1, NULL, 1);
    if (document->tree == NULL) {
        findings->out_of_memory = true;
        return false;
    }
    struct json_value *end = take_strings(document->values, document->tree);
    assert(end == document->values + document->count);
    (void)end;
    if (!find_all_duplicates(document, findings)) {
        findings->out_of_memory = true;
        return false;
    }
    return true;
}

struct json_document *json_read_line(const char *file_name, int line, const char *bytes,
                                     size_t length, struct findings *findings)
{
    struct json_document *document = calloc(1, sizeof *document);
    if (document == NULL) {
        findings->out_of_memory = true;
        return NULL;
    }
    document->name = copy(file_name, strlen(file_name));
    document->text = copy(bytes, length);
    document->source = (struct source){
        .name = document->name, .text = document->text, .length = length, .first_line = line
    };
    bool copied = document->name != NULL && document->text != NULL;
    findings->out_of_memory = findings->out_of_memory || !copied;
    if (!copied || !build(document, findings)) {
        json_free(document);
        return NULL;
    }
    return document;
}

struct json_document *json_read(const char *file_name, const char *bytes, size_t length,
                                struct findings *findings)
{
    return json_read_line(file_name, 1, bytes, length, findings);
}

void json_free(struct json_document *document)
{
    if (document == NULL) {
        return;
    }
    cJSON_Delete(document->tree);
    free(document->values);
    free(document->text);
    free(document->name);
    free(document);
}

const struct json_value *json_root(const struct json_document *document)
{
    return document->values;
}

const struct json_value *json_member(const struct json_value *object, const char *key)
{
    if (object == NULL || object->type != JSON_OBJECT) {
        return NULL;
    }
    const struct json_value *child = object->first;
    while (child != NULL && !json_same(child->meant, key)) {
        child = child->next;
    }
    return child;
}

void json_mean(const struct json_value *value, const char *key)
{
    ((struct json_value *)value)->meant = key; /* a document's values are not constant themselves */
}

static void add_pointer(struct buffer *out, const struct json_value *value)
{
    if (value->parent == NULL) {
        return;
    }
    add_pointer(out, value->parent);
    buffer_add_string(out, "/");
    if (value->key == NULL) {
        buffer_add_format(out, "%d", value->index);
        return;
    }
    for (const char *c = value->key; *c != '\0'; c++) {
        if (*c == '~' || *c == '/') {
            buffer_add_string(out, *c == '~' ? "~0" : "~1");
        } else {
            buffer_add(out, c, 1);
        }
    }
}

char *json_pointer(const struct json_value *value)
{
    struct buffer out = buffer_init();
    add_pointer(&out, value);
    return buffer_finish(&out);
}

bool json_as_uint64(const struct json_value *value, uint64_t *number)
{
    return value != NULL && value->type == JSON_NUMBER &&
           parse_digits(value->text, value->length, number);
}

bool json_as_hex64(const struct json_value *value, uint64_t *number)
{
    if (value == NULL || value->type != JSON_STRING || strlen(value->string) != 16) {
        return false;
    }
    *number = 0;
    for (const char *c = value->string; *c != '\0'; c++) {
        bool is_letter = *c >= 'a' && *c <= 'f';
        if (!is_letter && (*c < '0' || *c > '9')) {
            return false;
        }
        *number = *number << 4 | (uint64_t)(is_letter ? *c - 'a' + 10 : *c - '0');
    }
    return true;
}

/* How many bytes the escape \uXXXX becomes: 4, where it is the first of two for one character. */
static size_t escaped_bytes(const char *escape)
{
    char digits[5] = "";
    memcpy(digits, escape + 2, 4);
    const unsigned long unit = strtoul(digits, NULL, 16);
    if (unit >= 0xd800 && unit <= 0xdfff) {
        return 4;
    }
    return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
}

struct place json_place_in(const struct json_value *value, const char *at)
{
    struct place place = value->place;
    const char *raw = value->text + 1; /* behind the quote */
    for (const char *read = value->string; read < at;) {
        const size_t bytes = raw[0] == '\\' && raw[1] == 'u' ? escaped_bytes(raw) : 0;
        read += bytes > 0 ? bytes : 1;
        raw += bytes == 4 ? 12 : bytes > 0 ? 6 : raw[0] == '\\' ? 2 : 1;
    }
    for (const char *c = value->text; c < raw; c++) {
        place.column += ((unsigned char)*c & 0xc0) != 0x80;
    }
    place.offset += (size_t)(raw - value->text);
    return place;
}
