/* side: portrait, numbers, stamps, and what is owed. */
#include "window/side.h"

#include "match/say.h"
#include "window/ask.h"
#include "window/parts.h"

enum { STAMPS = 6, LIES = 2, SMALL_PORTRAIT = 49 };

/* Whether an office takes two lines beside a small portrait. */
static bool long_office(struct ui *ui, const struct table_side *side)
{
    const struct type type = theme_type(ROLE_NAME, ui->percent, ui->chinese);
    return wrap_natural(&ui->measure, &type, side->office) >
           ui_px(ui, PART_COLUMN - SMALL_PORTRAIT - 28);
}

/* Both are as high as the higher one, so that the numbers of the sides stand on the same lines. */
static void person(struct ui *ui, struct widget *parent, const struct table *t,
                   const struct table_side *side, bool small)
{
    const bool low = small && !long_office(ui, &t->me) && !long_office(ui, &t->them);
    struct widget *row = widget_row(ui, parent, 6);
    row->least_height = low ? 58 : 74;
    row->items = ALIGN_START;
    part_side_bar(ui, row, side->party, small ? 56 : 64);
    widget_art(ui, row, part_portrait(side->party), small ? SMALL_PORTRAIT : 56, small ? 56 : 64,
               COLOUR_NONE, NULL)
        ->align = ALIGN_CENTER;
    struct widget *words = widget_column(ui, row, 0);
    words->left = 10;
    words->grow = 1;
    words->align = ALIGN_START;
    widget_text(ui, words, ROLE_LABEL, part_side_colour(side->party), part_caps(ui, side->role));
    widget_text(ui, words, ROLE_NAME, COLOUR_INK, side->office)->balance = true;
    widget_text(ui, words, ROLE_DATA, COLOUR_INK_2, side->country);
}

static void number(struct ui *ui, struct widget *parent, const struct table *t,
                   const struct table_meter *meter, bool small)
{
    const enum role role = small ? ROLE_NOTE : ROLE_DATA;
    struct widget *row = widget_row(ui, parent, 8);
    row->baseline = true;
    ask_why(ui, row, t, meter->why);
    widget_words(ui, row, role, COLOUR_INK_2, meter->title)->grow = 1;
    if (meter->change.arrows > 0) {
        part_arrows(ui, row, &meter->change);
        widget_words(ui, row, ROLE_NOTE, part_tone(meter->change.tone), meter->change.text)
            ->optional = 1;
    }
    if (part_says(meter->band)) {
        widget_words(ui, row, role, COLOUR_INK_2, meter->band)->optional = 2;
    }
    struct widget *value = widget_words(ui, row, small ? ROLE_NOTE_BOLD : ROLE_DATA_BOLD,
                                        COLOUR_INK, meter->known ? meter->text : _("unknown"));
    value->least_width = 22;
    value->justify = ALIGN_END;
}

static void stamp(struct ui *ui, struct widget *parent, const struct table *t,
                  const struct table_stamp *stamp, int dense)
{
    static const enum icon icons[] = { ICON_STAMP_OPEN, ICON_STAMP_OPEN, ICON_STAMP_STRAIGHT,
                                       ICON_STAMP_FALSE };
    static const enum colour inks[] = { COLOUR_INK_2, COLOUR_INK_2, COLOUR_GOOD, COLOUR_BAD };
    struct widget *column = widget_column(ui, parent, 0);
    column->items = ALIGN_CENTER;
    column->least_width = 48;
    ask_why(ui, column, t, stamp->why);
    widget_icon(ui, column, icons[stamp->word], dense > 0 ? 24 : 32, inks[stamp->word], NULL);
    widget_words(ui, column, ROLE_NOTE, inks[stamp->word], stamp->title);
    if (dense < 2) {
        widget_words(ui, column, ROLE_NOTE, COLOUR_INK_2, stamp->date);
    }
}

/* As many as stand on one line; the oldest give way. */
static void stamps(struct ui *ui, struct widget *parent, const struct table *t,
                   const struct table_side *side, int dense)
{
    part_label(ui, parent, side == &t->me ? _("Your word") : _("Their word"));
    if (side->stamps == 0) {
        widget_text(ui, parent, ROLE_DATA, COLOUR_INK_2,
                    side == &t->me ? _("No word of yours is on record yet.")
                                   : _("No word of theirs is on record yet."));
        return;
    }
    struct widget *row = widget_row(ui, parent, 10);
    int first = side->stamps > STAMPS ? side->stamps - STAMPS : 0;
    for (int i = first; i < side->stamps; i++) {
        stamp(ui, row, t, &side->stamp[i], dense);
        row->last->optional = side->stamps - i;
    }
    row->last->optional = 0;
}

