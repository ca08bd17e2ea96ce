/* scenario_tests.c: a file of tests, and the scenarios they are played with. */
#define _POSIX_C_SOURCE 200809L

#include "content/scenario_tests.h"

#include "content/load_tests.h"
#include "content/scenario_change.h"
#include "content/scenario_load.h"
#include "json/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TESTS_MAX = 200, ABOUT_MAX = 1000, CODES_MAX = 50, GAMES_MAX = 1000000000 };

/* A scenario to be played: that of the file, or a changed one. */
struct variant {
    struct scenario *sc;
    struct findings found;
};

struct tests_own {
    const char *path;
    size_t length;
    struct json_document *scenario, *tests;
    struct variant base;
    struct variant *variant; /* by test; of those that change something */
    struct findings *findings;
    struct json_checker check;
};

/* ---- paths ---- */

static const char extension[] = ".json", ending[] = ".tests.json";

static bool ends_in(const char *path, const char *end)
{
    const size_t length = strlen(path), size = strlen(end);
    return length > size && strcmp(path + length - size, end) == 0;
}

/* The path with another end, to be freed. */
static char *with_end(const char *path, const char *old, const char *new)
{
    const size_t kept = strlen(path) - (ends_in(path, old) ? strlen(old) : 0);
    const size_t room = kept + strlen(new) + 1;
    char *out = malloc(room);
    if (out != NULL) {
        snprintf(out, room, "%.*s%s", (int)kept, path, new);
    }
    return out;
}

char *scenario_tests_place(const char *path)
{
    return with_end(path, extension, ending);
}

char *scenario_tested(const char *path)
{
    char *of = ends_in(path, ending) ? with_end(path, ending, extension) : NULL;
    if (of != NULL && access(of, F_OK) != 0) {
        free(of);
        of = NULL;
    }
    return of;
}

/* ---- the shape of a test, without its names ---- */

static void read_seed(struct tests_own *own, const struct json_value *value, uint64_t *seed)
{
    if (value != NULL && !json_as_uint64(value, seed)) {
        struct finding *finding =
            json_report(own->findings, SEVERITY_ERROR, "S001", value, "this is no seed");
        findings_expected(own->findings, finding, "a whole number from 0 on");
    }
}

static void check_codes(struct tests_own *own, const struct json_value *value)
{
    if (value != NULL && json_expect_array(&own->check, value, 0, CODES_MAX)) {
        for (const struct json_value *one = value->first; one != NULL; one = one->next) {
            json_expect_string(&own->check, one, 4, 4);
        }
    }
}

static void check_name(struct tests_own *own, const struct json_value *value)
{
    if (!json_is_id(value->key, strlen(value->key))) {
        struct finding *finding = json_report_key(own->findings, SEVERITY_ERROR, "S006", value,
                                                  "\"%.60s\" is no name for a test", value->key);
        findings_expected(own->findings, finding,
                          "small letters, digits and hyphens, a letter first");
    }
}

static void read_test(struct tests_own *own, const struct json_value *value,
                      struct scenario_test *test)
{
    static const char *const keys[] = { "about", "seed",      "game",  "seats",
                                        "set",   "otherwise", "steps", "findings" };
    int game = 0;
    *test = (struct scenario_test){ .value = value, .seed = 1 };
    check_name(own, value);
    if (!json_expect_object(&own->check, value)) {
        return;
    }
    json_unknown_keys(&own->check, value, keys, sizeof keys / sizeof *keys);
    json_expect_string(&own->check, json_member(value, "about"), 1, ABOUT_MAX);
    json_expect_integer(&own->check, json_member(value, "game"), 0, GAMES_MAX, &game);
    read_seed(own, json_member(value, "seed"), &test->seed);
    json_expect_object(&own->check, json_member(value, "set"));
    test->game = (uint64_t)game;
    test->seats = json_member(value, "seats");
    test->otherwise = json_member(value, "otherwise");
    test->findings = json_member(value, "findings");
    check_codes(own, test->findings);
    if (test->findings == NULL) {
        json_require(&own->check, value, "steps");
    }
}

