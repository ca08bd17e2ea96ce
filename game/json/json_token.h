/* The words of JSON: strings, numbers, true, false and null, held against RFC 8259.
 *
 * A cursor goes through a text and knows its place. Functions that go past something begin at its
 * first character and end behind its last; they are false after they have added a finding, and then
 * the cursor is of no more use. Nothing is decoded, nothing allocated.
 */
#ifndef JSON_JSON_TOKEN_H
#define JSON_JSON_TOKEN_H

#include "json/json.h"

enum { TOKEN_END = -1 };

struct json_cursor {
    struct place at;
    struct findings *findings;
};

/* The next byte, or TOKEN_END. */
int token_peek(const struct json_cursor *cursor);

/* Goes past one ASCII character if it is what comes next, and says whether it was. */
bool token_take(struct json_cursor *cursor, char wanted);

/* Goes past the four characters that are white space in JSON. */
void token_skip_space(struct json_cursor *cursor);

/* Goes past a string, both quotes included. */
bool token_string(struct json_cursor *cursor);

/* Goes past a number. */
bool token_number(struct json_cursor *cursor);

/* Goes past true, false or null and says in `value` which it was; whatever else stands there is
 * reported. */
bool token_word(struct json_cursor *cursor, struct json_value *value);

/* Adds a finding at a place. Always false. */
bool token_fail(struct json_cursor *cursor, struct place place, const char *code,
                const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds the finding that not `wanted` comes next, but whatever is there. Always false. */
bool token_unexpected(struct json_cursor *cursor, const char *wanted);

#endif
