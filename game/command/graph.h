/* graph.h: what the elements of a scenario have to do with each other.
 *
 * Worked out from the rules as they were loaded, so that it shows what the program plays and not
 * what a file seems to say. Between two elements there is a set of ties, whatever number of rows
 * makes them. Hidden numbers are drawn like any other: a graph is for authors. */
#ifndef COMMAND_GRAPH_H
#define COMMAND_GRAPH_H

#include "core/scenario.h"

/* What an element is; its index among its like is that of the scenario. */
enum graph_part {
    PART_KIND,
    PART_INCIDENT,
    PART_MOVE,
    PART_RULE,
    PART_COMMITMENT,
    PART_METER,
    PART_ENDING,
    PARTS
};

/* A set of them is kept for each pair, from the first to the second. */
enum graph_tie {
    TIE_READ = 1,   /* a condition of the second reads the first */
    TIE_RAISE = 2,  /* a row of the first adds to the second, at once ... */
    TIE_LOWER = 4,  /* ... or takes from it */
    TIE_SET = 8,    /* ... or sets it, or moves it toward something */
    TIE_GIVE = 16,  /* the first gives the second, a promise */
    TIE_BREAK = 32, /* the first breaks the second */
    TIE_REST = 64,  /* the second, an agreement, rests on the first */
    TIE_SIGN = 128, /* the first is the move that signs sets of the second */
};

struct graph {
    const struct scenario *sc;
    int first[PARTS + 1]; /* node of the first element of a part; last: how many nodes */
    uint8_t *tie;         /* by from * nodes + to; NULL: memory ran out */
};

/* The scenario must outlive the graph. */
struct graph graph_init(const struct scenario *sc);
void graph_clear(struct graph *graph);

int graph_count(const struct graph *graph, int part);
/* The set of ties from one node to another. */
unsigned graph_ties(const struct graph *graph, int from, int to);

/* Which parts a picture is of, as sets of 1 << part: every element of `core` is in it; of `beside`
 * those that are tied to one of the core. Ties, those of the set `ties`, are drawn where one end is
 * of the core. */
struct picture {
    const char *name;
    unsigned core, beside, ties;
};

/* Prints a picture in the DOT language to stdout, by say(). False where memory ran out. */
bool graph_print(const struct graph *graph, const struct picture *picture);

#endif
