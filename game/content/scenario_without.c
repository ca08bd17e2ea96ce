/* scenario_without.c: a scenario without one of its facts. */
#include "content/scenario_facts.h"
#include "core/bits.h"

#include <stdio.h>
#include <string.h>

struct without {
    struct scenario *sc;
    uint16_t never; /* a condition that never holds */
    char *why;      /* what cannot be done, or "" */
    size_t size;
};

/* The suspect's file is neither of its two values: no row asks twice, and whoever weighs what a
 * move could hide leaves a move with this condition out. */
static bool add_never(struct without *w)
{
    struct scenario *sc = w->sc;
    if (sc->n_whens == MAX_WHENS || sc->n_tests == MAX_TESTS) {
        snprintf(w->why, w->size, "the scenario has no room left for a condition");
        return false;
    }
    sc->test[sc->n_tests] =
        (struct test){ .ref = { .who = WHO_CASE, .index = FIELD_FILE }, .ids = true };
    sc->when[sc->n_whens] = (struct when){ .first_test = (uint16_t)sc->n_tests++, .tests = 1 };
    w->never = (uint16_t)sc->n_whens++;
    return true;
}

/* ---- rows ---- */

static void rows_off(struct without *w, struct rows rows)
{
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        w->sc->row[i].when = w->never;
    }
}

static void rule_off(struct without *w, int rule)
{
    for (int i = 1; i < w->sc->n_rows; i++) {
        if (w->sc->row[i].source == SOURCE_RULE && w->sc->row[i].element == rule) {
            w->sc->row[i].when = w->never;
        }
    }
}

/* It adds nothing to what it changed. */
static void op_off(struct op *op, struct ref target)
{
    *op = (struct op){ .verb = OP_ADD, .target = target };
}

/* ---- what is chosen ---- */

/* A default move stays possible, whatever it carries, and does nothing. */
static void move_off(struct without *w, int index)
{
    struct move *move = &w->sc->move[index];
    rows_off(w, move->now);
    rows_off(w, move->revealed);
    if (w->sc->beat[move->beat].fallback != index) {
        move->when = w->never;
    }
    for (int i = 0; i < w->sc->agreements && move->each; i++) {
        w->sc->commitment[w->sc->agreement[i]].when = w->never;
    }
}

static void commitment_off(struct without *w, int index)
{
    struct commitment *commitment = &w->sc->commitment[index];
    const struct rows rows[] = { commitment->signing, commitment->upkeep, commitment->kept,
                                 commitment->broken, commitment->lapsed };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        rows_off(w, rows[i]);
    }
    commitment->when = w->never;
    for (int i = 0; i < w->sc->n_ops; i++) {
        struct op *op = &w->sc->op[i];
        if (op->verb == OP_PROMISE && op->target.index == index) {
            op_off(op, (struct ref){ .who = WHO_OWN, .index = commitment->slot });
        }
    }
}

static void meter_off(struct without *w, int index)
{
    for (int i = 0; i < w->sc->n_ops; i++) {
        struct op *op = &w->sc->op[i];
        if (op->verb <= OP_TOWARD && op->target.who != WHO_CASE &&
            op->target.index == w->sc->meter[index].slot) {
            op_off(op, op->target);
        }
    }
}

/* ---- incidents ---- */

static void culprit_off(struct without *w, int culprit)
{
    for (int i = 0; i < w->sc->incidents; i++) {
        struct incident *incident = &w->sc->incident[i];
        bool others = false;
        for (int k = 0; k < w->sc->culprits; k++) {
            others = others || (k != culprit && incident->culprit[k] > 0);
        }
        if (others) {
            incident->culprit[culprit] = 0;
        }
    }
}

static void tier_off(struct without *w, int tier)
{
    const int values = bits_count(w->sc->compiled.tier_values[tier]);
    for (int i = 0; i < MAX_CONFIDENCE; i++) {
        w->sc->tier[tier].accuracy[i] = (int16_t)(100 / (values ? values : 1));
    }
}

