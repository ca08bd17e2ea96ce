/* accounts: a line for each cause, with a step of a chart. */
#include "window/accounts.h"

#include "match/say.h"
#include "window/chart.h"
#include "window/parts.h"

enum { STEP_WIDTH = 84, ROW_HEIGHT = 20, LEAST_RANGE = 14 };

static void head(struct ui *ui, struct widget *parent, const struct table_group *group,
                 bool heading)
{
    struct widget *row = widget_row(ui, parent, 8);
    row->baseline = true;
    widget_words(ui, row, ROLE_LABEL, COLOUR_INK, part_caps(ui, group->title));
    widget_words(ui, row, ROLE_ROUND, COLOUR_INK_2, ui_text(ui, "%d", group->before));
    widget_icon(ui, row, ICON_ARROW, 14, COLOUR_INK_2, _("to"));
    widget_words(ui, row, ROLE_NUMBER, COLOUR_INK, ui_text(ui, "%d", group->after));
    widget_space(ui, row);
    if (heading) {
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_3, _("running"))->optional = 1;
    }
}

/* The scale of the steps: all values, and a little more. */
static void range_of(const struct table_group *group, int *low, int *high)
{
    *low = *high = group->before;
    for (int i = 0; i < group->causes; i++) {
        int v = group->cause[i].running;
        *low = v < *low ? v : *low;
        *high = v > *high ? v : *high;
    }
    /* a change of one must not look like the end of the world */
    int spare = *high - *low < LEAST_RANGE ? LEAST_RANGE - (*high - *low) : 0;
    *low -= spare / 2;
    *high += spare - spare / 2;
}

static void cause(struct ui *ui, struct widget *grid, const struct table_group *group, int i)
{
    const struct table_cause *view = &group->cause[i];
    enum colour ink = part_tone(view->move.tone);
    struct chart_step step = { .from = i == 0 ? group->before : group->cause[i - 1].running,
                               .to = view->running,
                               .colour = ink,
                               .hollow = view->move.tone == TONE_WORSE,
                               .joined = i + 1 < group->causes };
    range_of(group, &step.low, &step.high);
    struct widget *what = widget_text(ui, grid, ROLE_DATA, COLOUR_INK, view->text);
    what->grow = 1;
    what->align = ALIGN_CENTER;
    part_arrows(ui, grid, &view->move);
    struct widget *amount = widget_words(ui, grid, ROLE_DATA_BOLD, ink, view->move.text);
    amount->justify = ALIGN_END;
    amount->least_width = 26;
    widget_words(ui, grid, ROLE_DATA, ink, view->move.word)->least_width = 40;
    chart_step(ui, grid, &step, STEP_WIDTH, ROW_HEIGHT);
    struct widget *running = widget_words(ui, grid, step.joined ? ROLE_DATA : ROLE_DATA_BOLD,
                                          COLOUR_INK, ui_text(ui, "%d", view->running));
    running->justify = ALIGN_END;
    running->least_width = 26;
}

void accounts_build(struct ui *ui, struct widget *parent, const struct table_group *group,
                    bool heading)
{
    struct widget *column = widget_column(ui, parent, 1);
    head(ui, column, group, heading);
    struct widget *grid = widget_grid(ui, column, 6, 8, 0);
    grid->items = ALIGN_CENTER;
    for (int i = 0; i < group->causes; i++) {
        cause(ui, grid, group, i);
    }
}
