/* load_translation_report.c: what is missing from a translation, stale in it, or about nothing. */
#define _POSIX_C_SOURCE 200809L

#include "content/load_translation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* True where the pointer is that of something below the first `length` bytes of `above`, or of it. */
static bool is_below(const char *pointer, const char *above, size_t length)
{
    return strncmp(pointer, above, length) == 0 &&
           (pointer[length] == '/' || pointer[length] == '\0');
}

static bool is_known(const struct translation *translation, const char *pointer, size_t length)
{
    for (int i = 0; i < translation->count; i++) {
        if (is_below(translation->noted[i].pointer, pointer, length)) {
            return true;
        }
    }
    return false;
}

/* ---- what is missing ---- */

/* A text that is missing, or several. */
struct gap {
    const struct json_value *at; /* the part there is of the way to the first of them */
    const char *pointer;         /* of the first of them, */
    size_t length;               /* so much of which names the part there is not */
    int texts;
};

/* The child of a value that `token`, the first `length` bytes, names; NULL where there is none. */
static const struct json_value *child(const struct json_value *value, const char *token,
                                      size_t length)
{
    const struct json_value *one = value->first;
    if (value->type == JSON_ARRAY) {
        const long index = strtol(token, NULL, 10);
        while (one != NULL && one->index != index) {
            one = one->next;
        }
    } else {
        while (one != NULL &&
               (strlen(one->key) != length || memcmp(one->key, token, length) != 0)) {
            one = one->next;
        }
    }
    return one;
}

static struct gap gap_of(const struct translation *translation, const char *pointer)
{
    struct gap gap = { .at = translation->root, .pointer = pointer, .length = 0, .texts = 1 };
    for (;;) {
        const char *token = pointer + gap.length + 1;
        const size_t length = strcspn(token, "/");
        const struct json_value *next = child(gap.at, token, length);
        gap.length += length + 1;
        if (next != NULL && next->type == JSON_NULL) {
            gap.at = next;
            return gap;
        }
        if (next == NULL || pointer[gap.length] == '\0') {
            return gap;
        }
        gap.at = next;
    }
}

/* True where a key that the scenario does not have, beside the gap, is probably meant to be the part
 * that is missing: that will be told of the key. */
static bool is_misspelt(const struct translation *translation, const struct gap *gap)
{
    char token[JSON_ID_MAX + 1];
    size_t above = gap->length;
    while (above > 0 && gap->pointer[above - 1] != '/') {
        above--;
    }
    snprintf(token, sizeof token, "%.*s", (int)(gap->length - above), gap->pointer + above);
    const char *const wanted[] = { token };
    for (const struct json_value *one = gap->at->first; gap->at->type == JSON_OBJECT && one != NULL;
         one = one->next) {
        char *pointer = json_pointer(one);
        const bool strange = pointer != NULL && strncmp(one->key, "x-", 2) != 0 &&
                             !is_known(translation, pointer, strlen(pointer));
        free(pointer);
        if (strange && findings_suggest(one->key, wanted, 1) != NULL) {
            return true;
        }
    }
    return false;
}

static bool is_same_gap(const struct gap *a, const struct gap *b)
{
    return a->at == b->at && a->length == b->length &&
           memcmp(a->pointer, b->pointer, a->length) == 0;
}

static bool is_empty(const struct noted *noted)
{
    return noted->entry != NULL && noted->entry->text != NULL &&
           !translation_has_text(noted->entry);
}

/* True for a gap that is told otherwise: what stands there is wrong, or its key misspelt. */
static bool is_told(const struct translation *translation, const struct gap *gap)
{
    const bool passed = gap->at->type == JSON_NULL && gap->at->key == NULL;
    const bool whole = gap->at->type == JSON_OBJECT || gap->at->type == JSON_ARRAY;
    return (!whole && !passed) || is_misspelt(translation, gap);
}

/* Counts what is missing and keeps the first of it. */
static struct gap find_gaps(const struct translation *translation)
{
    struct gap all = { .texts = 0 }, last = { .at = NULL };
    bool told = false;
    for (int i = 0; i < translation->count; i++) {
        const struct noted *noted = &translation->noted[i];
        struct gap gap = { .pointer = noted->pointer };
        if (noted->entry == NULL) {
            gap = gap_of(translation, noted->pointer);
            told = last.at != NULL && is_same_gap(&gap, &last) ? told : is_told(translation, &gap);
            last = gap;
        } else if (is_empty(noted)) {
            gap.at = noted->entry->text;
        }
        if (gap.at != NULL && (noted->entry != NULL || !told)) {
            const int texts = all.texts + 1;
            all = all.texts == 0 ? gap : all;
            all.texts = texts;
        }
    }
    return all;
}

/* Where the file's value ends: what is said there is read after all else. */
static struct place end_of(const struct json_value *root)
{
    struct place place = root->place;
    for (size_t i = 1; i < root->length; i++) {
        const char c = root->text[i];
        place.line += root->text[i - 1] == '\n';
        place.column = root->text[i - 1] == '\n' ? 1 : place.column + ((c & 0xc0) != 0x80);
    }
    place.offset += root->length - 1;
    return place;
}

