/* year: lanes over a common line of rounds. */
#include "window/year.h"

#include <stdlib.h>
#include <string.h>

#include "match/say.h"
#include "window/draw.h"
#include "window/parts.h"

enum {
    LABEL = 176,
    NARROW_LABEL = 96,
    HEIGHT = 150,
    LANE = 22,
    BAR = 8,
    MARK = 13,
    MOST_LINES = 2
};

static int label_width(const struct ui *ui)
{
    return part_narrow(ui) ? NARROW_LABEL : LABEL;
}

/* A lane: the bar of a side (or none, -1), its title, and the room for the rounds. */
static struct widget *lane(struct ui *ui, struct widget *parent, int party, const char *title)
{
    struct widget *row = widget_row(ui, parent, 12);
    row->items = ALIGN_CENTER;
    if (party >= 0) {
        struct widget *head = widget_row(ui, row, 8);
        head->items = ALIGN_CENTER;
        head->width = label_width(ui);
        part_side_bar(ui, head, party, 14);
        widget_text(ui, head, ROLE_NOTE, COLOUR_INK_2, title)->grow = 1;
        struct widget *room = widget_row(ui, row, 0);
        room->grow = 1;
        return room;
    }
    struct widget *label = widget_text(ui, row, ROLE_NOTE, COLOUR_INK_2, title);
    label->width = label_width(ui);
    struct widget *room = widget_row(ui, row, 0);
    room->grow = 1;
    return room;
}

/* ---- lines ---- */

static int height_of(const struct debrief_line *line, int value, int room)
{
    const int range = line->hi > line->lo ? line->hi - line->lo : 1;
    return (value - line->lo) * room / range;
}

/* A step from round to round: the first line full, the second one cut into strokes. */
static void paint_line(struct draw *draw, const struct ui *ui, const struct rect *box,
                       const struct debrief *d, int which)
{
    static const enum colour inks[MOST_LINES] = { COLOUR_METER_1, COLOUR_METER_2 };
    const struct debrief_line *line = &d->line[which];
    const int thick = ui_px(ui, 3), dash = ui_px(ui, 6), room = box->h - thick;
    int before = 0;
    for (int round = 0; round < d->round; round++) {
        const int x = box->x + box->w * round / d->rounds;
        const int end = box->x + box->w * (round + 1) / d->rounds;
        const int y = box->y + room - height_of(line, line->value[round], room);
        if (round > 0) {
            const int top = y < before ? y : before;
            const int deep = (y < before ? before - y : y - before) + thick;
            draw_fill(draw, (struct rect){ x, top, which == 0 ? thick : ui_px(ui, 1), deep },
                      inks[which]);
        }
        for (int at = x; at < end; at += which == 0 ? end - x : 2 * dash) {
            const int w = which == 0 || at + dash > end ? end - at : dash;
            draw_fill(draw, (struct rect){ at, y, w, thick }, inks[which]);
        }
        before = y;
    }
    if (d->round > 0) { /* where it ended */
        const int x = box->x + box->w * d->round / d->rounds;
        const int y = box->y + room - height_of(line, line->last, room);
        const int top = y < before ? y : before, size = ui_px(ui, 7);
        draw_fill(draw,
                  (struct rect){ x - ui_px(ui, 1), top, ui_px(ui, 1), abs(y - before) + thick },
                  inks[which]);
        draw_fill(draw, (struct rect){ x - size / 2, y + thick / 2 - size / 2, size, size },
                  inks[which]);
    }
}

static void paint_lines(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    const struct debrief *d = w->data;
    for (int i = 0; i <= 4; i++) {
        draw_fill(draw, (struct rect){ w->box.x, w->box.y + (w->box.h - 1) * i / 4, w->box.w, 1 },
                  COLOUR_HAIR);
    }
    for (int i = 0; i < d->lines && i < MOST_LINES; i++) {
        paint_line(draw, ui, &w->box, d, i);
    }
}

