/* debrief_page.h: a page to be read, as a list of blocks, and its two looks in writing.
 *
 * What stands on the page is decided once; Markdown, HTML and the window are ways to set it. A page borrows
 * its strings, takes its memory from a pool and changes nothing that it shows. Text may hold
 * anything: both looks escape it. */
#ifndef MATCH_DEBRIEF_PAGE_H
#define MATCH_DEBRIEF_PAGE_H

#include "json/buffer.h"
#include "match/debrief.h"
#include "match/debrief_class.h"
#include "match/pool.h"

enum page_kind {
    BLOCK_TITLE, /* once, first */
    BLOCK_SUBTITLE,
    BLOCK_LEAD,    /* the sentence to be read first */
    BLOCK_HEADING, /* a part of the page */
    BLOCK_SUBHEADING,
    BLOCK_TEXT,
    BLOCK_ITEM,    /* of a list: label, text, note; any may be "" */
    BLOCK_COMMAND, /* to be typed; label: what for */
    BLOCK_CHART,   /* the year of `chart`, where there are pictures; its tables follow */
    BLOCK_TABLE,
    BLOCK_FOOTER /* small print, last */
};

enum { PAGE_COLUMNS = 12 };

/* The first column names the rows. */
struct page_row {
    struct page_row *next;
    const char *cell[PAGE_COLUMNS];
};
struct page_table {
    const char *caption;
    int party; /* whose it is, for its colour; -1: nobody's */
    int columns;
    const char *head[PAGE_COLUMNS];
    unsigned numbers; /* bit i: column i is numbers */
    struct page_row *first, *last;
};

struct page_block {
    struct page_block *next;
    enum page_kind kind;
    const char *label, *text, *note;
    int number; /* of a command: the decision from which it plays on */
    const struct page_table *table;
    const struct debrief *chart;
};

struct page {
    struct pool *pool;
    const struct scenario *scenario; /* for the colours of its sides */
    struct page_block *first, *last;
};

struct page_block *page_add(struct page *p, enum page_kind kind, const char *text);
struct page_table *page_table(struct page *p, const char *caption, const char *const *head,
                              int columns);
void page_row(struct page *p, struct page_table *table, const char *const *cell);

/* What stands on the pages; debrief_page.c and debrief_sheet.c. */
void page_of_debrief(struct page *p, const struct debrief *d);
void page_of_class(struct page *p, const struct debrief_class *c);

/* The looks: a whole file each; debrief_md.c and debrief_html.c. */
void page_to_markdown(const struct page *p, struct buffer *out);
void page_to_html(const struct page *p, struct buffer *out);

/* Text for HTML, escaped. */
void page_escape(struct buffer *out, const char *text);

/* The chart of a year as an SVG element; debrief_svg.c. */
void page_chart(struct buffer *out, const struct debrief *d);

/* A page in writing, of a game or of a class (the other one NULL); malloc'ed, NULL when memory is
 * out. */
char *page_write(const struct debrief *d, const struct debrief_class *c, bool html);

#endif
