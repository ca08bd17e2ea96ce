/* side: portrait, facts, stamps, notes. */
#include "window/side.h"

#include "window/parts.h"

static void person(struct ui *ui, struct widget *parent, const struct view_side *side)
{
    struct widget *row = widget_row(ui, parent, 6);
    row->bottom = 10;
    part_side_bar(ui, row, side->side, 64);
    widget_art(ui, row, side->portrait, 56, 64, COLOUR_NONE, NULL)->align = ALIGN_CENTER;
    struct widget *words = widget_column(ui, row, 0);
    words->left = 10;
    words->grow = 1;
    words->align = ALIGN_CENTER;
    widget_text(ui, words, ROLE_LABEL, part_side_colour(side->side), side->who);
    widget_text(ui, words, ROLE_NAME, COLOUR_INK, side->office)->balance = true;
    widget_text(ui, words, ROLE_DATA, COLOUR_INK_2, side->country);
}

static void facts(struct ui *ui, struct widget *parent, const struct view_side *side)
{
    for (int i = 0; i < side->fact_count; i++) {
        const struct view_fact *fact = &side->facts[i];
        struct widget *row = widget_row(ui, parent, 8);
        row->baseline = true;
        widget_text(ui, row, ROLE_DATA, COLOUR_INK_2, fact->label)->grow = 1;
        widget_words(ui, row, ROLE_DATA_BOLD, COLOUR_INK, fact->value);
        if (fact->word != NULL) {
            widget_words(ui, row, ROLE_DATA, COLOUR_INK_2, fact->word);
        }
    }
}

static void stamp(struct ui *ui, struct widget *parent, const struct view_stamp *stamp)
{
    static const enum icon icons[] = { ICON_STAMP_STRAIGHT, ICON_STAMP_FALSE, ICON_STAMP_OPEN };
    static const enum colour inks[] = { COLOUR_GOOD, COLOUR_BAD, COLOUR_INK_2 };
    struct widget *column = widget_column(ui, parent, 0);
    column->items = ALIGN_CENTER;
    column->least_width = 48;
    widget_icon(ui, column, icons[stamp->kind], 32, inks[stamp->kind], NULL);
    struct widget *word = widget_words(ui, column, ROLE_NOTE, inks[stamp->kind], stamp->word);
    word->top = 2;
    widget_words(ui, column, ROLE_NOTE, COLOUR_INK_2, stamp->month);
}

/* As many as stand on one line; the oldest give way. */
static void stamps(struct ui *ui, struct widget *parent, const struct view_side *side)
{
    part_label(ui, parent, side->stamps_label);
    struct widget *row = widget_row(ui, parent, 10);
    row->top = 2;
    row->least_height = 66;
    for (int i = 0; i < side->stamp_count; i++) {
        stamp(ui, row, &side->stamps[i]);
        row->last->optional = side->stamp_count - i;
    }
}

static void note_line(struct ui *ui, struct widget *parent, const struct view_note *note, int i)
{
    bool spoken = (note->spoken && i == 0) || note->face_down;
    if (!note->face_down) {
        widget_text(ui, parent, spoken ? ROLE_VOICE : ROLE_DATA,
                    spoken || !note->spoken ? COLOUR_INK : COLOUR_INK_2, note->lines[i])
            ->balance = !spoken;
        return;
    }
    struct widget *row = widget_row(ui, parent, 10);
    row->items = ALIGN_CENTER;
    widget_icon(ui, row, ICON_FACE_DOWN, 32, COLOUR_SIDE_1, NULL);
    widget_text(ui, row, ROLE_VOICE, COLOUR_INK, note->lines[i])->grow = 1;
}

static void notes(struct ui *ui, struct widget *parent, const struct view_side *side)
{
    for (int i = 0; i < side->note_count; i++) {
        const struct view_note *note = &side->notes[i];
        struct widget *column = widget_column(ui, parent, 2);
        part_label(ui, column, note->label);
        for (int k = 0; k < VIEW_LINES && note->lines[k] != NULL; k++) {
            note_line(ui, column, note, k);
        }
    }
}

struct widget *side_build(struct ui *ui, struct widget *parent, const struct view_side *side)
{
    struct widget *column = widget_column(ui, parent, 6);
    person(ui, column, side);
    widget_rule(ui, column, COLOUR_LINE);
    struct widget *numbers = widget_column(ui, column, 0);
    numbers->top = numbers->bottom = 2;
    facts(ui, numbers, side);
    widget_rule(ui, column, COLOUR_LINE);
    stamps(ui, column, side);
    widget_rule(ui, column, COLOUR_LINE);
    notes(ui, column, side);
    return column;
}
