/* study.h: the parts of a study: each plays its games and adds its figures.
 *
 * The same scenario, seed and numbers give the same report, however many hands do the work. */
#ifndef STUDY_STUDY_H
#define STUDY_STUDY_H

#include "command/study/coverage.h"
#include "command/study/measures.h"
#include "command/study/report.h"
#include "command/study/roster.h"

/* How much is played. */
struct study_numbers {
    int64_t random;         /* games by lot, of either kind */
    int64_t cell;           /* games of a script against a script */
    int64_t planner;        /* games of planners */
    int64_t self;           /* games of tit for tat against itself */
    int64_t rounds;         /* rounds looked at, all their choices */
    int64_t worlds;         /* worlds that each choice is valued over */
    int64_t answers;        /* rounds looked at with other incidents */
    int64_t cases;          /* games in which belief is held against the truth */
    int64_t texts;          /* games that are read */
    int64_t tries;          /* games played for each thing that was not met */
    int64_t climbs, rivals; /* steps towards a recipe; games a seat of it in the end */
};

/* Something that was not met in play, and what the search made of it. */
struct missing {
    enum thing kind;
    int index;
    bool reached;
    int64_t tries; /* games */
};
enum { MAX_MISSING = 512, MAX_UNREAD = 64, UNREAD_NAME = 120 };

struct study {
    const struct measures *measures;
    const struct roster *roster;
    struct report *report;
    uint64_t seed;
    struct hands hands;
    struct study_numbers numbers;
    struct coverage by_lot, by_ministers;
    struct estimate itself; /* what a planner gets against a planner, tenths of a point */
    int missings;
    struct missing missing[MAX_MISSING];
    int texts;   /* how many there are */
    int unreads; /* of these, nobody read; as many as fit are named */
    char unread[MAX_UNREAD][UNREAD_NAME];
};

/* The seed of the games of a part: told with every game that is shown. */
enum part_id {
    PART_RANDOM = 1,
    PART_FAMILY,
    PART_FIELD,
    PART_PLANNER,
    PART_SELF,
    PART_CHOICES,
    PART_ANSWERS,
    PART_TRUTH,
    PART_SEARCH,
    PART_RECIPE,
    PART_TEXTS
};
uint64_t study_seed(const struct study *s, enum part_id part);

/* -1: out of memory. */
int part_random(struct study *s);
int part_family(struct study *s);
int part_field(struct study *s);
int part_planner(struct study *s);
int part_self(struct study *s);
int part_dominance(struct study *s);
int part_answers(struct study *s);
int part_truth(struct study *s);
int part_search(struct study *s); /* after those that play games */
int part_texts(struct study *s);
int part_recipe(struct study *s);

#endif
