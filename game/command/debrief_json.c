/* debrief_json.c: the debrief as one JSON object, for both sides alike where it has both. */
#include "command/debrief_json.h"

#include "command/reason_json.h"
#include "json/json_write.h"

#include <stddef.h>

/* ---- members ---- */

/* A string, or null where there is none. */
static void put_if(struct json_writer *w, const char *key, const char *value)
{
    json_put_string(w, key, value != NULL && *value ? value : NULL);
}

static void put_fixed(struct json_writer *w, const char *key, int64_t value, int decimals)
{
    json_write_key(w, key);
    json_write_fixed(w, value, decimals);
}

static void begin(struct json_writer *w, const char *key, bool list)
{
    json_write_key(w, key);
    if (list) {
        json_write_begin_array(w);
    } else {
        json_write_begin_object(w);
    }
}

static const char *family_id(enum family family)
{
    static const char *const id[FAMILY_COUNT] = { "cooperate", "accuse", "deny" };
    return id[family];
}

/* ---- parts ---- */

static void put_head(struct json_writer *w, const struct debrief *d)
{
    json_put_string(w, "scenario", d->scenario->id);
    json_put_hex64(w, "scenario_hash", d->scenario->hash);
    json_write_key(w, "seed");
    json_write_uint64(w, d->seed);
    json_write_key(w, "game");
    json_write_uint64(w, d->game);
    json_put_string(w, "word", d->word);
    json_put_string(w, "title", d->title);
    json_put_string(w, "side", d->side[d->party].id);
    json_put_bool(w, "person", d->person);
    json_put_bool(w, "hindsight", d->hindsight);
    json_put_int64(w, "rounds", d->round);
    begin(w, "ending", false);
    put_if(w, "id", d->ending_id);
    put_if(w, "title", d->ending_title);
    put_if(w, "text", d->ending);
    json_write_end_object(w);
    json_put_string(w, "sentence", d->sentence);
}

static void put_belief(struct json_writer *w, const struct debrief_belief *belief)
{
    begin(w, "believed", false);
    json_put_int64(w, "cases", belief->cases);
    json_put_int64(w, "guilty", belief->guilty);
    json_put_string(w, "text", belief->text);
    begin(w, "tenths", true);
    for (int i = 0; i < DEBRIEF_TENTHS; i++) {
        if (belief->held[i] > 0) {
            json_write_begin_object(w);
            json_put_int64(w, "held", i);
            json_put_int64(w, "cases", belief->held[i]);
            json_put_int64(w, "guilty", belief->so[i]);
            json_write_end_object(w);
        }
    }
    json_write_end_array(w);
    json_write_end_object(w);
}

static void put_sides(struct json_writer *w, const struct debrief *d)
{
    begin(w, "sides", false);
    for (int i = 0; i < MAX_PARTIES; i++) {
        const struct debrief_side *side = &d->side[i];
        begin(w, side->id, false);
        json_put_string(w, "country", side->country);
        json_put_string(w, "seat", side->seat);
        put_fixed(w, "utility", side->utility, 1);
        put_if(w, "mandate", side->mandate);
        json_put_bool(w, "mandate_kept", side->mandate_kept);
        put_belief(w, &side->belief);
        json_write_end_object(w);
    }
    json_write_end_object(w);
}

static void put_line(struct json_writer *w, const struct debrief *d,
                     const struct debrief_line *line)
{
    json_write_begin_object(w);
    json_put_string(w, "meter", line->id);
    json_put_string(w, "title", line->title);
    begin(w, "values", true);
    for (int round = 0; round < d->round; round++) {
        json_write_int64(w, line->value[round]);
    }
    json_write_end_array(w);
    json_put_int64(w, "end", line->last);
    json_write_end_object(w);
}

static void put_year(struct json_writer *w, const struct debrief *d)
{
    static const char *const fate[] = { "stands", "kept", "broken", "lapsed", "ended" };
    begin(w, "year", false);
    begin(w, "lines", true);
    for (int i = 0; i < d->lines; i++) {
        put_line(w, d, &d->line[i]);
    }
    json_write_end_array(w);
    begin(w, "commitments", true);
    for (int i = 0; i < d->bars; i++) {
        const struct debrief_bar *bar = &d->bar[i];
        json_write_begin_object(w);
        json_put_string(w, "id", bar->id);
        json_put_string(w, "title", bar->title);
        put_if(w, "giver", bar->giver < 0 ? NULL : d->side[bar->giver].id);
        json_put_int64(w, "from", bar->from);
        json_put_int64(w, "to", bar->to);
        json_put_string(w, "fate", fate[bar->fate]);
        json_write_end_object(w);
    }
    json_write_end_array(w);
    json_write_end_object(w);
}

