/* debrief_class.h: many games of one year, side by side: a sheet for whoever leads the talk.
 *
 * All games have the same scenario, seed and number, so that they part only where decisions do.
 * Counted are the decisions of one chair a game. A function of the games, in the order given;
 * strings as in debrief.h. */
#ifndef MATCH_DEBRIEF_CLASS_H
#define MATCH_DEBRIEF_CLASS_H

#include "match/debrief.h"

struct class_ending {
    const char *id, *title;
    int games;
};

struct class_choice {
    const char *id, *title;
    int games;
};

/* One decision in all the games that came to it. */
struct class_point {
    int round, beat, party;
    const char *date, *title, *about; /* month, title of the beat, of the incident where it was
                                         the same in all games, or "" */
    int games;
    bool alike;  /* all of them had gone the same way so far */
    int divided; /* the chance that two of them chose differently, per mille */
    int choices;
    struct class_choice choice[MAX_LEGAL]; /* most frequent first */
};

enum { CLASS_QUESTIONS = 4 };

struct debrief_class {
    const struct scenario *scenario; /* borrowed */
    const char *title, *word;
    uint64_t seed, game;
    int games;
    int endings;
    struct class_ending ending[MAX_ENDINGS + 1]; /* those met; the last may be: not over */
    const char *low, *middle, *high;             /* scores of the chairs, in points */
    int points;
    struct class_point *point; /* in the order of the year */
    int most;                  /* the point at which the class divided most, or -1: nowhere */
    const char *most_text;
    const char *parted; /* how long all went the same way */
    int questions;
    struct debrief_question question[CLASS_QUESTIONS];
    void *memory; /* private */
};

/* `party`: the chair that is counted; -1: of each game the person's, else the first. At least one
 * match, all of one scenario, seed and game. NULL when memory is out. */
struct debrief_class *debrief_class_new(struct match *const *m, int games, int party);
void debrief_class_free(struct debrief_class *c);

#endif
