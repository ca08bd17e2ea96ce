/* coverage.h: what of a scenario was met in play, how often. */
#ifndef STUDY_COVERAGE_H
#define STUDY_COVERAGE_H

#include "core/row.h"

#include <stddef.h>

/* Sums only, so that one can be added to another (sums_add). */
struct coverage {
    int64_t games, decisions;
    int64_t incident[MAX_INCIDENTS], move[MAX_MOVES], ending[MAX_ENDINGS];
    int64_t row[MAX_ROWS]; /* decisions at which it did something */
};

/* One step: `move` in `before` led to `after`; the ledger is that of the step. */
void coverage_step(struct coverage *c, const struct scenario *sc, const struct state *before,
                   int move, const struct state *after, const struct ledger *ledger);
/* The first decision of a game is due. */
void coverage_start(struct coverage *c, const struct scenario *sc, const struct state *s,
                    const struct ledger *ledger);

/* Kinds of things that can be met. */
enum thing { THING_INCIDENT, THING_MOVE, THING_ENDING, THING_ROW, THINGS };

int coverage_things(const struct scenario *sc, enum thing kind);
int64_t coverage_met(const struct coverage *c, enum thing kind, int index);
/* How often something of one kind was met at all: incidents, decisions, games. */
int64_t coverage_chances(const struct coverage *c, enum thing kind);

/* Can the thing be met at all? A move may stand for others, and not every row belongs to one. */
bool coverage_counts(const struct scenario *sc, enum thing kind, int index);

/* "move ask", "row 2 of rule spiral"; at most `size` bytes with the end. */
void coverage_name(const struct scenario *sc, enum thing kind, int index, char *out, size_t size);

#endif
