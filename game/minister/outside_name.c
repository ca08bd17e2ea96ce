/* outside_name.c: the names that numbers have in the scenario format, for messages to a program. */
#include "minister/outside_words.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

const char *const words_families[FAMILY_COUNT] = { "cooperate", "accuse", "deny" };
static const char *const froms[FROM_COUNT] = { "suspect", "other", "nobody" };
static const char *const files[] = { "not-us", "us" };
static const char *const stamps[] = { "silent", "open", "straight", "false" };

static const struct {
    int slot;
    bool pair;
    const char *name;
} slots[] = {
    { SLOT_ROUND, false, "round" },       { SLOT_ACT, false, "act" },
    { SLOT_CALENDAR, false, "calendar" }, { SLOT_AGREEMENTS, false, "agreements" },
    { SLOT_SIGNED, false, "signed" },     { SLOT_SEVERE, false, "severe-done" },
    { SLOT_REPEATED, false, "repeated" }, { SLOT_ENDING, false, "ending" },
    { SLOT_PICKED, true, "picked" },      { SLOT_MANDATE, true, "mandate" },
    { SLOT_VICTIMS, true, "victims" },    { SLOT_QUIET, true, "quiet" },
    { SLOT_FAMILY, true, "family" },      { SLOT_FAMILY_BEFORE, true, "family-before" },
    { SLOT_STRUCK, true, "struck" },
};

static const struct {
    int field;
    const char *name;
} fields[] = {
    { FIELD_ROUND, "round" },
    { FIELD_ACT, "act" },
    { FIELD_VICTIM, "victim" },
    { FIELD_INCIDENT, "incident" },
    { FIELD_KIND, "kind" },
    { FIELD_SEVERITY, "severity" },
    { FIELD_SEVERE, "severe" },
    { FIELD_CULPRIT, "culprit" },
    { FIELD_GUILTY, "guilty" },
    { FIELD_FROM, "from" },
    { FIELD_CONFIDENCE, "confidence" },
    { FIELD_FILE, "file" },
    { FIELD_CHECKED, "checked" },
    { FIELD_REVEALED, "revealed" },
    { FIELD_WORD, "word" },
};

static bool print(char *out, size_t size, const char *name, const char *middle, const char *last)
{
    const int length =
        snprintf(out, size, "%s%s%s%s", name, middle, last ? "." : "", last ? last : "");
    assert(length > 0 && (size_t)length < size);
    (void)length;
    return true;
}

/* A number that each side has: `at` is 0 or 1. */
static const char *owner(const struct scenario *sc, bool pair, int at)
{
    return pair ? sc->actor[at].id : NULL;
}

static bool commitment_name(const struct scenario *sc, int slot, char *out, size_t size)
{
    for (int i = 0;; i++) {
        assert(i < sc->commitments); /* a slot that is no meter's is one's */
        const struct commitment *c = &sc->commitment[i];
        for (int p = 0; p < (c->promise ? MAX_PARTIES : 1); p++) {
            if (slot == c->slot + p) {
                return print(out, size, c->id, "", owner(sc, c->promise, p));
            }
            if (slot == c->age + p) {
                return print(out, size, c->id, ".age", owner(sc, c->promise, p));
            }
        }
    }
}

bool words_slot_name(const struct scenario *sc, int slot, char *out, size_t size)
{
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        if (slot == slots[i].slot || (slots[i].pair && slot == slots[i].slot + 1)) {
            return print(out, size, slots[i].name, "",
                         owner(sc, slots[i].pair, slot - slots[i].slot));
        }
    }
    if (slot < SLOT_FIRST_METER || slot >= sc->slots) {
        return false;
    }
    if (sc->slot_meter[slot] == NONE) {
        return commitment_name(sc, slot, out, size);
    }
    const struct meter *meter = &sc->meter[sc->slot_meter[slot]];
    return print(out, size, meter->id, "", owner(sc, meter->party, slot - meter->slot));
}

static bool trace_name(const struct scenario *sc, int at, char *out, size_t size)
{
    const int tier = at % MAX_TIERS;
    if (tier >= sc->tiers) {
        return false;
    }
    return print(out, size, sc->tier[tier].culprit ? "trace-culprit" : "trace",
                 at < MAX_TIERS ? "" : "-2", NULL);
}

