/* screen_debrief: block by block. */
#include "window/screen_debrief.h"

#include "match/say.h"
#include "window/actions.h"
#include "window/parts.h"
#include "window/year.h"

enum { WIDTH = 920, READING = 720, SIDE_BY_SIDE = 700 };

/* ---- tables ---- */

static void cells(struct ui *ui, struct widget *grid, const struct page_table *table,
                  const char *const *cell, enum role role, enum colour ink)
{
    for (int i = 0; i < table->columns; i++) {
        const bool number = (table->numbers >> i & 1) != 0;
        struct widget *w = widget_text(ui, grid, role, ink, cell[i]);
        w->grow = number ? 0 : 1;
        w->justify = number ? ALIGN_END : ALIGN_AUTO;
        w->align = ALIGN_START;
    }
}

/* In a narrow window a row is a list of its own: the head of each column before its cell. */
static void stacked_row(struct ui *ui, struct widget *parent, const struct page_table *table,
                        const struct page_row *row)
{
    struct widget *column = widget_column(ui, parent, 0);
    column->top = 4;
    for (int i = 0; i < table->columns; i++) {
        if (part_says(row->cell[i])) {
            widget_text(ui, column, i == 0 ? ROLE_DATA_BOLD : ROLE_DATA, COLOUR_INK,
                        i == 0 || !part_says(table->head[i])
                            ? row->cell[i]
                            : ui_text(ui, "%s: %s", table->head[i], row->cell[i]));
        }
    }
}

static void add_table(struct ui *ui, struct widget *parent, const struct page_table *table)
{
    const bool wide = ui_room_across(ui) >= SIDE_BY_SIDE + 2 * PART_MARGIN;
    struct widget *box = widget_column(ui, parent, 4);
    box->top = 6;
    struct widget *head = widget_row(ui, box, 8);
    head->items = ALIGN_CENTER;
    if (table->party >= 0) {
        part_side_bar(ui, head, table->party, 14);
    }
    widget_text(ui, head, ROLE_NOTE_BOLD, COLOUR_INK_2, table->caption)->grow = 1;
    widget_rule(ui, box, COLOUR_LINE);
    if (!wide) {
        for (const struct page_row *row = table->first; row != NULL; row = row->next) {
            stacked_row(ui, box, table, row);
        }
        return;
    }
    struct widget *grid = widget_grid(ui, box, table->columns, 16, 4);
    cells(ui, grid, table, table->head, ROLE_NOTE, COLOUR_INK_3);
    for (const struct page_row *row = table->first; row != NULL; row = row->next) {
        cells(ui, grid, table, row->cell, ROLE_NOTE, COLOUR_INK);
    }
}

/* ---- blocks ---- */

static struct widget *text(struct ui *ui, struct widget *parent, enum role role, enum colour ink,
                           const char *words)
{
    struct widget *w = widget_text(ui, parent, role, ink, words);
    w->most_width = READING;
    return w;
}

static void item(struct ui *ui, struct widget *parent, const struct page_block *b)
{
    struct widget *column = widget_column(ui, parent, 1);
    column->top = 4;
    column->left = 14;
    column->most_width = READING;
    if (part_says(b->label)) {
        widget_text(ui, column, ROLE_DATA_BOLD, COLOUR_INK, b->label);
    }
    if (part_says(b->text)) {
        widget_text(ui, column, ROLE_TRACE, COLOUR_INK, b->text);
    }
    if (part_says(b->note)) {
        widget_text(ui, column, ROLE_NOTE, COLOUR_INK_2, b->note);
    }
}

static void heading(struct ui *ui, struct widget *parent, const char *words)
{
    struct widget *column = widget_column(ui, parent, 6);
    column->top = 18;
    widget_rule(ui, column, COLOUR_LINE_STRONG);
    widget_text(ui, column, ROLE_TITLE, COLOUR_INK, words);
}

static void add_block(struct ui *ui, struct widget *parent, const struct page_block *b)
{
    switch (b->kind) {
    case BLOCK_TITLE:
        widget_text(ui, parent, ROLE_HEADLINE, COLOUR_INK, b->text);
        break;
    case BLOCK_SUBTITLE:
        text(ui, parent, ROLE_DATA, COLOUR_INK_2, b->text);
        break;
    case BLOCK_LEAD:
        text(ui, parent, ROLE_DISPATCH, COLOUR_INK, b->text);
        break;
    case BLOCK_HEADING:
        heading(ui, parent, b->text);
        break;
    case BLOCK_SUBHEADING:
        widget_text(ui, parent, ROLE_CARD, COLOUR_INK, b->text)->top = 8;
        break;
    case BLOCK_ITEM:
        item(ui, parent, b);
        break;
    case BLOCK_COMMAND:
        part_link(ui, parent, _("Play on from here"), NULL, ACTION_BRANCH + b->number)->border =
            COLOUR_LINE_STRONG;
        break;
    case BLOCK_CHART:
        year_build(ui, parent, b->chart);
        break;
    case BLOCK_TABLE:
        add_table(ui, parent, b->table);
        break;
    case BLOCK_FOOTER:
        text(ui, parent, ROLE_NOTE, COLOUR_INK_3, b->text);
        break;
    default:
        text(ui, parent, ROLE_TRACE, COLOUR_INK, b->text);
        break;
    }
}

void screen_debrief_build(struct ui *ui, const struct page *page, const char *notice)
{
    struct widget *column = part_over(ui, _("Debrief"), WIDTH);
    column->gap = 8;
    part_link(ui, column, _("Write it down, to print or to send: the debrief and the record"), NULL,
              ACTION_EXPORT)
        ->border = COLOUR_LINE_STRONG;
    if (part_says(notice)) {
        text(ui, column, ROLE_DATA, COLOUR_INK, notice);
    }
    for (const struct page_block *b = page->first; b != NULL; b = b->next) {
        add_block(ui, column, b);
    }
}
