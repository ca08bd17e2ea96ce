/* shape.h: the figures of a year's shape. */
#ifndef HEALTH_SHAPE_H
#define HEALTH_SHAPE_H

#include "parts.h"
#include "series.h"

/* Goals that are not the same everywhere, in per cent; 0: none. */
struct shape_goals {
    double near, channel, full;
};

/* goals: NULL where there are none at all, and then only what fits one line a figure is told. */
void shape_report(const struct study *s, const char *part, const struct shape *shape,
                  const struct shape_goals *goals);

#endif
