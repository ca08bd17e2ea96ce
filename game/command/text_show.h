/* text_show.h: a table in words: one fact or one chance a line, no cursor movement, no colour.
 *
 * Everything comes from the table, that is from what its party may know. All of it goes to stdout
 * by say(). */
#ifndef COMMAND_TEXT_SHOW_H
#define COMMAND_TEXT_SHOW_H

#include "match/table.h"

#include <stdbool.h>

/* Title, briefing and aim of the scenario, as a party reads them. False: out of memory. */
bool text_show_briefing(const struct match *m, int party);

/* What must be known for a decision but the choices: date, numbers, incident, words, belief. Not
 * whole: only what has moved since the round began, and of the incident what is new. */
void text_show_table(const struct table *t, bool whole);

/* The words of the last decision, as the table after it has them; NULL where nothing was said. */
const struct table_quote *text_last_words(const struct match *m, const struct table *t);
void text_show_words(const struct table_quote *quote);

/* The incident on the desk, from its title to its belief; not whole: without its dispatch, its
 * first trace and what was said. */
void text_show_sheet(const struct table_sheet *sheet, bool whole);

/* That the game is played with hindsight, where it is. */
void text_show_hindsight(const struct table *t);

void text_show_morning(const struct table_morning *morning);
void text_show_ledger(const struct table *t);

/* The ending, what was so in every case, what was ordered in secret, and the score by its parts. */
void text_show_ending(const struct table *t);

/* One bet, with all its lines. */
void text_show_bet(const struct table_bet *bet);

/* What the words on the table mean, in a few lines. */
void text_show_terms(void);

/* ---- lines ---- */

/* Nothing for an empty text. */
void text_show_line(const char *text);
/* 'Coach: text' likewise. */
void text_show_coach(const char *coach);
/* 'Title: text (note)' without the parts that are empty. */
void text_show_titled(const struct table_line *line);
void text_show_lines(const struct table_line *line, int count);
void text_show_meter(const struct table_meter *meter);

#endif
