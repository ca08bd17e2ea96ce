/* script.c: the scripts, one a row of the table at the end. */
#include "minister/script.h"

#include "core/row.h"
#include "minister/belief.h"
#include "minister/habit.h"

#include <string.h>

static struct temper leaning(int cooperate, int accuse, int deny)
{
    return (struct temper){ .chance = { cooperate, accuse, deny } };
}

static struct temper always(int family)
{
    struct temper t = leaning(0, 0, 0);
    t.chance[family] = 100;
    return t;
}

static struct temper always_cooperate(const struct mood *m)
{
    (void)m;
    return always(FAMILY_COOPERATE);
}

static struct temper always_accuse(const struct mood *m)
{
    (void)m;
    return always(FAMILY_ACCUSE);
}

static struct temper always_deny(const struct mood *m)
{
    (void)m;
    return always(FAMILY_DENY);
}

static struct temper family_random(const struct mood *m)
{
    (void)m;
    return leaning(34, 33, 33);
}

/* Does as was last done to it, in words or in deeds, unless it is time to be careful: then it gives
 * way, but what it did not do it denies. A deed that came out is answered, in private. */
static struct temper tit_for_tat(const struct mood *m)
{
    if (m->wronged && !m->grave) {
        struct temper t = always(FAMILY_ACCUSE);
        t.softly = true;
        return t;
    }
    if (m->prudent && m->theirs != FAMILY_COOPERATE) {
        return always(m->by == BY_SUSPECT && !m->us ? FAMILY_DENY : FAMILY_COOPERATE);
    }
    return always(m->theirs);
}

/* The same, but lets four in ten words go by: noise must not become a feud (Wu and Axelrod 1995). */
static struct temper generous(const struct mood *m)
{
    struct temper t = tit_for_tat(m);
    if (t.chance[FAMILY_COOPERATE] == 0 && !m->wronged) {
        t.chance[m->theirs] = 60;
        t.chance[FAMILY_COOPERATE] = 40;
    }
    return t;
}

static struct temper hard_answer(const struct mood *m)
{
    const int other_way = m->us ? FAMILY_DENY : FAMILY_COOPERATE;
    if (m->grave) {
        return always(other_way);
    }
    struct temper t = leaning(0, 50, 0);
    t.chance[other_way] = 50;
    return t;
}

/* Charges, presses and gives its services free rein; signs only what the hour demands, and lowers
 * its voice only when that is grave. */
static struct temper hard_line(const struct mood *m)
{
    if (m->pick) {
        return always(m->prudent ? FAMILY_COOPERATE : FAMILY_DENY);
    }
    if (m->by == BY_SUSPECT) {
        return hard_answer(m);
    }
    if (m->by == BY_VICTIM && m->place > 0) { /* it has been answered */
        return always(m->theirs == FAMILY_COOPERATE ? FAMILY_COOPERATE
                      : m->grave                    ? FAMILY_DENY
                                                    : FAMILY_ACCUSE);
    }
    struct temper t = always(FAMILY_ACCUSE);
    t.softly = m->by == BY_VICTIM && (m->grave || m->guilty < 500);
    return t;
}

static struct temper soft_line(const struct mood *m)
{
    return always(m->by == BY_SUSPECT && m->us ? FAMILY_DENY : FAMILY_COOPERATE);
}

const struct script script_table[SCRIPTS] = {
    { "always-cooperate", "cooperates, whatever happens", always_cooperate, false, false },
    { "always-accuse", "accuses, whatever happens", always_accuse, false, false },
    { "always-deny", "denies, whatever happens", always_deny, false, false },
    { "tit-for-tat", "does as was last done to it", tit_for_tat, false, true },
    { "generous", "tit for tat that forgives four times in ten", generous, false, true },
    { "hard-line", "charges, presses and signs little", hard_line, true, true },
    { "soft-line", "cooperates, and denies what its own services did", soft_line, false, false },
    { "family-random", "draws a family of moves, then a move", family_random, false, false },
};

int script_find(const char *name)
{
    for (int i = 0; i < SCRIPTS; i++) {
        if (strcmp(script_table[i].name, name) == 0) {
            return i;
        }
    }
    return -1;
}

/* Does a move itself bring the truth out, as an admission does? */
static bool reveals(const struct scenario *sc, int move)
{
    const struct rows rows = sc->move[move].now;
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        for (int k = 0; k < sc->row[i].ops; k++) {
            if (sc->op[sc->row[i].first_op + k].verb == OP_REVEAL) {
                return true;
            }
        }
    }
    return false;
}

/* Did the suspect of a case own up to it? */
static bool admitted(const struct scenario *sc, const int16_t *field)
{
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        const int beat = scenario_beat(sc, field[FIELD_ROUND], place);
        const int move = field[FIELD_SEEN + place];
        if (beat >= 0 && sc->beat[beat].by == BY_SUSPECT && move != NONE && reveals(sc, move)) {
            return true;
        }
    }
    return false;
}

bool script_wronged(const struct scenario *sc, const struct state *s, int own, int case_at)
{
    const int now = s->file[case_at].field[FIELD_ROUND];
    int opened = 0; /* the round of the last case that own opened */
    for (int i = 0; i < case_at; i++) {
        const int16_t *field = s->file[i].field;
        opened = field[FIELD_VICTIM] == own ? field[FIELD_ROUND] : opened;
    }
    for (int i = 0; i < case_at; i++) {
        const int16_t *field = s->file[i].field;
        const int out = field[FIELD_REVEALED];
        if (field[FIELD_VICTIM] == own && out != 0 && out >= opened && out <= now &&
            field[FIELD_GUILTY] == 1 && !admitted(sc, field)) {
            return true;
        }
    }
    return false;
}

static struct mood mood_of(const struct scenario *sc, const struct state *s,
                           const struct script *script)
{
    const struct beat *beat = &sc->beat[state_beat(sc, s)];
    const int own = s->side;
    const int case_at = beat->by == BY_BOTH ? -1 : s->cases - 1;
    struct mood m = {
        .by = beat->by,
        .place = beat->place,
        .pick = beat->pick > 0,
        .theirs = s->slot[SLOT_FAMILY + 1 - own],
    };
    m.us = beat->by == BY_SUSPECT && s->file[case_at].field[FIELD_FILE] == 1;
    m.wronged = beat->by == BY_VICTIM && beat->place == 0 && script_wronged(sc, s, own, case_at);
    if (script->weighs && beat->by == BY_VICTIM) {
        m.guilty = belief_trace(sc, s, case_at);
    }
    if (script->careful) {
        const struct context c = row_reader(sc, s, own, case_at);
        m.prudent = sc->caution[0] && row_holds(&c, sc->caution[0]);
        m.grave = sc->caution[1] && row_holds(&c, sc->caution[1]);
    }
    return m;
}

int script_play(const struct scenario *sc, const struct state *s, int script, struct dice *dice)
{
    const struct mood mood = mood_of(sc, s, &script_table[script]);
    const struct temper t = script_table[script].temper(&mood);
    int roll = dice_roll(dice, 100);
    int family = 0;
    while (family < FAMILY_COUNT - 1 && roll >= t.chance[family]) {
        roll -= t.chance[family++];
    }
    return habit_move(sc, s, family, t.softly, dice);
}

int script_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                  uint64_t dice)
{
    struct dice own = { dice };
    return script_play(sc, &view->s, self->kind, &own);
}
