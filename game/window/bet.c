/* bet: groups of lines, and the open card. */
#include "window/bet.h"

#include <string.h>

#include "match/say.h"
#include "window/actions.h"
#include "window/layout.h"
#include "window/parts.h"

static int shown(const struct bet_group *group)
{
    return group->lines < BET_SHOWN ? group->lines : BET_SHOWN;
}

/* The label, with the chance of this line where it is not that of the whole group. */
static const char *label(struct ui *ui, const struct bet_group *group, const struct bet_line *line)
{
    if (strcmp(line->chance, group->line[0].chance) == 0) {
        return line->label;
    }
    return ui_text(ui, "%s, %s", line->label, line->perhaps ? _("perhaps") : line->chance);
}

static void bet_line(struct ui *ui, struct widget *grid, const struct bet_group *group,
                     const struct bet_line *line)
{
    struct widget *what = widget_text(ui, grid, ROLE_BET, COLOUR_INK, label(ui, group, line));
    what->grow = 1;
    what->span = line->number ? 1 : 4;
    if (!line->number) {
        return;
    }
    part_arrows(ui, grid, &line->move);
    struct widget *amount =
        widget_words(ui, grid, ROLE_BET_BOLD, part_tone(line->move.tone), line->move.text);
    amount->justify = ALIGN_END;
    amount->least_width = 22;
    widget_words(ui, grid, ROLE_BET, part_tone(line->move.tone), line->move.word);
}

void bet_group(struct ui *ui, struct widget *parent, const struct bet_group *group)
{
    struct widget *column = widget_column(ui, parent, 0);
    column->grow = 1;
    struct widget *row = widget_row(ui, column, 8);
    row->baseline = true;
    widget_words(ui, row, ROLE_NOTE_BOLD, COLOUR_INK, group->title);
    if (group->lines > 0 && part_says(group->line[0].chance)) {
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, group->line[0].chance)->optional = 1;
    }
    struct widget *grid = widget_grid(ui, column, 4, 7, 0);
    for (int i = 0; i < shown(group); i++) {
        bet_line(ui, grid, group, &group->line[i]);
    }
}

static struct widget *sure_flow(struct ui *ui, struct widget *parent, const struct table_bet *bet,
                                int count, bool titled)
{
    const struct bet_group *sure = &bet->group[0];
    struct widget *flow = widget_flow(ui, parent, 10, 0);
    flow->items = ALIGN_CENTER;
    if (titled) {
        widget_words(ui, flow, ROLE_NOTE, COLOUR_INK_3, sure->title);
    } else {
        flow->says = sure->title;
    }
    for (int i = 0; i < count; i++) {
        part_chip(ui, flow, &sure->line[i]);
    }
    if (count < shown(sure)) {
        widget_words(ui, flow, ROLE_NOTE, COLOUR_INK_2, "…");
    }
    return flow;
}

void bet_sure(struct ui *ui, struct widget *parent, const struct table_bet *bet)
{
    if (bet->groups > 0) {
        sure_flow(ui, parent, bet, shown(&bet->group[0]), true);
    }
}

void bet_sure_line(struct ui *ui, struct widget *parent, const struct table_bet *bet, int width)
{
    if (bet->groups == 0) {
        return;
    }
    const int line = theme_type(ROLE_NOTE, ui->percent, ui->chinese).leading;
    int count = shown(&bet->group[0]);
    while (count > 1 && layout_height(ui, sure_flow(ui, NULL, bet, count, false), width) > line) {
        count--;
    }
    sure_flow(ui, parent, bet, count, false);
}

/* ---- cards that can be played in several ways ---- */

static bool same_line(const struct bet_line *a, const struct bet_line *b)
{
    return a->number == b->number && a->move.amount == b->move.amount &&
           strcmp(a->label, b->label) == 0 && strcmp(a->chance, b->chance) == 0;
}

