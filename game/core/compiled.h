/* compiled.h: what play looks up again and again, worked out once by scenario_compile().
 *
 * SIEVES. Up to 64 conditions are asked together. For each number that some of them ask about there
 * is a column: by the number's value, the conditions it lets through, as bits. What is left after
 * one load and one 'and' a column are those that hold, whatever their number. A condition with
 * alternatives, or about a number of too many values, may be left though it fails: it is one that
 * `asks`, and is asked again by itself.
 *
 * BLOCKS. The rows of a list, in tasks: a row, or a row for each of the parties. A block is a run of
 * tasks none of which changes what a later one asks about, so that their conditions can be sifted
 * at once, before the first is done; a row costs nothing until it holds. */
#ifndef CORE_COMPILED_H
#define CORE_COMPILED_H

#include "core/limits.h"
#include "core/rule.h"

enum {
    SIEVE_SIZE = 64,
    COLUMN_VALUES = 256, /* more, and the conditions ask by themselves */
    MAX_TASKS = 2 * MAX_ROWS,
    MAX_BLOCKS = MAX_TASKS,
    MAX_ASKED = MAX_TASKS + 2 * MAX_ENDINGS + MAX_MOVES + MAX_SET,
    MAX_SIEVE_COLUMNS = 4096,
    MAX_MASKS = 1 << 15,
    MAX_PICKS = 176, /* sets of at most 3 of MAX_SET */
    DECK_SIZE = MAX_INCIDENTS * MAX_WEIGHT
};

struct sieve_column {
    struct ref ref;
    uint16_t last;  /* all larger values are as this one */
    uint32_t first; /* mask of the value 0 */
};

struct sieve {
    uint64_t all, asks;
    uint16_t first, columns; /* an even number: the last may let all through */
    uint16_t when;           /* the first of its conditions in `asked` */
};

enum how {
    TASK_ASKS = 1,
    TASK_CHANCE = 2, /* in `percent` cases its operations are done, else the others */
    TASK_ODDS = 4,   /* ... which depends on numbers */
    TASK_WAITS = 8,
    TASK_SIDE = 16 /* it is done for party `side` */
};
struct task {
    _Alignas(8) uint16_t row; /* of a size that is quickly multiplied, as an op */
    uint16_t first_op, first_else;
    int16_t percent;
    uint8_t ops, elses, side;
    uint8_t how; /* a set of enum how; empty: its operations are done, and that is all */
};
struct block {
    struct sieve sieve;
    uint16_t first_task;
    bool last; /* of its list */
};

/* Range and curve of a slot that rows may change. */
struct slot_limit {
    int16_t lo, hi;
    bool curved;
    int16_t gain[2], loss[2];
};

/* Combinations of levels of the hidden numbers that weigh culprits (scenario->opacity). */
enum { MAX_HIDDEN = MAX_LEVELS * MAX_LEVELS, HIDDEN_SUM = 1 << 16 };
struct hidden {
    int states;                             /* at least 1 */
    uint8_t level[2][MAX_HIDDEN];           /* by opacity: what it is in a state */
    uint8_t after[2][MAX_HIDDEN];           /* the state after the suspect of a case was not guilty,
                                             or was: the quiet streak's law */
    int64_t prior[MAX_PARTIES][MAX_HIDDEN]; /* by suspect; the sum is HIDDEN_SUM, nearly */
};

struct deck {
    int32_t size;                /* sum of the weights */
    uint8_t incident[DECK_SIZE]; /* each as often as its weight */
};

/* How likely a culprit is: an incident's weight times what is always the same, and times the tables
 * of `by`, numbers of culprit->by. */
struct weight {
    int64_t times;
    uint8_t levels, by[MAX_TIMES];
};

/* A commitment of a side (an agreement: of the first), and where it is seen that it is in force. */
struct pledge {
    uint8_t commitment, party, slot;
};
struct pledges {
    int count;
    struct pledge at[MAX_PARTIES * MAX_COMMITMENTS];
};

struct compiled {
    int8_t beat_at[MAX_ROUNDS][MAX_ROUND_BEATS + 1]; /* -1 past the end of the round */
    int16_t start[MAX_SLOTS];
    uint8_t drawns, drawn[MAX_METERS * MAX_PARTIES]; /* meter * MAX_PARTIES + party */
    uint8_t resets, reset[MAX_METERS];               /* meters that an act begins anew */
    struct weight weight[MAX_CULPRITS];
    struct slot_limit limit[MAX_SLOTS];
    struct hidden hidden;
    struct deck deck[2];                  /* ordinary, severe */
    uint8_t urgents, urgent[MAX_ENDINGS]; /* endings that may come at any time */
    struct pledges given, watched;        /* all; those to look at after every beat */
    uint16_t tier_values[MAX_TIERS];      /* what a tier can say, as a set ... */
    uint8_t tier_count[MAX_TIERS];        /* ... of so many */
    struct sieve any_time;                /* endings by their place in `urgent` */
    struct sieve at_last;                 /* all endings */
    struct sieve gate[MAX_BEATS];         /* moves by their place in the beat */
    struct sieve clause;                  /* agreements, in the order of scenario->agreement */
    int picks;
    uint16_t pick[MAX_PICKS]; /* sets of them that a move can be: by size, then in file order */
    int blocks, tasks, columns, masks, whens;
    uint16_t block_at[MAX_ROWS]; /* the block that begins with this row */
    struct block block[MAX_BLOCKS];
    struct task task[MAX_TASKS];
    uint16_t asked[MAX_ASKED]; /* conditions of sieves, in their order */
    struct sieve_column column[MAX_SIEVE_COLUMNS];
    uint64_t mask[MAX_MASKS];
};

#endif