/* The beat at that place in a kind of round: of any with an incident where the kind is not told. */
static bool beat_name(const struct scenario *sc, int round_kind, int place, const char *last,
                      char *out, size_t size)
{
    for (int i = 0; i < sc->beats; i++) {
        const struct beat *beat = &sc->beat[i];
        const bool here = round_kind < 0 ? beat->by != BY_BOTH : beat->round_kind == round_kind;
        if (here && beat->place == place) {
            return print(out, size, beat->id, last, NULL);
        }
    }
    return false;
}

bool words_field_name(const struct scenario *sc, int round_kind, int field, char *out, size_t size)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (field == fields[i].field) {
            return print(out, size, fields[i].name, "", NULL);
        }
    }
    if (field >= FIELD_TRACE && field < FIELD_TRACE_END) {
        return trace_name(sc, field - FIELD_TRACE, out, size);
    }
    if (field >= FIELD_SEEN && field < FIELD_SEEN + MAX_ROUND_BEATS) {
        return beat_name(sc, round_kind, field - FIELD_SEEN, "", out, size);
    }
    if (field >= FIELD_REAL && field < FIELD_REAL + MAX_ROUND_BEATS) {
        return beat_name(sc, round_kind, field - FIELD_REAL, ".really", out, size);
    }
    return false;
}

bool words_field_flag(int field)
{
    return field == FIELD_SEVERE || field == FIELD_GUILTY || field == FIELD_CHECKED;
}

/* ---- values ---- */

/* A value is one of `count`, or greater for none of them. */
static bool is_one(int value, int count)
{
    assert(value >= 0);
    return value < count;
}

static const char *pick(const char *const *names, int count, int value)
{
    return is_one(value, count) ? names[value] : NULL;
}

const char *words_slot_id(const struct scenario *sc, int slot, int value)
{
    switch (slot) {
    case SLOT_CALENDAR:
        return sc->round_kind[value].id;
    case SLOT_ENDING:
        return is_one(value, sc->endings) ? sc->ending[value].id : NULL;
    case SLOT_MANDATE:
    case SLOT_MANDATE + 1:
        return is_one(value, sc->mandates) ? sc->mandate[value].id : NULL;
    case SLOT_FAMILY:
    case SLOT_FAMILY + 1:
    case SLOT_FAMILY_BEFORE:
    case SLOT_FAMILY_BEFORE + 1:
        return pick(words_families, FAMILY_COUNT, value);
    default:
        return NULL;
    }
}

static const char *culprit_id(const struct scenario *sc, int value)
{
    return is_one(value, sc->culprits) ? sc->culprit[value].id : NULL;
}

const char *words_field_id(const struct scenario *sc, int field, int value)
{
    if (field >= FIELD_TRACE && field < FIELD_TRACE_END) {
        const int tier = (field - FIELD_TRACE) % MAX_TIERS;
        return tier < sc->tiers && sc->tier[tier].culprit ? culprit_id(sc, value)
                                                          : pick(froms, FROM_COUNT, value);
    }
    if (field >= FIELD_SEEN && field < FIELD_REAL + MAX_ROUND_BEATS) {
        return is_one(value, sc->moves) ? sc->move[value].id : NULL;
    }
    switch (field) {
    case FIELD_VICTIM:
        return sc->actor[value].id;
    case FIELD_INCIDENT:
        return sc->incident[value].id;
    case FIELD_KIND:
        return is_one(value, sc->kinds) ? sc->kind[value].id : NULL;
    case FIELD_CULPRIT:
        return culprit_id(sc, value);
    case FIELD_FROM:
        return pick(froms, FROM_COUNT, value);
    case FIELD_FILE:
        return pick(files, 2, value);
    case FIELD_WORD:
        return pick(stamps, 4, value);
    default:
        return NULL;
    }
}

/* ---- members ---- */

void words_text(struct json_writer *w, const char *key, const char *value)
{
    json_put_string(w, key, value);
}

void words_number(struct json_writer *w, const char *key, int64_t value)
{
    json_put_int64(w, key, value);
}

void words_flag(struct json_writer *w, const char *key, bool value)
{
    json_put_bool(w, key, value);
}
