/* screen_why: title and value, what is to be said, then a group a round. */
#include "window/screen_why.h"

#include "match/say.h"
#include "window/accounts.h"
#include "window/actions.h"
#include "window/parts.h"

enum { WIDTH = 720 };

static void head(struct ui *ui, const struct table *t, int index)
{
    struct widget *row = widget_row(ui, ui->root, 8);
    widget_pad(row, 12, PART_MARGIN);
    row->items = ALIGN_CENTER;
    part_label(ui, row, _("Why"))->one_line = true;
    struct widget *place = widget_words(ui, row, ROLE_NOTE, COLOUR_INK_3,
                                        ui_text(ui, _("%d of %d"), index + 1, t->accounts));
    place->left = 8;
    place->optional = 1;
    widget_space(ui, row);
    part_link(ui, row, _("Before"), NULL, ACTION_WHY_BEFORE)->optional = 2;
    part_link(ui, row, _("Next"), part_key(ui, INPUT_WHY), ACTION_WHY_NEXT)->input = INPUT_WHY;
    part_link(ui, row, _("Back"), part_key(ui, INPUT_MENU), ACTION_BACK);
    widget_rule(ui, ui->root, COLOUR_LINE);
}

/* What it is and what is to be said of it, on paper. */
static void paper(struct ui *ui, struct widget *parent, const struct table_account *a)
{
    struct widget *sheet = part_sheet(ui, parent, 6);
    widget_pad(sheet, 14, PART_MARGIN);
    struct widget *flow = widget_flow(ui, sheet, 16, 0);
    flow->items = ALIGN_END;
    widget_text(ui, flow, ROLE_TITLE, COLOUR_INK, a->title);
    widget_text(ui, flow, ROLE_DISPATCH_SMALL, a->known ? COLOUR_INK : COLOUR_INK_2, a->value);
    if (a->notes > 0) {
        widget_rule(ui, sheet, COLOUR_LINE_STRONG);
    }
    for (int i = 0; i < a->notes; i++) {
        widget_text(ui, sheet, ROLE_TRACE, COLOUR_INK, a->note[i]);
    }
}

/* What an agreement or promise went through; its number says no more than that. */
static void events(struct ui *ui, struct widget *parent, const struct table_group *group)
{
    struct widget *row = widget_row(ui, parent, 16);
    row->baseline = true;
    struct widget *when =
        widget_words(ui, row, ROLE_LABEL, COLOUR_INK_2, part_caps(ui, group->title));
    when->least_width = 140;
    struct widget *lines = widget_column(ui, row, 0);
    lines->grow = 1;
    for (int i = 0; i < group->causes; i++) {
        widget_text(ui, lines, ROLE_DATA, COLOUR_INK, group->cause[i].text);
    }
}

static void rounds(struct ui *ui, struct widget *parent, const struct table_account *a)
{
    const bool number = a->about == ABOUT_NUMBER;
    const struct accounts_scale scale = accounts_scale(a->group, a->groups);
    for (int i = a->groups - 1; i >= 0; i--) {
        struct widget *column = widget_column(ui, parent, 6);
        widget_rule(ui, column, COLOUR_HAIR);
        if (number) {
            accounts_build(ui, column, &a->group[i], &scale, i == a->groups - 1);
        } else {
            events(ui, column, &a->group[i]);
        }
    }
    if (number && a->known && a->groups == 0) {
        widget_rule(ui, parent, COLOUR_HAIR);
        widget_text(ui, parent, ROLE_DATA, COLOUR_INK_2, _("It has not changed since the start."));
    }
}

void screen_why_build(struct ui *ui, const struct table *t, int index)
{
    const struct table_account *a = &t->account[index];
    head(ui, t, index);
    struct widget *page = part_page(ui, WIDTH, 10);
    page->parent->justify = ALIGN_START;
    paper(ui, page, a);
    rounds(ui, page, a);
}
