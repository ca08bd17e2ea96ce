/* outside_view.c: what a side may know, as JSON: the observation of a decision, and what is new in
 * it since the one before. Everything is read from views. */
#include "minister/outside_words.h"

#include "core/move.h"
#include "minister/belief.h"

#include <stdio.h>
#include <string.h>

/* ---- numbers ---- */

static bool is_own(const struct scenario *sc, int slot)
{
    const int meter = sc->slot_meter[slot];
    return slot >= SLOT_FIRST_METER && meter != NONE && sc->meter[meter].see == SEE_OWN;
}

/* In force or not: what "meters" has, as transcripts do; its age is among the other numbers. */
static bool is_commitment(const struct scenario *sc, int slot)
{
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *c = &sc->commitment[i];
        if (slot == c->slot || (c->promise && slot == c->slot + 1)) {
            return true;
        }
    }
    return false;
}

/* Does a slot belong into "meters", else into "numbers"? */
static bool is_meter(const struct scenario *sc, int slot)
{
    return slot >= SLOT_FIRST_METER && (sc->slot_meter[slot] != NONE || is_commitment(sc, slot));
}

/* The mandate is private, and whether a move is repeated is known while it is applied only. */
static bool is_shown(const struct scenario *sc, const struct view *view, int slot)
{
    const bool aside = slot == SLOT_MANDATE || slot == SLOT_MANDATE + 1 || slot == SLOT_REPEATED ||
                       slot == SLOT_ENDING;
    return !aside && view_sees_slot(sc, view->party, slot);
}

static void write_slot(struct json_writer *w, const struct scenario *sc, const struct view *view,
                       int slot)
{
    char name[OUTSIDE_NAME];
    if (words_slot_name(sc, slot, name, sizeof name)) {
        const char *id = words_slot_id(sc, slot, view->s.slot[slot]);
        if (id != NULL) {
            words_text(w, name, id);
        } else {
            words_number(w, name, view->s.slot[slot]);
        }
    }
}

static void write_slots(struct json_writer *w, const struct scenario *sc, const struct view *view,
                        const char *key, bool meters)
{
    json_write_key(w, key);
    json_write_begin_object(w);
    for (int slot = 0; slot < sc->slots; slot++) {
        if (is_meter(sc, slot) == meters && is_shown(sc, view, slot)) {
            write_slot(w, sc, view, slot);
        }
    }
    json_write_end_object(w);
}

/* ---- cases ---- */

static void write_field(struct json_writer *w, const struct scenario *sc,
                        const struct case_file *file, int field)
{
    char name[OUTSIDE_NAME];
    const int value = file->field[field];
    const int kind = sc->calendar[file->field[FIELD_ROUND] - 1];
    if (!words_field_name(sc, kind, field, name, sizeof name)) {
        return;
    }
    const char *id = words_field_id(sc, field, value);
    json_write_key(w, name);
    if (id != NULL) {
        json_write_string(w, id);
    } else if (value == NONE) {
        json_write_null(w); /* nothing chosen or drawn yet */
    } else if (words_field_flag(field)) {
        json_write_bool(w, value != 0);
    } else {
        json_write_int64(w, value);
    }
}

void words_write_case(struct json_writer *w, const struct scenario *sc, const struct view *view,
                      int case_at)
{
    const struct case_file *file = &view->s.file[case_at];
    json_write_begin_object(w);
    for (int field = 0; field < FIELD_COUNT; field++) {
        const bool truth = field == FIELD_WORD && file->field[FIELD_REVEALED] == 0;
        if (!truth && view_sees_field(sc, file, view->party, field)) {
            write_field(w, sc, file, field);
        }
        if (field == FIELD_VICTIM) {
            words_text(w, "suspect", sc->actor[1 - file->field[FIELD_VICTIM]].id);
        }
    }
    json_write_end_object(w);
}

static bool has_case(const struct scenario *sc, const struct view *view)
{
    return sc->round_kind[view->s.slot[SLOT_CALENDAR]].incident && view->s.cases > 0;
}

static void write_cases(struct json_writer *w, const struct scenario *sc, const struct view *view)
{
    const int closed = view->s.cases - has_case(sc, view);
    json_write_key(w, "incident");
    if (has_case(sc, view)) {
        words_write_case(w, sc, view, closed);
    } else {
        json_write_null(w);
    }
    json_write_key(w, "cases");
    json_write_begin_array(w);
    for (int i = 0; i < closed; i++) {
        words_write_case(w, sc, view, i);
    }
    json_write_end_array(w);
}

/* ---- what both chose at once ---- */

/* The open beat by both in a round, or -1. */
static int open_beat(const struct scenario *sc, int round)
{
    const struct round_kind *kind = &sc->round_kind[sc->calendar[round - 1]];
    for (int i = kind->beats - 1; i >= 0; i--) {
        const struct beat *beat = &sc->beat[kind->beat[i]];
        if (beat->by == BY_BOTH && !beat->secret) {
            return kind->beat[i];
        }
    }
    return -1;
}

