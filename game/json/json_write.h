/* Writing JSON, one value after the other, compact and on one line.
 *
 * The writer puts the commas; the caller sees to it that calls nest, that members have keys and
 * that one value comes out (asserted where cheap). What is written is ASCII-safe where it matters:
 * controls, line separators and bidirectional marks are escaped, other text stays UTF-8, and bytes
 * that are not UTF-8 become U+FFFD. Memory that runs out is told once, by json_writer_finish.
 */
#ifndef JSON_JSON_WRITE_H
#define JSON_JSON_WRITE_H

#include "json/buffer.h"

#include <stdbool.h>
#include <stdint.h>

struct json_writer {
    struct buffer out;
    int depth;        /* objects and arrays begun and not ended */
    bool wants_comma; /* before the next key or value */
};

/* An empty writer. */
struct json_writer json_writer_init(void);

/* Hands over the text, to be freed by the caller; NULL where memory ran out. No line end is added.
 * The writer is empty afterwards. */
char *json_writer_finish(struct json_writer *writer);

void json_write_begin_object(struct json_writer *writer);
void json_write_end_object(struct json_writer *writer);
void json_write_begin_array(struct json_writer *writer);
void json_write_end_array(struct json_writer *writer);

/* The key of the member whose value is written next. */
void json_write_key(struct json_writer *writer, const char *key);

/* A string; NULL is written as null. */
void json_write_string(struct json_writer *writer, const char *string);

void json_write_int64(struct json_writer *writer, int64_t number);
void json_write_uint64(struct json_writer *writer, uint64_t number);

/* A number with `decimals` digits behind the point, 1 to 9: 1234 with 2 is written 12.34. */
void json_write_fixed(struct json_writer *writer, int64_t number, int decimals);

void json_write_null(struct json_writer *writer);
void json_write_bool(struct json_writer *writer, bool value);

/* A 64-bit hash, as a string of 16 lower-case hex digits. */
void json_write_hex64(struct json_writer *writer, uint64_t number);

/* A value that somebody has read, as it was written but for blanks and escapes. */
struct json_value;
void json_write_value(struct json_writer *writer, const struct json_value *value);

/* A value that is JSON already, on one line. */
void json_write_text(struct json_writer *writer, const char *text);

/* Adds a string in that manner to text that is laid out otherwise. */
void json_add_string(struct buffer *out, const char *string);

/* A member of an object: the key and its value. */
void json_put_string(struct json_writer *w, const char *key, const char *value);
void json_put_int64(struct json_writer *w, const char *key, int64_t value);
void json_put_bool(struct json_writer *w, const char *key, bool value);
void json_put_hex64(struct json_writer *w, const char *key, uint64_t value);

#endif
