/* strength.h: the parts of the examination: each plays its games and adds its figures. */
#ifndef STRENGTH_STRENGTH_H
#define STRENGTH_STRENGTH_H

#include "command/study/contest.h"
#include "command/study/measures.h"
#include "command/study/report.h"

enum { MAX_COLUMNS = 64 };

struct study {
    const struct measures *measures;
    struct report *report;
    uint64_t seed;
    struct hands hands;
    int64_t games, slow_games, swaps, peeks, decisions, portraits, reasons;
};

/* -1: out of memory. */
int part_field(const struct study *s);
int part_swap(const struct study *s);
int part_peek(const struct study *s);
int part_speed(const struct study *s);
int part_reasons(const struct study *s);
int part_characters(const struct study *s);

/* A minister by name, which must exist; simulations: of a planner, or 0 as the name says. */
struct player player_named(const char *name, int simulations);

/* Planners of every character and difficulty, thinking so briefly; returns how many. */
int player_planners(const struct scenario *sc, int simulations, struct player *out);

/* All scripts; returns how many. */
int player_scripts(struct player *out);

#endif
