/* check_explain.c: a page of plain text about each code. */
#include "command/check_explain.h"

#include "command/out.h"
#include "content/finding_pages.h"
#include "json/json_write.h"
#include "match/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- text ---- */

static void say_lines(const char *text)
{
    for (const char *line = text; line != NULL;) {
        const int length = (int)strcspn(line, "\n");
        say("    %.*s\n", length, line);
        line = line[length] == '\n' ? line + length + 1 : NULL;
    }
}

static void say_page(const struct finding_page *page)
{
    say("%s: %s\n\n%s\n\n", page->code, page->title, page->part[PART_MEANS]);
    say("%s\n", _("Why it matters:"));
    say_lines(page->part[PART_WHY]);
    say("%s\n", _("Wrong:"));
    say_lines(page->part[PART_WRONG]);
    say("%s\n", _("Right:"));
    say_lines(page->part[PART_RIGHT]);
    say("%s\n", _("What to do:"));
    say_lines(page->part[PART_DO]);
}

/* ---- JSON ---- */

static void put_page(struct json_writer *writer, const struct finding_page *page)
{
    json_write_begin_object(writer);
    json_put_string(writer, "code", page->code);
    json_put_string(writer, "title", page->title);
    for (int i = 0; i < FINDING_PARTS; i++) {
        json_put_string(writer, finding_parts[i], page->part[i]);
    }
    json_write_end_object(writer);
}

/* ---- choosing ---- */

static bool has_all(const char *const codes[], int count)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(codes[i], "all") == 0) {
            return true;
        }
    }
    return false;
}

static int refuse(const struct args *args, const struct finding_pages *pages, const char *code)
{
    const char *known[256];
    int count = 0;
    while (count < pages->count && count < 256) {
        known[count] = pages->page[count].code;
        count++;
    }
    return args_wrong(args, _("%s is no code of a finding%s"), code, args_hint(code, known, count));
}

static void print_one(const struct finding_page *page, bool first, struct json_writer *writer)
{
    if (writer != NULL) {
        put_page(writer, page);
        return;
    }
    say("%s", first ? "" : "\n");
    say_page(page);
}

static void print_chosen(const struct finding_pages *pages, const char *const codes[], int count,
                         struct json_writer *writer)
{
    const bool all = has_all(codes, count);
    for (int i = 0; i < (all ? pages->count : count); i++) {
        print_one(all ? &pages->page[i] : finding_page(pages, codes[i]), i == 0, writer);
    }
}

static int print(const struct finding_pages *pages, const char *const codes[], int count, bool json)
{
    if (!json) {
        print_chosen(pages, codes, count, NULL);
        return EXIT_FINE;
    }
    struct json_writer writer = json_writer_init();
    json_write_begin_object(&writer);
    json_write_key(&writer, "codes");
    json_write_begin_array(&writer);
    print_chosen(pages, codes, count, &writer);
    json_write_end_array(&writer);
    json_write_end_object(&writer);
    char *text = json_writer_finish(&writer);
    if (text != NULL) {
        say("%s\n", text);
    }
    free(text);
    return text == NULL ? out_of_memory() : EXIT_FINE;
}

int check_explain(const struct args *args, const char *const codes[], int count, bool json)
{
    struct finding_pages pages;
    struct findings findings = findings_init();
    int code = EXIT_FINE;
    if (!finding_pages_read(&pages, &findings)) {
        const bool said = !findings.out_of_memory && findings_print_text(&findings, stderr);
        code = said ? EXIT_MACHINE : out_of_memory();
    }
    for (int i = 0; i < count && code == EXIT_FINE && !has_all(codes, count); i++) {
        if (finding_page(&pages, codes[i]) == NULL) {
            code = refuse(args, &pages, codes[i]);
        }
    }
    if (code == EXIT_FINE) {
        code = print(&pages, codes, count, json);
    }
    finding_pages_clear(&pages);
    findings_clear(&findings);
    return code;
}
