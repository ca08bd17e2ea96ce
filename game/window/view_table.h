/* view_table: everything that the table shows in one beat.
 *
 * Promises: see view_parts.h. */
#ifndef WINDOW_VIEW_TABLE_H
#define WINDOW_VIEW_TABLE_H

#include "window/view_parts.h"

/* One case of a card's bet: for sure, if it was them, if it was not. */
struct view_bet {
    const char *when;
    struct view_change changes[VIEW_CHANGES];
    int change_count;
};

struct view_card {
    int action; /* 0: cannot be played, `refusal` says why */
    int family, number;
    const char *title, *line, *refusal, *tag;
    bool is_public;
    bool marked[VIEW_ADVISERS]; /* by which adviser */
    struct view_bet bets[VIEW_BETS];
    int bet_count;
};

struct view_adviser {
    int action;
    const char *name, *mark, *letter, *portrait, *sentence;
};

struct view_belief {
    int count;
    enum icon icon;
    const char *words;
};

/* The sheet in the middle. */
struct view_sheet {
    const char *title, *kind;
    int severity, most_severity;
    const char *dispatch;
    const char *trace_label, *trace_sub, *trace;
    const char *belief_label;
    struct view_belief beliefs[VIEW_BELIEFS];
    int belief_count;
};

struct view_family {
    enum icon icon;
    const char *label;
};

struct view_table {
    struct view_head head;
    struct view_calendar calendar;
    struct view_side sides[2]; /* one's own first */
    struct view_meter meters[VIEW_METERS];
    struct view_sheet sheet;
    struct view_family families[VIEW_FAMILIES];
    struct view_card cards[VIEW_CARDS];
    int card_count;
    const char *enter; /* "Enter plays it" */
    const char *advisers_label;
    struct view_adviser advisers[VIEW_ADVISERS];
    int adviser_count, speaking;
    int open; /* the action of the card that lies open */
};

#endif
