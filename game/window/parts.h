/* parts: pieces that several screens are built of.
 *
 * Promises: each adds one piece to the end of a parent and keeps pointers into the table, which must
 * outlive the tree. */
#ifndef WINDOW_PARTS_H
#define WINDOW_PARTS_H

#include "match/table.h"
#include "window/input.h"
#include "window/widget.h"

enum { PART_MARGIN = 24, PART_COLUMN = 240, PART_GUTTER = 24, PART_BODY = 1 };

/* Whether the window is too narrow for three columns; for long texts in one of several columns; too
 * low for fixed strips. */
bool part_narrow(const struct ui *ui);
bool part_stacked(const struct ui *ui);
bool part_low(const struct ui *ui);

/* Is there something to show? */
bool part_says(const char *text);

/* A text in capitals, for labels; letters beyond A to Z stay as they are. */
const char *part_caps(struct ui *ui, const char *text);

/* A small spaced heading in capitals. */
struct widget *part_label(struct ui *ui, struct widget *parent, const char *text);

/* The bar that tells the sides apart without their colour; a height of 0: as high as its row. */
struct widget *part_side_bar(struct ui *ui, struct widget *parent, int party, int height);
enum colour part_side_colour(int party);
const char *part_portrait(int party);

/* The sign of a family: disc, triangle, square. */
enum icon part_family(enum family family);

/* The arrows of a change; returns their row. The colour that goes with it. */
struct widget *part_arrows(struct ui *ui, struct widget *parent, const struct table_move *move);
enum colour part_tone(enum table_tone tone);

/* "trust ▲▲ better", on one line where its words are few. */
struct widget *part_chip(struct ui *ui, struct widget *parent, const struct bet_line *line);

/* What somebody said: a bar, who, and the words in a type. */
void part_quote(struct ui *ui, struct widget *parent, const struct table_quote *quote,
                enum role role);

/* The name of the key of a command. */
const char *part_key(struct ui *ui, enum input command);

/* The button that goes on, with its key; a quieter one beneath it. */
struct widget *part_button(struct ui *ui, struct widget *parent, const char *text,
                           const char *key_hint, int action);
struct widget *part_link(struct ui *ui, struct widget *parent, const char *text, const char *hint,
                         int action);

/* Something with one of several values, which going on or left and right change. */
struct widget *part_choice(struct ui *ui, struct widget *parent, const char *label,
                           const char *value, int action);

/* Who sits where: bar, portrait, "You", office, country, and what they are like, or "". */
struct widget *part_person(struct ui *ui, struct widget *parent, int party, const char *role,
                           const char *office, const char *country, const char *like);

/* A sheet of paper on the desk. */
struct widget *part_sheet(struct ui *ui, struct widget *parent, int gap);

/* The frame of a screen of play: strip, notice (or NULL), scrolled body, calendar; returns the
 * body. `round` is the one that is shown as the present: the table's own, or the one just over. */
struct widget *part_frame(struct ui *ui, const struct table *t, int round, const char *notice);
void part_frame_end(struct ui *ui, struct widget *body, const struct table *t, int round);

/* A frame without strips: a scrolled body with one column in the middle of it; returns the column,
 * `width` across. */
struct widget *part_page(struct ui *ui, int width, int gap);

/* The page of something that lies over the game: its title, a way back, and below it a scrolled
 * column, which is returned. */
struct widget *part_over(struct ui *ui, const char *title, int width);

/* How many pixels of the body are more than fits, once the tree is laid out; 0: it does not scroll. */
int part_overflow(const struct ui *ui);

#endif