/* The choice that a side is known to have made there, or -1. */
static int choice_of(const struct scenario *sc, const struct state *s, int round, int party)
{
    const int beat = open_beat(sc, round);
    const int said = s->said[round - 1][party];
    if (beat < 0 || round > s->slot[SLOT_ROUND] ||
        (round == s->slot[SLOT_ROUND] && s->place <= sc->beat[beat].place)) {
        return -1;
    }
    const bool fits = sc->beat[beat].pick ? (said & MOVE_SET) != 0 : sc->move[said].beat == beat;
    return fits ? said : -1;
}

static void write_event(struct json_writer *w, const char *what, int round)
{
    json_write_begin_object(w);
    words_text(w, "e", what);
    words_number(w, "round", round);
}

static void write_move(struct json_writer *w, const struct scenario *sc, int round, int beat,
                       int party, int move)
{
    char name[OUTSIDE_MOVE];
    move_name(sc, move, name, sizeof name);
    write_event(w, "move", round);
    words_text(w, "beat", sc->beat[beat].id);
    words_text(w, "party", sc->actor[party].id);
    words_text(w, "move", name);
    words_text(w, "family", words_families[move_family(sc, move)]);
}

static void write_choices(struct json_writer *w, const struct scenario *sc, const struct view *view)
{
    json_write_key(w, "choices");
    json_write_begin_array(w);
    for (int round = 1; round <= view->s.slot[SLOT_ROUND]; round++) {
        for (int party = 0; party < MAX_PARTIES; party++) {
            const int move = choice_of(sc, &view->s, round, party);
            if (move >= 0) {
                write_move(w, sc, round, open_beat(sc, round), party, move);
                json_write_end_object(w);
            }
        }
    }
    json_write_end_array(w);
}

/* ---- the observation ---- */

/* Rounds in which the side's own word has turned out false. */
static void write_lies(struct json_writer *w, const struct view *view)
{
    json_write_key(w, "lies");
    json_write_begin_array(w);
    for (int i = 0; i < view->s.cases; i++) {
        const int16_t *field = view->s.file[i].field;
        if (field[FIELD_VICTIM] != view->party && field[FIELD_REVEALED] &&
            field[FIELD_WORD] == WORD_FALSE) {
            json_write_int64(w, field[FIELD_ROUND]);
        }
    }
    json_write_end_array(w);
}

static void write_private(struct json_writer *w, const struct scenario *sc, const struct view *view)
{
    json_write_key(w, "private");
    json_write_begin_object(w);
    words_text(w, "mandate",
               words_slot_id(sc, SLOT_MANDATE, view->s.slot[SLOT_MANDATE + view->party]));
    for (int slot = SLOT_FIRST_METER; slot < sc->slots; slot++) {
        if (is_own(sc, slot) && is_shown(sc, view, slot)) {
            words_number(w, sc->meter[sc->slot_meter[slot]].id, view->s.slot[slot]);
        }
    }
    const int16_t *field = has_case(sc, view) ? view->s.file[view->s.cases - 1].field : NULL;
    const bool suspect = field != NULL && field[FIELD_VICTIM] != view->party;
    words_text(w, "file", suspect ? words_field_id(sc, FIELD_FILE, field[FIELD_FILE]) : NULL);
    write_lies(w, view);
    json_write_end_object(w);
}

/* What the traces so far make of the suspect, for its victim. */
static void write_belief(struct json_writer *w, const struct scenario *sc, const struct view *view)
{
    const int at = view->s.cases - 1;
    json_write_key(w, "belief");
    json_write_begin_object(w);
    json_write_key(w, "guilty");
    if (has_case(sc, view) && view->s.file[at].field[FIELD_VICTIM] == view->party) {
        int culprit[MAX_CULPRITS];
        json_write_fixed(w, belief_case(sc, view, at, culprit), 3);
    } else {
        json_write_null(w);
    }
    json_write_end_object(w);
}

/* Moves that the side has seen or made. */
static int history(const struct scenario *sc, const struct view *view)
{
    int n = 0;
    for (int i = 0; i < view->s.cases; i++) {
        for (int place = 0; place < MAX_ROUND_BEATS; place++) {
            n += view->s.file[i].field[FIELD_SEEN + place] != NONE;
        }
    }
    for (int round = 1; round <= view->s.slot[SLOT_ROUND]; round++) {
        n += choice_of(sc, &view->s, round, 0) >= 0;
        n += choice_of(sc, &view->s, round, 1) >= 0;
    }
    return n;
}

