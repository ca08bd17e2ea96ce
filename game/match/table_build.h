/* table_build.h: what the parts of the table share while it is made. Private to table*.c. */
#ifndef MATCH_TABLE_BUILD_H
#define MATCH_TABLE_BUILD_H

#include "match/narrate.h"
#include "match/table.h"
#include "match/why.h"

struct builder {
    const struct match *m;
    const struct scenario *sc;
    int party;
    bool advised; /* with what the advisers would do */
    struct pool *pool;
    struct view now, then;
    struct narrator n;    /* over `now` */
    struct narrator past; /* over `then`, see builder_at */
    struct table *t;
    int lines;
    struct why_line *line; /* every change the party may see, in order */
    int begun[MAX_SLOTS];  /* the numbers as the present round began */
};

/* A narrator over the party's view of an earlier state; the one before it is gone. */
const struct narrator *builder_at(struct builder *b, int state);

/* The case at hand now, or -1. */
int builder_case(const struct builder *b);

/* ---- parts, in the order they are made ---- */

void table_gather(struct builder *b);   /* table_ledger.c: lines, begun */
void table_head(struct builder *b);     /* table_head.c: moment, round, strip, goals, meters */
void table_ledger(struct builder *b);   /* table_ledger.c: a chapter a round */
void table_sides(struct builder *b);    /* table_sides.c */
void table_sheet(struct builder *b);    /* table_sheet.c */
void table_cards(struct builder *b);    /* table_cards.c: cards, clauses, advice */
void table_calendar(struct builder *b); /* table_year.c: calendar, history */
void table_history(struct builder *b);
void table_ending(struct builder *b);   /* table_ending.c */
void table_morning(struct builder *b);  /* table_morning.c */
void table_accounts(struct builder *b); /* table_why.c: what can be asked */

/* ---- shared pieces ---- */

/* table_head.c: the strip of a kind of round in a view, `at` being the beat of the present; returns
 * how many. */
int table_strip(struct builder *b, const struct view *view, int kind, int at,
                struct table_place *out);
/* table_head.c: the goals, as they stand in a view. */
void table_goals(const struct builder *b, const struct view *view, struct table_goal *out);
/* table_head.c: a meter as it stands, with its change since the round began. */
struct table_meter table_meter_of(const struct builder *b, int slot);
/* table_head.c: what is known of a meter, "46, fragile". */
const char *table_value(const struct builder *b, const struct table_meter *t);
/* table_sides.c: the last round in which a commitment of that age can be kept, or 0. */
int table_due(const struct builder *b, const struct commitment *k, int age);
/* table_head.c: the agreements of a set by their titles. */
const char *table_clauses(const struct builder *b, unsigned set);
/* At most so many lines of what was chosen and offered in a round. */
enum { TABLE_NEWS = 2 * MAX_ROUND_BEATS + 3 };
/* table_head.c: what either side did in a round where both chose blind and in the open, a sentence
 * each, once both have; returns how many. */
int table_chosen(const struct builder *b, int round, const char **out);
/* table_head.c: what either side was ready to sign in a round, two sentences, once both have
 * chosen; returns how many. */
int table_offers(const struct builder *b, int round, const char **out);

/* table_ledger.c: adds a line to a group; causes that read alike and follow one another are one,
 * or none where they cancel out. */
void table_add_cause(const struct builder *b, struct table_group *g, const struct why_line *line);

/* Was it said across the table? Sets, secret choices and moves that keep the beat open are not. */
bool table_is_said(const struct scenario *sc, const struct step *step);

/* table_words.c: everything said in a case, in order; returns how many. */
int table_quotes(struct builder *b, int case_at, struct table_quote **out);
/* The answer of the suspect among them, or one with party -1. */
struct table_quote table_answer(struct builder *b, int case_at);
const char *table_word_title(enum word word);
const char *table_case_title(const struct builder *b, int case_at);
/* Ids of accounts: of how many agreements are in force, of a number, of the stamp of a case. */
#define TABLE_AGREEMENTS "agreements"
const char *table_name(const struct builder *b, int slot);
const char *table_word_name(const struct builder *b, int case_at);
/* The case of a round, or -1. */
int table_case_in(const struct builder *b, int round);

/* table_why_case.c: the accounts of words, belief and cases. */
void table_case_accounts(struct builder *b);
/* table_why_move.c: the account of what the other side last said. */
void table_move_account(struct builder *b);

/* table_belief.c: what the victim of a case believed in a view; parts 0 for others. */
struct table_belief table_belief_of(const struct narrator *n, int case_at);

#endif
