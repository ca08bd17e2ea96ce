/* inspect: looks at a laid-out tree the way a careful reader would.
 *
 * Promises: names every widget that overlaps a sibling, lies outside its parent or the window, or
 * has its text cut; prints the tree as plain text, the same bytes for the same tree. */
#ifndef WINDOW_INSPECT_H
#define WINDOW_INSPECT_H

#include <stdio.h>

#include "window/widget.h"

/* The number of faults; each is a line on `out` when that is not NULL. */
int inspect_check(const struct ui *ui, FILE *out);

/* One line for each thing said, in reading order: `* ` before what has the focus, `> ` before what
 * can have it, [words] for a drawing. */
void inspect_dump(const struct ui *ui, FILE *out);

/* The same with the place of what can be pressed after its mark: x,y,width,height of what is seen of
 * it, in pixels of the window. */
void inspect_words(const struct ui *ui, FILE *out);

#endif