static void trace_off(struct without *w)
{
    for (int i = 0; i < w->sc->tiers; i++) {
        tier_off(w, i);
    }
}

static void kind_off(struct without *w, int kind)
{
    for (int i = 0; i < w->sc->incidents; i++) {
        if (w->sc->incident[i].kind == kind) {
            w->sc->incident[i].weight = 0;
        }
    }
}

static void belief_off(struct without *w, int opacity)
{
    w->sc->opacity[opacity].keep = 100;
    w->sc->opacity[opacity].shift = 0;
    w->sc->opacity[opacity].share = 0;
}

/* ---- the rest ---- */

static void ending_off(struct without *w, int ending)
{
    if (ending + 1 == w->sc->endings) {
        snprintf(w->why, w->size,
                 "the ending %s cannot be taken out: it is what is left where no other holds",
                 w->sc->ending[ending].id);
    }
    w->sc->ending[ending].when = w->never;
}

static void mandate_off(struct without *w, int mandate)
{
    w->sc->mandate[mandate].kept = w->never;
    w->sc->mandate[mandate].utility = 0;
}

static void text_off(struct without *w, int text)
{
    w->sc->text[text].when = w->never;
    w->sc->text[text].plain = false;
}

static void tag_off(struct without *w, const struct tag *tag)
{
    switch ((enum tag_kind)tag->kind) {
    case TAG_ROW:
        w->sc->row[tag->index].when = w->never;
        break;
    case TAG_RULE:
        rule_off(w, tag->index);
        break;
    case TAG_MOVE:
        move_off(w, tag->index);
        break;
    case TAG_AGREEMENT:
    case TAG_PROMISE:
        commitment_off(w, tag->index);
        break;
    case TAG_METER:
        meter_off(w, tag->index);
        break;
    case TAG_CULPRIT:
        culprit_off(w, tag->index);
        break;
    case TAG_TRACE:
        trace_off(w);
        break;
    case TAG_TIER:
        tier_off(w, tag->index);
        break;
    case TAG_BELIEF:
        belief_off(w, tag->index);
        break;
    case TAG_KIND:
        kind_off(w, tag->index);
        break;
    case TAG_INCIDENT:
        w->sc->incident[tag->index].weight = 0;
        break;
    case TAG_ENDING:
        ending_off(w, tag->index);
        break;
    case TAG_MANDATE:
        mandate_off(w, tag->index);
        break;
    case TAG_SETTLE:
        w->sc->settle_kind = NONE;
        break;
    case TAG_BEAT:
        w->sc->beat[tag->index].when = w->never;
        break;
    case TAG_TEXT:
        text_off(w, tag->index);
        break;
    default: /* people, places and sources have no part in the rules */
        break;
    }
}

/* A round that brings an incident must find one; the severe one stays away where none is left. */
static void check_decks(struct without *w, bool ordinary)
{
    struct scenario *sc = w->sc;
    if (ordinary && sc->compiled.deck[0].size == 0) {
        snprintf(w->why, w->size, "no incident would be left");
    }
    if (sc->compiled.deck[1].size == 0) {
        sc->severe_from = sc->severe_to = 0;
    }
}

int scenario_fact(const struct scenario *sc, const char *id)
{
    for (int i = 0; i < sc->facts; i++) {
        if (strcmp(sc->fact[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

const char *scenario_without(struct scenario *sc, int fact, char *why, size_t size)
{
    struct without w = { .sc = sc, .why = why, .size = size };
    const bool ordinary = sc->compiled.deck[0].size > 0;
    why[0] = '\0';
    if (!add_never(&w)) {
        return why;
    }
    for (int i = 0; i < sc->tags && why[0] == '\0'; i++) {
        if (sc->tag[i].fact == fact) {
            tag_off(&w, &sc->tag[i]);
        }
    }
    scenario_compile(sc);
    check_decks(&w, ordinary);
    return why[0] == '\0' ? NULL : why;
}
