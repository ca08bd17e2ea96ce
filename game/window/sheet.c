/* sheet: dispatch, trace, what was said, what is believed, the file. */
#include "window/sheet.h"

#include "match/say.h"
#include "window/ask.h"
#include "window/parts.h"

enum { LABEL = 104 };

bool sheet_is_news(const struct table_sheet *sheet)
{
    return sheet->quotes == 0;
}

static void severity(struct ui *ui, struct widget *parent, const struct table_sheet *sheet)
{
    struct widget *row = widget_row(ui, parent, 3);
    row->top = 9; /* in the middle of the first line of the title */
    row->align = ALIGN_START;
    row->left = 4;
    for (int i = 0; i < sheet->most; i++) {
        struct widget *box =
            widget_box(ui, row, 8, 10, i < sheet->severity ? COLOUR_INK_2 : COLOUR_NONE);
        if (i >= sheet->severity) {
            box->frame = FRAME_LINE;
            box->fill = COLOUR_SHEET;
            box->border = COLOUR_LINE_STRONG;
        }
    }
}

static void head(struct ui *ui, struct widget *parent, const struct table_sheet *sheet)
{
    struct widget *row = widget_row(ui, parent, 8);
    row->baseline = true;
    widget_text(ui, row, ROLE_TITLE, COLOUR_INK, sheet->title)->grow = 1;
    widget_words(ui, row, ROLE_DATA, sheet->severe ? COLOUR_INK : COLOUR_INK_2,
                 sheet->severity_text);
    severity(ui, row, sheet);
}

/* A row with a small heading at its left; returns the column for the rest. */
static struct widget *labelled(struct ui *ui, struct widget *parent, const char *label,
                               const char *below)
{
    struct widget *row = widget_row(ui, parent, 12);
    struct widget *head_column = widget_column(ui, row, 0);
    head_column->width = LABEL;
    head_column->top = 2;
    widget_text(ui, head_column, ROLE_LABEL, COLOUR_INK_2, part_caps(ui, label));
    if (part_says(below)) {
        widget_text(ui, head_column, ROLE_NOTE, COLOUR_INK_2, below);
    }
    struct widget *rest = widget_column(ui, row, 2);
    rest->grow = 1;
    return rest;
}

/* ---- the trace ---- */

/* Each look at the trace begins a line of its own. */
static void tiers(struct ui *ui, struct widget *parent, const struct table *t)
{
    struct widget *flow = NULL;
    for (int i = 0; i < t->sheet->tiers; i++) {
        const struct table_line *tier = &t->sheet->tier[i];
        flow = i % t->scenario->tiers == 0 ? widget_flow(ui, parent, 24, 0) : flow;
        struct widget *row = widget_row(ui, flow, 6);
        row->baseline = true;
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, tier->title);
        widget_words(ui, row, ROLE_NOTE_BOLD, COLOUR_INK, tier->text);
        if (part_says(tier->note)) {
            widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, tier->note);
        }
    }
}

/* The sentence gives way where it has been read before and room is short. */
static void trace(struct ui *ui, struct widget *parent, const struct table *t, bool sentence)
{
    const struct table_sheet *sheet = t->sheet;
    if (!part_says(sheet->trace)) {
        return;
    }
    struct widget *rest = labelled(ui, parent, _("Trace"), sentence ? sheet->confidence : NULL);
    if (sentence) {
        widget_text(ui, rest, ROLE_TRACE, COLOUR_INK, sheet->trace)->balance = true;
    }
    tiers(ui, rest, t);
}

/* ---- belief ---- */

static void part(struct ui *ui, struct widget *parent, const struct table_part *view, int index,
                 bool words)
{
    static const enum icon others[] = { ICON_TARGET, ICON_RING, ICON_DIAMOND_OPEN,
                                        ICON_SQUARE_OPEN };
    struct widget *row = widget_row(ui, parent, 5);
    row->items = ALIGN_CENTER;
    row->least_height = 16;
    if (!words) {
        row->says = ui_text(ui, "%d: %s", view->dots, view->text);
    }
    for (int i = 0; i < view->dots; i++) {
        widget_icon(ui, row, view->guilty ? ICON_DISC : others[index % 4], 11, COLOUR_INK, NULL);
    }
    if (words) {
        widget_text(ui, row, ROLE_DATA, COLOUR_INK_2, view->text)->left = 4;
    }
}

static void dots(struct ui *ui, struct widget *parent, const struct table_belief *belief,
                 bool words)
{
    struct widget *flow = words ? widget_flow(ui, parent, 22, 2) : widget_row(ui, parent, 5);
    flow->items = ALIGN_CENTER;
    for (int i = 0; i < belief->parts; i++) {
        part(ui, flow, &belief->part[i], i, words);
    }
}

static void belief(struct ui *ui, struct widget *parent, const struct table *t)
{
    const struct table_sheet *sheet = t->sheet;
    if (!sheet->believes || sheet->belief.parts == 0) {
        return;
    }
    struct widget *rest = labelled(ui, parent, _("You believe"), NULL);
    ask_why(ui, rest->parent, t, "belief");
    if (sheet->before.parts == 0) {
        dots(ui, rest, &sheet->belief, true);
        return;
    }
    struct widget *row = widget_flow(ui, rest, 10, 2);
    row->items = ALIGN_CENTER;
    widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, _("before they answered"));
    dots(ui, row, &sheet->before, false);
    widget_icon(ui, row, ICON_ARROW, 14, COLOUR_INK_2, _("then"));
    widget_words(ui, row, ROLE_NOTE_BOLD, COLOUR_INK, _("now"));
    dots(ui, row, &sheet->belief, false);
    widget_text(ui, rest, ROLE_DATA, COLOUR_INK_2, sheet->belief.text);
}

