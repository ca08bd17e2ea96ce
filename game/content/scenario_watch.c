/* scenario_watch.c: has the file changed? */
#define _POSIX_C_SOURCE 200809L

#include "content/scenario_watch.h"

#include "content/scenario_find.h"
#include "content/scenario_texts.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FILES = 2 };

static struct file_stamp stamp(const char *path)
{
    struct stat s;
    if (path == NULL || stat(path, &s) != 0) {
        return (struct file_stamp){ .there = false };
    }
    return (struct file_stamp){ .there = true,
                                .device = (uint64_t)s.st_dev,
                                .inode = (uint64_t)s.st_ino,
                                .size = (int64_t)s.st_size,
                                .seconds = (int64_t)s.st_mtim.tv_sec,
                                .nanoseconds = (int64_t)s.st_mtim.tv_nsec };
}

static bool same_stamp(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->there == b->there && a->device == b->device && a->inode == b->inode &&
           a->size == b->size && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds;
}

static bool same(const struct file_stamp a[FILES], const struct file_stamp b[FILES])
{
    return same_stamp(&a[0], &b[0]) && same_stamp(&a[1], &b[1]);
}

static void look(const struct scenario_watch *w, struct file_stamp out[FILES])
{
    for (int i = 0; i < FILES; i++) {
        out[i] = stamp(w->path[i]);
    }
}

bool scenario_watch_begin(struct scenario_watch *w, const char *name, const char *language,
                          struct findings *findings)
{
    const bool translated = language != NULL && strcmp(language, "en") != 0;
    *w = (struct scenario_watch){ .language = language };
    w->path[0] = scenario_find(name, findings);
    if (w->path[0] != NULL && translated) {
        w->path[1] = scenario_translation(w->path[0], language);
        findings->out_of_memory = findings->out_of_memory || w->path[1] == NULL;
    }
    look(w, w->read);
    memcpy(w->seen, w->read, sizeof w->seen);
    return w->path[0] != NULL && !findings->out_of_memory;
}

void scenario_watch_end(struct scenario_watch *w)
{
    free(w->path[0]);
    free(w->path[1]);
    *w = (struct scenario_watch){ .language = NULL };
}

/* Is there something new to read, and nobody writing it? */
static bool has_settled(struct scenario_watch *w)
{
    struct file_stamp now[FILES];
    look(w, now);
    const bool settled = same(now, w->seen);
    memcpy(w->seen, now, sizeof now);
    return settled && now[0].there && !same(now, w->read);
}

enum watch_news scenario_watch_look(struct scenario_watch *w, struct findings *findings,
                                    struct scenario **out)
{
    *out = NULL;
    if (!has_settled(w)) {
        return WATCH_NOTHING;
    }
    memcpy(w->read, w->seen, sizeof w->read); /* written again meanwhile, it is read again */
    bool found;
    *out = scenario_load_in(w->path[0], w->language, &found, findings);
    return *out != NULL ? WATCH_LOADED : WATCH_WRONG;
}