/* One text is told where it is missing; several together, at the end, lest they hide the errors. */
static void report_gaps(const struct translation *translation)
{
    struct findings *findings = translation->findings;
    const struct gap gap = find_gaps(translation);
    if (gap.texts > 1) {
        findings_add(findings, SEVERITY_WARNING, "T030", end_of(translation->root), "",
                     "%d of %d texts are not translated, the first at line %d: %s", gap.texts,
                     translation->count, gap.at->place.line, gap.pointer);
    } else if (gap.texts == 1 && gap.length > 0) {
        json_report(findings, SEVERITY_WARNING, "T030", gap.at, "%s is not translated",
                    gap.pointer);
    } else if (gap.texts == 1) {
        json_report(findings, SEVERITY_WARNING, "T030", gap.at, "this text is not translated");
    }
}

static void report_entry(struct findings *findings, const struct noted *noted)
{
    const struct entry *entry = noted->entry;
    const char *source = noted->value->string;
    if (translation_has_text(entry) && !translation_is_fresh(entry, source)) {
        const struct json_value *old =
            json_member(entry->value, entry->was != NULL ? "was" : "from");
        struct finding *finding =
            json_report(findings, SEVERITY_WARNING, "T031", old,
                        "the text has changed since it was translated from this");
        findings_expected(findings, finding, "a translation of: %s", source);
    }
}

/* ---- what is about nothing ---- */

/* The bytes of a pointer up to the first part that the scenario does not have. */
static size_t known_length(const struct translation *translation, const char *pointer)
{
    size_t length = 0;
    do {
        length += 1 + strcspn(pointer + length + 1, "/");
    } while (pointer[length] != '\0' && is_known(translation, pointer, length));
    return length;
}

/* The value that the first `length` bytes of an entry's pointer stand for. */
static const struct json_value *ancestor(const struct entry *entry, size_t length)
{
    const struct json_value *value = entry->value;
    for (const char *rest = strchr(entry->pointer + length, '/'); rest != NULL;
         rest = strchr(rest + 1, '/')) {
        value = value->parent;
    }
    return value;
}

/* What the scenario has in the place of a part of a pointer; malloc'ed, or NULL. */
static char *nearest(const struct translation *translation, const char *pointer, size_t above,
                     const char *word)
{
    const size_t count = (size_t)translation->count;
    char **words = calloc(count + 1, sizeof *words);
    for (size_t i = 0; words != NULL && i < count; i++) {
        const char *other = translation->noted[i].pointer;
        if (is_below(other, pointer, above) && other[above] == '/') {
            words[i] = strndup(other + above + 1, strcspn(other + above + 1, "/"));
        }
    }
    const char *found =
        words != NULL ? findings_suggest(word, (const char *const *)words, count) : NULL;
    char *out = found != NULL ? strdup(found) : NULL;
    for (size_t i = 0; words != NULL && i < count; i++) {
        free(words[i]);
    }
    free(words);
    return out;
}

static const char *const heads[] = { "format", "id", "language" }; /* what is no text */

static void report_lost(const struct translation *translation, const struct entry *entry,
                        size_t length)
{
    const struct json_value *value = ancestor(entry, length);
    if (entry->text == NULL) {
        return; /* that has been reported */
    }
    if (is_known(translation, entry->pointer, length)) {
        struct finding *finding = json_report(translation->findings, SEVERITY_ERROR, "S001", value,
                                              "one text stands here, where there are several");
        findings_expected(translation->findings, finding, "%s",
                          "the same shape as in the scenario");
        return;
    }
    if (value->key == NULL) {
        json_report(translation->findings, SEVERITY_WARNING, "T032", value,
                    "the scenario has no text at this place");
        return;
    }
    const size_t above = length - strlen(value->key) - 1;
    char *near = nearest(translation, entry->pointer, above, value->key);
    struct finding *finding = json_report_key(translation->findings, SEVERITY_WARNING, "T032",
                                              value, "the scenario has no text at this place");
    const bool top = value->parent == translation->root;
    const char *meant = near != NULL || !top ? near : findings_suggest(value->key, heads, 3);
    findings_suggestion(translation->findings, finding, meant);
    free(near);
}

/* True where a key is used twice, so that two entries have one pointer: that has been told. */
static bool is_twin(const struct translation *translation, int index)
{
    const struct entry *entry = translation->entry;
    return (index > 0 && strcmp(entry[index - 1].pointer, entry[index].pointer) == 0) ||
           (index + 1 < translation->entries &&
            strcmp(entry[index + 1].pointer, entry[index].pointer) == 0);
}

/* Once for all that is below one key that the scenario does not have. */
static void report_all_lost(const struct translation *translation)
{
    const struct entry *last = NULL;
    size_t length = 0;
    for (int i = 0; i < translation->entries && translation->findings->dropped == 0; i++) {
        const struct entry *entry = &translation->entry[i];
        if (!entry->met && !is_twin(translation, i) &&
            !(last != NULL && is_below(entry->pointer, last->pointer, length))) {
            last = entry;
            length = known_length(translation, entry->pointer);
            report_lost(translation, entry, length);
        }
    }
}

void translation_report(struct translation *translation)
{
    if (translation->root == NULL) {
        return;
    }
    for (int i = 0; i < translation->count; i++) {
        if (translation->noted[i].entry != NULL) {
            report_entry(translation->findings, &translation->noted[i]);
        }
    }
    report_all_lost(translation);
    report_gaps(translation);
}
