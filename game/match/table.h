/* table.h: what one party's chair shows, as ready strings and numbers.
 *
 * A table is made anew after every decision. It owns everything in it and changes never; all its
 * strings are UTF-8, in the language bound by the front end, and never NULL ("" means: show
 * nothing). It is built from the party's view and from ledgers cut down to what the party may
 * see, so nothing here can give a hidden thing away; only the ending, once the game is over, says
 * what was so. Front ends lay it out and need no other source. Lists are an array and a count. */
#ifndef MATCH_TABLE_H
#define MATCH_TABLE_H

#include "match/match.h"

enum table_moment {
    TABLE_OPENING,  /* my incident, first beat */
    TABLE_ANSWER,   /* I am the suspect */
    TABLE_REACTION, /* my incident, a later beat */
    TABLE_PICK,     /* clauses: a set of table->clause, see table_pick */
    TABLE_ORDERS,   /* both choose, and it stays secret */
    TABLE_BLIND,    /* any other beat in which both choose blind */
    TABLE_WAITING,  /* the other side is to move: no cards */
    TABLE_ENDING    /* the game is over */
};

enum table_undo { UNDO_NOTHING, UNDO_FREE, UNDO_REWIND };

enum table_tone { TONE_NEUTRAL, TONE_BETTER, TONE_WORSE };

/* How far a number moved, or would. */
struct table_move {
    int amount;           /* with its sign */
    int arrows;           /* 1 to 3 by size (1-3, 4-7, 8+); 0: no number */
    int direction;        /* +1 up, -1 down, 0 */
    enum table_tone tone; /* for whom the meter is */
    const char *text;     /* "+4", "–6" (en dash) */
    const char *word;     /* "better", "worse", "" */
};

struct table_goal {
    const char *text;
    bool met;
    const char *why; /* id of the account of the number it hangs on, or "" */
};

/* One place of the strip: 'Incident > Opening > Answer > Reaction > Morning'. */
struct table_place {
    const char *title;
    bool current;
};

struct table_mark {
    int at;
    const char *title;
};
struct table_meter {
    const char *id, *title;
    const char *why; /* id of its account */
    bool known;      /* else: value, text and band say nothing */
    int value, lo, hi;
    int good;                 /* +1 more is better, -1 less is, 0 neither */
    const char *text;         /* the value */
    const char *band;         /* its word: "fragile" */
    struct table_move change; /* since the round began */
    int marks;
    struct table_mark mark[6];
};

/* A line with a small title: 'MANDATE  A tested line by September'. */
struct table_line {
    const char *title, *text;
    const char *note; /* "holds now", "due in August", ... */
    bool on;          /* a mandate that holds, an agreement in force */
    const char *why;  /* id of the account of an agreement or promise; else "" */
};

/* Something said across the table. */
struct table_quote {
    int party; /* who said it, or -1: nothing was said and text is "" */
    enum family family;
    bool open;                /* in public */
    const char *who;          /* "They ask you, in private" */
    const char *title;        /* the move: "Ask 'was it you?'" */
    const char *text;         /* the sentence in typographic quotes */
    const char *date, *about; /* month; title of the incident */
};

struct table_stamp {
    enum word word;
    const char *title; /* "straight", "false", "open" */
    const char *date, *said, *about;
    const char *why; /* id of its account */
};

/* A false sentence of mine that has not come out. */
struct table_lie {
    const char *said, *date, *about;
    int percent;      /* chance a round that it comes out */
    const char *odds; /* "1 in 6 a round" */
};

struct table_side {
    int party;
    const char *role; /* "You", "They" */
    const char *office, *country;
    uint32_t color[2]; /* 0xRRGGBB on dark, on light */
    int meters;
    struct table_meter *meter; /* those the scenario shows at the side */
    int stamps;
    struct table_stamp *stamp; /* its word, oldest first */
    struct table_quote last;   /* what it said last, of the same kind as a stamp or not */
    int lines;
    struct table_line *line; /* mine: mandate, promises owed; theirs: promises owed to me */
    int lies;
    struct table_lie *lie; /* mine only: face down */
};

struct table_part {
    int dots; /* of ten */
    bool guilty;
    const char *text; /* "their state or a group it tolerates" */
};
struct table_belief {
    int parts;
    struct table_part part[MAX_CULPRITS]; /* those with at least a dot, guilty ones first */
    int guilty;                           /* dots of guilty ones */
    const char *text;                     /* the whole sentence */
};

/* The incident on the desk. */
struct table_sheet {
    const char *title, *kind;
    bool mine;          /* I am the victim */
    int severity, most; /* of the scenario's greatest */
    bool severe;
    const char *severity_text; /* "Theft, severity 4 of 5" */
    const char *dispatch;
    const char *trace, *confidence; /* victim only: sentence and word */
    int tiers;
    struct table_line *tier; /* what the trace says, victim only; a second look follows */
    bool believes;           /* victim, before the truth is out: the two below count */
    struct table_belief belief;
    struct table_belief before; /* as it was before the last answer; parts 0: no answer yet */
    int quotes;
    struct table_quote *quote;    /* all that was said in this case, in order */
    const char *file, *file_note; /* suspect only: "Us", and how often files are right */
    const char *wonder;           /* suspect only: what their trace may tell them */
    struct table_quote old;       /* an old sentence of theirs that this answer contradicts */
    const char *truth;            /* once it has come out */
};

