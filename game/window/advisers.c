/* advisers: portraits, marks, a voice. */
#include "window/advisers.h"

#include "match/say.h"
#include "window/actions.h"
#include "window/cards.h"
#include "window/parts.h"

static const char *portrait(int index)
{
    static const char *const files[] = { "portraits/adviser-diplomat.svg",
                                         "portraits/adviser-intelligence.svg",
                                         "portraits/adviser-home.svg" };
    return files[index % 3];
}

static void adviser(struct ui *ui, struct widget *parent, const struct table_adviser *view,
                    int index, bool speaks)
{
    struct widget *row = widget_row(ui, parent, 6);
    row->items = ALIGN_CENTER;
    row->action = ACTION_ADVISER + index;
    row->says = view->title;
    widget_box(ui, row, 2, 36, speaks ? COLOUR_INK : COLOUR_NONE);
    widget_art(ui, row, portrait(index), 32, 36, COLOUR_NONE, NULL);
    struct widget *words = widget_column(ui, row, 0);
    words->left = 6;
    words->grow = 1;
    widget_text(ui, words, ROLE_DATA_BOLD, speaks ? COLOUR_INK : COLOUR_INK_2, view->title);
    widget_text(ui, words, ROLE_NOTE, COLOUR_INK_2, view->marks);
    cards_letter(ui, row, view->title, speaks);
}

/* The sentence of the one who speaks, and what it rests on. */
static void speak(struct ui *ui, struct widget *column, const struct table_adviser *view, bool flat)
{
    widget_rule(ui, column, COLOUR_LINE);
    struct widget *voice = widget_column(ui, column, 2);
    voice->least_height = flat ? 40 : 84;
    if (part_says(view->says)) {
        widget_text(ui, voice, ROLE_VOICE, COLOUR_INK, view->says)->balance = true;
    }
    widget_text(ui, voice, ROLE_NOTE, COLOUR_INK_2, view->reason);
}

void advisers_build(struct ui *ui, struct widget *parent, const struct table *t, int speaking,
                    bool flat)
{
    if (t->advisers == 0) {
        return;
    }
    struct widget *column = widget_column(ui, parent, 6);
    column->top = 2;
    part_label(ui, column, _("Advisers"));
    struct widget *heads =
        flat ? widget_row(ui, column, PART_GUTTER) : widget_column(ui, column, 6);
    heads->even = flat;
    for (int i = 0; i < t->advisers; i++) {
        adviser(ui, heads, &t->adviser[i], i, speaking == i);
        heads->last->grow = flat;
    }
    if (speaking >= 0 && speaking < t->advisers) {
        speak(ui, column, &t->adviser[speaking], flat);
    }
}
