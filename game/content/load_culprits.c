/* load_culprits.c: who can be behind an incident, what traces tell, what can be believed. */
#include "content/load.h"

#include <stdio.h>
#include <string.h>

static const char *const title_keys[] = { "title", "plural", NULL };

/* ---- factors ---- */

/* The one member that is no note, or NULL where there is none or are several. */
static const struct json_value *only_member(const struct json_value *object)
{
    const struct json_value *only = NULL;
    for (const struct json_value *one = object->first; one != NULL; one = one->next) {
        if (strncmp(one->key, "x-", 2) != 0) {
            if (only != NULL) {
                return NULL;
            }
            only = one;
        }
    }
    return only;
}

static void load_table_factor(struct load *load, const struct json_value *value,
                              struct times *times)
{
    struct reading reading;
    const struct scope scope = { .has_case = true, .undrawn = true };
    const struct json_value *list = only_member(value);
    if (list == NULL) {
        load_error(load, spot_value(value), "S023", "a factor looks at exactly one number");
        return;
    }
    if (!load_reading(load, list->key, spot_key(list), scope, &reading)) {
        return;
    }
    if (reading.ref.who != WHO_SUSPECT || reading.kind != VALUE_NUMBER) {
        struct finding *finding =
            load_error(load, spot_key(list), "S023", "\"%.60s\" weighs no culprit", list->key);
        findings_expected(load->findings, finding, "a number of the suspect: NAME.suspect");
        return;
    }
    times->ref = reading.ref;
    if (!json_expect_array(&load->check, list, 1, MAX_LEVELS)) {
        return;
    }
    for (const struct json_value *one = list->first; one != NULL; one = one->next) {
        int weight = 0;
        json_expect_integer(&load->check, one, 0, MAX_AMOUNT, &weight);
        times->value[times->levels++] = (int16_t)weight;
    }
}

static void load_factor(struct load *load, const struct json_value *value, struct times *times)
{
    int weight = 0;
    if (value->type == JSON_OBJECT) {
        load_table_factor(load, value, times);
    } else if (json_expect_integer(&load->check, value, 0, MAX_AMOUNT, &weight)) {
        times->value[0] = (int16_t)weight;
    }
}

static void load_culprit(struct load *load, int index)
{
    static const char *const keys[] = { "from", "guilty", "file", "times", "text", "fact", NULL };
    const struct json_value *value = load->table[CULPRITS].item[index];
    struct culprit *culprit = &load->sc->culprit[index];
    culprit->id = load_item_id(load, CULPRITS, index);
    if (!load_object(load, value, keys)) {
        return;
    }
    load_carrier(load, value, TAG_CULPRIT, index);
    json_require(&load->check, value, "from");
    json_require(&load->check, value, "guilty");
    culprit->from = (uint8_t)load_word(load, value, "from", load_froms, FROM_COUNT, FROM_NOBODY);
    culprit->guilty = load_flag(load, value, "guilty");
    culprit->file = (int16_t)load_integer(load, value, "file", 0, 100, 0);
    const struct json_value *times = json_member(value, "times");
    if (json_expect_array(&load->check, times, 1, MAX_TIMES)) {
        for (const struct json_value *one = times->first; one != NULL; one = one->next) {
            load_factor(load, one, &culprit->by[culprit->times++]);
        }
    }
    const struct json_value *text = load_texts(load, value, title_keys, true);
    culprit->title = load_need(load, text, "title", voice_open(), LENGTH_ANY);
    culprit->plural = load_text(load, text, "plural", voice_open(), LENGTH_ANY);
}

/* ---- the trace ---- */

static void load_three(struct load *load, const struct json_value *value, int high,
                       int16_t out[MAX_CONFIDENCE])
{
    int sum = 0, at = 0;
    if (!json_expect_array(&load->check, value, MAX_CONFIDENCE, MAX_CONFIDENCE)) {
        return;
    }
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        int number = 0;
        json_expect_integer(&load->check, one, 0, high, &number);
        sum += number;
        out[at++] = (int16_t)number;
    }
    if (sum == 0) {
        load_error(load, spot_value(value), "S002", "one of the three must be above 0");
    }
}

static void load_tier(struct load *load, const struct json_value *value, struct tier *tier)
{
    static const char *const keys[] = { "tells", "accuracy", "text", "fact", NULL };
    static const char *const text_keys[] = { "title", NULL };
    static const char *const tells[] = { "from", "culprit" };
    if (!load_object(load, value, keys)) {
        load->traceless = true;
        return;
    }
    load_carrier(load, value, TAG_TIER, (int)(tier - load->sc->tier));
    json_require(&load->check, value, "tells");
    tier->culprit = load_word(load, value, "tells", tells, 2, 0) == 1;
    load->traceless = load->traceless || json_member(value, "tells") == NULL ||
                      json_member(value, "tells")->type != JSON_STRING;
    if (tier != load->sc->tier && tier->culprit == load->sc->tier[0].culprit && !load->traceless) {
        load_error(load, spot_value(value), "S023", "both tiers tell the same");
    }
    load_three(load, json_require(&load->check, value, "accuracy"), 100, tier->accuracy);
    tier->title = load_need(load, load_texts(load, value, text_keys, true), "title", voice_open(),
                            LENGTH_ANY);
}

void load_trace(struct load *load)
{
    static const char *const keys[] = { "confidence", "tiers", "fact", NULL };
    const struct json_value *trace = json_member(load->root, "trace");
    if (trace == NULL || !load_object(load, trace, keys)) {
        load->traceless = trace != NULL;
        return;
    }
    load_carrier(load, trace, TAG_TRACE, 0);
    load_three(load, json_require(&load->check, trace, "confidence"), 100, load->sc->confidence);
    const struct json_value *tiers = json_require(&load->check, trace, "tiers");
    if (json_expect_array(&load->check, tiers, 1, MAX_TIERS)) {
        for (const struct json_value *one = tiers->first; one != NULL; one = one->next) {
            load_tier(load, one, &load->sc->tier[load->sc->tiers++]);
        }
    } else {
        load->traceless = true;
    }
}

