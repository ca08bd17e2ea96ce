/* outside_rules.c: the public part of a scenario as JSON: all rules as they are compiled, no texts.
 *
 * It is written from the struct that is played, not from the author's file, so that it is what
 * happens, and its conditions and amounts need no grammar: PROTOCOL.md has their form. */
#include "minister/outside_words.h"

#include <assert.h>
#include <stdio.h>

struct rules {
    struct json_writer *w;
    const struct scenario *sc;
};

static void begin(const struct rules *r, const char *key)
{
    json_write_key(r->w, key);
    json_write_begin_object(r->w);
}

static void end(const struct rules *r)
{
    json_write_end_object(r->w);
}

static void begin_list(const struct rules *r, const char *key)
{
    json_write_key(r->w, key);
    json_write_begin_array(r->w);
}

static void end_list(const struct rules *r)
{
    json_write_end_array(r->w);
}

static void write_pair(const struct rules *r, const char *key, int first, int second)
{
    begin_list(r, key);
    json_write_int64(r->w, first);
    json_write_int64(r->w, second);
    end_list(r);
}

/* ---- names of numbers ---- */

/* "standing.own": the name of the pair without its owner, and whose it is. */
static void owned_name(const struct rules *r, struct ref ref, char *out, size_t size)
{
    static const char *const whose[WHO_COUNT] = { "", "own", "other", "victim", "suspect" };
    char name[OUTSIDE_NAME - sizeof ".suspect"]; /* which may follow it */
    const bool named = words_slot_name(r->sc, ref.index, name, sizeof name);
    assert(named); /* a rule had a name for it */
    (void)named;
    if (ref.who < WHO_OWN || ref.who > WHO_SUSPECT) {
        snprintf(out, size, "%s", name);
        return;
    }
    char *dot = NULL;
    for (char *p = name; *p; p++) {
        dot = *p == '.' ? p : dot;
    }
    if (dot != NULL) {
        *dot = '\0';
    }
    snprintf(out, size, "%s.%s", name, whose[ref.who]);
}

static void ref_name(const struct rules *r, struct ref ref, char *out, size_t size)
{
    if (ref.who == WHO_CASE) {
        const bool named = words_field_name(r->sc, -1, ref.index, out, size);
        assert(named);
        (void)named;
        return;
    }
    const int second = ref.who == WHO_SECOND; /* the pair's second number is the next slot */
    owned_name(r, (struct ref){ .who = ref.who, .index = (uint8_t)(ref.index + second) }, out,
               size);
}

static const char *ref_id(const struct rules *r, struct ref ref, int value)
{
    return ref.who == WHO_CASE ? words_field_id(r->sc, ref.index, value)
                               : words_slot_id(r->sc, ref.index, value);
}

/* ---- conditions and amounts ---- */

static bool is_in(const struct test *t, int value)
{
    return t->ids ? (t->mask >> value & 1u) != 0 : value >= t->lo && value <= t->hi;
}

/* Ids by name; null is 'nothing yet'. */
static void write_ids(const struct rules *r, const struct test *t)
{
    const int most = t->ids ? NONE : MAX_INCIDENTS;
    begin_list(r, "in");
    for (int value = 0; value < most; value++) {
        const char *id = is_in(t, value) ? ref_id(r, t->ref, value) : NULL;
        if (id != NULL) {
            json_write_string(r->w, id);
        }
    }
    if (t->ids && is_in(t, NONE)) {
        json_write_null(r->w);
    }
    end_list(r);
}

static void write_test(const struct rules *r, const struct test *t)
{
    char name[OUTSIDE_NAME];
    ref_name(r, t->ref, name, sizeof name);
    json_write_begin_object(r->w);
    words_text(r->w, "number", name);
    if (t->ids || ref_id(r, t->ref, 0) != NULL) {
        write_ids(r, t);
    } else {
        words_number(r->w, "least", t->lo);
        words_number(r->w, "most", t->hi);
    }
    end(r);
}

/* A list of alternatives, each a list of tests; nothing where it always holds. */
static void write_when(const struct rules *r, const char *key, int when)
{
    if (when == 0) {
        return;
    }
    begin_list(r, key);
    for (int i = when;; i++) {
        const struct when *w = &r->sc->when[i];
        json_write_begin_array(r->w);
        for (int k = 0; k < w->tests; k++) {
            write_test(r, &r->sc->test[w->first_test + k]);
        }
        json_write_end_array(r->w);
        if (!w->or_next) {
            break;
        }
    }
    end_list(r);
}

