/* load_options.c: what one key of a condition asks: a range of numbers, or a set of ids. */
#include "content/load.h"

#include <stdio.h>
#include <string.h>

/* ---- ranges ---- */

static struct test range(struct ref ref, int lo, int hi)
{
    return (struct test){ .ref = ref, .lo = (int16_t)lo, .hi = (int16_t)hi };
}

static void add_range(struct options *options, struct ref ref, int lo, int hi)
{
    if (lo <= hi && options->count < OPTIONS_MAX) {
        options->test[options->count++] = range(ref, lo, hi);
    }
}

/* A whole number of at most four digits; returns what follows it, or NULL. */
static const char *read_number(const char *text, int *number)
{
    const bool minus = *text == '-';
    const char *digit = text + (minus ? 1 : 0);
    int size = 0, value = 0;
    while (size < 5 && digit[size] >= '0' && digit[size] <= '9') {
        value = value * 10 + digit[size++] - '0';
    }
    *number = minus ? -value : value;
    return size >= 1 && size <= 4 && value <= MAX_AMOUNT ? digit + size : NULL;
}

bool load_range_text(const char *text, int *lo, int *hi)
{
    *lo = INT16_MIN;
    *hi = INT16_MAX;
    const char *at = text;
    if (strncmp(at, "..", 2) != 0) {
        at = read_number(at, lo);
    }
    if (at == NULL || strncmp(at, "..", 2) != 0) {
        return false;
    }
    at += 2;
    if (*at != '\0') {
        at = read_number(at, hi);
        return at != NULL && *at == '\0';
    }
    return *lo != INT16_MIN;
}

static void warn_range(struct load *load, const struct json_value *value,
                       const struct reading *reading, int lo, int hi)
{
    const bool never = hi < reading->lo || lo > reading->hi;
    load->never = load->never || never;
    if (never || (lo <= reading->lo && hi >= reading->hi)) {
        load_warning(load, spot_value(value), "S024", "this %s holds: \"%.60s\" is %d to %d",
                     never ? "never" : "always", value->key, reading->lo, reading->hi);
    }
}

static struct finding *wrong_form(struct load *load, const struct json_value *value,
                                  const char *expected)
{
    struct finding *finding = load_error(load, spot_value(value), "S023",
                                         "this says nothing about \"%.60s\"", value->key);
    findings_expected(load->findings, finding, "%s", expected);
    return finding;
}

/* ">45", ">= 45", "=45" and their like: "46.." and so on; false for all else. */
static bool meant_range(const char *text, char out[16])
{
    const size_t size = strspn(text, "<>=");
    const bool equal = memchr(text, '=', size) != NULL;
    int number = 0;
    if (size == 0 || size > 2) {
        return false;
    }
    const char *end = read_number(text + size + strspn(text + size, " "), &number);
    if (end == NULL || *end != '\0' || number == MAX_AMOUNT || number == -MAX_AMOUNT) {
        return false;
    }
    if (text[0] == '>') {
        snprintf(out, 16, "%d..", equal ? number : number + 1);
    } else if (text[0] == '<') {
        snprintf(out, 16, "..%d", equal ? number : number - 1);
    } else {
        snprintf(out, 16, "%d..%d", number, number);
    }
    return true;
}

/* "31-59", "60...", "31…59" and "99": a range with another mark between its numbers, or none. */
static bool marked_range(const char *text, char out[16])
{
    static const char *const marks[] = { "...", "\xe2\x80\xa6", "\xe2\x80\x93", "-", "" };
    int lo = 0, hi = 0;
    const char *end = read_number(text, &lo);
    for (size_t i = 0; end != NULL && i < sizeof marks / sizeof *marks; i++) {
        const size_t size = strlen(marks[i]);
        if (strncmp(end, marks[i], size) == 0) {
            const char *rest = read_number(end + size, &hi);
            if (rest != NULL && *rest == '\0' && lo <= hi) {
                snprintf(out, 16, "%d..%d", lo, hi);
                return true;
            }
            if (i < 2) {
                snprintf(out, 16, "%d..", lo);
            } else {
                snprintf(out, 16, "%d..%d", lo, lo);
            }
            return end[size] == '\0' && (i < 2 || size == 0);
        }
    }
    return false;
}

