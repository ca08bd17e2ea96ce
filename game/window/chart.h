/* chart: drawings made from numbers: a meter with its marks, a step of the ledger, small print.
 *
 * Promises: good and bad differ by fill as well as by hue, the two meters by pattern. */
#ifndef WINDOW_CHART_H
#define WINDOW_CHART_H

#include "window/widget.h"

enum { CHART_MARKS = 6 };

struct chart_meter {
    int value, most;
    enum colour colour;
    bool barred; /* the bar is cut into strokes */
    int marks[CHART_MARKS], mark_count;
};

struct chart_step {
    int from, to, low, high; /* the scale runs from low to high */
    enum colour colour;
    bool hollow;
    bool joined; /* a line leads down to the next step */
};

/* A meter's bar as wide as its parent. The chart is copied. */
struct widget *chart_meter(struct ui *ui, struct widget *parent, const struct chart_meter *chart,
                           const char *says);

/* One step of a ledger, `width` design pixels wide. The chart is copied. */
struct widget *chart_step(struct ui *ui, struct widget *parent, const struct chart_step *chart,
                          int width, int height);

/* Lines of small print that nobody can read, in two columns. */
struct widget *chart_print(struct ui *ui, struct widget *parent, int height);

#endif
