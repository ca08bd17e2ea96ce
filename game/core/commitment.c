/* commitment.c: agreements and promises. */
#include "core/commitment.h"

#include "core/bits.h"

/* Party slots for a promise; an agreement has one number for both. */
static int slot_of(const struct commitment *k, int party)
{
    return k->slot + (k->promise ? party : 0);
}

static int age_of(const struct commitment *k, int party)
{
    return k->age + (k->promise ? party : 0);
}

bool commitment_stands(const struct scenario *sc, const struct state *s, int commitment, int party)
{
    return s->slot[slot_of(&sc->commitment[commitment], party)] != 0;
}

static void begin(struct context *c, const struct commitment *k)
{
    row_change(c, slot_of(k, c->own), 1);
    c->s->slot[age_of(k, c->own)] = 0;
    c->s->slot[SLOT_AGREEMENTS] = (int16_t)(c->s->slot[SLOT_AGREEMENTS] + !k->promise);
}

static void end(struct context *c, const struct commitment *k)
{
    row_change(c, slot_of(k, c->own), -1);
    c->s->slot[age_of(k, c->own)] = 0;
    c->s->slot[SLOT_AGREEMENTS] = (int16_t)(c->s->slot[SLOT_AGREEMENTS] - !k->promise);
}

static bool hangs(const struct context *c, int commitment)
{
    const struct commitment *k = &c->sc->commitment[commitment];
    return k->needs != NONE && !k->promise && commitment_stands(c->sc, c->s, commitment, 0) &&
           !commitment_stands(c->sc, c->s, k->needs, 0);
}

/* What rested on something that has ended ends with it, and so on. */
static void end_dependents(struct context *c)
{
    for (int i = 0; i < c->sc->commitments; i++) {
        if (hangs(c, i)) {
            end(c, &c->sc->commitment[i]);
            i = -1;
        }
    }
}

static void finish(struct context *c, const struct commitment *k, struct rows rows)
{
    end(c, k);
    row_run(c, rows);
    if (!k->promise) {
        end_dependents(c);
    }
}

void commitment_sign(struct context *c, int commitment)
{
    const struct commitment *k = &c->sc->commitment[commitment];
    begin(c, k);
    c->s->slot[SLOT_SIGNED]++;
    row_run(c, k->signing);
}

void commitment_promise(struct context *c, int commitment)
{
    if (!commitment_stands(c->sc, c->s, commitment, c->own)) {
        begin(c, &c->sc->commitment[commitment]);
        row_run(c, c->sc->commitment[commitment].signing);
    }
}

static bool rested_on(const struct context *c, int commitment)
{
    for (int i = 0; i < c->sc->commitments; i++) {
        const struct commitment *k = &c->sc->commitment[i];
        if (k->needs == commitment && !k->promise && commitment_stands(c->sc, c->s, i, 0)) {
            return true;
        }
    }
    return false;
}

void commitment_break(struct context *c, int commitment)
{
    for (int i = 0; i < c->sc->commitments; i++) {
        const struct commitment *k = &c->sc->commitment[i];
        const bool meant = commitment == NONE ? !k->promise && !rested_on(c, i) : i == commitment;
        if (meant && commitment_stands(c->sc, c->s, i, c->own)) {
            finish(c, k, k->broken);
            return;
        }
    }
}

void commitment_upkeep(struct context *c)
{
    for (int i = 0; i < c->sc->commitments; i++) {
        const struct commitment *k = &c->sc->commitment[i];
        if (!k->promise && commitment_stands(c->sc, c->s, i, 0)) {
            row_run(c, k->upkeep);
        }
    }
}

/* Those in force, as bits. */
static inline uint32_t in_force(const struct context *c, const struct pledges *pledges)
{
    uint32_t set = 0;
    for (int i = 0; i < pledges->count; i++) {
        set |= (uint32_t)(c->s->slot[pledges->at[i].slot] != 0) << i;
    }
    return set;
}

/* Calls `what` for each that is in force, with its giver as own. It says whether it did anything:
 * others may then have come into force, or out of it. */
static inline void visit(struct context *c, const struct pledges *pledges,
                         bool (*what)(struct context *, const struct commitment *))
{
    const int own = c->own;
    for (uint32_t left = in_force(c, pledges); left;) {
        const int i = bits_first(left);
        const struct pledge *pledge = &pledges->at[i];
        left &= left - 1;
        row_turn(c, pledge->party);
        if (what(c, &c->sc->commitment[pledge->commitment])) {
            left = in_force(c, pledges) >> i >> 1 << i << 1;
        }
    }
    row_turn(c, own);
}

static bool look_at(struct context *c, const struct commitment *k)
{
    if (k->can_break && row_holds(c, k->broken_when)) {
        finish(c, k, k->broken);
        return true;
    }
    if (k->promise && k->can_keep && row_holds(c, k->kept_when)) {
        finish(c, k, k->kept);
        return true;
    }
    return false;
}

void commitment_look(struct context *c)
{
    visit(c, &c->sc->compiled.watched, look_at);
}

static bool age_one(struct context *c, const struct commitment *k)
{
    const int age = ++c->s->slot[age_of(k, c->own)];
    if (!k->due || age != k->due) {
        return false;
    }
    if (!k->promise && k->can_keep && row_holds(c, k->kept_when)) {
        row_run(c, k->kept);
    } else {
        finish(c, k, k->lapsed);
    }
    return true;
}

void commitment_age(struct context *c)
{
    visit(c, &c->sc->compiled.given, age_one);
}
