/* load_disposition.c: what a character or an adviser is after. */
#include "content/load.h"

#include <assert.h>
#include <string.h>

enum {
    WEIGHT_MOST = 1000, /* per cent */
    LIE_MOST = 1000,    /* tenths of a point */
    SUSPICION_LEAST = -90,
    SUSPICION_MOST = 400,
    PATIENCE_LEAST = 50
};

static bool is_note(const char *key)
{
    return strncmp(key, "x-", 2) == 0;
}

/* The keys of the scenario's own score: what it has in its endings, mandates and utility. */
static int score_keys(const struct load *load, const char *keys[MAX_SCORED + 2])
{
    const struct json_value *utility = json_member(load->root, "utility");
    const bool sum = utility != NULL && utility->type == JSON_OBJECT;
    const struct json_value *per = sum ? json_member(utility, "per") : NULL;
    int count = 0;
    keys[count++] = "endings";
    keys[count++] = "mandate";
    if (per == NULL || per->type != JSON_OBJECT) {
        return count;
    }
    for (const struct json_value *one = per->first; one != NULL; one = one->next) {
        if (!is_note(one->key) && count < MAX_SCORED + 2) { /* more were refused before */
            keys[count++] = one->key;
        }
    }
    return count;
}

static void load_weight(struct load *load, const struct json_value *value,
                        const char *const keys[MAX_SCORED + 2], int count, struct disposition *out)
{
    int weight = 100;
    if (is_note(value->key) || !json_expect_integer(&load->check, value, 0, WEIGHT_MOST, &weight)) {
        return;
    }
    int16_t *const place[] = { &out->ending, &out->mandate };
    for (int i = 0; i < count; i++) {
        if (strcmp(value->key, keys[i]) == 0) {
            *(i < 2 ? place[i] : &out->term[i - 2]) = (int16_t)weight;
            return;
        }
    }
}

static void load_weights(struct load *load, const struct json_value *weighs,
                         struct disposition *out)
{
    const char *keys[MAX_SCORED + 2];
    if (weighs == NULL || !json_expect_object(&load->check, weighs)) {
        return;
    }
    const int count = score_keys(load, keys);
    if (!load->worthless) {
        json_unknown_keys(&load->check, weighs, keys, (size_t)count);
    }
    for (const struct json_value *one = weighs->first; one != NULL; one = one->next) {
        load_weight(load, one, keys, count, out);
    }
}

struct disposition load_disposition(struct load *load, const struct json_value *value)
{
    struct disposition out = disposition_score;
    assert(load->sc->amount[load->sc->utility].terms <= MAX_SCORED);
    load_weights(load, json_member(value, "weighs"), &out);
    out.lie = (int16_t)load_integer(load, value, "lie", 0, LIE_MOST, out.lie);
    out.suspicion = (int16_t)load_integer(load, value, "suspicion", SUSPICION_LEAST, SUSPICION_MOST,
                                          out.suspicion);
    out.patience =
        (int16_t)load_integer(load, value, "patience", PATIENCE_LEAST, 100, out.patience);
    return out;
}