enum { BET_LINES = 12, BET_SHOWN = 3, BET_GROUPS = 3 };

enum bet_rank {
    BET_NUMBER, /* of the table or one's own */
    BET_EVENT,  /* what happens */
    BET_BOOKS,  /* one's own, shown nowhere else */
    BET_THEIRS
};
struct bet_line {
    const char *label; /* meter title, or what happens: "it comes out" */
    bool number;       /* a meter by so much; else the label is all */
    struct table_move move;
    const char *chance; /* "2 in 3", "1 in 6 a round", or "" */
    enum bet_rank rank;
    int slot; /* of the number, whatever the cause; else -1 */
};
struct bet_group {
    const char *title; /* "For sure", "In any case" with lines by chance, "If it was them", ... */
    bool always;       /* whatever was so */
    int lines;         /* by rank, then the weightiest first; a card shows BET_SHOWN of them, and
                        * what happens is always among these */
    struct bet_line line[BET_LINES];
    int nets; /* the same with one line a number and chance, for where there is little room */
    struct bet_line net[BET_LINES];
};
struct table_bet {
    int groups;
    struct bet_group group[BET_GROUPS];
};

/* One way to play a card; cards with several look alike to the other side. */
struct table_form {
    int move;          /* for match_play */
    const char *id;    /* its text form */
    const char *title; /* of this form */
    const char *line;  /* of this form: its intent */
    bool off;
    const char *why_not;
    struct table_bet bet;
};
struct table_card {
    int key;                         /* 1.. by place */
    const char *title, *line, *says; /* says: the sentence that would be spoken, quoted, or "" */
    enum family family;
    bool open;           /* public */
    bool again;          /* the beat stays open afterwards */
    bool off;            /* greyed out: why_not says why */
    const char *why_not; /* "Not now: ..." */
    unsigned advisers;   /* bit a: adviser a marks it */
    int forms;           /* at least 1 */
    struct table_form form[4];
};

struct table_clause {
    int key;
    const char *id, *title, *line, *due;
    bool on_table, in_force;
    const char *why_not; /* when not on the table and not in force */
    unsigned advisers;
    struct table_bet bet; /* of its being signed */
};

struct table_adviser {
    const char *title;  /* office or trade: "Diplomat" */
    int move;           /* what it would do ... */
    const char *choice; /* ... by its title: "Name them", "Hotline, Hotline test" */
    int card;           /* index of the card of that, or -1 in TABLE_PICK */
    const char *marks;  /* "marks 4, Name them", "marks 1, 3" */
    const char *says;   /* its sentence, quoted, or "" */
    const char *reason; /* what that is expected to bring: "Trust 5 higher by morning than ..." */
};

enum table_when { WHEN_PAST, WHEN_PRESENT, WHEN_FUTURE };
struct table_round {
    int round;
    const char *date, *kind; /* month, "Summit" */
    enum table_when when;
    bool incident;
    bool grave;              /* something grave, in one of these */
    struct table_quote said; /* the answer given in a past incident; party -1: none */
    enum word word;          /* its stamp */
    const char *note;        /* "they said", "2 agreements", "your answer due", ... */
    int due_party;           /* whose commitment is due: 0, 1, 2 both, -1 none */
    const char *due;         /* what is due then */
};

/* What moved one meter over a round, every cause; they sum to after - before. */
struct table_cause {
    const char *text;
    struct table_move move;
    int running;
};
struct table_group {
    const char *title;
    const char *why; /* id of its account */
    int round;
    int before, after;
    int causes;
    struct table_cause *cause;
};
struct table_chapter {
    int round;
    const char *date, *title;
    int groups;
    struct table_group *group;
};

/* Something that can be asked 'why'. */
enum table_about {
    ABOUT_NUMBER,     /* a meter */
    ABOUT_COMMITMENT, /* an agreement or promise */
    ABOUT_WORD,       /* a stamp of a record */
    ABOUT_BELIEF,     /* what I hold likely of the case at hand */
    ABOUT_CASE,       /* an incident: what is known of it */
    ABOUT_MOVE        /* what the other side last said, seen from here; of an advised table */
};
struct table_account {
    enum table_about about;
    const char *id;    /* "standing.us", "agreements", "hotline", "word.china.3", "belief", "case.3"
                        * (rounds), "move" */
    const char *title; /* "Their standing", "Hotline", "Their word, June", ... */
    const char *value; /* "46, fragile", "in force", "false", "not known yet", ... */
    bool known;        /* false: value says "not known yet" */
    int slot;          /* of ABOUT_NUMBER and ABOUT_COMMITMENT; else -1 */
    bool stands;       /* of ABOUT_COMMITMENT: in force */
    int giver;         /* of a promise: the party that gives it; else -1 */
    int case_at;       /* of the others; else -1 */
    int groups;
    struct table_group *group; /* a round each in which it changed, oldest first; the title is the
                                * round's: "Round 4, June" */
    int notes;
    const char **note; /* sentences: where it drifts, what a belief is made of, ... */
};

