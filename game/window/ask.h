/* ask: what on a screen can be asked why.
 *
 * Promises: whatever the table has an account of can be pressed where it is shown, by all the ways
 * in which things are pressed; no number of it stands twice on a screen. */
#ifndef WINDOW_ASK_H
#define WINDOW_ASK_H

#include "match/table.h"
#include "window/widget.h"

/* Makes a widget lead to the account of that id; does nothing where there is none. */
void ask_why(struct ui *ui, struct widget *w, const struct table *t, const char *id);

/* The same for what is known of a case (ABOUT_CASE), or the word given in it (ABOUT_WORD). */
void ask_case(struct ui *ui, struct widget *w, const struct table *t, enum table_about about,
              int case_at);

/* The same for a goal, by its place in the table. */
void ask_goal(struct ui *ui, struct widget *w, const struct table *t, int goal);

/* The account that an action leads to, by its place in the table, or -1. */
int ask_account(const struct table *t, int action);

#endif
