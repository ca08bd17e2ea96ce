/* place: the second half of the layout: places, scrolling and what can be seen. */
#include <assert.h>

#include "window/focus.h"
#include "window/layout.h"
#include "window/layout_parts.h"
#include "window/share.h"

static int along(enum align align, int room, int size)
{
    return align == ALIGN_CENTER ? (room - size) / 2 : align == ALIGN_END ? room - size : 0;
}

static void place_row(struct ui *ui, struct widget *w, int y, int height)
{
    int used = layout_gaps(ui, w);
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        used += c->box.w;
    }
    int x = w->box.x + ui_px(ui, w->left) + along(w->justify, layout_inner(ui, w), used);
    int base = w->base - ui_px(ui, w->top);
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        enum align align = c->align != ALIGN_AUTO ? c->align : w->items;
        bool stretch = align == ALIGN_STRETCH;
        int h = stretch ? height : c->want;
        int dy = w->baseline && c->align == ALIGN_AUTO ? base - c->base : along(align, height, h);
        layout_place(ui, c, x, y + dy, h);
        x += c->box.w + ui_px(ui, w->gap);
    }
}

struct scroll *layout_scroll_of(struct ui *ui, int id)
{
    for (int i = 0; i < UI_SCROLLS; i++) {
        struct scroll *s = &ui->scrolls[i];
        if (s->id == id || s->id == 0) {
            s->id = id;
            return s;
        }
    }
    return &ui->scrolls[UI_SCROLLS - 1];
}

static int place_scroll(struct ui *ui, struct widget *w, int content, int view)
{
    struct scroll *s = layout_scroll_of(ui, w->scroll);
    s->view = view;
    s->content = content;
    s->offset = layout_larger(0, layout_smaller(s->offset, content - view));
    return s->offset;
}

static int column_tracks(struct ui *ui, struct widget *w, struct track *tracks, int *room)
{
    int n = 0;
    *room -= layout_gaps(ui, w);
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        assert(n < LAYOUT_TRACKS);
        tracks[n++] = (struct track){ c->want, c->want, c->grow, 0 };
    }
    return n;
}

static void place_column(struct ui *ui, struct widget *w, int y, int height)
{
    struct track tracks[LAYOUT_TRACKS];
    int content = w->content - layout_pad_down(ui, w),
        room = w->scroll != 0 ? layout_larger(content, height) : height;
    int n = column_tracks(ui, w, tracks, &room), used = layout_gaps(ui, w);
    if (w->scroll != 0) {
        y -= place_scroll(ui, w, content, height);
    }
    share_down(tracks, n, room);
    for (int i = 0; i < n; i++) {
        used += tracks[i].size;
    }
    y += along(w->justify, layout_larger(height, used), used);
    n = 0;
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        enum align align = c->align != ALIGN_AUTO ? c->align : w->items;
        int dx = along(align, layout_inner(ui, w), c->box.w);
        layout_place(ui, c, w->box.x + ui_px(ui, w->left) + dx, y, tracks[n].size);
        y += tracks[n++].size + ui_px(ui, w->gap);
    }
}

static void place_flow(struct ui *ui, struct widget *w, int y)
{
    for (struct widget *c = layout_shown(w->first); c != NULL;) {
        struct widget *end = layout_flow_end(ui, w, c);
        int height = 0, x = w->box.x + ui_px(ui, w->left), base = 0;
        for (struct widget *d = c; d != end; d = layout_shown(d->next)) {
            height = layout_larger(height, d->want);
            base = layout_larger(base, d->base);
        }
        for (; c != end; c = layout_shown(c->next)) {
            layout_place(ui, c, x, y + along(w->items, height, c->want), c->want);
            x += c->box.w + ui_px(ui, w->gap);
        }
        y += height + ui_px(ui, w->line_gap);
    }
}

static void place_grid(struct ui *ui, struct widget *w, int y)
{
    for (struct widget *c = layout_shown(w->first); c != NULL;) {
        struct widget *end = layout_grid_end(w, c);
        int height = 0, x = w->box.x + ui_px(ui, w->left);
        for (struct widget *d = c; d != end; d = layout_shown(d->next)) {
            height = layout_larger(height, d->want);
        }
        for (; c != end; c = layout_shown(c->next)) {
            enum align align = c->align != ALIGN_AUTO ? c->align : w->items;
            int h = align == ALIGN_STRETCH ? height : c->want;
            layout_place(ui, c, x, y + along(align, height, h), h);
            x += c->box.w + ui_px(ui, w->gap);
        }
        y += height + ui_px(ui, w->line_gap);
    }
}

