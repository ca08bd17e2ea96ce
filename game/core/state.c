/* state.c: reading and hashing a state. */
#include "core/state.h"

#include "core/case.h"
#include "core/rng.h"
#include "core/row.h"

int state_ending(const struct state *s)
{
    return state_over(s) ? s->slot[SLOT_ENDING] : -1;
}

int state_round(const struct state *s)
{
    return s->slot[SLOT_ROUND];
}

struct case_file *state_case(const struct scenario *sc, struct state *s)
{
    return state_incident(sc, s) ? &s->file[s->cases - 1] : 0;
}

int state_utility(const struct scenario *sc, const struct state *s, int party)
{
    const struct context c = row_reader(sc, s, party, -1);
    int sum = row_amount(&c, sc->utility);
    if (state_over(s)) {
        sum += sc->ending[state_ending(s)].utility[party];
    }
    const int mandate = s->slot[SLOT_MANDATE + party];
    if (mandate != NONE && row_holds(&c, sc->mandate[mandate].kept)) {
        sum += sc->mandate[mandate].utility;
    }
    return sum;
}

/* How often a party said what is not so, though its own file told it better. */
static int lies(const struct scenario *sc, const struct state *s, int party)
{
    int sum = 0;
    for (int i = 0; i < s->cases; i++) {
        const int16_t *field = s->file[i].field;
        if (field[FIELD_VICTIM] != party && field[FIELD_FILE] == 1) {
            const struct context c = row_reader(sc, s, party, i);
            sum += case_word(&c) == WORD_FALSE;
        }
    }
    return sum;
}

int state_worth(const struct scenario *sc, const struct state *s, int party,
                const struct disposition *after)
{
    const struct context c = row_reader(sc, s, party, -1);
    const int terms = sc->amount[sc->utility].terms;
    int64_t sum = 0; /* of hundredths */
    for (int i = 0; i < terms && i < MAX_SCORED; i++) {
        sum += (int64_t)row_term(&c, sc->utility, i) * after->term[i];
    }
    if (state_over(s)) {
        sum += (int64_t)sc->ending[state_ending(s)].utility[party] * after->ending;
    }
    const int mandate = s->slot[SLOT_MANDATE + party];
    if (mandate != NONE && row_holds(&c, sc->mandate[mandate].kept)) {
        sum += (int64_t)sc->mandate[mandate].utility * after->mandate;
    }
    return (int)(sum / 100) - (after->lie ? after->lie * lies(sc, s, party) : 0);
}

static inline uint64_t fold_word(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u; /* odd, so that nothing is lost */
    return hash ^ (hash >> 29);
}

/* Folds 16-bit numbers four at a time, by value, so that byte order never shows. */
static uint64_t fold(uint64_t hash, const int16_t *number, int count)
{
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        const uint64_t a = (uint16_t)number[i], b = (uint16_t)number[i + 1];
        const uint64_t c = (uint16_t)number[i + 2], d = (uint16_t)number[i + 3];
        hash = fold_word(hash, a << 48 | b << 32 | c << 16 | d);
    }
    uint64_t rest = 0;
    for (; i < count; i++) {
        rest = rest << 16 | (uint16_t)number[i];
    }
    return count % 4 ? fold_word(hash, rest) : hash;
}

static uint64_t fold_choices(uint64_t hash, const struct state *s)
{
    for (int p = 0; p < MAX_PARTIES; p++) {
        uint64_t last = 0;
        for (int b = 0; b < MAX_BEATS; b++) {
            last = last << 8 | s->last[p][b];
        }
        hash = rng_mix(rng_mix(hash, last), s->pick[p]);
    }
    for (int r = 0; r < s->slot[SLOT_ROUND]; r++) {
        hash = rng_mix(hash, (uint64_t)s->said[r][0] << 16 | s->said[r][1]);
    }
    for (int i = 0; i < MAX_INCIDENTS / 64; i++) {
        hash = rng_mix(hash, s->struck[i]);
    }
    return rng_mix(hash, s->again);
}

static uint64_t fold_pending(uint64_t hash, const struct state *s)
{
    for (int i = 0; i < s->pendings; i++) {
        const struct pending *p = &s->pending[i];
        const int16_t word[4] = { (int16_t)p->row, p->own, p->case_at, (int16_t)p->round };
        hash = fold(hash, word, 4);
    }
    return hash;
}

uint64_t state_hash(const struct scenario *sc, const struct state *s)
{
    const int16_t head[4] = { s->place, s->side, s->cases, s->pendings };
    uint64_t hash = fold(0x62636b63686e6cu, head, 4);
    hash = fold(hash, s->slot, sc->slots);
    hash = fold_choices(hash, s);
    hash = fold_pending(hash, s);
    for (int i = 0; i < s->cases; i++) {
        hash = fold(hash, s->file[i].field, FIELD_COUNT);
    }
    return rng_mix(hash, 0);
}
