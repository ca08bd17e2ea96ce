/* part_write.c: the last line of a part. */
#include "command/run/part.h"

#include "command/run/result.h"
#include "match/transcript.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t part_digest(uint64_t digest, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) { /* FNV-1a */
        digest = (digest ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001b3);
    }
    return digest;
}

static void write_uint64(struct json_writer *w, const char *key, uint64_t number)
{
    json_write_key(w, key);
    json_write_uint64(w, number);
}

static void begin_list(struct json_writer *w, const char *key)
{
    json_write_key(w, key);
    json_write_begin_array(w);
}

/* ---- what was asked for ---- */

static void write_changes(struct json_writer *w, const struct run *run)
{
    begin_list(w, "without");
    for (int i = 0; i < run->withouts; i++) {
        json_write_string(w, run->without[i]);
    }
    json_write_end_array(w);
    begin_list(w, "set");
    for (int i = 0; i < run->settings; i++) {
        json_write_string(w, run->setting[i].key);
        json_write_string(w, run->setting[i].value);
    }
    json_write_end_array(w);
    begin_list(w, "vary");
    for (int f = 0; f < run->factors; f++) {
        json_write_begin_array(w);
        json_write_string(w, run->factor[f].key);
        json_write_int64(w, run->factor[f].seat);
        for (int i = 0; i < run->factor[f].values; i++) {
            json_write_string(w, run->factor[f].value[i]);
        }
        json_write_end_array(w);
    }
    json_write_end_array(w);
}

static void write_cells(struct json_writer *w, const struct run *run)
{
    begin_list(w, "cells");
    for (int i = 0; i < run->cells; i++) {
        json_write_begin_array(w);
        json_write_hex64(w, run->cell[i].hash);
        for (int party = 0; party < MAX_PARTIES; party++) {
            json_write_string(w, run->cell[i].chair[party].minister.name);
        }
        json_write_end_array(w);
    }
    json_write_end_array(w);
}

static void write_names(struct json_writer *w, const struct scenario *sc)
{
    begin_list(w, "parties");
    for (int i = 0; i < MAX_PARTIES; i++) {
        json_write_string(w, sc->actor[i].id);
    }
    json_write_end_array(w);
    begin_list(w, "endings");
    for (int i = 0; i < sc->endings; i++) {
        json_write_string(w, sc->ending[i].id);
    }
    json_write_end_array(w);
    begin_list(w, "incidents");
    for (int i = 0; i < sc->incidents; i++) {
        json_write_string(w, sc->incident[i].id);
    }
    json_write_end_array(w);
    begin_list(w, "moves");
    for (int i = 0; i < sc->moves; i++) {
        json_write_string(w, sc->move[i].id);
    }
    json_write_end_array(w);
    begin_list(w, "meters"); /* each, and whether it is a number for each party */
    for (int i = 0; i < sc->meters; i++) {
        json_write_string(w, sc->meter[i].id);
        json_write_bool(w, sc->meter[i].party);
    }
    json_write_end_array(w);
    begin_list(w, "commitments");
    for (int i = 0; i < sc->commitments; i++) {
        json_write_string(w, sc->commitment[i].id);
        json_write_bool(w, sc->commitment[i].promise);
    }
    json_write_end_array(w);
}

static void write_asked(struct json_writer *w, const struct run *run)
{
    json_write_key(w, "asked");
    json_write_begin_object(w);
    json_put_int64(w, "version", 1);
    json_put_int64(w, "engine", ENGINE_VERSION);
    json_put_string(w, "scenario", run->sc->id);
    write_cells(w, run);
    write_uint64(w, "seed", run->seed);
    write_uint64(w, "games", run->games);
    write_uint64(w, "shards", run->shards);
    json_put_string(w, "format", run_formats[run->format]);
    json_put_bool(w, "pair", run->pair);
    json_put_bool(w, "counts", run->counts);
    write_changes(w, run);
    write_names(w, run->sc);
    json_write_end_object(w);
}

/* ---- the line ---- */

static bool write_sums(struct json_writer *w, const struct sums *sums)
{
    bool fine = true;
    begin_list(w, "sums");
    for (int cell = 0; cell < sums->cells; cell++) {
        struct buffer numbers = buffer_init();
        sums_write(sums, cell, &numbers);
        char *text = buffer_finish(&numbers);
        json_write_string(w, text);
        fine = fine && text != NULL;
        free(text);
    }
    json_write_end_array(w);
    return fine;
}

bool part_print(const struct run *run, const struct sums *sums, uint64_t digest)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    result_write(&w, run, sums, false);
    json_write_key(&w, "part");
    json_write_begin_object(&w);
    write_uint64(&w, "shard", run->shard);
    write_asked(&w, run);
    const bool fine = write_sums(&w, sums);
    json_put_hex64(&w, "rows", digest);
    json_write_end_object(&w);
    json_write_end_object(&w);
    char *line = json_writer_finish(&w);
    if (line != NULL && fine) {
        const size_t length = strlen(line);
        fwrite(line, 1, length - 1, stdout);
        printf(",\"check\":\"%016" PRIx64 "\"}\n", part_digest(PART_DIGEST, line, length));
    }
    free(line);
    return line != NULL && fine;
}
