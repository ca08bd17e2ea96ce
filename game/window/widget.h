/* widget: the tree of which a screen is built.
 *
 * Promises: a tree is built anew whenever something changes, from memory that is reused; every
 * length given here is in design pixels and is scaled by the layout; nothing has a fixed place.
 * Hit-testing, focus, checking and dumping need no window. It never draws and never includes SDL. */
#ifndef WINDOW_WIDGET_H
#define WINDOW_WIDGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "window/arena.h"
#include "window/icon.h"
#include "window/theme.h"
#include "window/wrap.h"

struct draw; /* only the painter looks inside */
struct input_keys;
struct ui;
struct widget;

enum shape {
    KIND_ROW,    /* side by side */
    KIND_COLUMN, /* one below the other */
    KIND_FLOW,   /* side by side, on as many lines as it takes */
    KIND_GRID,   /* lines of `columns` cells with common widths */
    KIND_STACK,  /* one on top of the other */
    KIND_AXIS,   /* each child near its place `at` on a line, none over another */
    KIND_TEXT,
    KIND_ICON,
    KIND_ART, /* a drawing with its own greys, or drawn by `paint` */
    KIND_BOX  /* nothing inside: a bar, a rule, a space */
};

enum align { ALIGN_AUTO, ALIGN_START, ALIGN_CENTER, ALIGN_END, ALIGN_STRETCH };

enum pattern { PATTERN_PLAIN, PATTERN_TWIN, PATTERN_HATCH, PATTERN_DOTTED };

enum frame { FRAME_NONE, FRAME_LINE, FRAME_FOCUS, FRAME_DASHED };

struct rect {
    int x, y, w, h;
};

struct widget {
    enum shape kind;
    struct widget *parent, *first, *last, *next;

    /* Lengths, in design pixels; 0 is "not said". */
    int top, right, bottom, left; /* padding */
    int gap, line_gap;            /* between children; between lines of a flow or grid */
    int width, height;            /* fixed */
    int least_width, most_width, least_height;
    int grow;          /* share of the room left over along the parent */
    bool even;         /* children that grow share the whole room, not what is left over */
    bool baseline;     /* of a row: children stand on one line of writing */
    int columns, span; /* of a grid; of a cell in it */
    int at;            /* on an axis, in thousandths */
    int optional;      /* vanishes when a row is too narrow, the highest first */
    int scroll;        /* of a column: more than fits is scrolled; the id keeps the place */
    enum align align, items, justify; /* across the parent; of the children across; along */

    /* Looks. */
    enum colour fill, ink, border;
    enum frame frame;
    enum pattern pattern;
    int radius;
    bool shadow;

    /* Text. */
    enum role role;
    const char *text;
    bool one_line, balance; /* never wrapped; lines about equally long */

    /* Drawings. */
    enum icon icon;
    const char *art;
    void (*paint)(struct draw *draw, const struct ui *ui, const struct widget *w);
    const void *data;

    /* Meaning. */
    int action;   /* not 0: can be focused and pressed */
    int input;    /* the command (input.h) that focuses it (a card's) or presses it (any other) */
    bool follows; /* is to be seen together with what has the focus */
    bool turns;   /* left and right change its value, rather than move the focus */
    bool field;   /* text is typed into it: a click brings it into focus, and presses nothing */
    bool asks;    /* the mouse lights it, but leaves the focus where it is */
    bool opens;   /* a click brings it into focus first; only the next one presses it */
    const char *says; /* what a drawing or a pressable thing is, in words */

    /* Results of the layout, in pixels of the window. */
    struct rect box;
    int natural, least, want, base;
    int content; /* of a scrolled column: how high it would like to be */
    int dx, dy;  /* within an axis */
    const struct line *lines;
    size_t line_count;
    struct type type;
    bool hidden;
};

enum { UI_SCROLLS = 8 };

/* One scrolled column, kept from tree to tree. */
struct scroll {
    int id, offset, view, content;
};

/* Everything that a tree is built in. */
struct ui {
    struct arena arena;
    struct measure measure;
    int width, height; /* of the window, in pixels */
    int percent;       /* scale of all lengths and sizes of type */
    bool chinese;
    const struct input_keys *keys; /* for hints; NULL: the usual ones */
    int focus;                     /* the action in focus, 0 for none */
    int lit;    /* the action of the thing that the mouse is over, where that is not the focus */
    bool fresh; /* set by a screen whose content is new: it is shown from the top */
    bool calm;  /* set by a screen on which nothing needs to have the focus */
    struct scroll scrolls[UI_SCROLLS];
    struct widget *root;
    struct widget *above; /* drawn over the tree, in its place already; or NULL */
};

/* An empty ui; widths come from `measure`. */
struct ui ui_init(struct measure measure);

/* Gives the memory back. */
void ui_free(struct ui *ui);

/* Throws the tree away and starts a new one, a column as large as the window. */
struct widget *ui_begin(struct ui *ui, int width, int height, int percent);

/* Design pixels that the window has across and down at the present scale. */
int ui_room_across(const struct ui *ui);
int ui_room_down(const struct ui *ui);

/* Design pixels to pixels of the window. */
int ui_px(const struct ui *ui, int design);

/* A text in the manner of printf that lives as long as the tree. */
const char *ui_text(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A new widget at the end of `parent`; a NULL parent makes one that stands alone. */
struct widget *widget_new(struct ui *ui, struct widget *parent, enum shape kind);
struct widget *widget_row(struct ui *ui, struct widget *parent, int gap);
struct widget *widget_column(struct ui *ui, struct widget *parent, int gap);
struct widget *widget_flow(struct ui *ui, struct widget *parent, int gap, int line_gap);
struct widget *widget_grid(struct ui *ui, struct widget *parent, int columns, int gap,
                           int line_gap);

/* A text; NULL is the empty text. */
struct widget *widget_text(struct ui *ui, struct widget *parent, enum role role, enum colour ink,
                           const char *text);

/* The same, never wrapped. */
struct widget *widget_words(struct ui *ui, struct widget *parent, enum role role, enum colour ink,
                            const char *text);

/* An icon in a square of `size`; `says` is what it means, NULL when words beside it say so. */
struct widget *widget_icon(struct ui *ui, struct widget *parent, enum icon icon, int size,
                           enum colour ink, const char *says);

/* A drawing from the assets folder in its own greys, or tinted when `ink` is given. */
struct widget *widget_art(struct ui *ui, struct widget *parent, const char *file, int width,
                          int height, enum colour ink, const char *says);

/* A drawing made by a function. */
struct widget *widget_paint(struct ui *ui, struct widget *parent, int width, int height,
                            void (*paint)(struct draw *, const struct ui *, const struct widget *),
                            const void *data, const char *says);

/* A hairline across the parent; a filled box; room that grows. */
struct widget *widget_rule(struct ui *ui, struct widget *parent, enum colour ink);
struct widget *widget_box(struct ui *ui, struct widget *parent, int width, int height,
                          enum colour fill);
struct widget *widget_space(struct ui *ui, struct widget *parent);

/* The same padding above and below, and left and right. */
void widget_pad(struct widget *w, int vertical, int horizontal);

/* The next widget of the tree in reading order below `root`, or NULL; start with NULL. */
const struct widget *widget_after(const struct widget *root, const struct widget *w);

/* Whether the layout dropped the widget or something it stands in. */
bool widget_hidden(const struct widget *w);

#endif
