/* load_tests.c: what a test asks and plays, its names resolved against its scenario. */
#include "content/load_tests.h"

#include "core/move.h"

#include <stdlib.h>
#include <string.h>

enum { STEPS_MAX = 200, MOVE_MAX = 500, CHOICES_MAX = 64 };

static bool is_note(const struct json_value *value)
{
    return strncmp(value->key, "x-", 2) == 0;
}

/* ---- moves ---- */

/* Every id that a move may have at a beat, or at any; 'none' and agreements where it picks. */
static size_t list_moves(const struct scenario *sc, int beat, const char *ids[])
{
    size_t count = 0;
    bool picks = false;
    for (int i = 0; i < sc->beats; i++) {
        picks = picks || (sc->beat[i].pick > 0 && (beat < 0 || beat == i));
    }
    for (int i = 0; i < sc->moves; i++) {
        if (!sc->move[i].each && (beat < 0 || sc->move[i].beat == beat)) {
            ids[count++] = sc->move[i].id;
        }
    }
    for (int i = 0; i < sc->agreements && picks; i++) {
        ids[count++] = sc->commitment[sc->agreement[i]].id;
    }
    return count;
}

/* A beat at which some move is so called, or -1. */
static int beat_of_move(const struct scenario *sc, const char *name)
{
    for (int i = 0; i < sc->beats; i++) {
        if (move_parse(sc, i, name) >= 0) {
            return i;
        }
    }
    return -1;
}

/* A move of a beat, or of any (-1). */
static void check_move(struct load *load, const struct json_value *value, int beat)
{
    const char *ids[MAX_MOVES + MAX_SET];
    const char *name = json_expect_string(&load->check, value, 1, MOVE_MAX);
    const int at = name != NULL ? beat_of_move(load->sc, name) : -1;
    if (name == NULL || (beat < 0 ? at >= 0 : move_parse(load->sc, beat, name) >= 0)) {
        return;
    }
    if (at >= 0) {
        load_error(load, spot_value(value), "S025", "\"%.60s\" is a move of the beat \"%s\"", name,
                   load->sc->beat[at].id);
        return;
    }
    struct finding *finding =
        load_error(load, spot_value(value), "S008", "no move is called \"%.60s\"", name);
    const size_t count = list_moves(load->sc, beat, ids);
    findings_expected(load->findings, finding,
                      "the id of a move, or agreements joined by '+', in the order of the file");
    load_suggest(load, finding, name, findings_suggest(name, ids, count));
}

/* One move or a list of them. */
static void check_moves(struct load *load, const struct json_value *value, int beat, int least)
{
    if (value != NULL && value->type == JSON_STRING) {
        check_move(load, value, beat);
    } else if (value != NULL && json_expect_array(&load->check, value, least, CHOICES_MAX)) {
        for (const struct json_value *one = value->first; one != NULL; one = one->next) {
            check_move(load, one, beat);
        }
    }
}

/* The index of the member of a collection that a key names, or -1. */
static int key_of(struct load *load, const struct json_value *value, enum collection collection)
{
    const struct table *table = &load->table[collection];
    const int index = load_find(load, collection, value->key);
    if (index < 0) {
        struct finding *finding = load_error(load, spot_key(value), "S008",
                                             "no %s is called \"%.60s\"", table->one, value->key);
        load_suggest(load, finding, value->key, json_suggest_key(table->object, value->key));
    }
    return index;
}

static void check_choice(struct load *load, const struct json_value *value, int beat)
{
    if (value->type != JSON_OBJECT) {
        check_moves(load, value, beat, 1);
        return;
    }
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        if (!is_note(one) && key_of(load, one, PARTIES) >= 0) {
            check_moves(load, one, beat, 1);
        }
    }
}

static void check_otherwise(struct load *load, const struct json_value *value)
{
    if (value == NULL || !json_expect_object(&load->check, value)) {
        return;
    }
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        const int beat = is_note(one) ? -1 : key_of(load, one, BEATS);
        if (beat >= 0) {
            check_choice(load, one, beat);
        }
    }
}

static void check_seats(struct load *load, const struct json_value *value)
{
    if (value == NULL || !json_expect_object(&load->check, value)) {
        return;
    }
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        if (!is_note(one) && key_of(load, one, PARTIES) >= 0) {
            json_expect_string(&load->check, one, 1, MOVE_MAX);
        }
    }
}

