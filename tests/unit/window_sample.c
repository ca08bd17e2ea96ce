/* window_sample: see window_sample.h. */
#define _POSIX_C_SOURCE 200809L

#include "unit/window_sample.h"

#include "match/shown.h"

#include <assert.h>

static int sample_width(void *data, const struct type *type, const char *s, size_t n)
{
    int tenths = 0;
    size_t used = 0;
    (void)data;
    for (size_t i = 0; i < n; i += used) {
        tenths += (shown_point(s + i, n - i, &used) >= 0x2e80 ? 10 : 6) * type->px + type->track;
    }
    return tenths / 10;
}

struct measure sample_measure(void)
{
    return (struct measure){ sample_width, NULL };
}

char *sample_dump(const struct ui *ui)
{
    static char *text; /* static: gcc 12 takes the address of a local for dangling here */
    static size_t size;
    FILE *out = open_memstream(&text, &size);
    assert(out);
    inspect_dump(ui, out);
    fclose(out);
    return text;
}

/* What a thing stands on: a full disc in the same stack, or whatever is filled below it. */
static enum colour ground_of(const struct widget *w)
{
    if (w->parent->kind == KIND_STACK && w->parent->first->icon == ICON_DISC) {
        return w->parent->first->ink;
    }
    for (w = w->parent; w != NULL && w->fill == COLOUR_NONE;) {
        w = w->parent;
    }
    return w == NULL ? COLOUR_DESK : w->fill;
}

static bool is_among(const struct text_pair *pairs, size_t count, enum colour text,
                     enum colour ground)
{
    for (size_t i = 0; i < count; i++) {
        if (pairs[i].text == text && pairs[i].ground == ground) {
            return true;
        }
    }
    return false;
}

const struct widget *sample_unknown_colours(const struct ui *ui)
{
    size_t texts, marks;
    const struct text_pair *text = theme_text_pairs(&texts), *mark = theme_focus_pairs(&marks);
    for (const struct widget *w = ui->root; w != NULL; w = widget_after(ui->root, w)) {
        const enum colour own = w->fill != COLOUR_NONE ? w->fill : COLOUR_DESK;
        if (w->parent == NULL || w->hidden) {
            continue;
        }
        if (w->kind == KIND_TEXT && w->text[0] != '\0' &&
            !is_among(text, texts, w->ink, w->fill != COLOUR_NONE ? w->fill : ground_of(w))) {
            return w;
        }
        if (w->action != 0 && (!is_among(mark, marks, COLOUR_INK, ground_of(w)) ||
                               !is_among(mark, marks, COLOUR_INK, own))) {
            return w;
        }
    }
    return NULL;
}
