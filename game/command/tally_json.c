/* tally_json.c: the sums of many games in JSON. */
#include "command/tally_json.h"

#include <stdio.h>
#include <stdlib.h>

void tally_write_asked(struct json_writer *w, const struct scenario *sc, uint64_t seed)
{
    json_put_string(w, "scenario", sc->id);
    json_put_hex64(w, "scenario_hash", sc->hash);
    json_write_key(w, "seed");
    json_write_uint64(w, seed);
    json_write_key(w, "set");
    json_write_begin_object(w);
    json_write_end_object(w);
}

void tally_write_mean(struct json_writer *w, const char *key, int64_t mean, int64_t ci95)
{
    json_write_key(w, key);
    json_write_begin_object(w);
    json_write_key(w, "mean");
    json_write_fixed(w, mean, 4);
    json_write_key(w, "ci95");
    json_write_fixed(w, ci95, 4);
    json_write_end_object(w);
}

void tally_write_endings(struct json_writer *w, const struct scenario *sc,
                         const uint64_t ending[MAX_ENDINGS])
{
    json_write_key(w, "endings");
    json_write_begin_object(w);
    for (int i = 0; i < sc->endings; i++) {
        json_write_key(w, sc->ending[i].id);
        json_write_uint64(w, ending[i]);
    }
    json_write_end_object(w);
}

static void write_seat(struct json_writer *w, const struct scenario *sc, const struct tally *tally,
                       int party, const char *name)
{
    json_write_key(w, sc->actor[party].id);
    json_write_begin_object(w);
    json_put_string(w, "minister", name);
    tally_write_mean(w, "utility", tally_mean(tally, party), tally_ci95(tally, party));
    json_write_end_object(w);
}

void tally_write_figures(struct json_writer *w, const struct scenario *sc,
                         const struct tally *tally, const char *const names[MAX_PARTIES])
{
    json_write_key(w, "games");
    json_write_uint64(w, tally->games);
    json_write_key(w, "decisions");
    json_write_uint64(w, tally->decisions);
    tally_write_endings(w, sc, tally->ending);
    json_write_key(w, "seats");
    json_write_begin_object(w);
    for (int party = 0; party < MAX_PARTIES; party++) {
        write_seat(w, sc, tally, party, names[party]);
    }
    json_write_end_object(w);
}

void tally_write(struct json_writer *w, const struct scenario *sc, const struct tally *tally,
                 const char *const names[MAX_PARTIES])
{
    tally_write_figures(w, sc, tally, names);
    json_put_hex64(w, "hash", tally->hash);
}

bool tally_print_line(struct json_writer *w)
{
    char *line = json_writer_finish(w);
    if (line == NULL) {
        return false;
    }
    puts(line);
    free(line);
    return true;
}
