/* debrief_html.c: a page as one HTML file that needs nothing else: no script, no picture, no font.
 * It is well-formed XML, too. */
#include "match/debrief_page.h"

#include "match/say.h"

/* Light is the paper; dark where the reader's screen is; printed, always light. Neither side's
 * colour is used for text: it stands beside the words, one solid, the other double. */
static const char style[] =
    ":root{color-scheme:light dark}\n"
    "body{--desk:#ece6d9;--sheet:#fffdf7;--card:#f6f1e7;--line:#cfc6b4;--strong:#9c9483;"
    "--ink:#1c2126;--ink2:#454b51;--ink3:#5f6367;--m0:#4a7388;--m1:#96566c;--m2:#1c6e4b;"
    "--m3:#8a5f00;--s0:var(--s0l);--s1:var(--s1l)}\n"
    "*{box-sizing:border-box}\n"
    "html{background:#ece6d9}\n"
    "body{margin:0;background:var(--desk);color:var(--ink);"
    "font:15px/1.5 system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif}\n"
    "main{max-width:62rem;margin:0 auto;padding:2.5rem 3rem;background:var(--sheet)}\n"
    "h1,h2,h3,.lead,.ask{font-family:Georgia,'Noto Serif','Times New Roman',serif}\n"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem}\n"
    "h2{font-size:1.3rem;line-height:1.3;margin:2.5rem 0 .5rem;padding-top:.5rem;"
    "border-top:1px solid var(--line)}\n"
    "h3{font-size:1.05rem;margin:1.5rem 0 .25rem}\n"
    "p{margin:.5rem 0;max-width:46rem}\n"
    ".sub{color:var(--ink3)}\n"
    ".lead{font-size:1.35rem;line-height:1.45;margin:1.25rem 0}\n"
    "ul{margin:.75rem 0;padding-left:1.25rem;max-width:46rem}\n"
    "li{margin:.75rem 0}\n"
    ".note{display:block;color:var(--ink2);font-size:.92em}\n"
    "code{font-family:ui-monospace,'DejaVu Sans Mono',monospace;font-size:.92em;"
    "background:var(--card);border:1px solid var(--line);padding:.1em .4em}\n"
    ".scroll{overflow-x:auto;margin:1rem 0}\n"
    "table{border-collapse:collapse;min-width:55%;font-size:.93rem;line-height:1.4}\n"
    "caption{text-align:left;color:var(--ink2);font-weight:600;padding:.25rem 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;"
    "border-bottom:1px solid var(--line)}\n"
    "thead th{color:var(--ink2);font-size:.88em;letter-spacing:.03em;"
    "border-bottom:1px solid var(--strong)}\n"
    "tbody th{font-weight:600}\n"
    ".num{text-align:right;font-variant-numeric:tabular-nums}\n"
    ".side0{border-left:6px solid var(--s0)}\n"
    ".side1{border-left:6px double var(--s1)}\n"
    ".side0 caption,.side1 caption{padding-left:.6rem}\n"
    "figure{margin:1rem 0}\n"
    "svg{display:block;width:100%;height:auto}\n"
    "svg text{fill:var(--ink2);font:12px system-ui,'Noto Sans',sans-serif}\n"
    "svg .date{font-size:10.5px}\nsvg .small{font-size:10px}\n"
    "svg .big{fill:var(--ink);font-weight:600}\n"
    ".grid{stroke:var(--line);fill:none}\n"
    ".band{fill:var(--card)}\n"
    ".grave{stroke:var(--ink3);stroke-dasharray:3 3}\n"
    ".mark{stroke:var(--ink);fill:var(--sheet);stroke-width:1.5}\n"
    ".full{fill:var(--ink)}\n"
    ".bar{fill:var(--ink3)}\n"
    ".bar0{fill:var(--s0)}\n"
    ".bar1{fill:none;stroke:var(--s1);stroke-width:2}\n"
    ".m0,.m1,.m2,.m3{fill:none;stroke-width:2.5}\n"
    ".m0{stroke:var(--m0)}\n.m1{stroke:var(--m1);stroke-dasharray:7 4}\n"
    ".m2{stroke:var(--m2);stroke-dasharray:2 3}\n"
    ".m3{stroke:var(--m3);stroke-dasharray:10 3 2 3}\n"
    ".d0{fill:var(--m0)}\n.d1{fill:var(--m1)}\n.d2{fill:var(--m2)}\n.d3{fill:var(--m3)}\n"
    "footer{margin-top:2rem;color:var(--ink3);font-size:.88rem}\n"
    "@media (max-width:40rem){main{padding:1.25rem 1rem}}\n"
    "@media screen and (prefers-color-scheme:dark){html{background:#14171b}"
    "body{--desk:#14171b;--sheet:#1c2025;--card:#262b31;--line:#343a42;--strong:#5a626c;"
    "--ink:#f1ece1;--ink2:#bcbdbb;--ink3:#9ea3a7;--m0:#9dbdc9;--m1:#cfa3ae;--m2:#7fc79f;"
    "--m3:#dcb65a;--s0:var(--s0d);--s1:var(--s1d)}}\n"
    "@media print{@page{size:A4;margin:16mm}html,body,main{background:#fff}"
    "body{font-size:10pt}main{max-width:none;padding:0}h2{margin-top:1.4rem}"
    "h2,h3,caption{break-after:avoid}tr,li,figure{break-inside:avoid}"
    "thead{display:table-header-group}.scroll{overflow:visible}table{font-size:.88em}}\n";

