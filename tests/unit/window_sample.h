/* window_sample: invented views for the tests of the window; no number in them means anything. */
#ifndef TESTS_WINDOW_SAMPLE_H
#define TESTS_WINDOW_SAMPLE_H

#include "window/view_morning.h"
#include "window/view_table.h"

/* The opening of a round, six cards; card `open` (1 to 6) lies open. */
struct view_table sample_table(int open);

/* The morning after it. */
struct view_morning sample_morning(void);

/* A measure that needs no font: every character is six tenths of its size wide, a Chinese one all of
 * it. */
struct measure sample_measure(void);

enum { SAMPLE_CARD = 100, SAMPLE_ADVISER = 200, SAMPLE_WHY = 300, SAMPLE_GO_ON = 400 };

#endif
