/* meters: words, a bar, marks below it. */
#include "window/meters.h"

#include "match/say.h"
#include "window/ask.h"
#include "window/chart.h"
#include "window/parts.h"

static void words(struct ui *ui, struct widget *parent, const struct table_meter *meter)
{
    struct widget *row = widget_row(ui, parent, 8);
    row->baseline = true;
    widget_words(ui, row, ROLE_LABEL, COLOUR_INK_2, part_caps(ui, meter->title));
    widget_words(ui, row, ROLE_NUMBER, COLOUR_INK, meter->known ? meter->text : "?");
    widget_words(ui, row, ROLE_DATA, COLOUR_INK_2, meter->band)->optional = 2;
    widget_space(ui, row);
    if (meter->change.arrows > 0) {
        struct widget *moved = widget_row(ui, row, 5);
        moved->baseline = true;
        moved->optional = 1;
        part_arrows(ui, moved, &meter->change);
        widget_words(ui, moved, ROLE_DATA, part_tone(meter->change.tone),
                     ui_text(ui, "%s %s", meter->change.text, meter->change.word));
    }
    struct widget *why = widget_words(ui, row, ROLE_DATA, COLOUR_INK_2, _("why"));
    why->pattern = PATTERN_DOTTED;
    why->optional = 3; /* the whole meter can be pressed */
}

static void marks(struct ui *ui, struct widget *parent, const struct table_meter *meter)
{
    struct widget *axis = widget_new(ui, parent, KIND_AXIS);
    axis->gap = 10;
    axis->top = 2;
    int range = meter->hi > meter->lo ? meter->hi - meter->lo : 1;
    for (int i = 0; i < meter->marks; i++) {
        const struct table_mark *mark = &meter->mark[i];
        widget_words(ui, axis, ROLE_NOTE, COLOUR_INK_2, ui_text(ui, "%d %s", mark->at, mark->title))
            ->at = (mark->at - meter->lo) * 1000 / range;
    }
}

static void meter(struct ui *ui, struct widget *parent, const struct table *t, int index)
{
    const struct table_meter *view = &t->meter[index];
    struct widget *column = widget_column(ui, parent, 2);
    column->grow = 1;
    ask_why(ui, column, t, view->why);
    words(ui, column, view);
    struct chart_meter chart = { .value = view->known ? view->value - view->lo : 0,
                                 .most = view->hi - view->lo,
                                 .colour = index % 2 == 0 ? COLOUR_METER_1 : COLOUR_METER_2,
                                 .barred = index % 2 != 0,
                                 .mark_count = view->marks };
    for (int i = 0; i < view->marks; i++) {
        chart.marks[i] = view->mark[i].at - view->lo;
    }
    chart_meter(ui, column, &chart, NULL);
    marks(ui, column, view);
}

void meters_build(struct ui *ui, struct widget *parent, const struct table *t)
{
    struct widget *row = widget_row(ui, parent, PART_GUTTER);
    row->even = true;
    for (int i = 0; i < t->meters; i++) {
        meter(ui, row, t, i);
    }
}