/* Lies told, lying face down: what they were about, and the odds. */
static void lie(struct ui *ui, struct widget *parent, const struct table_side *side, int i,
                bool dense)
{
    const struct table_lie *lie = &side->lie[i];
    struct widget *row = widget_row(ui, parent, 10);
    row->items = ALIGN_CENTER;
    widget_icon(ui, row, ICON_FACE_DOWN, dense ? 18 : 30, part_side_colour(side->party),
                _("face down"));
    struct widget *words = widget_column(ui, row, 0);
    words->grow = 1;
    widget_text(ui, words, ROLE_NOTE, COLOUR_INK, lie->about);
    if (!dense) {
        widget_text(ui, words, ROLE_NOTE, COLOUR_INK_2,
                    ui_text(ui, _("%s, comes out %s"), lie->date, lie->odds));
    }
}

static void lies(struct ui *ui, struct widget *parent, const struct table_side *side, int dense)
{
    if (side->lies == 0) {
        return;
    }
    struct widget *column = widget_column(ui, parent, 3);
    if (dense < 3) {
        part_label(ui, column, _("Face down, seen by you alone"));
    }
    int first = side->lies > LIES ? side->lies - LIES : 0;
    for (int i = first; i < side->lies; i++) {
        lie(ui, column, side, i, dense > 1);
    }
    if (first > 0) {
        widget_text(ui, column, ROLE_NOTE, COLOUR_INK_2, ui_text(ui, _("and %d more"), first));
    }
}

static void line(struct ui *ui, struct widget *parent, const struct table *t,
                 const struct table_line *line, bool dense)
{
    struct widget *column = widget_column(ui, parent, 1);
    ask_why(ui, column, t, line->why);
    struct widget *head = widget_row(ui, column, 8);
    head->baseline = true;
    if (dense) {
        widget_words(ui, head, ROLE_NOTE, COLOUR_INK_2, line->title)->grow = 1;
    } else {
        part_label(ui, head, line->title)->grow = 1;
    }
    if (part_says(line->note)) {
        widget_words(ui, head, ROLE_NOTE, line->on ? COLOUR_GOOD : COLOUR_INK_2, line->note)
            ->optional = 1;
    }
    if (part_says(line->text) && !dense) {
        widget_text(ui, column, ROLE_DATA, COLOUR_INK, line->text)->balance = true;
    }
}

/* What they said last; in full where there is room. */
static void last_said(struct ui *ui, struct widget *parent, const struct table_side *side,
                      int dense)
{
    const struct table_quote *last = &side->last;
    if (last->party < 0) {
        return;
    }
    bool whole = dense == 0 && part_says(last->text);
    struct widget *column = widget_column(ui, parent, 1);
    part_label(ui, column, ui_text(ui, _("Last said, %s"), last->date));
    widget_text(ui, column, whole ? ROLE_VOICE : ROLE_DATA_BOLD, COLOUR_INK,
                whole ? last->text : last->title);
    if (part_says(last->about)) {
        widget_text(ui, column, ROLE_NOTE, COLOUR_INK_2, ui_text(ui, _("about ‘%s’"), last->about));
    }
}

/* Whether what they said last stands on the sheet already. */
static bool answered(const struct table_sheet *sheet, int party)
{
    return sheet->quotes > 0 && sheet->quote[sheet->quotes - 1].party == party;
}

struct widget *side_build(struct ui *ui, struct widget *parent, const struct table *t,
                          const struct table_side *side, int dense)
{
    struct widget *column = widget_column(ui, parent, dense == 0 ? 6 : dense == 1 ? 4 : 3);
    person(ui, column, t, side, dense > 1);
    widget_rule(ui, column, COLOUR_LINE);
    struct widget *numbers = widget_column(ui, column, 0);
    for (int i = 0; i < side->meters; i++) {
        number(ui, numbers, t, &side->meter[i], dense > 1);
    }
    widget_rule(ui, column, COLOUR_LINE);
    stamps(ui, column, t, side, dense);
    widget_rule(ui, column, COLOUR_LINE);
    lies(ui, column, side, dense);
    if (side == &t->them && (t->sheet == NULL || !answered(t->sheet, t->other))) {
        last_said(ui, column, side, dense);
    }
    for (int i = 0; i < side->lines; i++) {
        line(ui, column, t, &side->line[i], dense > 1);
    }
    return column;
}
