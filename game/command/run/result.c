/* result.c: what a run has found, as one JSON object, and questions to it. */
#include "command/run/result.h"

#include "command/interval.h"
#include "command/out.h"
#include "command/tally_json.h"
#include "minister/outside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what was asked for ---- */

static void write_setting(struct json_writer *w, const struct setting *setting)
{
    json_write_key(w, setting->key);
    json_write_text(w, setting->value);
}

static void write_value(struct json_writer *w, const struct factor *factor, const char *value)
{
    if (factor->seat >= 0) {
        json_write_string(w, value);
    } else {
        json_write_text(w, value);
    }
}

static void write_factors(struct json_writer *w, const struct run *run)
{
    json_write_key(w, "vary");
    json_write_begin_object(w);
    for (int f = 0; f < run->factors; f++) {
        json_write_key(w, run->factor[f].key);
        json_write_begin_array(w);
        for (int i = 0; i < run->factor[f].values; i++) {
            write_value(w, &run->factor[f], run->factor[f].value[i]);
        }
        json_write_end_array(w);
    }
    json_write_end_object(w);
    json_put_bool(w, "pair", run->pair);
}

static void write_asked(struct json_writer *w, const struct run *run)
{
    json_put_string(w, "scenario", run->sc->id);
    json_put_hex64(w, "scenario_hash", run->cell[0].hash);
    json_write_key(w, "seed");
    json_write_uint64(w, run->seed);
    json_write_key(w, "set");
    json_write_begin_object(w);
    for (int i = 0; i < run->settings; i++) {
        write_setting(w, &run->setting[i]);
    }
    json_write_end_object(w);
    if (run->withouts > 0) {
        json_write_key(w, "without");
        json_write_begin_array(w);
        for (int i = 0; i < run->withouts; i++) {
            json_write_string(w, run->without[i]);
        }
        json_write_end_array(w);
    }
    if (run->factors > 0) {
        write_factors(w, run);
    }
}

char *result_set(const struct run *run, int cell)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    for (int i = 0; i < run->settings; i++) {
        write_setting(&w, &run->setting[i]);
    }
    for (int f = 0; f < run->factors; f++) {
        if (run->factor[f].seat < 0) {
            write_setting(&w, &(struct setting){ run->factor[f].key, run_value(run, cell, f) });
        }
    }
    json_write_end_object(&w);
    return json_writer_finish(&w);
}

/* What programs did instead of choosing; nothing where none sat at the table. */
static void write_faults(struct json_writer *w, const struct run *run, const struct cell *cell)
{
    const struct minister *const m[] = { &cell->chair[0].minister, &cell->chair[1].minister };
    if (!outside_is_name(m[0]->name) && !outside_is_name(m[1]->name)) {
        return;
    }
    json_write_key(w, "faults");
    json_write_begin_object(w);
    for (int party = 0; party < MAX_PARTIES; party++) {
        if (outside_is_name(m[party]->name)) {
            json_write_key(w, run->sc->actor[party].id);
            json_write_begin_object(w);
            json_put_int64(w, "count", outside_faults(m[party]));
            json_put_bool(w, "forfeited", outside_faults(m[party]) == OUTSIDE_FAULTS);
            json_put_string(w, "last",
                            outside_faults(m[party]) ? outside_last_fault(m[party]) : NULL);
            json_write_end_object(w);
        }
    }
    json_write_end_object(w);
}

/* ---- a cell ---- */

static void write_share(struct json_writer *w, const char *key, struct interval share)
{
    json_write_key(w, key);
    json_write_begin_object(w);
    json_write_key(w, "percent");
    json_write_fixed(w, share.at, 4);
    json_write_key(w, "low");
    json_write_fixed(w, share.low, 4);
    json_write_key(w, "high");
    json_write_fixed(w, share.high, 4);
    json_write_end_object(w);
}

static void write_shares(struct json_writer *w, const struct scenario *sc,
                         const struct tally *tally)
{
    json_write_key(w, "shares");
    json_write_begin_object(w);
    for (int i = 0; i < sc->endings; i++) {
        write_share(w, sc->ending[i].id, interval_share(tally->ending[i], tally->games));
    }
    json_write_end_object(w);
}

