/* finding_pages.c: the pages that explain findings. */
#define _POSIX_C_SOURCE 200809L

#include "content/finding_pages.h"

#include "content/scenario_find.h"
#include "json/file.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { PAGES_MAX = 256, INDENT = 7, FILE_MOST = 1 << 20 };

const char *const finding_parts[FINDING_PARTS] = { "means", "why", "wrong", "right", "do" };

/* Reading goes on in the same memory: lines are moved together, and each part ends with a NUL. */
struct reader {
    struct finding_pages *pages;
    char *end; /* of what has been read of the part at hand; NULL: of none */
};

/* "S012  a title": a capital and three digits. */
static bool is_heading(const char *line)
{
    return strspn(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 1 && strspn(line + 1, "0123456789") == 3 &&
           strncmp(line + 4, "  ", 2) == 0;
}

static int part_of(const char *line)
{
    for (int i = 0; i < FINDING_PARTS; i++) {
        const size_t length = strlen(finding_parts[i]);
        if (strncmp(line, finding_parts[i], length) == 0 && line[length] == ' ') {
            return i;
        }
    }
    return -1;
}

static bool begin_page(struct reader *reader, char *line)
{
    struct finding_pages *pages = reader->pages;
    if (pages->count == PAGES_MAX) {
        return false;
    }
    line[4] = '\0';
    pages->page[pages->count++] = (struct finding_page){ .code = line, .title = line + 6 };
    reader->end = NULL;
    return true;
}

/* One line, ended by a NUL; false where nothing like it belongs here. */
static bool read_line(struct reader *reader, char *line)
{
    const int part = part_of(line);
    if (line[0] == '#' || line[0] == '\0') {
        return true;
    }
    if (is_heading(line)) {
        return begin_page(reader, line);
    }
    if (strlen(line) <= INDENT || reader->pages->count == 0) {
        return false;
    }
    char *text = line + INDENT;
    if (part >= 0) {
        reader->pages->page[reader->pages->count - 1].part[part] = text;
    } else if (line[0] == ' ' && reader->end != NULL) { /* one line more of the same part */
        *reader->end = '\n';
        text = memmove(reader->end + 1, text, strlen(text) + 1);
    } else {
        return false;
    }
    reader->end = text + strlen(text);
    return true;
}

static bool is_whole(const struct finding_pages *pages)
{
    for (int i = 0; i < pages->count; i++) {
        for (int part = 0; part < FINDING_PARTS; part++) {
            if (pages->page[i].part[part] == NULL) {
                return false;
            }
        }
    }
    return pages->count > 0;
}

/* Line for line; the number of the line that is wrong, or 0. */
static int read_lines(struct finding_pages *pages)
{
    struct reader reader = { .pages = pages };
    int number = 0;
    for (char *line = pages->text, *next; line != NULL; line = next) {
        next = strchr(line, '\n');
        if (next != NULL) {
            *next++ = '\0';
        }
        number++;
        if (!read_line(&reader, line)) {
            return number;
        }
    }
    return is_whole(pages) ? 0 : number;
}

bool finding_pages_read(struct finding_pages *pages, struct findings *findings)
{
    size_t length = 0;
    *pages = (struct finding_pages){ .count = 0 };
    char *path = scenario_data_file("assets/findings.txt", findings);
    if (path != NULL) {
        pages->text = file_read(path, FILE_MOST, &length, findings);
        pages->page = calloc(PAGES_MAX, sizeof *pages->page);
        findings->out_of_memory = findings->out_of_memory || pages->page == NULL;
    }
    const bool read = pages->text != NULL && pages->page != NULL;
    const int wrong = read ? read_lines(pages) : 0;
    if (wrong > 0) {
        const struct source source = { .name = path };
        const struct place place = { .source = &source, .line = wrong, .column = 1 };
        findings_add(findings, SEVERITY_ERROR, "J020", place, NULL,
                     "this is no part of a page, or the page before it is not whole");
    }
    free(path);
    return read && wrong == 0;
}

void finding_pages_clear(struct finding_pages *pages)
{
    free(pages->page);
    free(pages->text);
    *pages = (struct finding_pages){ .count = 0 };
}

const struct finding_page *finding_page(const struct finding_pages *pages, const char *code)
{
    for (int i = 0; i < pages->count; i++) {
        if (strcasecmp(pages->page[i].code, code) == 0) {
            return &pages->page[i];
        }
    }
    return NULL;
}
