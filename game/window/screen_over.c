/* screen_over: menu, keys, ledger. */
#include "window/screen_over.h"

#include "match/say.h"
#include "window/accounts.h"
#include "window/actions.h"
#include "window/ask.h"
#include "window/parts.h"

enum { MENU_WIDTH = 400, SAVE_WIDTH = 640, KEYS_WIDTH = 920, LEDGER_WIDTH = 720, KEY_NAME = 96 };

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
    part_button(ui, page, _("Back to the game"), part_key(ui, INPUT_GO), ACTION_BACK)->says =
        _("Back to the game");
    struct widget *links = widget_column(ui, page, 2);
    links->top = 10;
    if (t->undo != UNDO_NOTHING) {
        part_link(ui, links, undo_words(t->undo), part_key(ui, INPUT_UNDO), ACTION_UNDO);
    }
    part_link(ui, links, _("Case files"), part_key(ui, INPUT_CASES), ACTION_OVER + OVER_CASES);
    part_link(ui, links, _("Agreements and promises"), part_key(ui, INPUT_AGREEMENTS),
              ACTION_OVER + OVER_AGREEMENTS);
    part_link(ui, links, _("Ledger: every change and its cause"), part_key(ui, INPUT_LEDGER),
              ACTION_OVER + OVER_LEDGER);
    part_link(ui, links, _("Why: the causes of each number"), part_key(ui, INPUT_WHY), ACTION_ASK);
    part_link(ui, links, _("What is public, and who says it"), part_key(ui, INPUT_SOURCES),
              ACTION_OVER + OVER_SOURCES);
    part_link(ui, links, _("Settings"), NULL, ACTION_OVER + OVER_SETTINGS)->top = 10;
    part_link(ui, links, _("Keys"), part_key(ui, INPUT_HELP), ACTION_OVER + OVER_KEYS);
    part_link(ui, links, _("Save under another name"), NULL, ACTION_OVER + OVER_SAVE);
    part_link(ui, links, _("Save, and to the title"), NULL, ACTION_TITLE);
    part_link(ui, links, _("Save, and quit"), NULL, ACTION_QUIT);
    struct widget *foot =
        widget_text(ui, page, ROLE_NOTE, COLOUR_INK_2,
                    part_says(notice) ? notice
                    : place != NULL   ? ui_text(ui, _("Saved at every decision: %s"), place)
                                      : "");
    foot->top = 12;
}

/* ---- saving under a name ---- */

void screen_save_build(struct ui *ui, const char *name, const char *notice)
{
    struct widget *page = part_over(ui, _("Save under another name"), SAVE_WIDTH);
    widget_text(
        ui, page, ROLE_DATA, COLOUR_INK_2,
        _("A copy of the game as it stands. Type a name for it; the game itself goes on being "
          "saved at every decision."));
    struct widget *field = widget_row(ui, page, 2);
    field->frame = FRAME_LINE;
    field->border = COLOUR_LINE_STRONG;
    field->fill = COLOUR_CARD;
    field->radius = 4;
    field->items = ALIGN_CENTER;
    widget_pad(field, 10, 14);
    widget_text(ui, field, ROLE_CARD, COLOUR_INK, name);
    widget_box(ui, field, 2, 18, COLOUR_INK);
    widget_box(ui, page, 1, 8, COLOUR_NONE);
    part_button(ui, page, _("Save"), part_key(ui, INPUT_GO), ACTION_SAVE);
    if (part_says(notice)) {
        widget_text(ui, page, ROLE_DATA, COLOUR_INK, notice)->top = 8;
    }
}

/* ---- keys ---- */

static void fixed(struct ui *ui, struct widget *grid, const char *name, const char *what)
{
    struct widget *key = widget_words(ui, grid, ROLE_DATA_BOLD, COLOUR_INK, name);
    key->left = 14;
    widget_text(ui, grid, ROLE_DATA, COLOUR_INK_2, what)->grow = 1;
}

