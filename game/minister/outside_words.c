/* outside_words.c: the messages of the protocol for programs, as lines. */
#include "minister/outside_words.h"

#include "core/move.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- to the program ---- */

static struct json_writer begin_line(const char *type)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    words_text(&w, "t", type);
    return w;
}

static char *end_line(struct json_writer *w)
{
    json_write_end_object(w);
    buffer_add(&w->out, "\n", 1);
    return json_writer_finish(w);
}

char *words_hello(const struct words_hello *hello)
{
    struct json_writer w = begin_line("hello");
    words_number(&w, "proto", OUTSIDE_PROTOCOL);
    words_text(&w, "game", "backchannel");
    words_number(&w, "bot_seed", hello->bot_seed);
    words_text(&w, "side", hello->side);
    json_write_key(&w, "limits");
    json_write_begin_object(&w);
    words_number(&w, "move_ms", hello->move_ms);
    words_number(&w, "init_ms", hello->init_ms);
    words_number(&w, "line_bytes", hello->line_bytes);
    words_number(&w, "iters", hello->iters);
    json_write_end_object(&w);
    return end_line(&w);
}

char *words_start(const struct scenario *sc, const struct view *view, uint32_t bot_seed)
{
    struct json_writer w = begin_line("start");
    words_text(&w, "side", sc->actor[view->party].id);
    words_number(&w, "rounds", sc->rounds);
    words_number(&w, "round", state_round(&view->s));
    words_number(&w, "bot_seed", bot_seed);
    json_write_key(&w, "scenario");
    words_write_rules(&w, sc);
    return end_line(&w);
}

static void write_legal(struct json_writer *w, const struct scenario *sc, const struct state *s)
{
    int moves[MAX_LEGAL];
    const int count = move_legal(sc, s, moves), fallback = move_fallback(sc, s);
    json_write_key(w, "legal");
    json_write_begin_array(w);
    for (int i = 0; i < count; i++) {
        char name[OUTSIDE_MOVE];
        move_name(sc, moves[i], name, sizeof name);
        json_write_begin_object(w);
        words_text(w, "move", name);
        words_text(w, "family", words_families[move_family(sc, moves[i])]);
        if (moves[i] == fallback) {
            words_flag(w, "default", true);
        }
        json_write_end_object(w);
    }
    json_write_end_array(w);
}

char *words_decide(const struct scenario *sc, const struct view *view, const struct view *before,
                   int id, int move_ms)
{
    struct json_writer w = begin_line("decide");
    words_number(&w, "id", id);
    words_number(&w, "round", state_round(&view->s));
    words_text(&w, "beat", sc->beat[state_beat(sc, &view->s)].id);
    json_write_key(&w, "obs");
    words_write_view(&w, sc, view);
    json_write_key(&w, "events");
    words_write_events(&w, sc, view, before);
    write_legal(&w, sc, &view->s);
    words_number(&w, "clock_ms", move_ms);
    return end_line(&w);
}

char *words_event(const struct scenario *sc, const struct view *now, const struct view *before)
{
    struct json_writer w = begin_line("event");
    json_write_key(&w, "events");
    words_write_events(&w, sc, now, before);
    return end_line(&w);
}

static void write_truth(struct json_writer *w, const struct scenario *sc, const int16_t *field)
{
    json_write_begin_object(w);
    words_number(w, "round", field[FIELD_ROUND]);
    words_text(w, "incident", words_field_id(sc, FIELD_INCIDENT, field[FIELD_INCIDENT]));
    words_text(w, "victim", sc->actor[field[FIELD_VICTIM]].id);
    words_text(w, "culprit", words_field_id(sc, FIELD_CULPRIT, field[FIELD_CULPRIT]));
    words_flag(w, "guilty", field[FIELD_GUILTY] != 0);
    json_write_end_object(w);
}

char *words_end(const struct scenario *sc, const struct state *end)
{
    struct json_writer w = begin_line("end");
    words_text(&w, "ending", sc->ending[state_ending(end)].id);
    words_number(&w, "rounds", state_round(end));
    json_write_key(&w, "utility");
    json_write_begin_object(&w);
    for (int p = 0; p < MAX_PARTIES; p++) {
        json_write_key(&w, sc->actor[p].id);
        json_write_fixed(&w, state_utility(sc, end, p), 1);
    }
    json_write_end_object(&w);
    json_write_key(&w, "truths");
    json_write_begin_array(&w);
    for (int i = 0; i < end->cases; i++) {
        write_truth(&w, sc, end->file[i].field);
    }
    json_write_end_array(&w);
    return end_line(&w);
}

char *words_quit(void)
{
    struct json_writer w = begin_line("quit");
    return end_line(&w);
}

/* ---- from the program ---- */

static void wrong(struct words_answer *out, const char *why)
{
    out->kind = WORDS_WRONG;
    snprintf(out->why, sizeof out->why, "%s", why);
}

static void read_move(const struct json_value *message, struct words_answer *out)
{
    const struct json_value *id = json_member(message, "id");
    const struct json_value *move = json_member(message, "move");
    if (id == NULL || !id->is_integer) {
        wrong(out, "its move has no \"id\" that is a whole number");
    } else if (move == NULL || move->string == NULL) {
        wrong(out, "its move names no \"move\"");
    } else {
        out->kind = WORDS_MOVE;
        out->id = id->integer;
        snprintf(out->move, sizeof out->move, "%s", move->string);
    }
}

static void read_message(const struct json_value *message, struct words_answer *out)
{
    const struct json_value *type = json_member(message, "t");
    if (message->type != JSON_OBJECT) {
        wrong(out, "it sent JSON that is no object");
    } else if (type == NULL || type->string == NULL) {
        wrong(out, "it sent an object without a \"t\"");
    } else if (strcmp(type->string, "move") == 0) {
        read_move(message, out);
    } else if (strcmp(type->string, "ready") == 0) {
        out->kind = WORDS_READY;
    }
}

static bool is_blank(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
            return false;
        }
    }
    return true;
}

void words_read(const char *line, size_t length, struct words_answer *out)
{
    *out = (struct words_answer){ .kind = WORDS_PASSED };
    if (is_blank(line, length)) {
        return;
    }
    struct findings findings = findings_init();
    struct json_document *document = json_read("answer", line, length, &findings);
    if (document != NULL && findings.errors == 0) {
        read_message(json_root(document), out);
    } else {
        wrong(out, "it sent a line that is not JSON");
        if (findings.count > 0) {
            snprintf(out->why, sizeof out->why, "it sent a line that is not JSON: %.120s",
                     findings.items[0].message);
        }
    }
    json_free(document);
    findings_clear(&findings);
}
