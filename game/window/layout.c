/* layout: widths and heights.
 *
 * Two walks over the tree. measure_widths goes up: what each widget would like and can bear. fit goes
 * down with a width and comes back with a height. Places are given by place.c. */
#include "window/layout.h"

#include <assert.h>
#include <string.h>

#include "window/layout_parts.h"
#include "window/share.h"

/* ---- widths, going up ---- */

static void widths_of_text(struct ui *ui, struct widget *w)
{
    w->type = theme_type(w->role, ui->percent, ui->chinese);
    w->natural = wrap_natural(&ui->measure, &w->type, w->text);
    w->least = w->one_line ? w->natural : wrap_least(&ui->measure, &w->type, w->text);
}

static void widths_side_by_side(struct ui *ui, struct widget *w)
{
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        w->natural += c->natural;
        w->least += c->optional > 0 ? 0 : c->least;
    }
    w->natural += layout_gaps(ui, w);
    w->least += layout_gaps(ui, w);
}

static void widths_widest(struct widget *w)
{
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        w->natural = layout_larger(w->natural, c->natural);
        w->least = layout_larger(w->least, c->least);
    }
}

/* A cell over several columns asks what it lacks of the first of them. */
static void spread_span(struct track *first, const struct widget *c, int gap)
{
    int natural = c->natural - (c->span - 1) * gap, least = c->least - (c->span - 1) * gap;
    for (int i = 0; i < c->span; i++) {
        natural -= first[i].natural;
        least -= first[i].least;
    }
    first->natural += layout_larger(0, natural);
    first->least = layout_smaller(first->natural, first->least + layout_larger(0, least));
    first->grow = layout_larger(first->grow, c->grow);
}

static int grid_tracks(struct ui *ui, const struct widget *w, struct track *tracks)
{
    assert(w->columns > 0 && w->columns <= LAYOUT_TRACKS);
    memset(tracks, 0, sizeof *tracks * (size_t)w->columns);
    for (int wide = 0; wide < 2; wide++) { /* single cells first */
        int column = 0;
        for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
            struct track *t = &tracks[column];
            if (c->span == 1 && !wide) {
                t->natural = layout_larger(t->natural, c->natural);
                t->least = layout_larger(t->least, c->least);
                t->grow = layout_larger(t->grow, c->grow);
            } else if (c->span > 1 && wide) {
                assert(column + c->span <= w->columns);
                spread_span(t, c, ui_px(ui, w->gap));
            }
            column = (column + c->span) % w->columns;
        }
    }
    return w->columns;
}

static void widths_of_grid(struct ui *ui, struct widget *w)
{
    struct track tracks[LAYOUT_TRACKS];
    int n = grid_tracks(ui, w, tracks);
    for (int i = 0; i < n; i++) {
        w->natural += tracks[i].natural;
        w->least += tracks[i].least;
    }
    w->natural += (n - 1) * ui_px(ui, w->gap);
    w->least += (n - 1) * ui_px(ui, w->gap);
}

static void clamp_widths(struct ui *ui, struct widget *w)
{
    int pad = layout_pad_across(ui, w);
    w->natural += pad;
    w->least += pad;
    if (w->most_width > 0) {
        w->natural = layout_smaller(w->natural, ui_px(ui, w->most_width));
        w->least = layout_smaller(w->least, w->natural);
    }
    if (w->least_width > 0) {
        w->natural = layout_larger(w->natural, ui_px(ui, w->least_width));
        w->least = layout_larger(w->least, ui_px(ui, w->least_width));
    }
    if (w->width > 0) {
        w->natural = w->least = ui_px(ui, w->width);
    }
}

static void measure_widths(struct ui *ui, struct widget *w)
{
    w->natural = w->least = 0;
    for (struct widget *c = w->first; c != NULL; c = c->next) {
        c->hidden = false;
        measure_widths(ui, c);
    }
    switch (w->kind) {
    case KIND_TEXT:
        widths_of_text(ui, w);
        break;
    case KIND_ROW:
        widths_side_by_side(ui, w);
        break;
    case KIND_GRID:
        widths_of_grid(ui, w);
        break;
    case KIND_FLOW:
        widths_side_by_side(ui, w);
        w->least = 0;
        for (struct widget *c = w->first; c != NULL; c = c->next) {
            w->least = layout_larger(w->least, c->least);
        }
        break;
    default:
        widths_widest(w);
        break;
    }
    clamp_widths(ui, w);
}