static void write_amount(const struct rules *r, const char *key, int index)
{
    const struct amount *a = &r->sc->amount[index];
    json_write_key(r->w, key);
    if (a->terms == 0) {
        const int low = a->base < a->min ? a->min : a->base;
        json_write_int64(r->w, low > a->max ? a->max : low);
        return;
    }
    json_write_begin_object(r->w);
    words_number(r->w, "base", a->base);
    words_number(r->w, "min", a->min);
    words_number(r->w, "max", a->max);
    begin_list(r, "terms");
    for (int i = a->first_term; i < a->first_term + a->terms; i++) {
        const struct term *term = &r->sc->term[i];
        char name[OUTSIDE_NAME];
        ref_name(r, term->ref, name, sizeof name);
        json_write_begin_object(r->w);
        words_text(r->w, "number", name);
        words_number(r->w, "times", term->num);
        words_number(r->w, "over", term->den);
        end(r);
    }
    end_list(r);
    end(r);
}

/* ---- rows ---- */

static void write_change(const struct rules *r, const struct op *op, const char *verb)
{
    char name[OUTSIDE_NAME];
    ref_name(r, op->target, name, sizeof name);
    words_text(r->w, "do", verb);
    words_text(r->w, "number", name);
    write_amount(r, "amount", op->amount);
    if (op->verb == OP_TOWARD) {
        words_number(r->w, "below", op->below);
        words_number(r->w, "above", op->above);
    }
}

static void write_op(const struct rules *r, const struct op *op)
{
    static const char *const verbs[] = { "add",     "set",     "toward",  "reveal",
                                         "retrace", "inspect", "promise", "break" };
    const int at = op->target.index;
    json_write_begin_object(r->w);
    if (op->verb <= OP_TOWARD) {
        write_change(r, op, verbs[op->verb]);
    } else {
        words_text(r->w, "do", verbs[op->verb]);
    }
    if (op->verb == OP_PROMISE || op->verb == OP_BREAK) {
        words_text(r->w, "commitment", at < r->sc->commitments ? r->sc->commitment[at].id : NULL);
    }
    end(r);
}

static void write_ops(const struct rules *r, const char *key, int first, int count)
{
    begin_list(r, key);
    for (int i = first; i < first + count; i++) {
        write_op(r, &r->sc->op[i]);
    }
    end_list(r);
}

static void write_row(const struct rules *r, const struct row *row)
{
    json_write_begin_object(r->w);
    if (row->source == SOURCE_RULE) {
        words_text(r->w, "rule", r->sc->rule[row->element].id);
    }
    write_when(r, "when", row->when);
    if (row->chance) {
        write_amount(r, "chance", row->chance);
    }
    if (row->delay) {
        words_number(r->w, "in", row->delay);
    }
    if (row->each) {
        words_flag(r->w, "each", true);
    }
    write_ops(r, "do", row->first_op, row->ops);
    if (row->elses) {
        write_ops(r, "else", row->first_else, row->elses);
    }
    end(r);
}

static void write_rows(const struct rules *r, const char *key, struct rows rows)
{
    if (rows.count == 0) {
        return;
    }
    begin_list(r, key);
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        write_row(r, &r->sc->row[i]);
    }
    end_list(r);
}

/* ---- the calendar ---- */

static void write_calendar(const struct rules *r)
{
    const struct scenario *sc = r->sc;
    begin_list(r, "calendar");
    for (int i = 0; i < sc->rounds; i++) {
        json_write_string(r->w, sc->round_kind[sc->calendar[i]].id);
    }
    end_list(r);
    begin(r, "rounds");
    for (int i = 0; i < sc->round_kinds; i++) {
        const struct round_kind *kind = &sc->round_kind[i];
        begin(r, kind->id);
        begin_list(r, "beats");
        for (int k = 0; k < kind->beats; k++) {
            json_write_string(r->w, sc->beat[kind->beat[k]].id);
        }
        end_list(r);
        words_flag(r->w, "incident", kind->incident);
        words_flag(r->w, "closes", kind->closes);
        end(r);
    }
    end(r);
}

static void write_beats(const struct rules *r)
{
    static const char *const by[] = { "victim", "suspect", "both" };
    begin(r, "beats");
    for (int i = 0; i < r->sc->beats; i++) {
        const struct beat *beat = &r->sc->beat[i];
        begin(r, beat->id);
        words_text(r->w, "by", by[beat->by]);
        words_number(r->w, "pick", beat->pick);
        words_flag(r->w, "secret", beat->secret);
        words_text(r->w, "default", beat->pick ? "none" : r->sc->move[beat->fallback].id);
        write_when(r, "when", beat->when);
        end(r);
    }
    end(r);
}

