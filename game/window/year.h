/* year: a year as a chart: the numbers of the table as lines, below them who was struck and by whose
 * hand, and what stood.
 *
 * Promises: nothing is told by colour alone: lines differ by their strokes, hands by shape and fill. */
#ifndef WINDOW_YEAR_H
#define WINDOW_YEAR_H

#include "match/debrief.h"
#include "window/widget.h"

void year_build(struct ui *ui, struct widget *parent, const struct debrief *d);

#endif
