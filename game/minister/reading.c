/* reading.c: explaining the other side by scripts. */
#include "minister/reading.h"

#include "core/move.h"

struct reading {
    int64_t weight[SCRIPTS];
    int family[MAX_PARTIES]; /* last seen of each side, at the move being explained */
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

static void scale(struct reading *r)
{
    int64_t sum = 0;
    for (int i = 0; i < SCRIPTS; i++) {
        sum += r->weight[i];
    }
    for (int i = 0; i < SCRIPTS; i++) {
        r->weight[i] = r->weight[i] * READING_SUM / sum + 1;
    }
}

/* Nobody follows a script to the letter: a little of every family is always allowed. */
static void explain(struct reading *r, const struct beat *beat, bool wronged, int mover, int family)
{
    const struct mood mood = { .by = beat->by,
                               .place = beat->place,
                               .pick = beat->pick > 0,
                               .theirs = r->family[1 - mover],
                               .wronged = wronged };
    for (int i = 0; i < SCRIPTS; i++) {
        r->weight[i] *= 10 + chance_of(&script_table[i], mood, family);
    }
    scale(r);
}

static void read_case(struct reading *r, const struct scenario *sc, const struct state *s,
                      int case_at, int other)
{
    const int16_t *field = s->file[case_at].field;
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        const int beat = scenario_beat(sc, field[FIELD_ROUND], place);
        const int seen = field[FIELD_SEEN + place];
        if (beat < 0 || seen == NONE) {
            continue;
        }
        const int victim = field[FIELD_VICTIM];
        const int mover = sc->beat[beat].by == BY_VICTIM ? victim : 1 - victim;
        if (mover == other) {
            const bool wronged = place == 0 && script_wronged(sc, s, mover, case_at);
            explain(r, &sc->beat[beat], wronged, mover, sc->move[seen].family);
        }
        r->family[mover] = sc->move[seen].family;
    }
}

/* Sets of clauses, once both have chosen. */
static void read_sets(struct reading *r, const struct scenario *sc, const uint16_t *said, int round,
                      int other)
{
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        const int beat = scenario_beat(sc, round, place);
        if (beat >= 0 && sc->beat[beat].pick && (said[other] & MOVE_SET)) {
            explain(r, &sc->beat[beat], false, other, move_family(sc, said[other]));
            r->family[0] = move_family(sc, said[0]);
            r->family[1] = move_family(sc, said[1]);
        }
    }
}

void reading_of(const struct scenario *sc, const struct view *view, int weight[SCRIPTS])
{
    struct reading r = { .weight = { 0 } };
    const int other = 1 - view->party;
    for (int i = 0; i < SCRIPTS; i++) {
        r.weight[i] = READING_SUM / SCRIPTS;
    }
    int next = 0;
    for (int round = 1; round <= state_round(&view->s); round++) {
        if (next < view->s.cases && view->s.file[next].field[FIELD_ROUND] == round) {
            read_case(&r, sc, &view->s, next++, other);
        } else {
            read_sets(&r, sc, view->s.said[round - 1], round, other);
        }
    }
    for (int i = 0; i < SCRIPTS; i++) {
        weight[i] = (int)r.weight[i];
    }
}
