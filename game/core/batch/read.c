/* read.c: numbers, conditions and amounts, in many games. */
#include "core/batch/rows.h"

void batch_turn(struct batch *b, int own)
{
    lanes_fill(&b->own, -own);
}

void batch_about(struct batch *b, int case_at)
{
    b->case_at = case_at;
    LANES_EACH (i) {
        b->victim.part[i] = -b->field[case_at][FIELD_VICTIM].part[i];
    }
    b->own = b->victim;
}

/* Of a pair the first where there is a no, the second where there is a yes; `flip`: the other way. */
static const union lanes *choose_pair(const union lanes *pair, const union lanes *yes, int flip,
                                      union lanes *room)
{
    LANES_EACH (i) {
        const lane_part second = yes->part[i] ^ (int16_t)flip;
        room->part[i] = (pair[0].part[i] & ~second) | (pair[1].part[i] & second);
    }
    return room;
}

const union lanes *batch_number(const struct batch *b, struct ref ref, union lanes *room)
{
    const union lanes *slot = &b->slot[ref.index];
    switch (ref.who) {
    case WHO_SHARED:
    case WHO_FIRST:
        return slot;
    case WHO_SECOND:
        return slot + 1;
    case WHO_CASE:
        return &b->field[b->case_at][ref.index];
    case WHO_OWN:
    case WHO_OTHER:
        return choose_pair(slot, &b->own, ref.who == WHO_OTHER ? -1 : 0, room);
    default:
        return choose_pair(slot, &b->victim, ref.who == WHO_SUSPECT ? -1 : 0, room);
    }
}

static void within(const union lanes *value, int lo, int hi, union lanes *yes)
{
    const lane_part low = (lane_part){ 0 } + (int16_t)lo, high = (lane_part){ 0 } + (int16_t)hi;
    LANES_EACH (i) {
        yes->part[i] &= (value->part[i] >= low) & (value->part[i] <= high);
    }
}

/* A set may be asked about by what is not in it. */
static void member(const union lanes *value, uint64_t mask, union lanes *yes)
{
    const bool inverse = (mask >> NONE & 1u) != 0;
    union lanes in;
    lanes_fill(&in, 0);
    for (uint64_t left = inverse ? ~mask : mask; left; left &= left - 1) {
        const lane_part id = (lane_part){ 0 } + (int16_t)bits_first(left);
        LANES_EACH (i) {
            in.part[i] |= value->part[i] == id;
        }
    }
    LANES_EACH (i) {
        yes->part[i] &= in.part[i] ^ (int16_t)(inverse ? -1 : 0);
    }
}

static void ask(const struct batch *b, const struct when *w, union lanes *yes)
{
    union lanes room;
    for (int i = 0; i < w->tests && (i == 0 || lanes_any(yes)); i++) {
        const struct test *t = &b->sc->test[w->first_test + i];
        const union lanes *value = batch_number(b, t->ref, &room);
        if (t->ids) {
            member(value, t->mask, yes);
        } else {
            within(value, t->lo, t->hi, yes);
        }
    }
}

void batch_holds(const struct batch *b, int when, const union lanes *yes, union lanes *out)
{
    const struct when *w = &b->sc->when[when];
    *out = *yes;
    ask(b, w, out);
    while ((w++)->or_next) {
        union lanes also = *yes;
        ask(b, w, &also);
        lanes_or(out, out, &also);
    }
}

static void add_term(const struct batch *b, const struct term *t, int32_t sum[LANES])
{
    union lanes room;
    const union lanes *value = batch_number(b, t->ref, &room);
    const int num = t->num, den = t->den;
    if (den == 1) {
        for (int i = 0; i < LANES; i++) {
            sum[i] += value->of[i] * num;
        }
        return;
    }
    for (int i = 0; i < LANES; i++) {
        sum[i] += batch_nearest(value->of[i] * num, den);
    }
}

void batch_amount(const struct batch *b, int amount, union lanes *out)
{
    const struct amount *a = &b->sc->amount[amount];
    int32_t sum[LANES];
    if (a->terms == 0) {
        lanes_fill(out, a->base < a->min ? a->min : a->base > a->max ? a->max : a->base);
        return;
    }
    for (int i = 0; i < LANES; i++) {
        sum[i] = a->base;
    }
    for (int i = 0; i < a->terms; i++) {
        add_term(b, &b->sc->term[a->first_term + i], sum);
    }
    for (int i = 0; i < LANES; i++) {
        out->of[i] = (int16_t)(sum[i] < a->min ? a->min : sum[i] > a->max ? a->max : sum[i]);
    }
}
