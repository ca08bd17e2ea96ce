/* state.h: all that changes in play, as one flat value.
 *
 * Copied by assignment; at most 2 KiB; no pointers, so undo is a list of these and a search
 * allocates nothing. It holds truth: ministers and screens get a struct view instead. Luck is not
 * in it. */
#ifndef CORE_STATE_H
#define CORE_STATE_H

#include "core/scenario.h"

struct case_file {
    int16_t field[FIELD_COUNT];
};

/* A delayed row that waits. */
struct pending {
    uint16_t row;
    int8_t own;     /* party it runs for */
    int8_t case_at; /* case it belongs to, or -1 */
    uint16_t round; /* in which it runs */
};

struct state {
    int16_t slot[MAX_SLOTS];
    int8_t place; /* beat within the round */
    int8_t side;  /* who moves now */
    int8_t cases; /* cases so far; the last one is at hand in an incident round */
    int8_t pendings;
    uint16_t pick[MAX_PARTIES];             /* blind choices of this beat: a move */
    uint16_t said[MAX_ROUNDS][MAX_PARTIES]; /* sets picked in each round, once both chose */
    uint8_t last[MAX_PARTIES][MAX_BEATS];   /* move last seen in this act, plus one */
    uint64_t again;                         /* `again` moves made in this round */
    uint64_t struck[MAX_INCIDENTS / 64];    /* `once` incidents that have come */
    struct pending pending[MAX_PENDING];
    struct case_file file[MAX_ROUNDS];
};

_Static_assert(sizeof(struct state) <= 2048, "a state is copied in every simulated step");

/* A move: an index into scenario->move, or for a set of agreements MOVE_SET plus a bit for each
 * (in the order of scenario->agreement). */
enum { MOVE_SET = 1 << 12 };

static inline bool state_over(const struct state *s)
{
    return s->slot[SLOT_ENDING] != NONE;
}
int state_ending(const struct state *s); /* or -1 */
int state_round(const struct state *s);  /* 1-based */
/* Does this round bring an incident? */
static inline bool state_incident(const struct scenario *sc, const struct state *s)
{
    return sc->round_kind[s->slot[SLOT_CALENDAR]].incident;
}
/* The beat that is due, or -1 past the last one of the round. */
static inline int state_beat(const struct scenario *sc, const struct state *s)
{
    return scenario_beat(sc, s->slot[SLOT_ROUND], s->place);
}
/* The case at hand, or NULL in a round without incident. */
struct case_file *state_case(const struct scenario *sc, struct state *s);

/* Own utility of a party in tenths of a point (ending, mandate, meters). */
int state_utility(const struct scenario *sc, const struct state *s, int party);

/* What a state is worth to a party that is after this: its utility so weighed, less the price of
 * its false words in cases where its file said 'us'. Tenths of a point; the base of the utility,
 * the same in all states, is left out, and so are its bounds. Differs from state_utility by the base
 * for disposition_score, while the utility is within its bounds. */
int state_worth(const struct scenario *sc, const struct state *s, int party,
                const struct disposition *after);

/* A 64-bit hash of every number that can affect play, by value: the same on every machine.
 *
 * Numbers are folded four at a time, each as 16 bits, the first highest (what is left at the end of a
 * list fills the lowest): x = (hash ^ word) * 0x9E3779B97F4A7C15, hash = x ^ x >> 29. The hash begins
 * as 0x62636b63686e6c and takes in: place, side, cases and pendings; the slots; then, by
 * hash = rng_mix(hash, word), for each party `last` as eight bytes, the first highest, and `pick`,
 * for each round so far said[0] << 16 | said[1], the words of `struck`, `again`; folded again, each
 * pending as row, own, case_at, round, and each case's fields; at last rng_mix(hash, 0). */
uint64_t state_hash(const struct scenario *sc, const struct state *s);

#endif
