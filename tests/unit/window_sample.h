/* window_sample: what the tests of the window share. */
#ifndef TESTS_WINDOW_SAMPLE_H
#define TESTS_WINDOW_SAMPLE_H

#include "window/inspect.h"
#include "window/wrap.h"

/* A measure that needs no font: every character is six tenths of its size wide, a Chinese one all of
 * it. */
struct measure sample_measure(void);

/* All widgets of a tree, as inspect_dump() writes them; the caller frees the text. */
char *sample_dump(const struct ui *ui);

/* The first text, or thing that can have the focus, of which the colours are not among the pairs whose
 * contrast is tested; or NULL. */
const struct widget *sample_unknown_colours(const struct ui *ui);

#endif
