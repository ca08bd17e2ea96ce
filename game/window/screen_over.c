/* screen_over: menu, keys, ledger. */
#include "window/screen_over.h"

#include "match/say.h"
#include "window/accounts.h"
#include "window/actions.h"
#include "window/parts.h"

enum { MENU_WIDTH = 400, KEYS_WIDTH = 560, LEDGER_WIDTH = 720 };

/* ---- menu ---- */

/* Taking back, by what it would be. */
static const char *undo_words(enum table_undo undo)
{
    return undo == UNDO_REWIND ? _("Rewind the last decision, with hindsight")
                               : _("Take the last decision back");
}

void screen_menu_build(struct ui *ui, const struct table *t, const char *place, const char *notice)
{
    struct widget *page = part_page(ui, MENU_WIDTH, 4);
    widget_text(ui, page, ROLE_TITLE, COLOUR_INK, _("The game waits"))->bottom = 8;
    part_button(ui, page, _("Back to the game"), _("Enter"), ACTION_BACK)->says =
        _("Back to the game");
    struct widget *links = widget_column(ui, page, 4);
    links->top = 10;
    if (t->undo != UNDO_NOTHING) {
        part_link(ui, links, undo_words(t->undo), "U", ACTION_UNDO);
    }
    part_link(ui, links, _("Ledger: every change and its cause"), "L", ACTION_LEDGER);
    part_link(ui, links, _("Why: the causes of each number"), "Y", ACTION_ASK);
    part_link(ui, links, _("Keys"), "F1", ACTION_KEYS);
    part_link(ui, links, _("Save"), NULL, ACTION_SAVE);
    part_link(ui, links, _("Save, and to the title"), NULL, ACTION_TITLE);
    part_link(ui, links, _("Save, and quit"), NULL, ACTION_QUIT);
    struct widget *foot =
        widget_text(ui, page, ROLE_NOTE, COLOUR_INK_2,
                    part_says(notice) ? notice
                    : place != NULL   ? ui_text(ui, _("Saved at every decision: %s"), place)
                                      : "");
    foot->top = 12;
}

/* ---- keys ---- */

static void key(struct ui *ui, struct widget *grid, const char *name, const char *what)
{
    widget_words(ui, grid, ROLE_DATA_BOLD, COLOUR_INK, name);
    widget_text(ui, grid, ROLE_DATA, COLOUR_INK_2, what)->grow = 1;
}

void screen_keys_build(struct ui *ui)
{
    struct widget *page = part_page(ui, KEYS_WIDTH, 12);
    widget_text(ui, page, ROLE_TITLE, COLOUR_INK, _("Keys"));
    struct widget *grid = widget_grid(ui, page, 2, 24, 6);
    key(ui, grid, "1 – 9", _("opens a card; at a summit, marks a clause"));
    key(ui, grid, _("Enter, Space"), _("plays the open card; goes on"));
    key(ui, grid, _("Backspace"), _("closes the open card, and shows what happened again"));
    key(ui, grid, _("Arrows, Tab"), _("from one thing to the next"));
    key(ui, grid, "U",
        _("takes your last decision back: free until they have answered; after that a rewind, and "
          "the game is marked as played with hindsight"));
    key(ui, grid, "L", _("the ledger: every change and its cause"));
    key(ui, grid, "Y", _("why: the causes of the number in focus, then of the next one"));
    key(ui, grid, _("Page up, down"), _("scrolls, as the wheel does"));
    key(ui, grid, "F1", _("this page"));
    key(ui, grid, "Esc", _("the menu; closes what lies over the game"));
    key(ui, grid, _("Mouse"),
        _("a click opens a card, a second one plays it; a click on a number asks why"));
    part_button(ui, page, _("Back"), _("Enter"), ACTION_BACK)->top = 12;
}

/* ---- ledger ---- */

static void chapter(struct ui *ui, struct widget *parent, const struct table_chapter *c)
{
    if (c->groups == 0) {
        return;
    }
    struct widget *column = widget_column(ui, parent, 6);
    column->top = 10;
    struct widget *head = widget_row(ui, column, 12);
    head->baseline = true;
    widget_text(ui, head, ROLE_CARD, COLOUR_INK, c->title)->grow = 1;
    widget_words(ui, head, ROLE_NOTE, COLOUR_INK_2,
                 ui_text(ui, _("Round %d, %s"), c->round, c->date))
        ->optional = 1;
    for (int i = 0; i < c->groups; i++) {
        widget_rule(ui, column, COLOUR_HAIR);
        const struct accounts_scale scale = accounts_scale(&c->group[i], 1);
        accounts_build(ui, column, &c->group[i], &scale, false);
    }
}

void screen_ledger_build(struct ui *ui, const struct table *t)
{
    struct widget *head = widget_row(ui, ui->root, 16);
    widget_pad(head, 12, PART_MARGIN);
    head->items = ALIGN_CENTER;
    widget_text(ui, head, ROLE_TITLE, COLOUR_INK, _("Ledger"))->grow = 1;
    part_link(ui, head, _("Back"), "Esc", ACTION_BACK);
    widget_rule(ui, ui->root, COLOUR_LINE);
    struct widget *page = part_page(ui, LEDGER_WIDTH, 6);
    page->parent->justify = ALIGN_START;
    for (int i = t->chapters - 1; i >= 0; i--) {
        chapter(ui, page, &t->ledger[i]);
    }
    if (page->first == NULL) {
        widget_text(ui, page, ROLE_TRACE, COLOUR_INK_2, _("Nothing has changed yet."));
    }
}