/* [31, 59] */
static bool listed_range(const struct json_value *value, char out[16])
{
    if (value->type != JSON_ARRAY || value->count != 2 || !value->first->is_integer ||
        !value->first->next->is_integer) {
        return false;
    }
    const int64_t lo = value->first->integer, hi = value->first->next->integer;
    const bool good = lo >= -MAX_AMOUNT && lo <= hi && hi <= MAX_AMOUNT;
    snprintf(out, 16, "%d..%d", good ? (int)lo : 0, good ? (int)hi : 0);
    return good;
}

static void wrong_range(struct load *load, const struct json_value *value)
{
    char meant[16];
    struct finding *finding =
        wrong_form(load, value, "a whole number, true, false, \"40..\", \"..69\" or \"3..5\"");
    if (value->type == JSON_STRING
            ? meant_range(value->string, meant) || marked_range(value->string, meant)
            : listed_range(value, meant)) {
        findings_suggestion(load->findings, finding, meant);
    }
}

static void number_options(struct load *load, const struct json_value *value,
                           const struct reading *reading, struct options *out)
{
    int lo = 0, hi = 0;
    if (value->type == JSON_NUMBER) {
        if (!json_expect_integer(&load->check, value, -MAX_AMOUNT, MAX_AMOUNT, &lo)) {
            return;
        }
        hi = lo;
    } else if (value->type != JSON_STRING || !load_range_text(value->string, &lo, &hi)) {
        wrong_range(load, value);
        return;
    }
    if (lo > hi) {
        load_error(load, spot_value(value), "S023", "the range is empty: %d is above %d", lo, hi);
        return;
    }
    warn_range(load, value, reading, lo, hi);
    add_range(out, reading->ref, lo, hi);
}

static void flag_options(const struct json_value *value, const struct reading *reading,
                         struct options *out)
{
    if (!value->boolean) {
        add_range(out, reading->ref, 0, 0);
        return;
    }
    if (reading->lo < 0) {
        add_range(out, reading->ref, INT16_MIN, -1);
    }
    add_range(out, reading->ref, 1, INT16_MAX);
}

/* ---- ids ---- */

/* The index of the id in a value, or -1. */
static int read_id(struct load *load, const struct json_value *value, const struct reading *reading)
{
    if (reading->ids < 0) {
        return json_expect_word(&load->check, value, reading->words, (size_t)reading->count);
    }
    const int index = load_id(load, (enum collection)reading->ids, value);
    if (index < 0 || reading->ids != MOVES || load->astray ||
        strcmp(load->table[MOVES].item[index]->key, value->string) != 0) {
        return index;
    }
    const struct move *move = &load->sc->move[index];
    if (move->beat != reading->beat) {
        load_error(load, spot_value(value), "S025", "\"%s\" is a move of another beat",
                   value->string);
    } else if (!reading->really && move->seen_as != index) {
        load_error(load, spot_value(value), "S025",
                   "\"%s\" is never seen: it looks like \"%s\" (\"%.40s.really\" tells them apart)",
                   value->string, load->table[MOVES].item[move->seen_as]->key,
                   load->table[BEATS].item[move->beat]->key);
    }
    return index;
}

static uint64_t family_mask(const struct load *load, int beat, int family)
{
    uint64_t mask = 0;
    for (int i = 0; i < load->sc->moves; i++) {
        const struct move *move = &load->sc->move[i];
        if (move->beat == beat && move->family == family && move->seen_as == i) {
            mask |= UINT64_C(1) << i;
        }
    }
    return mask;
}

static uint64_t public_mask(const struct load *load, int beat)
{
    uint64_t mask = 0;
    for (int i = 0; i < load->sc->moves; i++) {
        const struct move *move = &load->sc->move[i];
        if (move->beat == beat && move->open && move->seen_as == i) {
            mask |= UINT64_C(1) << i;
        }
    }
    return mask;
}

/* Calls of read_id for one id or a list of them; a set of up to 256. */
struct id_set {
    uint64_t word[COLLECTION_MAX / 64];
    int count;
};

