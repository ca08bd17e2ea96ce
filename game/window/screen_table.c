/* screen_table: meters and the middle, the two sides, and what can be done. */
#include "window/screen_table.h"

#include "match/say.h"
#include "window/advisers.h"
#include "window/cards.h"
#include "window/layout.h"
#include "window/meters.h"
#include "window/parts.h"
#include "window/sheet.h"
#include "window/side.h"
#include "window/summit.h"

/* From these widths on: the right column reaches down beside the cards; advisers sit in a row. */
enum { CARDS_BESIDE = 1180, FLAT_ADVISERS = 720 };

/* How closely things are set, 0 to 3 each, and whether the dispatch stays once it has been answered:
 * what matters least gives way first. The sides are set no closer than is needed. */
struct level {
    int type, words; /* the latter for the dispatch and what was said */
    int cards, side;
    bool dispatch;
};
static const struct level levels[] = {
    { 0, 0, 0, 1, true },  { 0, 0, 1, 1, true },  { 1, 1, 1, 1, true },  { 0, 0, 0, 2, true },
    { 0, 0, 1, 2, true },  { 1, 1, 1, 2, true },  { 1, 1, 2, 2, true },  { 2, 2, 2, 2, true },
    { 0, 0, 1, 2, false }, { 1, 1, 1, 2, false }, { 1, 1, 2, 2, false }, { 2, 2, 2, 2, false },
    { 2, 2, 3, 3, true },  { 2, 2, 3, 3, false },
};
enum { LEVELS = sizeof levels / sizeof levels[0], COMFORTABLE = 2, MUCH = 6 };

/* ---- the middle ---- */

static void middle(struct ui *ui, struct widget *parent, const struct table *t,
                   const struct level *level)
{
    struct widget *column = widget_column(ui, parent, level->type == 0 ? 8 : 4);
    column->grow = 1;
    column->align = ALIGN_STRETCH;
    meters_build(ui, column, t);
    if (t->sheet != NULL) {
        sheet_build(ui, column, t, level->type, level->words, level->dispatch);
    } else {
        summit_sheet(ui, column, t, level->type);
    }
}

/* ---- what can be done ---- */

/* They are to move: their face, and how they take their time. */
static void waiting(struct ui *ui, struct widget *parent, const struct table *t)
{
    struct widget *box = widget_row(ui, parent, 20);
    box->fill = COLOUR_CARD;
    box->frame = FRAME_LINE;
    box->border = COLOUR_LINE;
    box->radius = 4;
    box->items = ALIGN_CENTER;
    box->least_height = 200;
    widget_pad(box, 20, 32);
    part_side_bar(ui, box, t->other, 128);
    widget_art(ui, box, part_portrait(t->other), 112, 128, COLOUR_NONE, NULL);
    struct widget *words = widget_column(ui, box, 8);
    words->grow = 1;
    words->align = ALIGN_CENTER;
    widget_text(ui, words, ROLE_LABEL, part_side_colour(t->other), part_caps(ui, t->waiting));
    widget_text(ui, words, ROLE_DISPATCH, COLOUR_INK, t->manner)->balance = true;
    widget_text(ui, words, ROLE_NOTE, COLOUR_INK_3, _("any key goes on"));
}

static int cards_width(const struct ui *ui, bool beside)
{
    return ui->width - ui_px(ui, 2 * PART_MARGIN) -
           (beside ? ui_px(ui, PART_COLUMN) + ui_px(ui, PART_GUTTER) : 0);
}

/* What the coach says, quietly, above what can be done. */
static void coach(struct ui *ui, struct widget *parent, const struct table *t)
{
    if (part_says(t->coach)) {
        struct widget *row = widget_row(ui, parent, 10);
        row->baseline = true;
        part_label(ui, row, _("Coach"));
        widget_text(ui, row, ROLE_TRACE, COLOUR_INK, t->coach)->grow = 1;
    }
}

static void lower(struct ui *ui, struct widget *parent, const struct table_scene *scene,
                  bool beside, const struct level *level)
{
    const struct table *t = scene->table;
    coach(ui, parent, t);
    if (t->moment == TABLE_PICK) {
        summit_clauses(ui, parent, scene, cards_width(ui, beside));
    } else if (t->cards > 0) {
        const bool told = t->sheet == NULL || sheet_is_news(t->sheet) || level->dispatch;
        cards_build(ui, parent, scene, cards_width(ui, beside), level->cards, !told);
    } else if (t->moment == TABLE_WAITING) {
        waiting(ui, parent, t);
    }
}

