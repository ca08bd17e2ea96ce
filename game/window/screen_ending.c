/* screen_ending: the ending on paper, the cases beside it. */
#include "window/screen_ending.h"

#include <string.h>

#include "match/say.h"
#include "window/actions.h"
#include "window/ask.h"
#include "window/layout.h"
#include "window/parts.h"

enum { LEFT = 560, NUMBERS = 460, LINE = 20 };

static void number(struct ui *ui, struct widget *parent, const struct table *t,
                   const struct table_meter *meter)
{
    struct widget *row = widget_row(ui, parent, 12);
    row->baseline = true;
    ask_why(ui, row, t, meter->why);
    widget_text(ui, row, ROLE_DATA, COLOUR_INK_2, meter->title)->grow = 1;
    if (part_says(meter->band)) {
        widget_words(ui, row, ROLE_DATA, COLOUR_INK_2, meter->band)->optional = 1;
    }
    struct widget *value = widget_words(ui, row, ROLE_DATA_BOLD, COLOUR_INK,
                                        meter->known ? meter->text : _("unknown"));
    value->justify = ALIGN_END;
    value->least_width = 26;
}

/* Whether a number is mine and the next one is theirs: "Losses", "Losses, theirs". */
static bool mine_of_two(const struct table_ending *e, int i)
{
    const char *title = e->number[i].title;
    return i + 1 < e->numbers && strncmp(e->number[i + 1].title, title, strlen(title)) == 0;
}

/* In two columns where there is room, so that what belongs together stands side by side. */
static void numbers(struct ui *ui, struct widget *parent, const struct table *t)
{
    const struct table_ending *e = t->ending;
    const bool two = ui_room_across(ui) >= NUMBERS + 2 * PART_MARGIN;
    part_label(ui, parent, _("The numbers"));
    struct widget *row = two ? widget_row(ui, parent, 32) : widget_column(ui, parent, 0);
    row->even = two;
    struct widget *column[2];
    for (int i = 0; i < 2; i++) {
        column[i] = widget_column(ui, row, 0);
        column[i]->grow = two;
    }
    for (int i = 0, next = 0; i < e->numbers; i++, next = 1 - next) {
        if (two && next == 1 && mine_of_two(e, i)) {
            widget_box(ui, column[1], 1, LINE, COLOUR_NONE);
            next = 0;
        }
        number(ui, column[next], t, &e->number[i]);
    }
}

static void result(struct ui *ui, struct widget *parent, const struct table *t, bool dense)
{
    const struct table_ending *e = t->ending;
    struct widget *sheet = part_sheet(ui, parent, 10);
    widget_pad(sheet, dense ? 12 : 16, 28);
    widget_text(ui, sheet, ROLE_HEADLINE, COLOUR_INK, e->title);
    widget_text(ui, sheet, dense ? ROLE_TRACE : ROLE_DISPATCH_SMALL, COLOUR_INK, e->text);
    widget_rule(ui, sheet, COLOUR_LINE_STRONG);
    struct widget *row = widget_row(ui, sheet, 24);
    struct widget *mandate = widget_column(ui, row, 0);
    mandate->grow = 1;
    if (part_says(e->mandate.title)) {
        widget_text(ui, mandate, ROLE_DATA_BOLD, COLOUR_INK,
                    ui_text(ui, _("%s: %s"), e->mandate.title, e->mandate.note));
        widget_text(ui, mandate, ROLE_DATA, COLOUR_INK_2, e->mandate.text);
    }
    struct widget *sums = widget_column(ui, row, 0);
    sums->items = ALIGN_END;
    widget_words(ui, sums, ROLE_CARD, COLOUR_INK, e->utility);
    widget_words(ui, sums, ROLE_DATA, COLOUR_INK_2, e->rival);
    if (part_says(t->hindsight)) {
        widget_words(ui, sums, ROLE_NOTE, COLOUR_INK_2, t->hindsight);
    }
}

/* ---- what was so ---- */

static void said(struct ui *ui, struct widget *parent, const struct table *t, int index)
{
    static const enum icon icons[] = { ICON_NONE, ICON_STAMP_OPEN, ICON_STAMP_STRAIGHT,
                                       ICON_STAMP_FALSE };
    static const enum colour inks[] = { COLOUR_INK_2, COLOUR_INK_2, COLOUR_GOOD, COLOUR_BAD };
    const struct table_case *c = &t->history[index];
    struct widget *column = widget_column(ui, parent, 0);
    column->items = ALIGN_CENTER;
    column->least_width = 56;
    ask_case(ui, column, t, ABOUT_WORD, index);
    if (icons[c->word] != ICON_NONE) {
        widget_icon(ui, column, icons[c->word], 28, inks[c->word], NULL);
        widget_words(ui, column, ROLE_NOTE, inks[c->word], c->word_title);
    }
}

static void one_case(struct ui *ui, struct widget *parent, const struct table *t, int index)
{
    const struct table_case *c = &t->history[index];
    struct widget *row = widget_row(ui, parent, 10);
    ask_case(ui, row, t, ABOUT_CASE, index);
    part_side_bar(ui, row, c->victim, 0);
    struct widget *words = widget_column(ui, row, 1);
    words->grow = 1;
    struct widget *head = widget_row(ui, words, 8);
    head->baseline = true;
    widget_text(ui, head, ROLE_DATA_BOLD, COLOUR_INK, c->title)->grow = 1;
    widget_words(
        ui, head, ROLE_NOTE, COLOUR_INK_2,
        ui_text(ui, c->victim == t->party ? _("%s, against you") : _("%s, against them"), c->date))
        ->optional = 1;
    widget_text(ui, words, ROLE_TRACE, COLOUR_INK, c->truth);
    if (c->belief.parts > 0) {
        widget_text(ui, words, ROLE_NOTE, COLOUR_INK_2,
                    ui_text(ui, _("You believed: %s"), c->belief.text));
    }
    said(ui, row, t, index);
}

