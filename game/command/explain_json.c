/* explain_json.c: the because-ledger as one JSON object. */
#include "command/explain.h"

#include "command/reason_json.h"
#include "json/json_write.h"
#include "match/say.h"

enum { NAME_SIZE = 2 * 64 };

static void put_name(struct json_writer *w, const struct explain *e, const char *key, int slot)
{
    char name[NAME_SIZE];
    why_name(e->sc, slot, name, sizeof name);
    json_put_string(w, key, name);
}

/* ---- changes ---- */

static void put_line(struct json_writer *w, const struct explain *e, const struct why_line *line)
{
    json_write_begin_object(w);
    put_name(w, e, "meter", line->slot);
    json_put_int64(w, "from", line->from);
    json_put_int64(w, "to", line->to);
    json_put_int64(w, "amount", line->amount);
    json_put_string(w, "cause", why_cause_id(line->cause));
    json_put_string(w, "rule", line->source);
    json_put_string(w, "element", line->element);
    if (line->place > 0) {
        json_put_int64(w, "place", line->place);
    }
    if (line->delay > 0) {
        json_put_int64(w, "delay", line->delay);
    }
    if (line->percent > 0) {
        json_put_int64(w, "chance", line->percent);
    }
    json_put_bool(w, "hidden", explain_is_hidden(e, line->slot));
    json_put_string(w, "text", line->text);
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
        json_put_int64(w, "n", told->number);
    }
    json_put_string(w, "beat", e->sc->beat[told->step->beat].id);
    json_put_string(w, "party", e->sc->actor[told->step->party].id);
    json_put_string(w, "move", told->move[0] != '\0' ? told->move : NULL);
    json_put_string(w, "by", told->step->by);
    if (told->motive != NULL) {
        reason_put(w, e->sc, told->step->party, told->motive, e->side == WHY_TRUTH);
    }
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
    json_put_string(w, "incident", e->sc->incident[field[FIELD_INCIDENT]].id);
    json_put_string(w, "title", told->title);
    json_put_string(w, "victim", e->sc->actor[field[FIELD_VICTIM]].id);
    json_put_int64(w, "severity", field[FIELD_SEVERITY]);
    json_put_string(w, "culprit", told->known ? e->sc->culprit[field[FIELD_CULPRIT]].id : NULL);
    json_put_string(w, "text", told->known ? told->culprit : _("not known yet"));
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
            json_put_int64(w, "from", from);
            json_put_int64(w, "to", to);
            json_write_end_object(w);
        }
    }
    json_write_end_object(w);
}

static void put_round(struct json_writer *w, const struct explain *e, int round)
{
    const struct explain_round *told = &e->round[round];
    json_write_begin_object(w);
    json_put_int64(w, "round", round);
    json_put_string(w, "date", told->date);
    json_put_string(w, "title", told->title);
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
    json_put_string(w, "scenario", e->sc->id);
    json_put_hex64(w, "scenario_hash", e->sc->hash);
    json_write_key(w, "seed");
    json_write_uint64(w, match_seed(e->m));
    json_write_key(w, "game");
    json_write_uint64(w, match_game(e->m));
    json_put_string(w, "side", e->side == WHY_TRUTH ? NULL : e->sc->actor[e->side].id);
    json_write_key(w, "seats");
    json_write_begin_object(w);
    for (int party = 0; party < MAX_PARTIES; party++) {
        json_put_string(w, e->sc->actor[party].id, match_seat_name(e->m, party));
    }
    json_write_end_object(w);
    json_put_bool(w, "hindsight", match_hindsight(e->m));
    json_put_string(w, "ending", ending < 0 ? NULL : e->sc->ending[ending].id);
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
            json_put_int64(w, name, why_start(e->m, slot));
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
