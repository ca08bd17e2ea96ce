/* theme: the two palettes, the type roles and contrast. */
#include "window/theme.h"

#include <assert.h>
#include <math.h>

struct tone {
    uint32_t dark, light;
};

static const struct tone palette_tones[COLOURS] = {
    [COLOUR_DESK] = { 0x14171b, 0xece6d9 },       [COLOUR_SHEET] = { 0x312e29, 0xfffdf7 },
    [COLOUR_GREEK] = { 0x4b473f, 0xd9d2c3 },      [COLOUR_CARD] = { 0x1c2025, 0xf6f1e7 },
    [COLOUR_CARD_FOCUS] = { 0x262b31, 0xfffdf7 }, [COLOUR_HAIR] = { 0x464d56, 0xd9d1c1 },
    [COLOUR_LINE] = { 0x343a42, 0xcfc6b4 },       [COLOUR_LINE_STRONG] = { 0x5a626c, 0x9c9483 },
    [COLOUR_SHADOW] = { 0x0c0e11, 0xd6cebd },     [COLOUR_INK] = { 0xf1ece1, 0x1c2126 },
    [COLOUR_INK_2] = { 0xbcbdbb, 0x454b51 },      [COLOUR_INK_3] = { 0x9ea3a7, 0x5f6367 },
    [COLOUR_SIDE_1] = { 0xdcb65a, 0x8a5f00 },     [COLOUR_SIDE_2] = { 0xa8a4f4, 0x574cb8 },
    [COLOUR_METER_1] = { 0x9dbdc9, 0x4a7388 },    [COLOUR_METER_2] = { 0xcfa3ae, 0x96566c },
    [COLOUR_GOOD] = { 0x7fc79f, 0x1c6e4b },       [COLOUR_BAD] = { 0xf0907f, 0xb0382a },
};

static const struct tone figure_tones[FIGURE_TONES] = {
    { 0x262c33, 0xdad3c5 }, { 0x989c9f, 0xaaaba8 }, { 0x666d74, 0x737980 },
    { 0xcfd0cd, 0xf9f5ec }, { 0x434a52, 0x40464c },
};

static const struct type latin[ROLES] = {
    [ROLE_DATA] = { FACE_SANS, 13, 20, 0 },
    [ROLE_DATA_BOLD] = { FACE_SANS_BOLD, 13, 20, 0 },
    [ROLE_BET] = { FACE_SANS, 13, 18, 0 },
    [ROLE_BET_BOLD] = { FACE_SANS_BOLD, 13, 18, 0 },
    [ROLE_NOTE] = { FACE_SANS, 12, 16, 0 },
    [ROLE_NOTE_BOLD] = { FACE_SANS_BOLD, 12, 16, 0 },
    [ROLE_LABEL] = { FACE_SANS_BOLD, 11, 16, 12 },
    [ROLE_CARD] = { FACE_SANS_BOLD, 15, 20, 0 },
    [ROLE_ROUND] = { FACE_SANS, 15, 20, 0 },
    [ROLE_NAME] = { FACE_SANS_BOLD, 14, 18, 0 },
    [ROLE_NUMBER] = { FACE_SANS_BOLD, 18, 20, 0 },
    [ROLE_DISPATCH] = { FACE_SERIF, 20, 28, 0 },
    [ROLE_DISPATCH_SMALL] = { FACE_SERIF, 18, 25, 0 },
    [ROLE_TITLE] = { FACE_SERIF_BOLD, 20, 28, 0 },
    [ROLE_TRACE] = { FACE_SERIF, 15, 20, 0 },
    [ROLE_VOICE] = { FACE_SERIF_ITALIC, 15, 22, 0 },
    [ROLE_VOICE_SMALL] = { FACE_SERIF_ITALIC, 15, 19, 0 },
    [ROLE_HEADLINE] = { FACE_SERIF_BOLD, 32, 40, 0 },
    [ROLE_DISPLAY] = { FACE_SERIF_BOLD, 44, 52, 0 },
};