static void put_said(struct json_writer *w, const struct debrief_case *c)
{
    static const char *const word[] = { "silent", "open", "straight", "false" };
    begin(w, "said", false);
    put_if(w, "title", c->said_title);
    put_if(w, "text", c->said);
    put_if(w, "family", *c->said_title ? family_id(c->said_family) : NULL);
    json_put_bool(w, "public", c->said_open);
    json_put_string(w, "word", word[c->word]);
    json_write_end_object(w);
    begin(w, "true", false);
    json_put_bool(w, "guilty", c->guilty);
    json_put_string(w, "culprit", c->culprit_id);
    put_if(w, "text", c->truth);
    json_write_end_object(w);
    begin(w, "ordered", false);
    put_if(w, "orders", c->ordered);
    put_if(w, "meant", c->secretly);
    json_write_end_object(w);
    begin(w, "came_out", false);
    json_put_int64(w, "round", c->revealed);
    json_put_string(w, "text", c->came_out);
    json_write_end_object(w);
}

static void put_case(struct json_writer *w, const struct debrief *d, const struct debrief_case *c)
{
    json_write_begin_object(w);
    json_put_int64(w, "round", c->round);
    json_put_string(w, "date", c->date);
    json_put_string(w, "incident", c->id);
    json_put_string(w, "title", c->title);
    put_if(w, "source", c->ref);
    put_if(w, "claim", c->claim);
    json_put_string(w, "victim", d->side[c->victim].id);
    json_put_string(w, "suspect", d->side[1 - c->victim].id);
    json_put_int64(w, "severity", c->severity);
    json_put_bool(w, "severe", c->severe);
    put_if(w, "opened", c->opened);
    put_if(w, "closed", c->closed);
    json_write_key(w, "believed");
    if (c->believed >= 0) {
        json_write_int64(w, c->believed);
    } else {
        json_write_null(w);
    }
    put_said(w, c);
    json_write_end_object(w);
}

static void put_grave(struct json_writer *w, const struct debrief *d)
{
    const struct debrief_grave *g = d->grave;
    json_write_key(w, "grave_night");
    if (g == NULL) {
        json_write_null(w);
        return;
    }
    json_write_begin_object(w);
    json_put_int64(w, "round", g->round);
    put_if(w, "meter", g->meter_id);
    json_put_int64(w, "before", g->before);
    json_put_int64(w, "after", g->after);
    json_put_int64(w, "cost", g->cost);
    json_put_string(w, "text", g->text);
    begin(w, "channels", true);
    for (int i = 0; i < g->channels; i++) {
        const struct debrief_channel *c = &g->channel[i];
        json_write_begin_object(w);
        json_put_string(w, "id", c->id);
        json_put_string(w, "title", c->title);
        json_put_bool(w, "stood", c->stood);
        json_put_int64(w, "cost", c->cost);
        json_put_string(w, "text", c->text);
        json_write_end_object(w);
    }
    json_write_end_array(w);
    json_write_end_object(w);
}

static void put_gap(struct json_writer *w, const char *key, struct gap gap)
{
    begin(w, key, false);
    put_fixed(w, "mean", gap.mean, 2);
    put_fixed(w, "ci95", gap.ci95, 2);
    json_write_end_object(w);
}

static void put_turning(struct json_writer *w, const struct debrief_turning *t)
{
    json_write_begin_object(w);
    json_put_int64(w, "n", t->turning.number);
    json_put_int64(w, "round", t->round);
    json_put_string(w, "date", t->date);
    json_put_string(w, "beat", t->beat);
    json_put_string(w, "move", t->move_id);
    json_put_string(w, "best_other", t->other_id);
    put_gap(w, "known", t->turning.known);
    put_gap(w, "was", t->turning.was);
    json_put_string(w, "judgement", t->judged_well ? "good" : "poor");
    json_put_string(w, "luck", t->lucky ? "good" : "bad");
    json_put_string(w, "text", t->text);
    json_write_end_object(w);
}

static void put_reason(struct json_writer *w, const struct debrief *d,
                       const struct debrief_reason *r)
{
    json_write_begin_object(w);
    json_put_int64(w, "n", r->number);
    json_put_int64(w, "round", r->round);
    json_put_string(w, "date", r->date);
    json_put_string(w, "party", d->side[r->party].id);
    json_put_string(w, "beat", r->beat);
    json_put_string(w, "move", r->move_id);
    reason_put(w, d->scenario, r->party, r->motive, true);
    json_put_string(w, "text", r->text);
    put_if(w, "more", r->more);
    json_write_end_object(w);
}

