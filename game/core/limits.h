/* limits.h: hard upper bounds of every scenario.
 *
 * They let a state be one flat value that is copied by assignment. The loader checks each of
 * them before it takes memory, and scenarios/README.md lists them for authors. */
#ifndef CORE_LIMITS_H
#define CORE_LIMITS_H

enum {
    MAX_PARTIES = 2,      /* sides at the table; third actors are culprits, never players */
    MAX_ROUNDS = 24,      /* entries of the calendar */
    MAX_ROUND_KINDS = 4,  /* kinds of round: incident, summit, ... */
    MAX_BEATS = 8,        /* beats over all kinds of round */
    MAX_ROUND_BEATS = 4,  /* beats of one round */
    MAX_MOVES = 60,       /* moves over all beats; ids below NONE fit one 64-bit mask */
    MAX_LEGAL = 64,       /* moves one side may choose from, sets of clauses included */
    MAX_METERS = 40,      /* meters of the scenario */
    MAX_SLOTS = 160,      /* numbers in a state: built-ins, meters a side, commitments */
    MAX_COMMITMENTS = 12, /* agreements and promises */
    MAX_SET = 10,         /* agreements one pick can choose from */
    MAX_KINDS = 16,       /* kinds of incident */
    MAX_INCIDENTS = 256,
    MAX_WEIGHT = 100, /* of an incident */
    MAX_CULPRITS = 8,
    MAX_TIERS = 2,      /* tiers of a trace: territory, government */
    MAX_CONFIDENCE = 3, /* low, medium, high */
    MAX_LEVELS = 4,     /* values of a hidden meter that weighs culprits */
    MAX_TIMES = 3,      /* tables multiplied into one culprit's weight */
    MAX_STARTS = 8,     /* values a meter's start is drawn from */
    MAX_MANDATES = 8,
    MAX_ENDINGS = 16,
    MAX_RULES = 256,
    MAX_ROWS = 2048,
    MAX_WHENS = 4096,
    MAX_TESTS = 8192,
    MAX_OPS = 4096,
    MAX_AMOUNTS = 2048,
    MAX_TERMS = 4096,
    MAX_PENDING = 12,    /* delayed rows that wait at the same time */
    MAX_AMOUNT = 1000,   /* size of one change, and of every number of a row */
    MAX_UTILITY = 10000, /* tenths of a point, of one ending or mandate */
    MAX_TEXTS = 8192,    /* sentences of a scenario */
    MAX_BARS = 64,       /* figures of a study that the scenario sets bars for */
    MAX_FACTS = 128,     /* facts behind a scenario */
    MAX_TAGS = 1024      /* places that carry one */
};

enum { NONE = 63 }; /* 'nothing chosen yet' in every register that holds an id */

#endif
