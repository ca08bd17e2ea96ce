/* window_dump: a screen as text, to be compared with what it was. */
#ifndef TESTS_WINDOW_DUMP_H
#define TESTS_WINDOW_DUMP_H

#include "window/widget.h"

/* A line for each thing that is said, shown or pressed, in reading order and indented as it stands in
 * what can be pressed: texts as they are, [drawings] in words, "> " or, with the focus, "* " before
 * what can be pressed, with what that does. No place, size or colour. The caller frees it. */
char *window_dump(const struct ui *ui);

#endif
