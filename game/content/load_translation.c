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

static struct entry *add_entry(struct translation *translation, const struct json_value *value)
{
    if (translation->entries == translation->entry_room) {
        const int room = translation->entry_room * 2 + 256;
        struct entry *more = realloc(translation->entry, (size_t)room * sizeof *more);
        if (more == NULL) {
            return NULL;
        }
        translation->entry = more;
        translation->entry_room = room;
    }
    struct entry *entry = &translation->entry[translation->entries];
    *entry = (struct entry){ .value = value, .pointer = json_pointer(value) };
    translation->entries += entry->pointer != NULL;
    return entry->pointer != NULL ? entry : NULL;
}

static bool is_string(const struct json_value *value)
{
    return value != NULL && value->type == JSON_STRING;
}

/* A text in full, rather than an object on the way to texts. */
static bool is_full(const struct json_value *value)
{
    return value->type == JSON_OBJECT &&
           (is_string(json_member(value, "from")) || is_string(json_member(value, "to")));
}

static const char *expect_optional(struct json_checker *check, const struct json_value *object,
                                   const char *key)
{
    const struct json_value *value = json_member(object, key);
    return value != NULL ? json_expect_string(check, value, 1, TEXT_MOST) : NULL;
}

static void read_text(struct translation *translation, struct json_checker *check,
                      const struct json_value *value)
{
    static const char *const keys[] = { "from", "to", "was" };
    struct entry *entry = add_entry(translation, value);
    const struct json_value *text = value;
    if (entry == NULL) {
        translation->findings->out_of_memory = true;
        return;
    }
    if (value->type == JSON_OBJECT) {
        json_unknown_keys(check, value, keys, sizeof keys / sizeof *keys);
        entry->from = expect_optional(check, value, "from");
        entry->was = expect_optional(check, value, "was");
        text = json_require(check, value, "to");
    }
    entry->text = json_expect_string(check, text, 0, TEXT_MOST) != NULL ? text : NULL;
}

bool translation_is_note(const struct json_value *value)
{
    return value->key != NULL &&
           (strncmp(value->key, "x-", 2) == 0 || strcmp(value->key, "$schema") == 0);
}

static const char *const heads[] = { "format", "id", "language" };

static bool is_head(const struct json_value *value)
{
    bool head = false;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        head = head || strcmp(value->key, heads[i]) == 0;
    }
    return head;
}

/* Reads all texts below a value: the first after it in the order of the file that is not below it
 * ends the walk. */
static void read_texts(struct translation *translation, struct json_checker *check,
                       const struct json_value *root)
{
    const struct json_value *at = root->first;
    while (at != NULL && !translation->findings->out_of_memory) {
        const bool passed = (at->type == JSON_NULL && at->key == NULL) || translation_is_note(at) ||
                            (at->parent == root && is_head(at));
        const bool on_the_way = (at->type == JSON_OBJECT && !is_full(at)) || at->type == JSON_ARRAY;
        if (!passed && on_the_way && at->first != NULL) {
            at = at->first;
            continue;
        }
        if (!passed && !on_the_way) {
            read_text(translation, check, at);
        }
        while (at != root && at->next == NULL) {
            at = at->parent;
        }
        at = at != root ? at->next : NULL;
    }
}

static int by_pointer(const void *a, const void *b)
{
    return strcmp(((const struct entry *)a)->pointer, ((const struct entry *)b)->pointer);
}

static void read_root(struct translation *translation, const struct json_value *root)
{
    struct json_checker check = checker(translation->findings);
    int format = 0;
    if (!json_expect_object(&check, root)) {
        return;
    }
    translation->root = root;
    json_expect_integer(&check, json_member(root, heads[0]), 1, 1, &format);
    translation->id = json_expect_string(&check, json_member(root, heads[1]), 1, JSON_ID_MAX);
    translation->language = json_expect_string(&check, json_member(root, heads[2]), 2, 6);
    read_texts(translation, &check, root);
    if (translation->entries > 0) {
        qsort(translation->entry, (size_t)translation->entries, sizeof *translation->entry,
              by_pointer);
    }
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
        for (int i = 0; i < translation->entries; i++) {
            free(translation->entry[i].pointer);
        }
        free(translation->noted);
        free(translation->entry);
        free(translation);
    }
}

/* ---- looking up ---- */

static int to_pointer(const void *pointer, const void *entry)
{
    return strcmp(pointer, ((const struct entry *)entry)->pointer);
}

struct entry *translation_entry(const struct translation *translation, const char *pointer)
{
    return translation->entries == 0
               ? NULL
               : bsearch(pointer, translation->entry, (size_t)translation->entries,
                         sizeof *translation->entry, to_pointer);
}

bool translation_has_text(const struct entry *entry)
{
    return entry->text != NULL && entry->text->string[0] != '\0';
}

bool translation_is_of(const struct entry *entry, const char *source)
{
    return translation_has_text(entry) && entry->was == NULL && entry->from != NULL &&
           strcmp(entry->from, source) == 0;
}

bool translation_is_fresh(const struct entry *entry, const char *source)
{
    const bool unsaid = translation_has_text(entry) && entry->was == NULL && entry->from == NULL;
    return unsaid || translation_is_of(entry, source);
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
    return entry != NULL && translation_is_fresh(entry, text->string) ? entry->text : text;
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
