/* JSON documents: strict reading, with the place of every value and key.
 *
 * What is accepted is RFC 8259 to the letter, in UTF-8 without a byte order mark, and within limits
 * that are checked before memory is taken. A document is a tree that never changes and owns its
 * text, strings and values. No value is ever guessed at: numbers are kept as they are written and
 * understood as whole numbers or not at all. Errors are findings:
 *     J004 no value in the file       J010 not UTF-8             J011 byte order mark
 *     J020 not what belongs here      J021 the file ends inside  J022 text after the value
 *     J023 number                     J024 control in a string   J025 escape
 *     J026 half a surrogate pair      J031 nested too deeply     J032 too many values
 *     J033 key too long
 * and, of what the grammar allows and no reader can be sure of:
 *     S013 key used twice             S014 \u0000
 * The first error ends the reading, but keys used twice are all reported.
 */
#ifndef JSON_JSON_H
#define JSON_JSON_H

#include "json/finding.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
    JSON_MAX_DEPTH = 64,     /* objects and arrays inside each other */
    JSON_MAX_VALUES = 65536, /* in one document, objects and arrays included */
    JSON_MAX_KEY = 256,      /* bytes of a key as it is written */
};

enum json_type { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

/* One value of a document. Walk an object or array with
 *     for (const struct json_value *child = value->first; child != NULL; child = child->next) */
struct json_value {
    enum json_type type;
    bool boolean;       /* the value of a bool */
    bool is_integer;    /* a number without point and exponent that fits `integer` */
    int64_t integer;    /* then, its value; else 0 */
    const char *string; /* the value of a string, decoded: UTF-8, no NUL inside; else NULL */
    const char *key;    /* decoded; NULL at the root and in arrays */
    bool again;         /* the key stands before in the same object */
    const char *meant;  /* the key as which it is read: `key`, or what a misspelt one stands for */

    const char *text; /* the value as the file has it, `length` bytes, not terminated */
    size_t length;
    struct place place;     /* of its first character */
    struct place key_place; /* of the key's quote; meaningless where key is NULL */

    const struct json_value *parent; /* NULL at the root */
    const struct json_value *first;  /* the first child in file order, or NULL */
    const struct json_value *next;   /* the next child of the same parent, or NULL */
    int count;                       /* how many children */
    int index;                       /* which child of its parent, from 0 */
};

struct json_document;

/* Reads a document from memory, which is copied. `file_name` is for findings. Returns NULL where
 * the text is not JSON, with a finding, or memory ran out, with findings->out_of_memory. A document
 * in which keys are used twice is returned, so that the rest can be checked in the same pass, but
 * its findings are errors: it is good only where findings->errors has not grown. */
struct json_document *json_read(const char *file_name, const char *bytes, size_t length,
                                struct findings *findings);

/* The same for one line out of a file of JSON lines, so that places name line `line`. */
struct json_document *json_read_line(const char *file_name, int line, const char *bytes,
                                     size_t length, struct findings *findings);

/* Frees a document and every value of it; NULL is fine. */
void json_free(struct json_document *document);

/* The document's one value, never NULL. */
const struct json_value *json_root(const struct json_document *document);

/* Are they the same word? Words that are looked for in a list mostly differ at once. */
static inline bool json_same(const char *a, const char *b)
{
    return *a == *b && strcmp(a, b) == 0;
}

/* The value of an object's member, found by walking; NULL where there is none, and where `object`
 * is NULL or no object. Case counts; of a key used twice the first is found. A misspelt key is found
 * by what it stands for once json_mean has said so. */
const struct json_value *json_member(const struct json_value *object, const char *key);

/* Has a misspelt key read as the one that was meant, so that what is below it is looked at and nothing
 * that follows from the slip is reported beside it. `key` must outlive the document. */
void json_mean(const struct json_value *value, const char *key);

/* Where in the file a byte of a string's value stands; `at` points into value->string. */
struct place json_place_in(const struct json_value *value, const char *at);

/* The JSON pointer (RFC 6901) of a value, "" for the root, to be freed; NULL: out of memory. */
char *json_pointer(const struct json_value *value);

/* Reads a whole number from 0 to 2^64-1, where int64 would not do. False where it is none. */
bool json_as_uint64(const struct json_value *value, uint64_t *number);

/* Reads what json_write_hex64 writes: a string of 16 lower-case hex digits. False otherwise. */
bool json_as_hex64(const struct json_value *value, uint64_t *number);

#endif
