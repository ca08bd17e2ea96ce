/* screen_table: meters, the sheet, the cards, the advisers. */
#include "window/screen_table.h"

#include "window/cards.h"
#include "window/chart.h"
#include "window/layout.h"
#include "window/parts.h"
#include "window/side.h"

/* ---- meters ---- */

static void meter_words(struct ui *ui, struct widget *parent, const struct view_meter *meter)
{
    struct widget *row = widget_row(ui, parent, 8);
    row->baseline = true;
    widget_words(ui, row, ROLE_LABEL, COLOUR_INK_2, meter->label);
    widget_words(ui, row, ROLE_NUMBER, COLOUR_INK, meter->value_text);
    widget_words(ui, row, ROLE_DATA, COLOUR_INK_2, meter->word)->optional = 1;
    widget_space(ui, row);
    if (meter->change.arrows > 0) {
        const struct view_change *change = &meter->change;
        struct widget *moved = widget_row(ui, row, 5);
        moved->baseline = true;
        part_arrows(ui, moved, change);
        widget_words(ui, moved, ROLE_DATA, part_change_colour(change),
                     ui_text(ui, "%s %s", change->amount, change->word));
    }
    struct widget *why = widget_words(ui, row, ROLE_DATA, COLOUR_INK_2, meter->why);
    why->pattern = PATTERN_DOTTED;
    why->action = meter->action;
    why->says = ui_text(ui, "%s: %s", meter->label, meter->why);
}

static void meter_marks(struct ui *ui, struct widget *parent, const struct view_meter *meter)
{
    struct widget *axis = widget_new(ui, parent, KIND_AXIS);
    axis->gap = 10;
    axis->top = 2;
    for (int i = 0; i < meter->mark_count; i++) {
        const struct view_mark *mark = &meter->marks[i];
        widget_words(ui, axis, ROLE_NOTE, COLOUR_INK_2, ui_text(ui, "%d %s", mark->at, mark->label))
            ->at = mark->at * 1000 / meter->most;
    }
}

static void meter(struct ui *ui, struct widget *parent, const struct view_meter *view, int index)
{
    struct widget *column = widget_column(ui, parent, 3);
    column->grow = 1;
    meter_words(ui, column, view);
    struct chart_meter chart = { .value = view->value,
                                 .most = view->most,
                                 .colour = index == 0 ? COLOUR_METER_1 : COLOUR_METER_2,
                                 .barred = index != 0,
                                 .mark_count = view->mark_count };
    for (int i = 0; i < view->mark_count; i++) {
        chart.marks[i] = view->marks[i].at;
    }
    chart_meter(ui, column, &chart, NULL);
    meter_marks(ui, column, view);
}

static void meters(struct ui *ui, struct widget *parent, const struct view_table *view)
{
    struct widget *row = widget_row(ui, parent, PART_GUTTER);
    row->even = true;
    for (int i = 0; i < VIEW_METERS; i++) {
        meter(ui, row, &view->meters[i], i);
    }
}

/* ---- the sheet ---- */

static void severity(struct ui *ui, struct widget *parent, const struct view_sheet *sheet)
{
    struct widget *row = widget_row(ui, parent, 3);
    row->align = ALIGN_CENTER;
    row->left = 4;
    for (int i = 0; i < sheet->most_severity; i++) {
        struct widget *box =
            widget_box(ui, row, 8, 9, i < sheet->severity ? COLOUR_INK_2 : COLOUR_SHEET);
        if (i >= sheet->severity) {
            box->frame = FRAME_LINE;
            box->border = COLOUR_INK_3;
        }
    }
}

static void sheet_head(struct ui *ui, struct widget *parent, const struct view_sheet *sheet)
{
    struct widget *row = widget_row(ui, parent, 8);
    row->baseline = true;
    widget_text(ui, row, ROLE_TITLE, COLOUR_INK, sheet->title)->grow = 1;
    widget_text(ui, row, ROLE_DATA, COLOUR_INK_2, sheet->kind);
    severity(ui, row, sheet);
}

static void trace(struct ui *ui, struct widget *parent, const struct view_sheet *sheet)
{
    struct widget *row = widget_row(ui, parent, 12);
    row->baseline = true;
    struct widget *label = widget_column(ui, row, 0);
    label->width = 84;
    widget_text(ui, label, ROLE_LABEL, COLOUR_INK_2, sheet->trace_label);
    widget_text(ui, label, ROLE_DATA, COLOUR_INK_2, sheet->trace_sub);
    struct widget *text = widget_text(ui, row, ROLE_TRACE, COLOUR_INK, sheet->trace);
    text->grow = 1;
    text->balance = true;
}

static void belief(struct ui *ui, struct widget *parent, const struct view_belief *belief)
{
    struct widget *column = widget_column(ui, parent, 0);
    struct widget *row = widget_row(ui, column, 5);
    row->least_height = 18;
    row->items = ALIGN_CENTER;
    for (int i = 0; i < belief->count; i++) {
        widget_icon(ui, row, belief->icon, 12, COLOUR_INK, NULL);
    }
    widget_text(ui, column, ROLE_DATA, COLOUR_INK_2, belief->words);
}

static void beliefs(struct ui *ui, struct widget *parent, const struct view_sheet *sheet)
{
    struct widget *row = widget_row(ui, parent, 12);
    struct widget *label = widget_text(ui, row, ROLE_LABEL, COLOUR_INK_2, sheet->belief_label);
    label->width = 84;
    label->top = 1;
    struct widget *flow = widget_flow(ui, row, 36, 4);
    flow->grow = 1;
    for (int i = 0; i < sheet->belief_count; i++) {
        belief(ui, flow, &sheet->beliefs[i]);
    }
}

