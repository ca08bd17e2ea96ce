/* screen_morning: two papers, and between them why the numbers moved. */
#include "window/screen_morning.h"

#include "match/say.h"
#include "window/accounts.h"
#include "window/actions.h"
#include "window/ask.h"
#include "window/chart.h"
#include "window/parts.h"

enum { PAPER = 304, SMALL_PAPER = 232, SPACIOUS = 1180, BAR = 14, ALONE = 720, LABEL = 112 };

/* In a window of middling width the papers leave more of it to the ledger. */
static bool small_papers(const struct ui *ui)
{
    return !part_narrow(ui) && ui_room_across(ui) < SPACIOUS;
}

static int paper_width(const struct ui *ui)
{
    return small_papers(ui) ? SMALL_PAPER : PAPER;
}

/* ---- a paper ---- */

static void paper_head(struct ui *ui, struct widget *parent, const struct table_headline *view)
{
    struct widget *row = widget_row(ui, parent, 7);
    row->items = ALIGN_CENTER;
    part_side_bar(ui, row, view->party, 16);
    widget_words(ui, row, ROLE_LABEL, part_side_colour(view->party), part_caps(ui, view->where))
        ->grow = 1;
    widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, view->paper)->optional = 1;
    struct widget *lines = widget_column(ui, parent, 2);
    widget_box(ui, lines, 0, 3, COLOUR_INK)->align = ALIGN_STRETCH;
    widget_rule(ui, lines, COLOUR_INK);
}

static void paper_picture(struct ui *ui, struct widget *parent, const char *picture)
{
    struct widget *frame = widget_column(ui, parent, 0);
    frame->frame = FRAME_LINE;
    frame->border = COLOUR_LINE_STRONG;
    frame->fill = COLOUR_SHEET;
    frame->items = ALIGN_CENTER;
    widget_pad(frame, 4, 1);
    const bool small = small_papers(ui);
    widget_art(ui, frame, picture, small ? 183 : 244, small ? 75 : 100, COLOUR_INK_2, NULL);
}

static struct widget *paper(struct ui *ui, struct widget *parent, const struct table_headline *view,
                            const char *picture)
{
    struct widget *column = part_sheet(ui, parent, 10);
    widget_pad(column, 18, small_papers(ui) ? 18 : PART_MARGIN);
    paper_head(ui, column, view);

    widget_text(ui, column, small_papers(ui) ? ROLE_TITLE : ROLE_HEADLINE, COLOUR_INK, view->text);
    paper_picture(ui, column, picture);
    chart_print(ui, column, part_low(ui) ? 0 : 27);
    if (part_says(view->note)) {
        widget_rule(ui, column, COLOUR_LINE_STRONG);
        struct widget *foot = widget_column(ui, column, 4);
        widget_text(ui, foot, ROLE_LABEL, COLOUR_INK_2, part_caps(ui, view->label));
        widget_text(ui, foot, ROLE_TRACE, COLOUR_INK, view->note);
    }
    return column;
}

/* ---- the ledger ---- */

static void labelled(struct ui *ui, struct widget *parent, const char *label, const char *text,
                     enum role role)
{
    struct widget *row = widget_row(ui, parent, 16);
    row->baseline = true;
    struct widget *head = part_label(ui, row, label);
    head->width = LABEL;
    widget_text(ui, row, role, COLOUR_INK, text)->grow = 1;
}

static void truths(struct ui *ui, struct widget *parent, const struct table_morning *m)
{
    for (int i = 0; i < m->truths; i++) {
        const struct table_line *truth = &m->truth[i];
        struct widget *row = widget_row(ui, parent, 16);
        struct widget *label = part_label(ui, row, _("What was so"));
        label->width = LABEL;
        label->top = 2;
        struct widget *words = widget_column(ui, row, 0);
        words->grow = 1;
        widget_text(ui, words, ROLE_DATA_BOLD, COLOUR_INK, truth->title);
        widget_text(ui, words, ROLE_TRACE, COLOUR_INK, truth->text);
        if (part_says(truth->note)) {
            widget_text(ui, words, ROLE_NOTE, COLOUR_INK_2, truth->note);
        }
    }
}

static void events(struct ui *ui, struct widget *parent, const struct table_morning *m)
{
    if (m->events == 0) {
        return;
    }
    struct widget *row = widget_row(ui, parent, 16);
    struct widget *label = part_label(ui, row, m->headlines > 0 ? _("Also") : _("At the table"));
    label->width = LABEL;
    label->top = 2;
    struct widget *lines = widget_column(ui, row, 0);
    lines->grow = 1;
    for (int i = 0; i < m->events; i++) {
        widget_text(ui, lines, ROLE_DATA, COLOUR_INK, m->event[i]);
    }
}

