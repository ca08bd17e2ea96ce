/* scenario_texts.c: the texts of a scenario in other languages. */
#define _POSIX_C_SOURCE 200809L

#include "content/scenario_texts.h"

#include "content/load_translation.h"
#include "content/scenario_load.h"
#include "json/buffer.h"
#include "json/file.h"
#include "json/json_write.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TRANSLATION_MAX_BYTES = 4 << 20, TAG_SIZE = 8 };

/* ---- where translations lie ---- */

bool scenario_is_language(const char *tag)
{
    const size_t small = strspn(tag, "abcdefghijklmnopqrstuvwxyz");
    const char *rest = tag + small;
    return (small == 2 || small == 3) &&
           (*rest == '\0' || (*rest == '_' && strlen(rest) == 3 &&
                              strspn(rest + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 2));
}

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* The length of a path without ".json". */
static size_t stem(const char *path)
{
    const size_t length = strlen(path);
    return length > 5 && strcmp(path + length - 5, ".json") == 0 ? length - 5 : length;
}

char *scenario_translation(const char *path, const char *language)
{
    const size_t size = strlen(path) + strlen(language) + sizeof "..json";
    char *out = malloc(size);
    if (out != NULL) {
        snprintf(out, size, "%.*s.%s.json", (int)stem(path), path, language);
    }
    return out;
}

/* The language of a file if it is a translation of the scenario called `name`; else false. */
static bool language_of(const char *file, const char *name, char tag[TAG_SIZE])
{
    const size_t length = stem(name), end = stem(file);
    if (strncmp(file, name, length) != 0 || file[length] != '.' || file[end] == '\0' ||
        end <= length + 1 || end - length - 1 >= TAG_SIZE) {
        return false;
    }
    snprintf(tag, TAG_SIZE, "%.*s", (int)(end - length - 1), file + length + 1);
    return scenario_is_language(tag);
}

static int by_tag(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char *scenario_translated(const char *path)
{
    const size_t end = stem(path);
    size_t dot = end;
    while (dot > 0 && path[dot - 1] != '.' && path[dot - 1] != '/') {
        dot--;
    }
    char *out = dot > 1 && path[dot - 1] == '.' ? malloc(dot + sizeof "json") : NULL;
    char tag[TAG_SIZE];
    if (out != NULL) {
        snprintf(out, dot + sizeof "json", "%.*sjson", (int)dot, path);
        if (!language_of(last_part(path), last_part(out), tag) || access(out, F_OK) != 0) {
            free(out);
            out = NULL;
        }
    }
    return out;
}

/* Adds a tag to a list that ends with NULL. */
static bool add_tag(char ***list, size_t *count, const char *tag)
{
    char **more = realloc(*list, (*count + 2) * sizeof *more);
    if (more == NULL) {
        return false;
    }
    *list = more;
    more[*count] = strdup(tag);
    more[*count + 1] = NULL;
    return more[(*count)++] != NULL;
}

static void free_tags(char **tags)
{
    for (size_t i = 0; tags != NULL && tags[i] != NULL; i++) {
        free(tags[i]);
    }
    free(tags);
}

/* The folder that a path names a file in; opened, or NULL. */
static DIR *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash != NULL ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    DIR *directory = folder != NULL ? opendir(folder) : NULL;
    free(folder);
    return directory;
}

char **scenario_languages(const char *path)
{
    const char *name = last_part(path);
    char **tags = calloc(1, sizeof *tags);
    char tag[TAG_SIZE];
    size_t count = 0;
    bool fine = tags != NULL;
    DIR *directory = folder_of(path);
    for (struct dirent *entry; fine && directory != NULL && (entry = readdir(directory)) != NULL;) {
        if (language_of(entry->d_name, name, tag)) {
            fine = add_tag(&tags, &count, tag);
        }
    }
    if (directory != NULL) {
        closedir(directory);
    }
    if (!fine) {
        free_tags(tags);
        return NULL;
    }
    qsort(tags, count, sizeof *tags, by_tag);
    return tags;
}

/* ---- a scenario and a translation, read together ---- */

struct pair {
    const char *path;
    size_t length;
    struct json_document *document;
    struct json_document *other; /* the translation's, or NULL */
    struct translation *translation;
};

static bool open_scenario(const char *path, struct findings *findings, struct pair *pair)
{
    *pair = (struct pair){ .path = path };
    pair->document = json_read_file(path, SCENARIO_MAX_BYTES, &pair->length, findings);
    return pair->document != NULL;
}

static bool open_other(const char *translation, struct findings *findings, struct pair *pair)
{
    size_t length = 0;
    if (translation != NULL) {
        pair->other = json_read_file(translation, TRANSLATION_MAX_BYTES, &length, findings);
        if (pair->other == NULL) {
            return false;
        }
    }
    pair->translation =
        translation_new(pair->other != NULL ? json_root(pair->other) : NULL, length, findings);
    return !findings->out_of_memory && (pair->other == NULL || pair->translation->root != NULL);
}

/* Reads both; false where one cannot be gone on with. The pair is to be closed in either case. */
static bool open_pair(const char *path, const char *translation, struct findings *findings,
                      struct pair *pair)
{
    return open_scenario(path, findings, pair) && open_other(translation, findings, pair);
}

static void close_other(struct pair *pair)
{
    translation_free(pair->translation);
    json_free(pair->other);
    pair->translation = NULL;
    pair->other = NULL;
}

static void close_pair(struct pair *pair)
{
    close_other(pair);
    json_free(pair->document);
}

/* Compiles the scenario of a pair. Its own findings are told where they are errors; then NULL. */
static struct scenario *compile(struct pair *pair, struct findings *findings)
{
    const struct json_value *root = json_root(pair->document);
    struct findings own = findings_init();
    struct scenario *sc = load_compile(pair->path, root, pair->length, pair->translation, &own);
    if (own.errors > 0) {
        scenario_free(load_compile(pair->path, root, pair->length, NULL, findings));
    }
    findings->out_of_memory = findings->out_of_memory || own.out_of_memory;
    findings_clear(&own);
    translation_sort(pair->translation);
    return sc;
}

/* It says what it is a translation of, and into what. */
static void check_names(const struct pair *pair, const char *id, const char *language,
                        enum severity severity, struct findings *findings)
{
    const struct json_value *root = json_root(pair->other);
    if (pair->translation->id != NULL && strcmp(pair->translation->id, id) != 0) {
        struct finding *finding = json_report(findings, severity, "S011", json_member(root, "id"),
                                              "this is a translation of another scenario");
        findings_expected(findings, finding, "\"%s\"", id);
    }
    const char *into = pair->translation->language;
    if (into != NULL && strcmp(into, language) != 0) {
        struct finding *finding =
            json_report(findings, severity, "S011", json_member(root, "language"),
                        "this is a translation into another language");
        findings_expected(findings, finding, "\"%s\"", language);
    }
}

/* A scenario that has been read, with one translation; as scenario_translate. */
static struct scenario *translate(struct pair *pair, const char *translation,
                                  struct findings *findings)
{
    const int errors = findings->errors;
    char tag[TAG_SIZE];
    struct scenario *sc = NULL;
    if (open_other(translation, findings, pair)) {
        sc = compile(pair, findings);
    }
    if (sc != NULL) {
        if (language_of(last_part(translation), last_part(pair->path), tag)) {
            check_names(pair, sc->id, tag, SEVERITY_WARNING, findings);
        }
        translation_report(pair->translation);
    }
    close_other(pair);
    if (findings->errors > errors || findings->out_of_memory) {
        scenario_free(sc);
        return NULL;
    }
    return sc;
}

struct scenario *scenario_translate(const char *path, const char *translation,
                                    struct findings *findings)
{
    struct pair pair;
    struct scenario *sc = NULL;
    if (open_scenario(path, findings, &pair)) {
        sc = translate(&pair, translation, findings);
    }
    close_pair(&pair);
    return sc;
}

static void translate_all(struct pair *pair, struct findings *findings)
{
    char **tags = scenario_languages(pair->path);
    findings->out_of_memory = findings->out_of_memory || tags == NULL;
    for (int i = 0; tags != NULL && tags[i] != NULL; i++) {
        char *translation = scenario_translation(pair->path, tags[i]);
        findings->out_of_memory = findings->out_of_memory || translation == NULL;
        if (translation != NULL) {
            scenario_free(translate(pair, translation, findings));
        }
        free(translation);
    }
    free_tags(tags);
}

struct scenario *scenario_load_all(const char *path, struct findings *findings)
{
    const int errors = findings->errors;
    struct pair pair;
    struct scenario *sc = NULL;
    if (open_scenario(path, findings, &pair)) {
        sc = load_compile(path, json_root(pair.document), pair.length, NULL, findings);
    }
    if (sc != NULL && findings->errors == errors) {
        translate_all(&pair, findings);
    } else {
        scenario_free(sc);
        sc = NULL;
    }
    close_pair(&pair);
    return sc;
}

/* ---- for players ---- */

void scenario_list_languages(const char *path, char *list, size_t size)
{
    char **tags = scenario_languages(path);
    snprintf(list, size, "en");
    for (size_t i = 0; tags != NULL && tags[i] != NULL; i++) {
        const size_t length = strlen(list);
        snprintf(list + length, size - length, ", %s", tags[i]);
    }
    free_tags(tags);
}

/* The path of the translation into a language, or into the same of no country; to be freed. NULL:
 * there is none, or memory ran out. */
static char *find_translation(const char *path, const char *language, struct findings *findings)
{
    char tag[TAG_SIZE];
    snprintf(tag, sizeof tag, "%s", language);
    for (;;) {
        char *translation = scenario_translation(path, tag);
        findings->out_of_memory = findings->out_of_memory || translation == NULL;
        if (translation == NULL || access(translation, F_OK) == 0) {
            return translation;
        }
        free(translation);
        char *country = strchr(tag, '_');
        if (country == NULL) {
            return NULL;
        }
        *country = '\0';
    }
}

struct scenario *scenario_load_in(const char *path, const char *language, bool *found,
                                  struct findings *findings)
{
    struct scenario *sc = scenario_load(path, findings);
    *found = sc != NULL && strcmp(language, "en") == 0;
    char *translation = sc != NULL && !*found ? find_translation(path, language, findings) : NULL;
    if (translation == NULL && !findings->out_of_memory) {
        return sc;
    }
    scenario_free(sc);
    if (translation == NULL) {
        return NULL;
    }
    *found = true;
    struct findings own = findings_init();
    sc = scenario_translate(path, translation, &own);
    if (sc == NULL) {
        sc = scenario_translate(path, translation, findings);
    }
    findings_clear(&own);
    free(translation);
    return sc;
}

/* ---- the list of texts ---- */

static char *copy(const char *text, struct findings *findings)
{
    char *out = text != NULL ? strdup(text) : NULL;
    findings->out_of_memory = findings->out_of_memory || (text != NULL && out == NULL);
    return out;
}

static const char *schema_of(const struct json_value *root)
{
    const struct json_value *value = root != NULL ? json_member(root, "$schema") : NULL;
    return value != NULL && value->type == JSON_STRING ? value->string : NULL;
}

/* Which schema a translation names, for editors: the one it names already, or else the one beside
 * that of its scenario. NULL where the scenario names none of the usual name. */
static char *list_schema(const struct pair *pair, struct findings *findings)
{
    static const char named[] = "scenario.schema.json", beside[] = "translation.schema.json";
    const char *own = schema_of(pair->translation->root);
    const char *text = schema_of(json_root(pair->document));
    const char *slash = text != NULL ? strrchr(text, '/') : NULL;
    if (own != NULL || text == NULL || strcmp(slash != NULL ? slash + 1 : text, named) != 0) {
        return copy(own, findings);
    }
    struct buffer out = buffer_init();
    buffer_add(&out, text, slash != NULL ? (size_t)(slash + 1 - text) : 0);
    buffer_add_string(&out, beside);
    char *schema = buffer_finish(&out);
    findings->out_of_memory = findings->out_of_memory || schema == NULL;
    return schema;
}

/* True where some text of the scenario is the very source of an entry. */
static bool is_said(const struct translation *translation, const struct entry *entry)
{
    for (int i = 0; i < translation->count; i++) {
        if (translation_is_of(entry, translation->noted[i].value->string)) {
            return true;
        }
    }
    return false;
}

/* The entry for a text: of any place where the same source was translated, its own first; or else
 * the stale one of its own place, unless that has only moved. */
static const struct entry *entry_for(struct translation *translation, const struct noted *noted)
{
    const char *source = noted->value->string;
    if (noted->entry != NULL && translation_is_fresh(noted->entry, source)) {
        return noted->entry;
    }
    for (int i = 0; i < translation->entries; i++) {
        if (translation_is_of(&translation->entry[i], source)) {
            translation->entry[i].met = true;
            return &translation->entry[i];
        }
    }
    return noted->entry == NULL || is_said(translation, noted->entry) ? NULL : noted->entry;
}

static void list_text(struct translation *translation, const struct noted *noted,
                      struct findings *findings, struct scenario_text *out)
{
    const struct entry *entry = entry_for(translation, noted);
    *out = (struct scenario_text){ .pointer = copy(noted->pointer, findings),
                                   .source = copy(noted->value->string, findings) };
    if (entry != NULL && translation_has_text(entry)) {
        const char *was = entry->was != NULL ? entry->was : entry->from;
        const bool fresh = translation_is_fresh(entry, noted->value->string);
        out->translation = copy(entry->text->string, findings);
        out->was = copy(fresh ? NULL : was, findings);
    }
}

static void list_texts(struct translation *translation, struct findings *findings,
                       struct scenario_texts *out)
{
    out->item = calloc((size_t)translation->count + 1, sizeof *out->item);
    if (out->item == NULL) {
        findings->out_of_memory = true;
        return;
    }
    for (int i = 0; i < translation->count; i++) {
        list_text(translation, &translation->noted[i], findings, &out->item[out->count++]);
    }
    for (int i = 0; i < translation->entries; i++) {
        out->lost += !translation->entry[i].met && translation_has_text(&translation->entry[i]);
    }
}

/* The notes at the root of a translation, which may be NULL. */
static char *list_notes(const struct json_value *root, struct findings *findings)
{
    struct buffer out = buffer_init();
    const struct json_value *one = root != NULL ? root->first : NULL;
    for (; one != NULL; one = one->next) {
        if (translation_is_note(one) && one->key[0] != '$') {
            buffer_add_string(&out, out.length > 0 ? ",\n  " : "");
            json_add_string(&out, one->key);
            buffer_add_string(&out, ": ");
            buffer_add(&out, one->text, one->length);
        }
    }
    char *notes = buffer_finish(&out);
    findings->out_of_memory = findings->out_of_memory || notes == NULL;
    return notes;
}

bool scenario_texts(const char *path, const char *translation, const char *language,
                    struct findings *findings, struct scenario_texts *out)
{
    const int errors = findings->errors;
    struct pair pair;
    struct scenario *sc = NULL;
    *out = (struct scenario_texts){ .count = 0 };
    if (open_pair(path, translation, findings, &pair)) {
        sc = compile(&pair, findings);
    }
    if (sc != NULL && pair.other != NULL) {
        check_names(&pair, sc->id, language, SEVERITY_ERROR, findings);
    }
    if (sc != NULL && findings->errors == errors) {
        out->id = copy(sc->id, findings);
        out->notes = list_notes(pair.translation->root, findings);
        out->schema = list_schema(&pair, findings);
        list_texts(pair.translation, findings, out);
    }
    close_pair(&pair);
    scenario_free(sc);
    return sc != NULL && findings->errors == errors && !findings->out_of_memory;
}

void scenario_texts_clear(struct scenario_texts *texts)
{
    for (int i = 0; i < texts->count; i++) {
        free(texts->item[i].pointer);
        free(texts->item[i].source);
        free(texts->item[i].translation);
        free(texts->item[i].was);
    }
    free(texts->item);
    free(texts->id);
    free(texts->notes);
    free(texts->schema);
    *texts = (struct scenario_texts){ .count = 0 };
}
