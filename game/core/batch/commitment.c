/* commitment.c: agreements and promises, in many games. */
#include "core/batch/rows.h"

/* Does it stand, for the side that is own? */
static void stands(const struct batch *b, const struct commitment *k, const union lanes *yes,
                   union lanes *out)
{
    const union lanes *slot = &b->slot[k->slot];
    LANES_EACH (i) {
        const lane_part own = k->promise ? b->own.part[i] : (lane_part){ 0 };
        const lane_part number =
            k->promise ? (slot[0].part[i] & ~own) | (slot[1].part[i] & own) : slot[0].part[i];
        out->part[i] = yes->part[i] & (number != 0);
    }
}

/* Puts 0 where own's rounds are counted. */
static void clear_age(struct batch *b, const struct commitment *k, const union lanes *yes)
{
    for (int p = 0; p < (k->promise ? MAX_PARTIES : 1); p++) {
        union lanes of;
        lanes_equal(&of, yes, &b->own, k->promise ? -p : 0);
        lanes_put(&b->slot[k->age + p], k->promise ? &of : yes, 0);
    }
}

static void change(struct batch *b, const struct commitment *k, int by, const union lanes *yes)
{
    for (int p = 0; p < (k->promise ? MAX_PARTIES : 1); p++) {
        union lanes of;
        lanes_equal(&of, yes, &b->own, -p);
        batch_change(b, k->slot + p, by, k->promise ? &of : yes);
    }
    clear_age(b, k, yes);
    lanes_add(&b->slot[SLOT_AGREEMENTS], yes, k->promise ? 0 : by);
}

static void hangs(const struct batch *b, const struct commitment *k, const union lanes *yes,
                  union lanes *out)
{
    union lanes rests;
    stands(b, k, yes, out);
    stands(b, &b->sc->commitment[k->needs], out, &rests);
    lanes_less(out, out, &rests);
}

static void end_dependents(struct batch *b, const union lanes *yes)
{
    for (int i = 0; i < b->sc->commitments; i++) {
        const struct commitment *k = &b->sc->commitment[i];
        union lanes gone;
        if (k->needs == NONE || k->promise) {
            continue;
        }
        hangs(b, k, yes, &gone);
        if (lanes_any(&gone)) {
            change(b, k, -1, &gone);
            i = -1;
        }
    }
}

static void finish(struct batch *b, const struct commitment *k, struct rows rows,
                   const union lanes *yes)
{
    if (!lanes_any(yes)) {
        return;
    }
    change(b, k, -1, yes);
    batch_run(b, rows, yes);
    if (!k->promise) {
        end_dependents(b, yes);
    }
}

void batch_sign(struct batch *b, int commitment, const union lanes *yes)
{
    const struct commitment *k = &b->sc->commitment[commitment];
    if (lanes_any(yes)) {
        change(b, k, 1, yes);
        lanes_add(&b->slot[SLOT_SIGNED], yes, 1);
        batch_run(b, k->signing, yes);
    }
}

void batch_promise(struct batch *b, int commitment, const union lanes *yes)
{
    const struct commitment *k = &b->sc->commitment[commitment];
    union lanes given, news;
    stands(b, k, yes, &given);
    lanes_less(&news, yes, &given);
    if (lanes_any(&news)) {
        change(b, k, 1, &news);
        batch_run(b, k->signing, &news);
    }
}

/* Of those, where an agreement in force rests on it. */
static void rested_on(const struct batch *b, int commitment, const union lanes *yes,
                      union lanes *out)
{
    lanes_fill(out, 0);
    for (int i = 0; i < b->sc->commitments; i++) {
        const struct commitment *k = &b->sc->commitment[i];
        if (k->needs == commitment && !k->promise) {
            union lanes by;
            stands(b, k, yes, &by);
            lanes_or(out, out, &by);
        }
    }
}

void batch_break(struct batch *b, int commitment, const union lanes *yes)
{
    union lanes left = *yes;
    for (int i = 0; i < b->sc->commitments && lanes_any(&left); i++) {
        const struct commitment *k = &b->sc->commitment[i];
        union lanes meant, rests;
        if (commitment == NONE ? k->promise : i != commitment) {
            continue;
        }
        stands(b, k, &left, &meant);
        if (commitment == NONE) {
            rested_on(b, i, &meant, &rests);
            lanes_less(&meant, &meant, &rests);
        }
        finish(b, k, k->broken, &meant);
        lanes_less(&left, &left, &meant);
    }
}

void batch_upkeep(struct batch *b)
{
    for (int i = 0; i < b->sc->commitments; i++) {
        const struct commitment *k = &b->sc->commitment[i];
        if (!k->promise && k->upkeep.count > 0) {
            union lanes yes;
            stands(b, k, &b->goes_on, &yes);
            batch_run(b, k->upkeep, &yes);
        }
    }
}

/* Calls `what` for each that is in force in some of the games, with its giver as own. */
static void visit(struct batch *b, const struct pledges *pledges, const union lanes *among,
                  void (*what)(struct batch *, const struct commitment *, const union lanes *))
{
    const union lanes own = b->own;
    for (int i = 0; i < pledges->count; i++) {
        union lanes yes;
        LANES_EACH (k) {
            yes.part[k] = among->part[k] & (b->slot[pledges->at[i].slot].part[k] != 0);
        }
        if (lanes_any(&yes)) {
            batch_turn(b, pledges->at[i].party);
            what(b, &b->sc->commitment[pledges->at[i].commitment], &yes);
        }
    }
    b->own = own;
}

static void look_at(struct batch *b, const struct commitment *k, const union lanes *yes)
{
    union lanes left = *yes, so;
    if (k->can_break) {
        batch_holds(b, k->broken_when, &left, &so);
        lanes_less(&left, &left, &so);
        finish(b, k, k->broken, &so);
    }
    if (k->promise && k->can_keep) {
        batch_holds(b, k->kept_when, &left, &so);
        finish(b, k, k->kept, &so);
    }
}

void batch_look(struct batch *b, const union lanes *yes)
{
    visit(b, &b->sc->compiled.watched, yes, look_at);
}

static void age_one(struct batch *b, const struct commitment *k, const union lanes *yes)
{
    union lanes *age = &b->slot[k->age + (k->promise ? b->own.of[0] & 1 : 0)];
    union lanes due, kept, lapsed;
    lanes_add(age, yes, 1);
    if (!k->due) {
        return;
    }
    lanes_equal(&due, yes, age, k->due);
    lanes_fill(&kept, 0);
    if (!k->promise && k->can_keep) {
        batch_holds(b, k->kept_when, &due, &kept);
        batch_run(b, k->kept, &kept);
    }
    lanes_less(&lapsed, &due, &kept);
    finish(b, k, k->lapsed, &lapsed);
}

void batch_age(struct batch *b)
{
    visit(b, &b->sc->compiled.given, &b->goes_on, age_one);
}
