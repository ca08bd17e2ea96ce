/* screen_morning: two papers, and between them why the numbers moved. */
#include "window/screen_morning.h"

#include "window/chart.h"
#include "window/parts.h"

enum { PAPER = 320, STEP_WIDTH = 84, ROW_HEIGHT = 28 };

/* ---- a paper ---- */

static void paper_head(struct ui *ui, struct widget *parent, const struct view_paper *view)
{
    struct widget *row = widget_row(ui, parent, 10);
    row->items = ALIGN_CENTER;
    part_side_bar(ui, row, view->side, 16);
    widget_text(ui, row, ROLE_LABEL, part_side_colour(view->side), view->label)->grow = 1;
    widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, view->date)->optional = 1;
    struct widget *lines = widget_column(ui, parent, 2);
    widget_box(ui, lines, 0, 3, COLOUR_INK)->align = ALIGN_STRETCH;
    widget_rule(ui, lines, COLOUR_INK);
}

static void paper_picture(struct ui *ui, struct widget *parent, const struct view_paper *view)
{
    struct widget *frame = widget_column(ui, parent, 0);
    frame->frame = FRAME_LINE;
    frame->border = COLOUR_LINE_STRONG;
    frame->fill = COLOUR_SHEET;
    frame->items = ALIGN_CENTER;
    widget_pad(frame, 4, 1);
    widget_art(ui, frame, view->picture, 244, 100, COLOUR_INK_2, NULL);
}

static struct widget *paper(struct ui *ui, struct widget *parent, const struct view_paper *view)
{
    struct widget *column = widget_column(ui, parent, 10);
    column->fill = COLOUR_SHEET;
    column->radius = 3;
    column->shadow = true;
    widget_pad(column, 18, PART_MARGIN);
    paper_head(ui, column, view);
    widget_text(ui, column, ROLE_HEADLINE, COLOUR_INK, view->headline);
    widget_text(ui, column, ROLE_TRACE, COLOUR_INK_2, view->below)->balance = true;
    paper_picture(ui, column, view);
    chart_print(ui, column, part_low(ui) ? 0 : 27);
    if (view->foot != NULL) {
        widget_rule(ui, column, COLOUR_LINE_STRONG);
        struct widget *foot = widget_column(ui, column, 4);
        widget_text(ui, foot, ROLE_LABEL, COLOUR_INK_2, view->foot_label);
        widget_text(ui, foot, ROLE_TRACE, COLOUR_INK, view->foot);
    }
    return column;
}

/* ---- the ledger ---- */

static void account_head(struct ui *ui, struct widget *parent, const struct view_account *view,
                         const char *running)
{
    struct widget *row = widget_row(ui, parent, 8);
    row->baseline = true;
    widget_words(ui, row, ROLE_LABEL, COLOUR_INK, view->label);
    widget_words(ui, row, ROLE_ROUND, COLOUR_INK_2, ui_text(ui, "%d", view->before));
    widget_icon(ui, row, ICON_ARROW, 14, COLOUR_INK_2, "to");
    widget_words(ui, row, ROLE_NUMBER, COLOUR_INK, ui_text(ui, "%d", view->after));
    widget_space(ui, row);
    if (running != NULL) {
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_3, running)->optional = 1;
    }
}

/* The scale of an account's steps: all its values, and a little more. */
static void range_of(const struct view_account *view, int *low, int *high)
{
    *low = *high = view->before;
    for (int i = 0; i < view->cause_count; i++) {
        int v = view->causes[i].running;
        *low = v < *low ? v : *low;
        *high = v > *high ? v : *high;
    }
    int least = 14; /* a change of one must not look like the end of the world */
    int spare = *high - *low < least ? least - (*high - *low) : 0;
    *low -= spare / 2;
    *high += spare - spare / 2;
}

