/* turning.h: the decisions on which a game turned.
 *
 * A decision is valued twice against the best alternative to it: over worlds that fitted what its
 * side knew then, which judges it, and in the world that was with other luck for what was still to
 * come, which says whether it was lucky. In every world both sides go on as the script `generous`,
 * and both choices meet the same worlds and the same luck. Integers only: the same game has the
 * same turning points on every machine. Nothing of a match is changed. */
#ifndef MATCH_TURNING_H
#define MATCH_TURNING_H

#include "match/match.h"
#include "minister/gap.h"

enum { TURNING_WORLDS = 64, TURNINGS = 3 };

struct turning {
    int number;            /* of the decision, from 1 */
    int move, other;       /* the choice made, and the best of the others */
    struct gap known, was; /* what the choice was worth more than the other; both clear */
};

/* The turning points of a party, those that weigh most first; returns how many. */
int turning_find(const struct match *m, int party, struct turning out[TURNINGS]);

#endif
