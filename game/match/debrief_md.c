/* debrief_md.c: a page in Markdown. */
#include "match/debrief_page.h"

#include <string.h>

static bool is_marking(char c)
{
    return c != '\0' && strchr("\\`*_[]<>|&", c) != NULL;
}

/* Text that means nothing but itself, on one line. */
static void add_text(struct buffer *out, const char *text)
{
    if (*text == '#' || *text == '+') {
        buffer_add_string(out, "\\");
    }
    for (; *text; text++) {
        if (is_marking(*text)) {
            buffer_add_string(out, "\\");
        }
        buffer_add(out, *text == '\n' ? " " : text, 1);
    }
}

static void add_paragraph(struct buffer *out, const char *before, const char *text,
                          const char *after)
{
    buffer_add_string(out, before);
    add_text(out, text);
    buffer_add_string(out, after);
    buffer_add_string(out, "\n\n");
}

static void add_item(struct buffer *out, const struct page_block *b)
{
    buffer_add_string(out, "- ");
    if (*b->label) {
        buffer_add_string(out, "**");
        add_text(out, b->label);
        buffer_add_string(out, ".** ");
    }
    add_text(out, b->text);
    if (*b->note) {
        buffer_add_string(out, "\n  *");
        add_text(out, b->note);
        buffer_add_string(out, "*");
    }
    buffer_add_string(out, "\n");
    if (b->next == NULL || b->next->kind != BLOCK_ITEM) {
        buffer_add_string(out, "\n");
    }
}

static void add_cells(struct buffer *out, const char *const *cell, int columns)
{
    for (int i = 0; i < columns; i++) {
        buffer_add_string(out, "| ");
        add_text(out, cell[i]);
        buffer_add_string(out, " ");
    }
    buffer_add_string(out, "|\n");
}

static void add_table(struct buffer *out, const struct page_table *table)
{
    add_paragraph(out, "*", table->caption, "*");
    add_cells(out, table->head, table->columns);
    for (int i = 0; i < table->columns; i++) {
        buffer_add_string(out, table->numbers >> i & 1u ? "|---:" : "|---");
    }
    buffer_add_string(out, "|\n");
    for (const struct page_row *row = table->first; row != NULL; row = row->next) {
        add_cells(out, row->cell, table->columns);
    }
    buffer_add_string(out, "\n");
}

static void add_command(struct buffer *out, const struct page_block *b)
{
    add_text(out, b->label);
    buffer_add_string(out, " `");
    buffer_add_string(out, b->text);
    buffer_add_string(out, "`\n\n");
}

static void add_block(struct buffer *out, const struct page_block *b)
{
    switch (b->kind) {
    case BLOCK_TITLE:
        add_paragraph(out, "# ", b->text, "");
        break;
    case BLOCK_HEADING:
        add_paragraph(out, "## ", b->text, "");
        break;
    case BLOCK_SUBHEADING:
        add_paragraph(out, "### ", b->text, "");
        break;
    case BLOCK_LEAD:
        add_paragraph(out, "**", b->text, "**");
        break;
    case BLOCK_SUBTITLE:
    case BLOCK_TEXT:
    case BLOCK_FOOTER:
        add_paragraph(out, "", b->text, "");
        break;
    case BLOCK_ITEM:
        add_item(out, b);
        break;
    case BLOCK_COMMAND:
        add_command(out, b);
        break;
    case BLOCK_TABLE:
        add_table(out, b->table);
        break;
    case BLOCK_CHART:
        break;
    }
}

void page_to_markdown(const struct page *p, struct buffer *out)
{
    for (const struct page_block *b = p->first; b != NULL; b = b->next) {
        add_block(out, b);
    }
}
