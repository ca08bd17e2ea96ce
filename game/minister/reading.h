/* reading.h: who the other side seems to be, from the moves it was seen to make.
 *
 * A weight for each script of script_table, by how well it explains the moves, and two more: for
 * a creature of habit, somebody like no script, who does at each beat what was done there before;
 * and for a turncoat, who is kind until an agreement it waits for stands, and then is not.
 * Old evidence fades a little with every move, because people change their ways. Of what the other
 * side knew alone, both possibilities count half. */
#ifndef MINISTER_READING_H
#define MINISTER_READING_H

#include "core/view.h"
#include "minister/script.h"

enum { READING_SUM = 4096, HABITUAL = SCRIPTS, TURNCOAT, SITTERS };

struct reading {
    int weight[SITTERS]; /* at least 1 each, summing to about READING_SUM */
    /* Moves seen: by beat, by the family they answered, and their own family. */
    uint8_t seen[MAX_BEATS][FAMILY_COUNT][FAMILY_COUNT];
};

/* What the party of a view thinks of the side opposite. */
void reading_of(const struct scenario *sc, const struct view *view, struct reading *out);

/* Somebody drawn by weight. */
struct sitter {
    int kind;   /* a script's number, HABITUAL or TURNCOAT */
    int awaits; /* of a turncoat: the position in scenario->agreement of what it waits for */
};
struct sitter reading_draw(const struct scenario *sc, const struct reading *r, struct dice *dice);

/* The move of such a one for the side to move; always legal. The reading is needed for HABITUAL. */
int reading_play(const struct reading *r, struct sitter sitter, const struct scenario *sc,
                 const struct state *s, struct dice *dice);

#endif