static void sheet(struct ui *ui, struct widget *parent, const struct view_sheet *view, bool dense)
{
    struct widget *column = widget_column(ui, parent, dense ? 2 : 4);
    column->fill = COLOUR_SHEET;
    column->radius = 3;
    column->shadow = true;
    column->grow = 1;
    widget_pad(column, 6, PART_MARGIN);
    sheet_head(ui, column, view);
    widget_text(ui, column, dense ? ROLE_DISPATCH_SMALL : ROLE_DISPATCH, COLOUR_INK,
                view->dispatch);
    widget_space(ui, column);
    if (view->trace != NULL) {
        widget_rule(ui, column, COLOUR_LINE_STRONG);
        trace(ui, column, view);
    }
    if (view->belief_count > 0) {
        beliefs(ui, column, view);
    }
}

/* ---- the advisers ---- */

static void adviser(struct ui *ui, struct widget *parent, const struct view_adviser *view,
                    bool speaks)
{
    struct widget *row = widget_row(ui, parent, 6);
    row->items = ALIGN_CENTER;
    row->action = view->action;
    row->says = view->name;
    widget_box(ui, row, 2, 36, speaks ? COLOUR_INK : COLOUR_NONE);
    widget_art(ui, row, view->portrait, 32, 36, COLOUR_NONE, NULL);
    struct widget *words = widget_column(ui, row, 0);
    words->left = 6;
    words->grow = 1;
    widget_text(ui, words, ROLE_DATA_BOLD, speaks ? COLOUR_INK : COLOUR_INK_2, view->name);
    widget_text(ui, words, ROLE_NOTE, COLOUR_INK_2, view->mark);
    cards_letter(ui, row, view->letter, NULL, speaks);
}

static void advisers(struct ui *ui, struct widget *parent, const struct view_table *view, bool flat)
{
    struct widget *column = widget_column(ui, parent, 6);
    column->top = 2;
    part_label(ui, column, view->advisers_label);
    struct widget *heads =
        flat ? widget_row(ui, column, PART_GUTTER) : widget_column(ui, column, 6);
    heads->even = flat;
    for (int i = 0; i < view->adviser_count; i++) {
        adviser(ui, heads, &view->advisers[i], view->speaking == i);
        heads->last->grow = flat;
    }
    if (view->speaking >= 0 && view->speaking < view->adviser_count) {
        widget_rule(ui, column, COLOUR_LINE);
        struct widget *voice = widget_text(ui, column, ROLE_VOICE, COLOUR_INK,
                                           view->advisers[view->speaking].sentence);
        voice->balance = true;
        voice->least_height = 44;
    }
}

/* ---- the whole ---- */

static void middle(struct ui *ui, struct widget *parent, const struct view_table *view, bool dense)
{
    struct widget *column = widget_column(ui, parent, 8);
    column->grow = 1;
    column->align = ALIGN_STRETCH;
    meters(ui, column, view);
    sheet(ui, column, &view->sheet, dense);
}

/* From these widths on: the right column reaches down beside the cards; advisers sit in a row. */
enum { CARDS_BESIDE = 1180, FLAT_ADVISERS = 720 };

static bool beside(const struct ui *ui)
{
    return ui_room_across(ui) >= CARDS_BESIDE;
}

static int cards_width(const struct ui *ui)
{
    return ui->width - ui_px(ui, 2 * PART_MARGIN) -
           (beside(ui) ? ui_px(ui, PART_COLUMN) + ui_px(ui, PART_GUTTER) : 0);
}

static void wide(struct ui *ui, struct widget *body, const struct view_table *view, bool dense)
{
    struct widget *table = widget_row(ui, body, PART_GUTTER);
    widget_pad(table, 4, PART_MARGIN);
    table->grow = 1;
    table->items = ALIGN_STRETCH;
    struct widget *main = widget_column(ui, table, 4);
    main->grow = 1;
    struct widget *upper = widget_row(ui, main, PART_GUTTER);
    upper->grow = 1;
    side_build(ui, upper, &view->sides[0])->width = PART_COLUMN;
    middle(ui, upper, view, dense);
    struct widget *right = widget_column(ui, beside(ui) ? table : upper, 0);
    right->width = PART_COLUMN;
    side_build(ui, right, &view->sides[1]);
    cards_build(ui, main, view, cards_width(ui));
    if (beside(ui)) {
        widget_space(ui, right);
        advisers(ui, right, view, false);
    } else {
        advisers(ui, main, view, true);
    }
}

static void narrow(struct ui *ui, struct widget *body, const struct view_table *view)
{
    struct widget *table = widget_column(ui, body, 12);
    widget_pad(table, 8, PART_MARGIN);
    middle(ui, table, view, false);
    cards_build(ui, table, view, cards_width(ui));
    struct widget *sides = widget_row(ui, table, PART_GUTTER);
    sides->even = true;
    for (int i = 0; i < 2; i++) {
        side_build(ui, sides, &view->sides[i])->grow = 1;
    }
    advisers(ui, table, view, ui_room_across(ui) >= FLAT_ADVISERS);
}

static void build(struct ui *ui, const struct view_table *view, bool dense)
{
    ui_begin(ui, ui->width, ui->height, ui->percent);
    struct widget *body = part_frame(ui, &view->head);
    if (part_narrow(ui)) {
        narrow(ui, body, view);
    } else {
        wide(ui, body, view, dense);
    }
    part_frame_end(ui, body, &view->calendar);
}

/* A long dispatch is set smaller before anything has to be scrolled. */
void screen_table_build(struct ui *ui, const struct view_table *view)
{
    build(ui, view, false);
    layout_run(ui);
    if (!part_narrow(ui) && part_scrolls(ui)) {
        build(ui, view, true);
    }
}
