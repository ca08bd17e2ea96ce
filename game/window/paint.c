/* paint: boxes, texts and drawings of a tree. */
#include "window/paint.h"

#include "window/layout.h"

static void paint(struct draw *draw, const struct ui *ui, const struct widget *w);

static struct rect grown(struct rect r, int by)
{
    return (struct rect){ r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by };
}

static bool in_focus(const struct ui *ui, const struct widget *w)
{
    return w->action != 0 && w->action == ui->focus;
}

static void paint_pattern(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    struct rect r = w->box;
    if (w->pattern == PATTERN_TWIN) {
        int thin = r.w / 3;
        draw_fill(draw, (struct rect){ r.x, r.y, thin, r.h }, w->fill);
        draw_fill(draw, (struct rect){ r.x + r.w - thin, r.y, thin, r.h }, w->fill);
    } else if (w->pattern == PATTERN_HATCH) {
        draw_hatch(draw, r, ui_px(ui, 6), w->fill);
    } else if (w->radius > 0) {
        draw_round(draw, r, ui_px(ui, w->radius), w->fill);
    } else {
        draw_fill(draw, r, w->fill);
    }
}

static void paint_framed(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    int radius = ui_px(ui, w->radius);
    enum colour inside = w->fill == COLOUR_NONE ? COLOUR_DESK : w->fill;
    if (w->frame == FRAME_DASHED) {
        draw_dashed(draw, w->box, radius, w->border);
        return;
    }
    bool ring = in_focus(ui, w) || w->frame == FRAME_FOCUS;
    draw_round_frame(draw, w->box, radius, ui_px(ui, ring ? 2 : 1), ring ? COLOUR_INK : w->border,
                     inside);
}

static void paint_box(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    if (w->shadow) {
        struct rect below = w->box;
        below.y += ui_px(ui, 3);
        draw_round(draw, below, ui_px(ui, w->radius), COLOUR_SHADOW);
    }
    if (w->frame != FRAME_NONE) {
        paint_framed(draw, ui, w);
    } else if (w->fill != COLOUR_NONE) {
        paint_pattern(draw, ui, w);
    }
    if (w->frame == FRAME_NONE && in_focus(ui, w)) {
        draw_frame(draw, grown(w->box, ui_px(ui, 3)), ui_px(ui, 2), COLOUR_INK);
    } else if (w->action != 0 && w->action == ui->lit) {
        draw_frame(draw, grown(w->box, ui_px(ui, 3)), ui_px(ui, 1), COLOUR_INK_3);
    }
}

static int line_start(const struct ui *ui, const struct widget *w, const struct line *line)
{
    int left = ui_px(ui, w->left), room = w->box.w - left - ui_px(ui, w->right) - line->width;
    return w->box.x + left +
           (w->justify == ALIGN_END      ? room
            : w->justify == ALIGN_CENTER ? room / 2
                                         : 0);
}

static void paint_text(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    int y = w->box.y + w->base;
    for (size_t i = 0; i < w->line_count; i++, y += w->type.leading) {
        const struct line *line = &w->lines[i];
        int x = line_start(ui, w, line);
        draw_words(draw, &w->type, line->s, line->n, x, y, w->ink);
        if (w->pattern == PATTERN_DOTTED) {
            draw_dots(draw, x, y + ui_px(ui, 4), line->width, ui_px(ui, 1), w->ink);
        }
    }
}

static void paint_scroll_bar(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    for (int i = 0; i < UI_SCROLLS; i++) {
        const struct scroll *s = &ui->scrolls[i];
        if (s->id != w->scroll || s->content <= s->view || s->view <= 0) {
            continue;
        }
        int length = (int)((int64_t)w->box.h * s->view / s->content);
        int at = (int)((int64_t)w->box.h * s->offset / s->content);
        int x = w->box.x + w->box.w - ui_px(ui, 10);
        struct rect rail = { x, w->box.y, ui_px(ui, 4), w->box.h };
        draw_fill(draw, rail, COLOUR_LINE);
        rail.y += at;
        rail.h = length;
        draw_fill(draw, rail, COLOUR_INK_3);
    }
}

static const struct widget *outer_column(const struct widget *w)
{
    for (w = w->parent; w != NULL && w->scroll == 0; w = w->parent) {
    }
    return w;
}

/* Only what can be seen of a scrolled column is drawn on; everything, where there is none. */
static void clip_to(struct draw *draw, const struct widget *column)
{
    if (column == NULL) {
        draw_clip(draw, NULL);
        return;
    }
    struct rect r = layout_visible(column);
    draw_clip(draw, &r);
}

static bool seen(const struct ui *ui, const struct widget *w)
{
    struct rect r = layout_visible(w);
    return r.w > 0 && r.h > 0 && r.x < ui->width && r.y < ui->height;
}

static void paint_children(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    for (const struct widget *c = w->first; c != NULL; c = c->next) {
        paint(draw, ui, c);
    }
}

static void paint(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    if (w->hidden || !seen(ui, w)) {
        return;
    }
    paint_box(draw, ui, w);
    if (w->kind == KIND_TEXT) {
        paint_text(draw, ui, w);
    } else if (w->kind == KIND_ICON) {
        draw_icon(draw, w->icon, w->box, w->ink);
    } else if (w->paint != NULL) {
        w->paint(draw, ui, w);
    } else if (w->kind == KIND_ART && w->art != NULL) {
        draw_art(draw, w->art, w->box, w->ink);
    }
    if (w->scroll != 0) {
        clip_to(draw, w);
        paint_children(draw, ui, w);
        clip_to(draw, outer_column(w));
        paint_scroll_bar(draw, ui, w);
    } else {
        paint_children(draw, ui, w);
    }
}

void paint_tree(struct draw *draw, const struct ui *ui)
{
    draw_begin(draw);
    paint(draw, ui, ui->root);
    if (ui->above != NULL) {
        paint(draw, ui, ui->above);
    }
}
