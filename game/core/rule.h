/* rule.h: the language of rules: conditions, amounts, operations and rows.
 *
 * ONE KIND OF ROW. A row is 'when a condition holds, perhaps by chance, perhaps later, do this'.
 * Moves, rules, commitments and verdicts are lists of rows.
 *
 * READING A NUMBER. Everything a row can read is an int16_t in an array: the slots of a state
 * (shared, or one of two neighbours, one a party) or the fields of a case. A struct ref names
 * the array (by role) and the index in it. */
#ifndef CORE_RULE_H
#define CORE_RULE_H

#include "core/limits.h"

#include <stdbool.h>
#include <stdint.h>

/* Whose number it is. A row is run for one party (own); victim and suspect are those of the
 * case at hand. FIRST and SECOND are the parties by their place in the file. */
enum who {
    WHO_SHARED,
    WHO_OWN,
    WHO_OTHER,
    WHO_VICTIM,
    WHO_SUSPECT,
    WHO_FIRST,
    WHO_SECOND,
    WHO_CASE,
    WHO_COUNT
};

struct ref {
    uint8_t who;   /* enum who */
    uint8_t index; /* slot of the state (first of the pair for party slots), or enum field */
};

/* One test of a number: inside lo..hi, or, for ids, a member of the set `mask`. */
struct test {
    struct ref ref;
    bool ids; /* use mask */
    int16_t lo, hi;
    uint64_t mask;
};

/* A conjunction of tests. or_next: when it fails, the next when is tried instead. when 0 of a
 * scenario is empty and always holds. */
struct when {
    uint16_t first_test;
    uint8_t tests;
    bool or_next;
    /* by scenario_compile() */
    bool more;         /* it has tests beside ... */
    struct test first; /* ... the most telling one, or what always holds */
};

/* base + sum of value * num / den (rounded to nearest, halves away from zero), then min, max. */
struct term {
    struct ref ref;
    int16_t num, den; /* den >= 1 */
};
struct amount {
    int16_t base, min, max;
    uint16_t first_term;
    uint8_t terms;
};

enum verb {
    OP_ADD,     /* add `amount` to `target`, through its curve and range */
    OP_SET,     /* make `target` equal to `amount` */
    OP_TOWARD,  /* move `target` toward `amount`: below it by 1/below, above it by 1/above */
    OP_REVEAL,  /* the truth of the case comes out now */
    OP_RETRACE, /* a second, independent trace */
    OP_INSPECT, /* the suspect's file becomes certain */
    OP_PROMISE, /* commitment `target.index` is given by own */
    OP_BREAK    /* commitment `target.index` ends by breach; NONE: the first that nothing needs */
};
/* How an operation is done. */
enum op_kind {
    KIND_OTHER,
    KIND_PLAIN, /* adds `value` to what is kept of the slot */
    KIND_CURVED /* adds value * (line[0] + line[1] * slot) / 100 */
};
struct op {
    _Alignas(8) uint8_t verb;
    struct ref target;
    uint8_t below, above; /* OP_TOWARD */
    uint16_t amount;
    /* by scenario_compile() */
    uint8_t kind;          /* enum op_kind */
    int16_t value, lo, hi; /* its amount where that is one number; the range of the slot */
    int16_t keep, line[2]; /* what stays of the slot, as bits: all or nothing; its curve */
};

/* Where a row comes from: the cause that the ledger names. */
enum row_source {
    SOURCE_MOVE,
    SOURCE_RULE,
    SOURCE_COMMITMENT,
    SOURCE_ENGINE, /* row 0: what the engine does itself (a signature, a lapse) */
};

/* When rows of rules run, besides the beats (MOMENT_BEAT + beat). */
enum moment {
    MOMENT_ROUND,    /* at the start of every round, before anything else */
    MOMENT_ARRIVAL,  /* when an incident arrives, before the trace is taken */
    MOMENT_MORNING,  /* after the last beat of an incident */
    MOMENT_REVEALED, /* when the truth of a case comes out */
    MOMENT_BEAT,
    MOMENT_COUNT = MOMENT_BEAT + MAX_BEATS
};

struct row {
    uint16_t when;
    uint16_t chance; /* amount in per cent; 0: always */
    uint16_t first_op, first_else;
    uint8_t ops, elses; /* `elses` run when the draw of `chance` fails */
    uint8_t delay;      /* rounds; the condition is tested again then. 0: at once */
    bool each;          /* run for either party as own, first party first */
    bool veiled;        /* reads what some party may not know: a delay of it shows in no view */
    uint8_t source;     /* enum row_source */
    uint16_t element;   /* index of the move, rule or commitment */
    uint16_t place;     /* of the row within its element */
};

/* A run of rows in file order. */
struct rows {
    uint16_t first, count;
};

#endif
