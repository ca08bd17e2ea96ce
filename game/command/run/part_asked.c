/* part_asked.c: what was asked for, and what was counted, by a part. */
#define _POSIX_C_SOURCE 200809L

#include "command/run/part.h"

#include "minister/outside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- values ---- */

/* A list of at most `most` values: how many; else -1. */
static int list_of(const struct json_value *object, const char *key, int most,
                   const struct json_value **first)
{
    const struct json_value *list = json_member(object, key);
    if (list == NULL || list->type != JSON_ARRAY || list->count > most) {
        return -1;
    }
    *first = list->first;
    return list->count;
}

static bool text_of(const struct json_value *value, const char **out)
{
    *out = value != NULL ? value->string : NULL;
    return *out != NULL;
}

static bool number_of(const struct json_value *object, const char *key, uint64_t low, uint64_t high,
                      uint64_t *out)
{
    const struct json_value *value = json_member(object, key);
    return value != NULL && json_as_uint64(value, out) && *out >= low && *out <= high;
}

static bool bool_of(const struct json_value *object, const char *key, bool *out)
{
    const struct json_value *value = json_member(object, key);
    *out = value != NULL && value->type == JSON_BOOL && value->boolean;
    return value != NULL && value->type == JSON_BOOL;
}

/* ---- names ---- */

/* Texts, the n-th of which goes to id(n); how many, or -1. */
static int names_of(const struct json_value *asked, const char *key, int most, const char **ids,
                    size_t stride)
{
    const struct json_value *one;
    const int count = list_of(asked, key, most, &one);
    for (int i = 0; i < count; i++, one = one->next) {
        if (!text_of(one, (const char **)((char *)ids + (size_t)i * stride))) {
            return -1;
        }
    }
    return count;
}

/* Texts each with a bool behind it. */
static int pairs_of(const struct json_value *asked, const char *key, int most,
                    const struct json_value *pair[])
{
    const struct json_value *one;
    const int count = list_of(asked, key, 2 * most, &one);
    for (int i = 0; i < count / 2; i++, one = one->next->next) {
        if (one->string == NULL || one->next == NULL || one->next->type != JSON_BOOL) {
            return -1;
        }
        pair[i] = one;
    }
    return count % 2 == 0 ? count / 2 : -1;
}

static bool read_numbers(const struct json_value *asked, struct scenario *sc)
{
    const struct json_value *pair[MAX_METERS];
    int slots = 0;
    sc->meters = pairs_of(asked, "meters", MAX_METERS, pair);
    for (int i = 0; i < sc->meters; i++) {
        sc->meter[i] = (struct meter){ .id = pair[i]->string, .party = pair[i]->next->boolean };
        slots += sc->meter[i].party ? MAX_PARTIES : 1;
    }
    sc->commitments = pairs_of(asked, "commitments", MAX_COMMITMENTS, pair);
    for (int i = 0; i < sc->commitments; i++) {
        sc->commitment[i] =
            (struct commitment){ .id = pair[i]->string, .promise = pair[i]->next->boolean };
        slots += sc->commitment[i].promise ? MAX_PARTIES : 1;
    }
    return sc->meters >= 0 && sc->commitments >= 0 && slots <= MAX_SLOTS;
}

static bool read_names(const struct json_value *asked, struct scenario *sc)
{
    sc->endings = names_of(asked, "endings", MAX_ENDINGS, &sc->ending[0].id, sizeof sc->ending[0]);
    sc->incidents =
        names_of(asked, "incidents", MAX_INCIDENTS, &sc->incident[0].id, sizeof sc->incident[0]);
    sc->moves = names_of(asked, "moves", MAX_MOVES, &sc->move[0].id, sizeof sc->move[0]);
    const int parties =
        names_of(asked, "parties", MAX_PARTIES, &sc->actor[0].id, sizeof sc->actor[0]);
    return sc->endings >= 1 && sc->incidents >= 0 && sc->moves >= 0 && parties == MAX_PARTIES &&
           text_of(json_member(asked, "scenario"), &sc->id) && read_numbers(asked, sc);
}

/* ---- changes, and cells ---- */

static bool read_changes(const struct json_value *asked, struct run *run)
{
    const struct json_value *one;
    run->withouts = names_of(asked, "without", MAX_FACTS, run->without, sizeof run->without[0]);
    const int texts = list_of(asked, "set", 2 * MAX_SETTINGS, &one);
    bool good = run->withouts >= 0 && texts >= 0 && texts % 2 == 0;
    run->settings = good ? texts / 2 : 0;
    for (int i = 0; i < run->settings && good; i++, one = one->next->next) {
        good = text_of(one, &run->setting[i].key) && text_of(one->next, &run->setting[i].value);
    }
    return good;
}

