#include "json/json_token.h"

#include "json/json_alike.h"
#include "json/utf8.h"

#include <stdarg.h>
#include <string.h>

enum { WORD_QUOTED = 39 }; /* bytes of a word in a sentence */

int token_peek(const struct json_cursor *cursor)
{
    const struct source *source = cursor->at.source;
    size_t offset = cursor->at.offset;
    return offset < source->length ? (unsigned char)source->text[offset] : TOKEN_END;
}

static const char *here(const struct json_cursor *cursor)
{
    return cursor->at.source->text + cursor->at.offset;
}

/* Goes past one character of `size` bytes that is no line end. */
static void step(struct json_cursor *cursor, size_t size)
{
    cursor->at.offset += size;
    cursor->at.column++;
}

bool token_take(struct json_cursor *cursor, char wanted)
{
    bool found = token_peek(cursor) == wanted;
    if (found) {
        step(cursor, 1);
    }
    return found;
}

void token_skip_space(struct json_cursor *cursor)
{
    for (;;) {
        int c = token_peek(cursor);
        if (c == '\n') {
            cursor->at.offset++;
            cursor->at.line++;
            cursor->at.column = 1;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            step(cursor, 1);
        } else {
            return;
        }
    }
}

static bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}

bool token_fail(struct json_cursor *cursor, struct place place, const char *code,
                const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    findings_add_list(cursor->findings, SEVERITY_ERROR, code, place, NULL, format, arguments);
    va_end(arguments);
    return false;
}

/* Goes past one character of UTF-8. */
static bool skip_character(struct json_cursor *cursor)
{
    uint32_t code_point;
    size_t left = cursor->at.source->length - cursor->at.offset;
    size_t size = utf8_decode(here(cursor), left, &code_point);
    if (size == 0) {
        return token_fail(cursor, cursor->at, "J010",
                          "the byte 0x%02x is not valid UTF-8: save the file as UTF-8",
                          (unsigned)token_peek(cursor));
    }
    step(cursor, size);
    return true;
}

/* True for what a word without quotation marks, an id among them, is written with. */
static bool is_word(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || is_digit(c);
}

/* How many bytes of a word follow here. */
static size_t word_length(const struct json_cursor *cursor)
{
    struct json_cursor end = *cursor;
    while (is_word(token_peek(&end))) {
        step(&end, 1);
    }
    return end.at.offset - cursor->at.offset;
}

static bool follows(const struct json_cursor *cursor, const char *text)
{
    const size_t left = cursor->at.source->length - cursor->at.offset;
    return left >= strlen(text) && memcmp(here(cursor), text, strlen(text)) == 0;
}

/* What authors mean who write this where something else belongs. */
static const char *hint(const struct json_cursor *cursor)
{
    struct json_cursor next = *cursor;
    step(&next, 1);
    switch (token_peek(cursor)) {
    case '\'':
        return "strings are written in double quotes";
    case '/':
    case '#':
        return "JSON has no comments";
    case '+':
    case '.':
        if (follows(cursor, "...")) {
            return "... stands for nothing here: write out what is meant";
        }
        return is_digit(token_peek(&next)) ? "a number begins with a digit or a minus sign" : NULL;
    default:
        return NULL;
    }
}

bool token_unexpected(struct json_cursor *cursor, const char *wanted)
{
    struct place place = cursor->at;
    int c = token_peek(cursor);
    if (c == TOKEN_END) {
        return token_fail(cursor, place, "J021", "the file ends where %s is expected", wanted);
    }
    if (c < 0x20) {
        return token_fail(cursor, place, "J020",
                          "%s is expected, not the control character \\u%04x", wanted, (unsigned)c);
    }
    if (hint(cursor) != NULL) {
        return token_fail(cursor, place, "J020", "%s", hint(cursor));
    }
    const char *character = here(cursor);
    const size_t word = is_digit(c) || c == '-' ? 0 : word_length(cursor);
    if (!skip_character(cursor)) {
        return false;
    }
    const size_t size = cursor->at.offset - place.offset;
    uint32_t code_point;
    char alike[ALIKE_SENTENCE];
    if (utf8_decode(character, size, &code_point) > 0 && json_alike(code_point, alike)) {
        return token_fail(cursor, place, "J020", "%s", alike);
    }
    return token_fail(cursor, place, "J020", "%s is expected, not %s%.*s", wanted,
                      word > 1 ? "the word " : "",
                      (int)(word > WORD_QUOTED ? WORD_QUOTED
                            : word > 1         ? word
                                               : size),
                      character);
}

/* Reads four hex digits that follow here. */
static bool take_hex4(struct json_cursor *cursor, unsigned *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++) {
        int c = token_peek(cursor);
        int letter = c | 0x20;
        bool is_letter = letter >= 'a' && letter <= 'f';
        if (!is_digit(c) && !is_letter) {
            return false;
        }
        *unit = *unit << 4 | (unsigned)(is_letter ? letter - 'a' + 10 : c - '0');
        step(cursor, 1);
    }
    return true;
}

