/* widget: making trees and walking them. */
#include "window/widget.h"

#include <stdarg.h>
#include <string.h>

struct ui ui_init(struct measure measure)
{
    struct ui ui = { .measure = measure, .percent = 100 };
    ui.arena = arena_init();
    return ui;
}

void ui_free(struct ui *ui)
{
    arena_free(&ui->arena);
}

struct widget *ui_begin(struct ui *ui, int width, int height, int percent)
{
    arena_reset(&ui->arena);
    ui->width = width;
    ui->height = height;
    ui->percent = percent;
    ui->calm = false;
    ui->above = NULL;
    ui->root = widget_new(ui, NULL, KIND_COLUMN);
    return ui->root;
}

int ui_room_across(const struct ui *ui)
{
    return ui->width * 100 / ui->percent;
}

int ui_room_down(const struct ui *ui)
{
    return ui->height * 100 / ui->percent;
}

int ui_px(const struct ui *ui, int design)
{
    int px = (design * ui->percent + 50) / 100;
    return design > 0 && px == 0 ? 1 : px;
}

const char *ui_text(struct ui *ui, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return arena_text(&ui->arena, "%s", text);
}

struct widget *widget_new(struct ui *ui, struct widget *parent, enum shape kind)
{
    struct widget *w = arena_take(&ui->arena, sizeof *w);
    w->kind = kind;
    w->parent = parent;
    w->span = 1;
    if (parent != NULL) {
        struct widget **link = parent->last == NULL ? &parent->first : &parent->last->next;
        *link = w;
        parent->last = w;
    }
    return w;
}

struct widget *widget_row(struct ui *ui, struct widget *parent, int gap)
{
    struct widget *w = widget_new(ui, parent, KIND_ROW);
    w->gap = gap;
    return w;
}

struct widget *widget_column(struct ui *ui, struct widget *parent, int gap)
{
    struct widget *w = widget_new(ui, parent, KIND_COLUMN);
    w->gap = gap;
    return w;
}

struct widget *widget_flow(struct ui *ui, struct widget *parent, int gap, int line_gap)
{
    struct widget *w = widget_new(ui, parent, KIND_FLOW);
    w->gap = gap;
    w->line_gap = line_gap;
    return w;
}

struct widget *widget_grid(struct ui *ui, struct widget *parent, int columns, int gap, int line_gap)
{
    struct widget *w = widget_flow(ui, parent, gap, line_gap);
    w->kind = KIND_GRID;
    w->columns = columns;
    return w;
}

struct widget *widget_text(struct ui *ui, struct widget *parent, enum role role, enum colour ink,
                           const char *text)
{
    struct widget *w = widget_new(ui, parent, KIND_TEXT);
    w->role = role;
    w->ink = ink;
    w->text = text == NULL ? "" : text;
    return w;
}

struct widget *widget_words(struct ui *ui, struct widget *parent, enum role role, enum colour ink,
                            const char *text)
{
    struct widget *w = widget_text(ui, parent, role, ink, text);
    w->one_line = true;
    return w;
}

struct widget *widget_icon(struct ui *ui, struct widget *parent, enum icon icon, int size,
                           enum colour ink, const char *says)
{
    struct widget *w = widget_new(ui, parent, KIND_ICON);
    w->icon = icon;
    w->width = size;
    w->height = size;
    w->ink = ink;
    w->says = says;
    return w;
}

struct widget *widget_art(struct ui *ui, struct widget *parent, const char *file, int width,
                          int height, enum colour ink, const char *says)
{
    struct widget *w = widget_new(ui, parent, KIND_ART);
    w->art = file;
    w->width = width;
    w->height = height;
    w->ink = ink;
    w->says = says;
    return w;
}

struct widget *widget_paint(struct ui *ui, struct widget *parent, int width, int height,
                            void (*paint)(struct draw *, const struct ui *, const struct widget *),
                            const void *data, const char *says)
{
    struct widget *w = widget_art(ui, parent, NULL, width, height, COLOUR_NONE, says);
    w->paint = paint;
    w->data = data;
    return w;
}

struct widget *widget_box(struct ui *ui, struct widget *parent, int width, int height,
                          enum colour fill)
{
    struct widget *w = widget_new(ui, parent, KIND_BOX);
    w->width = width;
    w->height = height;
    w->fill = fill;
    return w;
}

struct widget *widget_rule(struct ui *ui, struct widget *parent, enum colour ink)
{
    struct widget *w = widget_box(ui, parent, 0, 1, ink);
    w->align = ALIGN_STRETCH;
    return w;
}

struct widget *widget_space(struct ui *ui, struct widget *parent)
{
    struct widget *w = widget_box(ui, parent, 0, 0, COLOUR_NONE);
    w->grow = 1;
    return w;
}

void widget_pad(struct widget *w, int vertical, int horizontal)
{
    w->top = w->bottom = vertical;
    w->left = w->right = horizontal;
}

const struct widget *widget_after(const struct widget *root, const struct widget *w)
{
    if (w == NULL) {
        return root;
    }
    if (w->first != NULL) {
        return w->first;
    }
    while (w != root && w->next == NULL) {
        w = w->parent;
    }
    return w == root ? NULL : w->next;
}

bool widget_hidden(const struct widget *w)
{
    for (; w != NULL; w = w->parent) {
        if (w->hidden) {
            return true;
        }
    }
    return false;
}