void layout_place(struct ui *ui, struct widget *w, int x, int y, int height)
{
    w->box.x = x;
    w->box.y = y;
    w->box.h = height;
    int top = y + ui_px(ui, w->top), room = layout_larger(0, height - layout_pad_down(ui, w));
    int left = x + ui_px(ui, w->left);
    switch (w->kind) {
    case KIND_ROW:
        place_row(ui, w, top, room);
        break;
    case KIND_COLUMN:
        place_column(ui, w, top, room);
        break;
    case KIND_FLOW:
        place_flow(ui, w, top);
        break;
    case KIND_GRID:
        place_grid(ui, w, top);
        break;
    case KIND_STACK:
        for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
            layout_place(ui, c, left, top, room);
        }
        break;
    case KIND_AXIS:
        for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
            layout_place(ui, c, left + c->dx, top + c->dy, c->want);
        }
        break;
    default:
        break;
    }
}

void layout_run(struct ui *ui)
{
    layout_height(ui, ui->root, ui->width);
    layout_place(ui, ui->root, 0, 0, ui->height);
}

static bool contains(struct rect r, int x, int y)
{
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

static const struct widget *scrolled_by(const struct widget *w)
{
    for (w = w->parent; w != NULL && w->scroll == 0; w = w->parent) {
    }
    return w;
}

/* The lower end of what has the focus, and of what follows it. */
static int lowest(const struct widget *root, const struct widget *column,
                  const struct widget *focus)
{
    int bottom = focus->box.y + focus->box.h;
    for (const struct widget *w = root; w != NULL; w = widget_after(root, w)) {
        if (w->follows && !widget_hidden(w) && scrolled_by(w) == column) {
            bottom = layout_larger(bottom, w->box.y + w->box.h);
        }
    }
    return bottom;
}

void layout_reveal(struct ui *ui)
{
    layout_run(ui);
    const struct widget *w = ui->focus == 0 ? NULL : focus_find(ui, ui->focus);
    const struct widget *column = w == NULL ? NULL : scrolled_by(w);
    if (column == NULL) {
        return;
    }
    struct scroll *s = layout_scroll_of(ui, column->scroll);
    int margin = ui_px(ui, 16), top = w->box.y - margin;
    int bottom = lowest(ui->root, column, w) + margin;
    int over = bottom - (column->box.y + column->box.h);
    if (over > 0) {
        s->offset += over;
        top -= over;
    }
    if (top < column->box.y) {
        s->offset -= column->box.y - top;
    }
    layout_place(ui, ui->root, 0, 0, ui->height);
}

static bool can_scroll(struct ui *ui, const struct widget *w)
{
    const struct scroll *s = w->scroll == 0 ? NULL : layout_scroll_of(ui, w->scroll);
    return s != NULL && s->content > s->view;
}

bool layout_scroll(struct ui *ui, int x, int y, int pixels)
{
    const struct widget *column = NULL;
    for (const struct widget *w = ui->root; w != NULL; w = widget_after(ui->root, w)) {
        if (can_scroll(ui, w) && (column == NULL || contains(w->box, x, y))) {
            column = w;
        }
    }
    if (column == NULL) {
        return false;
    }
    struct scroll *s = layout_scroll_of(ui, column->scroll);
    int before = s->offset, most = layout_larger(0, s->content - s->view);
    s->offset = layout_larger(0, layout_smaller(before + pixels, most));
    return s->offset != before;
}

static struct rect cut(struct rect a, struct rect b)
{
    int x = layout_larger(a.x, b.x), y = layout_larger(a.y, b.y);
    int right = layout_smaller(a.x + a.w, b.x + b.w);
    int bottom = layout_smaller(a.y + a.h, b.y + b.h);
    return (struct rect){ x, y, layout_larger(0, right - x), layout_larger(0, bottom - y) };
}

struct rect layout_visible(const struct widget *w)
{
    struct rect r = w->box;
    for (w = scrolled_by(w); w != NULL; w = scrolled_by(w)) {
        r = cut(r, w->box);
    }
    return r;
}

bool layout_in_sight(const struct widget *w)
{
    const struct rect r = layout_visible(w);
    const struct widget *column = scrolled_by(w);
    const int most = column != NULL ? layout_smaller(w->box.h, column->box.h) : w->box.h;
    return r.w > 0 && r.h > 0 && 2 * r.h >= most;
}
