/* window_sample: what the tests of the window share. */
#ifndef TESTS_WINDOW_SAMPLE_H
#define TESTS_WINDOW_SAMPLE_H

#include "window/wrap.h"

/* A measure that needs no font: every character is six tenths of its size wide, a Chinese one all of
 * it. */
struct measure sample_measure(void);

#endif
