/* determinise.c: a whole world that fits what a party knows. */
#include "core/case.h"
#include "minister/belief.h"
#include "minister/script.h"
#include "minister/suspicion.h"

struct world {
    const struct scenario *sc;
    const struct view *view;
    struct dice *dice;
    struct state *s;
};

/* ---- draws ---- */

static int draw(struct dice *dice, const int32_t *weight, int count)
{
    int64_t sum = 0;
    for (int i = 0; i < count; i++) {
        sum += weight[i];
    }
    int at = dice_roll(dice, sum ? (int)sum : 1);
    for (int i = 0; i < count; i++) {
        if (at < weight[i]) {
            return i;
        }
        at -= weight[i];
    }
    return 0;
}

static bool percent(struct dice *dice, int chance)
{
    return dice_roll(dice, 100) < chance;
}

/* ---- numbers ---- */

static void fill_slots(struct world *w)
{
    for (int i = 0; i < w->sc->meters; i++) {
        const struct meter *m = &w->sc->meter[i];
        for (int p = 0; p <= m->party; p++) {
            if (!view_sees_slot(w->sc, w->view->party, m->slot + p)) {
                w->s->slot[m->slot + p] = m->start[p][dice_roll(w->dice, m->starts[p])];
            }
        }
    }
    if (w->sc->mandates) {
        w->s->slot[SLOT_MANDATE + 1 - w->view->party] =
            (int16_t)dice_roll(w->dice, w->sc->mandates);
    }
    w->s->slot[SLOT_QUIET] = w->s->slot[SLOT_QUIET + 1] = 1;
}

/* The hidden numbers of a side that weigh culprits take the levels of a state. */
static void set_levels(struct world *w, int side, int state)
{
    for (int i = 0; i < w->sc->opacities; i++) {
        const struct opacity *o = &w->sc->opacity[i];
        const int slot = o->ref.index + side;
        if (!view_sees_slot(w->sc, w->view->party, slot)) {
            w->s->slot[slot] = w->sc->compiled.hidden.level[i][state];
        }
    }
}

/* ---- cases ---- */

static void fill_culprit(struct world *w, int16_t *field, int culprit)
{
    field[FIELD_CULPRIT] = (int16_t)culprit;
    field[FIELD_GUILTY] = w->sc->culprit[culprit].guilty;
    field[FIELD_FROM] = w->sc->culprit[culprit].from;
}

/* Does everything the suspect has been heard to say allow this file? */
static bool file_fits(const struct world *w, const int16_t *field, int file)
{
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        const int beat = suspicion_beat(w->sc, field, place);
        if (beat >= 0 && w->sc->beat[beat].by == BY_SUSPECT && field[FIELD_SEEN + place] != NONE &&
            suspicion_forms(w->sc, field[FIELD_SEEN + place], file) == 0) {
            return false;
        }
    }
    return true;
}

static void fill_file(struct world *w, int16_t *field)
{
    const bool us = file_fits(w, field, 1), not_us = file_fits(w, field, 0);
    const bool drawn = percent(w->dice, w->sc->culprit[field[FIELD_CULPRIT]].file);
    field[FIELD_FILE] = (int16_t)(us && not_us ? drawn : us);
    field[FIELD_CHECKED] = 0;
}

static int draw_confidence(struct world *w)
{
    const int32_t weight[MAX_CONFIDENCE] = { w->sc->confidence[0], w->sc->confidence[1],
                                             w->sc->confidence[2] };
    return draw(w->dice, weight, MAX_CONFIDENCE);
}

static int draw_tier(struct world *w, const int16_t *field, int tier)
{
    const int truth = case_tier_truth(w->sc, tier, field[FIELD_CULPRIT]);
    const unsigned wrong = w->sc->compiled.tier_values[tier] & ~(1u << truth);
    if (!wrong || percent(w->dice, w->sc->tier[tier].accuracy[field[FIELD_CONFIDENCE]])) {
        return truth;
    }
    int32_t weight[32];
    for (int i = 0; i < 32; i++) {
        weight[i] = (int32_t)(wrong >> i & 1u);
    }
    return draw(w->dice, weight, 32);
}

