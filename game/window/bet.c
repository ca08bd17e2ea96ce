/* bet: groups of lines, and the open card. */
#include "window/bet.h"

#include <string.h>

#include "match/say.h"
#include "window/actions.h"
#include "window/layout.h"
#include "window/parts.h"

enum { LINE = 360 };

/* What a chance says beyond another: all of it when it begins otherwise, "" when it is the same. */
static const char *beyond(const char *chance, const char *common)
{
    const size_t n = strlen(common);
    if (strncmp(chance, common, n) != 0 || (n > 0 && chance[n] != '\0' && chance[n] != ',')) {
        return chance;
    }
    return chance[n] == ',' ? chance + n + 1 + strspn(chance + n + 1, " ") : chance + n;
}

/* The chance that most lines of a group share, so that it is said once; "" for none. */
static const char *common_chance(const struct bet_group *group)
{
    const char *best = "";
    int most = 0;
    for (int i = 0; i < group->lines; i++) {
        const char *chance = group->line[i].chance;
        int same = 0;
        if (!part_says(chance)) { /* what is sure must not look as if it were not */
            return "";
        }
        for (int k = 0; k < group->lines; k++) {
            same += beyond(group->line[k].chance, chance) != group->line[k].chance;
        }
        if (same > most) {
            best = chance;
            most = same;
        }
    }
    return best;
}

/* The label, with the chance of this line where it is not that of the whole group. */
static const char *label(struct ui *ui, const struct bet_line *line, const char *common)
{
    const char *rest = beyond(line->chance, common);
    if (!part_says(rest)) {
        return line->label;
    }
    return ui_text(ui, _("%s, %s"), line->label, rest);
}

static void bet_line(struct ui *ui, struct widget *grid, const struct bet_line *line,
                     const char *common, bool small)
{
    const enum role role = small ? ROLE_NOTE : ROLE_BET;
    struct widget *what = widget_text(ui, grid, role, COLOUR_INK, label(ui, line, common));
    what->grow = 1;
    what->span = line->number ? 1 : 4;
    what->align = ALIGN_CENTER;
    if (!line->number) {
        return;
    }
    part_arrows(ui, grid, &line->move);
    struct widget *amount = widget_words(ui, grid, small ? ROLE_NOTE_BOLD : ROLE_BET_BOLD,
                                         part_tone(line->move.tone), line->move.text);
    amount->justify = ALIGN_END;
    amount->least_width = 22;
    amount->align = ALIGN_CENTER;
    widget_words(ui, grid, role, part_tone(line->move.tone), line->move.word)->align = ALIGN_CENTER;
}

/* Lines from `first` on, `most` of them; the column that begins a group bears its title, one that
 * goes on with it an empty line. */
static void group_column(struct ui *ui, struct widget *parent, const struct bet_group *group,
                         int first, int most, bool small, bool last)
{
    const int end = first + most < group->lines ? first + most : group->lines;
    const char *common = common_chance(group);
    struct widget *column = widget_column(ui, parent, 0);
    column->grow = 1;
    struct widget *row = widget_row(ui, column, 8);
    row->baseline = true;
    widget_words(ui, row, ROLE_NOTE_BOLD, COLOUR_INK, first == 0 ? group->title : " ");
    if (part_says(common) && first == 0) {
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, common)->optional = 1;
    }
    if (last && end < group->lines) { /* what there is no room for is at least counted */
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2,
                     ui_text(ui, _("and %d more"), group->lines - end));
    }
    struct widget *grid = widget_grid(ui, column, 4, 7, 0);
    grid->most_width = LINE; /* or its numbers are far from what they are of */
    for (int i = first; i < end; i++) {
        bet_line(ui, grid, &group->line[i], common, small);
    }
}

/* As many columns as there are groups, and more where a long group can go on beside itself; one below
 * the other they are as long as they are. */
static void groups(struct ui *ui, struct widget *row, const struct table_bet *bet, bool small)
{
    const int most = part_narrow(ui) ? BET_LINES : BET_SHOWN;
    int spare = part_narrow(ui) || small ? 0 : BET_GROUPS - bet->groups;
    for (int i = 0; i < bet->groups; i++) {
        const struct bet_group *group = &bet->group[i];
        for (int at = 0; at == 0 || (at < group->lines && spare > 0); at += most) {
            spare -= at > 0;
            group_column(ui, row, group, at, most, small, spare == 0);
        }
    }
    if (bet->groups == 1 && spare > 0) {
        widget_space(ui, row);
    }
}

static unsigned all_lines(const struct bet_group *group)
{
    return (1u << group->nets) - 1;
}

/* Those lines of what is sure that are in the set `lines`; a mark stands for the others. */
static struct widget *sure_flow(struct ui *ui, struct widget *parent, const struct bet_group *sure,
                                unsigned lines, bool titled)
{
    struct widget *flow = widget_flow(ui, parent, 10, 0);
    flow->items = ALIGN_CENTER;
    if (titled) {
        widget_words(ui, flow, ROLE_NOTE, COLOUR_INK_3, sure->title);
    } else {
        flow->says = sure->title;
    }
    for (int i = 0; i < sure->nets; i++) {
        if ((lines >> i & 1) != 0) {
            part_chip(ui, flow, &sure->net[i]);
        }
    }
    if (lines != all_lines(sure)) {
        widget_words(ui, flow, ROLE_NOTE, COLOUR_INK_2, "…");
    }
    return flow;
}

