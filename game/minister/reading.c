/* reading.c: explaining the other side by scripts and by its habits. */
#include "minister/reading.h"

#include "core/commitment.h"
#include "core/move.h"
#include "minister/habit.h"

enum {
    FADING = 12, /* per cent of the weights that are dealt out anew after each move */
    LEEWAY = 10, /* per cent: nobody follows a script to the letter */
    WARY = 3     /* weight of a turncoat before the first move, where a script weighs one */
};

struct reader {
    struct reading *out;
    const struct scenario *sc;
    const struct state *s;
    int other;
    struct conduct conduct; /* as the other side sees it */
};

/* ---- a creature of habit ---- */

/* How often each family was seen, most of all in the same place and in answer to the same. */
static int leanings(const struct reading *r, int beat, int theirs, int lean[FAMILY_COUNT])
{
    int sum = 0;
    for (int f = 0; f < FAMILY_COUNT; f++) {
        int here = 0, anywhere = 0;
        for (int was = 0; was < FAMILY_COUNT; was++) {
            here += r->seen[beat][was][f];
            for (int b = 0; b < MAX_BEATS; b++) {
                anywhere += r->seen[b][was][f];
            }
        }
        lean[f] = 8 * r->seen[beat][theirs][f] + 4 * here + anywhere + 2;
        sum += lean[f];
    }
    return sum;
}

static int habitual_play(const struct reading *r, const struct scenario *sc, const struct state *s,
                         struct dice *dice)
{
    int lean[FAMILY_COUNT];
    const int theirs = s->slot[SLOT_FAMILY + 1 - s->side];
    int at = dice_roll(dice, leanings(r, state_beat(sc, s), theirs, lean));
    int family = 0;
    while (at >= lean[family]) {
        at -= lean[family++];
    }
    return habit_move(sc, s, family, false, dice);
}

/* ---- evidence ---- */

/* Per cent that a script leans to a family, over what it alone may have known. */
static int chance_of(const struct script *script, struct mood mood, int family)
{
    int sum = 0;
    for (int i = 0; i < 2; i++) {
        mood.us = mood.by == BY_SUSPECT && i == 0;
        mood.guilty = i == 0 ? 750 : 250;
        sum += script->temper(&mood).chance[family];
    }
    return sum / 2;
}

/* Per cent that a turncoat would be kind: it is before anything is signed, and after that perhaps. */
static int turncoat_kind(const struct reader *r, int rounds)
{
    for (int i = 0; i < rounds; i++) {
        if (r->s->said[i][0] & r->s->said[i][1] & (MOVE_SET - 1)) {
            return 50;
        }
    }
    return 100;
}

static void scale(const int64_t weight[SITTERS], struct reading *r)
{
    int64_t sum = 0;
    for (int i = 0; i < SITTERS; i++) {
        sum += weight[i];
    }
    for (int i = 0; i < SITTERS; i++) {
        const int64_t kept = weight[i] * READING_SUM / sum;
        r->weight[i] =
            (int)(kept * (100 - FADING) / 100 + READING_SUM * FADING / 100 / SITTERS + 1);
    }
}

static void explain(struct reader *r, const struct mood *mood, struct occasion when, int family)
{
    int64_t weight[SITTERS];
    for (int i = 0; i < SCRIPTS; i++) {
        const int chance = chance_of(script_table[i], *mood, family);
        weight[i] = (int64_t)r->out->weight[i] * (LEEWAY + chance);
    }
    int lean[FAMILY_COUNT];
    const int sum = leanings(r->out, when.beat, mood->theirs, lean);
    weight[HABITUAL] = (int64_t)r->out->weight[HABITUAL] * (LEEWAY + 100 * lean[family] / sum);
    const int kind = turncoat_kind(r, when.round - 1);
    weight[TURNCOAT] = (int64_t)r->out->weight[TURNCOAT] *
                       (LEEWAY + (family == FAMILY_COOPERATE ? kind : (100 - kind) / 2));
    scale(weight, r->out);
    r->out->seen[when.beat][mood->theirs][family]++;
}

static void note(void *context, int mover, int family, struct occasion when)
{
    struct reader *r = context;
    const struct beat *b = &r->sc->beat[when.beat];
    if (mover == r->other) {
        struct mood mood = { .by = b->by,
                             .place = b->place,
                             .pick = b->pick > 0,
                             .theirs = r->conduct.theirs,
                             .past = r->conduct };
        if (when.case_at >= 0) {
            mood.wronged = b->by == BY_VICTIM && b->place == 0 &&
                           conduct_wronged(r->sc, r->s, mover, when.case_at);
            mood.past.deeds = conduct_deeds(r->sc, r->s, mover, 1, when.case_at);
        }
        explain(r, &mood, when, family);
    }
    conduct_note(&r->conduct, mover == r->other, family);
}

void reading_of(const struct scenario *sc, const struct view *view, struct reading *out)
{
    *out = (struct reading){ .weight = { 0 } };
    for (int i = 0; i < SITTERS; i++) {
        out->weight[i] = READING_SUM * (i == TURNCOAT ? WARY : 1) / (SITTERS - 1 + WARY);
    }
    struct reader reader = { .out = out, .sc = sc, .s = &view->s, .other = 1 - view->party };
    conduct_read(sc, &view->s, (struct conduct_reader){ reader.other, note, &reader });
}

struct sitter reading_draw(const struct scenario *sc, const struct reading *r, struct dice *dice)
{
    int sum = 0;
    for (int i = 0; i < SITTERS; i++) {
        sum += r->weight[i];
    }
    int at = dice_roll(dice, sum);
    struct sitter out = { 0 };
    while (at >= r->weight[out.kind]) {
        at -= r->weight[out.kind++];
    }
    if (out.kind == TURNCOAT) {
        out.awaits = sc->agreements ? dice_roll(dice, sc->agreements) : 0;
    }
    return out;
}

static int turncoat(const struct scenario *sc, const struct state *s, int awaits)
{
    const bool stands = sc->agreements && commitment_stands(sc, s, sc->agreement[awaits], s->side);
    return script_find(stands ? "always-accuse" : "always-cooperate");
}

int reading_play(const struct reading *r, struct sitter sitter, const struct scenario *sc,
                 const struct state *s, struct dice *dice)
{
    switch (sitter.kind) {
    case HABITUAL:
        return habitual_play(r, sc, s, dice);
    case TURNCOAT:
        return script_play(sc, s, turncoat(sc, s, sitter.awaits), dice);
    default:
        return script_play(sc, s, sitter.kind, dice);
    }
}
