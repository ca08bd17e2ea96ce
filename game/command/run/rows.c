/* rows.c: a row or a line for each game. */
#define _POSIX_C_SOURCE 200809L

#include "command/run/rows.h"

#include "json/json.h"
#include "json/json_write.h"
#include "match/transcript_line.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- fields ---- */

void rows_field(struct buffer *out, const char *text)
{
    if (strpbrk(text, ",\"\n\r") == NULL) {
        buffer_add_string(out, text);
        return;
    }
    buffer_add(out, "\"", 1);
    for (; *text != '\0'; text++) {
        buffer_add(out, text, 1);
        if (*text == '"') {
            buffer_add(out, text, 1);
        }
    }
    buffer_add(out, "\"", 1);
}

char *rows_shown(const struct factor *factor, const char *value)
{
    if (factor->seat >= 0 || value[0] != '"') {
        return strdup(value);
    }
    struct findings findings = findings_init();
    struct json_document *document = json_read("", value, strlen(value), &findings);
    char *shown = document != NULL ? strdup(json_root(document)->string) : NULL;
    json_free(document);
    findings_clear(&findings);
    return shown;
}

/* ---- one row a game ---- */

void rows_head(const struct run *run, struct buffer *out)
{
    struct column column[MAX_SLOTS];
    const int columns = run_columns(run->sc, column);
    if (run->format != RUN_CSV) {
        return;
    }
    buffer_add_string(out, "game,");
    if (run->factors > 0) {
        buffer_add_string(out, "cell,");
    }
    for (int f = 0; f < run->factors; f++) {
        rows_field(out, run->factor[f].key);
        buffer_add(out, ",", 1);
    }
    buffer_add_string(out, "ending,rounds,decisions");
    for (int party = 0; party < MAX_PARTIES; party++) {
        buffer_add_format(out, ",utility.%s", run->sc->actor[party].id);
    }
    for (int i = 0; i < columns; i++) {
        buffer_add(out, ",", 1);
        buffer_add_string(out, column[i].id);
        buffer_add_string(out, column[i].party != NULL ? "." : "");
        buffer_add_string(out, column[i].party != NULL ? column[i].party : "");
    }
    buffer_add_string(out, ",hash\n");
}

static void add_values(const struct run *run, int cell, struct buffer *out)
{
    for (int f = 0; f < run->factors; f++) {
        char *shown = rows_shown(&run->factor[f], run_value(run, cell, f));
        out->failed = out->failed || shown == NULL;
        if (shown != NULL) {
            rows_field(out, shown);
        }
        buffer_add(out, ",", 1);
        free(shown);
    }
}

static void add_row(const struct run *run, int cell, uint64_t game, const struct outcome *outcome,
                    struct buffer *out)
{
    const struct scenario *sc = run->cell[cell].sc;
    const struct state *end = &outcome->end;
    struct column column[MAX_SLOTS];
    const int columns = run_columns(sc, column);
    buffer_add_format(out, "%" PRIu64 ",", game);
    if (run->factors > 0) {
        buffer_add_format(out, "%d,", cell);
        add_values(run, cell, out);
    }
    buffer_add_format(out, "%s,%d,%d", sc->ending[state_ending(end)].id, state_round(end),
                      outcome->decisions);
    for (int party = 0; party < MAX_PARTIES; party++) {
        const int utility = state_utility(sc, end, party);
        buffer_add_format(out, ",%s%d.%d", utility < 0 ? "-" : "", abs(utility) / 10,
                          abs(utility) % 10);
    }
    for (int i = 0; i < columns; i++) {
        buffer_add_format(out, ",%d", end->slot[column[i].slot]);
    }
    buffer_add_format(out, ",%016" PRIx64 "\n", state_hash(sc, end));
}

/* ---- one JSON line a game ---- */

static void write_values(struct json_writer *w, const struct run *run, int cell)
{
    json_put_int64(w, "cell", cell);
    for (int f = 0; f < run->factors; f++) {
        json_write_key(w, run->factor[f].key);
        if (run->factor[f].seat >= 0) {
            json_write_string(w, run_value(run, cell, f));
        } else {
            json_write_text(w, run_value(run, cell, f));
        }
    }
}

static void add_line(const struct run *run, int cell, uint64_t game, const struct outcome *outcome,
                     struct buffer *out)
{
    const struct scenario *sc = run->cell[cell].sc;
    const struct state *end = &outcome->end;
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    json_write_key(&w, "game");
    json_write_uint64(&w, game);
    if (run->factors > 0) {
        write_values(&w, run, cell);
    }
    json_put_string(&w, "ending", sc->ending[state_ending(end)].id);
    json_put_int64(&w, "rounds", state_round(end));
    json_put_int64(&w, "decisions", outcome->decisions);
    json_write_key(&w, "utility");
    transcript_write_utility(&w, sc, end);
    json_write_key(&w, "meters");
    transcript_write_meters(&w, sc, end);
    json_put_hex64(&w, "hash", state_hash(sc, end));
    json_write_end_object(&w);
    char *line = json_writer_finish(&w);
    out->failed = out->failed || line == NULL;
    if (line != NULL) {
        buffer_add_string(out, line);
        buffer_add(out, "\n", 1);
    }
    free(line);
}

void rows_game(const struct run *run, int cell, uint64_t game, const struct outcome *outcome,
               struct buffer *out)
{
    if (run->format == RUN_CSV) {
        add_row(run, cell, game, outcome, out);
    } else if (run->format == RUN_JSONL) {
        add_line(run, cell, game, outcome, out);
    }
}
