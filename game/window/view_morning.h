/* view_morning: the two papers and the ledger of the round.
 *
 * Promises: see view_parts.h. */
#ifndef WINDOW_VIEW_MORNING_H
#define WINDOW_VIEW_MORNING_H

#include "window/view_parts.h"

struct view_paper {
    int side;
    const char *label, *date, *headline, *below, *picture;
    const char *foot_label, *foot;
};

struct view_cause {
    struct view_change change;
    int running; /* the meter afterwards */
};

/* One meter's changes in the round, in order. */
struct view_account {
    const char *label;
    int before, after;
    struct view_cause causes[VIEW_CAUSES];
    int cause_count;
};

struct view_morning {
    struct view_head head;
    struct view_calendar calendar;
    struct view_paper papers[2];
    const char *title, *promise, *running_label;
    struct view_account accounts[VIEW_ACCOUNTS];
    int account_count;
    const char *open_label, *open;
    const char *go_on, *enter;
    int action;
};

#endif
