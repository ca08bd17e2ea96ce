/* ledger_gather.c: all changes of the game that the party may see, a round at a time.
 *
 * A decision's ledger goes on to the next decision. What the arrival of the next incident did
 * belongs to the next round; all else of it, time passing over commitments included, to the
 * morning of its own. */
#include "match/table_build.h"

static bool arrival(const struct scenario *sc, int row)
{
    const struct rows rows = sc->moment[MOMENT_ARRIVAL];
    return row >= rows.first && row < rows.first + rows.count;
}

static int round_of(const struct builder *b, int round, const struct change *c)
{
    if (c->case_at >= 0 && arrival(b->sc, c->row)) {
        return b->now.s.file[c->case_at].field[FIELD_ROUND];
    }
    return round;
}

static void add_change(struct builder *b, const struct narrator *n, int round,
                       const struct change *c)
{
    const int meter = b->sc->slot_meter[c->slot];
    if (meter != NONE && b->sc->meter[meter].shown != SHOWN_NOT &&
        view_sees_slot(b->sc, b->party, c->slot)) {
        b->change[b->changes++] =
            (struct ledger_change){ round, c->slot, c->amount, ledger_text(n, c) };
    }
}

/* The changes of a ledger that led to state `after` (match_state), in or after round `round`. */
static void add_ledger(struct builder *b, const struct ledger *ledger, int after, int round)
{
    if (ledger->count == 0) {
        return;
    }
    const struct narrator *n = builder_at(b, after);
    for (int i = 0; i < ledger->count; i++) {
        const struct change *c = &ledger->change[i];
        const int in = round_of(b, round, c);
        add_change(b, n, in, c);
        if (ledger_commitment(b->sc, c->slot) >= 0) {
            b->event[b->events++] = (struct ledger_event){ in, ledger_event(n, ledger, i) };
        }
    }
}

static void note_start(struct builder *b)
{
    for (int i = 0; i < b->sc->slots; i++) {
        b->begun[i] = b->now.s.slot[i];
    }
    for (int i = 0; i < b->changes; i++) {
        if (b->change[i].round == state_round(&b->now.s)) {
            b->begun[b->change[i].slot] -= b->change[i].amount;
        }
    }
}

void table_gather(struct builder *b)
{
    size_t room = 1 + (size_t)match_opening(b->m)->count;
    for (int i = 0; i < match_steps(b->m); i++) {
        room += (size_t)match_step(b->m, i)->ledger.count;
    }
    b->change = pool_take(b->pool, room * sizeof *b->change);
    b->event = pool_take(b->pool, room * sizeof *b->event);
    add_ledger(b, match_opening(b->m), 0, 1);
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        add_ledger(b, &step->ledger, step->after, step->round);
    }
    note_start(b);
}
