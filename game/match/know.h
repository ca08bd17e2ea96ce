/* know.h: what a party can tell of a condition from its view.
 *
 * A view answers wrongly about what it hides; this answers 'unknown' instead. Case fields of
 * beats that are still to come count as unlike anything: nothing has been said yet. */
#ifndef MATCH_KNOW_H
#define MATCH_KNOW_H

#include "core/row.h"
#include "core/view.h"

enum known { KNOWN_NO, KNOWN_YES, KNOWN_NOT };

/* Who asks, and what besides the view it supposes. The context runs over the view's own state. */
struct knower {
    struct context c; /* a reader */
    const struct view *v;
    int party;
    bool supposes; /* culprit, guilty, from, word and moves of the case are supposed */
    int to_come;   /* first place of the round whose beat is still to come */
};

/* Asks for `own` about case `case_at` (-1: none) over the view, which must outlive the answer. */
struct knower know_init(const struct scenario *sc, const struct view *v, int own, int case_at);

enum known know_holds(const struct knower *k, int when);

/* An amount; *known is false when it reads something hidden. */
int know_amount(const struct knower *k, int amount, bool *known);

/* What an addressed operation would add to its slot now. */
int know_change(const struct knower *k, const struct op *op, bool *known);

/* The slot a ref names, or -1 for a field of the case. */
int know_slot(const struct knower *k, struct ref ref);

/* The first test of the first alternative that is known to fail, or NULL. */
const struct test *know_failing(const struct knower *k, int when);

/* Does a condition test any of these numbers, `first` to `last` of the array `who`? */
bool know_reads(const struct scenario *sc, int when, enum who who, int first, int last);

/* The moves that look like the one seen at a place of the case, itself first: how many, at most
 * `size`. One: what was seen is what was done. */
int know_forms(const struct scenario *sc, const struct case_file *file, int place, int *out,
               int size);

#endif