/* The part of an escape behind `\u`, which is at `start`: one UTF-16 unit, or two that pair. */
static bool skip_unicode_escape(struct json_cursor *cursor, struct place start)
{
    unsigned unit, second;
    if (!take_hex4(cursor, &unit)) {
        return token_fail(cursor, start, "J025", "four hex digits follow \\u");
    }
    if (unit == 0) {
        return token_fail(cursor, start, "S014", "\\u0000 is not allowed in a string");
    }
    if (unit < 0xd800 || unit > 0xdfff) {
        return true;
    }
    bool paired = unit < 0xdc00 && token_take(cursor, '\\') && token_take(cursor, 'u') &&
                  take_hex4(cursor, &second) && second >= 0xdc00 && second <= 0xdfff;
    return paired || token_fail(cursor, start, "J026",
                                "\\u%04x is half a surrogate pair, without the other", unit);
}

static bool skip_escape(struct json_cursor *cursor)
{
    struct place start = cursor->at;
    step(cursor, 1);
    int c = token_peek(cursor);
    if (c == 'u') {
        step(cursor, 1);
        return skip_unicode_escape(cursor, start);
    }
    if (c <= 0 || strchr("\"\\/bfnrt", c) == NULL) {
        return token_fail(cursor, start, "J025",
                          "a backslash is followed by one of \" \\ / b f n r t u");
    }
    step(cursor, 1);
    return true;
}

/* Goes past the plain characters of a string: most there are, and nothing is wrong with any. */
static void skip_plain(struct json_cursor *cursor)
{
    const struct source *source = cursor->at.source;
    size_t at = cursor->at.offset;
    for (; at < source->length; at++) {
        const unsigned char c = (unsigned char)source->text[at];
        if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
            break;
        }
    }
    cursor->at.column += (int)(at - cursor->at.offset);
    cursor->at.offset = at;
}

bool token_string(struct json_cursor *cursor)
{
    struct place start = cursor->at;
    step(cursor, 1);
    while (skip_plain(cursor), !token_take(cursor, '"')) {
        int c = token_peek(cursor);
        if (c == TOKEN_END) {
            return token_fail(cursor, start, "J021", "the file ends inside this string");
        }
        if (c == '\n' || c == '\r') {
            return token_fail(cursor, cursor->at, "J024",
                              "a string ends on the line where it begins; a line end in it is \\n");
        }
        if (c == '\t') {
            return token_fail(cursor, cursor->at, "J024", "in a string a tab is written \\t");
        }
        if (c < 0x20) {
            return token_fail(cursor, cursor->at, "J024",
                              "in a string this character is written \\u%04x", (unsigned)c);
        }
        if (!(c == '\\' ? skip_escape(cursor) : skip_character(cursor))) {
            return false;
        }
    }
    return true;
}

static bool skip_digits(struct json_cursor *cursor)
{
    if (!is_digit(token_peek(cursor))) {
        const int c = token_peek(cursor);
        const bool stop = cursor->at.source->text[cursor->at.offset - 1] == '.' &&
                          (c == '\n' || c == '\r' || c == ' ');
        return token_fail(cursor, cursor->at, "J023",
                          stop ? "a number ends in a digit, and a comma follows it, no full stop"
                               : "a digit is missing in this number");
    }
    while (is_digit(token_peek(cursor))) {
        step(cursor, 1);
    }
    return true;
}

bool token_number(struct json_cursor *cursor)
{
    token_take(cursor, '-');
    struct place start = cursor->at;
    if (token_take(cursor, '0')) {
        if (is_digit(token_peek(cursor))) {
            return token_fail(cursor, start, "J023", "a number has no leading zeros");
        }
    } else if (!skip_digits(cursor)) {
        return false;
    }
    if (token_take(cursor, '.') && !skip_digits(cursor)) {
        return false;
    }
    if (token_take(cursor, 'e') || token_take(cursor, 'E')) {
        if (!token_take(cursor, '+')) {
            token_take(cursor, '-');
        }
        return skip_digits(cursor);
    }
    return true;
}

bool token_word(struct json_cursor *cursor, struct json_value *value)
{
    static const char *const words[] = { "null", "false", "true" };
    const char *text = here(cursor);
    struct place start = cursor->at;
    const size_t length = word_length(cursor);
    if (length == 0) {
        return token_unexpected(cursor, "a value");
    }
    for (size_t i = 0; i < 3; i++) {
        if (length == strlen(words[i]) && memcmp(text, words[i], length) == 0) {
            value->type = i == 0 ? JSON_NULL : JSON_BOOL;
            value->boolean = i == 2;
            cursor->at.offset += length;
            cursor->at.column += (int)length;
            return true;
        }
    }
    char word[WORD_QUOTED + 1] = "";
    memcpy(word, text, length < sizeof word ? length : sizeof word - 1);
    struct finding *finding = findings_add(cursor->findings, SEVERITY_ERROR, "J020", start, NULL,
                                           "a value is expected, not the word %s", word);
    findings_expected(cursor->findings, finding,
                      "quotation marks around a text or an id, as in \"%s\"", word);
    findings_suggestion(cursor->findings, finding, findings_suggest(word, words, 3));
    return false;
}
