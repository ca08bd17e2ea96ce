/* study_json.c: what a study found, for programs. */
#include "command/study/evidence.h"
#include "command/study/study_print.h"

#include "command/tally_json.h"
#include "core/move.h"

#include <math.h>

static void write_number(struct json_writer *w, const char *key, double value)
{
    json_write_key(w, key);
    json_write_fixed(w, llround(value * 1e4), 4);
}

static void write_bound(struct json_writer *w, const char *key, double value, double open)
{
    if (value == open) {
        json_write_key(w, key);
        json_write_null(w);
    } else {
        write_number(w, key, value);
    }
}

static void write_figure(struct json_writer *w, const struct figure *f)
{
    static const char *const unit[] = { "number", "percent", "points" };
    static const char *const verdict[] = { "none", "fine", "unsure", "missed" };
    json_write_key(w, f->name);
    json_write_begin_object(w);
    write_number(w, "value", f->value);
    write_number(w, "ci95", f->half);
    json_put_string(w, "unit", unit[f->unit]);
    write_bound(w, "least", f->lo, -NO_GOAL);
    write_bound(w, "most", f->hi, NO_GOAL);
    json_put_string(w, "verdict", verdict[report_verdict(f)]);
    json_put_string(w, "note", f->note[0] ? f->note : NULL);
    json_write_end_object(w);
}

static void write_met(struct json_writer *w, const struct scenario *sc, const struct coverage *c)
{
    static const char *const key[THING_ROW] = { "incidents", "moves", "endings" };
    json_write_begin_object(w);
    json_put_int64(w, "games", c->games);
    json_put_int64(w, "decisions", c->decisions);
    for (enum thing kind = 0; kind < THING_ROW; kind++) {
        json_write_key(w, key[kind]);
        json_write_begin_object(w);
        for (int i = 0; i < coverage_things(sc, kind); i++) {
            const char *const id[] = { kind == THING_INCIDENT ? sc->incident[i].id
                                       : kind == THING_MOVE   ? sc->move[i].id
                                                              : sc->ending[i].id };
            json_put_int64(w, id[0], coverage_met(c, kind, i));
        }
        json_write_end_object(w);
    }
    json_write_end_object(w);
}

static void write_coverage(struct json_writer *w, const struct study *s)
{
    const struct scenario *sc = s->measures->sc;
    json_write_key(w, "coverage");
    json_write_begin_object(w);
    json_write_key(w, "random");
    write_met(w, sc, &s->by_lot);
    json_write_key(w, "ministers");
    write_met(w, sc, &s->by_ministers);
    json_write_key(w, "missing");
    json_write_begin_array(w);
    for (int i = 0; i < s->missings; i++) {
        char name[FIGURE_NAME];
        coverage_name(sc, s->missing[i].kind, s->missing[i].index, name, sizeof name);
        json_write_begin_object(w);
        json_put_string(w, "what", name);
        json_put_bool(w, "reached", s->missing[i].reached);
        json_put_int64(w, "tries", s->missing[i].tries);
        json_write_end_object(w);
    }
    json_write_end_array(w);
    json_write_key(w, "unread");
    json_write_begin_array(w);
    for (int i = 0; i < s->unreads && i < MAX_UNREAD; i++) {
        json_write_string(w, s->unread[i]);
    }
    json_write_end_array(w);
    json_write_end_object(w);
}

static void write_evidence(struct json_writer *w, const struct study *s, int index,
                           const struct study_asked *asked)
{
    const struct scenario *sc = s->measures->sc;
    const struct evidence *e = &s->report->evidence[index];
    char name[EVIDENCE_FILE];
    evidence_file(s->report, index, name);
    json_write_begin_object(w);
    json_put_string(w, "shows", e->shows);
    json_write_key(w, "seed");
    json_write_uint64(w, e->seed);
    json_write_key(w, "game");
    json_write_uint64(w, e->game);
    json_write_key(w, "seats");
    json_write_begin_object(w);
    for (int p = 0; p < MAX_PARTIES; p++) {
        json_put_string(w, sc->actor[p].id, e->seat[p] ? e->seat[p] : "person");
    }
    json_write_end_object(w);
    json_put_int64(w, "decision", e->decision);
    json_write_key(w, "moves");
    json_write_begin_array(w);
    for (int i = 0; i < e->moves; i++) {
        char move[FIGURE_NOTE];
        move_name(sc, e->move[i], move, sizeof move);
        json_write_string(w, move);
    }
    json_write_end_array(w);
    json_put_string(w, "file", asked->evidence ? name : NULL);
    json_write_end_object(w);
}

bool study_print_json(const struct study *s, const struct study_asked *asked)
{
    const int missed = report_count(s->report, VERDICT_MISSED);
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    json_put_string(&w, "scenario", s->measures->sc->id);
    json_put_hex64(&w, "scenario_hash", s->measures->sc->hash);
    json_write_key(&w, "seed");
    json_write_uint64(&w, s->seed);
    json_put_int64(&w, "budget", (int64_t)asked->budget);
    json_put_bool(&w, "fine", missed == 0);
    json_put_int64(&w, "missed", missed);
    json_put_int64(&w, "unsure", report_count(s->report, VERDICT_UNSURE));
    json_write_key(&w, "figures");
    json_write_begin_object(&w);
    for (int i = 0; i < s->report->count; i++) {
        write_figure(&w, &s->report->figure[i]);
    }
    json_write_end_object(&w);
    write_coverage(&w, s);
    json_write_key(&w, "evidence");
    json_write_begin_array(&w);
    for (int i = 0; i < s->report->evidences; i++) {
        write_evidence(&w, s, i, asked);
    }
    json_write_end_array(&w);
    json_write_end_object(&w);
    return tally_print_line(&w);
}
