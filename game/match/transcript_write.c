/* transcript_write.c: a match as JSON lines. */
#include "match/transcript_line.h"

#include "core/move.h"
#include "match/file_save.h"
#include "match/say.h"
#include "match/why.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 512 };

/* ---- parts of a line ---- */

static void write_number(struct json_writer *w, const struct scenario *sc, const struct state *s,
                         int slot)
{
    char name[NAME_SIZE];
    why_name(sc, slot, name, sizeof name);
    json_put_int64(w, name, s->slot[slot]);
}

void transcript_write_meters(struct json_writer *w, const struct scenario *sc,
                             const struct state *s)
{
    json_write_begin_object(w);
    for (int i = 0; i < sc->meters; i++) {
        const struct meter *meter = &sc->meter[i];
        for (int party = 0; party < (meter->party ? MAX_PARTIES : 1); party++) {
            write_number(w, sc, s, meter->slot + party);
        }
    }
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *c = &sc->commitment[i];
        for (int party = 0; party < (c->promise ? MAX_PARTIES : 1); party++) {
            write_number(w, sc, s, c->slot + party);
        }
    }
    json_write_end_object(w);
}

void transcript_write_utility(struct json_writer *w, const struct scenario *sc,
                              const struct state *s)
{
    json_write_begin_object(w);
    for (int party = 0; party < MAX_PARTIES; party++) {
        json_write_key(w, sc->actor[party].id);
        json_write_fixed(w, state_utility(sc, s, party), 1);
    }
    json_write_end_object(w);
}

static void write_meters_member(struct json_writer *w, const struct match *m, const struct state *s)
{
    json_write_key(w, "meters");
    transcript_write_meters(w, match_scenario(m), s);
}

static void write_seats(struct json_writer *w, const struct match *m)
{
    json_write_key(w, "seats");
    json_write_begin_object(w);
    for (int party = 0; party < MAX_PARTIES; party++) {
        json_put_string(w, match_scenario(m)->actor[party].id, match_seat_name(m, party));
    }
    json_write_end_object(w);
}

static void write_change(struct json_writer *w, const struct scenario *sc,
                         const struct change *change)
{
    char number[NAME_SIZE];
    const char *element;
    const char *source = why_source(sc, change->row, &element);
    why_name(sc, change->slot, number, sizeof number);
    json_write_begin_object(w);
    json_put_string(w, "meter", number);
    json_put_int64(w, "amount", change->amount);
    json_put_string(w, "rule", source);
    json_write_key(w, "element"); /* what the engine does itself is named after the number */
    json_write_string(w, element != NULL ? element : number);
    json_write_end_object(w);
}

static void write_because(struct json_writer *w, const struct scenario *sc,
                          const struct ledger *ledger)
{
    json_write_key(w, "because");
    json_write_begin_array(w);
    for (int i = 0; i < ledger->count; i++) {
        write_change(w, sc, &ledger->change[i]);
    }
    json_write_end_array(w);
}

static struct json_writer begin_line(const char *type)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    json_put_string(&w, "t", type);
    return w;
}

static char *end_line(struct json_writer *w)
{
    json_write_end_object(w);
    return json_writer_finish(w);
}

/* Where the game left another one; nothing for a game of its own. */
static void write_branch(struct json_writer *w, const struct match *m)
{
    uint64_t hash;
    const int number = match_branched(m, &hash);
    if (number > 0) {
        json_write_key(w, "branch");
        json_write_begin_object(w);
        json_put_int64(w, "from", number);
        json_put_hex64(w, "hash", hash);
        if (match_left_rules(m) != 0) {
            json_put_hex64(w, "rules", match_left_rules(m));
        }
        json_write_end_object(w);
    }
}

/* ---- lines ---- */

char *transcript_line_game(const struct match *m)
{
    const struct scenario *sc = match_scenario(m);
    struct json_writer w = begin_line("game");
    json_put_int64(&w, "format", TRANSCRIPT_FORMAT);
    json_put_int64(&w, "engine", ENGINE_VERSION);
    json_put_string(&w, "scenario", sc->id);
    json_put_hex64(&w, "scenario_hash", sc->hash);
    json_write_key(&w, "seed");
    json_write_uint64(&w, match_seed(m));
    json_write_key(&w, "game");
    json_write_uint64(&w, match_game(m));
    json_write_key(&w, "set");
    json_write_text(&w, match_changed(m));
    write_seats(&w, m);
    write_branch(&w, m);
    write_meters_member(&w, m, match_state(m, 0));
    return end_line(&w);
}

char *transcript_line_step(const struct match *m, const struct record *record)
{
    const struct scenario *sc = match_scenario(m);
    const struct step *step = record->step;
    char move[NAME_SIZE];
    move_name(sc, step->move, move, sizeof move);
    struct json_writer w = begin_line("move");
    json_put_int64(&w, "n", step->number);
    json_put_int64(&w, "round", step->round);
    json_put_string(&w, "beat", sc->beat[step->beat].id);
    json_put_string(&w, "party", sc->actor[step->party].id);
    json_put_string(&w, "move", move);
    json_put_string(&w, "by", step->by);
    json_put_hex64(&w, "hash", state_hash(sc, record->after));
    write_meters_member(&w, m, record->after);
    write_because(&w, sc, &step->ledger);
    return end_line(&w);
}

char *transcript_line_rewind(const struct match *m, const struct record *record)
{
    struct json_writer w = begin_line("undo");
    json_put_int64(&w, "to", record->rewind);
    json_put_hex64(&w, "hash", state_hash(match_scenario(m), record->after));
    write_meters_member(&w, m, record->after);
    return end_line(&w);
}

char *transcript_line_end(const struct match *m)
{
    const struct scenario *sc = match_scenario(m);
    struct json_writer w = begin_line("end");
    json_put_string(&w, "ending", sc->ending[match_ending(m)].id);
    json_write_key(&w, "utility");
    transcript_write_utility(&w, sc, match_now(m));
    json_put_hex64(&w, "hash", match_hash(m));
    if (match_hindsight(m)) {
        json_put_bool(&w, "hindsight", true);
    }
    return end_line(&w);
}

char *transcript_line_record(const struct match *m, int index)
{
    const struct record record = match_record(m, index);
    return record.step == NULL ? transcript_line_rewind(m, &record)
                               : transcript_line_step(m, &record);
}

/* ---- the whole ---- */

static void add_line(struct buffer *out, char *line)
{
    if (line == NULL) {
        out->failed = true;
        return;
    }
    buffer_add_string(out, line);
    buffer_add(out, "\n", 1);
    free(line);
}

char *transcript_write(const struct match *m)
{
    struct buffer out = buffer_init();
    add_line(&out, transcript_line_game(m));
    for (int i = 0; i < match_records(m); i++) {
        add_line(&out, transcript_line_record(m, i));
    }
    if (match_over(m)) {
        add_line(&out, transcript_line_end(m));
    }
    return buffer_finish(&out);
}

const char *transcript_no_memory(void)
{
    return _("There is no memory left to write the game down.");
}

const char *transcript_save(const struct match *m, const char *path, char *why, int size)
{
    char *text = transcript_write(m);
    if (text == NULL) {
        return transcript_no_memory();
    }
    errno = 0;
    const char *refusal = file_save(path, text, strlen(text), why, size);
    const bool memory = refusal != NULL && errno == ENOMEM;
    free(text);
    return memory ? transcript_no_memory() : refusal;
}
