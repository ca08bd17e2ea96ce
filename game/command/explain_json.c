/* explain_json.c: the because-ledger as one JSON object. */
#include "command/explain.h"

#include "json/json_write.h"
#include "match/say.h"

enum { NAME_SIZE = 2 * 64 };

/* NULL is null. */
static void put_text(struct json_writer *w, const char *key, const char *value)
{
    json_write_key(w, key);
    json_write_string(w, value);
}

static void put_int(struct json_writer *w, const char *key, int value)
{
    json_write_key(w, key);
    json_write_int64(w, value);
}

static void put_bool(struct json_writer *w, const char *key, bool value)
{
    json_write_key(w, key);
    json_write_bool(w, value);
}

static void put_name(struct json_writer *w, const struct explain *e, const char *key, int slot)
{
    char name[NAME_SIZE];
    why_name(e->sc, slot, name, sizeof name);
    put_text(w, key, name);
}

/* ---- changes ---- */

static void put_line(struct json_writer *w, const struct explain *e, const struct why_line *line)
{
    json_write_begin_object(w);
    put_name(w, e, "meter", line->slot);
    put_int(w, "from", line->from);
    put_int(w, "to", line->to);
    put_int(w, "amount", line->amount);
    put_text(w, "cause", why_cause_id(line->cause));
    put_text(w, "rule", line->source);
    put_text(w, "element", line->element);
    if (line->place > 0) {
        put_int(w, "place", line->place);
    }
    if (line->delay > 0) {
        put_int(w, "delay", line->delay);
    }
    if (line->percent > 0) {
        put_int(w, "chance", line->percent);
    }
    put_bool(w, "hidden", explain_is_hidden(e, line->slot));
    put_text(w, "text", line->text);
    json_write_end_object(w);
}

/* The lines of a decision, or with `step` -1 those of the beginning of the round. */
static void put_lines(struct json_writer *w, const struct explain *e, int round, int step)
{
    json_write_key(w, "changes");
    json_write_begin_array(w);
    for (int i = 0; i < e->lines; i++) {
        const struct why_line *line = &e->line[i];
        const bool beginning = explain_is_beginning(e, line);
        if (line->round == round && (step < 0 ? beginning : !beginning && line->step == step)) {
            put_line(w, e, line);
        }
    }
    json_write_end_array(w);
}

/* ---- decisions ---- */

static void put_step(struct json_writer *w, const struct explain *e,
                     const struct explain_step *told)
{
    json_write_begin_object(w);
    if (told->number > 0) {
        put_int(w, "n", told->number);
    }
    put_text(w, "beat", e->sc->beat[told->step->beat].id);
    put_text(w, "party", e->sc->actor[told->step->party].id);
    put_text(w, "move", told->move[0] != '\0' ? told->move : NULL);
    put_text(w, "by", told->step->by);
    put_lines(w, e, told->step->round, told->step->number);
    json_write_end_object(w);
}

static void put_steps(struct json_writer *w, const struct explain *e, int round)
{
    json_write_key(w, "decisions");
    json_write_begin_array(w);
    for (int i = 0; i < match_steps(e->m); i++) {
        if (explain_has_step(e, i, round)) {
            put_step(w, e, &e->step[i]);
        }
    }
    json_write_end_array(w);
}

/* ---- rounds ---- */

static void put_case(struct json_writer *w, const struct explain *e,
                     const struct explain_round *told)
{
    const int16_t *field = e->view.s.file[told->case_at].field;
    json_write_key(w, "case");
    json_write_begin_object(w);
    put_text(w, "incident", e->sc->incident[field[FIELD_INCIDENT]].id);
    put_text(w, "title", told->title);
    put_text(w, "victim", e->sc->actor[field[FIELD_VICTIM]].id);
    put_int(w, "severity", field[FIELD_SEVERITY]);
    put_text(w, "culprit", told->known ? e->sc->culprit[field[FIELD_CULPRIT]].id : NULL);
    put_text(w, "text", told->known ? told->culprit : _("not known yet"));
    json_write_key(w, "came_out");
    if (field[FIELD_REVEALED]) {
        json_write_int64(w, field[FIELD_REVEALED]);
    } else {
        json_write_null(w);
    }
    json_write_end_object(w);
}

static void put_sums(struct json_writer *w, const struct explain *e, int round)
{
    json_write_key(w, "meters");
    json_write_begin_object(w);
    for (int slot = 0; slot < e->sc->slots; slot++) {
        int from, to;
        if (explain_sum(e, round, slot, &from, &to)) {
            char name[NAME_SIZE];
            why_name(e->sc, slot, name, sizeof name);
            json_write_key(w, name);
            json_write_begin_object(w);
            put_int(w, "from", from);
            put_int(w, "to", to);
            json_write_end_object(w);
        }
    }
    json_write_end_object(w);
}

static void put_round(struct json_writer *w, const struct explain *e, int round)
{
    const struct explain_round *told = &e->round[round];
    json_write_begin_object(w);
    put_int(w, "round", round);
    put_text(w, "date", told->date);
    put_text(w, "title", told->title);
    if (told->case_at >= 0) {
        put_case(w, e, told);
    }
    put_sums(w, e, round);
    json_write_key(w, "beginning");
    json_write_begin_object(w);
    put_lines(w, e, round, -1);
    json_write_end_object(w);
    put_steps(w, e, round);
    json_write_end_object(w);
}

/* ---- the whole ---- */

static void put_head(struct json_writer *w, const struct explain *e)
{
    const int ending = match_ending(e->m);
    put_text(w, "scenario", e->sc->id);
    json_write_key(w, "scenario_hash");
    json_write_hex64(w, e->sc->hash);
    json_write_key(w, "seed");
    json_write_uint64(w, match_seed(e->m));
    json_write_key(w, "game");
    json_write_uint64(w, match_game(e->m));
    json_write_key(w, "side");
    json_write_string(w, e->side == WHY_TRUTH ? NULL : e->sc->actor[e->side].id);
    json_write_key(w, "seats");
    json_write_begin_object(w);
    for (int party = 0; party < MAX_PARTIES; party++) {
        put_text(w, e->sc->actor[party].id, match_seat_name(e->m, party));
    }
    json_write_end_object(w);
    put_bool(w, "hindsight", match_hindsight(e->m));
    json_write_key(w, "ending");
    json_write_string(w, ending < 0 ? NULL : e->sc->ending[ending].id);
}

/* Where every number that may be seen began. */
static void put_start(struct json_writer *w, const struct explain *e)
{
    json_write_key(w, "start");
    json_write_begin_object(w);
    for (int slot = SLOT_FIRST_METER; slot < e->sc->slots; slot++) {
        const bool named = e->sc->slot_meter[slot] != NONE || why_commitment(e->sc, slot) >= 0;
        if (named && (e->side == WHY_TRUTH || view_sees_slot(e->sc, e->side, slot))) {
            char name[NAME_SIZE];
            why_name(e->sc, slot, name, sizeof name);
            put_int(w, name, why_start(e->m, slot));
        }
    }
    json_write_end_object(w);
}

char *explain_json(const struct explain *e)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    put_head(&w, e);
    put_start(&w, e);
    json_write_key(&w, "rounds");
    json_write_begin_array(&w);
    for (int round = e->first; round <= e->last; round++) {
        put_round(&w, e, round);
    }
    json_write_end_array(&w);
    json_write_end_object(&w);
    return json_writer_finish(&w);
}