static void write_count(struct json_writer *w, const char *key, uint64_t count)
{
    json_write_key(w, key);
    json_write_uint64(w, count);
}

static void write_met(struct json_writer *w, const struct scenario *sc, const struct census *census)
{
    json_write_key(w, "incidents");
    json_write_begin_object(w);
    for (int i = 0; i < sc->incidents; i++) {
        write_count(w, sc->incident[i].id, census->incident[i]);
    }
    json_write_end_object(w);
    json_write_key(w, "moves");
    json_write_begin_object(w);
    for (int i = 0; i < sc->moves; i++) {
        write_count(w, sc->move[i].id, census->move[i]);
    }
    json_write_end_object(w);
    json_write_key(w, "agreements");
    json_write_begin_object(w);
    for (int i = 0; i < sc->commitments; i++) {
        if (!sc->commitment[i].promise) {
            write_count(w, sc->commitment[i].id, census->clause[i]);
        }
    }
    json_write_end_object(w);
}

static void write_numbers(struct json_writer *w, const struct scenario *sc,
                          const struct census *census, int round)
{
    struct column column[MAX_SLOTS];
    const int columns = run_columns(sc, column);
    char name[200];
    json_write_key(w, "games");
    json_write_uint64(w, census->games[round]);
    json_write_key(w, "meters");
    json_write_begin_object(w);
    for (int i = 0; i < columns; i++) {
        const char *party = column[i].party;
        snprintf(name, sizeof name, "%s%s%s", column[i].id, party ? "." : "", party ? party : "");
        tally_write_mean(w, name, census_mean(census, round, i), census_ci95(census, round, i));
    }
    json_write_end_object(w);
}

static void write_counts(struct json_writer *w, const struct scenario *sc,
                         const struct census *census)
{
    json_write_key(w, "counts");
    json_write_begin_object(w);
    write_met(w, sc, census);
    json_write_key(w, "rounds");
    json_write_begin_array(w);
    for (int round = 0; round < census_rounds(census); round++) {
        if (census->games[round] > 0) {
            json_write_begin_object(w);
            json_put_int64(w, "round", round + 1);
            write_numbers(w, sc, census, round);
            json_write_end_object(w);
        }
    }
    json_write_end_array(w);
    json_write_key(w, "end");
    json_write_begin_object(w);
    write_numbers(w, sc, census, CENSUS_END);
    json_write_end_object(w);
    json_write_end_object(w);
}

static void write_cell(struct json_writer *w, const struct run *run, const struct sums *sums,
                       int cell, bool counts)
{
    const struct chair *chair = run->cell[cell].chair;
    const char *const names[MAX_PARTIES] = { chair[0].minister.name, chair[1].minister.name };
    write_faults(w, run, &run->cell[cell]);
    tally_write_figures(w, run->sc, &sums->tally[cell], names);
    write_shares(w, run->sc, &sums->tally[cell]);
    if (counts && sums->census != NULL) {
        write_counts(w, run->sc, &sums->census[cell]);
    }
    json_put_hex64(w, "hash", sums->tally[cell].hash);
}

/* ---- cells, and how they differ ---- */

struct interval result_share_against(const struct run *run, const struct sums *sums, int cell,
                                     int ending)
{
    const struct tally *here = &sums->tally[cell], *there = &sums->tally[0];
    const struct contrast *c = &sums->contrast[cell];
    return run->pair ? interval_paired(c->gained[ending], c->lost[ending], here->games)
                     : interval_apart(here->ending[ending], here->games, there->ending[ending],
                                      there->games);
}

int64_t result_utility_against(const struct run *run, const struct sums *sums, int cell, int party,
                               int64_t *ci95)
{
    const struct spread here = tally_spread(&sums->tally[cell], party);
    const struct spread there = tally_spread(&sums->tally[0], party);
    const struct spread *paired = &sums->contrast[cell].utility[party];
    *ci95 = run->pair ? spread_ci95(paired, 1) : spread_ci95_apart(&here, &there);
    const struct spread difference = { here.count, here.sum - there.sum, 0 };
    return spread_mean(&difference, 1);
}

