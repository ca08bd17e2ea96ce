/* report.h: figures with their goals, as a table or as one JSON object. */
#ifndef HEALTH_REPORT_H
#define HEALTH_REPORT_H

#include "sums.h"

#include <stdbool.h>

enum { MAX_FIGURES = 600, FIGURE_NAME = 96, NO_GOAL = 1000000 };

struct figure {
    char name[FIGURE_NAME]; /* "field/ending/accord" */
    double value, half;     /* half: of its 95 % interval; 0 where it is exact */
    double lo, hi;          /* the goal; -NO_GOAL and NO_GOAL where one end is open */
    char note[FIGURE_NAME]; /* what it is the figure of, where the name does not say */
};

struct report {
    int count;
    struct figure figure[MAX_FIGURES];
};

/* Adds a figure; `scale` turns the estimate into its unit (100: per cent; 0.1: points). */
void report_add(struct report *r, struct estimate estimate, double scale, double lo, double hi,
                const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Adds a note to the last figure. */
void report_note(struct report *r, const char *note);

/* Returns how many goals are missed. quiet: those only. */
int report_print(const struct report *r, bool quiet);
void report_print_json(const struct report *r, const char *scenario);

#endif