/* ---- the whole ---- */

static void wide(struct ui *ui, struct widget *body, const struct table_scene *scene,
                 const struct level *level)
{
    const struct table *t = scene->table;
    const bool dense = level->cards > 1;
    bool beside = ui_room_across(ui) >= CARDS_BESIDE;
    struct widget *table = widget_row(ui, body, PART_GUTTER);
    widget_pad(table, dense ? 2 : 4, PART_MARGIN);
    table->bottom = dense ? 2 : 8;
    table->grow = 1;
    table->items = ALIGN_STRETCH;
    struct widget *main = widget_column(ui, table, dense ? 2 : 6);
    main->grow = 1;
    struct widget *upper = widget_row(ui, main, PART_GUTTER);
    upper->grow = 1;
    side_build(ui, upper, t, &t->me, level->side)->width = PART_COLUMN;
    middle(ui, upper, t, level);
    struct widget *right = widget_column(ui, beside ? table : upper, 0);
    right->width = PART_COLUMN;
    side_build(ui, right, t, &t->them, level->side);
    lower(ui, main, scene, beside, level);
    if (beside) {
        widget_space(ui, right);
        advisers_build(ui, right, t, scene->speaking, false);
    } else {
        advisers_build(ui, main, t, scene->speaking, true);
    }
}

static void narrow(struct ui *ui, struct widget *body, const struct table_scene *scene)
{
    const struct table *t = scene->table;
    struct widget *table = widget_column(ui, body, 12);
    widget_pad(table, 8, PART_MARGIN);
    middle(ui, table, t, &levels[0]);
    lower(ui, table, scene, false, &levels[0]);
    advisers_build(ui, table, t, scene->speaking, ui_room_across(ui) >= FLAT_ADVISERS);
    struct widget *sides = widget_row(ui, table, PART_GUTTER);
    sides->even = true;
    side_build(ui, sides, t, &t->me, 0)->grow = 1;
    side_build(ui, sides, t, &t->them, 0)->grow = 1;
}

static void build(struct ui *ui, const struct table_scene *scene, const struct level *level)
{
    ui_begin(ui, ui->width, ui->height, ui->percent);
    struct widget *body = part_frame(ui, scene->table, scene->table->round, scene->notice);
    if (part_stacked(ui)) {
        narrow(ui, body, scene);
    } else {
        wide(ui, body, scene, level);
    }
    part_frame_end(ui, body, scene->table, scene->table->round);
}

/* How much more there is than fits, in pixels; 0: it fits. */
static int overflow(struct ui *ui, const struct table_scene *scene, const struct level *level)
{
    build(ui, scene, level);
    layout_run(ui);
    return part_overflow(ui);
}

/* Builds a level that fits, with the words as large and the sides as far apart as they can be. */
static void build_loosely(struct ui *ui, const struct table_scene *scene, struct level level)
{
    const int side = level.side, words = level.words;
    for (level.words = 0; level.words < words && overflow(ui, scene, &level) > 0; level.words++) {
    }
    for (level.side = 0; level.side < side; level.side++) {
        if (overflow(ui, scene, &level) == 0) {
            return;
        }
    }
    build(ui, scene, &level);
}

/* Long texts are set smaller before anything has to be scrolled, and no smaller than helps: where
 * much has to be scrolled anyway, it can as well be read with ease. */
void screen_table_build(struct ui *ui, const struct table_scene *scene)
{
    const int count = part_stacked(ui) ? 1 : LEVELS;
    int best = 0, least = 0;
    for (int i = 0; i < count; i++) {
        const int over = overflow(ui, scene, &levels[i]);
        if (over == 0) {
            build_loosely(ui, scene, levels[i]);
            return;
        }
        best = i == 0 || over < least ? i : best;
        least = i == 0 || over < least ? over : least;
    }
    const bool much = count > 1 && least * MUCH > ui->height;
    build(ui, scene, &levels[much ? COMFORTABLE : best]);
}
