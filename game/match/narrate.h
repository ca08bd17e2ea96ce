/* narrate.h: the scenario's sentences, made ready to be read.
 *
 * Chooses the variant of a phrase, fills its {slots} and quotes what is said. It reads the view of
 * one party only; the numbers in a sentence are those of that view. Strings live in the pool. */
#ifndef MATCH_NARRATE_H
#define MATCH_NARRATE_H

#include "core/view.h"
#include "match/pool.h"

struct narrator {
    const struct scenario *sc;
    struct pool *pool;
    const struct view *view; /* as things stood when the sentence was said */
};

/* The phrase for `own` about case `case_at` (-1: none), "" for an empty one. The first variant
 * whose condition holds; else the plain ones take turns by `turn`. */
const char *narrate(const struct narrator *n, struct phrase phrase, int own, int case_at, int turn);

/* A phrase without case or turn, as a title is. */
const char *narrate_title(const struct narrator *n, struct phrase phrase, int own);

/* In the quotation marks of the language; "" stays "". */
const char *narrate_quote(const struct narrator *n, const char *text);

/* What is said across the table by `own` with a move in a case: the incident's own sentence, else
 * that of its kind, else the move's. Plain variants take turns by the earlier cases in which the
 * same words were chosen, so that nobody reads a sentence twice. "" when nothing is said. */
const char *narrate_speech(const struct narrator *n, int own, int case_at, int move);

/* The date of a round, "" outside the calendar; and as it stands in a sentence: "in May". */
const char *narrate_date(const struct narrator *n, int round);
const char *narrate_when(const struct narrator *n, int round);

/* What a round of the calendar is called, whatever the round is now: "State visit". */
const char *narrate_kind(const struct narrator *n, int round, int own);

/* "none", "one" ... "ten"; digits beyond. */
const char *narrate_count(const struct narrator *n, int count);

/* "2 in 3" for a chance in per cent, "" for 100. */
const char *narrate_odds(const struct narrator *n, int percent);

/* "A", "A or B", "A, B or C" of titles already narrated. */
const char *narrate_or(const struct narrator *n, const char *const *title, int count);

#endif
