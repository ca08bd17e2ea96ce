/* transcript_compare.c: two lines of a transcript side by side. */
#include "match/transcript_line.h"

#include <stdio.h>
#include <string.h>

static void quote(char *out, size_t size, const struct json_value *value)
{
    if (value == NULL) {
        snprintf(out, size, "nothing");
    } else {
        snprintf(out, size, "%.*s", (int)(value->length < size ? value->length : size - 1),
                 value->text);
    }
}

static void report(const struct json_value *recorded, const struct json_value *replayed,
                   const char *path, struct divergence *out)
{
    out->found = true;
    snprintf(out->field, sizeof out->field, "%s", path);
    quote(out->recorded, sizeof out->recorded, recorded);
    quote(out->replayed, sizeof out->replayed, replayed);
}

static bool same_scalar(const struct json_value *a, const struct json_value *b)
{
    if (a->type == JSON_STRING) {
        return strcmp(a->string, b->string) == 0;
    }
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static void compare(const struct json_value *recorded, const struct json_value *replayed,
                    const char *path, struct divergence *out);

static void compare_member(const struct json_value *recorded, const struct json_value *replayed,
                           const char *key, const char *path, struct divergence *out)
{
    char longer[sizeof out->field];
    snprintf(longer, sizeof longer, "%s%s%s", path, *path != '\0' ? "." : "", key);
    compare(json_member(recorded, key), json_member(replayed, key), longer, out);
}

static void compare_objects(const struct json_value *recorded, const struct json_value *replayed,
                            const char *path, struct divergence *out)
{
    const struct json_value *child = replayed->first;
    for (; child != NULL && !out->found; child = child->next) {
        if (strcmp(child->key, "hash") != 0) {
            compare_member(recorded, replayed, child->key, path, out);
        }
    }
    for (child = recorded->first; child != NULL && !out->found; child = child->next) {
        if (json_member(replayed, child->key) == NULL) {
            compare_member(recorded, replayed, child->key, path, out);
        }
    }
    if (!out->found && json_member(replayed, "hash") != NULL) {
        compare_member(recorded, replayed, "hash", path, out);
    }
}

static void compare_arrays(const struct json_value *recorded, const struct json_value *replayed,
                           const char *path, struct divergence *out)
{
    const struct json_value *a = recorded->first, *b = replayed->first;
    for (int i = 0; (a != NULL || b != NULL) && !out->found; i++) {
        char longer[sizeof out->field];
        snprintf(longer, sizeof longer, "%s[%d]", path, i);
        compare(a, b, longer, out);
        a = a != NULL ? a->next : NULL;
        b = b != NULL ? b->next : NULL;
    }
}

static void compare(const struct json_value *recorded, const struct json_value *replayed,
                    const char *path, struct divergence *out)
{
    const bool alike = recorded != NULL && replayed != NULL && recorded->type == replayed->type;
    if (alike && recorded->type == JSON_OBJECT) {
        compare_objects(recorded, replayed, path, out);
    } else if (alike && recorded->type == JSON_ARRAY) {
        compare_arrays(recorded, replayed, path, out);
    } else if (!alike || !same_scalar(recorded, replayed)) {
        report(recorded, replayed, path, out);
    }
}

void transcript_compare(const struct json_value *recorded, const struct json_value *replayed,
                        struct divergence *out)
{
    compare(recorded, replayed, "", out);
}
