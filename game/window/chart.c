/* chart: painters for numbers. */
#include "window/chart.h"

#include "window/draw.h"

static int at_value(int value, int low, int high, int length)
{
    int range = high > low ? high - low : 1;
    int v = value < low ? low : value > high ? high : value;
    return (v - low) * length / range;
}

static void paint_meter(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    const struct chart_meter *m = w->data;
    struct rect bar = { w->box.x, w->box.y + ui_px(ui, 2), w->box.w, ui_px(ui, 8) };
    int length = at_value(m->value, 0, m->most, bar.w), thin = ui_px(ui, 3), step = ui_px(ui, 4);
    draw_fill(draw, bar, COLOUR_LINE);
    if (!m->barred) {
        draw_fill(draw, (struct rect){ bar.x, bar.y, length, bar.h }, m->colour);
    }
    for (int x = 0; m->barred && x < length; x += step) {
        int stroke = x + thin < length ? thin : length - x;
        draw_fill(draw, (struct rect){ bar.x + x, bar.y, stroke, bar.h }, m->colour);
    }
    for (int i = 0; i < m->mark_count; i++) {
        int wide = ui_px(ui, 2);
        int x = bar.x + at_value(m->marks[i], 0, m->most, bar.w - wide);
        draw_fill(draw, (struct rect){ x, w->box.y, wide, w->box.h }, COLOUR_INK);
    }
}

struct widget *chart_meter(struct ui *ui, struct widget *parent, const struct chart_meter *chart,
                           const char *says)
{
    struct chart_meter *copy = arena_take(&ui->arena, sizeof *copy);
    *copy = *chart;
    struct widget *w = widget_paint(ui, parent, 0, 12, paint_meter, copy, says);
    w->align = ALIGN_STRETCH;
    return w;
}

static void paint_step(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    const struct chart_step *s = w->data;
    int thin = ui_px(ui, 2), edge = ui_px(ui, 1), high = ui_px(ui, 12);
    int room = w->box.w - thin;
    int a = at_value(s->from, s->low, s->high, room), b = at_value(s->to, s->low, s->high, room);
    int left = a < b ? a : b, width = (a < b ? b - a : a - b) + thin;
    int y = w->box.y + (w->box.h - high) / 2;
    struct rect r = { w->box.x + left, y, width, high };
    if (s->joined) {
        int bottom = w->box.y + w->box.h;
        draw_fill(draw, (struct rect){ w->box.x + b, y + high, thin, bottom - y },
                  COLOUR_LINE_STRONG);
    }
    if (!s->hollow) {
        draw_fill(draw, r, s->colour);
    } else {
        draw_fill(draw, r, COLOUR_DESK);
        draw_frame(draw, r, edge > 1 ? edge : 2, s->colour);
    }
    draw_fill(draw, (struct rect){ w->box.x + b, y, thin, high }, COLOUR_INK);
}

struct widget *chart_step(struct ui *ui, struct widget *parent, const struct chart_step *chart,
                          int width, int height)
{
    struct chart_step *copy = arena_take(&ui->arena, sizeof *copy);
    *copy = *chart;
    return widget_paint(ui, parent, width, height, paint_step, copy, NULL);
}

static void paint_print(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    static const int lengths[] = { 100, 100, 100, 92, 100, 60, 100, 100, 96, 100, 100, 74 };
    int gap = ui_px(ui, 16), column = (w->box.w - gap) / 2, step = ui_px(ui, 8);
    int thick = ui_px(ui, 3), row = 0;
    for (int y = 0; y + thick <= w->box.h; y += step, row++) {
        for (int side = 0; side < 2; side++) {
            int length = column * lengths[(row + side * 5) % 12] / 100;
            draw_fill(
                draw,
                (struct rect){ w->box.x + side * (column + gap), w->box.y + y, length, thick },
                COLOUR_GREEK);
        }
    }
}

struct widget *chart_print(struct ui *ui, struct widget *parent, int height)
{
    struct widget *w = widget_paint(ui, parent, 0, 0, paint_print, NULL, NULL);
    w->least_height = height;
    w->align = ALIGN_STRETCH;
    w->grow = 1;
    return w;
}
