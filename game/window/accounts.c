/* accounts: a line for each cause, with a step of a chart. */
#include "window/accounts.h"

#include "match/say.h"
#include "window/chart.h"
#include "window/parts.h"

enum { STEP_WIDTH = 84, ROW_HEIGHT = 20, LEAST_RANGE = 14, ARROWS = 34 };

struct accounts_scale accounts_scale(const struct table_group *group, int groups)
{
    struct accounts_scale s = { 0, 0 };
    for (int i = 0; i < groups; i++) {
        for (int k = -1; k < group[i].causes; k++) {
            const int v = k < 0 ? group[i].before : group[i].cause[k].running;
            s.low = (i == 0 && k < 0) || v < s.low ? v : s.low;
            s.high = (i == 0 && k < 0) || v > s.high ? v : s.high;
        }
    }
    /* a change of one must not look like the end of the world */
    const int spare = s.high - s.low < LEAST_RANGE ? LEAST_RANGE - (s.high - s.low) : 0;
    s.low -= spare / 2;
    s.high += spare - spare / 2;
    return s;
}

static struct widget *head(struct ui *ui, struct widget *parent, const struct table_group *group,
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
    return row;
}

static void cause(struct ui *ui, struct widget *grid, const struct table_group *group,
                  const struct accounts_scale *scale, int i)
{
    const struct table_cause *view = &group->cause[i];
    enum colour ink = part_tone(view->move.tone);
    struct chart_step step = { .from = i == 0 ? group->before : group->cause[i - 1].running,
                               .to = view->running,
                               .low = scale->low,
                               .high = scale->high,
                               .colour = ink,
                               .hollow = view->move.tone == TONE_WORSE,
                               .joined = i + 1 < group->causes };
    struct widget *what = widget_text(ui, grid, ROLE_DATA, COLOUR_INK, view->text);
    what->grow = 1;
    what->align = ALIGN_CENTER;
    struct widget *arrows = part_arrows(ui, grid, &view->move);
    arrows->justify = ALIGN_END;
    arrows->least_width = ARROWS;
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

struct widget *accounts_build(struct ui *ui, struct widget *parent, const struct table_group *group,
                              const struct accounts_scale *scale, bool heading)
{
    struct widget *column = widget_column(ui, parent, 1);
    struct widget *line = head(ui, column, group, heading);
    struct widget *grid = widget_grid(ui, column, 6, 8, 0);
    grid->items = ALIGN_CENTER;
    for (int i = 0; i < group->causes; i++) {
        cause(ui, grid, group, scale, i);
    }
    return line;
}