void page_escape(struct buffer *out, const char *text)
{
    for (; *text; text++) {
        const char *as = *text == '&'   ? "&amp;"
                         : *text == '<' ? "&lt;"
                         : *text == '>' ? "&gt;"
                         : *text == '"' ? "&quot;"
                                        : NULL;
        if (as != NULL) {
            buffer_add_string(out, as);
        } else {
            buffer_add(out, text, 1);
        }
    }
}

/* ---- blocks ---- */

static void add_element(struct buffer *out, const char *start, const char *text, const char *end)
{
    buffer_add_string(out, start);
    page_escape(out, text);
    buffer_add_string(out, end);
}

static void add_item(struct buffer *out, const struct page_block *b)
{
    buffer_add_string(out, "<li>");
    if (*b->label) {
        add_element(out, "<strong>", b->label, ".</strong> ");
    }
    page_escape(out, b->text);
    if (*b->note) {
        add_element(out, " <span class=\"note\">", b->note, "</span>");
    }
    buffer_add_string(out, "</li>\n");
}

static void add_head(struct buffer *out, const struct page_table *table)
{
    buffer_add_string(out, "<thead><tr>");
    for (int i = 0; i < table->columns; i++) {
        if (*table->head[i] == '\0') {
            buffer_add_string(out, "<td></td>");
            continue;
        }
        const bool number = table->numbers >> i & 1u;
        add_element(out, number ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">",
                    table->head[i], "</th>");
    }
    buffer_add_string(out, "</tr></thead>\n<tbody>\n");
}

static void add_row(struct buffer *out, const struct page_table *table, const struct page_row *row)
{
    buffer_add_string(out, "<tr>");
    for (int i = 0; i < table->columns; i++) {
        const bool number = table->numbers >> i & 1u;
        if (i == 0) {
            add_element(out, "<th scope=\"row\">", row->cell[i], "</th>");
        } else {
            add_element(out, number ? "<td class=\"num\">" : "<td>", row->cell[i], "</td>");
        }
    }
    buffer_add_string(out, "</tr>\n");
}

