/* load_amount.c: amounts: a number, or one linear sum of numbers. */
#include "content/load.h"

#include <string.h>

enum { TERMS_MAX = 12 };

static uint16_t new_amount(struct load *load, const struct json_value *at, struct amount amount)
{
    struct scenario *sc = load->sc;
    if (sc->n_amounts == MAX_AMOUNTS) {
        load_full(load, at, FULL_AMOUNTS, MAX_AMOUNTS, "amounts");
        return 0;
    }
    sc->amount[sc->n_amounts] = amount;
    return (uint16_t)sc->n_amounts++;
}

uint16_t load_constant(struct load *load, const struct json_value *at, int number)
{
    const bool small = number >= -MAX_AMOUNT && number <= MAX_AMOUNT;
    uint16_t *known = &load->constant[small ? number + MAX_AMOUNT : 0];
    if (small && *known != 0) {
        return *known;
    }
    const int16_t n = (int16_t)number;
    const uint16_t index = new_amount(load, at, (struct amount){ .base = n, .min = n, .max = n });
    if (small) {
        *known = index;
    }
    return index;
}

/* "REF": number, or "REF": [number, divisor]. */
static void add_term(struct load *load, const struct json_value *value, struct scope scope,
                     struct amount *amount)
{
    struct scenario *sc = load->sc;
    struct reading reading;
    int16_t factor[2] = { 0, 1 };
    int number = 0;
    if (!load_reading(load, value->key, spot_key(value), scope, &reading)) {
        return;
    }
    if (reading.kind != VALUE_NUMBER && reading.kind != VALUE_FLAG) {
        load_error(load, spot_key(value), "S026", "\"%.60s\" is no number to reckon with",
                   value->key);
        return;
    }
    if (value->type == JSON_ARRAY) {
        if (!load_pair(load, value, -MAX_AMOUNT, MAX_AMOUNT, factor)) {
            return;
        }
        json_expect_integer(&load->check, value->first->next, 1, MAX_AMOUNT, &number);
    } else if (json_expect_integer(&load->check, value, -MAX_AMOUNT, MAX_AMOUNT, &number)) {
        factor[0] = (int16_t)number;
    }
    load_note(load, &reading, value->key, spot_key(value));
    if (sc->n_terms == MAX_TERMS) {
        load_full(load, value, FULL_TERMS, MAX_TERMS, "terms of amounts");
        return;
    }
    sc->term[sc->n_terms++] =
        (struct term){ .ref = reading.ref, .num = factor[0], .den = factor[1] };
    amount->terms++;
}

static void add_terms(struct load *load, const struct json_value *per, struct scope scope,
                      struct amount *amount)
{
    amount->first_term = (uint16_t)load->sc->n_terms;
    if (!json_expect_object(&load->check, per)) {
        return;
    }
    if (per->count > TERMS_MAX) {
        load_error(load, spot_value(per), "S009", "an amount has at most %d terms", TERMS_MAX);
        return;
    }
    for (const struct json_value *term = per->first; term != NULL; term = term->next) {
        if (strncmp(term->key, "x-", 2) != 0) {
            add_term(load, term, scope, amount);
        }
    }
}

uint16_t load_amount(struct load *load, const struct json_value *value, struct scope scope,
                     struct bounds bounds)
{
    static const char *const keys[] = { "base", "per", "min", "max", NULL };
    int number = 0;
    if (value == NULL) {
        return 0;
    }
    if (value->type == JSON_NUMBER) {
        return json_expect_integer(&load->check, value, bounds.low, bounds.high, &number)
                   ? load_constant(load, value, number)
                   : 0;
    }
    if (value->type != JSON_OBJECT) {
        struct finding *finding =
            load_error(load, spot_value(value), "S001", "an amount is expected here");
        findings_expected(load->findings, finding,
                          "a whole number, or { \"base\", \"per\", \"min\", \"max\" }");
        return 0;
    }
    load_object(load, value, keys);
    if (value->count == 0) {
        load_warning(load, spot_value(value), "S029", "an amount without anything is 0");
    }
    struct amount amount = { .terms = 0 };
    amount.base = (int16_t)load_integer(load, value, "base", bounds.low, bounds.high, 0);
    amount.min = (int16_t)load_integer(load, value, "min", bounds.low, bounds.high, bounds.low);
    amount.max = (int16_t)load_integer(load, value, "max", bounds.low, bounds.high, bounds.high);
    if (amount.min > amount.max) {
        load_error(
            load, spot_value(json_member(value, "min") != NULL ? json_member(value, "min") : value),
            "S023", "the least, %d, is above the most, %d", amount.min, amount.max);
    }
    add_terms(load, json_member(value, "per"), scope, &amount);
    return new_amount(load, value, amount);
}
