/* Getters that hold a value against what is expected and say what is wrong with it.
 *
 * Every function adds at most one finding a value, so that a loader goes on after an error and
 * reports all of them. A value that is NULL was missing: that has been reported, and all getters
 * pass over it in silence. Which code belongs to which kind of error is the caller's choice.
 */
#ifndef JSON_JSON_CHECK_H
#define JSON_JSON_CHECK_H

#include "json/json.h"

/* Where findings go, and the codes they get. */
struct json_checker {
    struct findings *findings;
    const char *wrong_type;   /* a string where a number belongs, 1.5 where 1 or 2 does */
    const char *out_of_range; /* too large, too small, too long, too many, too few */
    const char *unknown_word; /* a word that is none of those that are allowed */
    const char *unknown_key;
    const char *missing_key;
};

/* Adds a finding at a value, with its pointer. Returns it as findings_add does. */
struct finding *json_report(struct findings *findings, enum severity severity, const char *code,
                            const struct json_value *value, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* The same at the value's key; the value must be a member of an object. */
struct finding *json_report_key(struct findings *findings, enum severity severity, const char *code,
                                const struct json_value *value, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* True where the value is an object. */
bool json_expect_object(const struct json_checker *checker, const struct json_value *value);

/* True where the value is an array of at least `low` and at most `high` elements. */
bool json_expect_array(const struct json_checker *checker, const struct json_value *value, int low,
                       int high);

/* The string where the value is one of at least `low` and at most `high` code points, or NULL. It
 * lives as long as the document. */
const char *json_expect_string(const struct json_checker *checker, const struct json_value *value,
                               int low, int high);

/* True where the value is a whole number, without point and exponent, from `low` to `high`; it is
 * put in *number, which is not touched otherwise. */
bool json_expect_integer(const struct json_checker *checker, const struct json_value *value,
                         int low, int high, int *number);

/* True where the value is true or false; it is put in *truth, which is not touched otherwise. */
bool json_expect_bool(const struct json_checker *checker, const struct json_value *value,
                      bool *truth);

/* Which of `words` the value is, from 0, or which it was probably meant to be, or -1. */
int json_expect_word(const struct json_checker *checker, const struct json_value *value,
                     const char *const words[], size_t count);

/* The member with that key. Where there is none, NULL and a finding at the opening brace. */
const struct json_value *json_require(const struct json_checker *checker,
                                      const struct json_value *object, const char *key);

/* Reports every key of an object that is none of `allowed`, at the key. "$schema" and keys that
 * begin with "x-" are always allowed. Returns how many were reported. A misspelt one is read from
 * then on as the one that was meant, unless that is there too. */
int json_unknown_keys(const struct json_checker *checker, const struct json_value *object,
                      const char *const allowed[], size_t count);

/* True where the first `length` bytes of a string are an id: 1 to 40 small letters, digits and
 * hyphens, a letter first. It can be a part of a path without leading anywhere else. */
enum { JSON_ID_MAX = 40 };
bool json_is_id(const char *text, size_t length);

/* The key of `object` that `word` is probably a slip of, or NULL; for references to what is kept
 * in an object by id. Without memory there is no advice. */
const char *json_suggest_key(const struct json_value *object, const char *word);

#endif