static void put_questions(struct json_writer *w, const struct debrief_question *q, int count)
{
    begin(w, "questions", true);
    for (int i = 0; i < count; i++) {
        json_write_begin_object(w);
        json_put_string(w, "concept", q[i].concept_id);
        json_put_string(w, "title", q[i].concept_title);
        json_put_string(w, "idea", q[i].idea);
        json_put_string(w, "text", q[i].text);
        json_write_end_object(w);
    }
    json_write_end_array(w);
}

static void put_history(struct json_writer *w, const struct debrief *d)
{
    begin(w, "history", false);
    begin(w, "facts", true);
    for (int i = 0; i < d->facts; i++) {
        json_write_begin_object(w);
        json_put_string(w, "id", d->fact[i].id);
        json_put_string(w, "text", d->fact[i].text);
        json_put_string(w, "behind", d->fact[i].behind);
        json_write_end_object(w);
    }
    json_write_end_array(w);
    begin(w, "sources", true);
    for (int i = 0; i < d->sources; i++) {
        const struct debrief_source *s = &d->source[i];
        json_write_begin_object(w);
        json_put_string(w, "id", s->id);
        json_put_string(w, "title", s->title);
        put_if(w, "note", s->note);
        put_if(w, "behind", s->behind);
        json_write_end_object(w);
    }
    json_write_end_array(w);
    json_write_end_object(w);
}

static char *finish(struct json_writer *w)
{
    json_write_end_object(w);
    buffer_add_string(&w->out, "\n");
    return json_writer_finish(w);
}

char *debrief_json(const struct debrief *d)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    put_head(&w, d);
    put_sides(&w, d);
    put_year(&w, d);
    begin(&w, "cases", true);
    for (int i = 0; i < d->cases; i++) {
        put_case(&w, d, &d->file[i]);
    }
    json_write_end_array(&w);
    put_grave(&w, d);
    begin(&w, "turning_points", true);
    for (int i = 0; i < d->turnings; i++) {
        put_turning(&w, &d->turning[i]);
    }
    json_write_end_array(&w);
    begin(&w, "reasons", true);
    for (int i = 0; i < d->reasons; i++) {
        put_reason(&w, d, &d->reason[i]);
    }
    json_write_end_array(&w);
    put_if(&w, "reasons_text", d->reason_text);
    put_questions(&w, d->question, DEBRIEF_QUESTIONS);
    put_history(&w, d);
    return finish(&w);
}

/* ---- a class ---- */

static void put_point(struct json_writer *w, const struct debrief_class *c, int index)
{
    const struct class_point *p = &c->point[index];
    json_write_begin_object(w);
    json_put_int64(w, "round", p->round);
    json_put_string(w, "beat", c->scenario->beat[p->beat].id);
    json_put_string(w, "party", c->scenario->actor[p->party].id);
    json_put_int64(w, "games", p->games);
    json_put_bool(w, "alike", p->alike);
    put_fixed(w, "divided", p->divided, 3);
    begin(w, "choices", false);
    for (int i = 0; i < p->choices; i++) {
        json_put_int64(w, p->choice[i].id, p->choice[i].games);
    }
    json_write_end_object(w);
    json_write_end_object(w);
}

static void put_endings(struct json_writer *w, const struct debrief_class *c)
{
    begin(w, "endings", false);
    for (int i = 0; i < c->endings; i++) {
        json_put_int64(w, *c->ending[i].id ? c->ending[i].id : "not-over", c->ending[i].games);
    }
    json_write_end_object(w);
}

char *debrief_class_json(const struct debrief_class *c)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    json_put_string(&w, "scenario", c->scenario->id);
    json_put_hex64(&w, "scenario_hash", c->scenario->hash);
    json_write_key(&w, "seed");
    json_write_uint64(&w, c->seed);
    json_write_key(&w, "game");
    json_write_uint64(&w, c->game);
    json_put_string(&w, "word", c->word);
    json_put_int64(&w, "games", c->games);
    put_endings(&w, c);
    json_put_string(&w, "parted", c->parted);
    json_put_int64(&w, "most_divided_round", c->most >= 0 ? c->point[c->most].round : 0);
    json_put_string(&w, "most_divided", c->most_text);
    begin(&w, "decisions", true);
    for (int i = 0; i < c->points; i++) {
        put_point(&w, c, i);
    }
    json_write_end_array(&w);
    put_questions(&w, c->question, c->questions);
    return finish(&w);
}