static bool same_range(const struct debrief *d)
{
    for (int i = 1; i < d->lines && i < MOST_LINES; i++) {
        if (d->line[i].lo != d->line[0].lo || d->line[i].hi != d->line[0].hi) {
            return false;
        }
    }
    return d->lines > 0;
}

/* The lines, and left of them what the highest and the lowest hair stand for, where that is the same
 * for all. */
static void lines(struct ui *ui, struct widget *parent, const struct debrief *d)
{
    struct widget *row = widget_row(ui, parent, 12);
    row->items = ALIGN_STRETCH;
    struct widget *axis = widget_column(ui, row, 0);
    axis->width = label_width(ui);
    axis->items = ALIGN_END;
    if (same_range(d)) {
        widget_words(ui, axis, ROLE_NOTE, COLOUR_INK_3, ui_text(ui, "%d", d->line[0].hi));
        widget_space(ui, axis);
        widget_words(ui, axis, ROLE_NOTE, COLOUR_INK_3, ui_text(ui, "%d", d->line[0].lo));
    }
    widget_paint(ui, row, 0, HEIGHT, paint_lines, d, _("the year as lines"))->grow = 1;
}

/* What the strokes stand for, and where the lines ended. */
static void legend(struct ui *ui, struct widget *parent, const struct debrief *d)
{
    static const enum colour inks[MOST_LINES] = { COLOUR_METER_1, COLOUR_METER_2 };
    struct widget *row = widget_flow(ui, parent, 20, 0);
    for (int i = 0; i < d->lines && i < MOST_LINES; i++) {
        struct widget *one = widget_row(ui, row, 8);
        one->items = ALIGN_CENTER;
        for (int k = 0; k < (i == 0 ? 1 : 3); k++) {
            widget_box(ui, one, i == 0 ? 28 : 6, 3, inks[i]);
        }
        widget_words(ui, one, ROLE_NOTE, COLOUR_INK,
                     ui_text(ui, _("%s, at the end %d"), d->line[i].title, d->line[i].last));
    }
}

/* ---- who was struck ---- */

static enum icon hand_icon(const struct debrief_case *c)
{
    static const enum icon icons[HANDS] = { [HAND_SUSPECT] = ICON_DIAMOND,
                                            [HAND_COUNTRY] = ICON_DIAMOND_OPEN,
                                            [HAND_ELSEWHERE] = ICON_TRIANGLE,
                                            [HAND_NOBODY] = ICON_RING };
    return icons[c->hand];
}

static void struck(struct ui *ui, struct widget *parent, const struct debrief *d, int party)
{
    struct widget *room =
        lane(ui, parent, -1, ui_text(ui, _("struck: %s"), d->side[party].country));
    room->even = true;
    for (int round = 1; round <= d->rounds; round++) {
        struct widget *cell = widget_row(ui, room, 0);
        cell->grow = 1;
        cell->justify = ALIGN_CENTER;
        cell->least_height = LANE;
        cell->items = ALIGN_CENTER;
        for (int i = 0; i < d->cases; i++) {
            const struct debrief_case *c = &d->file[i];
            if (c->round == round && c->victim == party) {
                widget_icon(ui, cell, hand_icon(c), c->severe ? MARK + 6 : MARK,
                            part_side_colour(1 - party),
                            ui_text(ui, "%s: %s", c->title, c->culprit));
            }
        }
    }
}

static void hands(struct ui *ui, struct widget *parent)
{
    static const struct {
        enum icon icon;
        const char *text;
    } keys[] = { { ICON_DIAMOND, N_("the other side, or a group it tolerates") },
                 { ICON_DIAMOND_OPEN, N_("somebody in its country") },
                 { ICON_TRIANGLE, N_("somebody elsewhere") },
                 { ICON_RING, N_("nobody: an accident") } };
    struct widget *row = widget_flow(ui, parent, 20, 0);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct widget *one = widget_row(ui, row, 6);
        one->items = ALIGN_CENTER;
        widget_icon(ui, one, keys[i].icon, 11, COLOUR_INK_2, NULL);
        widget_words(ui, one, ROLE_NOTE, COLOUR_INK_2, _(keys[i].text));
    }
}