static void cases(struct ui *ui, struct widget *parent, const struct table *t)
{
    struct widget *head = widget_row(ui, parent, 12);
    head->baseline = true;
    widget_text(ui, head, ROLE_TITLE, COLOUR_INK, _("What was so"))->grow = 1;
    widget_words(ui, head, ROLE_DATA, COLOUR_INK_2, _("and what the answer was worth"))->optional =
        1;
    for (int i = 0; i < t->cases; i++) {
        struct widget *column = widget_column(ui, parent, 6);
        widget_rule(ui, column, COLOUR_HAIR);
        one_case(ui, column, t, i);
    }
}

/* ---- orders and score ---- */

/* What was kept in drawers all year. */
static void orders(struct ui *ui, struct widget *parent, const struct table *t)
{
    if (t->ending->orders == 0) {
        return;
    }
    widget_text(ui, parent, ROLE_TITLE, COLOUR_INK, _("What was ordered in private"))->top = 14;
    widget_rule(ui, parent, COLOUR_HAIR);
    for (int i = 0; i < t->ending->orders; i++) {
        widget_text(ui, parent, ROLE_DATA, COLOUR_INK, t->ending->order[i]);
    }
}

static void score(struct ui *ui, struct widget *grid, const struct table_score *view)
{
    widget_text(ui, grid, ROLE_DATA, COLOUR_INK, view->title)->grow = 1;
    widget_words(ui, grid, ROLE_DATA, COLOUR_INK_2, view->value)->justify = ALIGN_END;
    struct widget *points = widget_words(ui, grid, ROLE_DATA_BOLD, COLOUR_INK, view->points);
    points->justify = ALIGN_END;
    points->least_width = 56;
}

static void scores(struct ui *ui, struct widget *parent, const struct table *t)
{
    const struct table_ending *e = t->ending;
    if (e->scores == 0) {
        return;
    }
    struct widget *head = widget_row(ui, parent, 12);
    head->top = 14;
    head->baseline = true;
    widget_text(ui, head, ROLE_TITLE, COLOUR_INK, e->utility)->grow = 1;
    widget_words(ui, head, ROLE_DATA, COLOUR_INK_2, _("the parts sum to it"))->optional = 1;
    widget_rule(ui, parent, COLOUR_HAIR);
    struct widget *grid = widget_grid(ui, parent, 3, 12, 0);
    for (int i = 0; i < e->scores; i++) {
        score(ui, grid, &e->score[i]);
    }
    widget_rule(ui, parent, COLOUR_HAIR);
    widget_text(ui, parent, ROLE_DATA, COLOUR_INK_2, e->rival);
}

static void accounts(struct ui *ui, struct widget *parent, const struct table *t)
{
    cases(ui, parent, t);
    orders(ui, parent, t);
    scores(ui, parent, t);
}

/* ---- the whole ---- */

/* After a lesson the story itself comes first, else what has been learnt from the game. */
static void ways_on(struct ui *ui, struct widget *parent, const char *next)
{
    const char *debrief = _("The debrief: what was so, and what turned it");
    if (part_says(next)) {
        part_button(ui, parent, ui_text(ui, _("Now play: %s"), next), part_key(ui, INPUT_GO),
                    ACTION_AFTER_LESSON);
        part_link(ui, parent, debrief, NULL, ACTION_OVER + OVER_DEBRIEF)->first->justify =
            ALIGN_CENTER;
    } else {
        part_button(ui, parent, debrief, part_key(ui, INPUT_GO), ACTION_OVER + OVER_DEBRIEF);
    }
    part_link(ui, parent, _("Back to the title"), NULL, ACTION_TITLE)->first->justify =
        ALIGN_CENTER;
}

static void wide(struct ui *ui, struct widget *body, const struct table *t, const char *next,
                 bool dense)
{
    struct widget *page = widget_row(ui, body, 32);
    page->grow = 1;
    page->items = ALIGN_STRETCH;
    widget_pad(page, 12, PART_MARGIN);
    struct widget *left = widget_column(ui, page, 10);
    left->width = LEFT;
    result(ui, left, t, dense);
    struct widget *column = widget_column(ui, left, 2);
    numbers(ui, column, t);
    widget_space(ui, left);
    ways_on(ui, left, next);
    struct widget *right = widget_column(ui, page, 6);
    right->grow = 1;
    right->scroll = PART_BODY + 1;
    right->least_height = 80;
    right->right = 14;
    accounts(ui, right, t);
}

static void narrow(struct ui *ui, struct widget *body, const struct table *t, const char *next)
{
    struct widget *page = widget_column(ui, body, 12);
    widget_pad(page, 16, PART_MARGIN);
    result(ui, page, t, false);
    numbers(ui, widget_column(ui, page, 2), t);
    ways_on(ui, page, next);
    accounts(ui, page, t);
}

static void build(struct ui *ui, const struct table *t, const char *next, const char *notice,
                  bool dense)
{
    ui_begin(ui, ui->width, ui->height, ui->percent);
    struct widget *body = part_frame(ui, t, t->round, notice);
    if (part_stacked(ui)) {
        narrow(ui, body, t, next);
    } else {
        wide(ui, body, t, next, dense);
    }
    part_frame_end(ui, body, t, t->round);
}

/* A long ending is set smaller before the page has to be scrolled. */
void screen_ending_build(struct ui *ui, const struct table *t, const char *next, const char *notice)
{
    build(ui, t, next, notice, false);
    layout_run(ui);
    if (!part_stacked(ui) && part_overflow(ui) > 0) {
        build(ui, t, next, notice, true);
    }
}