void words_write_view(struct json_writer *w, const struct scenario *sc, const struct view *view)
{
    json_write_begin_object(w);
    words_text(w, "side", sc->actor[view->party].id);
    write_slots(w, sc, view, "meters", true);
    write_slots(w, sc, view, "numbers", false);
    write_private(w, sc, view);
    write_cases(w, sc, view);
    write_choices(w, sc, view);
    write_belief(w, sc, view);
    words_number(w, "history_len", history(sc, view));
    json_write_end_object(w);
}

/* ---- events ---- */

struct teller {
    struct json_writer *w;
    const struct scenario *sc;
    const struct view *now, *before; /* before: NULL after a start */
};

static void tell_arrival(const struct teller *t, const int16_t *field)
{
    write_event(t->w, "incident", field[FIELD_ROUND]);
    words_text(t->w, "incident", words_field_id(t->sc, FIELD_INCIDENT, field[FIELD_INCIDENT]));
    words_text(t->w, "kind", words_field_id(t->sc, FIELD_KIND, field[FIELD_KIND]));
    words_number(t->w, "severity", field[FIELD_SEVERITY]);
    words_text(t->w, "victim", t->sc->actor[field[FIELD_VICTIM]].id);
    words_text(t->w, "suspect", t->sc->actor[1 - field[FIELD_VICTIM]].id);
    json_write_end_object(t->w);
}

/* A move of a case that was not there before; the form that its own side chose, where it is known. */
static void tell_move(const struct teller *t, const int16_t *field, int place)
{
    const int kind = t->sc->calendar[field[FIELD_ROUND] - 1];
    const int beat = t->sc->round_kind[kind].beat[place];
    const int victim = field[FIELD_VICTIM];
    const int seen = field[FIELD_SEEN + place], real = field[FIELD_REAL + place];
    write_move(t->w, t->sc, field[FIELD_ROUND], beat,
               t->sc->beat[beat].by == BY_VICTIM ? victim : 1 - victim, seen);
    if (real != seen && real != NONE) {
        words_text(t->w, "really", t->sc->move[real].id);
    }
    json_write_end_object(t->w);
}

static void tell_truth(const struct teller *t, const int16_t *field)
{
    write_event(t->w, "truth", field[FIELD_REVEALED]);
    words_number(t->w, "of", field[FIELD_ROUND]);
    words_text(t->w, "culprit", words_field_id(t->sc, FIELD_CULPRIT, field[FIELD_CULPRIT]));
    words_flag(t->w, "guilty", field[FIELD_GUILTY] != 0);
    words_text(t->w, "word", words_field_id(t->sc, FIELD_WORD, field[FIELD_WORD]));
    json_write_end_object(t->w);
}

static void tell_case(const struct teller *t, int at)
{
    const int16_t *now = t->now->s.file[at].field;
    const bool known = t->before != NULL && at < t->before->s.cases;
    const int16_t *before = known ? t->before->s.file[at].field : NULL;
    if (before == NULL) {
        tell_arrival(t, now);
    }
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        const int seen = now[FIELD_SEEN + place];
        if (seen != NONE && (before == NULL || before[FIELD_SEEN + place] != seen)) {
            tell_move(t, now, place);
        }
    }
    if (now[FIELD_REVEALED] && (before == NULL || !before[FIELD_REVEALED])) {
        tell_truth(t, now);
    }
}

static void tell_choices(const struct teller *t, int round)
{
    for (int party = 0; party < MAX_PARTIES; party++) {
        const int now = choice_of(t->sc, &t->now->s, round, party);
        const int before = t->before ? choice_of(t->sc, &t->before->s, round, party) : -1;
        if (now >= 0 && before < 0) {
            write_move(t->w, t->sc, round, open_beat(t->sc, round), party, now);
            json_write_end_object(t->w);
        }
    }
}

static void tell_changes(const struct teller *t)
{
    for (int slot = SLOT_FIRST_METER; slot < t->sc->slots && t->before != NULL; slot++) {
        const int from = t->before->s.slot[slot], to = t->now->s.slot[slot];
        char name[OUTSIDE_NAME];
        if (from != to && is_meter(t->sc, slot) && is_shown(t->sc, t->now, slot) &&
            words_slot_name(t->sc, slot, name, sizeof name)) {
            write_event(t->w, "change", t->now->s.slot[SLOT_ROUND]);
            words_text(t->w, "number", name);
            words_number(t->w, "from", from);
            words_number(t->w, "to", to);
            json_write_end_object(t->w);
        }
    }
}

void words_write_events(struct json_writer *w, const struct scenario *sc, const struct view *now,
                        const struct view *before)
{
    const struct teller t = { .w = w, .sc = sc, .now = now, .before = before };
    json_write_begin_array(w);
    for (int i = 0; i < now->s.cases; i++) {
        tell_case(&t, i);
    }
    for (int round = 1; round <= now->s.slot[SLOT_ROUND]; round++) {
        tell_choices(&t, round);
    }
    tell_changes(&t);
    json_write_end_array(w);
}
