/* load_translation.h: what the reader of a scenario needs of a translation; see scenario_texts.h.
 *
 * While a scenario is read each of its texts is noted, with its entry in the translation if there is
 * one. Entries are found by pointer. The documents must outlive the translation. */
#ifndef CONTENT_LOAD_TRANSLATION_H
#define CONTENT_LOAD_TRANSLATION_H

#include "content/load.h"

struct entry {
    const struct json_value *value; /* a string, or { "from", "to", "was" } */
    char *pointer;
    const struct json_value *text; /* the translation, a string, "" where there is none yet; NULL:
                                      what stands there is wrong, and reported */
    const char *from;              /* the text it is a translation of, as the file says; or NULL */
    const char *was; /* the text it was a translation of, where that was another; or NULL */
    bool met;        /* a text of the scenario has this pointer */
};

struct noted {
    const struct json_value *value; /* of the scenario */
    char *pointer;
    struct entry *entry; /* or NULL */
};

struct translation {
    const struct json_value *root; /* of its file; NULL: nothing is translated */
    const char *id, *language;     /* as the file says; NULL where it does not */
    struct findings *findings;     /* about it */
    size_t length;                 /* of its file, in bytes */
    struct entry *entry;           /* by pointer */
    int entries, entry_room;
    struct noted *noted;
    int count, room;
};

/* A translation from the root of its document, NULL for none; what is wrong is reported. */
struct translation *translation_new(const struct json_value *root, size_t length,
                                    struct findings *findings);
void translation_free(struct translation *translation);

/* True for a member that is a note of the writer's own: `x-` and `$schema`. */
bool translation_is_note(const struct json_value *value);

/* The entry with that pointer, or NULL. */
struct entry *translation_entry(const struct translation *translation, const char *pointer);

/* True where the entry has a translation, stale or not. */
bool translation_has_text(const struct entry *entry);

/* True where the entry holds a translation that says it is of that very source. */
bool translation_is_of(const struct entry *entry, const char *source);

/* True where the entry, which stands at the place of the source, holds its translation: it says so,
 * or does not say of what it is one. */
bool translation_is_fresh(const struct entry *entry, const char *source);

/* Notes a text of the scenario. Returns the value that is read in its place: itself, or its
 * translation. */
const struct json_value *translation_note(struct translation *translation,
                                          const struct json_value *text);

/* Brings what was noted into the order of the file, each text once. */
void translation_sort(struct translation *translation);

/* Reports what is missing, stale or about nothing; after translation_sort. */
void translation_report(struct translation *translation);

#endif