struct table_headline {
    const char *where; /* "At home", "Abroad" */
    int party;
    const char *paper; /* "July, the morning papers" */
    const char *text;
    const char *label, *note; /* "Printed because" / "You spoke in public.", "Page seven" / ... */
};

/* The end of the last round that is over. */
struct table_morning {
    int round;
    bool fresh; /* the party has made no decision since: show it first */
    const char *title, *date;
    int places; /* the strip of the round, at its end */
    struct table_place place[MAX_ROUND_BEATS + 2];
    struct table_goal goal[6]; /* as they stood then; so many as the table has */
    int headlines;             /* 0 after a round without incident, else 2: mine, theirs */
    struct table_headline headline[2];
    struct table_chapter chapter;
    int truths;
    struct table_line *truth; /* what came out since the round began: title, truth, old sentence */
    int events;
    const char **event; /* what else happened: signed, broken, promised, lapsed */
    const char *open;   /* "3 truths are still to come out. ..." */
    const char *coach;  /* what the scenario's coach has to say of the round, or "" */
    const char *next;   /* "On to August" */
};

struct table_case {
    int round, victim;
    const char *date, *title, *kind;
    int severity;
    int quotes;
    struct table_quote *quote;
    enum word word;
    const char *word_title;
    const char *truth;          /* what was so, once out (at the ending: always), or "" */
    struct table_belief belief; /* what I thought at last, as victim; else parts 0 */
};

/* One part of the score; they sum to it. */
struct table_score {
    const char *title; /* "Standing at home", "To begin with", title of the ending, ... */
    const char *value; /* "44", or "" */
    int tenths;
    const char *points; /* "+22.0", "–31.0" */
};

struct table_ending {
    const char *id, *title, *text;
    const char *utility; /* "Your score: 41.5 points" */
    int scores;
    struct table_score *score;
    const char *rival; /* "Their score: 12.0 points" */
    int orders;
    const char **order; /* what both chose in secret: "June: you: Hold back; they: Press on" */
    struct table_line mandate;
    int numbers;
    struct table_meter *number; /* the visible meters at the end */
};

struct table {
    const struct scenario *scenario; /* borrowed */
    int party, other;
    enum table_moment moment;
    int round, rounds;
    const char *round_text;     /* "Round 5 of 12" */
    const char *date, *beat;    /* month; title of the beat */
    const char *hindsight;      /* "With hindsight" once a decision was made again with more known
                              * (match_hindsight), or "" */
    const char *hindsight_note; /* how that came, a sentence; or "" */
    enum table_undo undo;       /* what taking back my last decision would be */
    const char *task;           /* the party's part in it: "they ask you"; "" when it has none */
    const char *coach;          /* what the scenario's coach says to who decides now; or "" */
    int places;
    struct table_place place[MAX_ROUND_BEATS + 2];
    const char *aim;
    int goals;
    struct table_goal goal[6];
    struct table_side me, them;
    const char *opposite; /* what the minister in the other chair is like; "" where it has no
                           * character */
    int meters;
    struct table_meter *meter; /* the main ones */
    int agreements;
    struct table_line *agreement; /* in force */
    struct table_sheet *sheet;    /* NULL in a round without incident */
    int cards;
    struct table_card *card;
    int clauses, pick; /* TABLE_PICK: at most `pick` of them */
    struct table_clause *clause;
    const char *how; /* TABLE_PICK: how signing works */
    int news;
    const char **news_text; /* what was chosen, and signed, in this round so far */
    int advisers;           /* 0 when no advice was asked for */
    struct table_adviser adviser[3];
    const char *waiting, *manner;            /* TABLE_WAITING */
    struct table_round calendar[MAX_ROUNDS]; /* `rounds` of them */
    int cases;
    struct table_case *history; /* oldest first, the one at hand included */
    int chapters;
    struct table_chapter *ledger; /* a chapter a round, oldest first, the present one last */
    int accounts;
    struct table_account *account; /* all that can be asked why, see table_why */
    struct table_morning *morning; /* NULL until a round is over */
    struct table_ending *ending;   /* NULL until the game is over */
    void *memory;                  /* private */
};

/* The table of `party` as the match stands, without advice, and with what the advisers would do,
 * which takes some milliseconds when the party is to move. NULL when memory is out. */
struct table *table_new(const struct match *m, int party);
struct table *table_new_advised(const struct match *m, int party);
/* The first, and adds to a set the texts of the scenario that are read from it. */
enum { TABLE_TEXTS = MAX_TEXTS / 64 };
struct table *table_new_noted(const struct match *m, int party, uint64_t read[TABLE_TEXTS]);
void table_free(struct table *t);

/* The account of that id, or NULL; and that of a number by its slot. */
const struct table_account *table_why(const struct table *t, const char *id);
const struct table_account *table_why_slot(const struct table *t, int slot);

/* The move that signs these clauses (bit i: clause i), or -1 when it is not legal. */
int table_pick(const struct table *t, unsigned clauses);

#endif
