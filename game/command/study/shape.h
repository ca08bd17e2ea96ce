/* shape.h: the figures of a year's shape. */
#ifndef STUDY_SHAPE_H
#define STUDY_SHAPE_H

#include "command/study/series.h"
#include "command/study/study.h"

/* Goals that are not the same everywhere, in per cent; 0: none. */
struct shape_goals {
    double near, channel, full;
};

/* `part`: who played, "scripts" or "planner". */
void shape_report(const struct study *s, const char *part, const struct shape *shape,
                  const struct shape_goals *goals);

/* As often as one ending may come, in per cent: where there are few, more often. */
double parts_most(const struct scenario *sc);

#endif
