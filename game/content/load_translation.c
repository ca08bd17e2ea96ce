/* load_translation.c: a translation, entry by entry. */
#define _POSIX_C_SOURCE 200809L

#include "content/load_translation.h"

#include <stdlib.h>
#include <string.h>

static struct json_checker checker(struct findings *findings)
{
    return (struct json_checker){ .findings = findings,
                                  .wrong_type = "S001",
                                  .out_of_range = "S002",
                                  .unknown_word = "S003",
                                  .unknown_key = "S004",
                                  .missing_key = "S005" };
}

enum { TEXT_MOST = 2000 }; /* code points; bytes are looked at where the text is read */

/* ---- reading ---- */

static void read_entry(struct json_checker *check, const struct json_value *value,
                       struct entry *entry)
{
    static const char *const keys[] = { "source", "text", "was" };
    *entry = (struct entry){ .value = value };
    if (!json_expect_object(check, value)) {
        return;
    }
    const struct json_value *was = json_member(value, "was");
    json_unknown_keys(check, value, keys, sizeof keys / sizeof *keys);
    entry->source = json_expect_string(check, json_require(check, value, "source"), 1, TEXT_MOST);
    entry->text = json_expect_string(check, json_require(check, value, "text"), 0, TEXT_MOST);
    entry->was = was != NULL ? json_expect_string(check, was, 1, TEXT_MOST) : NULL;
}

static int by_pointer(const void *a, const void *b)
{
    return strcmp(((const struct entry *)a)->value->key, ((const struct entry *)b)->value->key);
}

static void read_root(struct translation *translation, const struct json_value *root)
{
    static const char *const keys[] = { "format", "scenario", "language", "texts" };
    struct json_checker check = checker(translation->findings);
    int format = 0;
    if (!json_expect_object(&check, root)) {
        return;
    }
    json_unknown_keys(&check, root, keys, sizeof keys / sizeof *keys);
    json_expect_integer(&check, json_require(&check, root, "format"), 1, 1, &format);
    translation->id =
        json_expect_string(&check, json_require(&check, root, "scenario"), 1, JSON_ID_MAX);
    translation->language =
        json_expect_string(&check, json_require(&check, root, "language"), 2, 6);
    const struct json_value *texts = json_require(&check, root, "texts");
    if (texts == NULL || !json_expect_object(&check, texts)) {
        return;
    }
    translation->entry = calloc((size_t)texts->count + 1, sizeof *translation->entry);
    if (translation->entry == NULL) {
        translation->findings->out_of_memory = true;
        return;
    }
    translation->texts = texts;
    for (const struct json_value *one = texts->first; one != NULL; one = one->next) {
        read_entry(&check, one, &translation->entry[translation->entries++]);
    }
    qsort(translation->entry, (size_t)translation->entries, sizeof *translation->entry, by_pointer);
}

struct translation *translation_new(const struct json_value *root, size_t length,
                                    struct findings *findings)
{
    struct translation *translation = calloc(1, sizeof *translation);
    if (translation == NULL) {
        findings->out_of_memory = true;
        return NULL;
    }
    translation->findings = findings;
    translation->length = length;
    if (root != NULL) {
        read_root(translation, root);
    }
    return translation;
}

void translation_free(struct translation *translation)
{
    if (translation != NULL) {
        for (int i = 0; i < translation->count; i++) {
            free(translation->noted[i].pointer);
        }
        free(translation->noted);
        free(translation->entry);
        free(translation);
    }
}

/* ---- looking up ---- */

static int to_pointer(const void *pointer, const void *entry)
{
    return strcmp(pointer, ((const struct entry *)entry)->value->key);
}

struct entry *translation_entry(const struct translation *translation, const char *pointer)
{
    return translation->entries == 0
               ? NULL
               : bsearch(pointer, translation->entry, (size_t)translation->entries,
                         sizeof *translation->entry, to_pointer);
}

static bool has_text(const struct entry *entry)
{
    return entry->text != NULL && entry->text[0] != '\0';
}

