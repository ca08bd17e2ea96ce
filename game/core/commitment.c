/* commitment.c: agreements and promises. */
#include "core/commitment.h"

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

static void look_at(struct context *c, int commitment)
{
    const struct commitment *k = &c->sc->commitment[commitment];
    if (k->can_break && row_holds(c, k->broken_when)) {
        finish(c, k, k->broken);
    } else if (k->promise && k->can_keep && row_holds(c, k->kept_when)) {
        finish(c, k, k->kept);
    }
}

/* Calls `what` for a commitment where it is in force, with its giver as own. */
static inline void visit(struct context *c, int commitment, void (*what)(struct context *, int))
{
    const struct commitment *k = &c->sc->commitment[commitment];
    for (int p = 0; p <= k->promise; p++) {
        if (c->s->slot[k->slot + p]) {
            row_turn(c, p);
            what(c, commitment);
        }
    }
}

void commitment_look(struct context *c)
{
    const int own = c->own;
    const struct compiled *k = &c->sc->compiled;
    for (int i = 0; i < k->looks; i++) {
        const struct pledge *look = &k->look[i];
        if (c->s->slot[look->slot] | c->s->slot[look->slot + look->pair]) {
            visit(c, look->commitment, look_at);
        }
    }
    row_turn(c, own);
}

static void age_one(struct context *c, int commitment)
{
    const struct commitment *k = &c->sc->commitment[commitment];
    const int age = ++c->s->slot[age_of(k, c->own)];
    if (!k->due || age != k->due) {
        return;
    }
    if (!k->promise && k->can_keep && row_holds(c, k->kept_when)) {
        row_run(c, k->kept);
    } else {
        finish(c, k, k->lapsed);
    }
}

void commitment_age(struct context *c)
{
    const int own = c->own;
    for (int i = 0; i < c->sc->commitments; i++) {
        visit(c, i, age_one);
    }
    row_turn(c, own);
}
