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

static int round_of(const struct builder *b, const struct step *step, const struct change *c)
{
    if (c->case_at >= 0 && arrival(b->sc, c->row)) {
        return b->now.s.file[c->case_at].field[FIELD_ROUND];
    }
    return step->round;
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

static void add_step(struct builder *b, const struct step *step)
{
    const struct ledger *ledger = &step->ledger;
    if (ledger->count == 0) {
        return;
    }
    const struct narrator *n = builder_at(b, step->after);
    for (int i = 0; i < ledger->count; i++) {
        const struct change *c = &ledger->change[i];
        const int round = round_of(b, step, c);
        add_change(b, n, round, c);
        if (ledger_commitment(b->sc, c->slot) >= 0) {
            b->event[b->events++] = (struct ledger_event){ round, ledger_event(n, ledger, i) };
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
    size_t room = 1;
    for (int i = 0; i < match_steps(b->m); i++) {
        room += (size_t)match_step(b->m, i)->ledger.count;
    }
    b->change = pool_take(b->pool, room * sizeof *b->change);
    b->event = pool_take(b->pool, room * sizeof *b->event);
    for (int i = 0; i < match_steps(b->m); i++) {
        add_step(b, match_step(b->m, i));
    }
    note_start(b);
}
