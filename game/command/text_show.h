/* text_show.h: a table in words: one fact a line, no cursor movement, no colour.
 *
 * Everything comes from the table, that is from what its party may know. All of it goes to stdout
 * by say(). */
#ifndef COMMAND_TEXT_SHOW_H
#define COMMAND_TEXT_SHOW_H

#include "match/table.h"

#include <stdbool.h>

/* Title, briefing and aim of the scenario, as a party reads them. False: out of memory. */
bool text_show_briefing(const struct match *m, int party);

/* What must be known for a decision but the choices: date, numbers, incident, words, belief. */
void text_show_table(const struct table *t);

/* The words of the last decision, as the table after it has them; NULL where nothing was said. */
const struct table_quote *text_last_words(const struct match *m, const struct table *t);
void text_show_words(const struct table_quote *quote);

/* The incident on the desk, from its title to its belief. */
void text_show_sheet(const struct table_sheet *sheet);

void text_show_morning(const struct table_morning *morning);
void text_show_ledger(const struct table *t);

/* The ending, and what was so in every case. */
void text_show_ending(const struct table *t);

/* One bet: at most so many lines a group. */
void text_show_bet(const struct table_bet *bet);

#endif
