/* debrief.h: a game told afterwards, with nothing hidden any more, as ready strings and numbers.
 *
 * One page in the order in which it is read: a sentence, the year, belief against truth, what was
 * said against what was so, the grave night, the decisions on which the game turned, why the other
 * side did what it did, questions, and what is public about all this. It is a function of the match alone: the same game gives the same
 * debrief. Strings are UTF-8 in the language bound by the front end, never NULL ("": show nothing),
 * and live as long as the debrief. Nothing of it knows a meter, move or agreement by name. */
#ifndef MATCH_DEBRIEF_H
#define MATCH_DEBRIEF_H

#include "match/match.h"
#include "match/motive.h"
#include "match/turning.h"

enum { DEBRIEF_TENTHS = 11, DEBRIEF_QUESTIONS = 4 };

/* ---- 2 the year ---- */

/* A meter of the table over the year. */
struct debrief_line {
    const char *id, *title;
    int lo, hi, good;      /* good as in struct meter */
    int value[MAX_ROUNDS]; /* when the first decision of each round was due */
    int last;              /* at the end */
};

/* Whose hand it was. */
enum debrief_hand { HAND_SUSPECT, HAND_COUNTRY, HAND_ELSEWHERE, HAND_NOBODY, HANDS };

enum debrief_fate { FATE_STANDS, FATE_KEPT, FATE_BROKEN, FATE_LAPSED, FATE_ENDED };

/* A commitment while it was in force. */
struct debrief_bar {
    const char *id, *title;
    int giver;    /* of a promise; -1: an agreement, given by both */
    int from, to; /* rounds, both included */
    enum debrief_fate fate;
    const char *fate_title;
};

/* ---- 3 and 4: one incident and all that was said about it ---- */

struct debrief_case {
    int round, victim, severity;
    bool severe;
    const char *id, *date, *title, *kind;

    const char *opened,
        *closed; /* the victim's first move and last; closed "" when there was one */
    int opened_number, closed_number; /* the decisions, from 1; 0: none was made */
    bool opened_open;                 /* in public */
    enum family opened_family, closed_family;
    int believed_first;   /* by the victim as it opened, in tenths that it was the suspect */
    int believed;         /* and at its last decision before the truth was out; -1: it made none */
    const char *believes; /* "six in ten", or "" */

    const char *said_title, *said; /* the suspect's answer and its words, quoted; "" when none */
    bool said_open;
    enum family said_family;
    enum word word; /* by what was so, whether it came out or not */
    const char *word_title;

    bool guilty;
    enum debrief_hand hand;
    const char *culprit_id, *culprit; /* "a group it tolerates" */
    const char *whose;                /* "China: a group it tolerates" */
    const char *truth;                /* what was so, a sentence */
    const char *ordered;              /* the suspect's orders to its own services at that time */
    const char *secretly;             /* what it meant by words that can mean two things, or "" */
    int revealed;                     /* round in which it came out, 0: never */
    const char *came_out;             /* "August, 3 rounds later", "never" */

    int incident;            /* index in the scenario, for its facts */
    const char *ref, *claim; /* of the incident's source */
};

/* The cases in which a side was struck, by how likely it held the other to be behind it. */
struct debrief_belief {
    int cases, guilty;        /* with a belief; of these, it was the suspect */
    int held[DEBRIEF_TENTHS]; /* cases by tenths */
    int so[DEBRIEF_TENTHS];   /* and of these, it was the suspect */
    const char *text;
};

/* ---- 5 the grave night ---- */

/* An agreement with which it would have cost something else. */
struct debrief_channel {
    const char *id, *title; /* title: with what it rests on, "Hotline and Hotline test" */
    bool stood;             /* in force: what it would have cost without it; else with it */
    int cost;
    const char *offers; /* when it was on the table, and who declined */
    const char *text;   /* the whole sentence */
};
struct debrief_grave {
    int case_at, round;
    const char *meter_id, *meter; /* the number that says what it cost */
    int before, after, cost;      /* cost: how much worse it became */
    int channels;
    struct debrief_channel channel[MAX_SET];
    const char *text;
};

