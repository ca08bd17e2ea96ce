/* view.c: masking what one party may not know. */
#include "core/view.h"

#include "core/compile.h"

#include <stddef.h>
#include <string.h>

static bool is_pair(int slot, int first)
{
    return slot == first || slot == first + 1;
}

bool view_sees_slot(const struct scenario *sc, int party, int slot)
{
    if (is_pair(slot, SLOT_QUIET)) {
        return false;
    }
    if (is_pair(slot, SLOT_MANDATE)) {
        return slot == SLOT_MANDATE + party;
    }
    const int at = sc->slot_meter[slot];
    if (at == NONE) {
        return true;
    }
    const struct meter *m = &sc->meter[at];
    return m->see == SEE_ALL || (m->see == SEE_OWN && slot == m->slot + party);
}

static bool traces_id(int field)
{
    return field >= FIELD_TRACE && field < FIELD_TRACE_END;
}

static bool traces(int field)
{
    return field >= FIELD_CONFIDENCE && field < FIELD_TRACE_END;
}

bool view_sees_field(const struct scenario *sc, const struct case_file *file, int party, int field)
{
    const bool victim = file->field[FIELD_VICTIM] == party;
    if (field == FIELD_CULPRIT || field == FIELD_GUILTY || field == FIELD_FROM) {
        return file->field[FIELD_REVEALED] != 0;
    }
    if (traces(field)) {
        return victim;
    }
    if (field == FIELD_FILE || field == FIELD_CHECKED) {
        return !victim;
    }
    if (field >= FIELD_REAL && field < FIELD_REAL + MAX_ROUND_BEATS) {
        const int kind = sc->calendar[file->field[FIELD_ROUND] - 1];
        const int place = field - FIELD_REAL;
        const bool by_victim = place < sc->round_kind[kind].beats &&
                               sc->beat[sc->round_kind[kind].beat[place]].by == BY_VICTIM;
        return file->field[FIELD_REVEALED] != 0 || by_victim == victim;
    }
    return true;
}

/* ---- worked out once ---- */

static bool is_real(int field)
{
    return field >= FIELD_REAL && field < FIELD_REAL + MAX_ROUND_BEATS;
}

/* What stands in the place of a hidden field, but for a move: no id, or nothing. */
static int16_t masked(int field)
{
    const bool id = field == FIELD_CULPRIT || field == FIELD_FROM || traces_id(field);
    return id ? NONE : 0;
}

static void compile_case(const struct scenario *sc, const struct case_file *file, int party,
                         struct case_sight *out)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        const bool sees = view_sees_field(sc, file, party, i);
        out->keep[i] = sees ? -1 : 0;
        out->instead[i] = (int16_t)(sees || is_real(i) ? 0 : masked(i));
    }
}

static void compile_cases(struct scenario *sc)
{
    for (int round = 0; round < sc->rounds; round++) {
        for (int k = 0; k < 4; k++) {
            struct case_file file = { { 0 } };
            file.field[FIELD_ROUND] = (int16_t)(round + 1);
            file.field[FIELD_REVEALED] = (int16_t)(k & 1);
            file.field[FIELD_VICTIM] = 0;
            compile_case(sc, &file, k & 2 ? 0 : 1,
                         &sc->case_sight[sc->calendar[round]][k >> 1][k & 1]);
        }
    }
}

void compile_views(struct scenario *sc)
{
    for (int p = 0; p < MAX_PARTIES; p++) {
        struct slot_sight *out = &sc->slot_sight[p];
        for (int i = 0; i < MAX_SLOTS; i++) {
            const bool sees = i >= sc->slots || view_sees_slot(sc, p, i);
            out->keep[i] = sees ? -1 : 0;
            out->instead[i] = !sees && is_pair(i, SLOT_MANDATE) ? NONE : 0;
        }
    }
    compile_cases(sc);
}

/* ---- a view ---- */

static void mask_slots(const struct scenario *sc, int party, struct state *s)
{
    const struct slot_sight *sight = &sc->slot_sight[party];
    for (int i = 0; i < MAX_SLOTS; i++) {
        s->slot[i] = (int16_t)((s->slot[i] & sight->keep[i]) | sight->instead[i]);
    }
}

static void mask_case(const struct scenario *sc, int party, struct case_file *file)
{
    int16_t *field = file->field;
    const int kind = sc->calendar[field[FIELD_ROUND] - 1];
    const struct case_sight *sight =
        &sc->case_sight[kind][field[FIELD_VICTIM] == party][field[FIELD_REVEALED] != 0];
    for (int i = 0; i < FIELD_COUNT; i++) {
        field[i] = (int16_t)((field[i] & sight->keep[i]) | sight->instead[i]);
    }
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        if (!sight->keep[FIELD_REAL + i]) {
            field[FIELD_REAL + i] = field[FIELD_SEEN + i];
        }
    }
}

/* A delay that only the truth could have started is not shown. */
static void mask_pending(const struct scenario *sc, struct state *s)
{
    int kept = 0;
    if (s->pendings == 0) {
        return;
    }
    for (int i = 0; i < s->pendings; i++) {
        if (!sc->row[s->pending[i].row].veiled) {
            s->pending[kept++] = s->pending[i];
        }
    }
    memset(&s->pending[kept], 0, (size_t)(MAX_PENDING - kept) * sizeof s->pending[0]);
    s->pendings = (int8_t)kept;
}

/* A beat that was kept open is known to the side that kept it open. */
static void mask_again(const struct scenario *sc, int party, struct state *s)
{
    for (int i = 0; s->again && s->cases > 0 && i < sc->moves; i++) {
        const bool victim = s->file[s->cases - 1].field[FIELD_VICTIM] == party;
        if ((sc->beat[sc->move[i].beat].by == BY_VICTIM) != victim) {
            s->again &= ~((uint64_t)1 << i);
        }
    }
}

void view_of(const struct scenario *sc, const struct state *s, int party, struct view *out)
{
    memset(out, 0, offsetof(struct view, s)); /* what lies between the two as well */
    out->party = party;
    out->s = *s;
    mask_slots(sc, party, &out->s);
    mask_pending(sc, &out->s);
    for (int i = 0; i < s->cases; i++) {
        mask_case(sc, party, &out->s.file[i]);
    }
    out->s.pick[1 - party] = 0;
    mask_again(sc, party, &out->s);
}
