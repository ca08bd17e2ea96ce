/* theme: every colour and every size of type in one place.
 *
 * Promises: nothing else in the window names a colour or a point size; all pairs of text and ground
 * that the screens use are listed here, so that a test can measure their contrast. It never draws
 * and never includes SDL. Sizes are design pixels at 100 %; the layout scales them. */
#ifndef WINDOW_THEME_H
#define WINDOW_THEME_H

#include <stddef.h>
#include <stdint.h>

enum palette { PALETTE_DARK, PALETTE_LIGHT };

/* Roles of colour. Sides and meters have hues used for nothing else. */
enum colour {
    COLOUR_NONE,
    COLOUR_DESK,
    COLOUR_SHEET,
    COLOUR_GREEK, /* grey lines standing for small print */
    COLOUR_CARD,
    COLOUR_CARD_FOCUS,
    COLOUR_HAIR,
    COLOUR_LINE,
    COLOUR_LINE_STRONG,
    COLOUR_SHADOW,
    COLOUR_INK,
    COLOUR_INK_2,
    COLOUR_INK_3,
    COLOUR_SIDE_1,
    COLOUR_SIDE_2,
    COLOUR_METER_1,
    COLOUR_METER_2,
    COLOUR_GOOD,
    COLOUR_BAD,
    COLOURS
};

struct rgb {
    uint8_t r, g, b;
};

enum face { FACE_SANS, FACE_SANS_BOLD, FACE_SERIF, FACE_SERIF_BOLD, FACE_SERIF_ITALIC, FACES };

/* Roles of type. */
enum role {
    ROLE_DATA, /* the default */
    ROLE_DATA_BOLD,
    ROLE_BET, /* data, set closer */
    ROLE_BET_BOLD,
    ROLE_NOTE,
    ROLE_NOTE_BOLD,
    ROLE_LABEL, /* small spaced capitals */
    ROLE_CARD,
    ROLE_ROUND,
    ROLE_NAME,
    ROLE_NUMBER,
    ROLE_DISPATCH,
    ROLE_DISPATCH_SMALL, /* for a long dispatch in a low window */
    ROLE_TITLE,
    ROLE_TRACE,
    ROLE_VOICE, /* what somebody says, slanted */
    ROLE_VOICE_SMALL,
    ROLE_HEADLINE,
    ROLE_DISPLAY, /* the name of the game, an ending */
    ROLES
};

/* A role made concrete: pixels; `track` is the extra space after each letter in tenths of a pixel. */
struct type {
    enum face face;
    int px;
    int leading;
    int track;
};

enum { FIGURE_TONES = 5 };

struct theme {
    struct rgb colour[COLOURS];
    struct rgb figure[FIGURE_TONES]; /* what the five greys of the drawn portraits become */
};

/* One text colour on one ground. */
struct text_pair {
    enum colour text, ground;
};

/* The theme of a palette. */
void theme_init(struct theme *theme, enum palette palette);

/* The scenario's own hue for side 0 or 1. */
void theme_side(struct theme *theme, int side, struct rgb hue);

/* A role at `percent` of its design size; Chinese text asks for its own sizes. */
struct type theme_type(enum role role, int percent, int chinese);

/* The greys in which portraits are drawn, as `#rrggbb`; index 0 to FIGURE_TONES - 1. */
const char *theme_figure_name(int tone);

/* Contrast ratio of two colours after WCAG 2, from 1 to 21. */
double theme_contrast(struct rgb a, struct rgb b);

/* All pairs of text and ground in use; `count` is set. */
const struct text_pair *theme_text_pairs(size_t *count);

/* All pairs of focus mark and ground in use; `count` is set. */
const struct text_pair *theme_focus_pairs(size_t *count);

#endif
