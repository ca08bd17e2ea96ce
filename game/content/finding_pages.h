/* finding_pages.h: what findings mean, page by page; read from assets/findings.txt.
 *
 * A code never changes its meaning, and one that falls out of use is not given again. */
#ifndef CONTENT_FINDING_PAGES_H
#define CONTENT_FINDING_PAGES_H

#include "json/finding.h"

enum finding_part { PART_MEANS, PART_WHY, PART_WRONG, PART_RIGHT, PART_DO, FINDING_PARTS };

struct finding_page {
    const char *code;                /* "S012" */
    const char *title;               /* one line, without a full stop */
    const char *part[FINDING_PARTS]; /* lines; never NULL */
};

struct finding_pages {
    struct finding_page *page; /* `count` of them, in the order of the file */
    int count;
    char *text; /* that they point into */
};

/* What the parts are called in the file. */
extern const char *const finding_parts[FINDING_PARTS];

/* Reads all pages. False with a finding where the file is not there or is not as it should be, or
 * with findings->out_of_memory. To be cleared in either case. */
bool finding_pages_read(struct finding_pages *pages, struct findings *findings);
void finding_pages_clear(struct finding_pages *pages);

/* The page of a code, capitals or not; or NULL. */
const struct finding_page *finding_page(const struct finding_pages *pages, const char *code);

#endif