/* ---- what was said ---- */

/* The largest thing on the sheet, whatever stands above it. */
static void last_quote(struct ui *ui, struct widget *parent, const struct table_sheet *sheet,
                       int dense, bool below_dispatch)
{
    static const enum role roles[] = { ROLE_DISPATCH, ROLE_DISPATCH_SMALL, ROLE_TRACE };
    if (sheet->quotes > 0) {
        part_quote(ui, parent, &sheet->quote[sheet->quotes - 1],
                   roles[dense == 2 && !below_dispatch ? 1 : dense]);
    }
}

/* The old sentence that this answer contradicts. */
static void old_sentence(struct ui *ui, struct widget *parent, const struct table_sheet *sheet)
{
    const struct table_quote *old = &sheet->old;
    if (old->party < 0) {
        return;
    }
    struct widget *rest = labelled(ui, parent, ui_text(ui, _("But before, %s"), old->date), NULL);
    widget_text(ui, rest, ROLE_VOICE, COLOUR_INK, part_says(old->text) ? old->text : old->title);
    widget_text(ui, rest, ROLE_NOTE, COLOUR_INK_2, ui_text(ui, _("about ‘%s’"), old->about));
}

/* ---- the file ---- */

static void file(struct ui *ui, struct widget *parent, const struct table *t, int dense)
{
    const struct table_sheet *sheet = t->sheet;
    if (!part_says(sheet->file)) {
        return;
    }
    struct widget *tab = widget_column(ui, parent, 0);
    struct widget *folder = widget_column(ui, tab, 4);
    folder->fill = COLOUR_CARD_FOCUS;
    folder->frame = FRAME_LINE;
    folder->border = COLOUR_LINE_STRONG;
    widget_pad(folder, dense < 2 ? 8 : 2, PART_MARGIN);
    struct widget *row = widget_row(ui, folder, 14);
    row->items = ALIGN_CENTER;
    part_side_bar(ui, row, t->party, 0);
    struct widget *words = widget_column(ui, row, 0);
    words->grow = 1;
    struct widget *first = widget_row(ui, words, 14);
    first->baseline = true;
    part_label(ui, first, _("Your file"))->one_line = true;
    widget_text(ui, first, ROLE_CARD, COLOUR_INK, ui_text(ui, _("‘%s’"), sheet->file))->grow = 1;
    const enum role role = dense < 2 ? ROLE_DATA : ROLE_NOTE;
    widget_text(ui, words, role, COLOUR_INK_2, sheet->file_note);
    widget_text(ui, words, role, COLOUR_INK_2, sheet->wonder);
}

/* ---- the whole ---- */

static void dispatch(struct ui *ui, struct widget *parent, const struct table_sheet *sheet,
                     int dense, bool large)
{
    static const enum role roles[] = { ROLE_DISPATCH, ROLE_DISPATCH_SMALL, ROLE_TRACE };
    widget_text(ui, parent, roles[dense == 2 && large ? 1 : dense], COLOUR_INK, sheet->dispatch);
}

/* The dispatch once more, beside what has been said about it. */
static void told(struct ui *ui, struct widget *parent, const struct table_sheet *sheet, int dense)
{
    static const enum role roles[] = { ROLE_DISPATCH_SMALL, ROLE_TRACE, ROLE_NOTE };
    widget_text(ui, parent, roles[dense], COLOUR_INK_2, sheet->dispatch)->bottom =
        dense < 2 ? 6 : 2;
}

static void truth(struct ui *ui, struct widget *parent, const struct table_sheet *sheet)
{
    if (part_says(sheet->truth)) {
        widget_text(ui, labelled(ui, parent, _("What was so"), NULL), ROLE_TRACE, COLOUR_INK,
                    sheet->truth);
    }
}

void sheet_build(struct ui *ui, struct widget *parent, const struct table *t, int dense, int words,
                 bool with_dispatch)
{
    const struct table_sheet *sheet = t->sheet;
    struct widget *column = part_sheet(ui, parent, dense == 0 ? 6 : dense == 1 ? 3 : 2);
    widget_pad(column, dense < 2 ? 6 : 2, dense < 2 ? PART_MARGIN : 18);
    column->grow = 1;
    head(ui, column, sheet);
    if (sheet_is_news(sheet)) {
        dispatch(ui, column, sheet, words, with_dispatch);
    } else if (with_dispatch) {
        told(ui, column, sheet, words);
    }
    last_quote(ui, column, sheet, words, with_dispatch);
    widget_space(ui, column);
    if (sheet->mine) {
        widget_rule(ui, column, COLOUR_LINE_STRONG);
    }
    old_sentence(ui, column, sheet);
    truth(ui, column, sheet);
    trace(ui, column, t, dense < 2 || sheet_is_news(sheet) || with_dispatch);
    belief(ui, column, t);
    file(ui, parent, t, dense);
}