/* Whether all forms begin with the same group: then it is shown once. */
static bool shared(const struct table_card *card)
{
    const struct table_bet *first = &card->form[0].bet;
    for (int i = 1; i < card->forms; i++) {
        const struct table_bet *bet = &card->form[i].bet;
        if (first->groups == 0 || bet->groups == 0 ||
            shown(&first->group[0]) != shown(&bet->group[0])) {
            return false;
        }
        for (int k = 0; k < shown(&bet->group[0]); k++) {
            if (!same_line(&first->group[0].line[k], &bet->group[0].line[k])) {
                return false;
            }
        }
    }
    return true;
}

static void form_box(struct ui *ui, struct widget *row, const struct table_form *form, int from,
                     int action)
{
    struct widget *box = widget_column(ui, row, 0);
    box->grow = 1;
    box->frame = form->off ? FRAME_DASHED : FRAME_LINE;
    box->border = COLOUR_LINE_STRONG;
    box->fill = COLOUR_CARD;
    box->radius = 4;
    widget_pad(box, 4, 10);
    if (form->off) {
        widget_text(ui, box, ROLE_BET_BOLD, COLOUR_INK_3, form->title);
        widget_text(ui, box, ROLE_BET, COLOUR_INK_3, form->why_not);
        return;
    }
    box->action = action;
    box->says = form->title;
    widget_text(ui, box, ROLE_BET_BOLD, COLOUR_INK, form->title);
    for (int i = from; i < form->bet.groups; i++) {
        bet_group(ui, box, &form->bet.group[i]);
    }
}

static void forms(struct ui *ui, struct widget *row, const struct table_card *card, int index)
{
    bool once = shared(card);
    if (once) {
        bet_group(ui, row, &card->form[0].bet.group[0]);
    }
    for (int i = 0; i < card->forms; i++) {
        form_box(ui, row, &card->form[i], once, ACTION_FORM + index * ACTION_FORMS + i);
    }
}

/* ---- the open card ---- */

static void title(struct ui *ui, struct widget *parent, const struct table_card *card)
{
    struct widget *row = widget_row(ui, parent, 10);
    row->baseline = true;
    widget_words(ui, row, ROLE_ROUND, COLOUR_INK_2, ui_text(ui, "%d", card->key));
    widget_words(ui, row, ROLE_CARD, COLOUR_INK, card->title);
    struct widget *line = widget_text(ui, row, ROLE_DATA, COLOUR_INK_2, card->line);
    line->grow = 1;
    line->left = 6;
    struct widget *play = widget_row(ui, row, 8);
    play->items = ALIGN_CENTER;
    play->align = ALIGN_CENTER;
    if (card->forms == 1) {
        play->action = ACTION_GO;
        play->says = _("Play it");
        play->frame = FRAME_LINE;
        play->border = COLOUR_LINE_STRONG;
        play->fill = COLOUR_CARD;
        play->radius = 3;
        widget_pad(play, 1, 8);
    }
    widget_words(ui, play, ROLE_NOTE_BOLD, COLOUR_INK,
                 card->forms == 1 ? _("Play it") : _("Choose how"));
    widget_icon(ui, play, ICON_ENTER, 16, COLOUR_INK_2, NULL);
}

void bet_open(struct ui *ui, struct widget *parent, const struct table *t, int card, bool dense)
{
    const struct table_card *view = &t->card[card];
    title(ui, parent, view);
    if (part_says(view->says)) {
        widget_text(ui, parent, dense ? ROLE_VOICE_SMALL : ROLE_VOICE, COLOUR_INK, view->says);
    }
    widget_rule(ui, parent, COLOUR_LINE_STRONG);
    struct widget *row =
        part_narrow(ui) ? widget_column(ui, parent, 6) : widget_row(ui, parent, 28);
    row->even = true;
    if (view->forms > 1) {
        row->gap = part_narrow(ui) ? 6 : 14;
        forms(ui, row, view, card);
        return;
    }
    for (int i = 0; i < view->form[0].bet.groups; i++) {
        bet_group(ui, row, &view->form[0].bet.group[i]);
    }
    for (int i = view->form[0].bet.groups; i < BET_GROUPS && !part_narrow(ui); i++) {
        widget_space(ui, row);
    }
}