/* A command that can be put on another key; while one waits for its key it says so. */
static void command(struct ui *ui, struct widget *parent, enum input which, enum input waits)
{
    struct widget *row = widget_row(ui, parent, 24);
    row->frame = FRAME_LINE;
    row->border = COLOUR_DESK;
    row->radius = 4;
    row->baseline = true;
    row->action = ACTION_BIND + (int)which;
    row->says = input_title(which);
    widget_pad(row, 3, 14);
    struct widget *key = widget_words(ui, row, ROLE_DATA_BOLD, COLOUR_INK,
                                      which == waits                   ? _("press a key")
                                      : part_says(part_key(ui, which)) ? part_key(ui, which)
                                                                       : "–");
    key->width = KEY_NAME;
    widget_text(ui, row, ROLE_DATA, COLOUR_INK_2, input_title(which))->grow = 1;
}

static void commands(struct ui *ui, struct widget *parent, enum input from, enum input to,
                     enum input waits)
{
    struct widget *column = widget_column(ui, parent, 2);
    column->grow = 1;
    for (int i = (int)from; i < (int)to; i++) {
        command(ui, column, (enum input)i, waits);
    }
}

/* What is played with on the left, what moves about on the right; the rest below. */
void screen_keys_build(struct ui *ui, enum input waits, const char *notice)
{
    struct widget *page = part_over(ui, _("Keys"), KEYS_WIDTH);
    struct widget *first =
        widget_text(ui, page, ROLE_DATA, COLOUR_INK,
                    part_says(notice) ? notice : _("Choose a line and press another key for it."));
    first->left = 14;
    first->bottom = 4;
    const bool beside = ui_room_across(ui) >= KEYS_WIDTH;
    struct widget *columns =
        beside ? widget_row(ui, page, PART_GUTTER) : widget_column(ui, page, 2);
    columns->even = beside;
    commands(ui, columns, INPUT_GO, INPUT_UP, waits);
    commands(ui, columns, INPUT_UP, INPUT_NAMED, waits);
    widget_rule(ui, page, COLOUR_HAIR);
    struct widget *grid = widget_grid(ui, page, 2, 24, 6);
    fixed(ui, grid, "1 – 9", _("open a card; at a summit, mark a clause"));
    fixed(ui, grid, _("Enter, Esc, arrows"), _("always go on, open the menu, and move"));
    fixed(ui, grid, _("Mouse"),
          _("a click opens a card, a second one plays it; a click on a number asks why"));
    fixed(
        ui, grid, _("Gamepad"),
        _("A goes on, B closes, X takes back, Y asks why, Start opens the menu, Back this page; the "
          "sticks press for ledger and cases"));
    widget_rule(ui, page, COLOUR_HAIR);
    part_link(ui, page, _("All keys as usual"), NULL, ACTION_KEYS_USUAL);
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

/* The numbers that have moved, as they stand; each can be asked why. */
static void standing(struct ui *ui, struct widget *page, const struct table *t)
{
    struct widget *row = widget_flow(ui, page, 4, 2);
    row->bottom = 4;
    for (int i = 0; i < t->accounts; i++) {
        const struct table_account *a = &t->account[i];
        if (a->about == ABOUT_NUMBER && a->known && a->groups > 0) {
            struct widget *one = widget_row(ui, row, 6);
            one->frame = FRAME_LINE;
            one->border = COLOUR_DESK;
            one->radius = 4;
            one->baseline = true;
            widget_pad(one, 3, 8);
            ask_why(ui, one, t, a->id);
            widget_words(ui, one, ROLE_NOTE, COLOUR_INK_2, a->title);
            widget_words(ui, one, ROLE_NOTE_BOLD, COLOUR_INK, a->value);
        }
    }
}

void screen_ledger_build(struct ui *ui, const struct table *t)
{
    struct widget *page = part_over(ui, _("Ledger"), LEDGER_WIDTH);
    if (t->chapters > 0) {
        standing(ui, page, t);
    }
    for (int i = t->chapters - 1; i >= 0; i--) {
        chapter(ui, page, &t->ledger[i]);
    }
    if (page->first == NULL) {
        widget_text(ui, page, ROLE_TRACE, COLOUR_INK_2, _("Nothing has changed yet."));
    }
}
