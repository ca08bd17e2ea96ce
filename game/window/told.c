/* told: debrief and page in one. */
#define _POSIX_C_SOURCE 200809L

#include "window/told.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "match/file_save.h"
#include "match/say.h"

struct told {
    struct debrief *debrief;
    struct pool pool;
    struct page page;
};

/* False when the pool runs out of memory, which leaves everything in between by a jump. */
static bool try_page(struct told *told)
{
    if (setjmp(told->pool.out)) {
        return false;
    }
    page_of_debrief(&told->page, told->debrief);
    return true;
}

struct told *told_new(const struct match *m, int party)
{
    struct told *told = calloc(1, sizeof *told);
    if (told == NULL) {
        return NULL;
    }
    told->debrief = debrief_new(m, party);
    told->page = (struct page){ .pool = &told->pool, .scenario = match_scenario(m) };
    if (told->debrief == NULL || !try_page(told)) {
        told_free(told);
        return NULL;
    }
    return told;
}

void told_free(struct told *told)
{
    if (told != NULL) {
        pool_free(&told->pool);
        debrief_free(told->debrief);
        free(told);
    }
}

const struct page *told_page(const struct told *told)
{
    return &told->page;
}

char *told_file(const char *place)
{
    const size_t length = strlen(place);
    const size_t stem =
        length > 6 && strcmp(place + length - 6, ".jsonl") == 0 ? length - 6 : length;
    char *file = malloc(stem + sizeof ".html");
    if (file != NULL) {
        memcpy(file, place, stem);
        memcpy(file + stem, ".html", sizeof ".html");
    }
    return file;
}

const char *told_write(const struct told *told, const char *file, char *why, int size)
{
    char *text = page_write(told->debrief, NULL, true);
    const char *refusal = text != NULL ? file_save(file, text, strlen(text), why, size)
                                       : _("There is no memory for it.");
    free(text);
    return refusal;
}