static void write_parties(const struct rules *r)
{
    begin_list(r, "parties");
    for (int i = 0; i < MAX_PARTIES; i++) {
        json_write_string(r->w, r->sc->actor[i].id);
    }
    end_list(r);
    begin(r, "roles");
    words_number(r->w, "streak", r->sc->role_streak);
    words_number(r->w, "share", r->sc->role_share);
    end(r);
    if (r->sc->severe_from > 0) {
        write_pair(r, "severe", r->sc->severe_from, r->sc->severe_to);
    }
}

/* ---- numbers ---- */

static void write_starts(const struct rules *r, const struct meter *meter)
{
    begin_list(r, "start"); /* a list of values for each party, or one for all */
    for (int p = 0; p < (meter->party ? MAX_PARTIES : 1); p++) {
        const int from = meter->apart ? p : 0;
        json_write_begin_array(r->w);
        for (int i = 0; i < meter->starts[from]; i++) {
            json_write_int64(r->w, meter->start[from][i]);
        }
        json_write_end_array(r->w);
    }
    end_list(r);
}

static void write_meters(const struct rules *r)
{
    static const char *const see[] = { "all", "own", "none" };
    begin(r, "meters");
    for (int i = 0; i < r->sc->meters; i++) {
        const struct meter *meter = &r->sc->meter[i];
        begin(r, meter->id);
        words_flag(r->w, "each", meter->party);
        words_text(r->w, "see", see[meter->see]);
        write_pair(r, "range", meter->lo, meter->hi);
        write_starts(r, meter);
        if (meter->curved) {
            write_pair(r, "gain", meter->gain[0], meter->gain[1]);
            write_pair(r, "loss", meter->loss[0], meter->loss[1]);
        }
        words_flag(r->w, "reset", meter->act);
        words_number(r->w, "good", meter->good);
        end(r);
    }
    end(r);
}

/* ---- incidents and what is known of them ---- */

static void write_culprits(const struct rules *r)
{
    begin(r, "culprits");
    for (int i = 0; i < r->sc->culprits; i++) {
        const struct culprit *c = &r->sc->culprit[i];
        begin(r, c->id);
        words_text(r->w, "from", words_field_id(r->sc, FIELD_FROM, c->from));
        words_flag(r->w, "guilty", c->guilty);
        words_number(r->w, "file", c->file);
        begin_list(r, "times");
        for (int k = 0; k < c->times; k++) {
            const struct times *times = &c->by[k];
            char name[OUTSIDE_NAME] = "";
            if (times->levels > 0) {
                ref_name(r, times->ref, name, sizeof name);
            }
            json_write_begin_object(r->w);
            words_text(r->w, "number", times->levels > 0 ? name : NULL);
            begin_list(r, "weights");
            for (int n = 0; n < (times->levels > 0 ? times->levels : 1); n++) {
                json_write_int64(r->w, times->value[n]);
            }
            end_list(r);
            end(r);
        }
        end_list(r);
        end(r);
    }
    end(r);
}

static void write_numbers(const struct rules *r, const char *key, const int16_t *number, int count)
{
    begin_list(r, key);
    for (int i = 0; i < count; i++) {
        json_write_int64(r->w, number[i]);
    }
    end_list(r);
}

static void write_trace(const struct rules *r)
{
    begin(r, "trace");
    write_numbers(r, "confidence", r->sc->confidence, MAX_CONFIDENCE);
    begin_list(r, "tiers");
    for (int i = 0; i < r->sc->tiers; i++) {
        json_write_begin_object(r->w);
        words_text(r->w, "tells", r->sc->tier[i].culprit ? "culprit" : "from");
        write_numbers(r, "accuracy", r->sc->tier[i].accuracy, MAX_CONFIDENCE);
        end(r);
    }
    end_list(r);
    end(r);
}

static void write_incidents(const struct rules *r)
{
    begin(r, "incidents");
    for (int i = 0; i < r->sc->incidents; i++) {
        const struct incident *incident = &r->sc->incident[i];
        begin(r, incident->id);
        words_text(r->w, "kind", r->sc->kind[incident->kind].id);
        write_pair(r, "severity", incident->severity[0], incident->severity[1]);
        words_number(r->w, "weight", incident->weight);
        words_flag(r->w, "once", incident->once);
        words_flag(r->w, "severe", incident->severe);
        write_when(r, "when", incident->when);
        begin(r, "culprits");
        for (int k = 0; k < r->sc->culprits; k++) {
            words_number(r->w, r->sc->culprit[k].id, incident->culprit[k]);
        }
        end(r);
        end(r);
    }
    end(r);
}