static void add_id(struct load *load, const struct json_value *value, const struct reading *reading,
                   struct id_set *set)
{
    const int index = read_id(load, value, reading);
    if (index < 0) {
        return;
    }
    uint64_t *word = &set->word[index / 64];
    const uint64_t bit = UINT64_C(1) << (index % 64);
    const bool named =
        reading->ids < 0 || load_find(load, (enum collection)reading->ids, value->string) >= 0;
    if ((*word & bit) && named) {
        load_warning(load, spot_value(value), "S024", "\"%s\" stands here twice", value->string);
    }
    *word |= bit;
    set->count++;
}

static void read_ids(struct load *load, const struct json_value *value,
                     const struct reading *reading, struct id_set *set)
{
    if (value->type != JSON_ARRAY) {
        add_id(load, value, reading, set);
    } else if (json_expect_array(&load->check, value, 1, COLLECTION_MAX)) {
        for (const struct json_value *id = value->first; id != NULL; id = id->next) {
            add_id(load, id, reading, set);
        }
    }
}

/* Runs of neighbouring incidents that are in the set, or that are not. */
static void incident_options(struct load *load, const struct json_value *value,
                             const struct reading *reading, const struct id_set *set, bool except,
                             struct options *out)
{
    int from = -1, runs = 0;
    const int count = load->table[INCIDENTS].count;
    for (int i = 0; i <= count; i++) {
        const bool in = i < count && (((set->word[i / 64] >> (i % 64)) & 1u) != 0) != except;
        if (in && from < 0) {
            from = i;
        } else if (!in && from >= 0) {
            runs++;
            add_range(out, reading->ref, from, i - 1);
            from = -1;
        }
    }
    if (runs > OPTIONS_MAX) {
        load_error(load, spot_value(value), "S009",
                   "%d runs of incidents in one condition: the most is %d", runs, OPTIONS_MAX);
    } else if (runs == 0) {
        load_warning(load, spot_value(value), "S024", "this never holds");
        out->test[out->count++] = range(reading->ref, 1, 0);
    }
}

/* The values of the field for which the named ids are meant. */
static uint64_t id_mask(const struct load *load, const struct reading *reading,
                        const struct id_set *set)
{
    if (reading->kind != VALUE_FAMILY) {
        return set->word[0];
    }
    uint64_t mask = 0;
    for (int family = 0; family < FAMILY_COUNT; family++) {
        if ((set->word[0] >> family) & 1u) {
            mask |= family_mask(load, reading->beat, family);
        }
    }
    return mask;
}

static void id_options(struct load *load, const struct json_value *value,
                       const struct reading *reading, struct options *out)
{
    static const char *const keys[] = { "not", NULL };
    struct id_set set = { .count = 0 };
    const struct json_value *ids = value;
    const bool except = value->type == JSON_OBJECT;
    if (value->type == JSON_NUMBER || value->type == JSON_BOOL || value->type == JSON_NULL) {
        wrong_form(load, value, "an id, a list of ids or { \"not\": ids }");
        return;
    }
    if (except) {
        load_object(load, value, keys);
        ids = json_require(&load->check, value, "not");
    }
    if (ids != NULL) {
        read_ids(load, ids, reading, &set);
    }
    if (set.count == 0) {
        return;
    }
    if (reading->kind == VALUE_INCIDENT) {
        incident_options(load, value, reading, &set, except, out);
        return;
    }
    const uint64_t mask = id_mask(load, reading, &set);
    out->test[out->count++] =
        (struct test){ .ref = reading->ref, .ids = true, .mask = except ? ~mask : mask };
}

/* ---- one key ---- */

void load_options(struct load *load, const struct json_value *value, const struct reading *reading,
                  struct options *out)
{
    const bool ids = reading->kind == VALUE_IDS || reading->kind == VALUE_INCIDENT ||
                     reading->kind == VALUE_FAMILY;
    if (reading->kind == VALUE_PUBLIC) {
        bool truth = false;
        if (json_expect_bool(&load->check, value, &truth)) {
            const uint64_t mask = public_mask(load, reading->beat);
            out->test[out->count++] =
                (struct test){ .ref = reading->ref, .ids = true, .mask = truth ? mask : ~mask };
        }
    } else if (ids) {
        id_options(load, value, reading, out);
    } else if (value->type == JSON_BOOL) {
        flag_options(value, reading, out);
    } else {
        number_options(load, value, reading, out);
    }
}