static void check_offers(struct load *load, const struct json_value *value, int beat)
{
    static const char *const keys[] = { "with", "without", NULL };
    if (value == NULL || value->type != JSON_OBJECT) {
        check_moves(load, value, beat, 1);
        return;
    }
    load_object(load, value, keys);
    check_moves(load, json_member(value, "with"), beat, 1);
    check_moves(load, json_member(value, "without"), beat, 1);
}

/* ---- claims ---- */

static struct claim *add_claim(struct load *load, struct scenario_test *test)
{
    const size_t count = (size_t)test->claims + 1;
    struct claim *more = realloc(test->claim, count * sizeof *more);
    if (more == NULL) {
        load->findings->out_of_memory = true;
        return NULL;
    }
    test->claim = more;
    return &more[test->claims];
}

/* Adds what a number must be, where that can be said. */
static void read_claim(struct load *load, struct scenario_test *test,
                       const struct json_value *value, const struct reading *reading,
                       struct claims *claims)
{
    struct options options = { .count = 0 };
    const bool of_move = reading->kind == VALUE_FAMILY || reading->kind == VALUE_PUBLIC;
    load_options(load, value, reading, &options);
    struct claim *claim = options.count > 0 ? add_claim(load, test) : NULL;
    if (claim == NULL) {
        return;
    }
    *claim = (struct claim){ .value = value,
                             .ref = reading->ref,
                             .ids = of_move ? (int)MOVES : reading->ids,
                             .words = of_move ? NULL : reading->words,
                             .options = options.count };
    memcpy(claim->option, options.test, sizeof claim->option);
    test->claims++;
    claims->count++;
}

/* What the members of an object say numbers must be; `added`: by how much a move changes them. */
static struct claims read_claims(struct load *load, struct scenario_test *test,
                                 const struct json_value *object, struct scope scope, bool added)
{
    struct claims claims = { .first = test->claims };
    if (object == NULL || !json_expect_object(&load->check, object)) {
        return claims;
    }
    for (const struct json_value *one = object->first; one != NULL; one = one->next) {
        struct reading reading;
        const bool known = !is_note(one) && (added ? load_target : load_reading)(
                                                load, one->key, spot_key(one), scope, &reading);
        if (known && added) {
            reading.lo = -MAX_AMOUNT;
            reading.hi = MAX_AMOUNT;
        }
        if (known) {
            read_claim(load, test, one, &reading, &claims);
        }
    }
    return claims;
}

bool claim_holds(const struct claim *claim, int value)
{
    for (int i = 0; i < claim->options; i++) {
        const struct test *test = &claim->option[i];
        if (test->ids ? (test->mask >> (value & 63) & 1u) != 0
                      : value >= test->lo && value <= test->hi) {
            return true;
        }
    }
    return false;
}

static const char *id_of(const struct scenario *sc, int collection, int value)
{
    switch (collection) {
    case PARTIES:
        return value < MAX_PARTIES ? sc->actor[value].id : NULL;
    case ROUNDS:
        return value < sc->round_kinds ? sc->round_kind[value].id : NULL;
    case CULPRITS:
        return value < sc->culprits ? sc->culprit[value].id : NULL;
    case MOVES:
        return value < sc->moves ? sc->move[value].id : NULL;
    case KINDS:
        return value < sc->kinds ? sc->kind[value].id : NULL;
    case INCIDENTS:
        return value < sc->incidents ? sc->incident[value].id : NULL;
    case MANDATES:
        return value < sc->mandates ? sc->mandate[value].id : NULL;
    default:
        return value < sc->endings ? sc->ending[value].id : NULL;
    }
}

const char *claim_word(const struct claim *claim, const struct scenario *sc, int value,
                       char buffer[16])
{
    if (claim->ids >= 0) {
        const char *id = value >= 0 ? id_of(sc, claim->ids, value) : NULL;
        return id != NULL ? id : "nothing";
    }
    if (claim->words != NULL) {
        return value >= 0 && value < NONE ? claim->words[value] : "nothing";
    }
    if (claim->value->type == JSON_BOOL) {
        return value != 0 ? "true" : "false";
    }
    snprintf(buffer, 16, "%d", value);
    return buffer;
}