/* ---- moves and commitments ---- */

static void write_moves(const struct rules *r)
{
    begin(r, "moves");
    for (int i = 0; i < r->sc->moves; i++) {
        const struct move *move = &r->sc->move[i];
        begin(r, move->id);
        words_text(r->w, "beat", r->sc->beat[move->beat].id);
        words_text(r->w, "family", words_families[move->family]);
        words_flag(r->w, "public", move->open);
        if (move->seen_as != i) {
            words_text(r->w, "appears", r->sc->move[move->seen_as].id);
        }
        words_flag(r->w, "again", move->again);
        words_flag(r->w, "each", move->each);
        write_when(r, "when", move->when);
        if (move->claims) {
            words_flag(r->w, "claims", true);
            write_when(r, "says", move->says);
        }
        write_rows(r, "now", move->now);
        write_rows(r, "revealed", move->revealed);
        end(r);
    }
    end(r);
}

static void write_commitment(const struct rules *r, const struct commitment *c)
{
    begin(r, c->id);
    words_text(r->w, "needs", c->needs == NONE ? NULL : r->sc->commitment[c->needs].id);
    words_number(r->w, "due", c->due);
    write_when(r, "when", c->when);
    words_flag(r->w, "can_keep", c->can_keep);
    write_when(r, "kept_when", c->kept_when);
    words_flag(r->w, "can_break", c->can_break);
    write_when(r, "broken_when", c->broken_when);
    write_rows(r, "signed", c->signing);
    write_rows(r, "upkeep", c->upkeep);
    write_rows(r, "kept", c->kept);
    write_rows(r, "broken", c->broken);
    write_rows(r, "lapsed", c->lapsed);
    end(r);
}

static void write_commitments(const struct rules *r, const char *key, bool promises)
{
    begin(r, key);
    for (int i = 0; i < r->sc->commitments; i++) {
        if (r->sc->commitment[i].promise == promises) {
            write_commitment(r, &r->sc->commitment[i]);
        }
    }
    end(r);
}

/* ---- the rest ---- */

static void write_moments(const struct rules *r)
{
    static const char *const moments[MOMENT_BEAT] = { "round", "arrival", "morning", "revealed" };
    begin(r, "rules");
    for (int i = 0; i < MOMENT_BEAT; i++) {
        write_rows(r, moments[i], r->sc->moment[i]);
    }
    for (int i = 0; i < r->sc->beats; i++) {
        write_rows(r, r->sc->beat[i].id, r->sc->moment[MOMENT_BEAT + i]);
    }
    end(r);
    write_rows(r, "exposure", r->sc->exposure);
    if (r->sc->settle_kind != NONE) {
        begin(r, "settle");
        words_text(r->w, "at", r->sc->round_kind[r->sc->settle_kind].id);
        words_number(r->w, "count", r->sc->settle_count);
        words_text(r->w, "of", r->sc->settle_act ? "act" : "all");
        end(r);
    }
}

static void write_endings(const struct rules *r)
{
    begin(r, "mandates");
    for (int i = 0; i < r->sc->mandates; i++) {
        begin(r, r->sc->mandate[i].id);
        write_when(r, "kept", r->sc->mandate[i].kept);
        words_number(r->w, "utility", r->sc->mandate[i].utility);
        end(r);
    }
    end(r);
    begin(r, "endings");
    for (int i = 0; i < r->sc->endings; i++) {
        const struct ending *ending = &r->sc->ending[i];
        begin(r, ending->id);
        words_text(r->w, "at", ending->last ? "last" : "any");
        words_flag(r->w, "ruin", ending->ruin);
        write_when(r, "when", ending->when);
        write_numbers(r, "utility", ending->utility, MAX_PARTIES);
        end(r);
    }
    end(r);
    write_amount(r, "utility", r->sc->utility);
}

void words_write_rules(struct json_writer *w, const struct scenario *sc)
{
    const struct rules r = { .w = w, .sc = sc };
    json_write_begin_object(w);
    words_text(w, "id", sc->id);
    json_put_hex64(w, "hash", sc->hash);
    write_parties(&r);
    write_calendar(&r);
    write_beats(&r);
    write_meters(&r);
    write_culprits(&r);
    write_trace(&r);
    write_incidents(&r);
    write_moves(&r);
    write_commitments(&r, "agreements", false);
    write_commitments(&r, "promises", true);
    write_moments(&r);
    write_endings(&r);
    json_write_end_object(w);
}
