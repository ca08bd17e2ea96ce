/* swap_state.c: a state with everything swapped that one side may not know. */
#include "swap_state.h"

#include "core/move.h"
#include "core/view.h"

#include <string.h>

static int any(struct dice *dice, int lo, int hi)
{
    return lo + dice_roll(dice, hi - lo + 1);
}

static int any_legal(const struct scenario *sc, const struct state *s, struct dice *dice)
{
    int legal[MAX_LEGAL];
    const int count = move_legal(sc, s, legal);
    return legal[dice_roll(dice, count)];
}

static int any_form(const struct scenario *sc, int seen, struct dice *dice)
{
    int form[MAX_MOVES], forms = 0;
    for (int i = 0; i < sc->moves; i++) {
        if (sc->move[i].seen_as == seen) {
            form[forms++] = i;
        }
    }
    return form[dice_roll(dice, forms)];
}

static void swap_case(const struct scenario *sc, const struct case_file *old, int party,
                      struct dice *dice, int16_t *field)
{
    int16_t other[FIELD_COUNT];
    memcpy(other, field, sizeof other);
    other[FIELD_CULPRIT] = (int16_t)any(dice, 0, sc->culprits - 1);
    other[FIELD_GUILTY] = sc->culprit[other[FIELD_CULPRIT]].guilty;
    other[FIELD_FROM] = sc->culprit[other[FIELD_CULPRIT]].from;
    other[FIELD_CONFIDENCE] = (int16_t)any(dice, 0, 2);
    other[FIELD_TRACES] = (int16_t)any(dice, 1, 2);
    for (int i = FIELD_TRACE; i < FIELD_TRACE_END; i++) {
        other[i] = (int16_t)any(dice, 0, 2);
    }
    other[FIELD_FILE] = (int16_t)any(dice, 0, 1);
    other[FIELD_CHECKED] = (int16_t)any(dice, 0, 1);
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        const int seen = field[FIELD_SEEN + i];
        other[FIELD_REAL + i] = (int16_t)(seen == NONE ? NONE : any_form(sc, seen, dice));
    }
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (!view_sees_field(sc, old, party, i)) {
            field[i] = other[i];
        }
    }
}

static void swap_slots(const struct scenario *sc, int party, struct dice *dice, struct state *s)
{
    for (int i = 0; i < sc->slots; i++) {
        const int meter = sc->slot_meter[i];
        if (meter != NONE && !view_sees_slot(sc, party, i)) {
            s->slot[i] = (int16_t)any(dice, sc->meter[meter].lo, sc->meter[meter].hi);
        }
    }
    for (int p = 0; p < MAX_PARTIES; p++) {
        s->slot[SLOT_QUIET + p] = (int16_t)any(dice, 0, MAX_LEVELS - 1);
    }
    if (sc->mandates) {
        s->slot[SLOT_MANDATE + 1 - party] = (int16_t)any(dice, 0, sc->mandates - 1);
    }
}

/* Delays that only the truth could have started come and go. */
static void swap_pending(const struct scenario *sc, struct dice *dice, struct state *s)
{
    int kept = 0;
    for (int i = 0; i < s->pendings; i++) {
        if (!sc->row[s->pending[i].row].veiled || dice_roll(dice, 2)) {
            s->pending[kept++] = s->pending[i];
        }
    }
    memset(&s->pending[kept], 0, (size_t)(MAX_PENDING - kept) * sizeof *s->pending);
    for (int i = 1; i < sc->n_rows && kept < MAX_PENDING; i++) {
        if (sc->row[i].veiled && sc->row[i].delay && dice_roll(dice, 2)) {
            s->pending[kept++] = (struct pending){ .row = (uint16_t)i,
                                                   .case_at = (int8_t)(s->cases - 1),
                                                   .round = (uint16_t)(state_round(s) + 1) };
        }
    }
    s->pendings = (int8_t)kept;
}

/* What the other side has done in this round that nobody sees: its blind choice, and which of its
 * own services it asked. */
static void swap_doings(const struct scenario *sc, int party, struct dice *dice, struct state *s)
{
    if (state_over(s)) {
        return;
    }
    const struct beat *now = &sc->beat[state_beat(sc, s)];
    if (now->by == BY_BOTH) {
        if (party == 1 && s->side == 1) {
            s->side = 0;
            s->pick[0] = (uint16_t)any_legal(sc, s, dice);
            s->side = 1;
        }
        return;
    }
    const int theirs = s->file[s->cases - 1].field[FIELD_VICTIM] == party ? BY_SUSPECT : BY_VICTIM;
    for (int i = 0; i < sc->moves; i++) {
        const struct beat *beat = &sc->beat[sc->move[i].beat];
        if (sc->move[i].again && beat->by == theirs && beat->place <= now->place) {
            s->again ^= (uint64_t)dice_roll(dice, 2) << i;
        }
    }
}

struct state swap_state(const struct scenario *sc, const struct state *s, int party,
                        struct dice *dice)
{
    struct state other = *s;
    for (int i = 0; i < s->cases; i++) {
        swap_case(sc, &s->file[i], party, dice, other.file[i].field);
    }
    swap_slots(sc, party, dice, &other);
    swap_pending(sc, dice, &other);
    swap_doings(sc, party, dice, &other);
    return other;
}
