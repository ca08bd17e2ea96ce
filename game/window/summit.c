/* summit: clauses as a contract lies on a table. */
#include "window/summit.h"

#include "match/say.h"
#include "window/actions.h"
#include "window/ask.h"
#include "window/bet.h"
#include "window/cards.h"
#include "window/layout.h"
#include "window/parts.h"

enum { NARROWEST = 320, LABEL = 112, GAP = 4, GUTTER = 16, MANY = 5 };

/* ---- the sheet ---- */

static void agreement(struct ui *ui, struct widget *parent, const struct table *t,
                      const struct table_line *line)
{
    struct widget *row = widget_row(ui, parent, 10);
    row->baseline = true;
    ask_why(ui, row, t, line->why);
    widget_icon(ui, row, ICON_CHECK, 12, COLOUR_GOOD, _("in force"));
    widget_words(ui, row, ROLE_CARD, COLOUR_INK, line->title);
    widget_text(ui, row, ROLE_DATA, COLOUR_INK_2, line->text)->grow = 1;
    if (part_says(line->note)) {
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, line->note)->optional = 1;
    }
}

static struct widget *section(struct ui *ui, struct widget *parent, const char *title)
{
    widget_rule(ui, parent, COLOUR_LINE_STRONG);
    struct widget *row = widget_row(ui, parent, 12);
    struct widget *head = widget_text(ui, row, ROLE_LABEL, COLOUR_INK_2, part_caps(ui, title));
    head->width = LABEL;
    head->top = 2;
    struct widget *rest = widget_column(ui, row, 2);
    rest->grow = 1;
    return rest;
}

static void agreements(struct ui *ui, struct widget *parent, const struct table *t)
{
    struct widget *column = section(ui, parent, _("In force"));
    for (int i = 0; i < t->agreements; i++) {
        agreement(ui, column, t, &t->agreement[i]);
    }
    if (t->agreements == 0) {
        widget_text(ui, column, ROLE_DATA, COLOUR_INK_2, _("Nothing has been signed yet."));
    }
}

/* What became of the clauses, once both sides have put theirs forward. */
static void news(struct ui *ui, struct widget *parent, const struct table *t)
{
    if (t->news == 0) {
        return;
    }
    struct widget *column = section(ui, parent, _("At the table"));
    for (int i = 0; i < t->news; i++) {
        widget_text(ui, column, ROLE_DATA, COLOUR_INK, t->news_text[i]);
    }
}

/* What the two sides owe each other, and what may still come out: it is signed against that. */
static void open_ends(struct ui *ui, struct widget *parent, const struct table *t)
{
    const struct table_side *const sides[] = { &t->me, &t->them };
    struct widget *column = NULL;
    if (t->morning != NULL && part_says(t->morning->open)) {
        column = section(ui, parent, _("Still open"));
        widget_text(ui, column, ROLE_DATA, COLOUR_INK, t->morning->open);
    }
    for (int side = 0; side < MAX_PARTIES; side++) {
        const struct table_line *own = sides[side]->line;
        for (int i = side == 0 ? 1 : 0; i < sides[side]->lines;
             i++) { /* mine begin with a mandate */
            if (!part_says(own[i].note)) {
                continue;
            }
            column = column != NULL ? column : section(ui, parent, _("Still open"));
            widget_text(ui, column, ROLE_DATA, COLOUR_INK,
                        ui_text(ui, _("%s: %s, %s"), sides[side]->role, own[i].title, own[i].note));
        }
    }
}

static const char *what_is_asked(struct ui *ui, const struct table *t)
{
    if (t->moment == TABLE_WAITING) {
        return _("Your part is done. Theirs comes at the same hour, and neither side has seen the "
                 "other’s.");
    }
    if (t->moment == TABLE_ORDERS) {
        return _("Now the orders to your own services. They stay in this drawer: the other side "
                 "gives its own at the same hour, and neither sees the other’s.");
    }
    if (t->moment == TABLE_BLIND) {
        return _("Both sides choose at the same hour, and neither sees the other’s choice before "
                 "it has made its own.");
    }
    return ui_text(ui,
                   _("Both sides put at most %d clauses forward at the same hour, unseen. What "
                     "both have put forward is signed; nothing else is."),
                   t->pick);
}

