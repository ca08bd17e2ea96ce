/* layout_parts: what both halves of the layout ask of a widget. */
#include "window/layout_parts.h"

int layout_larger(int a, int b)
{
    return a > b ? a : b;
}

int layout_smaller(int a, int b)
{
    return a < b ? a : b;
}

int layout_pad_across(const struct ui *ui, const struct widget *w)
{
    return ui_px(ui, w->left) + ui_px(ui, w->right);
}

int layout_pad_down(const struct ui *ui, const struct widget *w)
{
    return ui_px(ui, w->top) + ui_px(ui, w->bottom);
}

struct widget *layout_shown(struct widget *w)
{
    while (w != NULL && w->hidden) {
        w = w->next;
    }
    return w;
}

static int count_shown(const struct widget *w)
{
    int n = 0;
    for (struct widget *c = layout_shown(w->first); c != NULL; c = layout_shown(c->next)) {
        n++;
    }
    return n;
}

int layout_gaps(const struct ui *ui, const struct widget *w)
{
    int n = count_shown(w);
    return n > 1 ? (n - 1) * ui_px(ui, w->gap) : 0;
}

int layout_inner(const struct ui *ui, const struct widget *w)
{
    return layout_larger(0, w->box.w - layout_pad_across(ui, w));
}

/* Where a line of a flow ends: the first child of the next line. */
struct widget *layout_flow_end(const struct ui *ui, const struct widget *w, struct widget *from)
{
    int x = 0, room = layout_inner(ui, w);
    struct widget *c = from;
    for (; c != NULL; c = layout_shown(c->next)) {
        x += c->natural;
        if (c != from && x > room) {
            break;
        }
        x += ui_px(ui, w->gap);
    }
    return c;
}

struct widget *layout_grid_end(const struct widget *w, struct widget *from)
{
    int column = 0;
    for (; from != NULL && column < w->columns; from = layout_shown(from->next)) {
        column += from->span;
    }
    return from;
}
