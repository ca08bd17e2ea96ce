#include "json/json_scan.h"

#include "json/json_token.h"

#include <string.h>

/* How far the scanner is, and what it has found so far. */
struct scan {
    struct json_cursor cursor;
    int depth;
    struct json_value *values;
    size_t count, capacity;
};

/* A key, its colon and the white space up to the value. */
static bool skip_key(struct json_cursor *cursor)
{
    struct place start = cursor->at;
    if (token_peek(cursor) != '"') {
        return token_unexpected(cursor, "a key in double quotes");
    }
    if (!token_string(cursor)) {
        return false;
    }
    if (cursor->at.offset - start.offset > JSON_MAX_KEY + 2) {
        return token_fail(cursor, start, "J033", "this key is longer than %d bytes", JSON_MAX_KEY);
    }
    token_skip_space(cursor);
    if (!token_take(cursor, ':')) {
        return token_unexpected(cursor, "\":\" after the key");
    }
    token_skip_space(cursor);
    return true;
}

/* What follows a child: a comma, or the closing bracket, and then *last becomes true. */
static bool skip_separator(struct json_cursor *cursor, const struct json_value *container,
                           char close, bool *last)
{
    token_skip_space(cursor);
    struct place separator = cursor->at;
    if (token_take(cursor, close)) {
        *last = true;
        return true;
    }
    if (token_peek(cursor) == TOKEN_END) {
        return token_fail(cursor, separator, "J021",
                          "the file ends before the %c of line %d is closed", container->text[0],
                          container->place.line);
    }
    if (!token_take(cursor, ',')) {
        return token_unexpected(cursor, close == '}' ? "\",\" or \"}\"" : "\",\" or \"]\"");
    }
    token_skip_space(cursor);
    if (token_peek(cursor) == close) {
        return token_fail(cursor, separator, "J020", "no comma is allowed before the closing %c",
                          close);
    }
    return true;
}

static struct json_value *scan_value(struct scan *scan, const struct json_value *parent);

/* The children of an object or array, and the closing bracket. */
static bool scan_children(struct scan *scan, struct json_value *container, char close)
{
    struct json_cursor *cursor = &scan->cursor;
    const struct json_value **link = &container->first;
    token_skip_space(cursor);
    bool last = token_take(cursor, close);
    while (!last) {
        struct place key_place = cursor->at;
        if (container->type == JSON_OBJECT && !skip_key(cursor)) {
            return false;
        }
        struct json_value *child = scan_value(scan, container);
        if (child == NULL || !skip_separator(cursor, container, close, &last)) {
            return false;
        }
        child->key_place = key_place;
        child->index = container->count++;
        *link = child;
        link = &child->next;
    }
    return true;
}

static bool scan_container(struct scan *scan, struct json_value *container)
{
    if (scan->depth == JSON_MAX_DEPTH) {
        return token_fail(&scan->cursor, scan->cursor.at, "J031",
                          "values are nested more than %d deep", JSON_MAX_DEPTH);
    }
    bool is_object = token_take(&scan->cursor, '{') || !token_take(&scan->cursor, '[');
    container->type = is_object ? JSON_OBJECT : JSON_ARRAY;
    scan->depth++;
    bool good = scan_children(scan, container, is_object ? '}' : ']');
    scan->depth--;
    return good;
}

static bool scan_content(struct scan *scan, struct json_value *value)
{
    int c = token_peek(&scan->cursor);
    if (c == '{' || c == '[') {
        return scan_container(scan, value);
    }
    if (c == '"') {
        value->type = JSON_STRING;
        return token_string(&scan->cursor);
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
        value->type = JSON_NUMBER;
        return token_number(&scan->cursor);
    }
    return token_word(&scan->cursor, value);
}

static struct json_value *scan_value(struct scan *scan, const struct json_value *parent)
{
    struct json_cursor *cursor = &scan->cursor;
    if (scan->count == scan->capacity) {
        token_fail(cursor, cursor->at, "J032", "there are more than %d values in this file",
                   JSON_MAX_VALUES);
        return NULL;
    }
    struct json_value *value = &scan->values[scan->count++];
    *value = (struct json_value){ .text = cursor->at.source->text + cursor->at.offset,
                                  .place = cursor->at,
                                  .parent = parent };
    if (!scan_content(scan, value)) {
        return NULL;
    }
    value->length = cursor->at.offset - value->place.offset;
    return value;
}

static bool begins_with(const struct source *source, const char *bytes)
{
    size_t length = strlen(bytes);
    return source->length >= length && memcmp(source->text, bytes, length) == 0;
}

/* The marks at the beginning of a file that tell its encoding. */
static bool check_encoding(struct json_cursor *cursor)
{
    const struct source *source = cursor->at.source;
    if (begins_with(source, "\xef\xbb\xbf")) {
        return token_fail(cursor, cursor->at, "J011",
                          "the file begins with a byte order mark: save it as UTF-8 without one");
    }
    if (begins_with(source, "\xff\xfe") || begins_with(source, "\xfe\xff")) {
        return token_fail(cursor, cursor->at, "J010", "the file is in UTF-16: save it as UTF-8");
    }
    return true;
}

static bool scan_document(struct scan *scan)
{
    struct json_cursor *cursor = &scan->cursor;
    if (!check_encoding(cursor)) {
        return false;
    }
    token_skip_space(cursor);
    if (token_peek(cursor) == TOKEN_END) {
        return token_fail(cursor, cursor->at, "J004", "there is no value in this file");
    }
    if (scan_value(scan, NULL) == NULL) {
        return false;
    }
    token_skip_space(cursor);
    return token_peek(cursor) == TOKEN_END ||
           token_fail(cursor, cursor->at, "J022", "the file goes on after its value");
}

size_t json_scan_capacity(const struct source *source)
{
    size_t capacity = 1;
    for (size_t i = 0; i < source->length; i++) {
        char c = source->text[i];
        capacity += c == ',' || c == '[' || c == '{'; /* what can stand before another value */
    }
    return capacity < JSON_MAX_VALUES ? capacity : JSON_MAX_VALUES;
}

size_t json_scan(const struct source *source, struct json_value *values, struct findings *findings)
{
    struct scan scan = {
        .cursor.at = { .source = source, .line = source->first_line, .column = 1 },
        .cursor.findings = findings,
        .values = values,
        .capacity = json_scan_capacity(source),
    };
    return scan_document(&scan) ? scan.count : 0;
}
