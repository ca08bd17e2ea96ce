/* reason.h: why a planner's move was made, in numbers.
 *
 * The move is set against the runner-up, the best option of another move, in fresh worlds: those of
 * the search would flatter whatever won there. Both meet the same worlds and the same luck, and
 * each goes on by its own script. What tells them apart is then taken to pieces: the parts of what
 * the planner is after. A reason is a function of view, disposition and dice, as the move is, so
 * that it can be worked out again long after the game. Integers only; no memory but the stack. */
#ifndef MINISTER_REASON_H
#define MINISTER_REASON_H

#include "minister/gap.h"
#include "minister/rollout.h"

struct thought; /* planner.h */

enum {
    REASON_WORLDS = 400,
    REASON_DOUBT = 100 /* a lead below this is a close call, in hundredths of a point */
};

/* Parts of a worth: the terms of scenario->utility by their place, and these. */
enum { PART_ENDING = MAX_SCORED, PART_MANDATE, PART_LIE, PARTS };

/* Of two moves: the one made, and the runner-up. */
enum { REASON_MADE, REASON_OTHER, REASON_MOVES };

struct reason {
    int belief; /* that the suspect of the case at hand is guilty, as the mover sees it with its
                   suspicion: per mille; -1 where it is not the victim of one */
    int move[REASON_MOVES];
    int worth[REASON_MOVES]; /* expected, in hundredths of a point, on the scale of the score */
    struct gap gap;          /* what the move made is worth more */
    bool doubt;              /* the gap is not clear, or small, or on the wrong side */
    int part[PARTS]; /* what each part, as weighed, adds to the gap, in hundredths of a point: the
                        sum is the gap but for rounding */
    int because;     /* the part that speaks most for the move, or -1: none does */
    int effect[REASON_MOVES][MAX_SLOTS]; /* expected change of each number that is seen, up to the
                                            first decision of the next round, in tenths; else 0 */
};

/* Why `move`, by view->party, who is to move; `thought` is what planner_think made of the same
 * view, disposition and dice. With a temperature the move need not be the best; one that was not
 * thought of goes on as the best does. False: there was nothing to choose from. */
bool reason_of(const struct scenario *sc, const struct view *view, const struct disposition *after,
               uint64_t dice, struct world_source source, const struct thought *thought, int move,
               struct reason *out);

/* What the party of a view can make of a move of the other side, which is to move there, in a beat
 * of its own, and then was seen to make `seen`: in worlds that fit the view, against the best of
 * what else it could have shown, by the score. Effects are of the numbers that the party sees; what
 * the other side holds likely and is after nobody here knows: belief and because are -1. False:
 * nothing else could be shown. */
bool reason_seen(const struct scenario *sc, const struct view *view, uint64_t dice, int seen,
                 struct reason *out);

#endif