/* ---- belief ---- */

static bool hidden(const struct scenario *sc, struct ref ref)
{
    const int meter = sc->slot_meter[ref.index];
    return ref.index == SLOT_QUIET || (meter != NONE && sc->meter[meter].see != SEE_ALL);
}

/* What may be believed of a side before anything has happened. */
static void load_prior(const struct scenario *sc, struct opacity *opacity, int party)
{
    const int most = opacity->levels - 1;
    int16_t *prior = opacity->prior[party];
    if (opacity->quiet) {
        prior[most < 1 ? most : 1] = 1;
        return;
    }
    const struct meter *meter = &sc->meter[sc->slot_meter[opacity->ref.index]];
    for (int i = 0; i < meter->starts[party]; i++) {
        const int start = meter->start[party][i];
        prior[start < 0 ? 0 : start > most ? most : start]++;
    }
}

static struct opacity *find_opacity(struct scenario *sc, struct ref ref)
{
    for (int i = 0; i < sc->opacities; i++) {
        if (sc->opacity[i].ref.index == ref.index) {
            return &sc->opacity[i];
        }
    }
    return NULL;
}

/* One belief for each hidden number that weighs culprits. */
static void add_opacity(struct load *load, const struct times *times)
{
    struct scenario *sc = load->sc;
    if (times->levels == 0 || !hidden(sc, times->ref)) {
        return;
    }
    struct opacity *opacity = find_opacity(sc, times->ref);
    if (opacity == NULL && sc->opacities == 2) {
        load_error(load, spot_value(load->table[CULPRITS].object), "S054",
                   "at most two hidden numbers weigh culprits");
    } else if (opacity == NULL) {
        opacity = &sc->opacity[sc->opacities++];
        *opacity = (struct opacity){ .ref = times->ref,
                                     .levels = times->levels,
                                     .quiet = times->ref.index == SLOT_QUIET,
                                     .keep = 100 };
    } else if (opacity->levels < times->levels) {
        opacity->levels = times->levels;
    }
}

static void load_lower(struct load *load, const struct json_value *lower, struct opacity *opacity)
{
    static const char *const keys[] = { "answer", "share", NULL };
    if (lower == NULL || !load_object(load, lower, keys)) {
        return;
    }
    int share = 0;
    json_expect_integer(&load->check, json_require(&load->check, lower, "share"), 0, 100, &share);
    opacity->share = (int16_t)share;
    const struct json_value *list = json_require(&load->check, lower, "answer");
    if (json_expect_array(&load->check, list, 1, MAX_MOVES)) {
        for (const struct json_value *one = list->first; one != NULL; one = one->next) {
            const int move = load_id(load, MOVES, one);
            if (move >= 0) {
                opacity->shift |= UINT64_C(1) << move;
            }
        }
    }
}

static void unknown_belief(struct load *load, const struct json_value *value, bool meter)
{
    static const char *const words[] = { "quiet" };
    char message[120];
    snprintf(message, sizeof message, "\"%.60s\" is no hidden number that weighs culprits",
             value->key);
    if (meter) {
        load_error(load, spot_key(value), "S054", "%s", message);
        return;
    }
    load_dangling(load, (struct missing){ .spot = spot_key(value),
                                          .code = "S054",
                                          .message = message,
                                          .name = value->key,
                                          .set = { METERS },
                                          .sets = 1,
                                          .word = words,
                                          .words = 1 });
}

static void load_belief_of(struct load *load, const struct json_value *value)
{
    static const char *const keys[] = { "keep", "lower", "fact", NULL };
    struct scenario *sc = load->sc;
    const int meter = load_find(load, METERS, value->key);
    const struct ref ref = { .who = WHO_SUSPECT,
                             .index = meter >= 0                         ? sc->meter[meter].slot
                                      : strcmp(value->key, "quiet") == 0 ? (uint8_t)SLOT_QUIET
                                                                         : 0 };
    struct opacity *opacity = find_opacity(sc, ref);
    if (opacity == NULL) {
        if (meter < 0 || !load->vague[meter]) {
            unknown_belief(load, value, meter >= 0);
        }
        return;
    }
    if (load_object(load, value, keys)) {
        load_carrier(load, value, TAG_BELIEF, (int)(opacity - sc->opacity));
        opacity->keep = (int16_t)load_integer(load, value, "keep", 0, 100, 100);
        load_lower(load, json_member(value, "lower"), opacity);
    }
}

static void load_belief(struct load *load)
{
    struct scenario *sc = load->sc;
    const struct json_value *belief = json_member(load->root, "belief");
    for (int i = 0; i < sc->culprits; i++) {
        for (int k = 0; k < sc->culprit[i].times; k++) {
            add_opacity(load, &sc->culprit[i].by[k]);
        }
    }
    for (int i = 0; i < sc->opacities; i++) {
        for (int party = 0; party < MAX_PARTIES; party++) {
            load_prior(sc, &sc->opacity[i], party);
        }
    }
    if (json_expect_object(&load->check, belief)) {
        for (const struct json_value *one = belief->first; one != NULL; one = one->next) {
            if (strncmp(one->key, "x-", 2) != 0) {
                load_belief_of(load, one);
            }
        }
    }
}

void load_culprits(struct load *load)
{
    load->sc->culprits = load->table[CULPRITS].count;
    for (int i = 0; i < load->sc->culprits; i++) {
        load_culprit(load, i);
    }
    load_belief(load);
}
