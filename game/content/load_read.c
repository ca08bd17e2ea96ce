/* load_read.c: findings and plain values. */
#include "content/load.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct spot spot_value(const struct json_value *value)
{
    return (struct spot){ .value = value, .key = false };
}

struct spot spot_key(const struct json_value *value)
{
    return (struct spot){ .value = value, .key = value->key != NULL };
}

struct spot spot_in(const struct json_value *value, const char *at)
{
    return (struct spot){ .value = value, .at = at };
}

static struct finding *report(struct load *load, enum severity severity, struct spot spot,
                              const char *code, const char *format, va_list arguments)
{
    char message[512];
    vsnprintf(message, sizeof message, format, arguments);
    if (spot.at != NULL) {
        char *pointer = json_pointer(spot.value);
        struct finding *finding =
            findings_add(load->findings, severity, code, json_place_in(spot.value, spot.at),
                         pointer, "%s", message);
        free(pointer);
        return finding;
    }
    return (spot.key ? json_report_key : json_report)(load->findings, severity, code, spot.value,
                                                      "%s", message);
}

struct finding *load_error(struct load *load, struct spot spot, const char *code,
                           const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct finding *finding = report(load, SEVERITY_ERROR, spot, code, format, arguments);
    va_end(arguments);
    return finding;
}

struct finding *load_warning(struct load *load, struct spot spot, const char *code,
                             const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct finding *finding = report(load, SEVERITY_WARNING, spot, code, format, arguments);
    va_end(arguments);
    return finding;
}

void load_suggest(struct load *load, struct finding *finding, const char *word, const char *meant)
{
    if (meant != NULL && strcmp(meant, word) != 0) {
        findings_suggestion(load->findings, finding, meant);
    }
}

void load_suggest_name(struct load *load, struct finding *finding, struct spot spot,
                       const char *name)
{
    char slot[200];
    snprintf(slot, sizeof slot, "{%s}", name != NULL ? name : "");
    findings_suggestion(load->findings, finding, spot.at != NULL && name != NULL ? slot : name);
}

void load_full(struct load *load, const struct json_value *at, enum limit limit, int most,
               const char *what)
{
    if (!load->full[limit]) {
        load->full[limit] = true;
        load_error(load, spot_value(at), "S009", "a scenario holds at most %d %s", most, what);
    }
}

bool load_object(struct load *load, const struct json_value *value, const char *const keys[])
{
    if (!json_expect_object(&load->check, value)) {
        return false;
    }
    size_t count = 0;
    while (keys[count] != NULL) {
        count++;
    }
    json_unknown_keys(&load->check, value, keys, count);
    return true;
}

int load_integer(struct load *load, const struct json_value *object, const char *key, int low,
                 int high, int missing)
{
    int number = missing;
    json_expect_integer(&load->check, json_member(object, key), low, high, &number);
    return number;
}

bool load_flag(struct load *load, const struct json_value *object, const char *key)
{
    const struct json_value *value = json_member(object, key);
    bool truth = value != NULL && !(value->type == JSON_STRING && value->string[0] == 'f');
    json_expect_bool(&load->check, value,
                     &truth); /* what is wrong was hardly written for nothing */
    return truth;
}

int load_word(struct load *load, const struct json_value *object, const char *key,
              const char *const words[], size_t count, int missing)
{
    const struct json_value *value = json_member(object, key);
    const int word = json_expect_word(&load->check, value, words, count);
    return word < 0 ? missing : word;
}

bool load_pair(struct load *load, const struct json_value *value, int low, int high,
               int16_t pair[2])
{
    if (!json_expect_array(&load->check, value, 2, 2)) {
        return false;
    }
    int first = 0, second = 0;
    const bool good = json_expect_integer(&load->check, value->first, low, high, &first);
    const bool both = json_expect_integer(&load->check, value->first->next, low, high, &second);
    pair[0] = (int16_t)first;
    pair[1] = (int16_t)second;
    return good && both;
}

const char *load_copy(struct load *load, const char *string)
{
    const size_t size = strlen(string) + 1;
    assert(size <= (size_t)(load->arena_end - load->arena_at));
    char *copy = memcpy(load->arena_at, string, size);
    load->arena_at += size;
    return copy;
}
