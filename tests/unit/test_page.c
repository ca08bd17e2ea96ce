/* test_page.c: pages that are put together by hand, in both looks: whatever stands in a text is read as
 * it is written, lists and parts are closed. */
#include "support.h"

#include "match/debrief_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static char *look(const struct page *p, bool html)
{
    struct buffer out = buffer_init();
    (html ? page_to_html : page_to_markdown)(p, &out);
    char *text = buffer_finish(&out);
    assert_non_null(text);
    return text;
}

static void expect(const struct page *p, bool html, const char *words)
{
    char *text = look(p, html);
    if (strstr(text, words) == NULL) {
        fail_msg("not there: %s in: %s", words, text);
    }
    free(text);
}

static void texts_are_read_as_they_are_written(void **state)
{
    (void)state;
    static const struct {
        const char *text, *markdown, *html;
    } texts[] = {
        { "# no heading", "\n\\# no heading\n", "<p># no heading</p>" },
        { "+ no item", "\n\\+ no item\n", "<p>+ no item</p>" },
        { "one # two + three", "\none # two + three\n", "one # two + three" },
        { "two\nlines", "\ntwo lines\n", "two\nlines" },
        { "*a* _b_ `c` [d] <e> |f| g\\ &h;",
          "\\*a\\* \\_b\\_ \\`c\\` \\[d\\] \\<e\\> \\|f\\| g\\\\ \\&h;",
          "[d] &lt;e&gt; |f| g\\ &amp;h;" },
        { "\"quoted\"", "\"quoted\"", "&quot;quoted&quot;" },
    };
    struct pool pool = { .first = NULL };
    if (setjmp(pool.out) != 0) {
        fail_msg("out of memory");
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct page p = { .pool = &pool, .scenario = support_scenario("tests/small") };
        page_add(&p, BLOCK_TITLE, "A title");
        page_add(&p, BLOCK_TEXT, texts[i].text);
        expect(&p, false, texts[i].markdown);
        expect(&p, true, texts[i].html);
    }
    pool_free(&pool);
}

/* A list that is the last of a page, without a part of its own, or before a table. */
static void lists_and_parts_are_closed(void **state)
{
    (void)state;
    static const char *const head[] = { "", "one" }, *const cell[] = { "a", "1" };
    struct pool pool = { .first = NULL };
    if (setjmp(pool.out) != 0) {
        fail_msg("out of memory");
    }
    struct page p = { .pool = &pool, .scenario = support_scenario("tests/small") };
    page_add(&p, BLOCK_TITLE, "A title");
    struct page_block *item = page_add(&p, BLOCK_ITEM, "first");
    item->label = item->note = "";
    expect(&p, false, "- first\n\n");
    expect(&p, true, "first</li>\n</ul>\n</header>\n");
    item = page_add(&p, BLOCK_ITEM, "second");
    item->label = "L";
    item->note = "N";
    expect(&p, false, "- first\n- **L.** second\n  *N*\n\n");
    struct page_table *table = page_table(&p, "Numbers", head, 2);
    page_row(&p, table, cell);
    table->numbers = 2;
    expect(&p, false, "*N*\n\n*Numbers*\n\n|  | one |\n|---|---:|\n| a | 1 |\n\n");
    page_add(&p, BLOCK_HEADING, "A part");
    page_add(&p, BLOCK_FOOTER, "The end");
    expect(&p, false, "## A part\n\nThe end\n");
    expect(&p, true,
           "</header>\n<section>\n<h2>A part</h2>\n<p class=\"sub\">The end</p>\n</section>\n");
    pool_free(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_read_as_they_are_written),
        cmocka_unit_test(lists_and_parts_are_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
