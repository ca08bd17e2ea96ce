/* scenario_change.c: other values put into the text of a scenario. */
#include "content/scenario_change.h"

#include "json/buffer.h"
#include "json/json_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POINTER_SIZE = 512 };

/* ---- pointers ---- */

/* One part of a pointer, decoded: from behind a '/' up to the next one. Returns where it ends. */
static const char *read_part(const char *at, char part[POINTER_SIZE])
{
    size_t length = 0;
    for (; *at != '\0' && *at != '/'; at++) {
        char c = at[0];
        if (at[0] == '~' && (at[1] == '0' || at[1] == '1')) {
            at++;
            c = '/';
            if (at[0] == '0') {
                c = '~';
            }
        }
        if (length < POINTER_SIZE - 1) {
            part[length++] = c;
        }
    }
    part[length] = '\0';
    return at;
}

static const struct json_value *element(const struct json_value *array, const char *part)
{
    char name[16];
    for (const struct json_value *one = array->first; one != NULL; one = one->next) {
        snprintf(name, sizeof name, "%d", one->index);
        if (strcmp(name, part) == 0) {
            return one;
        }
    }
    return NULL;
}

/* Reports where a pointer leads nowhere: from `value`, by `part`; `before` and `rest` of it are good. */
static void lead_nowhere(const struct json_value *value, const char *part,
                         const struct json_value *change, size_t before, const char *rest,
                         struct findings *findings)
{
    char meant[POINTER_SIZE];
    struct finding *finding = json_report_key(findings, SEVERITY_ERROR, "S085", change,
                                              "the scenario has nothing at this place");
    const char *key = value->type == JSON_OBJECT ? json_suggest_key(value, part) : NULL;
    findings_expected(findings, finding, "the JSON pointer of a value of the scenario");
    if (key != NULL) {
        snprintf(meant, sizeof meant, "%.*s%s%s", before > 0 ? (int)before : 1,
                 before > 0 ? change->key : "/", key, rest);
        findings_suggestion(findings, finding, meant);
    }
}

/* The value of a document whose JSON pointer is the key of `change`; NULL where there is none, with a
 * finding at that key. */
static const struct json_value *find_place(const struct json_value *root,
                                           const struct json_value *change,
                                           struct findings *findings)
{
    const struct json_value *value = root;
    const char *at = change->key;
    char part[POINTER_SIZE];
    while (*at == '/') {
        const size_t before = (size_t)(at + 1 - change->key);
        at = read_part(at + 1, part);
        const struct json_value *next =
            value->type == JSON_ARRAY ? element(value, part) : json_member(value, part);
        if (next == NULL) {
            lead_nowhere(value, part, change, before, at, findings);
            return NULL;
        }
        value = next;
    }
    if (value == root) { /* nothing, or something without a '/' before it */
        lead_nowhere(root, at, change, 0, "", findings);
        return NULL;
    }
    return value;
}

/* ---- changes ---- */

struct change {
    const struct json_value *old, *new;
};

static int by_place(const void *a, const void *b)
{
    const size_t one = ((const struct change *)a)->old->place.offset;
    const size_t two = ((const struct change *)b)->old->place.offset;
    return one < two ? -1 : one > two;
}

static bool find_all(const struct json_value *root, const struct json_value *set,
                     struct change *change, struct findings *findings)
{
    bool good = true;
    int count = 0;
    for (const struct json_value *one = set->first; one != NULL; one = one->next) {
        const struct json_value *old = find_place(root, one, findings);
        good = good && old != NULL;
        change[count++] = (struct change){ old, one };
    }
    return good;
}

static size_t end_of(const struct json_value *value)
{
    return value->place.offset + value->length;
}

/* The text with the changes, which are in order. */
static char *put_in(const struct json_value *root, const struct change *change, int count)
{
    const char *text = root->text - root->place.offset;
    struct buffer out = buffer_init();
    size_t at = 0;
    for (int i = 0; i < count; i++) {
        buffer_add(&out, text + at, change[i].old->place.offset - at);
        buffer_add(&out, change[i].new->text, change[i].new->length);
        at = end_of(change[i].old);
    }
    buffer_add(&out, text + at, end_of(root) - at);
    return buffer_finish(&out);
}

char *scenario_change(const struct json_value *root, const struct json_value *set,
                      struct findings *findings)
{
    struct change *change = calloc((size_t)set->count + 1, sizeof *change);
    char *text = NULL;
    bool good = change != NULL && set->type == JSON_OBJECT;
    if (good && find_all(root, set, change, findings)) {
        qsort(change, (size_t)set->count, sizeof *change, by_place);
        for (int i = 1; i < set->count && good; i++) {
            if (change[i].old == change[i - 1].old) {
                good = false; /* a key that is used twice: that has been told */
            } else if (change[i].old->place.offset < end_of(change[i - 1].old)) {
                json_report_key(findings, SEVERITY_ERROR, "S085", change[i].new,
                                "this place lies within another that is changed");
                good = false;
            }
        }
        text = good ? put_in(root, change, set->count) : NULL;
        findings->out_of_memory = findings->out_of_memory || (good && text == NULL);
    }
    findings->out_of_memory = findings->out_of_memory || change == NULL;
    free(change);
    return text;
}