static void cause(struct ui *ui, struct widget *grid, const struct view_account *account, int i)
{
    const struct view_cause *view = &account->causes[i];
    const struct view_change *change = &view->change;
    struct chart_step step = { .from = i == 0 ? account->before : account->causes[i - 1].running,
                               .to = view->running,
                               .good = change->good,
                               .joined = i + 1 < account->cause_count };
    range_of(account, &step.low, &step.high);
    struct widget *what = widget_text(ui, grid, ROLE_DATA, COLOUR_INK, change->what);
    what->grow = 1;
    what->align = ALIGN_CENTER;
    part_arrows(ui, grid, change);
    struct widget *amount =
        widget_words(ui, grid, ROLE_DATA_BOLD, part_change_colour(change), change->amount);
    amount->justify = ALIGN_END;
    amount->least_width = 26;
    widget_words(ui, grid, ROLE_DATA, part_change_colour(change), change->word)->least_width = 44;
    chart_step(ui, grid, &step, STEP_WIDTH, ROW_HEIGHT);
    struct widget *running = widget_words(ui, grid, step.joined ? ROLE_DATA : ROLE_DATA_BOLD,
                                          COLOUR_INK, ui_text(ui, "%d", view->running));
    running->justify = ALIGN_END;
    running->least_width = 30;
}

static void account(struct ui *ui, struct widget *parent, const struct view_account *view,
                    const char *running)
{
    struct widget *column = widget_column(ui, parent, 2);
    account_head(ui, column, view, running);
    struct widget *grid = widget_grid(ui, column, 6, 8, 0);
    grid->items = ALIGN_CENTER;
    for (int i = 0; i < view->cause_count; i++) {
        cause(ui, grid, view, i);
    }
}

static void ledger(struct ui *ui, struct widget *parent, const struct view_morning *view)
{
    struct widget *head = widget_row(ui, parent, 12);
    head->baseline = true;
    widget_text(ui, head, ROLE_TITLE, COLOUR_INK, view->title)->grow = 1;
    widget_words(ui, head, ROLE_DATA, COLOUR_INK_2, view->promise)->optional = 1;
    for (int i = 0; i < view->account_count; i++) {
        widget_rule(ui, parent, COLOUR_HAIR);
        account(ui, parent, &view->accounts[i], i == 0 ? view->running_label : NULL);
    }
    widget_rule(ui, parent, COLOUR_HAIR);
    if (view->open != NULL) {
        struct widget *row = widget_row(ui, parent, 24);
        row->baseline = true;
        widget_words(ui, row, ROLE_LABEL, COLOUR_INK_3, view->open_label);
        widget_text(ui, row, ROLE_DATA, COLOUR_INK, view->open)->grow = 1;
    }
}

static struct widget *middle(struct ui *ui, struct widget *parent, const struct view_morning *view)
{
    struct widget *column = widget_column(ui, parent, 8);
    column->top = 8;
    ledger(ui, column, view);
    widget_space(ui, column);
    part_button(ui, column, view->go_on, view->enter, view->action);
    return column;
}

/* ---- the whole ---- */

void screen_morning_build(struct ui *ui, const struct view_morning *view)
{
    struct widget *body = part_frame(ui, &view->head);
    struct widget *page;
    if (part_narrow(ui)) {
        page = widget_column(ui, body, 20);
        middle(ui, page, view);
        struct widget *row = widget_row(ui, page, 16);
        row->even = true;
        row->items = ALIGN_STRETCH;
        paper(ui, row, &view->papers[0])->grow = 1;
        paper(ui, row, &view->papers[1])->grow = 1;
    } else {
        page = widget_row(ui, body, 32);
        page->items = ALIGN_STRETCH;
        page->grow = 1;
        paper(ui, page, &view->papers[0])->width = PAPER;
        middle(ui, page, view)->grow = 1;
        paper(ui, page, &view->papers[1])->width = PAPER;
    }
    widget_pad(page, 16, PART_MARGIN);
    part_frame_end(ui, body, &view->calendar);
}
