/* load_hash.c: one number for the rules of a scenario.
 *
 * It is over all that can alter play or the scripts, by value and in order: conditions and amounts
 * by what they say, not by where they lie, because texts have conditions too. Ids, texts, colours
 * and what is shown are left out: rewording, renaming and translating change nothing. */
#include "content/load.h"

#include "core/rng.h"

struct hash {
    const struct scenario *sc;
    uint64_t value;
};

static void add(struct hash *hash, int64_t number)
{
    hash->value = rng_mix(hash->value, (uint64_t)number);
}

static void add_ref(struct hash *hash, struct ref ref)
{
    add(hash, ref.who * 256 + ref.index);
}

static void add_numbers(struct hash *hash, const int16_t *number, int count)
{
    add(hash, count);
    for (int i = 0; i < count; i++) {
        add(hash, number[i]);
    }
}

static void add_test(struct hash *hash, const struct test *test)
{
    add_ref(hash, test->ref);
    add(hash, test->ids);
    add(hash, test->lo);
    add(hash, test->hi);
    add(hash, (int64_t)test->mask);
}

static void add_when(struct hash *hash, int index)
{
    const struct when *when;
    do {
        when = &hash->sc->when[index++];
        add(hash, when->tests);
        for (int i = 0; i < when->tests; i++) {
            add_test(hash, &hash->sc->test[when->first_test + i]);
        }
        add(hash, when->or_next);
    } while (when->or_next);
}

static void add_amount(struct hash *hash, int index)
{
    const struct amount *amount = &hash->sc->amount[index];
    add(hash, index != 0);
    add(hash, amount->base);
    add(hash, amount->min);
    add(hash, amount->max);
    add(hash, amount->terms);
    for (int i = 0; i < amount->terms; i++) {
        const struct term *term = &hash->sc->term[amount->first_term + i];
        add_ref(hash, term->ref);
        add(hash, term->num);
        add(hash, term->den);
    }
}

static void add_ops(struct hash *hash, int first, int count)
{
    add(hash, count);
    for (int i = first; i < first + count; i++) {
        const struct op *op = &hash->sc->op[i];
        add(hash, op->verb);
        add_ref(hash, op->target);
        add(hash, op->below * 256 + op->above);
        add_amount(hash, op->amount);
    }
}

static void add_rows(struct hash *hash, struct rows rows)
{
    add(hash, rows.count);
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        const struct row *row = &hash->sc->row[i];
        add(hash, i);
        add_when(hash, row->when);
        add_amount(hash, row->chance);
        add(hash, row->delay * 2 + row->each);
        add_ops(hash, row->first_op, row->ops);
        add_ops(hash, row->first_else, row->elses);
    }
}

static void add_habits(struct hash *hash, const struct habit *habit, int count)
{
    add(hash, count);
    for (int i = 0; i < count; i++) {
        add_when(hash, habit[i].when);
        add(hash, habit[i].weight);
    }
}

/* ---- the parts ---- */

static void add_world(struct hash *hash)
{
    const struct scenario *sc = hash->sc;
    add(hash, sc->rounds);
    for (int i = 0; i < sc->rounds; i++) {
        add(hash, sc->calendar[i]);
    }
    for (int i = 0; i < sc->round_kinds; i++) {
        const struct round_kind *kind = &sc->round_kind[i];
        add(hash, kind->beats * 4 + kind->incident * 2 + kind->closes);
        for (int k = 0; k < kind->beats; k++) {
            add(hash, kind->beat[k]);
        }
    }
    for (int i = 0; i < sc->beats; i++) {
        const struct beat *beat = &sc->beat[i];
        add(hash, beat->by * 256 + beat->pick * 2 + beat->secret);
        add_when(hash, beat->when);
        add(hash, beat->fallback);
    }
    add(hash, sc->severe_from * 256 + sc->severe_to);
    add(hash, sc->role_streak * 256 + sc->role_share);
    for (int i = 0; i < sc->role_orders; i++) {
        add(hash, sc->role_order[i]);
    }
    add(hash, sc->settle_kind * 256 + sc->settle_count * 2 + sc->settle_act);
}

static void add_meters(struct hash *hash)
{
    add(hash, hash->sc->meters);
    for (int i = 0; i < hash->sc->meters; i++) {
        const struct meter *meter = &hash->sc->meter[i];
        add(hash, meter->party * 256 + meter->see * 4 + meter->curved * 2 + meter->act +
                      meter->apart * 1024);
        add(hash, meter->slot);
        add(hash, meter->lo);
        add(hash, meter->hi);
        add_numbers(hash, meter->start[0], meter->starts[0]);
        if (meter->apart) {
            add_numbers(hash, meter->start[1], meter->starts[1]);
        }
        add_numbers(hash, meter->gain, 2);
        add_numbers(hash, meter->loss, 2);
    }
}