/* Those that are on the table or one's own, and what happens; all where there are no others. */
static unsigned own_lines(const struct bet_group *sure)
{
    unsigned lines = 0;
    for (int i = 0; i < sure->nets; i++) {
        lines |= (unsigned)(sure->net[i].rank < BET_BOOKS) << i;
    }
    return lines != 0 ? lines : all_lines(sure);
}

void bet_sure(struct ui *ui, struct widget *parent, const struct table_bet *bet, bool brief)
{
    if (bet->groups > 0) {
        const struct bet_group *sure = &bet->group[0];
        sure_flow(ui, parent, sure, brief ? own_lines(sure) : all_lines(sure), true);
    }
}

void bet_sure_line(struct ui *ui, struct widget *parent, const struct table_bet *bet, int width)
{
    if (bet->groups == 0) {
        return;
    }
    const struct bet_group *sure = &bet->group[0];
    const int high = theme_type(ROLE_NOTE, ui->percent, ui->chinese).leading;
    unsigned lines = 0;
    for (int i = 0; i < sure->nets; i++) {
        const unsigned with = lines | 1u << i;
        if (layout_height(ui, sure_flow(ui, NULL, sure, with, false), width) <= high) {
            lines = with;
        }
    }
    sure_flow(ui, parent, sure, lines, false);
}

/* ---- cards that can be played in several ways ---- */

static struct widget *form_button(struct ui *ui, struct widget *row, const struct table_form *form,
                                  bool shown_one, int action)
{
    struct widget *box = widget_column(ui, row, 0);
    box->frame = form->off ? FRAME_DASHED : FRAME_LINE;
    box->border = shown_one ? COLOUR_INK_2 : COLOUR_LINE_STRONG;
    box->fill = shown_one ? COLOUR_CARD_FOCUS : COLOUR_CARD;
    box->radius = 4;
    widget_pad(box, 2, 10);
    widget_text(ui, box, shown_one ? ROLE_BET_BOLD : ROLE_BET,
                form->off   ? COLOUR_INK_3
                : shown_one ? COLOUR_INK
                            : COLOUR_INK_2,
                form->off ? ui_text(ui, _("%s. %s"), form->title, form->why_not) : form->title);
    if (!form->off) {
        box->action = action;
        box->says = form->title;
    }
    return box;
}

/* One button for each way; the bet below is that of the one in focus. */
static void forms(struct ui *ui, struct widget *parent, const struct table_card *card, int index,
                  int form)
{
    struct widget *row =
        part_narrow(ui) ? widget_column(ui, parent, 4) : widget_row(ui, parent, 12);
    row->even = true;
    for (int i = 0; i < card->forms; i++) {
        form_button(ui, row, &card->form[i], i == form, ACTION_FORM + index * ACTION_FORMS + i)
            ->grow = 1;
    }
}

static bool any_off(const struct table_card *card)
{
    bool off = false;
    for (int i = 0; i < card->forms; i++) {
        off = off || card->form[i].off;
    }
    return off;
}

/* ---- the open card ---- */

static void play_button(struct ui *ui, struct widget *row, const struct table_card *card)
{
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

/* Where room is short the ways to play it stand on this line, if they have room there. */
static void title(struct ui *ui, struct widget *parent, const struct table *t, int index, int form,
                  bool with_forms)
{
    const struct table_card *card = &t->card[index];
    const char *own = card->form[form].line;
    struct widget *row = widget_row(ui, parent, 10);
    row->baseline = true;
    widget_words(ui, row, ROLE_ROUND, COLOUR_INK_2, ui_text(ui, "%d", card->key));
    widget_words(ui, row, ROLE_CARD, COLOUR_INK, card->title);
    struct widget *line =
        widget_text(ui, row, ROLE_DATA, COLOUR_INK_2, part_says(own) ? own : card->line);
    line->grow = 1;
    line->left = 6;
    if (!with_forms) {
        play_button(ui, row, card);
        return;
    }
    for (int i = 0; i < card->forms; i++) {
        form_button(ui, row, &card->form[i], i == form, ACTION_FORM + index * ACTION_FORMS + i);
    }
}

void bet_open(struct ui *ui, struct widget *parent, const struct table *t, int card, int form,
              int dense)
{
    const struct table_card *view = &t->card[card];
    const struct table_bet *bet = &view->form[form].bet;
    const bool small = dense > 2, on_title = small && view->forms > 1 && !any_off(view);
    title(ui, parent, t, card, form, on_title);
    if (part_says(view->says)) {
        widget_text(ui, parent, dense > 1 ? ROLE_VOICE_SMALL : ROLE_VOICE, COLOUR_INK, view->says);
    }
    if (view->forms > 1 && !on_title) {
        forms(ui, parent, view, card, form);
    }
    widget_rule(ui, parent, COLOUR_LINE_STRONG);
    struct widget *row =
        part_narrow(ui) ? widget_column(ui, parent, 6) : widget_row(ui, parent, 28);
    row->even = true;
    groups(ui, row, bet, small);
}