static const struct text_pair text_pairs[] = {
    { COLOUR_INK, COLOUR_DESK },          { COLOUR_INK_2, COLOUR_DESK },
    { COLOUR_INK_3, COLOUR_DESK },        { COLOUR_INK, COLOUR_SHEET },
    { COLOUR_INK_2, COLOUR_SHEET },       { COLOUR_INK_3, COLOUR_SHEET },
    { COLOUR_INK, COLOUR_CARD },          { COLOUR_INK_2, COLOUR_CARD },
    { COLOUR_INK_3, COLOUR_CARD },        { COLOUR_INK, COLOUR_CARD_FOCUS },
    { COLOUR_INK_2, COLOUR_CARD_FOCUS },  { COLOUR_INK_3, COLOUR_CARD_FOCUS },
    { COLOUR_SIDE_1, COLOUR_DESK },       { COLOUR_SIDE_2, COLOUR_DESK },
    { COLOUR_SIDE_1, COLOUR_SHEET },      { COLOUR_SIDE_2, COLOUR_SHEET },
    { COLOUR_GOOD, COLOUR_DESK },         { COLOUR_BAD, COLOUR_DESK },
    { COLOUR_GOOD, COLOUR_CARD },         { COLOUR_BAD, COLOUR_CARD },
    { COLOUR_GOOD, COLOUR_CARD_FOCUS },   { COLOUR_BAD, COLOUR_CARD_FOCUS },
    { COLOUR_DESK, COLOUR_INK },          { COLOUR_DESK, COLOUR_INK_2 },
    { COLOUR_SIDE_1, COLOUR_CARD },       { COLOUR_SIDE_2, COLOUR_CARD },
    { COLOUR_SIDE_1, COLOUR_CARD_FOCUS }, { COLOUR_SIDE_2, COLOUR_CARD_FOCUS },
    { COLOUR_GOOD, COLOUR_SHEET },        { COLOUR_BAD, COLOUR_SHEET },
};

static const struct text_pair focus_pairs[] = {
    { COLOUR_INK, COLOUR_DESK },
    { COLOUR_INK, COLOUR_SHEET },
    { COLOUR_INK, COLOUR_CARD },
    { COLOUR_INK, COLOUR_CARD_FOCUS },
};

static struct rgb unpack(uint32_t c)
{
    return (struct rgb){ (uint8_t)(c >> 16), (uint8_t)(c >> 8), (uint8_t)c };
}

static struct rgb pick(const struct tone *tone, enum palette palette)
{
    return unpack(palette == PALETTE_DARK ? tone->dark : tone->light);
}

void theme_init(struct theme *theme, enum palette palette)
{
    for (int i = 0; i < COLOURS; i++) {
        theme->colour[i] = pick(&palette_tones[i], palette);
    }
    for (int i = 0; i < FIGURE_TONES; i++) {
        theme->figure[i] = pick(&figure_tones[i], palette);
    }
}

void theme_side(struct theme *theme, int side, struct rgb hue)
{
    assert(side == 0 || side == 1);
    theme->colour[side == 0 ? COLOUR_SIDE_1 : COLOUR_SIDE_2] = hue;
}

/* Han characters need a little more size, leading and spacing, and have no slanted face. */
static struct type for_chinese(struct type t)
{
    if (t.face == FACE_SERIF_ITALIC) {
        t.face = FACE_SERIF;
    }
    if (t.face == FACE_SERIF && t.px >= 18) {
        t.px += 2;
        t.leading += 4;
    }
    if (t.track > 0) {
        t.px = 12;
        t.track = 20;
    }
    return t;
}

static int scaled(int n, int percent)
{
    return (n * percent + 50) / 100;
}

struct type theme_type(enum role role, int percent, int chinese)
{
    struct type t = chinese ? for_chinese(latin[role]) : latin[role];
    t.px = scaled(t.px, percent);
    t.leading = scaled(t.leading, percent);
    t.track = scaled(t.track, percent);
    return t;
}

const char *theme_figure_name(int tone)
{
    static const char *const names[FIGURE_TONES] = { "#262c33", "#989c9f", "#666d74", "#cfd0cd",
                                                     "#434a52" };
    assert(tone >= 0 && tone < FIGURE_TONES);
    return names[tone];
}

static double linear(uint8_t channel)
{
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(struct rgb c)
{
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double theme_contrast(struct rgb a, struct rgb b)
{
    double la = luminance(a), lb = luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

const struct text_pair *theme_text_pairs(size_t *count)
{
    *count = sizeof text_pairs / sizeof text_pairs[0];
    return text_pairs;
}

const struct text_pair *theme_focus_pairs(size_t *count)
{
    *count = sizeof focus_pairs / sizeof focus_pairs[0];
    return focus_pairs;
}
