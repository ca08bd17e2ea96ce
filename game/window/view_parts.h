/* view_parts: what the screens of play show, as plain texts and numbers.
 *
 * Promises: holds nothing of the rules; every text is finished, in the language of the game, and
 * outlives the tree built from it. Who fills it decides what it means. */
#ifndef WINDOW_VIEW_PARTS_H
#define WINDOW_VIEW_PARTS_H

#include "window/widget.h"

enum {
    VIEW_STEPS = 6,
    VIEW_GOALS = 6,
    VIEW_ROUNDS = 24,
    VIEW_FACTS = 4,
    VIEW_STAMPS = 12,
    VIEW_NOTES = 4,
    VIEW_LINES = 4,
    VIEW_MARKS = 4,
    VIEW_BELIEFS = 4,
    VIEW_CHANGES = 6,
    VIEW_BETS = 5,
    VIEW_ADVISERS = 3,
    VIEW_FAMILIES = 3,
    VIEW_CARDS = 9,
    VIEW_METERS = 2,
    VIEW_CAUSES = 12,
    VIEW_ACCOUNTS = 8
};

/* The strip along the top. */
struct view_goal {
    const char *text;
    bool met;
};

struct view_head {
    const char *round, *month;
    const char *steps[VIEW_STEPS];
    int step_count, step;
    const char *goal; /* "Goal, December" */
    struct view_goal goals[VIEW_GOALS];
    int goal_count;
};

/* One round on the calendar along the bottom. */
struct view_round {
    const char *month; /* NULL: the same as before */
    enum icon icon;
    int side; /* whose words: 0 or 1, -1 nobody's */
    const char *caption, *note;
    int note_sides; /* bit 1: the first side owes it, bit 2: the second */
    bool now, grave;
};

struct view_calendar {
    struct view_round rounds[VIEW_ROUNDS];
    int count;
    const char *grave; /* "something grave, in one of these" */
};

/* One side of the table. */
enum stamp { STAMP_STRAIGHT, STAMP_FALSE, STAMP_OPEN };

struct view_stamp {
    enum stamp kind;
    const char *word, *month;
};

struct view_fact {
    const char *label, *value, *word;
};

struct view_note {
    const char *label;
    const char *lines[VIEW_LINES];
    bool spoken;    /* the first line is somebody's words */
    bool face_down; /* each line is a lie told, lying face down */
};

struct view_side {
    int side;
    const char *who, *office, *country, *portrait;
    struct view_fact facts[VIEW_FACTS];
    int fact_count;
    const char *stamps_label;
    struct view_stamp stamps[VIEW_STAMPS];
    int stamp_count;
    struct view_note notes[VIEW_NOTES];
    int note_count;
};

/* A change of a meter: arrows for its size, or, without arrows, a plain sentence in `what`. */
struct view_change {
    const char *what;
    int arrows; /* 0 to 3 */
    bool up, good;
    const char *amount, *word, *odds;
};

/* A meter across the top of the table. */
struct view_mark {
    int at;
    const char *label;
};

struct view_meter {
    const char *label, *value_text, *word, *why;
    int value, most;
    struct view_change change;
    struct view_mark marks[VIEW_MARKS];
    int mark_count;
    int action; /* of "why" */
};

#endif
