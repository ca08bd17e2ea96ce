/* reading.h: which script would have made the moves the other side was seen to make.
 *
 * A weight for each of the first MODELS scripts of script_table: what it would have leaned to in
 * each case so far, compared with the families seen. Of what it knew alone, both possibilities
 * count half. The scripts after those differ from one of them in few moments only. */
#ifndef MINISTER_READING_H
#define MINISTER_READING_H

#include "core/view.h"
#include "minister/script.h"

enum { READING_SUM = 4096, MODELS = 8 };

/* Weights of the models for the side opposite view->party; at least 1 each, summing to about
 * READING_SUM. */
void reading_of(const struct scenario *sc, const struct view *view, int weight[MODELS]);

#endif
