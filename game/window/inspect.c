/* inspect: the checker and the dump. */
#include "window/inspect.h"

#include <string.h>

#include "window/layout.h"

struct report {
    FILE *out;
    int faults;
};

static const char *name_of(const struct widget *w)
{
    static const char *const kinds[] = { "row",  "column", "flow", "grid", "stack",
                                         "axis", "text",   "icon", "art",  "box" };
    for (const struct widget *c = w; c != NULL; c = widget_after(w, c)) {
        if (c->kind == KIND_TEXT && c->text[0] != '\0') {
            return c->text;
        }
        if (c->says != NULL) {
            return c->says;
        }
    }
    return kinds[w->kind];
}

static void fault(struct report *r, const char *what, const struct widget *w, struct rect in)
{
    r->faults++;
    if (r->out != NULL) {
        fprintf(r->out, "%s: \"%.60s\" at %d,%d size %dx%d, in %d,%d size %dx%d\n", what,
                name_of(w), w->box.x, w->box.y, w->box.w, w->box.h, in.x, in.y, in.w, in.h);
    }
}

static bool inside(struct rect a, struct rect b)
{
    return a.x >= b.x && a.y >= b.y && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h;
}

static bool overlap(struct rect a, struct rect b)
{
    return a.w > 0 && a.h > 0 && b.w > 0 && b.h > 0 && a.x < b.x + b.w && b.x < a.x + a.w &&
           a.y < b.y + b.h && b.y < a.y + a.h;
}

/* A scrolled column shows any height, but only its own width. */
static struct rect bounds(const struct widget *parent)
{
    struct rect r = parent->box;
    if (parent->scroll != 0) {
        r.y -= 1 << 20;
        r.h += 1 << 21;
    }
    return r;
}

static void check_text(struct report *r, const struct widget *w)
{
    int height = (int)w->line_count * w->type.leading;
    for (size_t i = 0; i < w->line_count; i++) {
        if (w->lines[i].width > w->box.w) {
            fault(r, "text cut at the side", w, w->box);
            return;
        }
    }
    if (height > w->box.h) {
        fault(r, "text cut below", w, w->box);
    }
    if (w->line_count == WRAP_LINES) {
        fault(r, "text too long", w, w->box);
    }
}

static void check_siblings(struct report *r, const struct widget *w)
{
    for (const struct widget *a = w->first; a != NULL && w->kind != KIND_STACK; a = a->next) {
        for (const struct widget *b = a->next; b != NULL; b = b->next) {
            if (!a->hidden && !b->hidden && overlap(a->box, b->box)) {
                fault(r, "overlap", b, a->box);
            }
        }
    }
}

int inspect_check(const struct ui *ui, FILE *out)
{
    struct report r = { out, 0 };
    struct rect window = { 0, 0, ui->width, ui->height };
    for (const struct widget *w = ui->root; w != NULL; w = widget_after(ui->root, w)) {
        if (widget_hidden(w)) {
            continue;
        }
        struct rect in = w->parent == NULL ? window : bounds(w->parent);
        if (!inside(w->box, in)) {
            fault(&r, "outside", w, in);
        }
        if (w->kind == KIND_TEXT) {
            check_text(&r, w);
        }
        check_siblings(&r, w);
    }
    return r.faults;
}

static void dump_place(const struct widget *w, FILE *out)
{
    const struct rect seen = layout_visible(w);
    fprintf(out, "%d,%d,%d,%d ", seen.x, seen.y, seen.w, seen.h);
}

static void dump_one(const struct ui *ui, const struct widget *w, bool places, FILE *out)
{
    if (w->action != 0) {
        fprintf(out, "%s ", w->action == ui->focus ? "*" : ">");
        if (places) {
            dump_place(w, out);
        }
        fprintf(out, "%s\n", w->says == NULL ? "" : w->says);
    } else if (w->says != NULL) {
        fprintf(out, "[%s]\n", w->says);
    }
    if (w->kind == KIND_TEXT && w->text[0] != '\0') {
        fprintf(out, "%s\n", w->text);
    }
}

void inspect_dump(const struct ui *ui, FILE *out)
{
    for (const struct widget *w = ui->root; w != NULL; w = widget_after(ui->root, w)) {
        dump_one(ui, w, false, out);
    }
}

void inspect_words(const struct ui *ui, FILE *out)
{
    for (const struct widget *w = ui->root; w != NULL; w = widget_after(ui->root, w)) {
        if (!widget_hidden(w)) {
            dump_one(ui, w, true, out);
        }
    }
}
