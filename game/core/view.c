/* view.c: masking what one party may not know. */
#include "core/view.h"

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

/* What stands in the place of a hidden field: the look of a move, no id, or nothing. */
static int16_t masked(const struct case_file *file, int field)
{
    if (field >= FIELD_REAL && field < FIELD_REAL + MAX_ROUND_BEATS) {
        return file->field[FIELD_SEEN + field - FIELD_REAL];
    }
    const bool id = field == FIELD_CULPRIT || field == FIELD_FROM ||
                    (field >= FIELD_TRACE && field < FIELD_TRACE_END);
    return id ? NONE : 0;
}

static void mask_case(const struct scenario *sc, int party, struct case_file *file)
{
    const struct case_file truth = *file;
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (!view_sees_field(sc, &truth, party, i)) {
            file->field[i] = masked(&truth, i);
        }
    }
}

static void mask_slots(const struct scenario *sc, int party, struct state *s)
{
    for (int i = 0; i < sc->slots; i++) {
        if (!view_sees_slot(sc, party, i)) {
            s->slot[i] = is_pair(i, SLOT_MANDATE) ? NONE : 0;
        }
    }
}

/* A delay that only the truth could have started is not shown. */
static void mask_pending(const struct scenario *sc, struct state *s)
{
    int kept = 0;
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
    for (int i = 0; s->cases > 0 && i < sc->moves; i++) {
        const bool victim = s->file[s->cases - 1].field[FIELD_VICTIM] == party;
        if ((sc->beat[sc->move[i].beat].by == BY_VICTIM) != victim) {
            s->again &= ~((uint64_t)1 << i);
        }
    }
}

void view_of(const struct scenario *sc, const struct state *s, int party, struct view *out)
{
    memset(out, 0, sizeof *out);
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