/* ---- heights, going down with a width ---- */

static void fit(struct ui *ui, struct widget *w, int width);

static void fit_text(struct ui *ui, struct widget *w)
{
    struct line lines[WRAP_LINES];
    int width = layout_inner(ui, w);
    w->line_count =
        wrap_lines(&ui->measure, &w->type, w->text,
                   w->one_line ? layout_larger(width, w->natural) : width, w->balance, lines);
    struct line *kept = arena_take(&ui->arena, (w->line_count + 1) * sizeof *kept);
    memcpy(kept, lines, w->line_count * sizeof *kept);
    w->lines = kept;
    w->want = (int)w->line_count * w->type.leading;
    w->base = (w->type.leading * 10 + w->type.px * 7) / 20; /* capitals in the middle of the line */
}

static int row_least(const struct ui *ui, const struct widget *w)
{
    int sum = layout_gaps(ui, w);
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        sum += c->least;
    }
    return sum;
}

/* Drops what can be spared until the rest fits. */
static void drop_optional(struct ui *ui, struct widget *w)
{
    while (row_least(ui, w) > layout_inner(ui, w)) {
        struct widget *worst = NULL;
        for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
            if (c->optional > (worst == NULL ? 0 : worst->optional)) {
                worst = c;
            }
        }
        if (worst == NULL) {
            return;
        }
        worst->hidden = true;
    }
}

static void fit_line_height(struct widget *w, const struct widget *line, int *above, int *below)
{
    bool on_base = line->baseline && w->align == ALIGN_AUTO;
    *above = layout_larger(*above, on_base ? w->base : 0);
    *below = layout_larger(*below, on_base ? w->want - w->base : 0);
}

static void fit_row(struct ui *ui, struct widget *w)
{
    struct track tracks[LAYOUT_TRACKS];
    int n = 0, above = 0, below = 0;
    drop_optional(ui, w);
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        assert(n < LAYOUT_TRACKS);
        tracks[n++] = (struct track){ c->natural, c->least, c->grow, 0 };
    }
    int room = layout_inner(ui, w) - layout_gaps(ui, w);
    if (w->even) {
        share_even(tracks, n, room);
    } else {
        share(tracks, n, room);
    }
    n = 0;
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        fit(ui, c, tracks[n++].size);
        fit_line_height(c, w, &above, &below);
        w->want = layout_larger(w->want, layout_larger(c->want, above + below));
    }
    w->base = w->baseline ? above : w->first != NULL ? w->first->base : 0;
}

static void fit_column(struct ui *ui, struct widget *w)
{
    int width = layout_inner(ui, w);
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        enum align align = c->align != ALIGN_AUTO ? c->align : w->items;
        bool stretch = align == ALIGN_AUTO || align == ALIGN_STRETCH;
        int cap = c->most_width > 0 ? layout_smaller(width, ui_px(ui, c->most_width)) : width;
        fit(ui, c, stretch && c->width == 0 ? cap : layout_smaller(cap, c->natural));
        w->want += c->want;
    }
    w->want += layout_gaps(ui, w);
    w->base = w->first != NULL ? w->first->base : 0;
}

static void fit_flow(struct ui *ui, struct widget *w)
{
    struct widget *c = layout_shown(w->first);
    while (c != NULL) {
        struct widget *end = layout_flow_end(ui, w, c);
        int height = 0;
        w->want += c == layout_shown(w->first) ? 0 : ui_px(ui, w->line_gap);
        for (; c != end; c = layout_shown(c->next)) {
            fit(ui, c, layout_smaller(c->natural, layout_inner(ui, w)));
            height = layout_larger(height, c->want);
        }
        w->want += height;
    }
    w->base = w->first != NULL ? w->first->base : 0;
}