static void write_difference(struct json_writer *w, const struct run *run, const struct sums *sums,
                             int cell)
{
    json_write_begin_object(w);
    json_put_int64(w, "cell", cell);
    json_put_int64(w, "under", 0);
    json_write_key(w, "utility");
    json_write_begin_object(w);
    for (int party = 0; party < MAX_PARTIES; party++) {
        int64_t ci95;
        const int64_t mean = result_utility_against(run, sums, cell, party, &ci95);
        tally_write_mean(w, run->sc->actor[party].id, mean, ci95);
    }
    json_write_end_object(w);
    json_write_key(w, "shares");
    json_write_begin_object(w);
    for (int i = 0; i < run->sc->endings; i++) {
        write_share(w, run->sc->ending[i].id, result_share_against(run, sums, cell, i));
    }
    json_write_end_object(w);
    json_write_end_object(w);
}

static void write_cells(struct json_writer *w, const struct run *run, const struct sums *sums,
                        bool counts)
{
    json_write_key(w, "cells");
    json_write_begin_array(w);
    for (int cell = 0; cell < run->cells; cell++) {
        json_write_begin_object(w);
        json_put_int64(w, "cell", cell);
        json_write_key(w, "vary");
        json_write_begin_object(w);
        for (int f = 0; f < run->factors; f++) {
            json_write_key(w, run->factor[f].key);
            write_value(w, &run->factor[f], run_value(run, cell, f));
        }
        json_write_end_object(w);
        json_put_hex64(w, "scenario_hash", run->cell[cell].hash);
        write_cell(w, run, sums, cell, counts);
        json_write_end_object(w);
    }
    json_write_end_array(w);
    json_write_key(w, "differences");
    json_write_begin_array(w);
    for (int cell = 1; cell < run->cells; cell++) {
        write_difference(w, run, sums, cell);
    }
    json_write_end_array(w);
}

void result_write(struct json_writer *w, const struct run *run, const struct sums *sums,
                  bool counts)
{
    uint64_t hash = 0;
    write_asked(w, run);
    if (run->factors == 0) {
        write_cell(w, run, sums, 0, counts);
        return;
    }
    json_write_key(w, "games");
    json_write_uint64(w, sums->tally[0].games);
    write_cells(w, run, sums, counts);
    for (int cell = 0; cell < run->cells; cell++) {
        hash += sums->tally[cell].hash;
    }
    json_put_hex64(w, "hash", hash);
}

char *result_json(const struct run *run, const struct sums *sums, bool counts)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    result_write(&w, run, sums, counts);
    json_write_end_object(&w);
    return json_writer_finish(&w);
}

bool result_print(const struct run *run, const struct sums *sums)
{
    if (run->format == RUN_TEXT) {
        result_print_text(run, sums);
    }
    if (run->format == RUN_TABLE) {
        return result_print_table(run, sums);
    }
    char *line = run->format == RUN_JSON ? result_json(run, sums, true) : NULL;
    if (line != NULL) {
        puts(line);
    }
    free(line);
    return line != NULL || run->format != RUN_JSON;
}

/* ---- what is expected ---- */

/* Of several cells the counts are left out: a document has only so many values. */
int result_ask(const struct run *run, const struct sums *sums, const struct args *args)
{
    if (run->expects == 0) {
        return EXIT_FINE;
    }
    struct findings findings = findings_init();
    char *text = result_json(run, sums, run->cells == 1);
    struct json_document *result =
        text != NULL ? json_read("result", text, strlen(text), &findings) : NULL;
    int code = result == NULL ? out_of_memory() : EXIT_FINE;
    for (int i = 0; i < run->expects && result != NULL && (args == NULL || code == EXIT_FINE);
         i++) {
        const struct expect *e = &run->expect[i];
        if (args != NULL) {
            code = expect_fits(args, e, json_root(result));
        } else if (!expect_holds(e, json_root(result))) {
            code = EXIT_NO;
        }
    }
    json_free(result);
    free(text);
    findings_clear(&findings);
    return code;
}
