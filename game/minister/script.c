/* script.c: what a script sees, and the move it makes of its temper. */
#include "minister/script.h"

#include "core/row.h"
#include "minister/belief.h"
#include "minister/habit.h"
#include "minister/scripts/scripts.h"

#include <string.h>

/* In the order in which ministers are listed. */
const struct script *const script_table[SCRIPTS] = {
    &script_always_cooperate,
    &script_always_accuse,
    &script_always_deny,
    &script_tit_for_tat,
    &script_generous,
    &script_hard_line,
    &script_soft_line,
    &script_family_random,
    &script_tit_for_two_tats,
    &script_pavlov,
    &script_contrite,
    &script_gradual,
    &script_grim,
    &script_prober,
    &script_sneak,
    &script_bully,
};

int script_find(const char *name)
{
    for (int i = 0; i < SCRIPTS; i++) {
        if (strcmp(script_table[i]->name, name) == 0) {
            return i;
        }
    }
    return -1;
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
    m.wronged = beat->by == BY_VICTIM && beat->place == 0 && conduct_wronged(sc, s, own, case_at);
    if ((script->reads & READS_TRACE) && beat->by == BY_VICTIM) {
        m.guilty = belief_trace(sc, s, case_at);
    }
    if (script->reads & READS_HOUR) {
        const struct context c = row_reader(sc, s, own, case_at);
        m.prudent = sc->caution[0] && row_holds(&c, sc->caution[0]);
        m.grave = sc->caution[1] && row_holds(&c, sc->caution[1]);
    }
    if (script->reads & READS_PAST) {
        m.past = conduct_of(sc, s, own);
    }
    return m;
}

int script_play(const struct scenario *sc, const struct state *s, int script, struct dice *dice)
{
    const struct mood mood = mood_of(sc, s, script_table[script]);
    const struct temper t = script_table[script]->temper(&mood);
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