static void fit_grid(struct ui *ui, struct widget *w)
{
    struct track tracks[LAYOUT_TRACKS];
    int n = grid_tracks(ui, w, tracks), column = 0, height = 0, gap = ui_px(ui, w->gap);
    share(tracks, n, layout_inner(ui, w) - (n - 1) * gap);
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        int width = (c->span - 1) * gap;
        for (int i = column; i < column + c->span && i < n; i++) {
            width += tracks[i].size;
        }
        fit(ui, c, width);
        height = layout_larger(height, c->want);
        column += c->span;
        if (column >= n || layout_shown(c->next) == NULL) {
            w->want += height + (layout_shown(c->next) != NULL ? ui_px(ui, w->line_gap) : 0);
            column = height = 0;
        }
    }
    w->base = w->first != NULL ? w->first->base : 0;
}

/* Places on an axis, one line: after its mark if there is room, else before it, else pushed. */
static bool axis_line(struct ui *ui, struct widget *w, int skip, int step)
{
    struct widget *list[LAYOUT_TRACKS];
    int n = 0, index = 0, limit = layout_inner(ui, w), gap = ui_px(ui, w->gap);
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        if (index++ % step == skip && n < LAYOUT_TRACKS) {
            list[n++] = c;
        }
    }
    for (int i = n - 1; i >= 0; i--) {
        int at = list[i]->at * layout_inner(ui, w) / 1000;
        int x = at + list[i]->natural <= limit ? at : layout_smaller(at, limit) - list[i]->natural;
        list[i]->dx = layout_larger(x, 0);
        if (list[i]->dx + list[i]->natural > limit && n > 1) {
            return false;
        }
        limit = list[i]->dx - gap;
    }
    return true;
}

static void fit_axis(struct ui *ui, struct widget *w)
{
    int height = 0, step = 1;
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        fit(ui, c, layout_smaller(c->natural, layout_inner(ui, w)));
        height = layout_larger(height, c->want);
    }
    for (bool fits = false; !fits && step <= 4; step += fits ? 0 : 1) {
        fits = true;
        for (int skip = 0; skip < step; skip++) {
            fits = axis_line(ui, w, skip, step) && fits;
        }
    }
    int index = 0;
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        c->dy = index++ % step * height;
    }
    w->want = height * layout_smaller(step, layout_larger(1, index));
}

static void fit_stack(struct ui *ui, struct widget *w)
{
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        fit(ui, c, layout_inner(ui, w));
        w->want = layout_larger(w->want, c->want);
    }
    w->base = w->first != NULL ? w->first->base : 0;
}

static void fit(struct ui *ui, struct widget *w, int width)
{
    static void (*const fits[])(struct ui *, struct widget *) = {
        [KIND_ROW] = fit_row,   [KIND_COLUMN] = fit_column, [KIND_FLOW] = fit_flow,
        [KIND_GRID] = fit_grid, [KIND_STACK] = fit_stack,   [KIND_AXIS] = fit_axis,
        [KIND_TEXT] = fit_text, [KIND_ICON] = NULL,         [KIND_ART] = NULL,
        [KIND_BOX] = NULL,
    };
    w->box.w = width;
    w->want = w->base = 0;
    if (fits[w->kind] != NULL) {
        fits[w->kind](ui, w);
    }
    w->want += layout_pad_down(ui, w);
    w->base += ui_px(ui, w->top);
    w->want = layout_larger(w->want, ui_px(ui, w->least_height));
    if (w->height > 0) {
        w->want = ui_px(ui, w->height);
    }
    if (w->scroll != 0) {
        w->content = w->want;
        w->want = layout_smaller(w->want, ui_px(ui, layout_larger(w->least_height, 1)));
    }
    if (w->kind == KIND_ICON || w->kind == KIND_ART) { /* stands in the middle of the capitals */
        w->base = (w->want + ui_px(ui, 9)) / 2;
    }
}

int layout_height(struct ui *ui, struct widget *w, int width)
{
    measure_widths(ui, w);
    fit(ui, w, width);
    return w->want;
}