static const char *heading(const struct table *t)
{
    return t->moment == TABLE_ORDERS ? _("Orders, for you alone")
           : t->moment == TABLE_PICK ? _("What you would sign")
                                     : t->beat;
}

void summit_sheet(struct ui *ui, struct widget *parent, const struct table *t, int dense)
{
    static const enum role roles[] = { ROLE_DISPATCH_SMALL, ROLE_DISPATCH_SMALL, ROLE_TRACE };
    struct widget *column = part_sheet(ui, parent, dense == 0 ? 8 : 4);
    column->grow = 1;
    struct widget *head = widget_row(ui, column, 10);
    head->baseline = true;
    if (t->moment == TABLE_ORDERS) {
        widget_icon(ui, head, ICON_ENVELOPE, 20, COLOUR_INK, NULL);
    }
    widget_text(ui, head, ROLE_TITLE, COLOUR_INK, heading(t))->grow = 1;
    widget_words(ui, head, ROLE_DATA, COLOUR_INK_2, t->calendar[t->round - 1].kind)->optional = 1;
    widget_text(ui, column, roles[dense], COLOUR_INK, what_is_asked(ui, t))->balance = true;
    if (t->moment != TABLE_WAITING) {
        widget_space(ui, column);
    }
    news(ui, column, t);
    agreements(ui, column, t);
    if (t->moment != TABLE_ORDERS && dense < 2) {
        open_ends(ui, column, t);
    }
}

/* ---- the clauses ---- */

static enum icon mark_of(const struct table_clause *clause, bool picked)
{
    return clause->in_force ? ICON_SEAL : picked ? ICON_CHECK : ICON_SQUARE_OPEN;
}

static void clause_title(struct ui *ui, struct widget *box, const struct table *t, int index,
                         bool picked, int speaking)
{
    const struct table_clause *clause = &t->clause[index];
    struct widget *row = widget_row(ui, box, 8);
    row->baseline = true;
    struct widget *number = widget_words(ui, row, ROLE_ROUND, COLOUR_INK_3,
                                         clause->on_table ? ui_text(ui, "%d", clause->key) : "");
    number->least_width = 12;
    if (clause->on_table || clause->in_force) {
        widget_icon(ui, row, mark_of(clause, picked), 14, picked ? COLOUR_GOOD : COLOUR_INK_2,
                    picked             ? _("put forward")
                    : clause->in_force ? _("in force")
                                       : NULL);
    } else {
        widget_box(ui, row, 14, 1, COLOUR_NONE);
    }
    widget_text(ui, row, clause->on_table ? ROLE_CARD : ROLE_ROUND,
                clause->on_table ? COLOUR_INK : COLOUR_INK_3, clause->title)
        ->grow = 1;
    for (int i = 0; i < t->advisers && clause->on_table; i++) {
        if ((clause->advisers >> i & 1) != 0) {
            cards_letter(ui, row, t->adviser[i].title, speaking == i);
        }
    }
    if (part_says(clause->due)) {
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, clause->due)->optional = 1;
    }
}

static void clause_bet(struct ui *ui, struct widget *box, const struct table_bet *bet, bool brief)
{
    for (int i = 0; i < bet->groups; i++) {
        const struct table_bet one = { 1, { bet->group[i] } };
        struct table_bet *copy = arena_take(&ui->arena, sizeof *copy);
        *copy = one;
        bet_sure(ui, box, copy, brief);
    }
}

