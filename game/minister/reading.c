/* reading.c: explaining the other side by scripts. */
#include "minister/reading.h"

#include "core/move.h"

struct reader {
    const struct scenario *sc;
    const struct state *s;
    int other;
    struct conduct conduct; /* as the other side sees it */
    int64_t weight[MODELS];
};

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

/* Nobody follows a script to the letter: a little of every family is always allowed. */
static void explain(struct reader *r, const struct mood *mood, int family)
{
    int64_t sum = 0;
    for (int i = 0; i < MODELS; i++) {
        r->weight[i] *= 10 + chance_of(script_table[i], *mood, family);
        sum += r->weight[i];
    }
    for (int i = 0; i < MODELS; i++) {
        r->weight[i] = r->weight[i] * READING_SUM / sum + 1;
    }
}

static void note(void *context, int mover, int family, struct occasion when)
{
    struct reader *r = context;
    if (mover == r->other) {
        const struct beat *beat = &r->sc->beat[when.beat];
        const bool opens = when.case_at >= 0 && beat->place == 0;
        const struct mood mood = {
            .by = beat->by,
            .place = beat->place,
            .pick = beat->pick > 0,
            .theirs = r->conduct.theirs,
            .wronged = opens && conduct_wronged(r->sc, r->s, mover, when.case_at),
        };
        explain(r, &mood, family);
    }
    conduct_note(&r->conduct, mover == r->other, family);
}

void reading_of(const struct scenario *sc, const struct view *view, int weight[MODELS])
{
    struct reader reader = { .sc = sc, .s = &view->s, .other = 1 - view->party };
    for (int i = 0; i < MODELS; i++) {
        reader.weight[i] = READING_SUM / MODELS;
    }
    conduct_read(sc, &view->s, (struct conduct_reader){ reader.other, note, &reader });
    for (int i = 0; i < MODELS; i++) {
        weight[i] = (int)reader.weight[i];
    }
}