/* ---- steps ---- */

static const char *const step_keys[] = { "round",  "beat", "side", "when",   "given", "expect",
                                         "offers", "play", "does", "ending", NULL };

/* Keys that mean nothing beside another one. */
static void check_beside(struct load *load, const struct json_value *step, const char *key,
                         const char *why)
{
    const struct json_value *value = json_member(step, key);
    if (value != NULL) {
        load_error(load, spot_key(value), "S022", "\"%s\" means nothing here: %s", key, why);
    }
}

/* At the end there is no decision. */
static void check_end(struct load *load, const struct json_value *step)
{
    static const char *const keys[] = { "round", "beat", "side", "when", "offers", "play", "does" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        check_beside(load, step, keys[i], "this step is about the end of the game");
    }
}

/* The ending is the first thing expected. */
static struct claims read_end(struct load *load, struct scenario_test *test,
                              const struct json_value *value, struct scope scope)
{
    const struct json_value *ending = json_member(value, "ending");
    struct claims claims = { .first = test->claims };
    struct reading reading;
    check_end(load, value);
    if (load_reading(load, "ending", spot_key(ending), scope, &reading)) {
        read_claim(load, test, ending, &reading, &claims);
    }
    claims.count += read_claims(load, test, json_member(value, "expect"), scope, false).count;
    return claims;
}

static void read_address(struct load *load, const struct json_value *value, struct test_step *step)
{
    const struct json_value *beat = json_member(value, "beat");
    const struct json_value *side = json_member(value, "side");
    step->round = load_integer(load, value, "round", 1, load->sc->rounds, 0);
    step->beat = beat != NULL ? load_id(load, BEATS, beat) : -1;
    step->side = side != NULL ? load_id(load, PARTIES, side) : -1;
}

/* What can be known at a decision: everything, that of a case where the beat may have one. */
static struct scope scope_of(const struct load *load, const struct test_step *step)
{
    const bool both = step->beat >= 0 && load->sc->beat[step->beat].by == BY_BOTH;
    return (struct scope){ .has_case = !step->end && !both,
                           .own = step->end ? OWN_NONE : OWN_ANY,
                           .truth = true,
                           .picked = true };
}

static void read_step(struct load *load, struct scenario_test *test, const struct json_value *value,
                      struct test_step *step)
{
    *step = (struct test_step){ .value = value, .beat = -1, .side = -1 };
    if (!load_object(load, value, step_keys)) {
        return;
    }
    if (value->count == 0) {
        load_error(load, spot_value(value), "S002", "this step says nothing");
    }
    read_address(load, value, step);
    step->end = json_member(value, "ending") != NULL;
    const struct scope scope = scope_of(load, step);
    step->when = read_claims(load, test, json_member(value, "when"), scope, false);
    step->given = read_claims(load, test, json_member(value, "given"), scope, false);
    step->expect = step->end ? read_end(load, test, value, scope)
                             : read_claims(load, test, json_member(value, "expect"), scope, false);
    step->does = read_claims(load, test, json_member(value, "does"), scope, true);
    step->offers = json_member(value, "offers");
    step->play = json_member(value, "play");
    check_offers(load, step->offers, step->beat);
    if (step->play != NULL) {
        check_move(load, step->play, step->beat);
    } else {
        check_beside(load, value, "does", "this step plays no move");
    }
}

static void read_steps(struct load *load, struct scenario_test *test)
{
    const struct json_value *steps = json_member(test->value, "steps");
    if (steps == NULL || !json_expect_array(&load->check, steps, 1, STEPS_MAX)) {
        return;
    }
    test->step = calloc((size_t)steps->count, sizeof *test->step);
    if (test->step == NULL) {
        load->findings->out_of_memory = true;
        return;
    }
    for (const struct json_value *one = steps->first; one != NULL; one = one->next) {
        read_step(load, test, one, &test->step[test->steps++]);
    }
}

void load_tests(struct load *load, struct scenario_test *test, struct findings *findings)
{
    struct findings *const before = load->findings;
    load->findings = load->check.findings = findings;
    load_trust_names(load);
    check_seats(load, test->seats);
    check_otherwise(load, test->otherwise);
    read_steps(load, test);
    load_report_dangling(load);
    load->findings = load->check.findings = before;
}