static void clause_box(struct ui *ui, struct widget *parent, const struct table *t, int index,
                       bool picked, int speaking)
{
    const struct table_clause *clause = &t->clause[index];
    struct widget *box = widget_column(ui, parent, 1);
    box->frame = clause->on_table ? FRAME_LINE : FRAME_DASHED;
    box->border = picked ? COLOUR_INK_2 : clause->on_table ? COLOUR_LINE : COLOUR_LINE_STRONG;
    box->fill = !clause->on_table ? COLOUR_NONE : picked ? COLOUR_CARD_FOCUS : COLOUR_CARD;
    box->radius = 4;
    widget_pad(box, 3, 12);
    clause_title(ui, box, t, index, picked, speaking);
    struct widget *below = widget_column(ui, box, 1);
    below->left = 42;
    if (!clause->on_table) {
        widget_text(ui, below, ROLE_NOTE, COLOUR_INK_3,
                    clause->in_force ? _("In force already.") : clause->why_not);
        return;
    }
    box->action = ACTION_CLAUSE + index;
    box->says = clause->title;
    widget_text(ui, below, ROLE_NOTE, COLOUR_INK_2, clause->line);
    clause_bet(ui, below, &clause->bet, t->clauses > MANY);
}

/* "Put forward: Hotline, Contact point". */
static const char *button_words(struct ui *ui, const struct table *t, unsigned picked, bool warned)
{
    const char *words = NULL;
    for (int i = 0; i < t->clauses; i++) {
        if ((picked >> i & 1) != 0) {
            words = words == NULL ? t->clause[i].title
                                  : ui_text(ui, _("%s, %s"), words, t->clause[i].title);
        }
    }
    if (words == NULL && warned) {
        return _("Put nothing forward? Press again");
    }
    return words == NULL ? _("Put nothing forward") : ui_text(ui, _("Put forward: %s"), words);
}

/* Clauses first to last - 1 one below the other, in a column of their own when there is no parent. */
static struct widget *clause_column(struct ui *ui, struct widget *parent,
                                    const struct table_scene *scene, int first, int last)
{
    struct widget *column = widget_column(ui, parent, GAP);
    for (int i = first; i < last; i++) {
        clause_box(ui, column, scene->table, i, (scene->picked >> i & 1) != 0, scene->speaking);
    }
    return column;
}

static void go_button(struct ui *ui, struct widget *parent, const struct table_scene *scene)
{
    part_button(ui, parent, button_words(ui, scene->table, scene->picked, scene->warned),
                part_key(ui, INPUT_GO), ACTION_GO);
}

/* How many clauses stand in the first of two columns `width` pixels wide, so that both are about as
 * high, with the button in the second; the same whatever is picked. */
static int first_column(struct ui *ui, const struct table_scene *scene, int width)
{
    struct table_scene none = *scene;
    none.picked = 0;
    int best = 0, least = 0;
    for (int n = 1; n <= scene->table->clauses; n++) {
        struct widget *rest = clause_column(ui, NULL, &none, n, scene->table->clauses);
        go_button(ui, rest, &none);
        const int left = layout_height(ui, clause_column(ui, NULL, &none, 0, n), width);
        const int right = layout_height(ui, rest, width);
        const int higher = left > right ? left : right;
        if (best == 0 || higher < least) {
            best = n;
            least = higher;
        }
    }
    return best;
}

void summit_clauses(struct ui *ui, struct widget *parent, const struct table_scene *scene,
                    int width)
{
    const struct table *t = scene->table;
    struct widget *area = widget_column(ui, parent, GAP);
    struct widget *label = widget_row(ui, area, 12);
    label->baseline = true;
    part_label(ui, label, ui_text(ui, _("Clauses, %d at most"), t->pick))->grow = 1;
    widget_words(ui, label, ROLE_NOTE, COLOUR_INK_2, _("a number marks one"))->optional = 1;
    if (width < ui_px(ui, 2 * NARROWEST + GUTTER)) {
        go_button(ui, clause_column(ui, area, scene, 0, t->clauses), scene);
        return;
    }
    const int first = first_column(ui, scene, (width - ui_px(ui, GUTTER)) / 2);
    struct widget *columns = widget_row(ui, area, GUTTER);
    columns->even = true;
    clause_column(ui, columns, scene, 0, first)->grow = 1;
    struct widget *second = clause_column(ui, columns, scene, first, t->clauses);
    second->grow = 1;
    go_button(ui, second, scene);
}