bool translation_is_fresh(const struct entry *entry, const char *source)
{
    return has_text(entry) && entry->was == NULL && entry->source != NULL &&
           strcmp(entry->source, source) == 0;
}

/* ---- while the scenario is read ---- */

static struct noted *add(struct translation *translation)
{
    if (translation->count == translation->room) {
        const int room = translation->room * 2 + 256;
        struct noted *more = realloc(translation->noted, (size_t)room * sizeof *more);
        if (more == NULL) {
            return NULL;
        }
        translation->noted = more;
        translation->room = room;
    }
    return &translation->noted[translation->count++];
}

const struct json_value *translation_note(struct translation *translation,
                                          const struct json_value *text)
{
    char *pointer = json_pointer(text);
    struct noted *noted = pointer != NULL ? add(translation) : NULL;
    if (noted == NULL) {
        free(pointer);
        translation->findings->out_of_memory = true;
        return text;
    }
    struct entry *entry = translation_entry(translation, pointer);
    *noted = (struct noted){ .value = text, .pointer = pointer, .entry = entry };
    if (entry != NULL) {
        entry->met = true;
    }
    return entry != NULL && translation_is_fresh(entry, text->string)
               ? json_member(entry->value, "text")
               : text;
}

static int by_place(const void *a, const void *b)
{
    const size_t one = ((const struct noted *)a)->value->place.offset;
    const size_t two = ((const struct noted *)b)->value->place.offset;
    return one < two ? -1 : one > two;
}

void translation_sort(struct translation *translation)
{
    int kept = 0;
    if (translation->count > 0) {
        qsort(translation->noted, (size_t)translation->count, sizeof *translation->noted, by_place);
    }
    for (int i = 0; i < translation->count; i++) {
        struct noted *noted = &translation->noted[i];
        if (kept > 0 && translation->noted[kept - 1].value == noted->value) {
            free(noted->pointer);
        } else {
            translation->noted[kept++] = *noted;
        }
    }
    translation->count = kept;
}

/* ---- what is missing ---- */

static void report_text(struct translation *translation, const struct noted *noted)
{
    const struct entry *entry = noted->entry;
    struct findings *findings = translation->findings;
    if (entry == NULL) {
        json_report(findings, SEVERITY_WARNING, "T030", translation->texts, "%s is not translated",
                    noted->pointer);
    } else if (entry->text == NULL || entry->source == NULL) {
        return; /* that has been reported */
    } else if (!has_text(entry)) {
        json_report(findings, SEVERITY_WARNING, "T030", json_member(entry->value, "text"),
                    "this text is not translated");
    } else if (!translation_is_fresh(entry, noted->value->string)) {
        const struct json_value *old =
            json_member(entry->value, entry->was != NULL ? "was" : "source");
        struct finding *finding =
            json_report(findings, SEVERITY_WARNING, "T031", old,
                        "the text has changed since it was translated from this");
        findings_expected(findings, finding, "a translation of: %s", noted->value->string);
    }
}

static void report_lost(struct translation *translation, const struct entry *entry)
{
    const size_t count = (size_t)translation->count;
    const char **pointers = calloc(count + 1, sizeof *pointers);
    for (size_t i = 0; pointers != NULL && i < count; i++) {
        pointers[i] = translation->noted[i].entry == NULL ? translation->noted[i].pointer : NULL;
    }
    struct finding *finding =
        json_report_key(translation->findings, SEVERITY_WARNING, "T032", entry->value,
                        "the scenario has no text at this place");
    if (pointers != NULL) {
        findings_suggestion(translation->findings, finding,
                            findings_suggest(entry->value->key, pointers, count));
    }
    free(pointers);
}

void translation_report(struct translation *translation)
{
    for (int i = 0; i < translation->count && translation->texts != NULL; i++) {
        report_text(translation, &translation->noted[i]);
    }
    for (int i = 0; i < translation->entries; i++) {
        if (!translation->entry[i].met) {
            report_lost(translation, &translation->entry[i]);
        }
    }
}