static void fill_trace(struct world *w, int16_t *field)
{
    field[FIELD_CONFIDENCE] = (int16_t)draw_confidence(w);
    field[FIELD_TRACES] = 1;
    for (int tier = 0; tier < w->sc->tiers; tier++) {
        field[FIELD_TRACE + tier] = (int16_t)draw_tier(w, field, tier);
    }
}

/* What looked like `seen` was one of the moves that look so and fit the file. */
static int draw_form(struct world *w, int seen, int file)
{
    const struct beat *beat = &w->sc->beat[w->sc->move[seen].beat];
    int form[MAX_MOVES], forms = 0;
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        if (w->sc->move[i].seen_as == seen && suspicion_could(w->sc, i, file)) {
            form[forms++] = i;
        }
    }
    return forms ? form[dice_roll(w->dice, forms)] : seen;
}

static void fill_forms(struct world *w, const struct case_file *known, int16_t *field)
{
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        const int seen = field[FIELD_SEEN + place];
        if (seen != NONE && !view_sees_field(w->sc, known, w->view->party, FIELD_REAL + place)) {
            field[FIELD_REAL + place] = (int16_t)draw_form(w, seen, field[FIELD_FILE]);
        }
    }
}

static void fill_case(struct world *w, int case_at, int culprit)
{
    const struct case_file *known = &w->view->s.file[case_at];
    int16_t *field = w->s->file[case_at].field;
    if (!field[FIELD_REVEALED]) {
        fill_culprit(w, field, culprit);
    }
    if (field[FIELD_VICTIM] == w->view->party) {
        fill_file(w, field);
    } else {
        fill_trace(w, field);
    }
    fill_forms(w, known, field);
}

static int draw_past(struct world *w, const struct belief *belief, int case_at)
{
    int32_t weight[MAX_CULPRITS];
    for (int c = 0; c < w->sc->culprits; c++) {
        weight[c] = belief->past[case_at][c];
    }
    return draw(w->dice, weight, w->sc->culprits);
}

/* The case at hand: levels of its suspect and culprit together, then the streak's law. */
static void fill_at_hand(struct world *w, const struct belief *belief, int case_at)
{
    const int at = draw(w->dice, &belief->joint[0][0], belief->states * MAX_CULPRITS);
    const int culprit = at % MAX_CULPRITS;
    fill_case(w, case_at, culprit);
    const int suspect = 1 - w->s->file[case_at].field[FIELD_VICTIM];
    set_levels(w, suspect,
               w->sc->compiled.hidden.after[w->sc->culprit[culprit].guilty][at / MAX_CULPRITS]);
}

/* The other side has chosen blind already: somebody like it chooses in its place. */
static void fill_pick(struct world *w)
{
    const int own = w->s->side;
    w->s->side = 0;
    w->s->pick[0] = (uint16_t)script_play(w->sc, w->s, script_find("family-random"), w->dice);
    w->s->side = (int8_t)own;
}

void belief_determinise(const struct scenario *sc, const struct view *view,
                        const struct belief *belief, struct dice *dice, struct state *out)
{
    struct world w = { sc, view, dice, out };
    const bool incident = sc->round_kind[view->s.slot[SLOT_CALENDAR]].incident;
    *out = view->s;
    fill_slots(&w);
    set_levels(&w, 1 - view->party, draw(dice, belief->weight, belief->states));
    set_levels(&w, view->party, draw(dice, belief->own, belief->states));
    for (int i = 0; i < out->cases - incident; i++) {
        fill_case(&w, i, draw_past(&w, belief, i));
    }
    if (incident) {
        fill_at_hand(&w, belief, out->cases - 1);
    } else if (out->side == 1 && view->party == 1) {
        fill_pick(&w);
    }
}