static bool read_factor(const struct json_value *list, struct factor *factor)
{
    if (list->type != JSON_ARRAY || list->count < 3 || list->count > MAX_VALUES + 2) {
        return false;
    }
    const struct json_value *seat = list->first->next, *value = seat->next;
    bool good = text_of(list->first, &factor->key) && seat->is_integer && seat->integer >= -1 &&
                seat->integer < MAX_PARTIES;
    factor->seat = good ? (int)seat->integer : -1;
    for (; value != NULL && good; value = value->next) {
        good = text_of(value, &factor->value[factor->values++]);
    }
    return good;
}

static bool read_factors(const struct json_value *asked, struct run *run)
{
    const struct json_value *one;
    const int count = list_of(asked, "vary", MAX_FACTORS, &one);
    bool good = count >= 0;
    for (; run->factors < count && good; one = one->next) {
        good = read_factor(one, &run->factor[run->factors++]);
    }
    int cells = 1;
    for (int f = 0; f < run->factors && good && cells <= MAX_CELLS; f++) {
        cells *= run->factor[f].values;
    }
    return good && cells == run->cells;
}

static bool read_cell(const struct json_value *list, struct cell *cell)
{
    if (list->type != JSON_ARRAY || list->count != 1 + MAX_PARTIES ||
        !json_as_hex64(list->first, &cell->hash)) {
        return false;
    }
    const struct json_value *name = list->first->next;
    for (int party = 0; party < MAX_PARTIES; party++, name = name->next) {
        struct minister *minister = &cell->chair[party].minister;
        if (name->string == NULL || strlen(name->string) >= sizeof minister->name) {
            return false;
        }
        snprintf(minister->name, sizeof minister->name, "%s", name->string);
    }
    return true;
}

static bool read_cells(const struct json_value *asked, struct run *run)
{
    const struct json_value *one;
    run->cells = list_of(asked, "cells", MAX_CELLS, &one);
    run->cell = run->cells > 0 ? calloc((size_t)run->cells, sizeof *run->cell) : NULL;
    bool good = run->cell != NULL;
    for (int i = 0; i < run->cells && good; i++, one = one->next) {
        good = read_cell(one, &run->cell[i]);
        run->cell[i].sc = run->sc;
    }
    return good;
}

static bool read_format(const struct json_value *asked, struct run *run)
{
    const char *format;
    if (!text_of(json_member(asked, "format"), &format)) {
        return false;
    }
    for (int i = 0; i < RUN_FORMATS; i++) {
        if (strcmp(format, run_formats[i]) == 0) {
            run->format = (enum run_format)i;
            return true;
        }
    }
    return false;
}

bool part_asked(const struct part *part, struct run *out)
{
    const struct json_value *asked = part->asked;
    struct scenario *names = calloc(1, sizeof *names);
    uint64_t version;
    *out = (struct run){ .sc = names };
    return names != NULL && number_of(asked, "version", 1, 1, &version) &&
           read_names(asked, names) && read_cells(asked, out) && read_changes(asked, out) &&
           read_factors(asked, out) && read_format(asked, out) &&
           number_of(asked, "seed", 0, UINT64_MAX, &out->seed) &&
           number_of(asked, "games", 1, TALLY_MAX_GAMES, &out->games) &&
           number_of(asked, "shards", 1, out->games, &out->shards) &&
           bool_of(asked, "pair", &out->pair) && bool_of(asked, "counts", &out->counts);
}

void part_asked_free(struct run *run)
{
    free((struct scenario *)run->sc);
    free(run->cell);
}

/* ---- sums ---- */

/* Can these be the sums of so many games? */
static bool fits(const struct run *run, const struct sums *sums, int cell, uint64_t games)
{
    const struct tally *tally = &sums->tally[cell];
    uint64_t endings = 0;
    bool good = tally->games == games;
    for (int i = 0; i < MAX_ENDINGS; i++) {
        good = good && tally->ending[i] <= games;
        endings += tally->ending[i];
    }
    for (int party = 0; party < MAX_PARTIES && run->pair && run->cells > 1; party++) {
        good = good && sums->contrast[cell].utility[party].count == (int64_t)games;
    }
    return good && endings == games &&
           (sums->census == NULL || sums->census[cell].games[CENSUS_END] == games);
}

bool part_sums(const struct part *part, const struct run *run, struct sums *out)
{
    uint64_t first, end;
    struct run here = *run;
    here.shard = part->shard;
    run_span(&here, &first, &end);
    bool good = part->sums->type == JSON_ARRAY && part->sums->count == run->cells;
    const struct json_value *text = part->sums->first;
    for (int cell = 0; cell < run->cells && good; cell++, text = text->next) {
        good = text->string != NULL && sums_read(out, cell, text->string) &&
               fits(run, out, cell, end - first);
    }
    return good;
}
