/* advice.h: what three advisers would do, and why.
 *
 * Each looks ahead as a minister does (planner.h), on the party's own view and by what it is after
 * itself. All three imagine the same worlds, and these follow from the view alone: the same view
 * gives the same advice, and where advisers disagree it is about what counts. */
#ifndef MATCH_ADVICE_H
#define MATCH_ADVICE_H

#include "match/narrate.h"

struct advice {
    int move;   /* a legal one */
    int other;  /* the best of the rest, or -1: nothing else can be chosen */
    bool close; /* it hardly matters which of the two */
    /* Else the number in sight that speaks most for the move by the next morning, or -1: none does,
     * in whole points. How far it is expected to have moved then, and after the other move, which is
     * less good. */
    int slot, by_morning, by_morning_of_other;
};

/* For view->party, who is to move, by somebody who is after this. Takes some milliseconds. */
void advice_of(const struct scenario *sc, const struct view *view, const struct disposition *after,
               struct advice *out);

/* The adviser's name at the party's table, and its sentence for the advised move, "" where the
 * scenario has none. */
const char *advice_title(const struct narrator *n, int adviser);
const char *advice_sentence(const struct narrator *n, int adviser, const struct advice *a);

/* The reason, a sentence: "Trust 5 higher by morning than after “Name them”.", where that is the
 * title of the other move. */
const char *advice_reason(const struct narrator *n, const struct advice *a, const char *other);

#endif