/* How they closed the case, where they had the last word. */
static void last_words(struct ui *ui, struct widget *parent, const struct table *t)
{
    for (int i = 0; i < t->cases; i++) {
        const struct table_case *c = &t->history[i];
        const struct table_quote *last = c->quotes > 0 ? &c->quote[c->quotes - 1] : NULL;
        if (c->round == t->morning->round && last != NULL && last->party == t->other &&
            part_says(last->text)) {
            labelled(ui, parent, _("They said"), last->text, ROLE_VOICE);
        }
    }
}

static void ledger(struct ui *ui, struct widget *parent, const struct table *t)
{
    const struct table_morning *m = t->morning;
    struct widget *head = widget_row(ui, parent, 12);
    head->baseline = true;
    widget_words(ui, head, ROLE_TITLE, COLOUR_INK, m->title)->grow = 1;
    widget_words(ui, head, ROLE_DATA, COLOUR_INK_2, _("every cause; they sum exactly"))->optional =
        1;
    last_words(ui, parent, t);
    truths(ui, parent, m);
    events(ui, parent, m);
    if (part_says(m->coach)) {
        labelled(ui, parent, _("Coach"), m->coach, ROLE_TRACE);
    }
    for (int i = 0; i < m->chapter.groups; i++) {
        widget_rule(ui, parent, COLOUR_HAIR);
        const struct table_group *group = &m->chapter.group[i];
        const struct accounts_scale scale = accounts_scale(group, 1);
        ask_why(ui, accounts_build(ui, parent, group, &scale, i == 0), t, group->why);
    }
    widget_rule(ui, parent, COLOUR_HAIR);
    if (part_says(m->open)) {
        labelled(ui, parent, _("Still open"), m->open, ROLE_DATA);
    }
}

/* The ledger scrolls by itself, so that the way on stays in sight. */
static struct widget *middle(struct ui *ui, struct widget *parent, const struct table *t,
                             bool scrolls)
{
    struct widget *column = widget_column(ui, parent, 8);
    struct widget *inside = widget_column(ui, column, 6);
    inside->top = 8;
    inside->grow = 1;
    if (scrolls) {
        inside->scroll = PART_BODY + 1;
        inside->least_height = 80;
        inside->right = BAR;
    }
    ledger(ui, inside, t);
    struct widget *foot = widget_column(ui, column, 0);
    foot->right = inside->right;
    part_button(ui, foot, t->morning->next, part_key(ui, INPUT_GO), ACTION_GO);
    return column;
}

/* ---- the whole ---- */

static void narrow(struct ui *ui, struct widget *page, const struct table *t, const char *picture)
{
    middle(ui, page, t, false);
    if (t->morning->headlines > 0) {
        struct widget *row = widget_row(ui, page, 16);
        row->even = true;
        row->items = ALIGN_STRETCH;
        for (int i = 0; i < t->morning->headlines; i++) {
            paper(ui, row, &t->morning->headline[i], i == 0 ? picture : "pictures/statement.svg")
                ->grow = 1;
        }
    }
}

/* The ledger between the papers; where nothing was printed it stands alone, no wider than it is
 * read with ease. */
static void wide(struct ui *ui, struct widget *page, const struct table *t, const char *picture)
{
    const struct table_morning *m = t->morning;
    if (m->headlines > 1) {
        paper(ui, page, &m->headline[0], picture)->width = paper_width(ui);
        struct widget *ledger_column = middle(ui, page, t, true);
        ledger_column->grow = 1;
        ledger_column->left = BAR;
        paper(ui, page, &m->headline[1], "pictures/statement.svg")->width = paper_width(ui);
    } else {
        middle(ui, page, t, true)->width = ALONE + BAR;
        page->justify = ALIGN_CENTER;
    }
}

void screen_morning_build(struct ui *ui, const struct table *t, const char *picture,
                          const char *notice)
{
    struct widget *body = part_frame(ui, t, t->morning->round, notice);
    struct widget *page;
    if (part_narrow(ui)) {
        page = widget_column(ui, body, 20);
        narrow(ui, page, t, picture);
    } else {
        page = widget_row(ui, body, BAR);
        page->items = ALIGN_STRETCH;
        page->grow = 1;
        wide(ui, page, t, picture);
    }
    widget_pad(page, 16, PART_MARGIN);
    part_frame_end(ui, body, t, t->morning->round);
}
