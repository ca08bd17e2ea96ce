/* scenario_watch.h: a scenario that somebody is writing while it is played.
 *
 * The file, and its translation where there is one, is looked at now and then: a few system calls.
 * It is read once it has changed and two looks in a row have found it the same, so that what is still
 * being written is left alone; a file that is gone for a moment, as some editors have it, is waited
 * for. */
#ifndef CONTENT_SCENARIO_WATCH_H
#define CONTENT_SCENARIO_WATCH_H

#include "core/scenario.h"
#include "json/finding.h"

#include <stdint.h>

/* What tells one version of a file from another. */
struct file_stamp {
    bool there;
    uint64_t device, inode;
    int64_t size, seconds, nanoseconds;
};

struct scenario_watch {
    const char *language;
    char *path[2]; /* the scenario; its translation or NULL */
    struct file_stamp seen[2], read[2];
};

enum watch_news { WATCH_NOTHING, WATCH_LOADED, WATCH_WRONG };

/* Begins to watch a scenario by path or id, in a language (NULL: its own); before it is loaded, so
 * that no change is missed. The language is borrowed. False with findings, or
 * findings->out_of_memory. */
bool scenario_watch_begin(struct scenario_watch *w, const char *name, const char *language,
                          struct findings *findings);
void scenario_watch_end(struct scenario_watch *w);

/* Looks. WATCH_LOADED: it has changed, and here it is, the caller's; findings are its warnings.
 * WATCH_WRONG: it has changed, and has errors (or memory ran out). */
enum watch_news scenario_watch_look(struct scenario_watch *w, struct findings *findings,
                                    struct scenario **out);

#endif