static void add_moves(struct hash *hash)
{
    add(hash, hash->sc->moves);
    for (int i = 0; i < hash->sc->moves; i++) {
        const struct move *move = &hash->sc->move[i];
        add(hash, move->beat * 256 + move->family);
        add(hash,
            move->seen_as * 16 + move->again * 8 + move->open * 4 + move->each * 2 + move->claims);
        add_when(hash, move->when);
        add_when(hash, move->says);
        add_rows(hash, move->now);
        add_rows(hash, move->revealed);
        add_habits(hash, move->habit, move->habits);
    }
}

static void add_commitments(struct hash *hash)
{
    add(hash, hash->sc->commitments);
    for (int i = 0; i < hash->sc->commitments; i++) {
        const struct commitment *commitment = &hash->sc->commitment[i];
        add(hash, commitment->due * 256 + commitment->needs);
        add(hash, commitment->promise * 4 + commitment->can_keep * 2 + commitment->can_break);
        add_when(hash, commitment->when);
        add_when(hash, commitment->kept_when);
        add_when(hash, commitment->broken_when);
        add_rows(hash, commitment->signing);
        add_rows(hash, commitment->upkeep);
        add_rows(hash, commitment->kept);
        add_rows(hash, commitment->broken);
        add_rows(hash, commitment->lapsed);
        add_habits(hash, commitment->habit, commitment->habits);
    }
}

static void add_culprits(struct hash *hash)
{
    const struct scenario *sc = hash->sc;
    add(hash, sc->culprits);
    for (int i = 0; i < sc->culprits; i++) {
        const struct culprit *culprit = &sc->culprit[i];
        add(hash, culprit->from * 256 + culprit->guilty);
        add(hash, culprit->file);
        for (int k = 0; k < culprit->times; k++) {
            add_ref(hash, culprit->by[k].ref);
            add(hash, culprit->by[k].levels);
            add_numbers(hash, culprit->by[k].value, MAX_LEVELS);
        }
    }
    add_numbers(hash, sc->confidence, MAX_CONFIDENCE);
    for (int i = 0; i < sc->tiers; i++) {
        add(hash, sc->tier[i].culprit);
        add_numbers(hash, sc->tier[i].accuracy, MAX_CONFIDENCE);
    }
    for (int i = 0; i < sc->opacities; i++) {
        const struct opacity *opacity = &sc->opacity[i];
        add_ref(hash, opacity->ref);
        add_numbers(hash, opacity->prior[0], MAX_LEVELS); /* with the starts it tells the other */
        add(hash, opacity->keep * 256 + opacity->share);
        add(hash, (int64_t)opacity->shift);
    }
}

static void add_incidents(struct hash *hash)
{
    add(hash, hash->sc->kinds);
    add(hash, hash->sc->incidents);
    for (int i = 0; i < hash->sc->incidents; i++) {
        const struct incident *incident = &hash->sc->incident[i];
        add(hash, incident->kind);
        add_numbers(hash, incident->severity, 2);
        add(hash, incident->weight * 4 + incident->once * 2 + incident->severe);
        add_when(hash, incident->when);
        add_numbers(hash, incident->culprit, hash->sc->culprits);
    }
}

static void add_ends(struct hash *hash)
{
    const struct scenario *sc = hash->sc;
    add(hash, sc->mandates);
    for (int i = 0; i < sc->mandates; i++) {
        add_when(hash, sc->mandate[i].kept);
        add(hash, sc->mandate[i].utility);
    }
    add(hash, sc->endings);
    for (int i = 0; i < sc->endings; i++) {
        const struct ending *ending = &sc->ending[i];
        add(hash, ending->last * 2 + ending->ruin);
        add_when(hash, ending->when);
        add_numbers(hash, ending->utility, MAX_PARTIES);
    }
    add_amount(hash, sc->utility);
    add_when(hash, sc->caution[0]);
    add_when(hash, sc->caution[1]);
}

/* What characters are after decides what is chosen, and so belongs to a recorded game. Advisers only
 * advise. */
static void add_characters(struct hash *hash)
{
    const struct scenario *sc = hash->sc;
    add(hash, sc->characters);
    for (int i = 0; i < sc->characters; i++) {
        const struct disposition *after = &sc->character[i].disposition;
        add(hash, after->ending);
        add(hash, after->mandate);
        add_numbers(hash, after->term, sc->amount[sc->utility].terms);
        add(hash, after->lie);
        add(hash, after->suspicion);
        add(hash, after->patience);
    }
}

uint64_t load_hash(const struct scenario *sc)
{
    struct hash hash = { .sc = sc, .value = 1 };
    add_world(&hash);
    add_meters(&hash);
    add_moves(&hash);
    add_commitments(&hash);
    add_culprits(&hash);
    add_incidents(&hash);
    for (int i = 0; i < MOMENT_COUNT; i++) {
        add_rows(&hash, sc->moment[i]);
    }
    add_rows(&hash, sc->exposure);
    add_ends(&hash);
    add_characters(&hash);
    return hash.value;
}
