/* parts: pieces that several screens are built of.
 *
 * Promises: each adds one piece to the end of a parent and keeps pointers into the view. */
#ifndef WINDOW_PARTS_H
#define WINDOW_PARTS_H

#include "window/view_parts.h"

enum { PART_MARGIN = 24, PART_COLUMN = 240, PART_GUTTER = 24 };

/* Whether the window is too narrow for three columns, or too low for fixed strips. */
bool part_narrow(const struct ui *ui);
bool part_low(const struct ui *ui);

/* A small spaced heading. */
struct widget *part_label(struct ui *ui, struct widget *parent, const char *text);

/* The strip along the top, with the line below it. */
void part_head(struct ui *ui, struct widget *parent, const struct view_head *head);

/* The calendar along the bottom. */
void part_calendar(struct ui *ui, struct widget *parent, const struct view_calendar *calendar);

/* The bar that tells the sides apart without their colour, as high as its row. */
struct widget *part_side_bar(struct ui *ui, struct widget *parent, int side, int height);
enum colour part_side_colour(int side);

/* The arrows of a change, and its word in the colour that goes with it. */
void part_arrows(struct ui *ui, struct widget *parent, const struct view_change *change);
enum colour part_change_colour(const struct view_change *change);

/* "trust ▲▲ better", on one line. */
struct widget *part_chip(struct ui *ui, struct widget *parent, const struct view_change *change);

/* The button that goes on, with its key; `share` of the room it takes is the parent's affair. */
struct widget *part_button(struct ui *ui, struct widget *parent, const char *text,
                           const char *key_hint, int action);

/* The frame of a screen of play: strip, scrolled body, calendar; returns the body. */
struct widget *part_frame(struct ui *ui, const struct view_head *head);
void part_frame_end(struct ui *ui, struct widget *body, const struct view_calendar *calendar);

/* Whether the body has more than fits, once the tree is laid out. */
bool part_scrolls(const struct ui *ui);

#endif