static void add_table(struct buffer *out, const struct page_table *table)
{
    static const char *const start[] = { "<table>\n", "<table class=\"side0\">\n",
                                         "<table class=\"side1\">\n" };
    buffer_add_string(out, "<div class=\"scroll\">");
    buffer_add_string(out, start[table->party + 1]);
    add_element(out, "<caption>", table->caption, "</caption>\n");
    add_head(out, table);
    for (const struct page_row *row = table->first; row != NULL; row = row->next) {
        add_row(out, table, row);
    }
    buffer_add_string(out, "</tbody></table></div>\n");
}

/* Lists, parts and the footer last from their first block to the next of another kind. */
static void close_before(struct buffer *out, const struct page_block *b, bool *part)
{
    if (b->kind == BLOCK_HEADING) {
        buffer_add_string(out, *part ? "</section>\n" : "</header>\n");
        buffer_add_string(out, "<section>\n");
        *part = true;
    }
}

static void add_block(struct buffer *out, const struct page_block *b)
{
    switch (b->kind) {
    case BLOCK_TITLE:
        add_element(out, "<h1>", b->text, "</h1>\n");
        break;
    case BLOCK_SUBTITLE:
        add_element(out, "<p class=\"sub\">", b->text, "</p>\n");
        break;
    case BLOCK_LEAD:
        add_element(out, "<p class=\"lead\">", b->text, "</p>\n");
        break;
    case BLOCK_HEADING:
        add_element(out, "<h2>", b->text, "</h2>\n");
        break;
    case BLOCK_SUBHEADING:
        add_element(out, "<h3>", b->text, "</h3>\n");
        break;
    case BLOCK_TEXT:
        add_element(out, "<p>", b->text, "</p>\n");
        break;
    case BLOCK_FOOTER:
        add_element(out, "<p class=\"sub\">", b->text, "</p>\n");
        break;
    case BLOCK_ITEM:
        add_item(out, b);
        break;
    case BLOCK_COMMAND:
        add_element(out, "<p>", b->label, " ");
        add_element(out, "<code>", b->text, "</code></p>\n");
        break;
    case BLOCK_CHART:
        page_chart(out, b->chart);
        break;
    case BLOCK_TABLE:
        add_table(out, b->table);
        break;
    }
}

static void add_blocks(struct buffer *out, const struct page *p)
{
    bool part = false, list = false;
    buffer_add_string(out, "<header>\n");
    for (const struct page_block *b = p->first; b != NULL; b = b->next) {
        const bool item = b->kind == BLOCK_ITEM;
        if (list != item) {
            buffer_add_string(out, item ? "<ul>\n" : "</ul>\n");
            list = item;
        }
        close_before(out, b, &part);
        add_block(out, b);
    }
    buffer_add_string(out, list ? "</ul>\n" : "");
    buffer_add_string(out, part ? "</section>\n" : "</header>\n");
}

/* ---- the file ---- */

static void add_colours(struct buffer *out, const struct scenario *sc)
{
    buffer_add_string(out, "body{");
    for (int i = 0; i < MAX_PARTIES; i++) {
        buffer_add_format(out, "--s%dd:#%06x;--s%dl:#%06x;", i, (unsigned)sc->actor[i].color[0], i,
                          (unsigned)sc->actor[i].color[1]);
    }
    buffer_add_string(out, "}\n");
}

void page_to_html(const struct page *p, struct buffer *out)
{
    /* TRANSLATORS: the language of this translation, as HTML names it: zh-Hans */
    const char *language = _("en");
    add_element(out, "<!DOCTYPE html>\n<html lang=\"", language, "\">\n<head>\n");
    buffer_add_string(out, "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
                           "content=\"width=device-width, initial-scale=1\"/>\n");
    add_element(out, "<title>", p->first->text, "</title>\n<style>\n");
    buffer_add_string(out, style);
    add_colours(out, p->scenario);
    buffer_add_string(out, "</style>\n</head>\n<body>\n<main>\n");
    add_blocks(out, p);
    buffer_add_string(out, "</main>\n</body>\n</html>\n");
}