static void read_tests(struct tests_own *own, const struct json_value *object,
                       struct scenario_tests *out)
{
    if (object == NULL || !json_expect_object(&own->check, object)) {
        return;
    }
    if (object->count < 1 || object->count > TESTS_MAX) {
        struct finding *finding = json_report(own->findings, SEVERITY_ERROR, "S002", object,
                                              "%d tests in a file", object->count);
        findings_expected(own->findings, finding, "1 to %d", TESTS_MAX);
        return;
    }
    out->test = calloc((size_t)object->count, sizeof *out->test);
    own->variant = calloc((size_t)object->count, sizeof *own->variant);
    if (out->test == NULL || own->variant == NULL) {
        own->findings->out_of_memory = true;
        return;
    }
    for (const struct json_value *one = object->first; one != NULL; one = one->next) {
        if (strncmp(one->key, "x-", 2) != 0) {
            read_test(own, one, &out->test[out->count++]);
        }
    }
}

static void read_root(struct tests_own *own, struct scenario_tests *out)
{
    static const char *const keys[] = { "format", "scenario", "tests" };
    const struct json_value *root = json_root(own->tests);
    int format = 1;
    if (!json_expect_object(&own->check, root)) {
        return;
    }
    json_unknown_keys(&own->check, root, keys, sizeof keys / sizeof *keys);
    json_expect_integer(&own->check, json_require(&own->check, root, "format"), 1, 1, &format);
    json_expect_string(&own->check, json_require(&own->check, root, "scenario"), 1, JSON_ID_MAX);
    read_tests(own, json_require(&own->check, root, "tests"), out);
}

/* ---- the scenarios ---- */

/* The tests whose names are looked at while a scenario is loaded. */
struct visit {
    struct tests_own *own;
    struct scenario_tests *tests;
    struct scenario_test *only; /* NULL: all that change nothing */
};

static void visit(void *context, struct load *load)
{
    const struct visit *v = context;
    for (int i = 0; i < v->tests->count; i++) {
        struct scenario_test *test = &v->tests->test[i];
        const bool changes = json_member(test->value, "set") != NULL;
        if (test == v->only || (v->only == NULL && !changes)) {
            load_tests(load, test, v->own->findings);
        }
    }
}

static void compile(struct visit *v, const char *bytes, size_t length, struct variant *out)
{
    const struct load_visitor visitor = { .visit = visit, .context = v };
    struct json_document *document = json_read(v->own->path, bytes, length, &out->found);
    if (document != NULL && out->found.errors == 0) {
        out->sc = load_compile_visited(v->own->path, json_root(document), length, NULL, &visitor,
                                       &out->found);
    }
    v->own->findings->out_of_memory |= out->found.out_of_memory;
    json_free(document);
}

/* What a pointer of the changed scenario stands for among the changes, if it is one of them. */
static const struct json_value *find_change(const struct json_value *set, const char *pointer)
{
    for (const struct json_value *one = set->first; one != NULL && pointer != NULL;
         one = one->next) {
        const struct json_value *at = one;
        const char *rest = pointer + strlen(one->key);
        if (strncmp(pointer, one->key, strlen(one->key)) != 0) {
            continue;
        }
        while (at != NULL && *rest == '/') {
            const size_t length = strcspn(rest + 1, "/");
            const char *token = rest + 1;
            at = at->first;
            while (at != NULL && (at->key == NULL ? (size_t)at->index != strtoul(token, NULL, 10)
                                                  : strlen(at->key) != length ||
                                                        strncmp(at->key, token, length) != 0)) {
                at = at->next;
            }
            rest = token + length;
        }
        if (at != NULL && *rest == '\0') {
            return at;
        }
    }
    return NULL;
}

/* Tells the first thing that is wrong with it, at the change that it comes from. */
static void report_unplayable(struct tests_own *own, const struct json_value *set,
                              const struct variant *variant)
{
    const struct finding *first = variant->found.count > 0 ? variant->found.items : NULL;
    const char *message = first != NULL ? first->message : "it has errors";
    const struct json_value *at = find_change(set, first != NULL ? first->pointer : NULL);
    const bool key =
        at == NULL || (at->parent != set && at->key != NULL && strstr(message, at->key) != NULL);
    if (first != NULL && strcmp(first->code, "S013") == 0) {
        return; /* a key that is used twice: that has been told of the change */
    }
    struct finding *finding = (key ? json_report_key : json_report)(
        own->findings, SEVERITY_ERROR, "S084", at != NULL ? at : set,
        "so changed the scenario cannot be played: %s", message);
    if (first != NULL && at != NULL) {
        findings_suggestion(own->findings, finding, first->suggestion);
    }
}