/* ---- 6 turning points ---- */

struct debrief_turning {
    struct turning turning;
    int round;
    const char *date, *beat, *about; /* month, title of the beat, of the incident or "" */
    const char *move_id, *other_id;  /* as on a command line */
    const char *move, *other;        /* titles */
    bool judged_well, lucky;
    const char *text;
    int reason; /* index of the reason of it, or of what a planner answered; -1: neither */
};

/* ---- 7 why they did it ---- */

/* A decision of a planner, as it thought about it then: an answer to the chair's own, or one of
 * those and its answers on which the game turned. */
struct debrief_reason {
    int number, round, party;
    const char *date, *beat, *about; /* as of a turning point */
    const char *move_id, *other_id;  /* as on a command line; other: the runner-up */
    const char *move, *other;        /* titles */
    const struct motive *motive;     /* its numbers */
    const char *culprit_id;          /* where it has a belief: who it was, else "" */
    const char *text, *more;         /* what it chose, and what it held and expected, or "" */
};

/* ---- 8 questions ---- */

struct debrief_question {
    const char *concept_id; /* "attribution", "audience-cost", "costly-signal", ... */
    const char *concept_title, *idea, *text;
};

/* ---- 9 history ---- */

/* Something public that plays a part in an incident which came up. */
struct debrief_fact {
    const char *id, *text;
    const char *behind; /* "“Drawings for sale” (invented), “The missing bell” (…)" */
};
struct debrief_source {
    const char *id, *title, *note;
    const char *behind; /* the incidents that name it, or "" */
};

/* ---- the page ---- */

struct debrief_side {
    int party;
    const char *id, *office, *country;
    const char *name;    /* the country, with a capital letter */
    uint32_t color[2];   /* 0xRRGGBB on dark, on light */
    const char *seat;    /* "person" or a minister's name */
    int utility;         /* tenths of a point */
    const char *score;   /* "41.5" */
    const char *mandate; /* title, or "" */
    const char *mandate_line;
    bool mandate_kept;
    struct debrief_belief belief;
};

struct debrief {
    const struct scenario *scenario;       /* borrowed */
    int party;                             /* from whose chair it is told: "you" */
    bool person;                           /* somebody sat there */
    bool hindsight;                        /* see match_hindsight */
    struct debrief_side side[MAX_PARTIES]; /* by party */
    const char *title, *subtitle, *chair;
    uint64_t seed, game;
    const char *word; /* class word */

    bool over;
    const char *ending_id, *ending_title, *ending; /* "" when it is not over */
    int round, rounds;                             /* reached, of the calendar */
    const char *sentence;

    const char *date[MAX_ROUNDS], *kind[MAX_ROUNDS]; /* of the rounds: month, "Summit" */
    int lines;
    struct debrief_line line[MAX_METERS];
    int bars;
    struct debrief_bar *bar;
    int cases;
    struct debrief_case *file;   /* oldest first */
    struct debrief_grave *grave; /* NULL: it never came */
    const char *no_grave;        /* why not */
    int turnings;
    struct debrief_turning turning[TURNINGS];
    const char *turning_text; /* how many there are, and how they were found */
    int reasons;
    struct debrief_reason *reason; /* oldest first */
    const char *reason_text; /* how they were found; of one that needs none: "tit-for-tat: does as
                                was last done to it."; "" for people */
    struct debrief_question question[DEBRIEF_QUESTIONS];
    int facts;
    struct debrief_fact *fact;
    int sources;
    struct debrief_source *source;
    void *memory; /* private */
};

/* The side from whose chair a match is told where nobody says: the person's, else the first. */
int debrief_chair(const struct match *m);

/* The debrief of a match, over or not. NULL when memory is out. */
struct debrief *debrief_new(const struct match *m, int party);
void debrief_free(struct debrief *d);

#endif
