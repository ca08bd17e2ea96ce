/* report.h: figures with the bars they are held to, and the games that show them.
 *
 * A figure is missed only where its whole 95 % interval lies outside its bar; where the bar lies
 * within the interval, more games would tell. Bars come from the caller and, before these, from the
 * scenario. */
#ifndef STUDY_REPORT_H
#define STUDY_REPORT_H

#include "command/study/sums.h"
#include "core/scenario.h"

#include <stdbool.h>

enum {
    MAX_FIGURES = 600,
    FIGURE_NAME = 96,
    FIGURE_NOTE = 200,
    NO_GOAL = 1000000,
    MAX_EVIDENCE = 128,
    MAX_EVIDENCE_MOVES = 256
};

enum verdict { VERDICT_NONE, VERDICT_FINE, VERDICT_UNSURE, VERDICT_MISSED };

enum unit { UNIT_NUMBER, UNIT_PERCENT, UNIT_POINTS }; /* by the scale: 1, 100, 0.1 */

struct figure {
    char name[FIGURE_NAME]; /* "endings.planner.accord" */
    double value, half;     /* half: of its 95 % interval; 0 where it is exact */
    enum unit unit;
    double lo, hi;          /* the bar; -NO_GOAL and NO_GOAL where one end is open */
    char note[FIGURE_NOTE]; /* what it is the figure of, where the name does not say */
};

/* A game to look at: of two ministers, or of the moves that a search found. */
struct evidence {
    char shows[FIGURE_NAME]; /* the figure, or "reached.ending.accord" */
    uint64_t seed, game;
    const char *seat[MAX_PARTIES]; /* NULL: a person; borrowed */
    int decision;                  /* to look at, from 1; 0: the whole game */
    int moves;                     /* the first moves, whoever sits there */
    uint16_t move[MAX_EVIDENCE_MOVES];
};

struct report {
    const struct scenario *sc; /* whose bars go first; NULL: none do */
    int count, evidences;
    struct figure figure[MAX_FIGURES];
    struct evidence evidence[MAX_EVIDENCE];
};

/* Adds a figure; `scale` turns the estimate into its unit (100: per cent; 0.1: points). With a
 * scenario the name must be one of its figures (content/scenario_bars.h). */
void report_add(struct report *r, struct estimate estimate, double scale, double lo, double hi,
                const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Adds a note to the last figure. */
void report_note(struct report *r, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds evidence while there is room: of the last figure, unless the caller says otherwise. To be
 * filled in; never NULL. */
struct evidence *report_show(struct report *r, uint64_t seed, uint64_t game);

enum verdict report_verdict(const struct figure *f);
int report_count(const struct report *r, enum verdict verdict);

#endif