/* The scenario of a test that changes it first. */
static void compile_changed(struct tests_own *own, struct scenario_tests *tests, int index)
{
    struct scenario_test *test = &tests->test[index];
    struct variant *variant = &own->variant[index];
    const struct json_value *set = json_member(test->value, "set");
    struct visit v = { own, tests, test };
    variant->found = findings_init();
    test->changed = scenario_change(json_root(own->scenario), set, own->findings);
    if (test->changed == NULL) {
        return;
    }
    compile(&v, test->changed, strlen(test->changed), variant);
    test->sc = variant->sc;
    test->found = &variant->found;
    if (variant->sc == NULL && json_member(test->value, "steps") != NULL) {
        report_unplayable(own, set, variant);
    }
}

/* It says which scenario it tests. */
static void check_scenario(struct tests_own *own)
{
    const struct json_value *id = json_member(json_root(own->tests), "scenario");
    if (id != NULL && id->string != NULL && strcmp(id->string, own->base.sc->id) != 0) {
        struct finding *finding = json_report(own->findings, SEVERITY_WARNING, "S011", id,
                                              "these are tests of another scenario");
        findings_expected(own->findings, finding, "\"%s\"", own->base.sc->id);
    }
}

static void compile_all(struct tests_own *own, struct scenario_tests *tests)
{
    const struct json_value *root = json_root(own->scenario);
    struct visit v = { own, tests, NULL };
    compile(&v, root->text - root->place.offset, own->length, &own->base);
    if (own->base.sc == NULL) {
        scenario_free(load_compile(own->path, root, own->length, NULL, own->findings));
        return;
    }
    check_scenario(own);
    for (int i = 0; i < tests->count; i++) {
        if (json_member(tests->test[i].value, "set") != NULL) {
            compile_changed(own, tests, i);
        } else {
            tests->test[i].sc = own->base.sc;
            tests->test[i].found = &own->base.found;
        }
    }
}

/* ---- the file ---- */

bool scenario_tests_read(const char *path, const char *tests, struct findings *findings,
                         struct scenario_tests *out)
{
    const int errors = findings->errors;
    size_t length = 0;
    struct tests_own *own = calloc(1, sizeof *own);
    *out = (struct scenario_tests){ .path = path, .own = own };
    if (own == NULL) {
        findings->out_of_memory = true;
        return false;
    }
    own->path = path;
    own->findings = findings;
    own->base.found = findings_init();
    own->check = (struct json_checker){ .findings = findings,
                                        .wrong_type = "S001",
                                        .out_of_range = "S002",
                                        .unknown_word = "S003",
                                        .unknown_key = "S004",
                                        .missing_key = "S005" };
    own->scenario = json_read_file(path, SCENARIO_MAX_BYTES, &own->length, findings);
    own->tests =
        own->scenario != NULL ? json_read_file(tests, SCENARIO_MAX_BYTES, &length, findings) : NULL;
    if (own->tests != NULL) {
        read_root(own, out);
        compile_all(own, out);
    }
    return findings->errors == errors && !findings->out_of_memory;
}

void scenario_tests_clear(struct scenario_tests *tests)
{
    struct tests_own *own = tests->own;
    for (int i = 0; i < tests->count && own != NULL; i++) {
        free(tests->test[i].step);
        free(tests->test[i].claim);
        free(tests->test[i].changed);
        scenario_free(own->variant[i].sc);
        findings_clear(&own->variant[i].found);
    }
    if (own != NULL) {
        scenario_free(own->base.sc);
        findings_clear(&own->base.found);
        json_free(own->tests);
        json_free(own->scenario);
        free(own->variant);
    }
    free(own);
    free(tests->test);
    *tests = (struct scenario_tests){ .count = 0 };
}
