/* scenario_load.c: reading a scenario, from its bytes to what play needs. */
#include "content/scenario_load.h"

#include "content/load.h"
#include "content/load_translation.h"
#include "json/file.h"

#include <stdlib.h>
#include <string.h>

static const char *const top_keys[] = {
    "format",     "id",       "text",     "calendar", "dates",   "dates_in",
    "rounds",     "beats",    "severe",   "roles",    "parties", "others",
    "meters",     "culprits", "trace",    "belief",   "moves",   "agreements",
    "promises",   "rules",    "exposure", "settle",   "kinds",   "incidents",
    "mandates",   "endings",  "utility",  "caution",  "goals",   "advisers",
    "characters", "sources",  "words",    "facts",    "study",   NULL,
};

static void load_format(struct load *load)
{
    const struct json_value *format = json_require(&load->check, load->root, "format");
    int number = 1;
    if (format != NULL && format->type == JSON_NUMBER && format->is_integer &&
        format->integer != 1) {
        struct finding *finding =
            load_error(load, spot_value(format), "S010", "this program does not know format %.*s",
                       (int)format->length, format->text);
        findings_expected(load->findings, finding, "1");
        return;
    }
    json_expect_integer(&load->check, format, 1, 1, &number);
}

/* The last part of a path, without ".json". */
static bool is_name_of(const char *path, const char *id)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    const size_t length = strlen(id);
    return strncmp(name, id, length) == 0 && strcmp(name + length, ".json") == 0;
}

static void load_scenario_id(struct load *load, const char *name)
{
    const struct json_value *id = json_require(&load->check, load->root, "id");
    load->sc->id = "";
    if (id == NULL || json_expect_string(&load->check, id, 1, 40) == NULL) {
        return;
    }
    load->sc->id = load_copy(load, id->string);
    if (!json_is_id(id->string, strlen(id->string))) {
        struct finding *finding = load_error(load, spot_value(id), "S006",
                                             "\"%.60s\" is no id for a scenario", id->string);
        findings_expected(load->findings, finding,
                          "small letters, digits and hyphens, a letter first");
    } else if (!is_name_of(name, id->string)) {
        load_warning(load, spot_value(id), "S011", "the file is not called \"%s.json\"",
                     id->string);
    }
}

/* Entry 0 of each list stands for "always", "nothing" and "no text". */
static void begin(struct scenario *sc)
{
    sc->n_rows = sc->n_whens = sc->n_amounts = sc->n_texts = 1;
    sc->row[0].source = SOURCE_ENGINE;
}

static void load_all(struct load *load, const char *name)
{
    begin(load->sc);
    load_format(load);
    load_scenario_id(load, name);
    load_names(load);
    load_world(load);
    load_actors(load);
    load_meters(load);
    load_beat_gates(load);
    load_trace(load);
    load_move_names(load);
    load_culprits(load);
    load_moves(load);
    load_commitments(load);
    load_rules(load);
    load_incidents(load);
    load_ends(load);
    load_people(load);
    load_coach(load);
    load_facts(load);
    load_study(load);
    load_report_dangling(load);
    load_check(load);
    load_check_facts(load);
}

static struct load *load_new(const struct json_value *root, size_t length,
                             struct findings *findings)
{
    struct load *load = calloc(1, sizeof *load);
    struct scenario *sc = calloc(1, sizeof *sc);
    char *arena = malloc(2 * length + 1); /* no string is longer than the file has it, twice */
    if (load == NULL || sc == NULL || arena == NULL) {
        findings->out_of_memory = true;
        free(load);
        free(sc);
        free(arena);
        return NULL;
    }
    load->sc = sc;
    sc->arena = load->arena_at = arena;
    load->arena_end = arena + 2 * length + 1;
    load->findings = findings;
    load->errors = findings->errors;
    for (int i = 0; i < findings->count; i++) {
        load->doubled =
            load->doubled || (strcmp(findings->items[i].code, "S013") == 0 &&
                              strcmp(findings->items[i].file, root->place.source->name) == 0);
    }
    load->root = root;
    load->check = (struct json_checker){ .findings = findings,
                                         .wrong_type = "S001",
                                         .out_of_range = "S002",
                                         .unknown_word = "S003",
                                         .unknown_key = "S004",
                                         .missing_key = "S005" };
    return load;
}

struct scenario *load_compile_visited(const char *name, const struct json_value *root,
                                      size_t length, struct translation *translation,
                                      const struct load_visitor *visitor, struct findings *findings)
{
    const int errors = findings->errors;
    const size_t more = translation != NULL ? translation->length : 0;
    struct load *load = load_new(root, length + more, findings);
    if (load == NULL) {
        return NULL;
    }
    struct scenario *sc = load->sc;
    load->translation = translation;
    if (load_object(load, root, top_keys)) {
        load_all(load, name);
    }
    const bool good = findings->errors == errors && !findings->out_of_memory;
    if (good && visitor != NULL) {
        visitor->visit(visitor->context, load);
    }
    free(load);
    if (!good) {
        scenario_free(sc);
        return NULL;
    }
    scenario_compile(sc);
    sc->hash = load_hash(sc);
    return sc;
}

struct scenario *load_compile(const char *name, const struct json_value *root, size_t length,
                              struct translation *translation, struct findings *findings)
{
    return load_compile_visited(name, root, length, translation, NULL, findings);
}

struct scenario *scenario_read(const char *name, const char *bytes, size_t length,
                               struct findings *findings)
{
    const int errors = findings->errors;
    struct json_document *document = json_read(name, bytes, length, findings);
    if (document == NULL) {
        return NULL;
    }
    struct scenario *sc = load_compile(name, json_root(document), length, NULL, findings);
    json_free(document);
    if (findings->errors > errors) {
        scenario_free(sc);
        return NULL;
    }
    return sc;
}

struct scenario *scenario_load(const char *path, struct findings *findings)
{
    size_t length = 0;
    char *bytes = file_read(path, SCENARIO_MAX_BYTES, &length, findings);
    if (bytes == NULL) {
        return NULL;
    }
    struct scenario *sc = scenario_read(path, bytes, length, findings);
    free(bytes);
    return sc;
}

void scenario_free(struct scenario *sc)
{
    if (sc != NULL) {
        for (int i = 0; i < sc->tags; i++) {
            free(sc->tag[i].pointer);
        }
        free(sc->arena);
        free(sc);
    }
}
