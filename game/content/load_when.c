/* load_when.c: conditions.
 *
 * A condition is an object (all of its keys hold) or a list of objects (any of them does). It
 * becomes neighbouring entries of scenario->when. A key whose values make no single range or set
 * becomes alternatives, and an object the product of its keys' alternatives. */
#include "content/load.h"

#include <stdio.h>
#include <string.h>

enum { KEYS_MAX = 20, PRODUCT_MAX = 64, ALTERNATIVES_MAX = 16 };

/* ---- one object ---- */

/* True for a test that holds only once the truth is out. */
static bool is_guard(const struct options *options)
{
    const struct test *test = &options->test[0];
    return options->count == 1 && test->ref.who == WHO_CASE && test->ref.index == FIELD_REVEALED &&
           !test->ids && test->lo >= 1;
}

/* The same, but what it asks is wrong: that is reported, and nothing that would follow. */
static bool is_vague_guard(const struct reading *reading, const struct options *options)
{
    return options->count == 0 && reading->ref.who == WHO_CASE &&
           reading->ref.index == FIELD_REVEALED;
}

void load_note(struct load *load, const struct reading *reading, const char *name, struct spot spot)
{
    if (load->reads < READS_MAX) {
        load->read[load->reads++] =
            (struct read){ .reading = *reading, .name = name, .spot = spot };
    } else {
        load_error(load, spot, "S009", "a row reads at most %d numbers", READS_MAX);
    }
}

/* The options of all keys; how many keys, or -1 where there are too many. */
static int object_options(struct load *load, const struct json_value *object, struct scope scope,
                          struct options options[KEYS_MAX])
{
    int count = 0;
    const int first_read = load->reads;
    bool guarded = false;
    for (const struct json_value *value = object->first; value != NULL; value = value->next) {
        struct reading reading;
        if (strncmp(value->key, "x-", 2) == 0) {
            continue;
        }
        if (count == KEYS_MAX) {
            load_error(load, spot_key(value), "S009", "a condition has at most %d keys", KEYS_MAX);
            return -1;
        }
        if (!load_reading(load, value->key, spot_key(value), scope, &reading)) {
            continue;
        }
        load_note(load, &reading, value->key, spot_key(value));
        options[count].count = 0;
        options[count].at = value;
        load_options(load, value, &reading, &options[count]);
        guarded = guarded || is_guard(&options[count]) || is_vague_guard(&reading, &options[count]);
        count += options[count].count > 0 ? 1 : 0;
    }
    for (int i = first_read; i < load->reads; i++) {
        load->read[i].guarded = guarded;
    }
    return count;
}

/* Appends one conjunction: of each key the option that `turn` names. */
static void emit(struct load *load, const struct json_value *at, const struct options *options,
                 int keys, const int turn[KEYS_MAX])
{
    struct scenario *sc = load->sc;
    if (sc->n_whens == MAX_WHENS) {
        load_full(load, at, FULL_WHENS, MAX_WHENS, "conditions");
        return;
    }
    if (sc->n_tests + keys > MAX_TESTS) {
        load_full(load, at, FULL_TESTS, MAX_TESTS, "keys of conditions");
        return;
    }
    sc->when[sc->n_whens++] = (struct when){ .first_test = (uint16_t)sc->n_tests,
                                             .tests = (uint8_t)keys,
                                             .or_next = true };
    for (int i = 0; i < keys; i++) {
        load->test_at[sc->n_tests] = options[i].at;
        sc->test[sc->n_tests++] = options[i].test[turn[i]];
    }
}

static void compile_object(struct load *load, const struct json_value *object, struct scope scope)
{
    struct options options[KEYS_MAX] = { 0 };
    int turn[KEYS_MAX] = { 0 };
    const int keys = object_options(load, object, scope, options);
    int product = 1;
    if (object->count == 0) {
        load_warning(load, spot_value(object), "S024", "a condition without keys always holds");
    }
    for (int i = 0; i < keys; i++) {
        product *= options[i].count;
        if (product > PRODUCT_MAX) {
            load_error(load, spot_value(object), "S009",
                       "this condition has too many alternatives");
            return;
        }
    }
    const int first = load->sc->n_whens;
    for (int n = 0; n < product && keys >= 0; n++) {
        int rest = n;
        for (int i = 0; i < keys; i++) {
            turn[i] = rest % options[i].count;
            rest /= options[i].count;
        }
        emit(load, object, options, keys, turn);
    }
    if (load->sc->n_whens > first) {
        load->condition[load->conditions++] =
            (struct condition){ .object = object,
                                .first = (uint16_t)first,
                                .count = (uint16_t)(load->sc->n_whens - first),
                                .kinds = scope.kinds };
    }
}

uint16_t load_when(struct load *load, const struct json_value *value, struct scope scope)
{
    struct scenario *sc = load->sc;
    const int first = sc->n_whens;
    if (value == NULL) {
        return 0;
    }
    if (value->type != JSON_ARRAY) {
        if (!json_expect_object(&load->check, value)) {
            return 0;
        }
        compile_object(load, value, scope);
    } else if (json_expect_array(&load->check, value, 1, ALTERNATIVES_MAX)) {
        for (const struct json_value *one = value->first; one != NULL; one = one->next) {
            if (json_expect_object(&load->check, one)) {
                compile_object(load, one, scope);
            }
        }
    }
    if (sc->n_whens == first) {
        return 0;
    }
    sc->when[sc->n_whens - 1].or_next = false;
    return (uint16_t)first;
}

uint16_t load_gate(struct load *load, const struct json_value *value, struct scope scope,
                   enum audience audience, const char *what)
{
    const int first_read = load->reads;
    const int danglings = load->danglings;
    const uint16_t when = load_when(load, value, scope);
    if (load->danglings == danglings) { /* else nobody knows what it was to read */
        load_flow_gate(load, first_read, scope, audience, what);
    }
    load->reads = first_read;
    return when;
}
