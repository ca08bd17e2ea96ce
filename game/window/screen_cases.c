/* screen_cases: a file a case, a sheet for what stands. */
#include "window/screen_cases.h"

#include "match/say.h"
#include "window/ask.h"
#include "window/parts.h"

enum { WIDTH = 760, STAMP = 76, SIGN = 22, INDENT = 34 };

/* ---- cases ---- */

static void stamp(struct ui *ui, struct widget *parent, const struct table *t, int index)
{
    static const enum icon icons[] = { ICON_NONE, ICON_STAMP_OPEN, ICON_STAMP_STRAIGHT,
                                       ICON_STAMP_FALSE };
    static const enum colour inks[] = { COLOUR_INK_2, COLOUR_INK_2, COLOUR_GOOD, COLOUR_BAD };
    const struct table_case *c = &t->history[index];
    if (icons[c->word] == ICON_NONE) {
        return;
    }
    struct widget *column = widget_column(ui, parent, 0);
    column->items = ALIGN_CENTER;
    column->least_width = STAMP;
    ask_case(ui, column, t, ABOUT_WORD, index);
    widget_icon(ui, column, icons[c->word], 28, inks[c->word], NULL);
    widget_words(ui, column, ROLE_NOTE, inks[c->word], c->word_title);
}

static void head(struct ui *ui, struct widget *parent, const struct table *t, int index)
{
    const struct table_case *c = &t->history[index];
    struct widget *row = widget_row(ui, parent, 12);
    ask_case(ui, row, t, ABOUT_CASE, index);
    row->items = ALIGN_CENTER;
    part_side_bar(ui, row, c->victim, 36);
    struct widget *words = widget_column(ui, row, 0);
    words->grow = 1;
    widget_text(ui, words, ROLE_CARD, COLOUR_INK, c->title);
    widget_text(ui, words, ROLE_NOTE, COLOUR_INK_2,
                ui_text(ui,
                        c->victim == t->party ? _("%s, against you. %s, severity %d")
                                              : _("%s, against them. %s, severity %d"),
                        c->date, c->kind, c->severity));
    stamp(ui, row, t, index);
}

/* What was said, in order, each with its side and the shape of its family. */
static void said(struct ui *ui, struct widget *parent, const struct table_quote *quote)
{
    struct widget *row = widget_row(ui, parent, 10);
    widget_icon(ui, row, part_family(quote->family), 11, part_side_colour(quote->party), NULL)
        ->top = 4;
    struct widget *words = widget_column(ui, row, 0);
    words->grow = 1;
    widget_text(ui, words, ROLE_NOTE, part_side_colour(quote->party), quote->who);
    widget_text(ui, words, part_says(quote->text) ? ROLE_VOICE_SMALL : ROLE_DATA, COLOUR_INK,
                part_says(quote->text) ? quote->text : quote->title);
}

static void one_case(struct ui *ui, struct widget *page, const struct table *t, int index)
{
    const struct table_case *c = &t->history[index];
    struct widget *file = part_sheet(ui, page, 8);
    file->bottom = 14;
    file->top = 12;
    head(ui, file, t, index);
    struct widget *body = widget_column(ui, file, 6);
    body->left = INDENT;
    for (int i = 0; i < c->quotes; i++) {
        said(ui, body, &c->quote[i]);
    }
    if (c->belief.parts > 0) {
        widget_text(ui, body, ROLE_NOTE, COLOUR_INK_2,
                    ui_text(ui, _("What you believed: %s"), c->belief.text));
    }
    widget_rule(ui, body, COLOUR_LINE_STRONG);
    if (part_says(c->truth)) {
        widget_text(ui, body, ROLE_TRACE, COLOUR_INK, ui_text(ui, _("What was so: %s"), c->truth));
    } else {
        widget_text(ui, body, ROLE_DATA, COLOUR_INK_2, _("What was so has not come out."));
    }
}

void screen_cases_build(struct ui *ui, const struct table *t)
{
    struct widget *page = part_over(ui, _("Case files"), WIDTH);
    page->gap = 16;
    for (int i = t->cases - 1; i >= 0; i--) {
        one_case(ui, page, t, i);
    }
    if (t->cases == 0) {
        widget_text(ui, page, ROLE_TRACE, COLOUR_INK_2,
                    _("Nothing has happened yet that would fill a file."));
    }
}

/* ---- agreements ---- */

static void one_agreement(struct ui *ui, struct widget *parent, const struct table *t,
                          const struct table_account *a)
{
    struct widget *row = widget_row(ui, parent, 12);
    ask_why(ui, row, t, a->id);
    struct widget *sign = widget_column(ui, row, 0);
    sign->width = SIGN;
    sign->top = 4;
    sign->items = ALIGN_CENTER;
    if (a->giver >= 0 && a->stands) {
        part_side_bar(ui, sign, a->giver, 32);
    } else {
        widget_icon(ui, sign, a->stands ? ICON_SEAL : ICON_RING, a->stands ? 20 : 11,
                    a->stands ? COLOUR_GOOD : COLOUR_INK_3, NULL);
    }
    struct widget *words = widget_column(ui, row, 1);
    words->grow = 1;
    widget_text(ui, words, ROLE_CARD, COLOUR_INK, a->title);

    for (int i = 0; i < a->notes; i++) {
        widget_text(ui, words, ROLE_DATA, COLOUR_INK_2, a->note[i]);
    }
}

static void section(struct ui *ui, struct widget *page, const struct table *t, const char *title,
                    bool stands)
{
    bool headed = false;
    for (int i = 0; i < t->accounts; i++) {
        const struct table_account *a = &t->account[i];
        if (a->about == ABOUT_COMMITMENT && a->stands == stands) {
            if (!headed) {
                part_label(ui, page, title)->top = 10;
                headed = true;
            }
            widget_rule(ui, page, COLOUR_HAIR);
            one_agreement(ui, page, t, a);
        }
    }
}

void screen_agreements_build(struct ui *ui, const struct table *t)
{
    struct widget *page = part_over(ui, _("Agreements and promises"), WIDTH);
    page->gap = 8;
    section(ui, page, t, _("In force"), true);
    section(ui, page, t, _("Not in force"), false);
    if (page->first == NULL) {
        widget_text(ui, page, ROLE_TRACE, COLOUR_INK_2,
                    _("There is nothing to agree on in this story."));
    }
}