/* ---- what stood ---- */

/* The bars of one kind: what was given more than once stands in one lane. */
struct spans {
    const struct debrief *debrief;
    const struct debrief_bar *first;
};

static bool alike(const struct debrief_bar *a, const struct debrief_bar *b)
{
    return a->giver == b->giver && strcmp(a->title, b->title) == 0;
}

static void paint_span(struct draw *draw, const struct ui *ui, const struct rect *box,
                       const struct debrief_bar *bar, int rounds)
{
    const int x = box->x + box->w * (bar->from - 1) / rounds;
    const int end = box->x + box->w * bar->to / rounds, high = ui_px(ui, BAR);
    const struct rect r = { x, box->y + (box->h - high) / 2, end - x - ui_px(ui, 2), high };
    const enum colour ink = bar->giver < 0 ? COLOUR_INK_2 : part_side_colour(bar->giver);
    if (bar->fate == FATE_BROKEN) {
        draw_frame(draw, r, ui_px(ui, 2), ink);
    } else {
        draw_fill(draw, r, ink);
    }
}

static void paint_spans(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    const struct spans *s = w->data;
    for (int i = 0; i < s->debrief->bars; i++) {
        if (alike(&s->debrief->bar[i], s->first)) {
            paint_span(draw, ui, &w->box, &s->debrief->bar[i], s->debrief->rounds);
        }
    }
}

/* In words, all of a lane: "Answer within two rounds: kept, broken". */
static const char *fates(struct ui *ui, const struct debrief *d, const struct debrief_bar *first)
{
    const char *words = first->title;
    for (int i = 0; i < d->bars; i++) {
        if (alike(&d->bar[i], first)) {
            words = ui_text(ui, &d->bar[i] == first ? "%s: %s" : _("%s, %s"), words,
                            d->bar[i].fate_title);
        }
    }
    return words;
}

static void stood(struct ui *ui, struct widget *parent, const struct debrief *d)
{
    for (int i = 0; i < d->bars; i++) {
        bool drawn = false;
        for (int k = 0; k < i; k++) {
            drawn = drawn || alike(&d->bar[k], &d->bar[i]);
        }
        if (!drawn) {
            struct spans *s = arena_take(&ui->arena, sizeof *s);
            *s = (struct spans){ d, &d->bar[i] };
            struct widget *room = lane(ui, parent, d->bar[i].giver, d->bar[i].title);
            widget_paint(ui, room, 0, LANE, paint_spans, s, fates(ui, d, &d->bar[i]))->grow = 1;
        }
    }
}

/* ---- the whole ---- */

/* A month is named where it begins; where there is no room, the rounds are numbered. */
static void dates(struct ui *ui, struct widget *parent, const struct debrief *d)
{
    struct widget *axis = widget_new(ui, lane(ui, parent, -1, ""), KIND_AXIS);
    axis->grow = 1;
    axis->gap = 6;
    const bool words = !part_stacked(ui);
    for (int round = 1; round <= d->rounds; round++) {
        if (words && round > 1 && strcmp(d->date[round - 1], d->date[round - 2]) == 0) {
            continue;
        }
        widget_words(ui, axis, ROLE_NOTE, COLOUR_INK_3,
                     words ? d->date[round - 1] : ui_text(ui, "%d", round))
            ->at = (round - 1) * 1000 / d->rounds;
    }
}

void year_build(struct ui *ui, struct widget *parent, const struct debrief *d)
{
    struct widget *chart = widget_column(ui, parent, 4);
    legend(ui, chart, d);
    lines(ui, chart, d);
    dates(ui, chart, d);
    struck(ui, chart, d, 0);
    struck(ui, chart, d, 1);
    hands(ui, chart);
    stood(ui, chart, d);
}
